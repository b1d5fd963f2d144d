//! Where a span is: line and column, without walking the text again for each.

use std::cell::Cell;

use wirecopy_model::Span;
use wirecopy_parse::{Layout, LayoutLine};

/// The places of a document.
pub(crate) struct Places<'a> {
    lines: &'a [LayoutLine],
    text: &'a str,
    last: Cell<Counted>,
}

/// How far the characters of a line were counted. Fields are asked about from front to back, and a document may stand
/// on one line of megabytes: counting goes on where it stopped.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    line: u32,
    offset: u32,
    column: usize,
}

impl<'a> Places<'a> {
    /// The places of a text with this layout.
    pub(crate) fn new(layout: &'a Layout, text: &'a str) -> Self {
        Self { lines: &layout.lines, text, last: Cell::default() }
    }

    /// The line in which a span begins; the one before it when it begins in a blank line.
    pub(crate) fn line(&self, span: Span) -> Option<&'a LayoutLine> {
        let after = self.lines.partition_point(|line| line.span.start <= span.start);
        self.lines.get(after.saturating_sub(1))
    }

    /// `line:column`, both from 1, columns in characters.
    pub(crate) fn line_column(&self, span: Span) -> String {
        let Some(line) = self.line(span) else { return "1:1".to_owned() };
        let last = self.last.get();
        let from = if last.line == line.number && last.offset <= span.start {
            last
        } else {
            Counted { line: line.number, offset: line.span.start, column: 1 }
        };
        let between = self.text.get(from.offset as usize..span.start as usize);
        let column = from.column + between.map_or(0, |between| between.chars().count());
        if between.is_some() {
            self.last.set(Counted { line: line.number, offset: span.start, column });
        }
        format!("{}:{column}", line.number)
    }

    /// The text under a span.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.text(self.text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use wirecopy_model::Span;

    use super::Places;

    #[test]
    fn columns_are_counted_in_characters_from_any_side() {
        let text = "Brücke\n\nDie Brücke, Leeds";
        let parsed = wirecopy_parse::parse(text);
        let places = Places::new(parsed.layout(), text);
        let at = |word: &str| {
            let start = text.rfind(word).unwrap();
            places.line_column(Span::from_range(start..start + word.len()))
        };
        assert_eq!(at("Brücke"), "3:5");
        assert_eq!(at("Leeds"), "3:13");
        assert_eq!(at("Die"), "3:1");
        assert_eq!(places.line_column(Span::new(0, 3)), "1:1");
    }
}
