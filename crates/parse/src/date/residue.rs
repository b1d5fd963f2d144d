//! What a line holds beside its dates.

use std::ops::Range;

use super::atoms::{Piece, atoms};
use super::compose::is_joiner;
use super::fold::Folded;
use super::lexer::{Kind, Lexed};
use super::windows::SHORT_LINE;
use super::words::{self, Flag};
use super::{FoundDate, Label};
use crate::folded::{is_capital, is_letter, is_letter_or_number, is_small};

/// What is left of a line when dates, their labels, small date words and punctuation are taken away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Residue {
    /// Letters and digits left.
    pub(crate) letters: usize,
    /// Words left.
    pub(crate) words: usize,
    /// The stretches left, trimmed of blanks and punctuation, in order.
    pub(crate) stretches: Vec<Range<usize>>,
}

impl Residue {
    /// Whether the line holds nothing but dates.
    pub(crate) fn is_empty(&self) -> bool {
        self.letters == 0
    }
}

/// What the line holds beside the dates found in it.
pub(crate) fn residue(line: &str, found: &[FoundDate]) -> Residue {
    let mut taken: Vec<Range<usize>> =
        found.iter().flat_map(|d| [Some(d.span.clone()), d.label_span.clone()]).flatten().collect();
    taken.sort_by_key(|span| span.start);
    let mut left = Residue::default();
    let mut from = 0;
    for span in taken {
        left.add(line, from..span.start);
        from = from.max(span.end);
    }
    left.add(line, from..line.len());
    left
}

impl Residue {
    fn add(&mut self, line: &str, gap: Range<usize>) {
        let Some(text) = line.get(gap.clone()) else { return };
        let words = || text.split(|c: char| !is_letter_or_number(c)).filter(|w| !w.is_empty());
        // "at", "Uhr", "le", an emptied second label: nothing of their own.
        if words().all(is_joiner) || text.len() <= SHORT_LINE && lone_label(text).is_some() {
            return;
        }
        let lead = text.len() - text.trim_start_matches(|c: char| !is_letter_or_number(c)).len();
        let trail = text.len() - text.trim_end_matches(|c: char| !is_letter_or_number(c)).len();
        self.stretches.push(gap.start + lead..gap.end - trail);
        self.words += words().count();
        self.letters += text.chars().filter(|c| is_letter_or_number(*c)).count();
    }
}

/// The label of a line that holds only labels whose dates were lost: "Published", "Publié , mis à jour", "Stand:".
///
/// A key that is a common word ("Date") needs its colon.
pub(crate) fn lone_label(line: &str) -> Option<Label> {
    if line.len() > SHORT_LINE || line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if !may_be_label(line) {
        return None;
    }
    if line.is_ascii() && !leads_to_label(line) {
        debug_assert!(label_of(line).is_none(), "{line}");
        return None;
    }
    label_of(line)
}

fn label_of(line: &str) -> Option<Label> {
    let lexed = Lexed::new(line, 0..line.len());
    let pieces = atoms(&lexed);
    let mut first = None;
    let mut from = 0;
    for atom in &pieces {
        let Piece::Label { label, .. } = atom.piece else { return None };
        if !only_small_words(line.get(from..atom.start)?) {
            return None;
        }
        from = atom.end;
        let common = lexed.tokens.iter().any(|t| t.start == atom.start && t.kind == Kind::Word) && {
            let word = line.get(atom.start..atom.end)?.to_lowercase();
            matches!(
                word.as_str(),
                "date"
                    | "data"
                    | "fecha"
                    | "datum"
                    | "vom"
                    | "update"
                    | "дата"
                    | "tarih"
                    | "pub"
                    | "giriş"
                    | "issued"
                    | "released"
                    | "created"
                    | "written"
                    | "birt"
                    | "stand"
                    | "maj"
                    | "akt"
                    | "agg"
            )
        };
        // A lone 发布 is a button.
        let common = common
            || line.get(atom.start..atom.end).is_some_and(|w| {
                w.chars().count() == 2 && w.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            });
        let colon = line.get(atom.end..)?.trim_start().starts_with([':', '：']);
        if !common || colon {
            first = first.or(Some(label));
        } else {
            return None;
        }
    }
    only_small_words(line.get(from..)?).then_some(first?)
}

/// A label, or small words before one, open with a word of the tables: most lines do not. Of a line that opens with an
/// ideograph or a letter of Korean nothing is said, nor of one whose first word is glued to the next or has marks.
fn may_be_label(line: &str) -> bool {
    let text = line.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    let end = text.find(|c: char| !is_letter(c)).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let open = rest.chars().next().is_some_and(|c| !c.is_ascii() || c.is_ascii_digit());
    let far =
        |c: char| matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}');
    if word.is_empty() || open || word.starts_with(far) {
        return true;
    }
    if word.is_ascii() && !words::may_know(word) && !is_glued(word) {
        return false;
    }
    let mut folded = Folded::new();
    is_glued(word) || folded.push_word(word).is_some() && !words::lookup(folded.as_bytes()).is_empty()
}

/// Is the first word of a line in ASCII that is none of the small ones one that a label opens with? Of words glued together
/// nothing is said.
fn leads_to_label(line: &str) -> bool {
    let words = || line.split(|c: char| !is_letter_or_number(c)).filter(|word| !word.is_empty());
    for word in words() {
        let mut folded = Folded::new();
        let senses = folded.push_word(word).map(|()| words::lookup(folded.as_bytes())).unwrap_or_default();
        if senses.is(Flag::Phrase) || is_glued(word) {
            return true;
        }
        if !is_joiner(word) {
            return false;
        }
    }
    false
}

/// Does a capital follow a small letter?
fn is_glued(word: &str) -> bool {
    let mut small = false;
    word.chars().any(|c| std::mem::replace(&mut small, is_small(c)) && is_capital(c))
}

fn only_small_words(text: &str) -> bool {
    text.split(|c: char| !is_letter_or_number(c)).filter(|w| !w.is_empty()).all(is_joiner)
}
