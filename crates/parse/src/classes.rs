//! What kind of sign a character is, looked up in one step.
//!
//! The standard library searches its tables for every letter outside ASCII. Here a page of 64 characters is asked once,
//! when a text first uses it, and remembered: a text needs a few pages.

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

const PAGE: usize = 64;
/// Pages of the planes that news is printed in; characters beyond them are asked about each time.
const N_PAGES: usize = 0xc00;

struct Page {
    classes: [u8; PAGE],
    lower: [char; PAGE],
}

static PAGES: [OnceLock<Box<Page>>; N_PAGES] = [const { OnceLock::new() }; N_PAGES];

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
        None => page(code).map_or_else(|| asked(c), |page| page.classes[code % PAGE]),
    }
}

/// One letter in lower case; of the one letter that becomes two (`İ`) the first.
#[inline]
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = u32::from(c) as usize;
    if is_syllable(code) {
        return c;
    }
    page(code).map_or_else(|| lowered(c), |page| page.lower[code % PAGE])
}

/// Ideographs and Korean syllables fill many pages and are all alike.
#[inline]
pub(crate) fn is_syllable(code: usize) -> bool {
    matches!(code, 0x4e00..=0x9fff | 0xac00..=0xd7a3)
}

#[inline]
fn page(code: usize) -> Option<&'static Page> {
    PAGES.get(code / PAGE).map(|page| page.get_or_init(|| filled(code / PAGE)).as_ref())
}

#[cold]
fn filled(number: usize) -> Box<Page> {
    let mut page = Box::new(Page { classes: [0; PAGE], lower: ['\0'; PAGE] });
    for (at, code) in (number * PAGE..(number + 1) * PAGE).enumerate() {
        // Surrogates are no characters, and none asks for their place.
        if let Some(c) = u32::try_from(code).ok().and_then(char::from_u32) {
            page.classes[at] = asked(c);
            page.lower[at] = lowered(c);
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
        for c in '\0'..=char::MAX {
            assert_eq!(of(c), asked(c), "{c:?}");
            assert_eq!(lower(c), lowered(c), "{c:?}");
        }
    }
}
