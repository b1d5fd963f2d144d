//! A header line as words, marks, dates and addresses.

use std::ops::Range;

use super::agency::is_agency;
use super::vocabulary::Known;
use super::words::{has, is_han, is_hangul, is_mark};
use super::words_label::{HONORIFICS, NOISE};
use super::words_outlet::OUTLETS;
use super::words_role::{MODIFIERS, ROLES};
use crate::classes::{self, LETTER, LOWER, NUMBER, UPPER};
use crate::folded::{is_capital, is_letter, is_letter_or_number};
use crate::lines::is_blank_char;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `Ana`, `O’Neil`, `J.`
    Title,
    /// `ANA`
    Upper,
    /// `ana`
    Lower,
    /// `detikHealth`, `Phys.org`, `G1`: names of things.
    Camel,
    /// Scripts without capitals: Arabic, Hebrew, Devanagari, Thai.
    Caseless,
    /// Ideographs or kana.
    Han,
    /// Korean.
    Hangul,
}

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word(Case),
    /// Digits, with what sticks to them.
    Number,
    /// A mark that separates; a space stands for two words that lost the space between them.
    Sep(char),
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A date found before, by its index.
    Date(usize),
    /// An e-mail address, a handle, a web address.
    Contact,
}

/// A piece of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// What the tables know of a word.
    pub(super) known: Known,
}

impl Token {
    /// A piece that is no word.
    fn mark(start: usize, end: usize, kind: Kind) -> Self {
        Self { start, end, kind, known: Known::NOTHING }
    }

    fn word(line: &str, start: usize, end: usize, kind: Kind) -> Self {
        Self { start, end, kind, known: Known::of(&line[start..end]) }
    }
}

/// Pieces of a line that are no dates, and the dates among them, in order.
pub(super) fn split(line: &str, dates: &[Range<usize>]) -> Vec<Token> {
    split_while(line, dates, |_| true)
}

/// The pieces of a line up to the first that is not to be gone beyond; a few more may follow it.
pub(super) fn split_while(line: &str, dates: &[Range<usize>], go_on: impl Fn(&Token) -> bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(16);
    let mut at = 0;
    let mut next_date = 0;
    let addressed = may_hold_address(line.as_bytes());
    while at < line.len() && tokens.last().is_none_or(&go_on) {
        while dates.get(next_date).is_some_and(|d| d.start < at || d.end <= d.start || d.end > line.len()) {
            next_date += 1;
        }
        let limit = dates.get(next_date).map_or(line.len(), |d| d.start);
        if at == limit
            && let Some(date) = dates.get(next_date)
            && line.is_char_boundary(date.end)
        {
            tokens.push(Token::mark(at, date.end, Kind::Date(next_date)));
            at = date.end;
            continue;
        }
        let limit = if limit > at && line.is_char_boundary(limit) { limit } else { line.len() };
        at = step(&line[..limit], at, addressed, &mut tokens);
    }
    tokens
}

/// May an address stand in the line? Few lines have one, and every word would be asked.
fn may_hold_address(line: &[u8]) -> bool {
    memchr::memchr2_iter(b'@', b'[', line).any(|at| line[at] == b'@' || line[at..].starts_with(b"[email"))
        || memchr::memchr2_iter(b'p', b'.', line)
            .any(|at| line[..=at].ends_with(b"http") || line[..=at].ends_with(b"www."))
}

/// Reads one piece at `at`; returns where the next begins.
fn step(line: &str, at: usize, addressed: bool, tokens: &mut Vec<Token>) -> usize {
    let Some(c) = line[at..].chars().next() else { return line.len() };
    if is_blank_char(c) {
        return at + c.len_utf8();
    }
    if addressed && let Some(end) = contact(line, at, tokens) {
        return end;
    }
    if is_letter_or_number(c) || (c == '^' && line[at..].len() > 1) {
        let end = word_end(line, at);
        push_word(line, at, end, tokens);
        return end;
    }
    let end = at + c.len_utf8();
    let kind = match c {
        '(' | '[' | '（' | '【' | '〔' | '［' | '<' | '《' | '「' | '{' => Kind::Open,
        ')' | ']' | '）' | '】' | '〕' | '］' | '>' | '》' | '」' | '}' => Kind::Close,
        // A hyphen that follows or precedes a space parts; one between letters was taken by the word.
        '-' | '‐' | '‑' | '–' | '—' | '―' | '−' => Kind::Sep('-'),
        '，' | '،' | ',' | '、' => Kind::Sep(','),
        '；' | ';' | '؛' => Kind::Sep(';'),
        '：' | ':' => Kind::Sep(':'),
        '|' | '｜' | '¦' | '│' | '丨' => Kind::Sep('|'),
        '/' | '／' | '\\' => Kind::Sep('/'),
        mark if is_middle_dot(mark) => Kind::Sep('·'),
        '.' | '。' | '…' | '।' | '!' | '?' => Kind::Sep('.'),
        '&' => Kind::Sep('&'),
        '=' | '＝' => Kind::Sep('='),
        other => Kind::Sep(other),
    };
    tokens.push(Token::mark(at, end, kind));
    end
}

