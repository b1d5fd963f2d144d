//! Labels of credits: `Photo credit:`, `Archivfoto:`, `사진=`.

use wirecopy_model::CreditKind;

use super::agency::is_unspaced;
use super::credit_words::LABELS;
use super::dateline_date::{digit, is_word_char};
use crate::folded::{ByLetters, lower};

/// The label that ends right before a colon: its start, the kind of picture, how sure.
pub(super) fn label_before(text: &str, colon: usize) -> Option<(usize, Option<CreditKind>, f32)> {
    let before = text[..colon].trim_end();
    // `Φωτ.:`, `Fot.:`: the word is cut short.
    let before = before.strip_suffix('.').unwrap_or(before);
    // The longest label wins: `photo credit` over `credit`.
    let mut best: Option<(usize, Option<CreditKind>, f32)> = None;
    static BY_END: ByLetters = ByLetters::new();
    let ends = BY_END.among(before.chars().rev(), LABELS.iter().map(|l| l.0.chars().rev()));
    for (word, kind) in ends.map(|i| &LABELS[i]) {
        let Some(start) = folded_suffix(before, word) else { continue };
        let previous = before[..start].chars().next_back();
        let glued = before[start..].chars().next().is_some_and(char::is_uppercase);
        let apart = previous.is_none_or(|p| !is_word_char(p) || is_unspaced(p) && !word.is_ascii());
        if !(apart || glued && previous.is_some_and(|p| p.is_lowercase()) && word.len() > 3) {
            continue;
        }
        // `the fuente: ` inside a sentence is a word like any other; labels open with a capital or stand apart.
        let set_off = previous.is_none_or(|p| !p.is_whitespace())
            || before[..start].trim_end().ends_with(|p: char| !is_word_char(p) && digit(p).is_none());
        let capital = before[start..].chars().next().is_some_and(|c| !c.is_lowercase());
        let weight = match (kind.is_some(), set_off, capital) {
            (true, true, _) => 0.95,
            (true, false, true) => 0.9,
            (false, true, _) => 0.7,
            (false, false, true) => 0.5,
            _ => continue,
        };
        if best.is_none_or(|(b, _, _)| start < b) {
            best = Some((start, *kind, weight));
        }
    }
    // German joins what the picture is to the word: `Archivfoto`, `Symbolbild`.
    if best.is_none() {
        for word in ["foto", "bild", "fotos", "bilder", "photo", "grafik"] {
            let Some(start) = folded_suffix(before, word) else { continue };
            let from = before[..start]
                .rfind(|c: char| !is_word_char(c) && c != '-')
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
            if before[from..].chars().next().is_some_and(char::is_uppercase) {
                return Some((from, Some(CreditKind::Photo), 0.9));
            }
        }
        return None;
    }
    let (start, kind, weight) = best?;
    // `Image credit`, `Feature Photo`, `AP Foto`: words that belong to the label.
    let mut from = start;
    for word in
        ["image", "photo", "feature", "featured", "main", "picture", "file", "stock", "cover", "header"]
    {
        let lead = before[..from].trim_end();
        if let Some(at) = folded_suffix(lead, word)
            && lead.len() < from
            && !lead[..at].ends_with(is_word_char)
        {
            from = at;
        }
    }
    Some((from, kind, weight))
}

fn same_letter(a: char, b: char) -> bool {
    // The Turkish capital is two letters in lower case, and so is like no other.
    lower(a) == lower(b) && (a == b || a != 'İ' && b != 'İ')
}

/// The rest behind `prefix`, whatever the case.
pub(crate) fn strip_folded<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.as_bytes().get(..prefix.len()).filter(|head| head.is_ascii() && prefix.is_ascii());
    if let Some(head) = head {
        return head.eq_ignore_ascii_case(prefix.as_bytes()).then(|| &text[prefix.len()..]);
    }
    let mut letters = text.char_indices();
    for p in prefix.chars() {
        let (_, c) = letters.next()?;
        if c != p && !same_letter(c, p) {
            return None;
        }
    }
    Some(letters.as_str())
}

/// Where `suffix` begins, whatever the case.
pub(crate) fn folded_suffix(text: &str, suffix: &str) -> Option<usize> {
    let from = text.len().checked_sub(suffix.len());
    let tail = from.and_then(|from| text.as_bytes().get(from..));
    if let Some(tail) = tail.filter(|tail| tail.is_ascii() && suffix.is_ascii()) {
        return from.filter(|_| !suffix.is_empty() && tail.eq_ignore_ascii_case(suffix.as_bytes()));
    }
    let mut letters = text.char_indices().rev();
    let mut start = None;
    for s in suffix.chars().rev() {
        let (at, c) = letters.next()?;
        if c != s && !same_letter(c, s) {
            return None;
        }
        start = Some(at);
    }
    start
}
