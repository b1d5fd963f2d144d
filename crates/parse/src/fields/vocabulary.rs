//! All words of the tables in one: what is known of a word takes one look, however many tables are asked.

use std::sync::OnceLock;

use super::words::{Words, hash, spelt};
use super::words_common::COMMON;
use super::words_given::{GIVEN, GIVEN_OTHER};
use super::words_label::{CONJUNCTIONS, HONORIFICS, NOISE, OUTLET_BEFORE, PARTICLES, PLACE_BEFORE};
use super::words_outlet::{ARTICLES, OUTLETS};
use super::words_role::{DESKS, MODIFIERS, ROLES};

/// The tables that hold a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Known(u16);

impl Known {
    pub(super) const NOTHING: Self = Self(0);
    pub(super) const GIVEN: Self = Self(1);
    pub(super) const GIVEN_OTHER: Self = Self(1 << 1);
    pub(super) const COMMON: Self = Self(1 << 2);
    pub(super) const PARTICLE: Self = Self(1 << 3);
    pub(super) const OUTLET: Self = Self(1 << 4);
    pub(super) const ROLE: Self = Self(1 << 5);
    pub(super) const DESK: Self = Self(1 << 6);
    pub(super) const NOISE: Self = Self(1 << 7);
    pub(super) const HONORIFIC: Self = Self(1 << 8);
    pub(super) const MODIFIER: Self = Self(1 << 9);
    pub(super) const CONJUNCTION: Self = Self(1 << 10);
    pub(super) const PLACE_BEFORE: Self = Self(1 << 11);
    pub(super) const OUTLET_BEFORE: Self = Self(1 << 12);
    pub(super) const ARTICLE: Self = Self(1 << 13);

    /// What is known of a word, whatever its case and accents.
    pub(super) fn of(word: &str) -> Self {
        let vocabulary = Vocabulary::get();
        if word.is_ascii() {
            let number = hash(word.bytes().map(|byte| byte.to_ascii_lowercase()));
            vocabulary.find(number, |entry| entry.eq_ignore_ascii_case(word))
        } else {
            spelt(word, |word| vocabulary.find(hash(word.bytes()), |entry| entry == word)).unwrap_or_default()
        }
    }

    /// Either of both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is the word in one of the tables?
    #[inline]
    pub(super) const fn any(self, tables: Self) -> bool {
        self.0 & tables.0 != 0
    }
}

static TABLES: [(&Words, Known); 14] = [
    (&GIVEN, Known::GIVEN),
    (&GIVEN_OTHER, Known::GIVEN_OTHER),
    (&COMMON, Known::COMMON),
    (&PARTICLES, Known::PARTICLE),
    (&OUTLETS, Known::OUTLET),
    (&ROLES, Known::ROLE),
    (&DESKS, Known::DESK),
    (&NOISE, Known::NOISE),
    (&HONORIFICS, Known::HONORIFIC),
    (&MODIFIERS, Known::MODIFIER),
    (&CONJUNCTIONS, Known::CONJUNCTION),
    (&PLACE_BEFORE, Known::PLACE_BEFORE),
    (&OUTLET_BEFORE, Known::OUTLET_BEFORE),
    (&ARTICLES, Known::ARTICLE),
];

/// All entries, each with its tables, and an open hash table of their numbers; 0 is an empty place.
struct Vocabulary {
    entries: Vec<(&'static str, Known)>,
    slots: Vec<u16>,
}

impl Vocabulary {
    fn get() -> &'static Self {
        static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
        VOCABULARY.get_or_init(Self::made)
    }

    fn made() -> Self {
        let n: usize = TABLES.iter().map(|(table, _)| table.entries().len()).sum();
        let slots = vec![0; (2 * n).next_power_of_two()];
        let mut all = Self { entries: Vec::with_capacity(n), slots };
        for (table, bit) in TABLES {
            for entry in table.entries() {
                let (at, found) = all.place(hash(entry.bytes()), |other| other == *entry);
                if let Some(number) = found {
                    all.entries[number].1 = all.entries[number].1.or(bit);
                } else if let Ok(number) = u16::try_from(all.entries.len() + 1) {
                    all.slots[at] = number;
                    all.entries.push((entry, bit));
                }
            }
        }
        all
    }

    fn find(&self, hash: u64, is: impl Fn(&str) -> bool) -> Known {
        self.place(hash, is).1.map_or(Known::NOTHING, |number| self.entries[number].1)
    }

    /// The place of an entry, or the empty one where it would go, and its number.
    #[inline]
    fn place(&self, hash: u64, is: impl Fn(&str) -> bool) -> (usize, Option<usize>) {
        let mask = self.slots.len() - 1;
        // What the mask leaves fits any word size.
        let mut at = usize::try_from(hash & mask as u64).unwrap_or(0);
        loop {
            let Some(number) = usize::from(self.slots[at]).checked_sub(1) else { return (at, None) };
            if is(self.entries[number].0) {
                return (at, Some(number));
            }
            at = (at + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, TABLES};
    use crate::fields::words::has;

    #[test]
    fn tables_say_the_same() {
        let others =
            ["", "Bridge", "nobody", "d'", "Jo\u{301}se", "JOSÉ", "Ярослав", "ЯРОСЛАВ", "æ", "\u{301}"];
        let entries = TABLES.iter().flat_map(|(table, _)| table.entries());
        for word in entries.copied().chain(others) {
            for spelling in [word.to_owned(), word.to_uppercase(), format!("{word}s"), format!("{word}é")] {
                let known = Known::of(&spelling);
                for (table, bit) in TABLES {
                    assert_eq!(known.any(bit), has(table, &spelling), "{spelling}");
                }
            }
        }
    }
}
