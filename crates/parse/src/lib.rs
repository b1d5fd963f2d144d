#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod assemble;
mod classes;
mod date;
#[cfg(feature = "encoding")]
mod decode;
mod divided;
mod error;
mod fields;
mod folded;
mod label;
#[cfg(feature = "language")]
mod language;
mod layout;
mod lines;
mod moved;
mod options;
mod page;
mod parsed;
mod parser;
mod plain;
mod read;
#[cfg(feature = "encoding")]
mod repair;
mod wrapped;

#[cfg(feature = "train")]
#[doc(hidden)]
pub mod lab;
#[cfg(feature = "probe")]
#[doc(hidden)]
pub mod probe;

pub use error::Error;
#[cfg(feature = "language")]
pub use language::Language;
#[cfg(feature = "encoding")]
pub use options::Repair;
pub use options::{DateOrder, ParserBuilder};
pub use parsed::{Decision, Format, Layout, LayoutLine, Parsed, Reason};
pub use parser::Parser;
pub use wirecopy_model as model;

/// Whether a text is a page of HTML, or a piece of one, by what stands in it: what [`Parser::parse_bytes`] reads as HTML
/// and [`Parser::parse_html`] is for. A text with a tag here and there is none.
///
/// ```
/// assert!(wirecopy_parse::is_html("<!doctype html><title>Council closes bridge</title>"));
/// assert!(!wirecopy_parse::is_html("<p>A tag that an extractor left over."));
/// ```
#[cfg(feature = "html")]
#[must_use]
pub fn is_html(text: &str) -> bool {
    read::is_html(text)
}

/// The language that the head of a text is in, however short it is; records have that of their prose.
///
/// `None` when no letter of a known script is in it. About 1,500 letters are read; a text in two languages gets the one
/// that most of its head is in. A snippet of one or two words, or of names only, is a guess: see
/// [`confidence`](Language::confidence).
///
/// ```
/// let told = wirecopy_parse::language("Der Rat stimmte am Montag für eine neue Brücke.");
/// assert_eq!(told.map(|language| language.code), Some("de"));
/// assert!(wirecopy_parse::language("1234").is_none());
/// ```
#[cfg(feature = "language")]
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    language::detect(text)
}

/// Reads a text with the default options.
///
/// Never fails: a text that is not an article gives a record that says so.
///
/// ```
/// let text = "Council closes bridge\n\nBy Ana Lima\n\nThe council voted on Monday to close the old bridge. \
///             Work on the new one begins in May.\n\nResidents had asked for a ferry.";
/// let parsed = wirecopy_parse::parse(text);
/// for article in parsed.articles() {
///     println!("{}", article.headline().unwrap_or("(untitled)"));
/// }
/// ```
#[must_use]
pub fn parse(text: &str) -> Parsed<'_> {
    Parser::new().parse(text)
}
