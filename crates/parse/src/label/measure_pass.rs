//! The one pass over a line that is measured: words and runs of letters in one step, everything else sign by sign.

use super::measure::{Measure, Signs, is_closing_bracket, is_quote, is_sentence_mark, is_wide};
use super::measure_word::Word;
use crate::classes::{self, LETTER, WIDE};
use crate::folded::{is_capital, is_letter, is_space};

/// A line being measured.
#[derive(Default)]
pub(super) struct Pass {
    pub(super) m: Measure,
    pub(super) word: Word,
    previous: char,
    /// A sentence mark was read that counts if the next sign sets it off.
    pub(super) pending_mark: bool,
    /// A full stop after a digit, told from an ordinal by the capital of the next word.
    after_digit: bool,
    pub(super) last_digit: bool,
}

impl Pass {
    /// Reads the run of letters of one column or the sign at `at`; returns where the next begins.
    pub(super) fn beyond_ascii(&mut self, line: &str, at: usize) -> usize {
        let c = line[at..].chars().next();
        if c.is_some_and(|c| classes::of(c) & (LETTER | WIDE) == LETTER) {
            return self.letters(line, at);
        }
        self.sign(line, at)
    }

    /// Reads the ideographs and syllables of Korean at `from`, of which each is a word's half: most of most texts that have
    /// them. Returns where they end; `None` when there are none.
    pub(super) fn syllables(&mut self, line: &str, from: usize) -> Option<usize> {
        let mut chars = line[from..].chars();
        let (mut n, mut rest) = (0, chars.as_str());
        let (mut before, mut last) = (self.m.last, self.m.last);
        while let Some(c) = chars.next().filter(|c| classes::is_syllable(u32::from(*c) as usize)) {
            n += 1;
            (before, last) = (last, c);
            rest = chars.as_str();
        }
        if n == 0 {
            return None;
        }
        let m = &mut self.m;
        if m.second == '\0' {
            m.second = line[from..].chars().next().unwrap_or_default();
        }
        m.units += 2 * n;
        m.wide += n;
        m.letters += n;
        m.sentences += u32::from(self.pending_mark);
        (m.before_last, m.last) = (before, last);
        (self.pending_mark, self.after_digit, self.previous) = (false, false, last);
        Some(line.len() - rest.len())
    }

    /// Reads whole words of ASCII letters, each with the space behind it, as long as such follow: most of most texts.
    /// Returns where the next begins; `None` when there is no such word at `from`.
    #[inline]
    pub(super) fn spaced_words(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        if from == 0 || self.word.length > 0 || self.after_digit {
            return None;
        }
        let (mut n_words, mut capital_words, mut caps_words, mut long_small_words) = (0, 0, 0, 0);
        let (mut begin, mut last) = (from, from..from);
        loop {
            let (mut capitals, mut at) = (0, begin);
            while let Some(class) =
                bytes.get(at).map(|byte| classes::PLAIN_CASE[usize::from(*byte)]).filter(|c| *c != 0)
            {
                capitals += u32::from(class >> 1);
                at += 1;
            }
            if at == begin || bytes.get(at) != Some(&b' ') {
                break;
            }
            let length = u32::try_from(at - begin).unwrap_or(u32::MAX);
            let capital = u32::from(bytes[begin].is_ascii_uppercase());
            n_words += 1;
            capital_words += capital;
            caps_words += u32::from(length > 1 && capitals == length);
            long_small_words += (1 - capital) & u32::from(length >= 4);
            last = begin..at;
            begin = at + 1;
        }
        if n_words == 0 {
            return None;
        }
        let m = &mut self.m;
        if m.second == '\0' {
            m.second = char::from(bytes[from]);
        }
        let read = u32::try_from(begin - from).unwrap_or(u32::MAX);
        m.units += read;
        m.letters += read - n_words;
        m.words += n_words;
        m.capital_words += capital_words;
        m.caps_words += caps_words;
        m.small_words += n_words - capital_words;
        m.long_small_words += long_small_words;
        // The letter before the last one, blanks aside.
        let mut letters =
            bytes[from..last.end].iter().rev().filter(|byte| **byte != b' ').map(|byte| char::from(*byte));
        let before = m.last;
        m.last = letters.next().unwrap_or(before);
        m.before_last = letters.next().unwrap_or(before);
        self.word.ended_length = u32::try_from(last.len()).unwrap_or(u32::MAX);
        self.pending_mark = false;
        self.previous = ' ';
        Some(begin)
    }

