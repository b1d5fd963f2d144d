//! What is kept of a text to compare it with others: a sample of its runs of words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words in a shingle. Two would make stock of every name, five would lose a whole line of print to one changed word.
pub(crate) const WORDS: usize = 3;
/// Characters in a shingle where no spaces part the words: a Chinese or Thai word has about two.
const CHARACTERS: usize = 6;
/// Prints kept of a text at most, about: a longer text keeps every second, every fourth… of its shingles.
const PRINTS: usize = 192;

/// Parts that a text is divided into, to see over how much of it something is spread: the bits of [`Print::part`].
pub(crate) const PARTS: usize = 16;

/// One sampled shingle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Print {
    /// Hash of its words.
    pub(crate) hash: u32,
    /// Where it begins, in parts of 1/65536 of the text.
    pub(crate) at: u16,
    /// In which of sixteen parts of the text it stands, as a bit. The parts are equal in prints, not in words: once stock
    /// phrases are no prints any more, they take no room.
    pub(crate) part: u16,
}

/// What is kept of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sketch {
    /// Sorted by hash, each hash once, where it stands first.
    pub(crate) prints: Box<[Print]>,
    /// Only one shingle in 2^`rate` is kept: the one whose hash ends in so many zeros. So the sample of a long text is
    /// part of what any shorter text that holds the same words keeps, and the two can be compared.
    pub(crate) rate: u32,
    /// Length in words.
    pub(crate) words: u32,
}

/// Reads sketches off texts; keeps its buffers from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Sketcher {
    words: Vec<(u32, bool)>,
    prints: Vec<Print>,
}

impl Sketcher {
    /// The sketch of a text.
    pub(crate) fn sketch(&mut self, text: &str) -> Sketch {
        self.words.clear();
        read_words(text, &mut self.words);
        let count = self.words.len();
        let mut rate = 0;
        while count >> rate > PRINTS {
            rate += 1;
        }
        let mask = (1 << rate) - 1;
        self.prints.clear();
        for start in 0..count {
            let Some(hash) = shingle(self.words.get(start..).unwrap_or_default()) else { continue };
            if hash & mask == 0 {
                let at = u16::try_from(start * 65_536 / count).unwrap_or(u16::MAX);
                self.prints.push(Print { hash, at, part: 0 });
            }
        }
        divide(&mut self.prints);
        self.prints.sort_unstable();
        self.prints.dedup_by_key(|print| print.hash);
        let words = u32::try_from(count).unwrap_or(u32::MAX);
        Sketch { prints: self.prints.as_slice().into(), rate, words }
    }

    /// Forgets some of a sketch's prints.
    pub(crate) fn retain(&mut self, sketch: &mut Sketch, keep: impl Fn(u32) -> bool) {
        self.prints.clear();
        self.prints.extend(sketch.prints.iter().filter(|print| keep(print.hash)));
        if self.prints.len() == sketch.prints.len() {
            return;
        }
        self.prints.sort_unstable_by_key(|print| print.at);
        divide(&mut self.prints);
        self.prints.sort_unstable();
        sketch.prints = self.prints.as_slice().into();
    }
}

/// Tells prints, in the order of the text, in which part they stand.
fn divide(prints: &mut [Print]) {
    let count = prints.len();
    for (at, print) in prints.iter_mut().enumerate() {
        print.part = 1 << (at * PARTS / count);
    }
}

/// Hash of the shingle that begins a text; `None` when too little is left.
fn shingle(words: &[(u32, bool)]) -> Option<u32> {
    let characters = words.first()?.1;
    let length = if characters { CHARACTERS } else { WORDS };
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64;
    for (word, _) in words.get(..length)? {
        hash = (hash ^ u64::from(*word)).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
    }
    // Both ends of the product are used: the lowest bits decide what is kept.
    let hash = hash ^ (hash >> 32);
    Some(mix(u32::try_from(hash & 0xffff_ffff).unwrap_or_default()))
}

/// Spreads every bit of a number over all.
fn mix(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x7feb_352d);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

