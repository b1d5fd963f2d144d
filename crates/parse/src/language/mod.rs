//! Which language a text is in: its script first, then the character n-grams of its words.

mod features;
mod model;
mod script;
#[cfg(test)]
mod tests;

pub(crate) use script::{Script, main_script};

/// A language, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Detected {
    /// ISO 639-1, or ISO 639-3 where there is no two-letter code. Bokmål and Nynorsk are both `no`.
    pub code: &'static str,
    /// From 0 to 1: the share of the text's letters that are in the language's script, times the
    /// probability of the language among those written in it.
    pub confidence: f32,
}

/// The language that the head of a text is written in.
///
/// `None` when it has no letters, or only letters of a script that no language here uses. Reads about 1,500
/// letters at most. A text in two languages gets the one that most of its head is in.
pub(crate) fn detect(text: &str) -> Option<Detected> {
    let (script, share) = main_script(text)?;
    if let Some(table) = model::Table::of(script) {
        let (code, probability) = table.classify(text, script)?;
        return Some(Detected { code, confidence: share * probability });
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
    Some(Detected { code, confidence: share })
}
