//! What a classifier sees of a text: the character n-grams of its words, each as one hash.

use unicode_normalization::char::{compose, is_combining_mark};

use super::script::{MAX_BYTES, MAX_LETTERS, Script};

/// Longest n-gram, in characters, the blanks before and after a word included. With 5 every word of up to
/// three letters is seen whole, and those are the words that tell sister languages apart.
const MAX_ORDER: usize = 5;

/// Bits a character takes in a packed n-gram. Within one script the low twelve bits are unique.
const CHAR_BITS: usize = 12;
const CHAR_MASK: u64 = (1 << CHAR_BITS) - 1;

/// What stands before and after a word.
const BLANK: u64 = 0x20;

/// Who is told of the n-grams of a text.
pub(crate) trait Reader {
    /// The hash of an n-gram, and whether its word begins with a capital.
    fn see(&mut self, hash: u64, capital: bool);

    /// Whether no more is to be read; asked behind each word.
    fn enough(&mut self) -> bool {
        false
    }
}

/// Shows the reader each n-gram of each word of `script` in the head of the text.
///
/// Words are lower-cased runs of letters; an apostrophe, a hyphen or a letter of another script ends one.
/// Reads at most [`MAX_LETTERS`] letters, and stops after the word at which it is enough.
pub(crate) fn each(text: &str, script: Script, reader: &mut impl Reader) {
    let mut word = Word::default();
    let mut letters = 0;
    let mut previous = None;
    for (at, c) in text.char_indices() {
        if letters >= MAX_LETTERS || at >= MAX_BYTES {
            break;
        }
        if Script::of(c) == Some(script) && !is_vowel_sign(c) {
            let small = lower(c);
            word.push(small, small != c, reader);
            previous = Some(c);
            letters += 1;
        } else if !c.is_ascii() && is_combining_mark(c) {
            // Decomposed text: a letter followed by its accent. What has no composed form (Arabic vowel
            // signs, stress marks over Russian vowels) is left out, as most newspapers leave it out.
            if let Some(whole) = previous.and_then(|p| compose(p, c)) {
                word.pending = Some(lower(whole));
                previous = Some(whole);
            }
        } else if c != TATWEEL {
            if word.end(reader) && reader.enough() {
                return;
            }
            previous = None;
        }
    }
    word.end(reader);
}

/// Stretches an Arabic word for looks; no letter and no word's end.
const TATWEEL: char = '\u{640}';

/// Arabic vowel signs, which Unicode calls alphabetic; not those of Indic scripts, which carry the word.
fn is_vowel_sign(c: char) -> bool {
    matches!(u32::from(c), 0x640 | 0x64B..=0x65F | 0x670)
}

#[inline]
fn lower(c: char) -> char {
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        // Small letters, and the scripts without any: the standard library would search its table for them.
        'ß'..='ÿ' | 'а'..='џ' | '\u{590}'..='\u{109F}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The last characters of the word being read, packed. A letter's n-grams are reported only when the next
/// character comes, because an accent may still change it.
#[derive(Default)]
struct Word {
    packed: u64,
    /// Characters in `packed`, the blank before the word included, at most [`MAX_ORDER`].
    len: usize,
    /// Letters of the word, and a running hash of them all.
    letters: usize,
    whole: u64,
    pending: Option<char>,
    /// Whether the word begins with a capital letter.
    capital: bool,
}

impl Word {
    #[inline]
    fn push(&mut self, c: char, capital: bool, reader: &mut impl Reader) {
        self.flush(reader);
        if self.letters == 0 {
            self.capital = capital;
        }
        self.pending = Some(c);
    }

    #[inline]
    fn end(&mut self, reader: &mut impl Reader) -> bool {
        let ended = self.pending.is_some();
        if ended {
            self.flush(reader);
            self.shift(BLANK, 2, reader);
            // A shorter word is an n-gram already.
            if self.letters > MAX_ORDER - 2 {
                reader.see(mix(self.whole), self.capital);
            }
        }
        *self = Self::default();
        ended
    }

    #[inline]
    fn flush(&mut self, reader: &mut impl Reader) {
        if let Some(c) = self.pending.take() {
            if self.len == 0 {
                self.packed = BLANK;
                self.len = 1;
            }
            self.letters += 1;
            self.whole = (self.whole ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
            self.shift(u64::from(c) & CHAR_MASK, 1, reader);
        }
    }

    /// Appends a character and reports the n-grams that end in it, from `shortest` on.
    #[inline]
    fn shift(&mut self, c: u64, shortest: usize, reader: &mut impl Reader) {
        self.packed = (self.packed << CHAR_BITS | c) & ((1 << (CHAR_BITS * MAX_ORDER)) - 1);
        self.len = (self.len + 1).min(MAX_ORDER);
        let mut see = |order: usize| {
            let top = 1 << (CHAR_BITS * order);
            reader.see(mix(self.packed & (top - 1) | top), self.capital);
        };
        // Inside longer words there are all orders, which a compiler can write out.
        if self.len == MAX_ORDER && shortest == 1 {
            (1..=MAX_ORDER).for_each(see);
        } else {
            (shortest..=self.len).for_each(&mut see);
        }
    }
}

/// Spreads a packed n-gram over 64 bits; the constant is the golden ratio's.
#[inline]
fn mix(packed: u64) -> u64 {
    let mixed = (packed ^ (packed >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// Slots that an n-gram may take, side by side: the first is at this index times [`WAYS`].
#[inline]
pub(crate) fn bucket(hash: u64, slot_bits: u32) -> usize {
    usize::try_from(hash >> (64 + WAYS.trailing_zeros() - slot_bits)).unwrap_or(0)
}

/// Slots in a bucket. With four, nearly all of the n-grams most worth a slot find one.
pub(crate) const WAYS: usize = 4;

/// What a slot keeps of a hash, to tell its own n-gram from the others that fall on it. Never zero: that
/// marks an empty slot.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
pub(crate) fn fingerprint(hash: u64) -> u16 {
    (hash as u16).max(1)
}
