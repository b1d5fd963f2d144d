use tantivy::tokenizer::TokenStream;

use crate::index::text::{Class, Scanner, class, words};

/// Words to be found one after the other; one word is a phrase, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Distance from the first word, and the word as the index has it.
    pub(crate) words: Vec<Word>,
    /// Whether the last is only the beginning of a word.
    pub(crate) prefix: bool,
}

/// One word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) offset: usize,
    pub(crate) text: String,
}

impl Phrase {
    /// Reads a phrase off a text; `None` when there is no word in it.
    ///
    /// Pairs of characters are thinned out to those that are needed to cover every character. A single character of a
    /// script without spaces stands at the beginning of a pair wherever it is not the last of its run.
    pub(crate) fn read(text: &str, prefix: bool) -> Option<Self> {
        let mut words: Vec<Word> = Vec::new();
        let mut prefix = prefix;
        let mut scanner = Scanner::new(text);
        // Where the run of characters began, and where the run before ended in the text.
        let mut run: Option<usize> = None;
        let mut pending: Option<Word> = None;
        let mut single = false;
        while scanner.advance() {
            let token = scanner.token();
            let first = token.text.chars().next().unwrap_or(' ');
            let word = Word { offset: token.position, text: token.text.clone() };
            single = false;
            if class(first) == Class::Letter {
                words.extend(pending.take());
                run = None;
                words.push(word);
                continue;
            }
            let is_pair = token.text.chars().nth(1).is_some();
            match (run, is_pair) {
                (None, true) => {
                    run = Some(token.position);
                    words.push(word);
                }
                (Some(start), true) if (token.position - start).is_multiple_of(2) => {
                    pending = None;
                    words.push(word);
                }
                // Needed only if the run ends with it.
                (Some(_), true) => pending = Some(word),
                // The end of a run is covered by the pair before.
                (Some(_), false) => {
                    words.extend(pending.take());
                    run = None;
                }
                (None, false) => {
                    single = true;
                    words.push(word);
                }
            }
        }
        words.extend(pending);
        if single {
            prefix = true;
        } else if prefix && words.last().is_some_and(|word| word.text.chars().next().is_some_and(is_wide)) {
            // A substring goes on anyway.
            prefix = false;
        }
        let start = words.first()?.offset;
        for word in &mut words {
            word.offset -= start;
        }
        Some(Self { words, prefix })
    }
}

/// Whether a character is of a script without spaces, Korean included.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(class(c), Class::Cjk | Class::Hangul | Class::Complex)
}

/// What an unquoted word asks for: pieces that must all be there, in any order, and dictionary words that make a hit
/// better.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pieces {
    pub(super) pieces: Vec<String>,
    pub(super) words: Vec<String>,
}

/// Endings that Korean adds to a noun; longest first.
static KOREAN_ENDINGS: &[&str] = &[
    "에서는",
    "으로는",
    "에게서",
    "이라고",
    "에서",
    "으로",
    "에게",
    "까지",
    "부터",
    "에는",
    "에도",
    "이다",
    "라고",
    "처럼",
    "보다",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "의",
    "로",
    "도",
    "와",
    "과",
    "만",
];

/// Cuts an unquoted word where its script has no spaces.
pub(super) fn pieces(text: &str) -> Pieces {
    let mut all = Pieces::default();
    for (run, wide) in runs(text) {
        match wide {
            Class::Hangul => all.pieces.push(without_ending(run).to_owned()),
            Class::Cjk | Class::Complex => {
                for range in words::segment(run) {
                    let Some(word) = run.get(range) else { continue };
                    let is_single = word.chars().nth(1).is_none();
                    // 3月, 2018年: a counter belongs to its number.
                    let counted =
                        all.pieces.last_mut().filter(|last| last.ends_with(|c: char| c.is_ascii_digit()));
                    match counted {
                        Some(number) if is_single => number.push_str(word),
                        _ => all.pieces.push(word.to_owned()),
                    }
                    if !is_single {
                        all.words.push(words::folded(word));
                    }
                }
            }
            _ => all.pieces.push(run.to_owned()),
        }
    }
    // Single characters are particles where there is anything else to look for.
    if all.pieces.iter().any(|piece| piece.chars().nth(1).is_some()) {
        all.pieces.retain(|piece| piece.chars().nth(1).is_some() || !piece.starts_with(is_wide));
    }
    all.pieces.dedup();
    all
}

/// A text in runs of one script; punctuation goes with the letters.
fn runs(text: &str) -> Vec<(&str, Class)> {
    let kind = |c: char| match class(c) {
        Class::Gap | Class::Ignored => Class::Letter,
        class => class,
    };
    let mut runs = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let kind = kind(c);
        if let Some(before) = last.filter(|&before| before != kind) {
            runs.push((start..at, before));
            start = at;
        }
        last = Some(kind);
    }
    runs.extend(last.map(|kind| (start..text.len(), kind)));
    let has_word = |run: &str| run.chars().any(|c| !matches!(class(c), Class::Gap | Class::Ignored));
    runs.into_iter()
        .filter_map(|(range, kind)| Some((text.get(range)?, kind)))
        .filter(|(run, _)| has_word(run))
        .collect()
}

fn without_ending(word: &str) -> &str {
    let stem = KOREAN_ENDINGS.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        stem.chars().nth(1).map(|_| stem)
    });
    stem.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let phrase = Phrase::read(text, false).unwrap();
        let words: Vec<String> = phrase.words.iter().map(|w| format!("{}@{}", w.text, w.offset)).collect();
        format!("{}{}", words.join(" "), if phrase.prefix { "*" } else { "" })
    }

    #[test]
    fn pairs_cover_every_character_and_no_more() {
        assert_eq!(shown("经济"), "经济@0");
        assert_eq!(shown("国务院"), "国务@0 务院@1");
        assert_eq!(shown("北京大学"), "北京@0 大学@2");
        assert_eq!(shown("iPhone发布会"), "iphone@0 发布@1 布会@2");
        assert_eq!(shown("发布会iPhone"), "发布@0 布会@1 iphone@3");
        assert_eq!(shown("3月14日"), "3@0 月@1 14@2 日@3*");
        assert_eq!(shown("雨"), "雨@0*");
        assert_eq!(shown("the council's vote"), "the@0 council@1 s@2 vote@3");
    }

    #[test]
    fn unquoted_runs_are_cut_into_words() {
        assert_eq!(pieces("中国经济增长").pieces, ["中国", "经济", "增长"]);
        assert_eq!(pieces("2018年世界杯").pieces.first().unwrap(), "2018年");
        assert_eq!(pieces("정부는").pieces, ["정부"]);
        assert_eq!(pieces("회의").pieces, ["회의"]);
        assert_eq!(pieces("O'Brien").pieces, ["O'Brien"]);
        assert_eq!(pieces("雨").pieces, ["雨"]);
        assert!(pieces("iPhone发布会").pieces.contains(&"iPhone".to_owned()));
    }
}
