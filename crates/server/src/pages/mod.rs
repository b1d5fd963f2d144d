//! The pages for people.

pub(crate) mod assets;
pub(crate) mod attempt;
pub(crate) mod shell;
pub(crate) mod source;
pub(crate) mod url;
mod words;
