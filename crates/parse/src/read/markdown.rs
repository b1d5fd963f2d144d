//! Marks of Markdown around whole lines: programs that turn pages into text leave headings, emphasis and links so.

use wirecopy_model::{LineRole, Span};

use crate::lines::{Line, is_blank_char, range_in};
use crate::page::{Lean, Page};

/// What a heading says for its line, in hundredths of a logarithm of odds: the first of the highest level, and those under it.
const TITLE: i16 = 250;
const UNDER: i16 = 100;
/// What it says for furniture that an item of a list is a link and nothing else.
const ITEM: i16 = 200;
/// Levels of headings.
const LEVELS: usize = 6;
/// Marks inside each other: a heading that is a link in bold letters.
const DEPTH: usize = 3;

/// Takes the marks from the lines, which keep them in their spans, and says what headings speak for.
pub(super) fn strip(text: &str, page: &mut Page) {
    let mut headings: Vec<(usize, usize)> = Vec::new();
    for (i, line) in page.lines.iter_mut().enumerate() {
        if matches!(text.as_bytes()[line.trimmed.start as usize], b'#' | b'*' | b'_' | b'[' | b'-' | b'+') {
            let is_item = item_of_link(&text[line.trimmed.range()]).is_some();
            if is_item {
                page.leans.push(Lean { line: i, role: LineRole::Furniture, weight: ITEM });
            }
            headings.extend(bare(text, line).map(|level| (i, level)));
        }
    }
    let Some(title) = headings.iter().map(|(_, level)| *level).min() else { return };
    let first = headings.iter().position(|(_, level)| *level == title);
    page.leans.extend(headings.iter().enumerate().map(|(k, (line, _))| {
        let (role, weight) =
            if Some(k) == first { (LineRole::Headline, TITLE) } else { (LineRole::Crosshead, UNDER) };
        Lean { line: *line, role, weight }
    }));
}

/// Moves the ends of a line inside its marks; gives the level of a heading.
fn bare(text: &str, line: &mut Line) -> Option<usize> {
    let whole = line.trimmed;
    let mut level = None;
    let mut inner = &text[whole.range()];
    for _ in 0..DEPTH {
        let next = match inner.as_bytes() {
            [b'#', ..] => heading(inner).map(|(found, rest)| {
                level = level.or(Some(found));
                rest
            }),
            [b'*' | b'_', ..] => emphasised(inner).or_else(|| item_of_link(inner)),
            [b'-' | b'+', ..] => item_of_link(inner),
            [b'[', ..] => link(inner),
            _ => None,
        };
        match next.filter(|next| !next.is_empty()) {
            Some(next) => inner = next,
            None => break,
        }
    }
    line.trimmed = Span::from_range(range_in(text, inner));
    line.marks = line.trimmed.start - whole.start;
    level
}

/// `## Heading ##`: its level, and its words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let rest = words.trim_start_matches(is_blank_char);
    let is = level <= LEVELS && rest.len() < words.len() && rest.starts_with(|c: char| c != '#');
    let closed = rest.trim_end_matches('#');
    let closed = if closed.ends_with(is_blank_char) { closed.trim_end_matches(is_blank_char) } else { rest };
    is.then_some((level, closed))
}

/// `**Words**`, `_words_`: all of a line.
fn emphasised(line: &str) -> Option<&str> {
    ["***", "**", "__", "*", "_"].iter().find_map(|mark| {
        let inner = line.strip_prefix(mark)?.strip_suffix(mark)?;
        let sign = mark.chars().next()?;
        let tight = !inner.starts_with(is_blank_char) && !inner.ends_with(is_blank_char);
        (tight && !inner.contains(sign)).then_some(inner)
    })
}

/// `[Words](https://address)`: all of a line.
fn link(line: &str) -> Option<&str> {
    let (words, address) = line.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    (!words.contains(['[', ']']) && !address.contains(['(', ')', '[']))
        .then(|| words.trim_matches(is_blank_char))
}

/// `* [News](/news)`: an item of a menu.
fn item_of_link(line: &str) -> Option<&str> {
    let rest = line.get(1..)?;
    let words = rest.trim_start_matches(is_blank_char);
    if words.len() == rest.len() { None } else { link(words) }
}

#[cfg(test)]
mod tests {
    use super::super::read_text;
    use wirecopy_model::LineRole;

    #[test]
    fn lines_without_their_marks() {
        let text = "* [News](/news)\n# [Mills to **cut** hours](https://post.example/1) #\n**By Ana Lima**\n## Next\n#hash\n* item\n*a* b *c*\n#\n[x]\n";
        let page = read_text(text);
        let lines: Vec<_> = page.lines.iter().map(|line| &text[line.trimmed.range()]).collect();
        assert_eq!(
            lines,
            [
                "News",
                "Mills to **cut** hours",
                "By Ana Lima",
                "Next",
                "#hash",
                "* item",
                "*a* b *c*",
                "#",
                "[x]"
            ]
        );
        assert!(page.lines.iter().all(|line| line.indent(text) == 0));
        let leans: Vec<_> = page.leans.iter().map(|lean| (lean.line, lean.role)).collect();
        assert_eq!(leans, [(0, LineRole::Furniture), (1, LineRole::Headline), (3, LineRole::Crosshead)]);
    }
}
