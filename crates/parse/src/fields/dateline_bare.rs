//! Datelines that no mark closes: a day does, or the town is all there is.

use super::agency::agency_at_end;
use super::dateline::{DatelineRead, is_town};
use super::dateline_date::{date_len, digit, is_calendar_word};
use super::dateline_head::{classify, trim_marks};
use super::dateline_place::{is_caseless, place_kind};
use super::dateline_west::{Head, sure};
use crate::folded;
use crate::folded::is_space;
use crate::lines::range_in;

/// `LONDON, Sept 18 European shares`: the day closes the dateline.
pub(super) fn without_mark(text: &str) -> Option<DatelineRead> {
    let comma = memchr::memchr(b',', &text.as_bytes()[..text.len().min(48)])?;
    let place = text[..comma].trim();
    let rest = text[comma + 1..].trim_start();
    let kind = place_kind(place)?;
    let len = date_len(rest)?;
    let date = rest[..len].trim_end_matches(['.', ',']);
    let after = rest[len..].trim_start_matches(['.', ',']);
    let sentence = after.trim_start();
    let next = sentence.chars().next();
    let begins = next.is_none_or(|c| c.is_uppercase() || is_caseless(c));
    if !begins || (next.is_some() && sentence.len() == after.len()) || is_calendar_word(date) {
        return None;
    }
    let strength = match (kind.caps, kind.known, next.is_none()) {
        (true, _, _) => 0.85,
        (false, true, _) => 0.6,
        (false, false, true) => 0.35,
        (false, false, false) => 0.25,
    };
    let head = Head { place: Some(place), date: Some(date), ..Head::default() };
    let raw = &text[..range_in(text, date).end];
    Some(sure(text, raw, text.len() - sentence.len(), head, strength))
}

/// A town alone on its line, with no mark at all: `Ankara`.
pub(super) fn bare(text: &str) -> Option<DatelineRead> {
    let name = folded::trim(text);
    if name.len() > 4 * 40 || name.chars().count() > 40 {
        return None;
    }
    // Without a mark, a figure or an agency at its end, the line is a town or nothing.
    let plain = name.bytes().all(is_plain)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && agency_at_end(name).is_none_or(|range| range.start == 0);
    // An agency stands behind a mark, a figure or its town.
    let signed = || {
        !name.contains('/')
            && (name.contains(|c: char| matches!(c, ',' | '.' | '|' | '(' | '[') || digit(c).is_some())
                || agency_at_end(trim_marks(name)).is_some_and(|range| range.start > 0))
    };
    if !plain
        && signed()
        && let Some(head) = classify(name).filter(|h| h.agency.is_some() && h.place.is_some() && !h.bracketed)
    {
        return Some(sure(text, name, text.len(), head, 0.5));
    }
    // Of more words than two only a known town is taken.
    let town = name.split(',').next().unwrap_or_default();
    let is_joint = |c: char| is_space(c) || c == '/';
    // Where a word begins; what has no more than two bytes of them has no more words.
    let joints = town.bytes().filter(|byte| is_word_end(*byte)).count();
    let words = town.split(is_joint).filter(|word| !word.is_empty());
    if joints > 1 && words.take(3).count() > 2 && !is_town(town.trim()) {
        return None;
    }
    let kind = place_kind(name)?;
    let strength = match (kind.known, kind.words) {
        (true, _) => 0.55,
        (false, 1) => 0.12,
        (false, 2) => 0.08,
        _ => return None,
    };
    let head = Head { place: Some(name), ..Head::default() };
    Some(sure(text, name, text.len(), head, strength))
}

/// A byte that a space or a slash begins or ends with: of all signs with more bytes than one the first.
fn is_word_end(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'/' | 0xc2 | 0xe1 | 0xe2 | 0xe3)
}

/// Letters, and marks that stand inside names. Of letters outside ASCII those of Latin, Greek and Cyrillic, whose bytes are
/// no other sign's.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || matches!(byte, b' ' | b'\'' | b'-' | 0x80..=0xbf | 0xc3..=0xc5 | 0xce | 0xcf | 0xd0 | 0xd1)
}
