//! Words that were divided at the end of a line.

use std::collections::BTreeSet;

use crate::label::measure::is_wide;

/// What stands between the end of a line and what goes on of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// A blank: two words.
    Blank,
    /// Nothing: a word with a hyphen in it, or a script without blanks.
    Nothing,
    /// Nothing, and the hyphen goes: one word that was divided.
    Whole,
}

/// The words with a hyphen inside that a document has, in small letters: such a word keeps its hyphen at a line's end.
#[derive(Debug, Default)]
pub(crate) struct Divided(BTreeSet<String>);

impl Divided {
    /// Looks for words with a hyphen in a text.
    pub(crate) fn of(text: &str) -> Self {
        let words = text
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .map(|word| word.trim_matches('-'))
            .filter(|word| word.contains('-'))
            .map(str::to_lowercase);
        Self(words.collect())
    }

    /// How a text goes on with the line after it.
    pub(crate) fn join(&self, so_far: &str, next: &str) -> Join {
        let end = last_of(so_far);
        if divided(end, next) && !self.0.contains(&compound(end, next)) {
            Join::Whole
        } else if needs_space(end, next) {
            Join::Blank
        } else {
            Join::Nothing
        }
    }
}

/// The end of a text, longer than any word: a text of nothing but divided words is not to be read again for each.
fn last_of(text: &str) -> &str {
    const LONGEST: usize = 160;
    let from = (text.len().saturating_sub(LONGEST)..text.len()).find(|at| text.is_char_boundary(*at));
    &text[from.unwrap_or(0)..]
}

/// Whether the last word of a line was divided at its end: letters, one hyphen, and small letters that go on. `Früh-` is
/// no divided word before `und`, but one word of two (`Früh- und Spätzug`).
fn divided(so_far: &str, next: &str) -> bool {
    let Some(head) = so_far.strip_suffix('-') else { return false };
    let last = head.rsplit(char::is_whitespace).next().unwrap_or("");
    let first = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    last.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_alphabetic)
        && last.ends_with(char::is_alphabetic)
        && !first.is_empty()
        && first.chars().all(char::is_lowercase)
        && !JOINING.contains(&first)
}

/// Words before which a hyphen stands for a part left out: `und`, `or`.
const JOINING: &[&str] =
    &["und", "oder", "bzw", "bis", "sowie", "en", "of", "and", "or", "to", "och", "og", "eller", "i"];

/// The word at a line's end and what goes on of it, with the hyphen between.
fn compound(so_far: &str, next: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let last = so_far.rsplit(|c: char| !inside(c)).next().unwrap_or("");
    let first = next.split(|c: char| !inside(c)).next().unwrap_or("");
    format!("{last}{first}").to_lowercase()
}

fn needs_space(so_far: &str, next: &str) -> bool {
    let (Some(last), Some(first)) = (so_far.chars().next_back(), next.chars().next()) else { return false };
    // Scripts without spaces have none at a line break either; a word broken at its hyphen goes on.
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    !(is_wide(last) && is_wide(first) || last == '-' && first.is_lowercase() && !JOINING.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{Divided, Join};

    #[test]
    fn divided_words() {
        let words = Divided::default();
        assert_eq!(words.join("in the prov-", "ince of Elder"), Join::Whole);
        assert_eq!(words.join("on page 3-", "a"), Join::Nothing);
        assert_eq!(words.join("der Früh-", "und Spätzug"), Join::Blank);
        assert_eq!(words.join("the North-", "South line"), Join::Blank);
        assert_eq!(words.join("he waited -", "then left"), Join::Nothing);
        assert_eq!(words.join("über die", "Brücke"), Join::Blank);
        assert_eq!(words.join("市議会は", "橋を"), Join::Nothing);
        assert_eq!(Divided::of("a well-known name").join("the well-", "known"), Join::Nothing);
    }
}
