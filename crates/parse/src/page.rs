use wirecopy_model::{LineRole, Span};

use crate::lines::Line;

/// What every reader ends in: the one meeting point of all formats.
///
/// What comes after it (labelling, fields, assembly) exists once and knows no format.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Lines that are not blank.
    pub(crate) lines: Vec<Line>,
    /// What the format says about single lines.
    pub(crate) hints: Vec<Hint>,
    /// Values that the format states outright.
    pub(crate) claims: Vec<Claim>,
}

/// What a format says about one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hint {
    /// Index into the page's lines.
    pub(crate) line: usize,
    /// The role that the format gives it, by a key or a label (`Source:`, `Author:`).
    pub(crate) role: LineRole,
    /// The value without the key.
    pub(crate) value: Span,
}

/// A value that a format states outright for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    /// Path of the field in the record.
    pub(crate) field: &'static str,
    /// Where it stands.
    pub(crate) span: Span,
}
