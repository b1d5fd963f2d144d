use std::ops::Range;

use memchr::memmem;
use tantivy::tokenizer::TokenStream;

use crate::index::text::Scanner;
use crate::query::{Phrase, TextField, is_wide};

/// Most places noted in one text; a word that stands more often is marked where it stands first.
const MAX_MARKS: usize = 1000;

/// Finds what a query asked for in a text, by the same analysis that the index was made with.
pub(super) struct Marker<'p> {
    patterns: &'p [(TextField, Phrase)],
    /// Every word that a pattern asks for, and whether it is only the beginning of one; sorted.
    words: Vec<(&'p str, bool)>,
    prefixes: Vec<usize>,
    /// First bytes of these words, one bit each of the lowest seven: most tokens begin otherwise.
    firsts: u128,
}

/// A place that a pattern was found at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    /// Number of the pattern.
    pub(super) pattern: usize,
}

/// A token that some pattern asks for.
#[derive(Debug, Clone, Copy)]
struct Seen {
    word: usize,
    position: usize,
    start: usize,
    end: usize,
}

impl<'p> Marker<'p> {
    pub(super) fn new(patterns: &'p [(TextField, Phrase)]) -> Self {
        let mut words: Vec<(&str, bool)> = Vec::new();
        for (_, phrase) in patterns {
            let last = phrase.words.len().saturating_sub(1);
            for (at, word) in phrase.words.iter().enumerate() {
                words.push((word.text.as_str(), phrase.prefix && at == last));
            }
        }
        words.sort_unstable();
        words.dedup();
        let prefixes = words.iter().enumerate().filter(|(_, word)| word.1).map(|(at, _)| at).collect();
        let firsts = words
            .iter()
            .filter_map(|(word, _)| word.bytes().next())
            .map(first_bit)
            .fold(0, |all, bit| all | bit);
        Self { patterns, words, prefixes, firsts }
    }

    /// How many patterns are asked for in one of these fields.
    pub(super) fn asked(&self, fields: &[TextField]) -> usize {
        self.patterns.iter().filter(|(field, _)| fields.contains(field)).count()
    }

    /// Places in a text, in order; they may overlap.
    pub(super) fn marks(&self, text: &str, fields: &[TextField]) -> Vec<Mark> {
        let seen = self.seen(text);
        let mut marks = Vec::new();
        for (number, (field, phrase)) in self.patterns.iter().enumerate() {
            if !fields.contains(field) {
                continue;
            }
            for range in self.found(phrase, &seen).take(MAX_MARKS) {
                marks.push(Mark { range, pattern: number });
            }
        }
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end, mark.pattern));
        marks.truncate(MAX_MARKS);
        marks
    }

    /// Whether some word may stand in a text. Most texts hold none, and are told by a look for its letters alone.
    fn may_hold(&self, text: &str) -> bool {
        if !text.is_ascii() && !is_plain(text) {
            return true;
        }
        // Without a letter beyond ASCII, folding is lower case, and a token is a piece of the text.
        let lower = text.to_ascii_lowercase();
        self.words.iter().any(|(word, _)| memmem::find(lower.as_bytes(), word.as_bytes()).is_some())
    }

    fn seen(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        if !self.may_hold(text) {
            return seen;
        }
        let mut scanner = Scanner::new(text);
        while scanner.advance() {
            let token = scanner.token();
            if token.text.bytes().next().is_none_or(|byte| self.firsts & first_bit(byte) == 0) {
                continue;
            }
            let mut note = |word: usize, end: usize| {
                seen.push(Seen { word, position: token.position, start: token.offset_from, end });
            };
            if let Ok(word) = self.words.binary_search(&(token.text.as_str(), false)) {
                note(word, token.offset_to);
            }
            for &word in &self.prefixes {
                let Some((prefix, _)) = self.words.get(word) else { continue };
                if !token.text.starts_with(prefix) {
                    continue;
                }
                // One character of a script without spaces stands for itself, not for the pair it begins.
                let first = prefix.chars().next().filter(|&c| is_wide(c));
                let own = text.get(token.offset_from..).and_then(|rest| rest.chars().next());
                match (first, own) {
                    (Some(_), Some(own)) => note(word, token.offset_from + own.len_utf8()),
                    _ => note(word, token.offset_to),
                }
            }
        }
        seen.sort_unstable_by_key(|seen| (seen.word, seen.position));
        seen
    }

    /// Places where all words of a phrase stand at their distances.
    fn found<'s>(&'s self, phrase: &'s Phrase, seen: &'s [Seen]) -> impl Iterator<Item = Range<usize>> + 's {
        let last = phrase.words.len().saturating_sub(1);
        let number = move |at: usize| {
            let word = phrase.words.get(at)?;
            self.words.binary_search(&(word.text.as_str(), phrase.prefix && at == last)).ok()
        };
        let first = number(0);
        let from = first.map_or(0, |first| seen.partition_point(|seen| seen.word < first));
        let starts =
            seen.get(from..).unwrap_or_default().iter().take_while(move |seen| Some(seen.word) == first);
        starts.filter_map(move |start| {
            let mut end = start.end;
            for (at, word) in phrase.words.iter().enumerate().skip(1) {
                let wanted = (number(at)?, start.position + word.offset);
                let place = seen.binary_search_by_key(&wanted, |seen| (seen.word, seen.position)).ok()?;
                end = seen.get(place)?.end;
            }
            Some(start.start..end)
        })
    }
}

