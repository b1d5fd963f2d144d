//! Names of houses in datelines that no table knows: papers, addresses, what stands in brackets.

use super::agency::is_agency;
use super::credit_label::folded_suffix;
use super::dateline_date::digit;
use super::dateline_place::is_caseless;
use crate::folded::{ByLetters, is_letter};

/// A paper's address opens the text: the only dateline in small letters (`paper.id - JAKARTA`).
pub(super) fn opens_with_site(text: &str) -> bool {
    let word = text.split([' ', ',', '\u{a0}']).next().unwrap_or_default();
    word.len() <= 30 && is_site(word)
}

/// All capitals, and long enough to be no short form of a region.
pub(super) fn is_shouted(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() >= 4 && !name.chars().any(char::is_lowercase)
}

/// `FJELLPOSTEN`, `Kreiszeitung`: one word whose end says that it is a paper.
pub(super) fn is_paper_word(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "posten",
        "zeitung",
        "bladet",
        "avisen",
        "tidende",
        "tidningen",
        "nachrichten",
        "anzeiger",
        "rundschau",
        "tagblatt",
        "tageblatt",
        "bureauet",
        "hírszolgálat",
    ];
    static BY_END: ByLetters = ByLetters::new();
    let mut ends = BY_END.among(name.chars().rev(), ENDS.iter().map(|end| end.chars().rev()));
    ends.any(|i| folded_suffix(name, ENDS[i]).is_some_and(|at| at > 0)) && !name.contains(char::is_whitespace)
}

/// `PAPER.com`, `site.id`: papers that sign with their address.
pub(super) fn is_site(name: &str) -> bool {
    let name = name.trim();
    memchr::memrchr(b'.', name.as_bytes()).map(|at| (&name[..at], &name[at + 1..])).is_some_and(
        |(host, end)| {
            host.chars().count() >= 3
                && (2..=4).contains(&end.len())
                && end.bytes().all(|b| b.is_ascii_alphabetic())
                && !name.contains(char::is_whitespace)
        },
    )
}

/// Could the words in brackets be an agency, a station or a paper?
pub(super) fn agency_name(inner: &str) -> Option<&str> {
    let inner = inner.trim();
    (is_agency(inner) || name_like(inner) || is_small_name(inner)).then_some(inner)
}

/// `Neustadt (textport) - Die`: press offices sign in small letters. What tells of a picture is no name.
fn is_small_name(inner: &str) -> bool {
    const NO_NAMES: &[&str] = &[
        "left",
        "right",
        "center",
        "centre",
        "links",
        "rechts",
        "mitte",
        "gauche",
        "droite",
        "pictured",
        "archiv",
        "update",
        "updated",
        "aktualisiert",
        "izquierda",
        "derecha",
        "sinistra",
        "destra",
        "photo",
        "video",
        "fotos",
        "opinion",
        "exclusive",
    ];
    (5..=10).contains(&inner.len())
        && inner.bytes().all(|b| b.is_ascii_lowercase())
        && !NO_NAMES.contains(&inner)
}

pub(super) fn name_like(name: &str) -> bool {
    let name = name.trim();
    let count = name.chars().count();
    let Some(first) = name.chars().next() else { return false };
    if !(2..=42).contains(&count) || name.split_whitespace().count() > 5 {
        return false;
    }
    if name.chars().any(|c| matches!(c, '?' | '!' | ';' | '"' | '“' | '%' | '$' | '€')) {
        return false;
    }
    // Lower case is a wire's short form (`dpa`, `agt`), no word: at most four letters.
    let small = first.is_lowercase() && count <= 4
        || name.contains(['-', '/']) && first.is_lowercase() && count <= 12;
    let has_letter = name.chars().filter(|c| is_letter(*c)).count() >= 2;
    has_letter && digit(first).is_none() && (first.is_uppercase() || is_caseless(first) || small)
}
