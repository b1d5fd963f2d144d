//! Words whatever their case, found in one step instead of by trying every entry of a table.

use std::sync::OnceLock;

pub(crate) use crate::classes::lower;
use crate::classes::{self, LETTER, NUMBER};

/// [`char::is_alphabetic`], without a search.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    classes::of(c) & LETTER != 0
}

/// [`char::is_alphanumeric`], without a search.
#[inline]
pub(crate) fn is_letter_or_number(c: char) -> bool {
    classes::of(c) & (LETTER | NUMBER) != 0
}

/// [`char::is_lowercase`], without a search.
#[inline]
pub(crate) fn is_small(c: char) -> bool {
    classes::of(c) & classes::LOWER != 0
}

/// [`char::is_uppercase`], without a search.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    classes::of(c) & classes::UPPER != 0
}

/// [`char::is_whitespace`], without a search.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    classes::of(c) & classes::SPACE != 0
}

/// A letter in lower case; an apostrophe is straight.
#[inline]
pub(crate) fn plain_lower(c: char) -> char {
    if c == '’' { '\'' } else { lower(c) }
}

/// The letters of a word in lower case.
pub(crate) fn lowered(word: &str) -> impl Iterator<Item = char> {
    Lowered { letters: word.chars(), dot: false }
}

struct Lowered<'w> {
    letters: std::str::Chars<'w>,
    /// The dot of the Turkish capital, a letter of its own in lower case, comes next.
    dot: bool,
}

impl Iterator for Lowered<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if std::mem::take(&mut self.dot) {
            return Some('\u{307}');
        }
        let c = self.letters.next()?;
        self.dot = c == 'İ';
        Some(lower(c))
    }
}

/// [`str::trim`]: most texts have nothing at their ends to be trimmed.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) { text } else { text.trim() }
}

/// [`str::find`] for short texts and words: setting up a search costs more than looking at the places of one byte.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    memchr::memchr_iter(*word.first()?, text).find(|at| text[*at..].starts_with(word))
}

/// [`str::rfind`] for short texts and words, see [`find`].
pub(crate) fn rfind(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let end = memchr::memrchr_iter(*word.last()?, text).find(|at| text[..=*at].ends_with(word))?;
    Some(end + 1 - word.len())
}

/// Equal whatever the case.
pub(crate) fn eq(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { lowered(a).eq(lowered(b)) }
}

/// A number for a word, from its letters.
pub(crate) fn hash(letters: impl Iterator<Item = char>) -> u64 {
    let mixed = letters.fold(0xcbf2_9ce4_8422_2325_u64, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    });
    mixed ^ (mixed >> 32)
}

/// An open hash table of the numbers of entries; it holds no words itself.
pub(crate) struct Slots(Box<[u16]>);

impl Slots {
    /// A table for entries with these hashes, in order.
    pub(crate) fn of(hashes: impl ExactSizeIterator<Item = u64>) -> Self {
        let mut slots = vec![0_u16; (hashes.len() * 4).next_power_of_two().max(4)];
        for (number, hash) in (1_u16..).zip(hashes) {
            let mut at = Self::first(&slots, hash);
            while slots[at] != 0 {
                at = (at + 1) % slots.len();
            }
            slots[at] = number;
        }
        Self(slots.into())
    }

    /// The first entry with this hash that `is` the one looked for.
    pub(crate) fn find(&self, hash: u64, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = Self::first(&self.0, hash);
        loop {
            let entry = usize::from(self.0[at]).checked_sub(1)?;
            if is(entry) {
                return Some(entry);
            }
            at = (at + 1) % self.0.len();
        }
    }

    fn first(slots: &[u16], hash: u64) -> usize {
        // The length is a power of two; what the mask leaves fits any word size.
        usize::try_from(hash & (slots.len() as u64 - 1)).unwrap_or(0)
    }
}

/// A set of words, looked up whatever their case.
pub(crate) struct WordSet {
    words: &'static [&'static str],
    index: OnceLock<(Slots, Lengths)>,
}

