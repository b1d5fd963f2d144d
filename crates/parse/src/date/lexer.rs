//! Cuts a line into numbers, words and marks.

use std::cell::Cell;
use std::ops::Range;

use super::fold::Folded;
use super::words::{self, Senses};
use crate::classes::{self, LETTER, LOWER, UPPER};
use crate::folded::{is_letter, is_small};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A run of digits of any script, or of ideograph digits before a calendar sign.
    Num { value: u32, digits: u8 },
    /// A run of letters; camel case is cut, because pages glue words ("StaffUpdated").
    Word,
    /// Any other sign, full-width forms narrowed. Ideographs come one by one.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// A line with its tokens.
pub(super) struct Lexed<'t> {
    pub(super) line: &'t str,
    pub(super) tokens: Vec<Token>,
    /// The number of each word in the index, once it was looked up.
    numbers: Vec<Cell<u16>>,
}

/// The word was not looked up yet.
const UNKNOWN: u16 = u16::MAX;

impl<'t> Lexed<'t> {
    /// Cuts the part of the line within the bounds.
    pub(super) fn new(line: &'t str, bounds: Range<usize>) -> Self {
        let mut tokens = Vec::with_capacity(bounds.len() / 5 + 4);
        let mut at = bounds.start;
        let part = line.get(..bounds.end).unwrap_or(line);
        while let Some(token) = next_token(part, at) {
            at = token.end;
            tokens.push(token);
        }
        split_glued_hours(line, &mut tokens);
        let numbers = vec![Cell::new(UNKNOWN); tokens.len()];
        Self { line, tokens, numbers }
    }

    pub(super) fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Value and number of digits of a number.
    pub(super) fn num(&self, i: usize) -> Option<(u32, u8)> {
        match self.kind(i)? {
            Kind::Num { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// A number of at most `digits` digits within the bounds.
    pub(super) fn small(&self, i: usize, low: u32, high: u32) -> Option<u32> {
        let (value, digits) = self.num(i)?;
        (digits <= 2 && (low..=high).contains(&value)).then_some(value)
    }

    pub(super) fn mark(&self, i: usize) -> Option<char> {
        match self.kind(i)? {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.mark(i).is_some_and(|c| marks.contains(&c))
    }

    pub(super) fn start(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.line.len(), |t| t.start)
    }

    pub(super) fn end(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.line.len(), |t| t.end)
    }

    /// Whether token `i` follows the one before without a gap.
    pub(super) fn glued(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|before| i < self.tokens.len() && self.end(before) == self.start(i))
    }

    pub(super) fn text(&self, i: usize) -> &'t str {
        self.line.get(self.start(i)..self.end(i)).unwrap_or_default()
    }

    /// What word `i` can mean.
    pub(super) fn senses(&self, i: usize) -> Senses {
        if self.kind(i) != Some(Kind::Word) {
            return Senses::default();
        }
        let Some(cell) = self.numbers.get(i) else { return Senses::default() };
        if cell.get() == UNKNOWN {
            let text = self.text(i);
            let mut folded = Folded::new();
            let known = !text.is_ascii() || words::may_know(text);
            let fits = known && folded.push_word(text).is_some();
            cell.set(if fits { words::number(folded.as_bytes()) } else { 0 });
        }
        words::by_number(cell.get())
    }

