//! The index over the word tables: what a folded word can mean in a date.

use std::ops::Range;
use std::sync::LazyLock;

use super::fold::Folded;
use super::labels::{PHRASES, Phrase};
use super::marks;
use super::months::{ALSO_WORDS, MONTH_PHRASES, MONTHS, PERSIAN_MONTHS};
use super::weekdays::{WEEKDAY_PHRASES, WEEKDAYS};
use crate::folded::Lengths;
use crate::plain;

/// What a word can mean; several senses stand side by side ("mar" is a month and a Tuesday).
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Senses {
    /// Month of the Gregorian calendar, 0 for none.
    pub(super) month: u8,
    /// Month of the Persian calendar, 0 for none.
    pub(super) persian: u8,
    /// Monday is 1, 0 for none.
    pub(super) weekday: u8,
    /// Seconds of a unit of relative dates, 0 for none.
    pub(super) unit: u32,
    /// Distance of a day word from today.
    pub(super) day_word: Option<i8>,
    flags: u16,
}

/// A yes-or-no property of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub(super) enum Flag {
    Joiner = 1,
    Particle = 2,
    HourMark = 4,
    Am = 8,
    Pm = 16,
    Ordinal = 32,
    AgoAfter = 64,
    AgoBefore = 128,
    One = 256,
    /// Begins a label phrase or a weekday of several words.
    Phrase = 512,
    /// A month name that is a common word too.
    AlsoWord = 1024,
    /// A two- or three-letter weekday, which may as well be a preposition.
    WeakDay = 2048,
}

impl Senses {
    pub(super) fn is(self, flag: Flag) -> bool {
        self.flags & flag as u16 != 0
    }

    fn set(&mut self, flag: Flag) {
        self.flags |= flag as u16;
    }

    /// Whether the word is none of our business.
    pub(super) fn is_empty(self) -> bool {
        self.flags == 0
            && self.month == 0
            && self.persian == 0
            && self.weekday == 0
            && self.unit == 0
            && self.day_word.is_none()
    }
}

/// A phrase of the tables, found by its first word.
#[derive(Clone, Copy)]
pub(super) enum PhraseSense {
    Label(Phrase),
    Weekday(u8),
    Month(u8),
}

/// An open-addressed table over the folded words.
struct Index {
    slots: Vec<u16>,
    entries: Vec<(Range<u16>, Senses)>,
    /// The words, one behind the other.
    letters: Vec<u8>,
    /// Lengths and first letters of the words in ASCII.
    shapes: Lengths,
    /// The same of those that may make a date: months, days, units.
    telling: Lengths,
    /// The same of weekdays that are as likely prepositions.
    weak_days: Lengths,
    /// Folded phrases, sorted; longest is taken by trying the longest first.
    phrases: Vec<(Box<[u8]>, PhraseSense)>,
}

/// Slots of the table: a power of two, about three times the number of words.
const SLOTS: usize = 1 << 13;

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

/// What a folded word can mean.
pub(super) fn lookup(word: &[u8]) -> Senses {
    by_number(number(word))
}

/// The number of a folded word in the index, 0 for words that are not in it.
pub(super) fn number(word: &[u8]) -> u16 {
    INDEX.get(word).and_then(|(at, _)| u16::try_from(at + 1).ok()).unwrap_or(0)
}

/// Whether a word of ASCII letters, in any case, may be in the index. Cheaper than to look it up, and mostly enough.
pub(super) fn may_know(word: &str) -> bool {
    INDEX.shapes.may_hold(word)
}

/// Whether a word of ASCII letters, in any case, may be a month's, a day's or a unit's, or open a phrase that is. Of the
/// weekdays that are as likely prepositions only those are asked for that a dot or a comma sets off.
pub(super) fn may_tell(word: &str, set_off: bool) -> bool {
    INDEX.telling.may_hold(word) || set_off && INDEX.weak_days.may_hold(word)
}

/// What the word of that number can mean.
pub(super) fn by_number(number: u16) -> Senses {
    let at = usize::from(number).checked_sub(1);
    at.and_then(|at| INDEX.entries.get(at)).map_or_else(Senses::default, |(_, senses)| *senses)
}

/// The phrase that is exactly these folded words.
pub(super) fn phrase(words: &[u8]) -> Option<PhraseSense> {
    let phrases = &INDEX.phrases;
    let at = phrases.binary_search_by(|(key, _)| key.as_ref().cmp(words)).ok()?;
    phrases.get(at).map(|(_, sense)| *sense)
}

/// The words of a list.
fn parts(words: &'static str) -> impl Iterator<Item = &'static str> {
    plain::parts(words, b' ').filter(|word| !word.is_empty())
}

fn hash(word: &[u8]) -> usize {
    // FNV-1a: short keys, fixed seed, the same on every machine.
    let mut hash: u32 = 0x811c_9dc5;
    for byte in word {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 15)) as usize % SLOTS
}