/// A dot, a bullet or what is printed in their stead between two fields.
pub(super) fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '●' | '∙' | '▪' | '■' | '◆' | '*' | '+' | '‧' | '→')
}

/// An address at `at`: its end, after pushing it.
fn contact(line: &str, at: usize, tokens: &mut Vec<Token>) -> Option<usize> {
    let rest = &line[at..];
    let fresh = at == 0 || !line[..at].ends_with(|c: char| is_letter_or_number(c));
    if !fresh {
        return None;
    }
    let mut end = rest
        .find(|c: char| is_blank_char(c) || matches!(c, '|' | ',' | ';' | '(' | ')' | '，'))
        .unwrap_or(rest.len());
    if rest.starts_with("[email") {
        end = rest.find(']').map_or(rest.len(), |e| e + 1);
    } else if rest.starts_with("http") || rest.starts_with("www.") {
    } else {
        let chunk = &rest[..end];
        let sign = chunk.find('@')?;
        if chunk.len() < sign + 3 {
            return None;
        }
        // `Ana Limaalima@paper.com`: the address begins with the given name printed before.
        if sign > 0
            && let Some(cut) = glued_address(&chunk[..sign], line, tokens)
        {
            push_word(line, at, at + cut, tokens);
            tokens.push(Token::mark(at + cut, at + end, Kind::Contact));
            return Some(at + end);
        }
    }
    tokens.push(Token::mark(at, at + end, Kind::Contact));
    Some(at + end)
}

fn glued_address(local: &str, line: &str, tokens: &[Token]) -> Option<usize> {
    let before = tokens.last().filter(|t| matches!(t.kind, Kind::Word(Case::Title | Case::Upper)))?;
    let given = &line[before.start..before.end];
    if !local.is_ascii()
        || !given.is_ascii()
        || given.len() < 2
        || !local.starts_with(|c: char| c.is_uppercase())
    {
        return None;
    }
    let lower = local.to_ascii_lowercase();
    let at = lower.get(2..)?.find(&given.to_ascii_lowercase())?;
    Some(at + 2)
}

