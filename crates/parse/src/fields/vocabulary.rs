//! All words of the tables in one: what is known of a word takes one look, however many tables are asked.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::words::{Words, spelt};
use super::words_common::COMMON;
use super::words_given::{GIVEN, GIVEN_OTHER};
use super::words_label::{CONJUNCTIONS, HONORIFICS, NOISE, OUTLET_BEFORE, PARTICLES, PLACE_BEFORE};
use super::words_outlet::{ARTICLES, OUTLETS};
use super::words_role::{DESKS, MODIFIERS, ROLES};
use crate::folded::{Slots, hash};

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
        let Vocabulary { entries, slots } = vocabulary();
        let found = if word.is_ascii() {
            let number = hash(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
            slots.find(number, |entry| entries[entry].0.eq_ignore_ascii_case(word))
        } else {
            spelt(word, |word| slots.find(hash(word.chars()), |entry| entries[entry].0 == word)).flatten()
        };
        found.map_or(Self::NOTHING, |entry| entries[entry].1)
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

struct Vocabulary {
    entries: Vec<(&'static str, Known)>,
    slots: Slots,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut known = BTreeMap::<&str, Known>::new();
        for (table, bit) in TABLES {
            for entry in table.entries() {
                let all = known.entry(*entry).or_default();
                *all = all.or(bit);
            }
        }
        let entries: Vec<_> = known.into_iter().collect();
        let slots = Slots::of(entries.iter().map(|(entry, _)| hash(entry.chars())));
        Vocabulary { entries, slots }
    })
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
