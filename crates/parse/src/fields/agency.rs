//! News agencies, wires and picture agencies by name.

use std::ops::Range;
use std::sync::OnceLock;

use super::agency_gate::Gate;
use super::agency_table::{EXACT, NAMES, PICTURES, TYPE_WORDS_FIRST, TYPE_WORDS_LAST};
use crate::folded;
use crate::folded::{ByLetters, Slots, hash, is_letter_or_number, is_space, lower, lowered};

/// Longest name in the tables, folded, in bytes; longer ones need no look.
const LONGEST: usize = 80;

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

/// The names without what may differ, sorted, forwards and backwards.
///
/// Sorted lists are narrowed one letter at a time, so a text that opens with no agency costs two or three looks.
struct Index {
    folded: Keys,
    exact: Keys,
    folded_back: Keys,
    exact_back: Keys,
    /// Turn most texts away by the letters that they open or close with.
    opening: Gate,
    closing: Gate,
}

/// Sorted names, and which of them open with which ASCII letter: the first look is the one that most texts end at.
struct Keys {
    sorted: Vec<Box<str>>,
    by_ascii: Vec<Range<usize>>,
    whole: Slots,
    /// Which three letters names open with: most words of a line are turned away by them.
    openings: Openings,
}

fn index() -> &'static Index {
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

fn keys(names: &[&str], fold: bool, back: bool) -> Keys {
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

/// What [`is_loose`] says of an ASCII character.
#[inline]
pub(super) fn is_loose_ascii(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'.' | b'-')
}

/// Marks that the same name is printed with and without.
pub(super) fn is_loose(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\t'..='\r' | ' ' | '.' | '-');
    }
    is_space(c) || matches!(c, '‑' | '–' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}')
}

/// Lower case where asked; the dotted capital I of Turkish folds like the plain one, and its dot is no letter.
#[inline]
pub(super) fn folding(c: char, fold: bool) -> Option<char> {
    if !fold {
        return Some(c);
    }
    Some(lower(c)).filter(|l| *l != '\u{307}')
}

/// A name without case, spaces, dots and hyphens, on the stack: for looking up in tables that are folded alike.
pub(super) struct FoldedKey(Folded);

impl FoldedKey {
    /// None when the name is empty or longer than any table entry.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut folded = Folded::new();
        (name.chars().all(|c| folded.push(c, true)) && folded.len > 0).then_some(Self(folded))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A folded name on the stack.
struct Folded {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Folded {
    fn new() -> Self {
        Self { bytes: [0; LONGEST], len: 0 }
    }

    /// False when the name is too long to be in a table.
    fn push(&mut self, c: char, fold: bool) -> bool {
        if c.is_ascii() {
            if is_loose(c) {
                return true;
            }
            let Some(room) = self.bytes.get_mut(self.len) else { return false };
            // Checked to be ASCII, which is its own byte.
            let byte = u32::from(c).to_le_bytes()[0];
            *room = if fold { byte.to_ascii_lowercase() } else { byte };
            self.len += 1;
            return true;
        }
        if is_loose(c) {
            return true;
        }
        if let Some(c) = folding(c, fold) {
            let Some(room) = self.bytes.get_mut(self.len..self.len + c.len_utf8()) else { return false };
            c.encode_utf8(room);
            self.len += c.len_utf8();
        }
        true
    }

    fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

fn has_key(keys: &Keys, name: &str, fold: bool) -> bool {
    has_letters(keys, &name.chars().filter(|c| !is_loose(*c)).filter_map(|c| folding(c, fold)))
}

fn has_ascii(keys: &Keys, name: &str, fold: bool) -> bool {
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

fn scan_forward(text: &str, keys: &Keys, fold: bool) -> Option<usize> {
    let mut left = &keys.sorted[..];
    let mut seen = Folded::new();
    let mut best = None;
    for (at, c) in text.char_indices() {
        if is_loose(c) {
            continue;
        }
        if !seen.push(c, fold) {
            break;
        }
        left = narrowed(keys, left, &seen);
        if left.is_empty() {
            break;
        }
        let end = at + c.len_utf8();
        if left[0].as_bytes() == &seen.bytes[..seen.len] && ends_word(c, text[end..].chars().next()) {
            best = Some(end);
        }
    }
    // A name written with its dots keeps the last one: `A.P.`
    best.map(|end| {
        let dotted = text[end..].starts_with('.') && text[..end].chars().rev().nth(1) == Some('.');
        if dotted { end + 1 } else { end }
    })
}

fn scan_backward(text: &str, keys: &Keys, fold: bool) -> Option<usize> {
    let mut left = &keys.sorted[..];
    let mut seen = Folded::new();
    let mut best = None;
    for (at, c) in text.char_indices().rev() {
        if is_loose(c) {
            // `opens. -` ends no name, but the dot of `A.P.` does.
            if seen.len == 0 && c != '.' {
                break;
            }
            continue;
        }
        if !seen.push(c, fold) {
            break;
        }
        left = narrowed(keys, left, &seen);
        if left.is_empty() {
            break;
        }
        if left[0].as_bytes() == &seen.bytes[..seen.len] && ends_word(c, text[..at].chars().next_back()) {
            best = Some(at);
        }
    }
    best
}

/// Chinese and Japanese set no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}')
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
mod tests {
    use super::{agency_at_end, agency_at_start, is_agency, is_agency_like};
    use proptest::prelude::*;

    #[test]
    fn names_of_agencies() {
        for name in [
            "AP",
            "A.P.",
            "Reuters",
            "REUTERS",
            "reuters",
            "AFP",
            "afp",
            "dpa",
            "Xinhua",
            "新华社",
            "新華社",
            "ТАСС",
            "TASS",
            "ANSA",
            "EFE",
            "efe",
            "APA",
            "Ritzau",
            "TT",
            "NTB",
            "STT",
            "PAP",
            "ČTK",
            "čtk",
            "MTI",
            "Agerpres",
            "BTA",
            "Hina",
            "Tanjug",
            "AA",
            "İHA",
            "DHA",
            "IRNA",
            "ISNA",
            "PTI",
            "ANI",
            "IANS",
            "BSS",
            "UNB",
            "APP",
            "Antara",
            "Bernama",
            "TTXVN",
            "연합뉴스",
            "뉴시스",
            "뉴스1",
            "共同",
            "時事",
            "中央社",
            "Getty Images",
            "GETTY IMAGES",
            "imago",
            "EPA",
            "picture alliance",
            "picture-alliance",
            "Shutterstock",
            "PR Newswire",
            "PRNewswire",
            "BUSINESS WIRE",
            "GlobeNewswire",
            "GLOBE NEWSWIRE",
            "رويترز",
            "אי־פי",
            "एएनआई",
            "The Associated Press",
            "USA TODAY Sports",
        ] {
            assert!(is_agency(name), "{name}");
        }
    }

    #[test]
    fn shared_credits() {
        for name in [
            "dpa/AFP",
            "efe-epa",
            "picture alliance / dpa",
            "picture alliance/dpa",
            "Reuters | AFP",
            "AFP via Getty Images",
        ] {
            assert!(is_agency(name), "{name}");
        }
    }

    #[test]
    fn other_words_are_no_agencies() {
        for name in [
            "",
            " ",
            "ap",
            "tt",
            "aa",
            "Map",
            "pap",
            "Ani",
            "Photo",
            "Anna Berg",
            "Northport",
            "Reuters reporter",
            "AP/Anna Berg",
            "beta",
            "hina",
            "-",
            "/",
            "...",
            "Trend setter",
            "AFPs",
        ] {
            assert!(!is_agency(name), "{name}");
        }
    }

    #[test]
    fn names_that_say_so() {
        for name in [
            "Island News Agency",
            "Agencia Sur",
            "وكالة الأفق",
            "خبرگزاری البرز",
            "東都通信",
            "北方通讯社",
            "한빛통신",
            "OpenLine Newswire",
        ] {
            assert!(is_agency_like(name), "{name}");
        }
        for name in ["Anna Berg", "agencia", "Newswire", "통신"] {
            assert!(!is_agency_like(name), "{name}");
        }
    }

    fn start(text: &str, expected: Option<&str>) {
        assert_eq!(agency_at_start(text).map(|r| &text[r]), expected, "{text}");
    }

    fn end(text: &str, expected: Option<&str>) {
        assert_eq!(agency_at_end(text).map(|r| &text[r]), expected, "{text}");
    }

    #[test]
    fn at_the_start() {
        start("Reuters - Shares rose", Some("Reuters"));
        start(" AFP/Anna Berg", Some("AFP"));
        start("Getty Images/Anna Berg", Some("Getty Images"));
        start("AP Photo/Anna Berg", Some("AP Photo"));
        start("新华社北岭7月15日电", Some("新华社"));
        start("A.P. reports", Some("A.P."));
        start("(AP) more", None);
        start("Apart from that", None);
        start("AFPs Reporter", None);
        start("APs", None);
        start("", None);
    }

    #[test]
    fn at_the_end() {
        end("Crews at work. Reuters", Some("Reuters"));
        end("Crews at work.A Berg/dpa ", Some("dpa"));
        end("Anna Berg / Getty Images", Some("Getty Images"));
        end("A bridge. 뉴시스", Some("뉴시스"));
        end("桥梁。新华社", Some("新华社"));
        end("on the MAP", Some("MAP"));
        end("on the map", None);
        end("Crews at work.", None);
        end("megap", None);
        end("", None);
    }

    proptest! {
        #[test]
        fn spans_are_on_boundaries(text in "\\PC{0,60}|(AP|dpa|新华社|İ|ẞ|[. /-]|Getty|Images|뉴스){0,12}") {
            for range in [agency_at_start(&text), agency_at_end(&text)].into_iter().flatten() {
                prop_assert!(!text[range].is_empty());
            }
            is_agency(&text);
            is_agency_like(&text);
        }
    }
}