/// Reads the words of a text as hashes, each with whether it is a character of a script without spaces.
fn read_words(text: &str, words: &mut Vec<(u32, bool)>) {
    let mut word = Fnv::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            at += 1;
            if byte.is_ascii_alphanumeric() {
                word.push(u32::from(byte.to_ascii_lowercase()));
            } else if byte != b'\'' {
                // An apostrophe is set in as many ways as there are desks.
                word.end(words);
            }
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2019}' | '\u{2bc}' | '\u{feff}' => {}
            _ if is_unspaced(c) => {
                word.end(words);
                let folded = std::iter::once(c).nfkc().next().unwrap_or(c);
                words.push((mix(u32::from(folded) ^ 0x5bd1_e995), true));
            }
            _ if c.is_alphanumeric() || is_combining_mark(c) => fold(c, &mut word),
            _ => word.end(words),
        }
    }
    word.end(words);
}

/// Adds a letter without its accents and its case.
fn fold(c: char, word: &mut Fnv) {
    for lower in c.to_lowercase() {
        match lower {
            // What telegraphs and old sites write for them.
            'ß' => "ss".chars().for_each(|c| word.push(u32::from(c))),
            _ => {
                for part in std::iter::once(lower).nfkd().filter(|&part| !is_combining_mark(part)) {
                    word.push(u32::from(part));
                }
            }
        }
    }
}

/// Letters of scripts that put no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3005..=0x3007 | 0x3041..=0x30ff | 0x31f0..=0x31ff
            | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9f | 0x2_0000..=0x3_ffff
    ) && c.is_alphanumeric()
}

/// Hash of a word as it is read.
#[derive(Debug, Default)]
struct Fnv {
    hash: u32,
    letters: u32,
}

impl Fnv {
    fn push(&mut self, letter: u32) {
        self.hash = (self.hash ^ letter).wrapping_mul(0x0100_0193).rotate_left(5);
        self.letters += 1;
    }

    fn end(&mut self, words: &mut Vec<(u32, bool)>) {
        if self.letters > 0 {
            words.push((mix(self.hash ^ self.letters), false));
        }
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::{PRINTS, Sketcher};

    fn hashes(text: &str) -> Vec<u32> {
        Sketcher::default().sketch(text).prints.iter().map(|print| print.hash).collect()
    }

    #[test]
    fn case_accents_and_marks_make_no_difference() {
        assert_eq!(hashes("The café’s “old” Straße is shut."), hashes("the cafe's old STRASSE, is shut"));
        assert_eq!(hashes("the cafe\u{301} is shut today"), hashes("The café is shut today"));
        assert!(!hashes("The café is shut today").is_empty());
    }

    #[test]
    fn one_word_changed_touches_only_its_shingles() {
        let one = hashes("the council closed the old bridge over the river on monday");
        let other = hashes("the council closed the old ferry over the river on monday");
        assert_eq!(one.iter().filter(|hash| other.contains(hash)).count(), one.len() - 3);
    }

    #[test]
    fn scripts_without_spaces_are_read_by_characters() {
        let one = hashes("市议会周二决定关闭河上的旧桥");
        let other = hashes("市议会周二决定关闭河上的旧桥。居民不满");
        assert!(one.len() >= 8);
        assert!(one.iter().all(|hash| other.contains(hash)));
    }

    #[test]
    fn a_long_text_keeps_a_part_of_what_its_cut_keeps() {
        let words: Vec<String> = (0..5_000).map(|n| format!("word{n}")).collect();
        let mut sketcher = Sketcher::default();
        let long = sketcher.sketch(&words.join(" "));
        let cut = sketcher.sketch(&words.get(..150).unwrap().join(" "));
        assert!(long.prints.len() < 2 * PRINTS && long.prints.len() > PRINTS / 4, "{}", long.prints.len());
        assert_eq!(cut.rate, 0);
        let has = |hash: u32| cut.prints.iter().any(|print| print.hash == hash);
        assert!(
            long.prints
                .iter()
                .filter(|print| u32::from(print.at) < 148 * 65_536 / 5_000)
                .all(|print| has(print.hash))
        );
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(hashes("").is_empty());
        assert!(hashes("…  —").is_empty());
        assert!(hashes("two words").is_empty());
    }
}
