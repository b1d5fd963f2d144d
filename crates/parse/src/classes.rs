//! What kind of sign a character is, looked up in one step.
//!
//! The standard library searches its tables for every letter outside ASCII. Here the classes of all characters stand in a
//! table, page by page.

use std::sync::OnceLock;

/// Unicode calls it alphabetic.
pub(crate) const LETTER: u8 = 1;
/// Unicode calls it numeric.
pub(crate) const NUMBER: u8 = 1 << 1;
pub(crate) const LOWER: u8 = 1 << 2;
pub(crate) const UPPER: u8 = 1 << 3;
/// White space to Unicode.
pub(crate) const SPACE: u8 = 1 << 4;
/// White space as a reader sees it, see [`is_blank_char`](crate::lines::is_blank_char).
pub(crate) const BLANK: u8 = 1 << 5;
/// Takes two columns, see [`is_wide`](crate::label::measure::is_wide).
pub(crate) const WIDE: u8 = 1 << 6;

/// Another letter in lower case.
const CHANGES: u8 = 1 << 7;

const PAGE: usize = 64;
/// Pages of the planes that news is printed in; characters beyond them are asked about each time.
const N_PAGES: usize = 0xc00;
/// Pages that differ.
const N_KINDS: usize = 346;

/// Which characters are of which class: a line with its name, then hexadecimal numbers of characters, `a-b` for all from one to
/// another, `a=b` for every second one of them. Made from the standard library, with which a test compares it.
static TABLE: Table = Table::read(include_bytes!("classes.txt"));

/// The version of Unicode that they are from.
#[cfg(test)]
pub(crate) const UNICODE: (u8, u8, u8) = (17, 0, 0);

/// The classes of all characters; most pages are like others.
struct Table {
    kinds: [u16; N_PAGES],
    pages: [[u8; PAGE]; N_KINDS],
}

impl Table {
    /// Read while the program is compiled.
    #[expect(clippy::cast_possible_truncation, reason = "there are some hundred kinds of pages")]
    const fn read(text: &[u8]) -> Self {
        let mut classes = [[0_u8; PAGE]; N_PAGES];
        let (mut class, mut at) = (0, 0);
        while at < text.len() {
            if text[at] != b' ' {
                // The name of the next class.
                class = if class == 0 { 1 } else { class << 1 };
                while at < text.len() && text[at] != b'\n' {
                    at += 1;
                }
                at += 1;
                continue;
            }
            while at < text.len() && text[at] == b' ' {
                at += 1;
            }
            let (from, end) = hexadecimal(text, at);
            at = end;
            let (mut to, mut step) = (from, 1);
            if at < text.len() && (text[at] == b'-' || text[at] == b'=') {
                step = if text[at] == b'=' { 2 } else { 1 };
                (to, at) = hexadecimal(text, at + 1);
            }
            let mut code = from;
            while code <= to {
                classes[code / PAGE][code % PAGE] |= class;
                code += step;
            }
            at += (at < text.len() && text[at] == b'\n') as usize;
        }
        let mut table = Self { kinds: [0; N_PAGES], pages: [[0; PAGE]; N_KINDS] };
        // The first page has letters and blanks; the kind of unassigned pages has nothing.
        let (mut page, mut n) = (0, 0);
        while page < N_PAGES {
            let mut kind = 0;
            while kind < n && !same(&table.pages[kind], &classes[page]) {
                kind += 1;
            }
            if kind == n {
                table.pages[n] = classes[page];
                n += 1;
            }
            table.kinds[page] = kind as u16;
            page += 1;
        }
        table
    }
}

const fn hexadecimal(text: &[u8], mut at: usize) -> (usize, usize) {
    let mut value = 0;
    while at < text.len() && text[at].is_ascii_hexdigit() {
        let digit = text[at];
        value = value << 4 | if digit <= b'9' { digit - b'0' } else { digit - b'a' + 10 } as usize;
        at += 1;
    }
    (value, at)
}

const fn same(one: &[u8; PAGE], other: &[u8; PAGE]) -> bool {
    let mut at = 0;
    while at < PAGE && one[at] == other[at] {
        at += 1;
    }
    at == PAGE
}

