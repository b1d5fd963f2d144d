//! Which classes of give-away words a line holds.

use std::sync::OnceLock;

use super::lexicon_words::{SPACED, UNSPACED};
use crate::classes::{self, LETTER, NUMBER, PLAIN, SPACE, WIDE};
use crate::folded::{Lengths, plain_lower};
use crate::plain::parts;

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Nav,
    Share,
    Related,
    Advert,
    Comment,
    Rights,
    Paywall,
    Letter,
    Section,
    Note,
    Photo,
    Role,
    Tags,
    Shop,
    Forum,
    Docs,
    ReadTime,
    Player,
    Points,
    AuthorBox,
}

/// Number of classes.
pub(crate) const N_CLASSES: usize = 20;

/// What the words of a line gave away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hits {
    /// Bit set of classes found anywhere looked at.
    pub(crate) any: u32,
    /// Bit set of classes that the line begins with.
    pub(crate) at_start: u32,
    /// Words covered by entries.
    pub(crate) covered: u32,
    /// Words looked at.
    pub(crate) words: u32,
}

impl Hits {
    pub(crate) fn has(self, class: Class) -> bool {
        self.any & bit(class) != 0
    }

    pub(crate) fn starts_with(self, class: Class) -> bool {
        self.at_start & bit(class) != 0
    }
}

impl Hits {
    /// What counts in a line as long as a paragraph: words of menus and sections are everyday words there.
    pub(crate) fn of_prose(mut self) -> Self {
        let telling = [
            Class::Related,
            Class::Comment,
            Class::Rights,
            Class::Paywall,
            Class::Letter,
            Class::Note,
            Class::Photo,
            Class::AuthorBox,
        ];
        let kept = telling.into_iter().fold(0, |bits, class| bits | bit(class));
        self.any &= kept;
        self.at_start &= kept;
        self.covered = 0;
        self
    }
}

fn bit(class: Class) -> u32 {
    1 << class as u8
}

/// Words looked at from the start of a line; give-away words stand there or in short lines.
const MAX_WORDS: usize = 12;
/// Characters looked at in lines without spaces.
const MAX_WIDE: usize = 40;

/// Looks up the words of a line (trimmed).
pub(crate) fn look_up(line: &str) -> Hits {
    let lexicon = lexicon();
    look_up_spaced(line, lexicon).unwrap_or_else(|| look_up_any(line, lexicon))
}

/// What a byte is to the words of a line.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// A letter, a digit, or a sign that belongs to its word.
    Part,
    /// Stands in a word and does not count.
    Passed,
    Blank,
    /// Ends a word and a phrase.
    End,
    /// Not ASCII.
    Other,
}

/// A letter or sign beyond ASCII of those that words with spaces between them are printed in, by its first bytes, and its
/// length; others are not told here.
fn sign_of(bytes: &[u8]) -> Option<(Sign, usize)> {
    Some(match bytes {
        // Letters with accents; not the signs of multiplication and division.
        [0xc3, 0x97 | 0xb7, ..] => return None,
        [0xc3, ..] => (Sign::Part, 2),
        // Cyrillic letters.
        [0xd0 | 0xd1, ..] => (Sign::Part, 2),
        // No-break space, guillemets.
        [0xc2, 0xa0, ..] => (Sign::Blank, 2),
        [0xc2, 0xab | 0xbb, ..] => (Sign::End, 2),
        // The apostrophe, dashes, quotation marks, the bullet, the ellipsis.
        [0xe2, 0x80, 0x99, ..] => (Sign::Part, 3),
        [0xe2, 0x80, 0x90..=0xa7, ..] => (Sign::End, 3),
        _ => return None,
    })
}

static SIGNS: [Sign; 256] = {
    let mut signs = [Sign::Other; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'\'' | b'-' | b'+' => Sign::Part,
            b'.' | b':' | b'(' => Sign::Passed,
            _ if byte.is_ascii_alphanumeric() => Sign::Part,
            _ if classes::ASCII[byte as usize] & SPACE != 0 => Sign::Blank,
            _ => Sign::End,
        };
        byte += 1;
    }
    signs
};

