//! The query language: what a person types, read into a tree, and the tree turned into a question to the index.

mod ast;
mod compile;
mod date;
mod lex;
mod parse;
mod phrase;

pub(crate) use ast::TextField;
pub(crate) use compile::{Compiled, compile};
pub(crate) use parse::parse;
use phrase::Word;
pub(crate) use phrase::{Phrase, is_wide};

use crate::error::QueryError;

/// The query language, explained for people, in Markdown.
pub const QUERY_HELP: &str = include_str!("help.md");

/// Longest query in bytes.
pub(crate) const MAX_LENGTH: usize = 4000;
/// Most words, phrases and values in a query.
pub(crate) const MAX_TERMS: usize = 100;
/// Most parentheses and negations inside one another.
pub(crate) const MAX_DEPTH: usize = 40;
/// Most words of the index that one prefix may stand for.
pub(crate) const MAX_EXPANSIONS: usize = 10_000;

fn error(
    message: impl Into<String>,
    span: std::ops::Range<usize>,
    help: impl Into<Option<String>>,
) -> QueryError {
    QueryError { message: message.into(), span, help: help.into() }
}

/// Reads a query without asking anything; for programs that check it as it is typed.
///
/// # Errors
///
/// Says what is wrong, where, and what to do.
///
/// ```
/// assert!(wirecopy_archive::check_query("headline:bridge published:2018..2019 -ferry").is_ok());
/// let error = wirecopy_archive::check_query("\"prime minister").unwrap_err();
/// assert_eq!(error.span, 0..15);
/// ```
pub fn check_query(query: &str) -> Result<(), QueryError> {
    parse(query).map(drop)
}
