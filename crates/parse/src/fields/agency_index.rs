//! The tables of agencies, sorted and folded: whole names looked up, and the longest that a text opens or closes with.

use std::ops::Range;
use std::sync::OnceLock;

use super::agency::is_unspaced;
use super::agency_gate::Gate;
use super::agency_key::{Folded, folding, is_loose, is_loose_ascii};
use super::agency_table::{EXACT, NAMES};
use crate::folded::{Slots, hash, is_letter_or_number};

/// The first three letters that count, in small letters.
pub(super) type Head = [Option<char>; 3];

pub(super) fn head(text: &str) -> Head {
    let mut head = [None; 3];
    let mut slots = head.iter_mut();
    for byte in text.bytes() {
        if !byte.is_ascii() {
            return kept(text.chars());
        }
        if !is_loose_ascii(byte) {
            match slots.next() {
                Some(slot) => *slot = Some(char::from(byte.to_ascii_lowercase())),
                None => break,
            }
        }
    }
    head
}

fn kept(letters: impl Iterator<Item = char>) -> Head {
    let mut kept = letters.filter(|c| !is_loose(*c)).filter_map(|c| folding(c, true));
    [kept.next(), kept.next(), kept.next()]
}

/// The names without what may differ, sorted, forwards and backwards.
///
/// Sorted lists are narrowed one letter at a time, so a text that opens with no agency costs two or three looks.
pub(super) struct Index {
    pub(super) folded: Keys,
    pub(super) exact: Keys,
    pub(super) folded_back: Keys,
    pub(super) exact_back: Keys,
    /// Turn most texts away by the letters that they open or close with.
    pub(super) opening: Gate,
    pub(super) closing: Gate,
}

/// Sorted names, and which of them open with which ASCII letter: the first look is the one that most texts end at.
pub(super) struct Keys {
    sorted: Vec<Box<str>>,
    by_ascii: Vec<Range<usize>>,
    whole: Slots,
    /// Which three letters names open with: most words of a line are turned away by them.
    pub(super) openings: Openings,
}

pub(super) fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let (folded, exact) = (keys(NAMES, true, false), keys(EXACT, false, false));
        let (folded_back, exact_back) = (keys(NAMES, true, true), keys(EXACT, false, true));
        let gate = |a: &Keys, b: &Keys| Gate::of(a.sorted.iter().chain(&b.sorted).map(|key| &**key));
        let (opening, closing) = (gate(&folded, &exact), gate(&folded_back, &exact_back));
        Index { folded, exact, folded_back, exact_back, opening, closing }
    })
}

/// Which three letters the names of a table open with.
pub(super) struct Openings(Box<[u64; OPENINGS]>);

/// Words of 64 bits in which openings are marked.
const OPENINGS: usize = 256;

impl Openings {
    pub(super) fn of<'k>(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut marks = Box::new([0; OPENINGS]);
        for key in keys {
            let (row, bit) = opening(kept(key.chars()));
            marks[row] |= bit;
        }
        Self(marks)
    }

    /// May a name that opens with these letters be in the table?
    pub(super) fn may_open(&self, head: Head) -> bool {
        let (row, bit) = opening(head);
        self.0[row] & bit != 0
    }
}

/// Where three small letters are marked.
fn opening([first, second, third]: Head) -> (usize, u64) {
    let slot = |letter: Option<char>| letter.map_or(0, |c| u32::from(c) as usize % 64);
    let place = slot(first) * 0x9e5 + slot(second) * 0x3d + slot(third) * 0x201;
    (place / 64 % OPENINGS, 1 << (place % 64))
}

pub(super) fn keys(names: &[&str], fold: bool, back: bool) -> Keys {
    let mut keys: Vec<Box<str>> = names.iter().map(|name| key(name, fold, back)).collect();
    keys.sort_unstable();
    keys.dedup();
    // Sorted, those of one letter stand together.
    let mut by_ascii = vec![0..0; 128];
    for (at, key) in keys.iter().enumerate() {
        if let Some(range) = key.bytes().next().and_then(|byte| by_ascii.get_mut(usize::from(byte))) {
            *range = if range.end == 0 { at..at + 1 } else { range.start..at + 1 };
        }
    }
    // Whole names are looked up forwards.
    let whole = if back { &[][..] } else { &keys[..] };
    let openings = Openings::of(whole.iter().map(|key| &**key));
    let whole = Slots::of(whole.iter().map(|key| hash(key.chars())));
    Keys { sorted: keys, by_ascii, whole, openings }
}

/// What counts of a name, backwards where asked.
fn key(name: &str, fold: bool, back: bool) -> Box<str> {
    if name.is_ascii() {
        let mut kept: Vec<u8> = Vec::with_capacity(name.len());
        kept.extend(name.bytes().filter(|byte| !is_loose_ascii(*byte)));
        if fold {
            kept.make_ascii_lowercase();
        }
        if back {
            kept.reverse();
        }
        return String::from_utf8(kept).unwrap_or_default().into();
    }
    let letters = name.chars().filter(|c| !is_loose(*c)).filter_map(|c| folding(c, fold));
    if back { letters.rev().collect::<String>().into() } else { letters.collect::<String>().into() }
}