impl Index {
    fn get(&self, word: &[u8]) -> Option<(usize, Senses)> {
        let mut slot = hash(word);
        loop {
            let entry = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            let (key, senses) = self.entries.get(entry)?;
            if self.letters.get(usize::from(key.start)..usize::from(key.end)) == Some(word) {
                return Some((entry, *senses));
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    fn entry(&mut self, word: &str) -> Option<&mut Senses> {
        let mut folded = Folded::new();
        folded.push_word(word)?;
        let key = folded.as_bytes();
        let at = match self.get(key) {
            Some((at, _)) => at,
            None => {
                let mut slot = hash(key);
                while self.slots.get(slot).is_some_and(|s| *s != 0) {
                    slot = (slot + 1) % SLOTS;
                }
                let from = u16::try_from(self.letters.len()).ok()?;
                self.letters.extend_from_slice(key);
                self.entries.push((from..u16::try_from(self.letters.len()).ok()?, Senses::default()));
                if let Some(word) = str::from_utf8(key).ok().filter(|word| word.is_ascii()) {
                    self.shapes.add(word);
                }
                *self.slots.get_mut(slot)? = u16::try_from(self.entries.len()).ok()?;
                self.entries.len() - 1
            }
        };
        self.entries.get_mut(at).map(|(_, senses)| senses)
    }

    fn each(&mut self, words: &'static str, set: impl Fn(&mut Senses)) {
        for word in parts(words).filter(|w| *w != "-") {
            if let Some(senses) = self.entry(word) {
                set(senses);
            }
        }
    }

    fn build() -> Self {
        let mut index = Self {
            slots: vec![0; SLOTS],
            shapes: Lengths::of([]),
            telling: Lengths::of([]),
            weak_days: Lengths::of([]),
            entries: Vec::with_capacity(2500),
            letters: Vec::with_capacity(1 << 15),
            phrases: Vec::with_capacity(600),
        };
        for (_, row) in MONTHS {
            for (month, words) in (1..).zip(row.split('|')) {
                index.each(words, |s| s.month = if s.month == 0 { month } else { s.month });
            }
        }
        for (month, words) in (1..).zip(PERSIAN_MONTHS.split('|')) {
            index.each(words, |s| s.persian = month);
        }
        for (_, row) in WEEKDAYS {
            for (day, words) in (1..).zip(row.split('|')) {
                for word in parts(words) {
                    let weak = word.chars().count() <= 3
                        && !["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(&word);
                    index.each(word, |s| {
                        s.weekday = if s.weekday == 0 { day } else { s.weekday };
                        if weak {
                            s.set(Flag::WeakDay);
                        }
                    });
                }
            }
        }
        for (seconds, words) in marks::UNITS {
            index.each(words, |s| s.unit = if s.unit == 0 { *seconds } else { s.unit });
        }
        for (days, words) in marks::DAY_WORDS {
            index.each(words, |s| s.day_word = Some(*days));
        }
        for (flag, words) in [
            (Flag::Joiner, marks::JOINERS),
            (Flag::Particle, marks::PARTICLES),
            (Flag::HourMark, marks::HOUR_MARKS),
            (Flag::Am, marks::AM),
            (Flag::Pm, marks::PM),
            (Flag::Ordinal, marks::ORDINALS),
            (Flag::AgoAfter, marks::AGO_AFTER),
            (Flag::AgoBefore, marks::AGO_BEFORE),
            (Flag::One, marks::ONES),
            (Flag::AlsoWord, ALSO_WORDS),
        ] {
            index.each(words, |s| s.set(flag));
        }
        let labels = PHRASES.iter().map(|p| (p.0, PhraseSense::Label(*p)));
        let weekdays = WEEKDAY_PHRASES.iter().map(|(words, day)| (*words, PhraseSense::Weekday(*day)));
        let months = MONTH_PHRASES.iter().map(|(words, month)| (*words, PhraseSense::Month(*month)));
        for (words, sense) in labels.chain(weekdays).chain(months) {
            index.add_phrase(words, sense);
        }
        for (key, senses) in &index.entries {
            let word = index.letters.get(usize::from(key.start)..usize::from(key.end)).unwrap_or_default();
            let Some(word) = str::from_utf8(word).ok().filter(|word| word.is_ascii()) else { continue };
            if senses.month != 0 || senses.persian != 0 || senses.unit != 0 || senses.day_word.is_some() {
                index.telling.add(word);
            }
            if senses.is(Flag::WeakDay) {
                index.weak_days.add(word);
            } else if senses.weekday != 0 {
                index.telling.add(word);
            }
        }
        for (words, sense) in &index.phrases {
            if !matches!(sense, PhraseSense::Label(_))
                && let Some(first) = words.split(|byte| *byte == b' ').next()
                && let Ok(first) = str::from_utf8(first)
            {
                index.telling.add(first);
            }
        }
        index.phrases.sort_by(|a, b| a.0.cmp(&b.0));
        index.phrases.dedup_by(|a, b| a.0 == b.0);
        index
    }

    fn add_phrase(&mut self, words: &'static str, sense: PhraseSense) {
        let mut folded = Folded::new();
        let complete = words.split(' ').enumerate().try_for_each(|(n, word)| {
            if n == 0 {
                self.each(word, |s| s.set(Flag::Phrase));
            } else {
                folded.push_byte(b' ')?;
            }
            folded.push_word(word)
        });
        if complete.is_some() {
            self.phrases.push((folded.as_bytes().into(), sense));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideograph_labels_begin_with_the_signs_that_are_asked_for() {
        for (words, _) in super::super::labels::IDEOGRAPH_PHRASES {
            let first = words.chars().next().unwrap();
            assert!(super::super::labels::LABEL_SIGNS.contains(first), "{words}");
        }
    }

    #[test]
    fn every_word_is_found_again() {
        for (_, row) in MONTHS {
            for word in row.split(['|', ' ']).filter(|w| *w != "-") {
                let mut folded = Folded::new();
                folded.push_word(word).unwrap();
                assert_ne!(lookup(folded.as_bytes()).month, 0, "{word}");
            }
        }
        assert!(INDEX.entries.len() * 2 < SLOTS, "{} words", INDEX.entries.len());
    }
}