    /// What word `i` can mean when abbreviations with inner dots ("a.m.", "p. m.", "ม.ค.") count as one word,
    /// and the token after it. A dot behind the word belongs to it.
    pub(super) fn dotted(&self, i: usize) -> (Senses, usize) {
        if self.kind(i) != Some(Kind::Word) {
            return (Senses::default(), i + 1);
        }
        let dot = self.is_mark(i + 1, &['.']) && self.glued(i + 1);
        if dot
            && self.kind(i + 2) == Some(Kind::Word)
            && self.text(i).len() <= 9
            && self.text(i + 2).len() <= 9
        {
            let mut folded = Folded::new();
            let both = folded.push_word(self.text(i)).and_then(|()| folded.push_word(self.text(i + 2)));
            let short = self.text(i).chars().count() <= 2 && self.text(i + 2).chars().count() <= 2;
            if both.is_some() && short {
                let senses = words::lookup(folded.as_bytes());
                if !senses.is_empty() {
                    let end = if self.is_mark(i + 3, &['.']) && self.glued(i + 3) { i + 4 } else { i + 3 };
                    return (senses, end);
                }
            }
        }
        (self.senses(i), if dot { i + 2 } else { i + 1 })
    }
}

/// Cuts day and hour apart where the blank between them was lost ("05-0322:46", "03.05.202109:12").
fn split_glued_hours(line: &str, tokens: &mut Vec<Token>) {
    let mut i = 2;
    while i + 2 < tokens.len() {
        let after_sep = |t: &Token| matches!(t.kind, Kind::Mark('-' | '.' | '/'));
        let glued = match (tokens[i - 2].kind, tokens[i].kind, tokens[i + 2].kind) {
            (Kind::Num { digits: before, .. }, Kind::Num { digits, value }, Kind::Num { digits: 2, .. })
                if after_sep(&tokens[i - 1]) && tokens[i + 1].kind == Kind::Mark(':') =>
            {
                match (before, digits) {
                    (1 | 2, 4) if value / 100 <= 31 => Some(2),
                    (1 | 2, 6) => Some(4),
                    _ => None,
                }
            }
            _ => None,
        };
        if let Some(head) = glued {
            let token = tokens[i];
            let ascii = line.get(token.start..token.end).is_some_and(|t| t.is_ascii());
            if let (true, Kind::Num { value, .. }) = (ascii, token.kind) {
                let middle = token.start + head;
                let digits = if head == 2 { 2 } else { 4 };
                tokens[i] =
                    Token { start: token.start, end: middle, kind: Kind::Num { value: value / 100, digits } };
                tokens.insert(
                    i + 1,
                    Token {
                        start: middle,
                        end: token.end,
                        kind: Kind::Num { value: value % 100, digits: 2 },
                    },
                );
            }
        }
        i += 1;
    }
}

fn next_token(line: &str, from: usize) -> Option<Token> {
    let bytes = line.as_bytes();
    let start = from + bytes.get(from..)?.iter().take_while(|byte| **byte == b' ').count();
    // Most tokens begin with a letter, a figure or a mark of ASCII.
    match bytes.get(start).copied()? {
        b'0'..=b'9' => return Some(number(line.get(start..)?, start)),
        b'a'..=b'z' | b'A'..=b'Z' => {
            if let Some(end) = ascii_word(&bytes[start..]) {
                return Some(Token { start, end: start + end, kind: Kind::Word });
            }
        }
        b'`' => return Some(Token { start, end: start + 1, kind: Kind::Mark('\'') }),
        byte if byte.is_ascii_punctuation() => {
            return Some(Token { start, end: start + 1, kind: Kind::Mark(char::from(byte)) });
        }
        _ => {}
    }
    let from = start;
    let rest = line.get(from..)?;
    let (skip, first) = rest.char_indices().find(|(_, c)| !is_blank(*c))?;
    let start = from + skip;
    let rest = line.get(start..)?;
    if digit(first).is_some() {
        return Some(number(rest, start));
    }
    if let Some(token) = ideograph_number(rest, start) {
        return Some(token);
    }
    if !is_wide(first) && is_letter(first) {
        let mut lower = is_small(first);
        let hangul = is_hangul(first);
        let ends = |c: char| {
            let class = classes::of(c);
            let camel = lower && class & UPPER != 0;
            lower = class & LOWER != 0;
            // Before the letters of the far East nothing is wide.
            camel
                || if c < '\u{3040}' { hangul } else { is_wide(c) || is_hangul(c) != hangul }
                || class & LETTER == 0 && !is_joined(c)
        };
        let end = rest[first.len_utf8()..].find(ends).map_or(rest.len(), |at| first.len_utf8() + at);
        return Some(Token { start, end: start + end, kind: Kind::Word });
    }
    let narrow = match first {
        '／' | '∕' => '/',
        '：' | '︰' | '∶' => ':',
        '．' | '。' => '.',
        '－' | '‐' | '‑' | '−' => '-',
        '，' | '、' | '،' => ',',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '｜' | '丨' | '¦' => '|',
        '’' | '‘' | 'ʼ' | '`' => '\'',
        other => other,
    };
    Some(Token { start, end: start + first.len_utf8(), kind: Kind::Mark(narrow) })
}

