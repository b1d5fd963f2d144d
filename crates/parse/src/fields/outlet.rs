//! Papers and stations known by name.

use std::sync::OnceLock;

use super::agency_gate::Gate;
use super::outlet_table::{PAPERS, PAPERS_EXACT};
use super::words::fold;
use crate::folded;
use crate::folded::{Slots, hash};

/// Longest name in the table, in bytes.
const LONGEST: usize = 60;

/// Is this the name of a known paper, magazine or station, and nothing else?
///
/// Case, accents, spaces, dots and hyphens are forgiven (`LE MONDE`, `El Pais`), but not where the name is an everyday
/// word in another case.
pub(crate) fn is_known_paper(name: &str) -> bool {
    let name = folded::trim(name);
    if !(2..=LONGEST).contains(&name.len()) {
        return false;
    }
    static INDEX: OnceLock<(Slots, Gate)> = OnceLock::new();
    let (slots, gate) = INDEX.get_or_init(|| {
        let slots = Slots::of(PAPERS.iter().map(|paper| hash(letters(paper))));
        (slots, Gate::of_letters(PAPERS.iter().copied().map(letters)))
    });
    gate.may_be(letters(name))
        && slots.find(hash(letters(name)), |entry| letters(PAPERS[entry]).eq(letters(name))).is_some()
        || PAPERS_EXACT.contains(&name)
}

/// What of a name counts: folded, and without what it is printed with and without.
fn letters(name: &str) -> impl Iterator<Item = char> + Clone {
    name.chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '.' | '-' | '\'' | '’' | '\u{200b}'..='\u{200f}'))
        .filter_map(fold)
}

#[cfg(test)]
mod tests {
    use super::is_known_paper;

    #[test]
    fn papers_alone() {
        for name in [
            "Le Monde",
            "LE MONDE",
            "El Pais",
            "BBC",
            "bbc news",
            "L’Équipe",
            "NOS",
            "朝日新聞",
            "Коммерсантъ",
            "DW",
        ] {
            assert!(is_known_paper(name), "{name}");
        }
        for name in ["Le Monde says", "Dw", "mint", "Ana Lima", "", "Politics"] {
            assert!(!is_known_paper(name), "{name}");
        }
    }
}
