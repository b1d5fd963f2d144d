//! The word that is read while a line is measured, and what single signs count for.

use super::measure::{Measure, Signs, is_quote, is_wide};
use crate::classes::{self, LETTER, NUMBER};
use crate::folded::is_letter_or_number;

/// The word being read.
#[derive(Default)]
pub(super) struct Word {
    pub(super) length: u32,
    capitals: u32,
    starts_capital: bool,
    has_letter: bool,
    pub(super) ended_length: u32,
}

impl Word {
    fn push(&mut self, capital: bool, letter: bool) {
        if self.length == 0 {
            self.starts_capital = capital;
        }
        self.capitals += u32::from(capital);
        self.has_letter |= letter;
        self.length += 1;
        self.ended_length = self.length;
    }

    pub(super) fn push_run(&mut self, letters: u32, capitals: u32, capital: bool) {
        if self.length == 0 {
            self.starts_capital = capital;
        }
        self.capitals += capitals;
        self.has_letter = true;
        self.length += letters;
        self.ended_length = self.length;
    }

    pub(super) fn finish(&mut self, m: &mut Measure) {
        if self.length == 0 {
            return;
        }
        m.words += 1;
        if self.has_letter {
            if self.starts_capital {
                m.capital_words += 1;
                m.caps_words += u32::from(self.length > 1 && self.capitals == self.length);
            } else {
                m.small_words += 1;
                m.long_small_words += u32::from(self.length >= 4);
            }
        }
        *self = Self { ended_length: self.length, ..Self::default() };
    }
}

impl Measure {
    pub(super) fn ascii(&mut self, c: char, previous: char, word: &mut Word, line: &str, at: usize) {
        match c {
            'a'..='z' | 'A'..='Z' => {
                self.letters += 1;
                word.push(c.is_ascii_uppercase(), true);
                return;
            }
            '0'..='9' => {
                self.digits += 1;
                word.push(false, false);
                return;
            }
            '\'' if is_letter_or_number(previous) => return,
            _ => word.finish(self),
        }
        let sign = match c {
            '@' => Signs::AT,
            '#' => Signs::HASH,
            '>' => Signs::GREATER,
            '/' => Signs::SLASH,
            '$' => Signs::CURRENCY,
            '%' => Signs::PERCENT,
            '{' | '}' | '<' => Signs::BRACE,
            '_' => Signs::UNDERSCORE,
            '[' => Signs::SQUARE,
            '(' => Signs::ROUND,
            '=' => Signs::EQUALS,
            '-' if previous == ' ' && line[at + 1..].starts_with([' ', '-']) => Signs::SPACED_DASH,
            ' ' if previous == ' ' => Signs::DOUBLE_SPACE,
            '|' => {
                self.pipes += 1;
                0
            }
            ',' | ';' => {
                self.commas += 1;
                0
            }
            ':' => {
                if self.colon_at.is_none() {
                    self.colon_at = Some(self.units);
                }
                if line[at..].starts_with("://") { Signs::URL } else { 0 }
            }
            '"' => {
                self.quotes += 1;
                0
            }
            '.' if line[..at].ends_with("www") => Signs::URL,
            _ => 0,
        };
        self.signs.0 |= sign;
    }

    pub(super) fn other(&mut self, c: char, word: &mut Word) {
        if is_wide(c) {
            self.units += 2;
            word.finish(self);
            if is_letter_or_number(c) {
                self.wide += 1;
                self.letters += 1;
            }
        } else {
            self.units += u32::from(!crate::lines::is_zero_width(c));
            let class = classes::of(c);
            if class & LETTER != 0 {
                self.letters += 1;
                word.push(class & classes::UPPER != 0, true);
                return;
            }
            if class & NUMBER != 0 {
                self.digits += 1;
                word.push(false, false);
                return;
            }
            // Combining vowels of Indic scripts stand inside words; the right quote is an apostrophe there.
            if matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e30}'..='\u{e4f}' | '\u{200c}' | '\u{200d}')
                || (c == '’' && word.length > 0)
            {
                return;
            }
            word.finish(self);
        }
        match c {
            '，' | '、' | '；' | '،' | '؛' => self.commas += 1,
            '：' => self.colon_at = self.colon_at.or(Some(self.units)),
            '｜' | '│' | '┃' | '¦' => self.pipes += 1,
            '·' | '•' | '∙' | '・' => self.signs.0 |= Signs::MIDDOT,
            '›' | '»' | '→' | '＞' => self.signs.0 |= Signs::GREATER,
            '€' | '£' | '¥' | '￥' | '₹' | '₽' | '₩' => self.signs.0 |= Signs::CURRENCY,
            '–' | '—' | '－' => self.signs.0 |= Signs::SPACED_DASH,
            '【' | '［' => self.signs.0 |= Signs::SQUARE,
            '（' => self.signs.0 |= Signs::ROUND,
            '©' | 'ⓒ' | '®' => self.signs.0 |= Signs::COPYRIGHT,
            '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{e000}'..='\u{f8ff}' => {
                self.signs.0 |= Signs::PICTOGRAM;
            }
            _ => {}
        }
        if is_quote(c) {
            self.quotes += 1;
        }
    }
}
