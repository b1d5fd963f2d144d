//! News agencies, wires and picture agencies by name.

use std::ops::Range;
use std::sync::OnceLock;

use super::agency_index::{Keys, has_ascii, has_key, head, index, keys, scan_backward, scan_forward};
use super::agency_table::{PICTURES, TYPE_WORDS_FIRST, TYPE_WORDS_LAST};
use crate::folded;
use crate::folded::{ByLetters, lower, lowered};

/// Longest name in the tables, folded, in bytes; longer ones need no look.
pub(super) const LONGEST: usize = 80;

/// Is this the name of a known agency, and nothing else?
///
/// Case, spaces, dots and hyphens are forgiven where the name stays safe: `reuters`, `A.F.P.`. Short forms that are words
/// or abbreviations in another case (`AP`, `APA`, `TT`, `AA`) need theirs. Shared credits count: `dpa/AFP`, `EFE-EPA`.
pub(crate) fn is_agency(name: &str) -> bool {
    let name = folded::trim(name);
    if name.is_empty() || name.len() > 2 * LONGEST {
        return false;
    }
    // Whoever shares the name with another stands first in it.
    if !may_open_agency(name) {
        return false;
    }
    if is_one(name) {
        return true;
    }
    // Pictures and copy of two houses: `Reuters/Kyodo`, `picture alliance / dpa`, `efe-epa`. Few names have a mark.
    let marks = name.bytes().fold(0, |marks, byte| marks | JOINTS[usize::from(byte)]);
    for (bit, mark) in (0..).zip(['/', '|', '-', '＝', '=']) {
        if marks >> bit & 1 == 1 && name.split(mark).all(|part| is_one(part.trim())) {
            return true;
        }
    }
    // Looked for by bytes: setting up a search costs more than the names are long.
    if marks & VIA != VIA || !name.as_bytes().windows(5).any(|w| w == b" via ") {
        return false;
    }
    match name.split_once(" via ") {
        Some((a, b)) => is_one(a.trim()) && is_one(b.trim()),
        None => false,
    }
}

/// May a text open with the name of an agency? Most are turned away by four letters.
#[inline]
pub(super) fn may_open_agency(text: &str) -> bool {
    index().opening.may_open(text)
}

/// A bit for each mark between two houses, by a byte of it, and two for the letters of `via`.
const JOINTS: [u8; 256] = {
    let mut bits = [0; 256];
    bits[b'/' as usize] = 1;
    bits[b'|' as usize] = 1 << 1;
    bits[b'-' as usize] = 1 << 2;
    bits[0xef] = 1 << 3;
    bits[b'=' as usize] = 1 << 4;
    bits[b' ' as usize] = 1 << 5;
    bits[b'v' as usize] = 1 << 6;
    bits
};
const VIA: u8 = 3 << 5;

/// Is this a house that sells pictures and writes no text?
pub(crate) fn is_picture_house(name: &str) -> bool {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    let name = name.trim();
    name.len() <= 2 * LONGEST && has_key(KEYS.get_or_init(|| keys(PICTURES, true, false)), name, true)
}

/// Does the name say itself that it is an agency (`Island News Agency`, `Agencia Sur`, `北方通讯社`)?
///
/// Weaker than [`is_agency`]: only for places where an agency is expected.
pub(crate) fn is_agency_like(name: &str) -> bool {
    let name = folded::trim(name);
    is_agency(name) || says_agency(name)
}

/// [`is_agency_like`] of what is known to be no agency by name.
pub(super) fn says_agency(name: &str) -> bool {
    static FIRST: ByLetters = ByLetters::new();
    static LAST: ByLetters = ByLetters::new();
    let mut first = FIRST.among(name.chars(), TYPE_WORDS_FIRST.iter().map(|w| w.chars()));
    let mut last = LAST.among(name.chars().rev(), TYPE_WORDS_LAST.iter().map(|w| w.chars().rev()));
    first.any(|i| has_prefix_folded(name, TYPE_WORDS_FIRST[i]))
        || last.any(|i| has_suffix_folded(name, TYPE_WORDS_LAST[i]))
}

/// The longest agency name that the text opens with, ended by a word boundary.
pub(crate) fn agency_at_start(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let body = &text[start..];
    let index = index();
    if !index.opening.may_open(body) {
        return None;
    }
    let end = scan_forward(body, &index.folded, true).max(scan_forward(body, &index.exact, false))?;
    Some(start..start + end)
}

/// The longest agency name that the text closes with, begun at a word boundary.
pub(crate) fn agency_at_end(text: &str) -> Option<Range<usize>> {
    let body = text.trim_end();
    let index = index();
    if !index.closing.may_close(body) {
        return None;
    }
    let folded = scan_backward(body, &index.folded_back, true);
    let exact = scan_backward(body, &index.exact_back, false);
    let start = match (folded, exact) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b)?,
    };
    Some(start..body.len())
}

fn is_one(name: &str) -> bool {
    let index = index();
    // Most names are turned away by three letters, whatever table they might be in.
    let head = head(name);
    let (folded, exact) = (index.folded.openings.may_open(head), index.exact.openings.may_open(head));
    if name.is_ascii() {
        return folded && has_ascii(&index.folded, name, true)
            || exact && has_ascii(&index.exact, name, false);
    }
    folded && has_key(&index.folded, name, true) || exact && has_key(&index.exact, name, false)
}

/// Chinese and Japanese set no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}')
}

fn has_prefix_folded(name: &str, prefix: &str) -> bool {
    let mut letters = lowered(name);
    prefix.chars().all(|p| letters.next() == Some(p)) && letters.next().is_some()
}

fn has_suffix_folded(name: &str, suffix: &str) -> bool {
    let mut letters = name.chars().rev();
    let tail = suffix
        .chars()
        .rev()
        .all(|s| letters.next().is_some_and(|c| c == s || c != 'İ' && s != 'İ' && lower(c) == lower(s)));
    tail && letters
        .next()
        .is_some_and(|c| c.is_whitespace() || is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}'))
}

#[cfg(test)]
#[path = "agency_tests.rs"]
mod tests;
