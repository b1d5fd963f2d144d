//! Whom a text speaks to: news reports what others said, shops and manuals speak to the reader, forums of themselves.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::measure::Measure;
use super::voice_words::{ACTORS, GUIDE, I, SAID, UNSPACED, WE, WHEN, YOU};
use crate::classes::PLAIN;
use crate::folded::{ByLetters, Lengths, Slots, hash, is_letter_or_number, lowered};
use crate::lines::Line;

/// Counts over the head of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Voice {
    pub(crate) you: u32,
    pub(crate) i: u32,
    pub(crate) we: u32,
    pub(crate) said: u32,
    pub(crate) when: u32,
    pub(crate) actors: u32,
    pub(crate) guide: u32,
    pub(crate) words: u32,
}

/// Every word of the lists with the lists that it is on, so that a word of the text is looked up once.
struct Listed {
    words: Vec<(&'static str, u8)>,
    slots: Slots,
    lengths: Lengths,
    /// Marks of the two first letters of the words.
    heads: Marks,
}

/// A set of places in which nearly everything that is not in it is told from what is.
struct Marks(Box<[u64; MARKS / 64]>);

const MARKS: usize = 4096;

impl Marks {
    fn of(places: impl Iterator<Item = usize>) -> Self {
        let mut marks = Self(Box::new([0; MARKS / 64]));
        for place in places {
            marks.0[place % MARKS / 64] |= 1 << (place % 64);
        }
        marks
    }

    #[inline]
    fn may_have(&self, place: usize) -> bool {
        self.0[place % MARKS / 64] >> (place % 64) & 1 == 1
    }
}

/// The place of a word by its first two letters in lower case.
fn head(mut letters: impl Iterator<Item = char>) -> usize {
    let mut next = || letters.next().map_or(0, |c| u32::from(c) as usize);
    let first = next();
    first << 6 ^ next()
}

impl Listed {
    fn words() -> &'static Self {
        static LISTED: OnceLock<Listed> = OnceLock::new();
        LISTED.get_or_init(|| {
            let mut on: BTreeMap<&str, u8> = BTreeMap::new();
            for (list, words) in [YOU, I, WE, SAID, WHEN, ACTORS, GUIDE].into_iter().enumerate() {
                for word in words.split_whitespace() {
                    *on.entry(word).or_default() |= 1 << list;
                }
            }
            let words: Vec<(&str, u8)> = on.into_iter().collect();
            let slots = Slots::of(words.iter().map(|(word, _)| hash(word.chars())));
            let lengths = Lengths::of(words.iter().map(|(word, _)| *word));
            let heads = words.iter().map(|(word, _)| head(word.chars()));
            let heads = Marks::of(heads);
            Self { words, slots, lengths, heads }
        })
    }

    /// Bits of the lists that a word is on, in the order of [`Voice`].
    fn lists_of(&self, word: &str) -> u8 {
        if word.is_ascii() {
            let letters = word.bytes().map(|b| char::from(b.to_ascii_lowercase()));
            let found =
                self.slots.find(hash(letters), |entry| self.words[entry].0.eq_ignore_ascii_case(word));
            return found.map_or(0, |entry| self.words[entry].1);
        }
        let letters = || lowered(word).map(|c| if c == '’' { '\'' } else { c });
        if !self.heads.may_have(head(letters())) {
            return 0;
        }
        let found = self.slots.find(hash(letters()), |entry| self.words[entry].0.chars().eq(letters()));
        found.map_or(0, |entry| self.words[entry].1)
    }
}

/// Bytes of longer lines that are listened to.
const HEAD: usize = 2500;

/// Listens to the longer lines of a document.
pub(crate) fn listen(text: &str, lines: &[Line], measures: &[Measure]) -> Voice {
    let mut voice = Voice::default();
    let mut read = 0;
    for (line, _) in lines.iter().zip(measures).filter(|(_, m)| m.units >= 40) {
        if read > HEAD {
            break;
        }
        let part = &text[line.trimmed.range()];
        let end = (0..=part.len().min(HEAD)).rev().find(|at| part.is_char_boundary(*at)).unwrap_or(0);
        read += end;
        voice.hear(&part[..end]);
    }
    voice
}

impl Voice {
    fn hear(&mut self, text: &str) {
        let listed = Listed::words();
        let mut counts = [
            &mut self.you,
            &mut self.i,
            &mut self.we,
            &mut self.said,
            &mut self.when,
            &mut self.actors,
            &mut self.guide,
        ];
        let bytes = text.as_bytes();
        let mut at = 0;
        // Letters of scripts without spaces open with these bytes in UTF-8, those of most other scripts do not.
        let mut unspaced = false;
        while at < bytes.len() {
            // Bytes of ASCII are told one by one, and most of most texts is nothing else.
            let from = at;
            let (mut behind, mut plain) = (0, true);
            while let Some(byte) = bytes.get(at) {
                if PLAIN[usize::from(*byte)] != 0 || *byte == b'\'' {
                    at += 1;
                    continue;
                }
                if byte.is_ascii() {
                    behind = 1;
                    break;
                }
                plain = false;
                unspaced |= matches!(byte, 0xe0 | 0xe3..=0xed);
                let Some(c) = text[at..].chars().next() else { break };
                if !is_letter_or_number(c) && !matches!(c, '’' | '\u{94d}' | '\u{93e}'..='\u{94c}') {
                    behind = c.len_utf8();
                    break;
                }
                at += c.len_utf8();
            }
            let word = from..at;
            at += behind;
            if word.is_empty() {
                continue;
            }
            self.words += 1;
            // Most words are on no list.
            if word.len() > 24 || plain && !listed.lengths.may_hold_letters(&bytes[word.clone()]) {
                continue;
            }
            let lists = listed.lists_of(&text[word]);
            if lists != 0 {
                for (list, count) in counts.iter_mut().enumerate() {
                    **count += u32::from(lists >> list & 1);
                }
            }
        }
        // Scripts without spaces: the same, by what stands anywhere.
        if !unspaced {
            return;
        }
        static BY_LETTER: ByLetters = ByLetters::new();
        static OPENINGS: OnceLock<Marks> = OnceLock::new();
        let openings =
            || UNSPACED.iter().filter_map(|(word, _)| word.chars().next()).map(|c| u32::from(c) as usize);
        let openings = OPENINGS.get_or_init(|| Marks::of(openings()));
        let opens = |c: char| !c.is_ascii() && openings.may_have(u32::from(c) as usize);
        for (at, _) in text.char_indices().filter(|(_, c)| opens(*c)) {
            for entry in BY_LETTER.among(text[at..].chars(), UNSPACED.iter().map(|(word, _)| word.chars())) {
                let (word, list) = UNSPACED[entry];
                *counts[list] += u32::from(text[at..].starts_with(word));
            }
        }
    }

    /// Count in a thousand words.
    pub(crate) fn rate(&self, count: u32) -> u32 {
        count * 1000 / self.words.max(20)
    }
}
