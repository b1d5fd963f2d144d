//! Words of scripts without spaces, as a dictionary sees them.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::fold;
use super::script::{Class, class};

/// Longest run that is handed to the dictionary at once, in bytes: what it takes grows with the run.
const MAX_RUN: usize = 3000;

/// The words in a text of one script: ranges of at least one character, in order, without gaps.
pub(crate) fn segment(run: &str) -> Vec<Range<usize>> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let bounds: Vec<usize> = segmenter.segment_str(run).collect();
    bounds.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).collect()
}

/// A word as the index keeps it.
pub(crate) fn folded(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    push_folded(word, &mut text);
    text
}

fn push_folded(word: &str, text: &mut String) {
    let mut chars = word.chars().filter(|&c| class(c) != Class::Ignored).peekable();
    while let Some(c) = chars.next() {
        let mut c = fold::wide(c);
        while let Some(both) = chars.peek().and_then(|&next| fold::joined(c, next)) {
            c = both;
            chars.next();
        }
        text.push(c);
    }
}

/// The analysis of text for ranking: dictionary words of at least two characters, nothing of other scripts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words;

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream { text, at: 0, words: Vec::new().into_iter(), position: 0, token: Token::default() }
    }
}

#[derive(Debug)]
pub(crate) struct WordStream<'a> {
    text: &'a str,
    at: usize,
    words: std::vec::IntoIter<Range<usize>>,
    position: usize,
    token: Token,
}

impl WordStream<'_> {
    /// The next run of one script without spaces.
    fn run(&mut self) -> Option<Range<usize>> {
        let unspaced = |c: char| matches!(class(c), Class::Cjk | Class::Complex);
        let start = self.at + self.text.get(self.at..)?.find(unspaced)?;
        let rest = self.text.get(start..)?;
        let run = class(rest.chars().next()?);
        let goes_on = |(at, c): (usize, char)| at < MAX_RUN && matches!(class(c), found if found == run);
        let len = rest.char_indices().find(|&next| !goes_on(next)).map_or(rest.len(), |(at, _)| at);
        self.at = start + len;
        Some(start..start + len)
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            for word in self.words.by_ref() {
                let Some(text) = self.text.get(word.clone()) else { continue };
                if text.chars().nth(1).is_none() {
                    continue;
                }
                self.token.text.clear();
                push_folded(text, &mut self.token.text);
                if self.token.text.len() > super::MAX_TOKEN {
                    continue;
                }
                self.token.offset_from = word.start;
                self.token.offset_to = word.end;
                self.token.position = self.position;
                self.position += 1;
                return true;
            }
            let Some(run) = self.run() else { return false };
            let Some(text) = self.text.get(run.clone()) else { return false };
            let words: Vec<_> =
                segment(text).into_iter().map(|word| run.start + word.start..run.start + word.end).collect();
            self.words = words.into_iter();
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_cuts_where_readers_do() {
        let mut words = Words;
        let mut stream = words.token_stream("国务院总理谈经济, and ข่าวเศรษฐกิจ");
        let mut found = Vec::new();
        while stream.advance() {
            found.push(stream.token().text.clone());
        }
        for word in ["国务院", "总理", "经济", "เศรษฐกิจ"] {
            assert!(found.iter().any(|f| f == word), "{word}: {found:?}");
        }
    }
}
