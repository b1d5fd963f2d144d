//! A line cut where fields begin and end.

use std::collections::BTreeSet;

use wirecopy_model::Span;

/// Bytes that belong to a field, or are doubtful.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) id: String,
    pub(super) span: Span,
    /// Severity, when the mark is a doubt.
    pub(super) doubt: Option<&'static str>,
}

/// A stretch of a line that belongs to the same fields from its first byte to its last.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    /// Ids of fields and doubts, set apart by spaces; empty for text of none.
    pub(super) ids: String,
    /// Whether it belongs to the body and to no other field.
    pub(super) only_body: bool,
    /// Severity of the doubt under it.
    pub(super) doubt: Option<&'static str>,
    pub(super) bits: Vec<Bit<'a>>,
}

/// Text, or one character that cannot be seen.
#[derive(Debug)]
pub(super) enum Bit<'a> {
    Text(&'a str),
    Hidden(String),
}

/// Cuts the lines of a text, which must be asked for in their order.
pub(super) struct Cutter<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    /// Where a mark begins or ends, in order; ends before beginnings.
    turns: Vec<(u32, bool, usize)>,
    next: usize,
    open: BTreeSet<usize>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str, marks: Vec<Mark>) -> Self {
        let mut turns = Vec::with_capacity(marks.len() * 2);
        for (i, mark) in marks.iter().enumerate() {
            if mark.span.text(text).is_some_and(|words| !words.is_empty()) {
                turns.push((mark.span.start, true, i));
                turns.push((mark.span.end, false, i));
            }
        }
        turns.sort_unstable();
        Self { text, marks, turns, next: 0, open: BTreeSet::new() }
    }

    pub(super) fn cut(&mut self, line: Span) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut from = line.start;
        while let Some(&(at, begins, mark)) = self.turns.get(self.next) {
            if at >= line.end {
                break;
            }
            if at > from {
                self.push(Span::new(from, at), &mut pieces);
                from = at;
            }
            if begins {
                self.open.insert(mark);
            } else {
                self.open.remove(&mark);
            }
            self.next += 1;
        }
        self.push(Span::new(from, line.end), &mut pieces);
        pieces
    }

    fn push(&self, span: Span, pieces: &mut Vec<Piece<'a>>) {
        let Some(text) = self.text.get(span.range()).filter(|text| !text.is_empty()) else { return };
        let mut open: Vec<&Mark> = self.open.iter().filter_map(|&i| self.marks.get(i)).collect();
        // The innermost comes last: it is what somebody who points here means.
        open.sort_by_key(|mark| std::cmp::Reverse(mark.span.len()));
        let ids: Vec<&str> = open.iter().map(|mark| mark.id.as_str()).collect();
        pieces.push(Piece {
            only_body: ids.iter().all(|id| id.starts_with('b')),
            ids: ids.join(" "),
            doubt: open.iter().filter_map(|mark| mark.doubt).max_by_key(|severity| *severity != "info"),
            bits: bits(text),
        });
    }
}

/// Text between the characters that cannot be seen, which are named: they are often what went wrong.
fn bits(text: &str) -> Vec<Bit<'_>> {
    let mut bits = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|&(_, c)| is_hidden(c)) {
        if at > from {
            bits.push(Bit::Text(&text[from..at]));
        }
        bits.push(Bit::Hidden(format!("U+{:04X}", u32::from(c))));
        from = at + c.len_utf8();
    }
    if from < text.len() {
        bits.push(Bit::Text(&text[from..]));
    }
    bits
}

/// Controls and format characters that would change how the page is set, or hide. Joiners stay: scripts need them.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::{Bit, Cutter, Mark};
    use wirecopy_model::Span;

    fn cut(text: &str, marks: &[(&str, u32, u32)], lines: &[(u32, u32)]) -> Vec<String> {
        let marks = marks
            .iter()
            .map(|&(id, start, end)| Mark { id: id.to_owned(), span: Span::new(start, end), doubt: None })
            .collect();
        let mut cutter = Cutter::new(text, marks);
        let draw = |bit: &Bit<'_>| match bit {
            Bit::Text(text) => (*text).to_owned(),
            Bit::Hidden(name) => format!("<{name}>"),
        };
        lines
            .iter()
            .flat_map(|&(start, end)| cutter.cut(Span::new(start, end)))
            .map(|piece| format!("{}:{}", piece.ids, piece.bits.iter().map(draw).collect::<String>()))
            .collect()
    }

    #[test]
    fn a_field_in_a_field_is_cut_twice() {
        let text = "LEEDS, July 14 - The";
        let got = cut(text, &[("d", 0, 14), ("p", 0, 5), ("t", 7, 14)], &[(0, 20)]);
        assert_eq!(got, ["d p:LEEDS", "d:, ", "d t:July 14", ": - The"]);
    }

    #[test]
    fn a_field_over_two_lines_goes_on() {
        let text = "old\nbridge\nend";
        assert_eq!(cut(text, &[("h", 0, 10)], &[(0, 3), (4, 10), (11, 14)]), ["h:old", "h:bridge", ":end"]);
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(cut("a\u{200b}\tb\0", &[], &[(0, 7)]), [":a<U+200B>\tb<U+0000>"]);
    }

    #[test]
    fn a_mark_that_is_not_of_this_text_is_left_out() {
        assert_eq!(cut("ö", &[("x", 1, 2), ("y", 0, 90), ("z", 0, 0)], &[(0, 2)]), [":ö"]);
    }
}
