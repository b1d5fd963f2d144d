use std::ops::Range;

use memchr::memchr2_iter;
use wirecopy_model::Span;

use crate::classes;

/// One line of a text that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Line number from 1, blank lines counted.
    pub(crate) number: u32,
    /// The line without its line end.
    pub(crate) span: Span,
    /// Blank lines between it and the line before; none before the first line, however far down the page it stands.
    pub(crate) blank_before: u32,
    /// The line without white space and zero-width characters at both ends, and without marks of markup around it.
    pub(crate) trimmed: Span,
    /// Bytes of such marks before it.
    pub(crate) marks: u32,
    /// Bytes of its beginning up to the end of the marks of a quotation, `> `.
    pub(crate) quote: u32,
}

impl Line {
    /// Where it begins, behind the marks of a quotation.
    fn start(&self) -> u32 {
        self.span.start + self.quote
    }

    /// Whether its first character is the ideographic space, with which paragraphs of Chinese and Japanese open.
    pub(crate) fn opens_ideographic(&self, text: &str) -> bool {
        text[self.start() as usize..].starts_with('\u{3000}')
    }

    /// Bytes of blanks before its first letter. A byte order mark there, left where files were joined, is no indent.
    pub(crate) fn indent(&self, text: &str) -> u32 {
        const MARK_BYTES: u32 = 3;
        let (start, end) = (self.start(), self.trimmed.start);
        let marked = start < end && text[start as usize..].starts_with(BYTE_ORDER_MARK);
        end - start - self.marks - if marked { MARK_BYTES } else { 0 }
    }
}

/// Characters that take no room: a line of nothing else is blank.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// White space as a reader sees it: Unicode white space and zero-width characters.
#[inline]
pub(crate) fn is_blank_char(c: char) -> bool {
    classes::of(c) & classes::BLANK != 0
}

/// Where `part`, a slice of `whole`, stands in it.
pub(crate) fn range_in(whole: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    start..(start + part.len()).min(whole.len())
}

/// What [`is_blank_char`] looks up.
pub(crate) fn asked_blank(c: char) -> bool {
    c.is_whitespace() || is_zero_width(c) || matches!(c, '\u{1c}'..='\u{1f}')
}

/// The lines that are not blank. Lines end at LF, CRLF or CR; other separators stand inside lines.
///
/// A byte order mark that was kept when the text was decoded belongs to no line: it is no indent.
pub(crate) fn split(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    /// Bytes of a usual line, with the blank ones between.
    const USUAL: usize = 48;
    let mut lines = Vec::with_capacity(text.len() / USUAL + 4);
    let mut state = State { number: 0, blank: 0 };
    let mut start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r' {
            start = at + 1;
            continue;
        }
        state.push(text, start, at, &mut lines);
        start = at + 1;
    }
    if start < bytes.len() {
        state.push(text, start, bytes.len(), &mut lines);
    }
    lines
}

const BYTE_ORDER_MARK: char = '\u{feff}';

struct State {
    number: u32,
    blank: u32,
}

impl State {
    fn push(&mut self, text: &str, start: usize, end: usize, lines: &mut Vec<Line>) {
        self.number = self.number.saturating_add(1);
        let line = &text[start..end];
        // Most lines open and close with a letter or a mark of ASCII.
        let bytes = &text.as_bytes()[start..end];
        if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) = (bytes.first(), bytes.last()) {
            let span = Span::from_range(start..end);
            let blank_before = if lines.is_empty() { 0 } else { self.blank };
            lines.push(Line { number: self.number, span, blank_before, trimmed: span, marks: 0, quote: 0 });
            self.blank = 0;
            return;
        }
        let inner = line.trim_start_matches(is_blank_char);
        if inner.is_empty() {
            self.blank += 1;
            return;
        }
        let lead = line.len() - inner.len();
        let trimmed = inner.trim_end_matches(is_blank_char);
        lines.push(Line {
            number: self.number,
            span: Span::from_range(start..end),
            blank_before: if lines.is_empty() { 0 } else { self.blank },
            trimmed: Span::from_range(start + lead..start + lead + trimmed.len()),
            marks: 0,
            quote: 0,
        });
        self.blank = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    fn check(text: &str, expected: &[(u32, u32, &str)]) {
        let got: Vec<_> =
            split(text).iter().map(|l| (l.number, l.blank_before, &text[l.trimmed.range()])).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn line_ends_of_every_kind() {
        check("a\nb\r\nc\rd", &[(1, 0, "a"), (2, 0, "b"), (3, 0, "c"), (4, 0, "d")]);
        check("a\r\n\r\nb\r\n", &[(1, 0, "a"), (3, 1, "b")]);
        check("a\r\rb", &[(1, 0, "a"), (3, 1, "b")]);
        check("a\u{2028}b", &[(1, 0, "a\u{2028}b")]);
    }

    #[test]
    fn a_byte_order_mark_is_no_indent() {
        for (text, indent) in [("\u{feff}a", 0), ("\n\u{feff}a", 0), ("b\n\u{feff} a", 1), ("  a", 2)] {
            assert_eq!(split(text).pop().unwrap().indent(text), indent, "{text:?}");
        }
    }

    #[test]
    fn blank_is_white_space_and_zero_width() {
        check("\u{feff}\u{200b} \u{a0}\n\u{3000}x\u{ad}", &[(2, 0, "x")]);
        check("", &[]);
        check("\n\n", &[]);
    }

    #[test]
    fn blank_lines_and_a_mark_at_the_start_are_no_layout() {
        check("\n\nx\n\ny", &[(3, 0, "x"), (5, 1, "y")]);
        let lines = split("\u{feff}x");
        assert_eq!((lines[0].span, lines[0].trimmed), (lines[0].trimmed, wirecopy_model::Span::new(3, 4)));
    }
}