/// The same, where all that is looked at has spaces between its words: those in ASCII that no entry resembles are not hashed.
fn look_up_spaced(line: &str, lexicon: &Lexicon) -> Option<Hits> {
    let mut hits = Hits::default();
    let (mut before2, mut before1) = (None::<&str>, None::<&str>);
    let (mut first_word, mut at) = (true, 0);
    let bytes = line.as_bytes();
    while at < bytes.len() {
        let from = at;
        // Whether something counts in the word, and whether not all of it is plain ASCII that counts.
        let (mut in_word, mut mixed) = (false, false);
        let (mut end, mut width) = (Sign::Blank, 1);
        // Letters and figures of ASCII: most of most words.
        while bytes.get(at).is_some_and(|byte| PLAIN[usize::from(*byte)] != 0) {
            at += 1;
        }
        in_word |= at > from;
        while let Some(byte) = bytes.get(at) {
            (end, width) = (SIGNS[usize::from(*byte)], 1);
            if end == Sign::Other {
                (end, width) = sign_of(&bytes[at..])?;
                mixed |= end == Sign::Part;
            }
            match end {
                Sign::Part => in_word = true,
                Sign::Passed => mixed = true,
                _ => break,
            }
            at += width;
        }
        if in_word {
            let word = &line[from..at];
            if mixed || lexicon.lengths.may_hold(word) {
                let hash = spaced_hash(word);
                let hashed =
                    |word: Option<&str>| word.filter(|_| lexicon.may_end_phrase(hash)).map(spaced_hash);
                hits.word(lexicon, hash, hashed(before1), hashed(before2), first_word);
            } else {
                hits.words += 1;
            }
            first_word = false;
            (before2, before1) = (before1, Some(word));
            if hits.words as usize >= MAX_WORDS {
                return Some(hits);
            }
        }
        if end == Sign::End {
            (before2, before1) = (None, None);
        }
        at += width;
    }
    Some(hits)
}

/// What [`push`] makes of the letters of a word.
fn spaced_hash(word: &str) -> u64 {
    if !word.is_ascii() {
        return word.chars().filter(|c| !matches!(c, '.' | ':' | '(')).fold(SEED, push);
    }
    let counting = word.bytes().filter(|byte| SIGNS[usize::from(*byte)] == Sign::Part);
    counting.fold(SEED, |hash, byte| push_lower(hash, u64::from(byte.to_ascii_lowercase())))
}

fn look_up_any(line: &str, lexicon: &Lexicon) -> Hits {
    let mut hits = Hits::default();
    // Hashes of the last two words, so that phrases of two and three words are found as they end.
    let (mut before2, mut before1) = (None::<u64>, None::<u64>);
    let mut hash = SEED;
    let mut in_word = false;
    let mut n_wide = 0;
    let mut first_word = true;
    let mut wide_window = [0u64; MAX_ENTRY];
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            // Most of most lines.
            if n_wide > 0 {
                wide_window = [0; MAX_ENTRY];
            }
            for byte in &bytes[at..] {
                let lower = PLAIN[usize::from(*byte)];
                if lower == 0 {
                    break;
                }
                hash = push_lower(hash, u64::from(lower));
                at += 1;
            }
            in_word = true;
            continue;
        }
        let c = if byte.is_ascii() {
            char::from(*byte)
        } else {
            line[at..].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
        };
        at += c.len_utf8();
        let class = classes::of(c);
        let part = class & (LETTER | NUMBER) != 0;
        if !c.is_ascii() {
            if class & WIDE != 0 && !matches!(c, '\u{3000}' | '，' | '。' | '：' | '、') {
                n_wide += 1;
                if n_wide > MAX_WIDE {
                    break;
                }
                let near_start = n_wide <= MAX_WIDE_ENTRY;
                wide_step(&mut wide_window[..MAX_WIDE_ENTRY], c, lexicon, &mut hits, near_start);
            } else if matches!(c, '\u{e00}'..='\u{e7f}') {
                n_wide += 1;
                wide_step(&mut wide_window, c, lexicon, &mut hits, n_wide <= MAX_ENTRY);
            } else {
                wide_window = [0; MAX_ENTRY];
            }
        } else if n_wide > 0 {
            wide_window = [0; MAX_ENTRY];
        }
        let inside = part
            || matches!(c, '\'' | '’' | '-' | '.' | '+' | '(' | ':' | '\u{93c}'..='\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{901}'..='\u{903}' | '\u{1cd0}'..='\u{1cff}');
        if inside {
            // Dots, colons and brackets belong to an entry only where the table writes them.
            if part || !matches!(c, '.' | ':' | '(') {
                hash = push(hash, c);
                in_word = true;
            }
            continue;
        }
        if in_word {
            hits.word(lexicon, hash, before1, before2, first_word);
            first_word = false;
            before2 = before1;
            before1 = Some(hash);
            hash = SEED;
            in_word = false;
            if hits.words as usize >= MAX_WORDS {
                return hits;
            }
        }
        if class & SPACE == 0 {
            (before2, before1) = (None, None);
        }
    }
    if in_word {
        hits.word(lexicon, hash, before1, before2, first_word);
    }
    hits
}

