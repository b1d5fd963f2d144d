//! Which parts of a line are worth reading: most lines of an article hold no date, and most words of a long line are not near one.

use std::ops::Range;

use super::fold::Folded;
use super::words;
use crate::folded::{is_capital, is_letter, is_small};

/// Lines of at most this many bytes are read whole when they hold a digit; in longer ones only what stands near digits is.
pub(super) const SHORT_LINE: usize = 160;
/// Without a digit only a line as short as "By A B | Yesterday" is read: in running text a weekday is no date of publication.
/// Counted in bytes of a script with one byte a letter; others have twice the room.
const WORDS_ONLY: usize = 48;
/// What is read before and behind a digit of a long line: room for "Published on Wednesday, the" in any script.
const LEAD: usize = 56;
/// See [`LEAD`]: room for "th of September 2021 at 10:15 p.m. GMT".
const TAIL: usize = 48;

/// Words longer than this are cut: no date word is as long.
const NEAR: usize = 24;

/// The parts of the line to be read, in order, apart from each other.
pub(super) fn windows(line: &str) -> Windows<'_> {
    Windows { line, at: 0, done: false, figures: true }
}

/// The same of a line of which it is known that no figure stands in it.
pub(super) fn without_figures(line: &str) -> Windows<'_> {
    debug_assert!(!has_digit(line), "{line}");
    Windows { line, at: 0, done: line.len() > SHORT_LINE, figures: false }
}

/// See [`windows`].
pub(super) struct Windows<'t> {
    line: &'t str,
    at: usize,
    done: bool,
    /// Figures may stand in the line.
    figures: bool,
}

impl Iterator for Windows<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.done {
            return None;
        }
        let len = self.line.len();
        if len <= SHORT_LINE {
            self.done = true;
            let read = self.figures && has_digit(self.line) || tells_by_words(self.line);
            return (read && len > 0).then_some(0..len);
        }
        let bytes = self.line.as_bytes();
        let Some(first) = digit_from(bytes, self.at) else {
            self.done = true;
            return None;
        };
        let mut last = first;
        while let Some(next) = digit_from(bytes, last + 1).filter(|next| next - last <= LEAD + TAIL) {
            last = next;
        }
        self.at = last + 1;
        Some(self.snap(first.saturating_sub(LEAD))..self.snap(last + TAIL))
    }
}

impl Windows<'_> {
    /// A place near `at` that cuts no word, if a blank is near, and no character in any case.
    fn snap(&self, at: usize) -> usize {
        let bytes = self.line.as_bytes();
        if at == 0 || at >= bytes.len() {
            return at.min(bytes.len());
        }
        if let Some(blank) = bytes.iter().skip(at).take(NEAR).position(|b| *b == b' ') {
            return at + blank;
        }
        let mut at = at;
        while !self.line.is_char_boundary(at) {
            at += 1;
        }
        at
    }
}

/// Whether a line without digits is short enough for a relative date and, when in ASCII, has a word of one.
fn tells_by_words(line: &str) -> bool {
    if !line.is_ascii() {
        return line.len() <= 2 * WORDS_ONLY && (!line.bytes().all(is_alphabetic) || may_tell(line));
    }
    line.len() <= WORDS_ONLY
        && line.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
            words::may_know(word) && {
                let mut folded = Folded::new();
                let fits = folded.push_word(word).is_some();
                let senses = words::lookup(folded.as_bytes());
                fits && (senses.weekday != 0 || senses.day_word.is_some() || senses.unit != 0)
            }
        })
}

/// Whether a part of a line may make a date. Of a part in ASCII it is asked whether a word of it is a month's, a day's or a
/// unit's, or a number has a sign of days or times behind it; of others nothing is said.
pub(super) fn may_date(part: &str) -> bool {
    let bytes = part.as_bytes();
    let (mut at, mut last_four) = (0, false);
    let run = |at: usize, is: fn(&u8) -> bool| bytes[at..].iter().take_while(|byte| is(byte)).count();
    while let Some(byte) = bytes.get(at) {
        let from = at;
        if byte.is_ascii_alphabetic() {
            at += run(at, u8::is_ascii_alphabetic);
            let (word, next) = (&part[from..at], bytes.get(at));
            let behind = bytes[at..].iter().find(|byte| !is_blank(byte));
            // `a.m.`, `p. m.`; `1430 GMT`; words that lost the space between them.
            let dotted = word.len() <= 2 && next == Some(&b'.');
            let zone = last_four && word.len() <= 8;
            let glued =
                word.as_bytes().windows(2).any(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase());
            if dotted || zone || glued || words::may_tell(word, matches!(behind, Some(b'.' | b','))) {
                return true;
            }
            last_four = false;
        } else if byte.is_ascii_digit() {
            at += run(at, u8::is_ascii_digit);
            let digits = at - from;
            let behind = &part[at + run(at, is_blank)..];
            let letters = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
            let word = &behind[..letters];
            let clock = ["am", "pm", "uhr", "uur"].iter().any(|mark| mark.eq_ignore_ascii_case(word));
            let sign = behind.starts_with(['.', '/', '-', ':']);
            let glued = letters > 0 && behind.len() == part.len() - at;
            if digits == 8 || clock || sign || glued {
                return true;
            }
            last_four = digits == 4;
        } else if !byte.is_ascii() {
            return true;
        } else {
            // Blanks of any kind may stand between an hour and its zone.
            last_four &= matches!(byte, b'(' | b'[') || is_blank(byte);
            at += 1;
        }
    }
    false
}

