//! Is it a town? What the words before a dateline's mark look like.

use super::agency::is_unspaced;
use super::dateline::is_town;
use super::dateline_date::{is_calendar_word, is_word_char};
use super::dateline_places::NO_PLACES;
use crate::folded;
use crate::folded::{WordSet, is_letter};

/// What the form of a town tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaceKind {
    pub(super) caps: bool,
    pub(super) words: usize,
    pub(super) letters: usize,
    pub(super) known: bool,
    pub(super) region: bool,
    pub(super) caseless: bool,
}

pub(super) fn place_kind(place: &str) -> Option<PlaceKind> {
    let place = folded::trim(place);
    // Most places that are none are told by the first small letter or figure of ASCII.
    if !opens_place(place) || place.bytes().any(|byte| NO_PLACE[usize::from(byte)]) {
        return None;
    }
    if place.is_ascii() && !place.contains(',') {
        return plain_kind(place);
    }
    let count = place.chars().count();
    if !(2..=70).contains(&count) {
        return None;
    }
    let caseless = place.chars().find(|c| is_letter(*c)).is_some_and(is_caseless);
    let mut segments = place.split(',');
    let town = segments.next().unwrap_or_default().trim();
    let mut regions = 0;
    for region in segments {
        regions += 1;
        let region = region.trim();
        let words = region.split_whitespace().count();
        let capital = region.chars().next().is_some_and(|c| c.is_uppercase() || is_caseless(c));
        if regions > 3 || words == 0 || words > 4 || !capital || !region.chars().all(is_place_char) {
            return None;
        }
        if NO_PLACES.has(region) || is_calendar_word(region) {
            return None;
        }
    }
    let mut words = 0;
    let mut letters = 0;
    for word in town.split(|c: char| c.is_whitespace() || c == '/').filter(|w| !w.is_empty()) {
        words += 1;
        let first = word.chars().next()?;
        let good = first.is_uppercase() || is_caseless(first) || (words > 1 && INSIDE.has(word));
        // `d'Or`, `l'Aquila`, `s-Hertogenbosch`.
        let elided = !good
            && word.chars().nth(1).is_some_and(|c| matches!(c, '\'' | '’'))
            && word.chars().nth(2).is_some_and(char::is_uppercase);
        if !(good || elided) || !word.chars().all(is_place_char) {
            return None;
        }
        letters += word.chars().filter(|c| is_word_char(*c)).count();
        if letters > 3 && is_calendar_word(word) {
            return None;
        }
    }
    if words == 0 || letters < 2 || words > if caseless { 3 } else { 6 } {
        return None;
    }
    let known = is_town(town);
    let first = town.split(|c: char| !is_word_char(c) && c != '-').next().unwrap_or_default();
    if !known && NO_PLACES.has(first) && !(words > 1 && ARTICLES.has(first)) {
        return None;
    }
    let last = town.rsplit(char::is_whitespace).next().unwrap_or_default();
    if !known && NO_PLACES.has(last) && words > 1 {
        return None;
    }
    let upper = |c: char| is_letter(c) && !c.is_uppercase() && !is_caseless(c);
    // `McALLEN`, `DeKALB`: one small letter inside capitals.
    let caps = !caseless && town.chars().filter(|c| upper(*c)).count() * 5 < letters && letters > 1;
    Some(PlaceKind { caps, words, letters, known, region: regions > 0, caseless })
}

/// [`place_kind`] of a town in letters of ASCII, with no region behind it and no sign that stands in no town.
fn plain_kind(town: &str) -> Option<PlaceKind> {
    if !(2..=70).contains(&town.len()) {
        return None;
    }
    let is_blank = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let (mut words, mut letters, mut small) = (0, 0, 0);
    for word in town.as_bytes().split(|byte| *byte == b'/' || is_blank(*byte)).filter(|w| !w.is_empty()) {
        words += 1;
        let range = word.as_ptr() as usize - town.as_ptr() as usize;
        let text = &town[range..range + word.len()];
        let elided = word.get(1) == Some(&b'\'') && word.get(2).is_some_and(u8::is_ascii_uppercase);
        if !(word[0].is_ascii_uppercase() || words > 1 && INSIDE.has(text) || elided) {
            return None;
        }
        letters += word.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        small += word.iter().filter(|byte| byte.is_ascii_lowercase()).count();
        if letters > 3 && is_calendar_word(text) {
            return None;
        }
    }
    if words == 0 || words > 6 || letters < 2 {
        return None;
    }
    let known = is_town(town);
    if !known {
        let is_part = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
        let first = &town[..town.bytes().take_while(is_part).count()];
        if NO_PLACES.has(first) && !(words > 1 && ARTICLES.has(first)) {
            return None;
        }
        let last = town.len() - town.bytes().rev().take_while(|byte| !is_blank(*byte)).count();
        if words > 1 && NO_PLACES.has(&town[last..]) {
            return None;
        }
    }
    let caps = small * 5 < letters && letters > 1;
    Some(PlaceKind { caps, words, letters, known, region: false, caseless: false })
}

/// May a town's name begin like this: with no small letter but an article's, `d'Or`?
fn opens_place(place: &str) -> bool {
    let bytes = place.as_bytes();
    !bytes.first().is_some_and(u8::is_ascii_lowercase)
        || bytes.get(1).is_some_and(|second| *second == b'\'' || !second.is_ascii())
}

/// Signs of ASCII that stand in no place and part none.
static NO_PLACE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte != b',' && !is_plain_place_char(byte as char);
        byte += 1;
    }
    table
};

/// Articles that belong to a town's name.
static ARTICLES: WordSet = WordSet::new(&[
    "the", "la", "le", "les", "los", "las", "el", "il", "den", "das", "o", "os", "as", "a", "an", "san", "st",
]);

/// Small words inside a town's name.
static INSIDE: WordSet = WordSet::new(&[
    "de", "del", "della", "di", "da", "do", "dos", "das", "des", "du", "la", "le", "les", "el", "al", "am",
    "an", "der", "dem", "den", "im", "in", "bei", "ob", "auf", "und", "and", "of", "the", "on", "upon",
    "sur", "sous", "en", "y", "e", "et", "i", "a", "nad", "pod", "na", "u", "aan", "op", "ter", "v", "w",
    "na", "над", "на", "и", "к", "près", "&", "–", "ve", "dan", "og", "och",
]);

fn is_place_char(c: char) -> bool {
    if c.is_ascii() {
        return is_plain_place_char(c);
    }
    is_word_char(c) && !is_unspaced(c) || c.is_whitespace() || matches!(c, '’' | '‘' | 'ʻ' | '·' | '־')
}

const fn is_plain_place_char(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\t'..='\r' | ' ' | '.' | '-' | '\'' | '/' | '&' | '`')
}

/// Letters that have no capitals.
pub(super) fn is_caseless(c: char) -> bool {
    is_letter(c) && !c.is_uppercase() && !c.is_lowercase()
}
