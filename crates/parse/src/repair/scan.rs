//! What in a text has the form of UTF-8 read as something else.

use super::page::Page;

/// Letters of a text that together are the bytes of one letter in UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// First byte in the text.
    pub(crate) start: usize,
    /// Behind its last letter.
    pub(crate) end: usize,
    /// The letter that it was; U+FFFD when one of its bytes is lost.
    pub(crate) letter: char,
    /// Its first byte.
    pub(crate) lead: u8,
    /// The letters behind the first one, up to three.
    pub(crate) signs: [char; 3],
    /// How many of them there are.
    pub(crate) n_signs: usize,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Damage.
    Hit(Hit),
    /// A letter or sign beyond ASCII that is no part of damage, and where it ends.
    Miss(char, usize),
}

/// Whether some letter that could be a first byte stands before one that could be a second one. One pass over the
/// letters beyond ASCII; of texts in most languages nothing more is asked.
pub(crate) fn may_be_damaged(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = next_beyond_ascii(rest, 0) {
        // Letters beyond ASCII that follow each other.
        let mut lead = false;
        let mut end = rest.len();
        for (from, c) in rest.get(at..).unwrap_or_default().char_indices() {
            if c.is_ascii() {
                end = at + from;
                break;
            }
            if lead && could_follow(c) {
                return true;
            }
            lead = could_lead(c);
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    false
}

/// Letters at the bytes C2 to F4 of the pages.
fn could_lead(c: char) -> bool {
    matches!(c, 'À'..='ô' | 'Ă'..='ţ' | 'Ő'..='ű' | 'В'..='ф')
}

/// Letters and signs at the bytes 80 to BF of the pages.
fn could_follow(c: char) -> bool {
    matches!(c, '\u{80}'..='¿' | 'Ą' | 'ą' | 'Ľ'..='ł' | 'Œ' | 'œ' | 'Ś'..='ž' | 'ƒ' | 'ˆ'..='˝' | 'Ё'..='Џ' | 'ё'..='ґ'
        | '\u{2013}'..='\u{203a}' | '€' | '№' | '™' | '\u{fffd}')
}

/// What stands at `at`, which is the place of a letter beyond ASCII.
pub(crate) fn read(text: &str, at: usize, page: &Page) -> Option<Found> {
    let mut chars = text.get(at..)?.chars();
    let first = chars.next()?;
    let miss = Some(Found::Miss(first, at + first.len_utf8()));
    let Some(lead) = page.byte(first) else { return miss };
    let n_signs = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return miss,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut signs = ['\0'; 3];
    let mut end = at + first.len_utf8();
    let mut lost = false;
    for k in 0..n_signs {
        let Some(sign) = chars.next() else { return miss };
        bytes[k + 1] = match page.byte(sign) {
            Some(byte @ 0x80..=0xbf) => byte,
            // Bytes that the encoding has no letter for were replaced by this one.
            None if sign == '\u{fffd}' => {
                lost = true;
                stand_in(lead)
            }
            _ => return miss,
        };
        signs[k] = sign;
        end += sign.len_utf8();
    }
    let Some(letter) = str::from_utf8(&bytes[..=n_signs]).ok().and_then(|s| s.chars().next()) else {
        return miss;
    };
    let letter = match lost {
        false => letter,
        // Of the five that it can be, print knows the closing quotation mark only.
        true if bytes[..2] == [0xe2, 0x80] && signs[0] != '\u{fffd}' => '\u{201d}',
        true => '\u{fffd}',
    };
    Some(Found::Hit(Hit { start: at, end, letter, lead, signs, n_signs }))
}

/// Some byte that may follow any first byte, for one that is lost.
fn stand_in(lead: u8) -> u8 {
    match lead {
        0xe0 => 0xa0,
        0xed | 0xf4 => 0x80,
        _ => 0x90,
    }
}

/// How many letters after `at`, which is behind a first byte, could be bytes of the same letter, and where they end.
pub(crate) fn follow(text: &str, at: usize, most: usize, page: &Page) -> (usize, usize) {
    let mut end = at;
    let mut n = 0;
    for c in text.get(at..).unwrap_or("").chars().take(most) {
        if !matches!(page.byte(c), Some(0x80..=0xbf)) {
            break;
        }
        end += c.len_utf8();
        n += 1;
    }
    (n, end)
}

/// The next letter beyond ASCII from `at` on.
pub(crate) fn next_beyond_ascii(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(at..)?;
    // Whole words of the machine first: most of most texts is ASCII.
    let plain = bytes.as_chunks::<16>().0.iter().take_while(|chunk| chunk.is_ascii()).count() * 16;
    let found = bytes.get(plain..)?.iter().position(|byte| !byte.is_ascii())?;
    Some(at + plain + found)
}
