//! What programs ask for.

pub(crate) mod health;
pub(crate) mod parse;
