//! Text analysis: what a word is, and which spellings are the same word.
//!
//! One scanner reads articles on their way into the index, queries, and articles again when what was found is marked in
//! them; so all three agree on every boundary.
//!
//! Scripts with spaces give words. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese give pairs of characters, one
//! beginning at each character, and positions count characters there: a phrase of pairs is a substring, wherever a
//! dictionary would have cut. What a dictionary calls a word is indexed beside that for ranking only: [`words`].

mod arabic;
mod fold;
mod scan;
mod script;
pub(crate) mod words;

pub(crate) use arabic::proclitics;
pub(crate) use scan::{Grams, MAX_TOKEN, Scanner};
pub(crate) use script::{Class, class};
pub(crate) use words::Words;

/// Whether a text has characters of scripts without spaces between words, as far as [`words`] has use for them.
pub(crate) fn has_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| matches!(class(c), Class::Cjk | Class::Complex))
}