/// End of the word that begins at `at`.
fn word_end(line: &str, at: usize) -> usize {
    let word = &line[at..];
    let mut previous = '\0';
    let mut letters = 0usize;
    let mut offset = 0;
    loop {
        // Most of most words.
        let run = word.as_bytes()[offset..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if run > 0 {
            letters += run;
            offset += run;
            previous = char::from(word.as_bytes()[offset - 1]);
        }
        let mut chars = word[offset..].chars();
        let Some(c) = chars.next() else { return line.len() };
        let next = chars.next().unwrap_or('\0');
        let goes_on = if is_letter_or_number(c) || is_mark(c) || (offset == 0 && c == '^') {
            letters += usize::from(!is_mark(c));
            true
        } else {
            match c {
                '\'' | '’' | 'ʼ' | '‘' | '`' | '´' => is_letter(previous) && is_letter(next),
                '-' | '‐' | '‑' => is_letter_or_number(previous) && is_letter_or_number(next),
                '·' => is_han(previous) && is_han(next),
                // `J.`, `E.`, `Th.`, `Dr.`: the dot is the word's. Between letters it makes a domain or initials.
                '.' => {
                    is_letter_or_number(next) && is_letter(previous)
                        || letters == 1 && is_letter(previous) && !is_han(previous)
                        || line[at..at + offset].contains('.') && previous.is_uppercase()
                        || has(&HONORIFICS, &line[at..=at + offset])
                        || matches!(&line[at..at + offset], "Jr" | "Sr" | "St" | "Th" | "Chr" | "Ph" | "Wm")
                }
                // Letters of UTF-8 that was read as Latin-1: `HÃ©lÃ¨ne`.
                '\u{80}'..='\u{bf}' => is_misread(previous) && c != '\u{a0}',
                _ => false,
            }
        };
        if !goes_on {
            return at + offset;
        }
        previous = c;
        offset += c.len_utf8();
    }
}

fn push_word(line: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let word = &line[start..end];
    if let Some(cut) = glue(word) {
        let cut = start + cut;
        tokens.push(Token::word(line, start, cut, Kind::Word(case(&line[start..cut]))));
        tokens.push(Token::mark(cut, cut, Kind::Sep(' ')));
        return push_word(line, cut, end, tokens);
    }
    let kind = if word.starts_with(|c: char| classes::of(c) & NUMBER != 0) {
        Kind::Number
    } else {
        Kind::Word(case(word))
    };
    tokens.push(Token::word(line, start, end, kind));
}

/// Where two words that lost their space meet: `KeaneJournal`, `ExampleStaff`, `ItalieThe`, `LimaCNN`.
///
/// A capital inside a word parts it only before a word that opens a role, a paper or a label: `McDonald` stays whole.
fn glue(word: &str) -> Option<usize> {
    // `Byby Ana Lima`: the page's own lead word and that of the copy.
    let half = word.len() / 2;
    if word.len().is_multiple_of(2)
        && word.is_char_boundary(half)
        && matches!(&word[..half], "By" | "by" | "Par" | "Von" | "Por")
        && word[..half].eq_ignore_ascii_case(&word[half..])
    {
        return Some(half);
    }
    if !word.starts_with(is_capital) || word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut previous_small = false;
    for (at, c) in word.char_indices() {
        let class = classes::of(c);
        if at > 1 && class & UPPER != 0 && previous_small {
            let rest = &word[at..];
            let opens = matches!(rest, "The" | "By" | "For" | "Staff" | "Special")
                || has(&ROLES, rest)
                || has(&NOISE, rest)
                || has(&MODIFIERS, rest) && rest.len() > 3
                || has(&OUTLETS, rest) && rest.len() > 3
                || rest.chars().all(char::is_uppercase)
                    && (rest.len() > 1 && is_agency(rest) || (3..=4).contains(&rest.len()) && at > 3);
            if opens || matches!(&word[..at], "By" | "Par" | "Por" | "Von") {
                return Some(at);
            }
        }
        previous_small = class & LOWER != 0;
    }
    None
}

/// First letters of UTF-8 that was read as Latin-1.
fn is_misread(c: char) -> bool {
    matches!(c, 'Ã' | 'Å' | 'Ä' | 'Â' | 'Ð' | 'Ñ')
}

fn case(word: &str) -> Case {
    // Most words are letters of ASCII, all small, all capital, or small behind a capital.
    if let Some((first, rest)) = word.as_bytes().split_first()
        && first.is_ascii_alphabetic()
    {
        if rest.iter().all(u8::is_ascii_lowercase) {
            return if first.is_ascii_lowercase() { Case::Lower } else { Case::Title };
        }
        if first.is_ascii_uppercase() && rest.iter().all(u8::is_ascii_uppercase) {
            return Case::Upper;
        }
    }
    let (mut upper, mut lower, mut digit, mut inner_upper, mut dot) = (0u32, 0u32, false, false, false);
    let mut first = None;
    let mut previous = '\0';
    let mut previous_small = false;
    let mut shouts = true;
    for (at, c) in word.char_indices() {
        // UTF-8 read as Latin-1: two signs for one small letter.
        if is_misread(c) && word[at + c.len_utf8()..].starts_with(|n| matches!(n, '\u{80}'..='\u{bf}')) {
            lower += 1;
            previous = 'e';
            previous_small = true;
            continue;
        }
        if is_han(c) {
            return Case::Han;
        }
        if is_hangul(c) {
            return Case::Hangul;
        }
        let class = classes::of(c);
        let (small, capital) = (class & LOWER != 0, class & UPPER != 0);
        first = first.or((class & LETTER != 0).then_some(c));
        inner_upper |= capital && previous_small;
        // `ITmedia`: capitals at the head of a word in small letters. Dutch spells `IJsbrand`.
        if small && shouts {
            inner_upper |= upper > 1 && !word.starts_with("IJ");
            shouts = false;
        }
        dot |= previous == '.' && small;
        upper += u32::from(capital);
        lower += u32::from(small);
        digit |= class & NUMBER != 0;
        previous = c;
        previous_small = small;
    }
    let starts_upper = first.is_some_and(is_capital);
    if upper + lower == 0 {
        Case::Caseless
    } else if dot || digit || (inner_upper && !is_name_with_capital(word, starts_upper)) {
        Case::Camel
    } else if starts_upper && lower == 0 && upper > 1 && !word.contains('.') {
        Case::Upper
    } else if starts_upper {
        Case::Title
    } else {
        // `d'Alger`, `l'Isle`: small letter and apostrophe, then a capital.
        // and the Arabic article before a hyphen, `al-Nuaimi`.
        let elided = word.get(1..2) == Some("'") || word.contains('’');
        let article = word
            .split_once('-')
            .is_some_and(|(head, tail)| head.len() <= 3 && tail.starts_with(char::is_uppercase));
        if upper > 0 && (elided || article) { Case::Title } else { Case::Lower }
    }
}

/// `McDonald`, `MacLeod`, `DeVito`, `LaRue`, `FitzGerald`, `VanHorn`: a capital inside a family name.
fn is_name_with_capital(word: &str, starts_upper: bool) -> bool {
    const HEADS: &[&str] = &[
        "Mc", "Mac", "De", "Del", "Della", "Di", "Da", "Du", "La", "Le", "Les", "Van", "Von", "Fitz", "St",
        "O", "Mk", "Al", "El", "Ben", "Bin", "Ap", "Dal", "Lo", "Vander",
    ];
    starts_upper
        && (HEADS
            .iter()
            .any(|head| word.strip_prefix(head).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
            || word.contains(['-', '‐', '‑', '\'', '’']))
}