impl WordSet {
    /// A set of at most 65,000 words; ordered for look-up at first use.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        Self { words, index: OnceLock::new() }
    }

    /// Is the word one of the set's?
    pub(crate) fn has(&self, word: &str) -> bool {
        let (slots, lengths) = self.index.get_or_init(|| {
            let slots = Slots::of(self.words.iter().map(|word| hash(lowered(word))));
            (slots, Lengths::of(self.words.iter().copied()))
        });
        if word.is_ascii() {
            let letters = word.bytes().map(|b| char::from(b.to_ascii_lowercase()));
            return lengths.may_hold(word)
                && slots.find(hash(letters), |entry| self.words[entry].eq_ignore_ascii_case(word)).is_some();
        }
        slots.find(hash(lowered(word)), |entry| eq(self.words[entry], word)).is_some()
    }
}

/// How long the words of a table are, with their first four letters: enough to turn most words away before they are hashed.
///
/// Letters count by their low five bits, which are the same in both cases.
pub(crate) struct Lengths([u64; LENGTHS]);

/// Rows of 64 marks.
const LENGTHS: usize = 256;

impl Lengths {
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut lengths = Self([0; LENGTHS]);
        words.into_iter().for_each(|word| lengths.add(word));
        lengths
    }

    pub(crate) fn add(&mut self, word: &str) {
        let (row, bit) = Self::place(word.as_bytes());
        self.0[row] |= bit;
    }

    /// May a word of ASCII letters be in the table, in whatever case?
    #[inline]
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.may_hold_letters(word.as_bytes())
    }

    /// [`Self::may_hold`] of a word that is still bytes.
    #[inline]
    pub(crate) fn may_hold_letters(&self, word: &[u8]) -> bool {
        let (row, bit) = Self::place(word);
        self.0[row] & bit != 0
    }

    #[inline]
    fn place(word: &[u8]) -> (usize, u64) {
        let letters = match word {
            [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
            [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
            [a, b] => u32::from_le_bytes([*a, *b, 0, 0]),
            [a] => u32::from(*a),
            [] => 0,
        };
        let length = u32::try_from(word.len()).unwrap_or(u32::MAX).min(31);
        let mixed = ((letters & 0x1f1f_1f1f) | length << 5).wrapping_mul(0x9e37_79b1) >> 18;
        (mixed as usize / 64, 1 << (mixed % 64))
    }
}

/// The first two letters of a few words, by their low five bits, which are the same in both cases.
pub(crate) struct Pairs([u32; 32]);

impl Pairs {
    /// Those of some words of two letters and more; made when a program is compiled.
    pub(crate) const fn of(words: &[&str]) -> Self {
        Self([0; 32]).and(words)
    }

    /// With those of more words.
    pub(crate) const fn and(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            self.0[(word[0] & 31) as usize] |= 1 << (word[1] & 31);
            at += 1;
        }
        self
    }

    /// May a text open with one of the words? With a letter that is not in ASCII it may.
    pub(crate) fn may_open(&self, text: &str) -> bool {
        let [one, two, ..] = text.as_bytes() else { return false };
        !one.is_ascii() || !two.is_ascii() || self.0[usize::from(one & 31)] >> (two & 31) & 1 == 1
    }
}

/// The entries of a table by their two first letters, or by their two last, so that only those are compared that can fit.
pub(crate) struct ByLetters(OnceLock<Entries>);

/// Numbers of the entries, one pair of letters behind the other, and where those of each pair begin.
struct Entries {
    begins: Box<[u16; PAIRS + 1]>,
    numbers: Box<[u16]>,
}

/// Slots for one letter; letters of one alphabet hardly ever share one.
const LETTERS: usize = 32;
const PAIRS: usize = LETTERS * LETTERS;