impl Hits {
    fn word(
        &mut self,
        lexicon: &Lexicon,
        hash: u64,
        before1: Option<u64>,
        before2: Option<u64>,
        first: bool,
    ) {
        self.words += 1;
        let mut classes = lexicon.classes(hash);
        let mut length = u32::from(classes != 0);
        if let Some(one) = before1.filter(|_| lexicon.may_end_phrase(hash)) {
            let two_words = lexicon.classes(join(one, hash));
            if two_words != 0 {
                classes |= two_words;
                length = 2;
            }
            if let Some(two) = before2 {
                let three_words = lexicon.classes(join(join(two, one), hash));
                if three_words != 0 {
                    classes |= three_words;
                    length = 3;
                }
            }
        }
        if classes != 0 {
            self.any |= classes;
            self.covered = (self.covered + length).min(self.words);
            if first || length >= self.words {
                self.at_start |= classes;
            }
        }
    }
}

/// Longest entry of [`UNSPACED`] in characters that is looked for.
const MAX_ENTRY: usize = 20;
/// The same for ideographs, kana and hangul, whose words are short.
const MAX_WIDE_ENTRY: usize = 6;

fn wide_step(window: &mut [u64], c: char, lexicon: &Lexicon, hits: &mut Hits, near_start: bool) {
    // window[k] is the hash of the k+1 characters before this one.
    let mut previous = SEED;
    let letter = letter_of(c);
    for slot in window.iter_mut() {
        let extended = push_lower(previous, letter);
        let next_previous = *slot;
        *slot = extended;
        let classes = lexicon.classes(extended ^ UNSET);
        if classes != 0 {
            hits.any |= classes;
            hits.covered += 1;
            if near_start {
                hits.at_start |= classes;
            }
        }
        if next_previous == 0 {
            break;
        }
        previous = next_previous;
    }
    hits.words = hits.words.max(1);
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
/// Keeps entries without spaces apart from words.
const UNSET: u64 = 0x9e37_79b9_7f4a_7c15;

fn push(hash: u64, c: char) -> u64 {
    push_lower(hash, letter_of(c))
}

/// What counts of a letter: in small letters, with a straight apostrophe.
#[inline]
fn letter_of(c: char) -> u64 {
    u64::from(u32::from(plain_lower(c)))
}

#[inline]
fn push_lower(hash: u64, lower: u64) -> u64 {
    (hash ^ lower).wrapping_mul(0x0100_0000_01b3).rotate_left(5)
}

fn join(first: u64, second: u64) -> u64 {
    (first.rotate_left(17) ^ second).wrapping_mul(UNSET)
}

fn word_hash(word: &str) -> u64 {
    if word.is_ascii() {
        let letters = word.bytes().filter(|byte| !is_passed(*byte));
        return letters.fold(SEED, |hash, byte| push_lower(hash, u64::from(byte.to_ascii_lowercase())));
    }
    word.chars().filter(|c| !matches!(c, '.' | ':' | '(' | ')')).fold(SEED, push)
}

/// Signs that stand in an entry and do not count.
fn is_passed(byte: u8) -> bool {
    matches!(byte, b'.' | b':' | b'(' | b')')
}

/// An open hash table of entries; a lookup touches one or two slots.
struct Lexicon {
    slots: Vec<(u64, u32)>,
    /// Marks of the last words of phrases: few words can end one.
    ends: [u64; ENDS],
    /// Of the words in ASCII that are an entry or end one.
    lengths: Lengths,
}

const ENDS: usize = 256;

/// Where the last word of a phrase is marked.
fn end_mark(hash: u64) -> (usize, u64) {
    let mixed = hash.wrapping_mul(UNSET) >> 48;
    let at = (mixed >> 6) as usize % ENDS;
    (at, 1 << (mixed & 63))
}

impl Lexicon {
    fn build() -> Self {
        let listed = |lists: &[(Class, &'static str)]| {
            lists.iter().map(|(_, list)| 1 + list.bytes().filter(|byte| *byte == b'|').count()).sum::<usize>()
        };
        let n = listed(SPACED) + listed(UNSPACED);
        let slots = vec![(0, 0); (n * 3).next_power_of_two()];
        let mut lexicon = Self { slots, ends: [0; ENDS], lengths: Lengths::of([]) };
        for (class, list) in SPACED {
            for entry in parts(list, b'|') {
                let (mut whole, mut n) = (None, 0);
                let (mut word, mut hash) = ("", SEED);
                for part in parts(entry, b' ') {
                    (word, hash) = (part, word_hash(part));
                    whole = Some(whole.map_or(hash, |before| join(before, hash)));
                    n += 1;
                }
                lexicon.add(whole.unwrap_or(SEED), *class);
                if n > 1 {
                    let (at, bit) = end_mark(hash);
                    lexicon.ends[at] |= bit;
                }
                if word.is_ascii() && !word.bytes().any(is_passed) {
                    lexicon.lengths.add(word);
                } else if word.is_ascii() {
                    lexicon.lengths.add(&word.replace(['.', ':', '(', ')'], ""));
                }
            }
        }
        for (class, list) in UNSPACED {
            for entry in parts(list, b'|') {
                lexicon.add(entry.chars().fold(SEED, push) ^ UNSET, *class);
            }
        }
        lexicon
    }

    fn add(&mut self, hash: u64, class: Class) {
        let at = self.slot(hash);
        self.slots[at].0 = hash;
        self.slots[at].1 |= bit(class);
    }

    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        #[expect(clippy::cast_possible_truncation, reason = "masked to the table's size right after")]
        let mut at = (hash ^ (hash >> 32)) as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    fn may_end_phrase(&self, hash: u64) -> bool {
        let (at, bit) = end_mark(hash);
        self.ends[at] & bit != 0
    }

    fn classes(&self, hash: u64) -> u32 {
        self.slots[self.slot(hash)].1
    }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::build)
}

#[cfg(test)]
mod tests {
    use super::{Class, look_up};

    #[test]
    fn words_and_phrases_of_many_languages() {
        assert!(look_up("Read more: Council closes bridge").starts_with(Class::Related));
        assert!(look_up("À lire aussi : le pont").starts_with(Class::Related));
        assert!(look_up("Lesen Sie auch").starts_with(Class::Related));
        assert!(look_up("ADVERTISEMENT").starts_with(Class::Advert));
        assert!(look_up("责任编辑：王某").has(Class::Note));
        assert!(look_up("相关新闻").has(Class::Related));
        assert!(look_up("यह भी पढ़ें").has(Class::Related));
        assert!(look_up("ข่าวที่เกี่ยวข้อง").has(Class::Related));
        assert_eq!(look_up("The bridge will shut").any, 0);
        assert_eq!(look_up("").words, 0);
    }

    #[test]
    fn words_with_spaces_are_read_as_all_else_is() {
        let lexicon = super::lexicon();
        let lines = super::SPACED.iter().flat_map(|(_, list)| list.split('|'));
        for entry in lines.filter(|entry| super::look_up_spaced(entry, lexicon).is_some()) {
            for line in [
                format!("{entry}: Council closes"),
                format!("A ({entry}) b. {}!", entry.to_uppercase()),
                format!("L’{entry}–{entry}\u{a0}«{entry}» d’été {entry}… {entry}"),
                format!("'{entry}.' - x | {entry}... {entry}, {entry}\t{entry} a b c d e f g h"),
            ] {
                let read = super::look_up_spaced(&line, lexicon);
                assert_eq!(read, Some(super::look_up_any(&line, lexicon)), "{line}");
            }
        }
    }

    #[test]
    fn coverage_tells_a_menu_from_a_sentence() {
        let menu = look_up("Home | News | Sport | Contact us");
        assert!(menu.covered * 4 >= menu.words * 3, "{menu:?}");
        let sentence = look_up("The home team won again on Monday");
        assert!(sentence.covered * 3 <= sentence.words, "{sentence:?}");
    }
}
