use std::collections::BTreeMap;
use std::ops::{Index, Range};

use serde::{Deserialize, Serialize};

/// A stretch of the decoded text: byte offsets, half open, always on character boundaries.
///
/// Offsets are `u32`: texts are limited to 4 GiB.
///
/// ```
/// use wirecopy_model::Span;
///
/// let text = "Source:China Daily";
/// let span = Span::new(7, 18);
/// assert_eq!(&text[span.range()], "China Daily");
/// assert_eq!(span.len(), 11);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from its two offsets. A `start` behind `end` gives an empty span, which has no text.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// A span from a range of `usize`; offsets beyond `u32::MAX` are held at `u32::MAX`.
    #[must_use]
    pub fn from_range(range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end) }
    }

    /// The same offsets as a range that slices a `str`. Slicing panics where the span is not of that text: use
    /// [`text`](Self::text) when that is not sure.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The text under the span; `None` when it is out of bounds or cuts a character.
    #[must_use]
    pub fn text(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Line and column (both from 1, columns in characters) of the start, counting LF, CRLF and CR as line ends.
    ///
    /// Walks the text up to the span: meant for messages, not for loops. A start that is no place of the text (behind
    /// its end, or inside a character) gives the place of the end.
    ///
    /// ```
    /// use wirecopy_model::Span;
    ///
    /// assert_eq!(Span::new(12, 18).line_column("LEEDS\r\n\r\nBy Ana"), (3, 4));
    /// ```
    #[must_use]
    pub fn line_column(self, text: &str) -> (usize, usize) {
        let before = text.get(..self.start as usize).unwrap_or(text);
        let bytes = before.as_bytes();
        let mut line = 1;
        let mut line_start = 0;
        for (i, &b) in bytes.iter().enumerate() {
            let cr_of_crlf = b == b'\r' && text.as_bytes().get(i + 1) == Some(&b'\n');
            if b == b'\n' || (b == b'\r' && !cr_of_crlf) {
                line += 1;
                line_start = i + 1;
            }
        }
        (line, before[line_start..].chars().count() + 1)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// Which bytes each field of a record was read from.
///
/// Keys are paths into the record: `headline`, `bylines[0].name`, `figures[1].credit`, `body[3]`. A value that stands
/// on several lines (a hard-wrapped paragraph) has one span a line. Keys come in the order of their bytes, so `body[10]`
/// stands before `body[2]`.
///
/// ```
/// use wirecopy_model::{Evidence, Span};
///
/// let mut evidence = Evidence::default();
/// evidence.add("headline", Span::new(0, 25));
/// assert_eq!(evidence["headline"], [Span::new(0, 25)]);
/// assert!(evidence["standfirst"].is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Evidence(BTreeMap<String, Vec<Span>>);

impl Evidence {
    /// Adds a span behind those that the field already has.
    pub fn add(&mut self, field: impl Into<String>, span: Span) {
        self.0.entry(field.into()).or_default().push(span);
    }

    /// Takes away what is known of a field.
    pub fn remove(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// The spans of a field; empty when nothing is known of it.
    #[must_use]
    pub fn of(&self, field: &str) -> &[Span] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether no field has evidence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Fields with their spans, in the order of the field paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Span])> {
        self.0.iter().map(|(field, spans)| (field.as_str(), spans.as_slice()))
    }
}

impl Index<&str> for Evidence {
    type Output = [Span];

    fn index(&self, field: &str) -> &[Span] {
        self.of(field)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn line_column_counts_every_line_end_once() {
        let text = "a\r\nbö\rc\nd";
        let at = |needle: char| {
            let start = text.find(needle).map_or(0, |i| u32::try_from(i).unwrap_or(0));
            Span::new(start, start + 1).line_column(text)
        };
        assert_eq!(at('a'), (1, 1));
        assert_eq!(at('ö'), (2, 2));
        assert_eq!(at('c'), (3, 1));
        assert_eq!(at('d'), (4, 1));
    }

    #[test]
    fn a_span_that_cuts_a_character_has_no_text() {
        assert_eq!(Span::new(0, 1).text("ö"), None);
        assert_eq!(Span::new(0, 9).text("ö"), None);
        assert_eq!(Span::new(0, 2).text("ö"), Some("ö"));
    }
}