fn first_bit(byte: u8) -> u128 {
    1 << (byte & 0x7f)
}

/// Whether a text has no letters beyond ASCII, but for the marks of print: quotes, dashes, dots, which end words as spaces do.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            at += 1;
        } else if byte == 0xe2
            && bytes.get(at + 1) == Some(&0x80)
            && bytes.get(at + 2).is_some_and(|b| (0x90..=0xa7).contains(b))
        {
            // U+2010 to U+2027.
            at += 3;
        } else {
            return false;
        }
    }
    true
}

/// Marks as ranges that do not overlap, in order.
pub(super) fn merged(marks: &[Mark]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match ranges.last_mut() {
            Some(last) if mark.range.start < last.end => last.end = last.end.max(mark.range.end),
            _ => ranges.push(mark.range.clone()),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, phrases: &[(&str, bool)]) -> String {
        let patterns: Vec<_> = phrases
            .iter()
            .map(|(phrase, prefix)| (TextField::Any, Phrase::read(phrase, *prefix).unwrap()))
            .collect();
        let marker = Marker::new(&patterns);
        let mut shown = String::new();
        let mut at = 0;
        for range in merged(&marker.marks(text, &[TextField::Any])) {
            shown += &format!("{}[{}]", &text[at..range.start], &text[range.clone()]);
            at = range.end;
        }
        shown + &text[at..]
    }

    #[test]
    fn words_phrases_and_beginnings_are_marked() {
        assert_eq!(marked("A Café in Züri", &[("cafe", false)]), "A [Café] in Züri");
        assert_eq!(
            marked("the prime minister, a minister", &[("prime minister", false)]),
            "the [prime minister], a minister"
        );
        assert_eq!(marked("Minister of ministries", &[("minist", true)]), "[Minister] of [ministries]");
        assert_eq!(marked("prime ministers", &[("prime minist", true)]), "[prime ministers]");
        assert_eq!(marked("a b a b a", &[("a b", false), ("b a", false)]), "[a b a b a]");
    }

    #[test]
    fn a_text_that_is_passed_over_holds_nothing() {
        let patterns: Vec<_> = ["bridge", "prime minister", "brücke", "minist", "雨"]
            .iter()
            .map(|phrase| (TextField::Any, Phrase::read(phrase, phrase.ends_with("minist")).unwrap()))
            .collect();
        let marker = Marker::new(&patterns);
        for text in ["The council’s vote — at last", "Nothing here.", ""] {
            assert!(!marker.may_hold(text), "{text}");
        }
        for text in [
            "THE “BRIDGE” closed",
            "a ministry",
            "Bru\u{308}cke",
            "ｂｒｉｄｇｅ",
            "bri\u{ad}dge",
            "bri\u{200c}dge",
            "大雨",
        ] {
            assert!(marker.may_hold(text), "{text}");
            assert!(!marker.marks(text, &[TextField::Any]).is_empty() || text.contains("ministry"), "{text}");
        }
    }

    #[test]
    fn characters_are_marked_and_not_the_pairs_they_stand_in() {
        assert_eq!(marked("中国经济增长", &[("经济", false)]), "中国[经济]增长");
        assert_eq!(marked("国务院总理", &[("国务院", false)]), "[国务院]总理");
        assert_eq!(marked("大雨。雨", &[("雨", false)]), "大[雨]。[雨]");
        assert_eq!(marked("3月14日", &[("3月", false)]), "[3月]14日");
        assert_eq!(marked("정부는 경제", &[("정부", false)]), "[정부]는 경제");
        assert_eq!(marked("والحكومة قالت", &[("حكومة", false)]), "[والحكومة] قالت");
    }
}
