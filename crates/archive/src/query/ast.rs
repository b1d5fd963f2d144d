use std::ops::Range;

use crate::request::FacetField;

/// A query as it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Everything.
    All,
    /// Words or a phrase in a text.
    Text(Text),
    /// A value as it is.
    Value(FacetField, String),
    /// Published at or after the first and before the second, in seconds as the index has them.
    Dates(Option<i64>, Option<i64>),
    /// All of them.
    And(Vec<Node>),
    /// Any of them.
    Or(Vec<Node>),
    /// Everything else.
    Not(Box<Node>),
}

/// Words to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// Where.
    pub(crate) field: TextField,
    /// The words as typed.
    pub(crate) text: String,
    /// Whether they stood in quotes: one after the other, as they are.
    pub(crate) quoted: bool,
    /// Whether the last may go on.
    pub(crate) prefix: bool,
    /// Place in the query.
    pub(crate) span: Range<usize>,
}

/// Texts that can be searched on their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextField {
    /// Headline block and story.
    Any,
    Headline,
    Body,
    Source,
    Author,
    Place,
    Credit,
    Section,
}
