use wirecopy_model::{LineRole, Span};

use crate::lines::Line;
use crate::parsed::Format;

/// What every reader ends in: the one meeting point of all formats.
///
/// What comes after it (labelling, fields, assembly) exists once and knows no format.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The format, to be said to the caller: nothing that reads the page may ask for it.
    pub(crate) format: Format,
    /// Lines that are not blank.
    pub(crate) lines: Vec<Line>,
    /// What the format says about single lines.
    pub(crate) hints: Vec<Hint>,
    /// Values that the format states outright.
    pub(crate) claims: Vec<Claim>,
    /// What the format lets think of single lines.
    pub(crate) leans: Vec<Lean>,
    /// How much the format speaks for the document being an article, as a logarithm of odds; 0 when it says nothing.
    pub(crate) article: f32,
    /// Lines that the format sets apart from the text: menus, and what is stated for programs. They are furniture, and
    /// nothing that follows looks at them.
    pub(crate) apart: Vec<Line>,
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
    /// How far it goes before other claims on its field, up to 100; 0 when whoever stored the text put it there.
    pub(crate) trust: u8,
    /// Who states it, by a number: values of one list come from one hand.
    pub(crate) by: u32,
    /// Why it is believed, in words.
    pub(crate) reason: &'static str,
}

impl Claim {
    /// A value behind a key that whoever stored the text put before it.
    pub(crate) fn stored(field: &'static str, span: Span) -> Self {
        Self { field, span, trust: 0, by: 0, reason: "the document names the field" }
    }
}

/// What a format lets think of one line: evidence for a role, or against it, that others outweigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lean {
    /// Index into the page's lines.
    pub(crate) line: usize,
    pub(crate) role: LineRole,
    /// In hundredths of a logarithm of odds.
    pub(crate) weight: i16,
}
