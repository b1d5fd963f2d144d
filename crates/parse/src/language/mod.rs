//! Which language a text is in: its script first, then the character n-grams of its words.
//!
//! Greek, Hebrew, Thai and twenty more scripts settle it by themselves. Among the languages written in Latin,
//! Cyrillic, Arabic and Devanagari letters a linear classifier decides; [`model`] says how it is stored and
//! `tools/train-language` how it is learned.
//!
//! What it gets wrong: a few words that are names only; Bosnian, Croatian and Serbian in Latin letters are told
//! from all others but not well from each other; Danish and Norwegian, Indonesian and Malay, Catalan and
//! Spanish, Zulu and Xhosa, Sotho and Tswana in snippets of a few words. Languages learned from a few pages
//! (`small` in the trainer's `classes.rs`) need a paragraph, and Faroese and Galician often lose to Icelandic and
//! Portuguese even then. Mojibake is read as whatever it looks like.

mod features;
mod malay;
mod model;
mod script;
#[cfg(test)]
mod tests;

pub(crate) use script::{Script, main_script};

use crate::classes::{self, NUMBER};
use crate::folded::{is_letter, is_space};

/// A language, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Language {
    /// ISO 639-1, or ISO 639-3 where there is no two-letter code. Bokmål and Nynorsk are both `no`.
    pub code: &'static str,
    /// From 0 to 1: the share of the text's letters that are in the language's script, times the
    /// probability of the language among those written in it.
    pub confidence: f32,
}

/// [`detect`] of a text that has words enough to tell a language by, and is no text in another encoding read as Latin-1, which
/// has more signs beyond ASCII than letters of it. Where the script settles the language a few letters are enough.
pub(crate) fn told(text: &str) -> Option<Language> {
    let (script, share) = main_script(text)?;
    if may_tell(text, script) { detected(text, script, share) } else { None }
}

fn may_tell(text: &str, script: Script) -> bool {
    const WORDS: usize = 6;
    const LETTERS: usize = 300;
    if model::Table::of(script).is_none() {
        return true;
    }
    let is_number = |c: char| classes::of(c) & NUMBER != 0;
    let words = text
        .split(is_space)
        .filter(|word| word.chars().filter(|c| is_letter(*c)).count() > 1 && !word.contains(is_number));
    let damaged = || {
        let (plain, other) = text.chars().take(LETTERS).fold((0usize, 0usize), |(plain, other), c| {
            (
                plain + usize::from(c.is_ascii_alphabetic()),
                other + usize::from(matches!(c, '\u{a1}'..='\u{ff}')),
            )
        });
        script == Script::Latin && other > plain
    };
    words.take(WORDS).count() == WORDS && !damaged()
}

/// The language that the head of a text is written in.
///
/// `None` when it has no letters, or only letters of a script that no language here uses. Reads about 1,500
/// letters at most. A text in two languages gets the one that most of its head is in.
pub(crate) fn detect(text: &str) -> Option<Language> {
    let (script, share) = main_script(text)?;
    detected(text, script, share)
}

fn detected(text: &str, script: Script, share: f32) -> Option<Language> {
    if let Some(table) = model::Table::of(script) {
        let (code, probability) = table.classify(text, script)?;
        let code = if matches!(code, "id" | "ms") { malay::told(text, code) } else { code };
        return Some(Language { code, confidence: share * probability });
    }
    let code = match script {
        Script::Hebrew => "he",
        Script::Bengali => "bn",
        Script::Ethiopic => "am",
        Script::Greek => "el",
        Script::Han => "zh",
        Script::Japanese => "ja",
        Script::Hangul => "ko",
        Script::Thai => "th",
        Script::Lao => "lo",
        Script::Khmer => "km",
        Script::Myanmar => "my",
        Script::Georgian => "ka",
        Script::Armenian => "hy",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Kannada => "kn",
        Script::Malayalam => "ml",
        Script::Gujarati => "gu",
        Script::Gurmukhi => "pa",
        Script::Oriya => "or",
        Script::Sinhala => "si",
        Script::Tibetan => "bo",
        Script::Thaana => "dv",
        Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari | Script::Other => {
            return None;
        }
    };
    Some(Language { code, confidence: share })
}