    /// Reads the run of letters of one column at `from`; returns where it ends.
    pub(super) fn letters(&mut self, line: &str, from: usize) -> usize {
        let bytes = line.as_bytes();
        let m = &mut self.m;
        let mut at = from;
        let (mut n_letters, mut capitals) = (0, 0);
        let mut opening = '\0';
        let mut second = '\0';
        let mut last = m.last;
        let mut before_last = m.before_last;
        // ASCII alone in one step: most of most texts.
        while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
            capitals += u32::from(byte.is_ascii_uppercase());
            at += 1 + bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        }
        n_letters += u32::try_from(at - from).unwrap_or(u32::MAX);
        if n_letters > 0 {
            opening = char::from(bytes[from]);
            before_last = last;
            last = char::from(bytes[at - 1]);
            if n_letters > 1 {
                second = char::from(bytes[from + 1]);
                before_last = char::from(bytes[at - 2]);
            }
        }
        while let Some(byte) = bytes.get(at).filter(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic()) {
            let (c, capital) = if byte.is_ascii() {
                (char::from(*byte), byte.is_ascii_uppercase())
            } else {
                let Some(c) = line[at..].chars().next() else { break };
                let class = classes::of(c);
                if class & (LETTER | WIDE) != LETTER {
                    break;
                }
                (c, class & classes::UPPER != 0)
            };
            match n_letters {
                0 => opening = c,
                1 => second = c,
                _ => {}
            }
            n_letters += 1;
            capitals += u32::from(capital);
            (before_last, last) = (last, c);
            at += c.len_utf8();
        }
        if from == 0 {
            m.first = opening;
            m.second = second;
        } else if m.second == '\0' {
            m.second = opening;
        }
        m.units += n_letters;
        m.letters += n_letters;
        let capital = is_capital(opening);
        if self.after_digit {
            m.sentences += u32::from(capital);
            self.after_digit = false;
        }
        (m.before_last, m.last) = (before_last, last);
        self.word.push_run(n_letters, capitals, capital);
        self.pending_mark = false;
        self.previous = last;
        at
    }

    /// Reads the space at `at`.
    pub(super) fn space(&mut self, at: usize) -> usize {
        let m = &mut self.m;
        if at == 0 {
            m.first = ' ';
        } else if m.second == '\0' {
            m.second = ' ';
        }
        m.units += 1;
        self.word.finish(m);
        if self.previous == ' ' {
            m.signs.0 |= Signs::DOUBLE_SPACE;
        }
        m.sentences += u32::from(self.pending_mark);
        self.pending_mark = false;
        self.previous = ' ';
        at + 1
    }

    /// Reads the character at `at`; returns where the next begins.
    pub(super) fn sign(&mut self, line: &str, at: usize) -> usize {
        let Some(c) = line[at..].chars().next() else { return line.len() };
        let Self { m, word, previous, .. } = self;
        let previous = *previous;
        if at == 0 {
            m.first = c;
        } else if m.second == '\0' {
            m.second = c;
        }
        if c.is_ascii() {
            m.units += 1;
            m.ascii(c, previous, word, line, at);
        } else {
            m.other(c, word);
        }
        let space = is_space(c);
        if self.pending_mark {
            let sets_off = match c {
                '"' | ')' | ']' | '}' => true,
                _ if c.is_ascii() => space,
                _ => space || is_quote(c) || is_closing_bracket(c) || is_wide(c),
            };
            m.sentences += u32::from(sets_off);
        }
        if self.after_digit && !space {
            m.sentences += u32::from(is_capital(c));
            self.after_digit = false;
        }
        // Commas, figures and most other signs end here.
        if c.is_ascii() && !matches!(c, '.' | '!' | '?') {
            self.pending_mark = false;
            if !space {
                m.before_last = m.last;
                m.last = c;
            }
            self.previous = c;
            return at + 1;
        }
        if c == '.' && previous.is_ascii_digit() {
            // `2. Liga`: a number that opens the line is an item's.
            self.after_digit = m.words > 1 && line[at + 1..].starts_with(' ');
            self.last_digit = m.words > 1 && at + 1 == line.len();
        }
        // "3.5" and "No." are no sentence ends; a mark after a digit or a single letter does not count.
        self.pending_mark = is_sentence_mark(c)
            && (c != '.' || !(previous.is_ascii_digit() || word.ended_length <= 1 && is_letter(previous)));
        if !space {
            m.before_last = m.last;
            m.last = c;
        }
        self.previous = c;
        at + c.len_utf8()
    }
}