impl ByLetters {
    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// Numbers of the entries, in their order, that may begin with the letters of a text whatever their case;
    /// `entries` are the letters of all entries.
    pub(crate) fn among(
        &self,
        mut text: impl Iterator<Item = char>,
        entries: impl Iterator<Item: Iterator<Item = char>>,
    ) -> impl Iterator<Item = usize> {
        let Entries { begins, numbers } = self.0.get_or_init(|| Entries::of(entries));
        let found = text.next().map_or(&[][..], |first| {
            let pair = slot(first) * LETTERS + text.next().map_or(0, slot);
            &numbers[usize::from(begins[pair])..usize::from(begins[pair + 1])]
        });
        found.iter().map(|number| usize::from(*number))
    }
}

impl Entries {
    #[cold]
    fn of(entries: impl Iterator<Item: Iterator<Item = char>>) -> Self {
        // The pairs of each entry: one, or, since one letter alone fits whatever stands behind it, all with that letter.
        let pairs: Vec<(usize, usize)> = entries
            .map(|mut letters| {
                let Some(first) = letters.next().map(|first| slot(first) * LETTERS) else { return (0, 0) };
                match letters.next() {
                    Some(second) => (first + slot(second), first + slot(second) + 1),
                    None => (first, first + LETTERS),
                }
            })
            .collect();
        // Counted, then dealt in their order.
        let mut begins = Box::new([0_u16; PAIRS + 1]);
        for pair in pairs.iter().flat_map(|(from, to)| *from..*to) {
            begins[pair + 1] += 1;
        }
        for pair in 0..PAIRS {
            begins[pair + 1] += begins[pair];
        }
        let mut next = begins.clone();
        let mut numbers = vec![0; usize::from(begins[PAIRS])];
        for (number, (from, to)) in (0_u16..).zip(&pairs) {
            for pair in *from..*to {
                numbers[usize::from(next[pair])] = number;
                next[pair] += 1;
            }
        }
        Self { begins, numbers: numbers.into() }
    }
}

#[inline]
fn slot(letter: char) -> usize {
    u32::from(lower(letter)) as usize % LETTERS
}

#[cfg(test)]
mod tests {
    use super::{
        ByLetters, WordSet, eq, find, is_capital, is_letter, is_letter_or_number, is_small, is_space, lower,
        lowered, rfind,
    };

    #[test]
    fn every_letter_is_told_and_lowered_as_the_standard_library_does() {
        if char::UNICODE_VERSION != crate::classes::UNICODE {
            return;
        }
        for c in '\0'..=char::MAX {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
            assert!(lowered(c.encode_utf8(&mut [0; 4])).eq(c.to_lowercase()), "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_number(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!((is_small(c), is_capital(c)), (c.is_lowercase(), c.is_uppercase()), "{c:?}");
            assert_eq!(is_space(c), c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        static SET: WordSet = WordSet::new(&["mars", "août", "июня", "IŞIK", "mars"]);
        for word in ["Mars", "AOÛT", "Июня", "IşIk"] {
            assert!(SET.has(word), "{word}");
        }
        for word in ["", "mar", "marsh", "aout", "ışık"] {
            assert!(!SET.has(word), "{word}");
        }
        assert!(eq("İ", "i\u{307}") && !eq("İ", "i"));
    }

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        for (text, word) in
            [("a | b | c", " | "), ("a", "ab"), ("", "x"), ("新闻新闻网", "新闻网"), ("aaa", "aa")]
        {
            assert_eq!((find(text, word), rfind(text, word)), (text.find(word), text.rfind(word)), "{text}");
        }
    }

    #[test]
    fn entries_keep_their_order() {
        static LETTERS: ByLetters = ByLetters::new();
        let table = ["photo", "foto", "phase", "фото", "p"];
        let among =
            |text: &str| LETTERS.among(text.chars(), table.iter().map(|t| t.chars())).collect::<Vec<_>>();
        assert_eq!(among("PHilip"), [0, 2, 4]);
        assert_eq!(among("Pol"), [4]);
        assert_eq!(among("Фото"), [3]);
        assert_eq!(among(""), [0_usize; 0]);
    }
}