pub(super) fn has_key(keys: &Keys, name: &str, fold: bool) -> bool {
    has_letters(keys, &name.chars().filter(|c| !is_loose(*c)).filter_map(|c| folding(c, fold)))
}

pub(super) fn has_ascii(keys: &Keys, name: &str, fold: bool) -> bool {
    let kept = name.bytes().filter(|b| !is_loose_ascii(*b));
    let letters = kept.map(|b| char::from(if fold { b.to_ascii_lowercase() } else { b }));
    has_letters(keys, &letters)
}

fn has_letters(keys: &Keys, letters: &(impl Iterator<Item = char> + Clone)) -> bool {
    keys.whole.find(hash(letters.clone()), |entry| keys.sorted[entry].chars().eq(letters.clone())).is_some()
}

/// The part of the sorted keys `left` that opens with what was seen.
fn narrowed<'k>(keys: &'k Keys, left: &'k [Box<str>], seen: &Folded) -> &'k [Box<str>] {
    // One byte seen is the first letter, and an ASCII one.
    match keys.by_ascii.get(usize::from(seen.bytes[0])) {
        Some(range) if seen.len == 1 => &keys.sorted[range.clone()],
        _ => narrow(left, &seen.bytes[..seen.len]),
    }
}

/// The part of the sorted keys that opens with `prefix`.
///
/// All keys open with all but its last letter.
fn narrow<'k>(keys: &'k [Box<str>], prefix: &[u8]) -> &'k [Box<str>] {
    // A few are looked at one by one.
    const FEW: usize = 8;
    let from = keys.partition_point(|k| k.as_bytes() < prefix);
    let rest = &keys[from..];
    let to = if rest.len() <= FEW {
        rest.iter().take_while(|k| k.as_bytes().starts_with(prefix)).count()
    } else {
        rest.partition_point(|k| k.as_bytes().starts_with(prefix))
    };
    &rest[..to]
}

/// A name that is read letter by letter, and the keys that it may still become.
struct Becoming<'k> {
    keys: &'k Keys,
    left: &'k [Box<str>],
    seen: Folded,
    fold: bool,
}

impl<'k> Becoming<'k> {
    fn new(keys: &'k Keys, fold: bool) -> Self {
        Self { keys, left: &keys.sorted, seen: Folded::new(), fold }
    }

    /// Reads a letter on; `None` when no key goes on so, else whether what was read is a whole one.
    #[inline]
    fn read(&mut self, c: char) -> Option<bool> {
        if !self.seen.push(c, self.fold) {
            return None;
        }
        self.left = narrowed(self.keys, self.left, &self.seen);
        self.left.first().map(|key| key.as_bytes() == &self.seen.bytes[..self.seen.len])
    }
}

pub(super) fn scan_forward(text: &str, keys: &Keys, fold: bool) -> Option<usize> {
    let mut name = Becoming::new(keys, fold);
    let mut best = None;
    for (at, c) in text.char_indices().filter(|(_, c)| !is_loose(*c)) {
        let Some(is_whole) = name.read(c) else { break };
        let end = at + c.len_utf8();
        if is_whole && ends_word(c, text[end..].chars().next()) {
            best = Some(end);
        }
    }
    // A name written with its dots keeps the last one: `A.P.`
    best.map(|end| {
        let dotted = text[end..].starts_with('.') && text[..end].chars().rev().nth(1) == Some('.');
        if dotted { end + 1 } else { end }
    })
}

pub(super) fn scan_backward(text: &str, keys: &Keys, fold: bool) -> Option<usize> {
    let mut name = Becoming::new(keys, fold);
    let mut best = None;
    for (at, c) in text.char_indices().rev() {
        if is_loose(c) {
            // `opens. -` ends no name, but the dot of `A.P.` does.
            if name.seen.len == 0 && c != '.' {
                break;
            }
            continue;
        }
        let Some(is_whole) = name.read(c) else { break };
        if is_whole && ends_word(c, text[..at].chars().next_back()) {
            best = Some(at);
        }
    }
    best
}

/// May a name end at `c` when `next` stands behind it?
fn ends_word(c: char, next: Option<char>) -> bool {
    match next {
        None => true,
        Some(next) => is_unspaced(c) || is_unspaced(next) || !(is_letter_or_number(next) || is_mark(next)),
    }
}

/// Vowel signs of Indian and Thai letters, which are no letters to `is_alphanumeric`.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93a}'..='\u{94f}' | '\u{9bc}'..='\u{9cd}' | '\u{e31}'..='\u{e4e}')
}
