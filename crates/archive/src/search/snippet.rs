use std::ops::Range;

use wirecopy_model::Article;

use super::marks::{Mark, Marker, merged};
use crate::query::{TextField, is_wide};
use crate::request::{Highlight, Snippet};

/// Columns a snippet takes; a character of the scripts without spaces takes two.
const WIDTH: usize = 240;
/// Columns of a snippet that may stand before the first mark.
const LEAD: usize = 70;
/// What another word in a snippet is worth, in times that a word stands there again.
const ANOTHER: usize = 4;
/// Marks of a block that are held against one another; what comes after is seldom better than what came before.
const MAX_STARTS: usize = 100;

/// The headline with its marks.
pub(super) fn headline(article: &Article, marker: &Marker<'_>) -> Option<Highlight> {
    let text = article.headline.as_ref()?;
    let marks = marker.marks(text, &[TextField::Any, TextField::Headline]);
    Some(Highlight { text: text.clone(), marks: merged(&marks) })
}

/// The piece of the story in which most of what was asked for stands together; the beginning where nothing does.
pub(super) fn snippet(article: &Article, marker: &Marker<'_>) -> Option<Snippet> {
    let blocks = article.body.iter().map(|block| block.text.as_str());
    let captions = article.figures.iter().filter_map(|figure| figure.caption.as_deref());
    let texts: Vec<&str> =
        blocks.chain(captions).chain(article.notes.iter().map(|note| note.text.as_str())).collect();
    let most = marker.asked(&[TextField::Any, TextField::Body]) * ANOTHER;
    let mut best: Option<(usize, usize, Vec<Mark>, usize)> = None;
    for (number, text) in texts.iter().enumerate() {
        let marks = marker.marks(text, &[TextField::Any, TextField::Body]);
        if let Some((worth, start)) = densest(text, &marks)
            && best.as_ref().is_none_or(|best| worth > best.0)
        {
            best = Some((worth, number, marks, start));
            // All that was asked for stands together: the first place where it does says best what the story is about.
            if worth > most {
                break;
            }
        }
    }
    let (number, marks, start) =
        best.map_or_else(|| (0, Vec::new(), 0), |(_, number, marks, start)| (number, marks, start));
    let text = *texts.get(number)?;
    let window = window(text, start);
    let piece = text.get(window.clone())?;
    let inside =
        merged(&marks).into_iter().filter(|mark| mark.start >= window.start && mark.end <= window.end);
    let marks = inside.map(|mark| mark.start - window.start..mark.end - window.start).collect();
    Some(Snippet {
        highlight: Highlight { text: piece.to_owned(), marks },
        cut_before: number > 0 || window.start > 0,
        cut_after: window.end < text.len() || number + 1 < texts.len(),
    })
}

/// How much of what was asked for stands within one width, and where that begins.
fn densest(text: &str, marks: &[Mark]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (at, first) in marks.iter().take(MAX_STARTS).enumerate() {
        let end = advance(text, first.range.start, WIDTH - LEAD);
        let inside: Vec<&Mark> =
            marks.iter().skip(at).take(MAX_STARTS).take_while(|mark| mark.range.end <= end).collect();
        let mut patterns: Vec<usize> = inside.iter().map(|mark| mark.pattern).collect();
        patterns.sort_unstable();
        patterns.dedup();
        // Another word is worth more than the same word again, and the same again only a little.
        let worth = patterns.len() * ANOTHER + inside.len().min(ANOTHER - 1);
        if best.is_none_or(|best| worth > best.0) {
            best = Some((worth, first.range.start));
        }
    }
    best
}

/// The piece of a text around a place: from a beginning of a sentence or word to an end of a word.
fn window(text: &str, around: usize) -> Range<usize> {
    let start = lead(text, around);
    let end = advance(text, start, WIDTH);
    if end >= text.len() {
        return start..text.len();
    }
    let rest = text.get(start..end).unwrap_or_default();
    let gap = rest.rfind(char::is_whitespace).filter(|gap| *gap > rest.len() / 2);
    let end = if rest.ends_with(is_wide) { end } else { start + gap.unwrap_or(rest.len()) };
    let kept = text.get(start..end).unwrap_or_default();
    start..start + kept.trim_end().len()
}

fn lead(text: &str, around: usize) -> usize {
    let before = text.get(..around).unwrap_or_default();
    let mut columns = 0;
    let mut word = around;
    let mut last = ' ';
    for (at, c) in before.char_indices().rev() {
        columns += if is_wide(c) { 2 } else { 1 };
        // A sentence that begins nearby is the best place to begin.
        let stop =
            matches!(c, '。' | '！' | '？' | '।') || (matches!(c, '.' | '!' | '?') && last.is_whitespace());
        if stop && around > at + c.len_utf8() + 1 {
            let after = text.get(at + c.len_utf8()..).unwrap_or_default();
            return text.len() - after.trim_start().len();
        }
        if columns > LEAD {
            return word;
        }
        if c.is_whitespace() || (is_wide(c) && columns <= LEAD / 2) {
            word = if c.is_whitespace() { at + c.len_utf8() } else { at };
        }
        last = c;
    }
    0
}

/// The place so many columns further on, on a boundary of characters.
fn advance(text: &str, from: usize, width: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut columns = 0;
    let end = rest.char_indices().find(|(_, c)| {
        columns += if is_wide(*c) { 2 } else { 1 };
        columns > width
    });
    end.map_or(text.len(), |(at, _)| from + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wirecopy_model::{Block, BlockKind};

    use super::*;
    use crate::query::Phrase;

    fn found(paragraphs: &[&str], words: &[&str]) -> Snippet {
        let mut article = Article::new();
        article.body =
            paragraphs.iter().map(|t| Block { kind: BlockKind::Paragraph, text: (*t).to_owned() }).collect();
        let patterns: Vec<_> =
            words.iter().map(|word| (TextField::Any, Phrase::read(word, false).unwrap())).collect();
        snippet(&article, &Marker::new(&patterns)).unwrap()
    }

    #[test]
    fn the_piece_with_most_of_the_query_is_shown() {
        let filler = "Nothing of note was said here, and nobody listened. ".repeat(8);
        let long = format!("{filler}The ferry was late. The bridge closed when the ferry came. {filler}");
        let snippet = found(&["A bridge.", &long], &["bridge", "ferry"]);
        assert!(snippet.highlight.text.contains("The bridge closed"), "{snippet:?}");
        assert!(snippet.cut_before && snippet.cut_after);
        let marked: Vec<&str> =
            snippet.highlight.marks.iter().map(|m| &snippet.highlight.text[m.clone()]).collect();
        assert_eq!(marked, ["ferry", "bridge", "ferry"]);
    }

    #[test]
    fn without_a_match_the_beginning_is_shown() {
        let snippet = found(&["First paragraph.", "Second."], &["ferry"]);
        assert_eq!(snippet.highlight.text, "First paragraph.");
        assert!(!snippet.cut_before && snippet.cut_after && snippet.highlight.marks.is_empty());
    }

    proptest! {
        #[test]
        fn marks_lie_in_their_text(text in "[ab .。经济é]{0,600}", word in "a|b|经济|é") {
            let snippet = found(&[&text], &[&word]);
            let mut last = 0;
            for mark in &snippet.highlight.marks {
                prop_assert!(mark.start >= last && snippet.highlight.text.get(mark.clone()).is_some());
                last = mark.end;
            }
        }
    }
}