/// The end of a word of ASCII letters, when an ASCII sign or the end of the line follows it: most words, read by bytes.
fn ascii_word(rest: &[u8]) -> Option<usize> {
    let mut lower = false;
    for (at, byte) in rest.iter().enumerate() {
        if !byte.is_ascii() {
            return None;
        }
        if !byte.is_ascii_alphabetic() || lower && byte.is_ascii_uppercase() {
            return (at > 0).then_some(at);
        }
        lower = byte.is_ascii_lowercase();
    }
    Some(rest.len())
}

fn number(rest: &str, start: usize) -> Token {
    let (mut value, mut digits, mut end) = (0u32, 0u8, 0);
    for (at, c) in rest.char_indices() {
        let Some(d) = digit(c) else { break };
        value = value.saturating_mul(10).saturating_add(d);
        digits = digits.saturating_add(1);
        end = at + c.len_utf8();
    }
    Token { start, end: start + end, kind: Kind::Num { value, digits } }
}

/// Ideograph digits count only before a sign of the calendar or the clock; elsewhere 一 is a word.
fn ideograph_number(rest: &str, start: usize) -> Option<Token> {
    ideograph_digit(rest.chars().next()?)?;
    let (mut total, mut current, mut plain, mut digits, mut end, mut tens) =
        (0u32, 0u32, 0u32, 0u8, 0, false);
    for (at, c) in rest.char_indices() {
        let Some(d) = ideograph_digit(c) else { break };
        end = at + c.len_utf8();
        digits = digits.saturating_add(1);
        if d >= 10 {
            tens = true;
            // 十 alone is ten, 二十 is twenty, 廿 and 卅 are twenty and thirty.
            total = if d == 10 { current.max(1).checked_mul(10)? } else { d };
            current = 0;
        } else {
            current = d;
            plain = plain.saturating_mul(10).saturating_add(d);
        }
    }
    let next = rest.get(end..)?.chars().next()?;
    matches!(next, '年' | '月' | '日' | '号' | '號' | '时' | '時' | '点' | '點' | '分' | '秒')
        .then_some(())?;
    let value = if tens { total.saturating_add(current) } else { plain };
    let digits = if tens { 2 } else { digits };
    Some(Token { start, end: start + end, kind: Kind::Num { value, digits } })
}

fn ideograph_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

/// The value of a decimal digit of the scripts that newspapers use.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '০'..='৯' => '০',
        '੦'..='੯' => '੦',
        '૦'..='૯' => '૦',
        '௦'..='௯' => '௦',
        '౦'..='౯' => '౦',
        '೦'..='೯' => '೦',
        '൦'..='൯' => '൦',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

pub(super) fn is_blank(c: char) -> bool {
    c == ' '
        || (c != '\u{200c}'
            && (c.is_whitespace()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')))
}

/// Signs that do not end a word: combining marks, vowel signs, and the joiner inside Persian words.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{655}' | '\u{900}'..='\u{dff}' if digit(c).is_none())
        || matches!(c, '\u{e31}'..='\u{e4e}' if digit(c).is_none())
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Ideographs and kana, which are cut one by one.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}