/// A byte of ASCII that prints nothing.
fn is_blank(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || byte.is_ascii_control()
}

/// A byte of the Latin, Greek or Cyrillic alphabet or of the marks that stand beside it.
fn is_alphabetic(byte: u8) -> bool {
    byte.is_ascii() || matches!(byte, 0x80..=0xbf | 0xc2..=0xc5 | 0xce..=0xd1 | 0xe2)
}

/// Whether a word of a line in alphabetic letters may be of a relative date. Of words glued together nothing is said.
fn may_tell(line: &str) -> bool {
    line.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).any(|word| {
        let mut small_before = false;
        let glued = word.chars().any(|c| {
            let glued = small_before && is_capital(c);
            small_before = is_small(c);
            glued
        });
        glued
            || (!word.is_ascii() || words::may_know(word)) && {
                let mut folded = Folded::new();
                let fits = folded.push_word(word).is_some();
                let senses = words::lookup(folded.as_bytes());
                fits && (senses.weekday != 0
                    || senses.day_word.is_some()
                    || senses.unit != 0
                    || senses.is(words::Flag::Phrase))
            }
    })
}

/// Whether the line holds a digit of any script, or an ideograph of the calendar.
pub(super) fn has_digit(line: &str) -> bool {
    digit_from(line.as_bytes(), 0).is_some()
}

/// The first digit at or behind a place.
fn digit_from(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|b| CANDIDATE[usize::from(*b)])?;
        let digit = match bytes.get(at..)? {
            [b'0'..=b'9', ..] => true,
            [0xd9, 0xa0..=0xa9, ..] | [0xdb, 0xb0..=0xb9, ..] => true,
            [0xe0, 0xa5 | 0xa7 | 0xa9 | 0xab | 0xaf | 0xb1 | 0xb3 | 0xb5, 0xa6..=0xaf, ..] => true,
            [0xe0, 0xb9, 0x90..=0x99, ..] | [0xef, 0xbc, 0x90..=0x99, ..] => true,
            // 年 and 月, beside which ideographs are digits.
            [0xe5, 0xb9, 0xb4, ..] | [0xe6, 0x9c, 0x88, ..] => true,
            _ => false,
        };
        if digit {
            return Some(at);
        }
        at += 1;
    }
}

/// The bytes that a digit can begin with.
static CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b'0';
    while byte <= b'9' {
        table[byte as usize] = true;
        byte += 1;
    }
    table[0xd9] = true;
    table[0xdb] = true;
    table[0xe0] = true;
    table[0xe5] = true;
    table[0xe6] = true;
    table[0xef] = true;
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<&str> {
        windows(line).map(|part| &line[part]).collect()
    }

    #[test]
    fn long_lines_are_read_near_their_digits() {
        let words = "the council met again and again ".repeat(8);
        assert!(parts(&words).is_empty());
        let line = format!("{words}on May 3, 2021, {words}at 10:30 {words}");
        let read = parts(&line);
        assert_eq!(read.len(), 2, "{read:?}");
        assert!(read[0].contains("on May 3, 2021,") && read[1].contains("at 10:30"), "{read:?}");
        assert!(read.iter().all(|part| part.len() < 140), "{read:?}");
    }

    #[test]
    fn digits_of_all_scripts_count() {
        for line in ["a 1", "٣", "۳", "३", "৩", "๓", "３", "三月", "二〇年"] {
            assert!(has_digit(line), "{line}");
        }
        for line in ["", "abc", "مرحبا", "ไทย", "日本", "हिन्दी"] {
            assert!(!has_digit(line), "{line}");
        }
    }
}
