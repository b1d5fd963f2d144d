//! What programs ask for.

pub(crate) mod article;
pub(crate) mod changes;
pub(crate) mod docs;
pub(crate) mod export;
pub(crate) mod feeds;
pub(crate) mod health;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod openapi;
pub(crate) mod parse;
pub(crate) mod search;
pub(crate) mod stats;
pub(crate) mod wire;
