use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::script::{Class, class};
use super::{arabic, fold};

/// Longest word in bytes; what is longer is cut, on both sides alike. Addresses and encoded data reach it.
pub(crate) const MAX_TOKEN: usize = 96;

/// The analysis of text, as the index calls it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grams;

impl Tokenizer for Grams {
    type TokenStream<'a> = Scanner<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Scanner<'a> {
        Scanner::new(text)
    }
}

/// Reads words and pairs of characters off a text, in constant memory.
#[derive(Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    /// What is read so far, in bytes.
    at: usize,
    /// Position of the next token.
    position: usize,
    /// Character of a script without spaces that waits for its second.
    held: Option<(Wide, Class)>,
    token: Token,
}

#[derive(Debug, Clone, Copy)]
struct Wide {
    c: char,
    start: usize,
    end: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, position: 0, held: None, token: Token::default() }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Goes to where a word begins.
    fn skip(&mut self) -> Option<Class> {
        let bytes = self.text.as_bytes();
        loop {
            while bytes.get(self.at).is_some_and(|b| b.is_ascii() && !b.is_ascii_alphanumeric()) {
                self.at += 1;
            }
            let c = self.peek()?;
            match class(c) {
                Class::Gap | Class::Ignored => self.at += c.len_utf8(),
                found => return Some(found),
            }
        }
    }

    /// Takes the next character if it goes on in the same script.
    fn wide(&mut self, run: Class) -> Option<Wide> {
        let start = loop {
            let c = self.peek()?;
            match class(c) {
                Class::Ignored => self.at += c.len_utf8(),
                found if found == run => break self.at,
                _ => return None,
            }
        };
        let c = self.peek()?;
        self.at += c.len_utf8();
        let mut c = fold::wide(c);
        while let Some((next, both)) = self.peek().and_then(|next| Some((next, fold::joined(c, next)?))) {
            self.at += next.len_utf8();
            c = both;
        }
        Some(Wide { c, start, end: self.at })
    }

    /// Makes a token of the character that is held and its successor.
    fn pair(&mut self, first: Wide, run: Class) {
        let second = self.wide(run);
        self.token.text.clear();
        self.token.text.push(first.c);
        self.token.text.extend(second.map(|second| second.c));
        self.emit(first.start, second.map_or(first.end, |second| second.end));
        self.held = second.map(|second| (second, run));
    }

    /// Makes a token of the word that begins here; false when nothing of it is left after folding.
    fn word(&mut self) -> bool {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let n_plain = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        self.at += n_plain;
        self.token.text.clear();
        self.token.text.push_str(self.text.get(start..self.at).unwrap_or_default());
        self.token.text.make_ascii_lowercase();
        if rest.get(n_plain).is_some_and(|b| !b.is_ascii()) {
            self.beyond_ascii();
        }
        if self.token.text.len() > MAX_TOKEN {
            let end = (0..=MAX_TOKEN).rev().find(|&end| self.token.text.is_char_boundary(end)).unwrap_or(0);
            self.token.text.truncate(end);
        }
        if self.token.text.is_empty() {
            return false;
        }
        self.emit(start, self.at);
        true
    }

    fn beyond_ascii(&mut self) {
        while let Some(c) = self.peek() {
            match class(c) {
                Class::Letter if self.token.text.len() <= MAX_TOKEN => {
                    fold::push_letter(c, &mut self.token.text);
                }
                Class::Letter | Class::Ignored => {}
                _ => break,
            }
            self.at += c.len_utf8();
        }
        let stem = arabic::stem(&self.token.text);
        self.token.text.truncate(stem.end);
        self.token.text.drain(..stem.start);
    }

    fn emit(&mut self, start: usize, end: usize) {
        self.token.offset_from = start;
        self.token.offset_to = end;
        self.token.position = self.position;
        self.position += 1;
    }
}

impl TokenStream for Scanner<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some((first, run)) = self.held.take() {
                self.pair(first, run);
                return true;
            }
            match self.skip() {
                None => return false,
                Some(Class::Letter) => {
                    if self.word() {
                        return true;
                    }
                }
                Some(run) => self.held = self.wide(run).map(|first| (first, run)),
            }
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
    use proptest::prelude::*;

    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut scanner = Scanner::new(text);
        let mut all = Vec::new();
        while scanner.advance() {
            let token = scanner.token();
            all.push(format!("{}@{}", token.text, token.position));
        }
        all
    }

    #[test]
    fn words_and_pairs_share_one_count_of_positions() {
        assert_eq!(tokens("The council's vote"), ["the@0", "council@1", "s@2", "vote@3"]);
        assert_eq!(tokens("iPhone发布会，3月"), ["iphone@0", "发布@1", "布会@2", "会@3", "3@4", "月@5"]);
        assert_eq!(tokens("경제가 좋다"), ["경제@0", "제가@1", "가@2", "좋다@3", "다@4"]);
        assert_eq!(tokens("ｶﾞｿﾘﾝ"), ["ガソ@0", "ソリ@1", "リン@2", "ン@3"]);
        assert_eq!(tokens("co\u{ad}operate na\u{200c}me"), ["cooperate@0", "name@1"]);
        assert_eq!(tokens("والحكومة"), ["حكوم@0"]);
        assert_eq!(tokens("  -- "), Vec::<String>::new());
    }

    #[test]
    fn a_word_without_end_is_cut() {
        let long = "ä".repeat(10_000);
        let mut scanner = Scanner::new(&long);
        assert!(scanner.advance());
        assert_eq!(scanner.token().text.len(), MAX_TOKEN);
        assert_eq!(scanner.token().offset_to, long.len());
        assert!(!scanner.advance());
    }

    proptest! {
        #[test]
        fn offsets_are_in_order_and_on_boundaries(text in "\\PC{0,60}|[ \u{640}aßéかﾞ경ᄀ\u{1161}ก\u{e31}ال\u{200d}.]{0,60}") {
            let mut scanner = Scanner::new(&text);
            let mut last = (0, None);
            while scanner.advance() {
                let token = scanner.token();
                prop_assert!(text.get(token.offset_from..token.offset_to).is_some_and(|t| !t.is_empty()));
                prop_assert!(token.offset_from >= last.0 && !token.text.is_empty());
                prop_assert!(last.1.is_none_or(|p| token.position == p + 1));
                prop_assert!(token.text.len() <= MAX_TOKEN);
                last = (token.offset_from, Some(token.position));
            }
        }
    }
}
