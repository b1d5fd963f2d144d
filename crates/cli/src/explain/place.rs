//! Where a span is: line and column, without walking the text again for each.

use wirecopy_model::Span;
use wirecopy_parse::{Layout, LayoutLine};

/// The places of a document.
pub(crate) struct Places<'a> {
    lines: &'a [LayoutLine],
    text: &'a str,
}

impl<'a> Places<'a> {
    /// The places of a text with this layout.
    pub(crate) fn new(layout: &'a Layout, text: &'a str) -> Self {
        Self { lines: &layout.lines, text }
    }

    /// The line in which a span begins; the one before it when it begins in a blank line.
    pub(crate) fn line(&self, span: Span) -> Option<&'a LayoutLine> {
        let after = self.lines.partition_point(|line| line.span.start <= span.start);
        self.lines.get(after.saturating_sub(1))
    }

    /// `line:column`, both from 1, columns in characters.
    pub(crate) fn line_column(&self, span: Span) -> String {
        let Some(line) = self.line(span) else { return "1:1".to_owned() };
        let before = self.text.get(line.span.start as usize..span.start as usize);
        format!("{}:{}", line.number, before.map_or(1, |before| before.chars().count() + 1))
    }

    /// The text under a span.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.text(self.text).unwrap_or_default()
    }
}