/// Letters in lower case, page by page, asked when a text first uses one that changes.
static LOWER_PAGES: [OnceLock<Box<[char; PAGE]>>; N_PAGES] = [const { OnceLock::new() }; N_PAGES];

/// The classes of the ASCII characters.
pub(crate) static ASCII: [u8; 128] = {
    let mut classes = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let mut class = 0;
        if byte.is_ascii_lowercase() {
            class |= LETTER | LOWER;
        }
        if byte.is_ascii_uppercase() {
            class |= LETTER | UPPER;
        }
        if byte.is_ascii_digit() {
            class |= NUMBER;
        }
        if matches!(byte, b'\t'..=b'\r' | b' ') {
            class |= SPACE | BLANK;
        }
        if matches!(byte, 0x1c..=0x1f) {
            class |= BLANK;
        }
        classes[byte as usize] = class;
        byte += 1;
    }
    classes
};

/// ASCII letters and figures in small letters; zero for all other bytes.
pub(crate) static PLAIN: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// ASCII letters: small 1, capital 2; zero for all other bytes.
pub(crate) static PLAIN_CASE: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphabetic() {
            table[byte as usize] = 1 + byte.is_ascii_uppercase() as u8;
        }
        byte += 1;
    }
    table
};

/// The classes of a character.
#[inline]
pub(crate) fn of(c: char) -> u8 {
    let code = u32::from(c) as usize;
    match ASCII.get(code) {
        Some(class) => *class,
        None if is_syllable(code) => LETTER | WIDE,
        None => listed(code).map_or_else(|| asked(c), |class| class & !CHANGES),
    }
}

/// One letter in lower case; of the one letter that becomes two (`İ`) the first.
#[inline]
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = u32::from(c) as usize;
    match listed(code) {
        Some(class) if class & CHANGES == 0 => c,
        Some(_) => LOWER_PAGES[code / PAGE].get_or_init(|| lower_page(code / PAGE))[code % PAGE],
        None => lowered(c),
    }
}

/// The classes of a character, and itself in lower case, as [`of`] and [`lower`] tell them, in one look.
#[inline]
pub(crate) fn of_and_lower(c: char) -> (u8, char) {
    let code = u32::from(c) as usize;
    if is_syllable(code) {
        return (LETTER | WIDE, c);
    }
    match listed(code) {
        Some(class) if class & CHANGES == 0 => (class, c),
        Some(class) => (class & !CHANGES, lower(c)),
        None => (asked(c), lowered(c)),
    }
}

/// Ideographs and Korean syllables fill many pages and are all alike.
#[inline]
pub(crate) fn is_syllable(code: usize) -> bool {
    matches!(code, 0x4e00..=0x9fff | 0xac00..=0xd7a3)
}

/// The classes of a character of the table.
#[inline]
fn listed(code: usize) -> Option<u8> {
    let kind = TABLE.kinds.get(code / PAGE)?;
    Some(TABLE.pages[usize::from(*kind)][code % PAGE])
}

#[cold]
fn lower_page(number: usize) -> Box<[char; PAGE]> {
    let mut page = Box::new(['\0'; PAGE]);
    for (at, code) in (number * PAGE..(number + 1) * PAGE).enumerate() {
        if let Some(c) = u32::try_from(code).ok().and_then(char::from_u32) {
            page[at] = lowered(c);
        }
    }
    page
}

fn lowered(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn asked(c: char) -> u8 {
    let mut class = 0;
    let facts = [
        (LETTER, c.is_alphabetic()),
        (NUMBER, c.is_numeric()),
        (LOWER, c.is_lowercase()),
        (UPPER, c.is_uppercase()),
        (SPACE, c.is_whitespace()),
        (BLANK, crate::lines::asked_blank(c)),
        (WIDE, crate::label::measure::asked_wide(c)),
    ];
    for (bit, holds) in facts {
        if holds {
            class |= bit;
        }
    }
    class
}

#[cfg(test)]
mod tests {
    use super::{asked, lower, lowered, of};

    #[test]
    fn every_character_has_the_classes_that_it_was_asked_for() {
        if char::UNICODE_VERSION != super::UNICODE {
            return;
        }
        for c in '\0'..=char::MAX {
            assert_eq!(of(c), asked(c), "{c:?}");
            assert_eq!(lower(c), lowered(c), "{c:?}");
        }
    }
}
