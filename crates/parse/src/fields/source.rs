//! Source lines: `Source: Agency`, `(Agency)`, `AGENCY`, `来源：…`.

use std::ops::Range;

use super::agency::is_agency;
use super::source_names::{has_press_word, is_domain};
use super::words::{has, longest_phrase, prefix};
use super::words_label::{OTHER_LABELS, SOURCE_LABELS};
use crate::folded::{self, is_letter_or_number};
use crate::lines::is_blank_char;

pub(crate) use super::source_names::{is_name, is_outlet, is_paper_word, names_paper};
pub(crate) use super::source_owner::{copyright_owner, is_copyright};

/// A line longer than this names no source, in bytes.
pub(super) const LONGEST_LINE: usize = 200;

/// Words that forbid to copy a text stand where its owner is named, and name nobody.
const NO_NAMES: &[&str] = &["转载", "轉載", "転載", "무단전재", "무단 전재"];

/// What was read from a source line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceRead {
    /// The name without label, brackets and address.
    pub(crate) name: Range<usize>,
    /// `Source:`, `来源：`
    pub(crate) label: Option<Range<usize>>,
}

/// Reads a line that is, or may be, a source line.
///
/// With a label any name is taken; without one the whole line is the name, so ask only of short lines.
pub(crate) fn read_source(line: &str) -> Option<SourceRead> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let body = trim(line, 0..line.len());
    let text = &line[body.clone()];
    if text.is_empty() {
        return None;
    }
    if let Some((label, value)) = labelled(text) {
        let name = name_in(line, body.start + value..body.end, true)?;
        return Some(SourceRead { name, label: Some(body.start + label.start..body.start + label.end) });
    }
    // `Editor: A B`, `Tags: bridge`, `请勿转载`: said of the text, but not whose it is.
    let label = text.find([':', '：']).map(|colon| text[..colon].trim());
    if label.is_some_and(|label| has(&OTHER_LABELS, label))
        || NO_NAMES.iter().any(|words| text.contains(words))
    {
        return None;
    }
    let name = name_in(line, body, false)?;
    Some(SourceRead { name, label: None })
}

/// Does the line name its source behind a label?
pub(crate) fn has_label(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let body = trim(line, 0..line.len());
    let value = labelled(&line[body.clone()]).map(|(_, value)| body.start + value..body.end);
    value.is_some_and(|value| name_in(line, value, true).is_some())
}

/// The label of a source at the start, and where its value begins.
fn labelled(text: &str) -> Option<(Range<usize>, usize)> {
    let open = text.len()
        - text.trim_start_matches(|c: char| is_blank_char(c) || matches!(c, '(' | '（' | '[' | '【')).len();
    let rest = &text[open..];
    if let Some((length, phrase)) = longest_phrase(&SOURCE_LABELS, rest) {
        let tail = &rest[length..];
        let skipped = tail.len() - tail.trim_start_matches(|c: char| is_blank_char(c)).len();
        let after = &tail[skipped..];
        let dash = || {
            ["- ", "– ", "— "]
                .iter()
                .find_map(|dash| after.strip_prefix(dash))
                .filter(|_| length > 5 && skipped > 0)
        };
        if let Some(value) = after.strip_prefix([':', '：', '/', '｜', '=', '՝']).or_else(dash) {
            return Some((open..open + length, text.len() - value.len()));
        }
        // `SOURCE Lakeside Biologics`, as the press wires close their releases.
        if phrase == "source" && rest.starts_with("SOURCE") && skipped > 0 {
            return Some((open..open + length, open + length + skipped));
        }
    }
    // `Ripubblicato da: AGENCY`: a label not known before what is known.
    // `Published in The Paper, May 3rd, 2021`
    const PUBLISHED_IN: &[&str] = &[
        "originally published in ",
        "first published in ",
        "published in ",
        "erschienen in ",
        "publié dans ",
        "publicado en ",
        "publicado em ",
    ];
    let may_open = |c: char| matches!(super::words::fold(c), Some('o' | 'f' | 'p' | 'e') | None);
    if rest.starts_with(may_open)
        && let Some(length) = PUBLISHED_IN.iter().find_map(|words| prefix(rest, words))
        && rest[length..].starts_with(char::is_uppercase)
        // `Published in May 2021` names a month.
        && !rest[length..].split(',').next().is_some_and(|name| name.contains(char::is_numeric))
    {
        return Some((open..open + length - 1, open + length));
    }
    let colon = first_colon(text)?;
    let value = colon + text[colon..].chars().next().map_or(1, char::len_utf8);
    (colon < 60 && is_agency(text[value..].trim())).then_some((0..colon, value))
}

/// The first colon, wide or not.
fn first_colon(text: &str) -> Option<usize> {
    let plain = memchr::memchr(b':', text.as_bytes());
    let wide = if text.is_ascii() { None } else { folded::find(text, "：") };
    plain.into_iter().chain(wide).min()
}

/// The name within a range: brackets, dashes, addresses and what follows a bar cut off.
fn name_in(line: &str, range: Range<usize>, labelled: bool) -> Option<Range<usize>> {
    let range = trim(line, range);
    let text = &line[range.clone()];
    let mut end = text.find(['|', '｜', '\t']).filter(|at| *at > 0).unwrap_or(text.len());
    for (at, word) in words(&text[..end]) {
        if word.contains('@') || word.starts_with("http") || word.starts_with("[email") {
            end = at;
            break;
        }
    }
    // `Police, übermittelt durch the wire`; `Agency, Town`.
    if labelled && let Some(comma) = text[..end].find([',', '，', ';', '；']).filter(|at| *at > 0) {
        let mark = |c: char| matches!(c, ',' | '，' | ';' | '；');
        let tail = text[comma..end].trim_start_matches(mark).trim_start();
        let dated = tail.chars().any(char::is_numeric);
        if dated || tail.chars().next().is_none_or(char::is_lowercase) {
            end = comma;
        }
    }
    let mut name = trim(line, range.start..range.start + end);
    // `AFP/The Paper`, `News of the land - NEWS.am`: the agency of two, the second half of a tagline.
    if !labelled {
        let text = &line[name.clone()];
        if let Some(slash) = text.find('/')
            && is_agency(text[..slash].trim())
            && !is_agency(text)
        {
            name = trim(line, name.start..name.start + slash);
        } else if let Some(dash) = text.rfind(" - ")
            && let tail = text[dash + 3..].trim()
            && (is_domain(tail)
                || is_agency(tail)
                || has_press_word(tail) && !has_press_word(text[..dash].trim()))
        {
            name = trim(line, name.start + dash + 3..name.end);
        }
    }
    (!name.is_empty() && line[name.clone()].chars().any(is_letter_or_number)).then_some(name)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(is_blank_char).map(move |word| {
        let start = at;
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    })
}

/// Marks that open and close within a name.
const PAIRS: &[(char, char)] = &[('«', '»'), ('“', '”'), ('„', '“'), ('(', ')'), ('（', '）'), ('[', ']')];

/// Without blanks, dashes, bullets and one pair of brackets at both ends.
fn trim(line: &str, range: Range<usize>) -> Range<usize> {
    if super::credit_starts::has_plain_ends(&line[range.clone()]) {
        return range;
    }
    let is_edge = |c: char| {
        is_blank_char(c)
            || matches!(
                c,
                '-' | '–'
                    | '—'
                    | '*'
                    | '•'
                    | '|'
                    | '/'
                    | '('
                    | ')'
                    | '（'
                    | '）'
                    | '['
                    | ']'
                    | '【'
                    | '】'
                    | ':'
                    | '：'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | ','
                    | '，'
                    | '。'
                    | '+'
            )
    };
    let text = &line[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches(is_edge).len();
    let mut end = range.end - (text.len() - text.trim_end_matches(is_edge).len());
    // `Журнал «Окраина»`: a mark whose partner stands inside the name belongs to it.
    if let Some(close) = line[end..range.end].chars().next()
        && let Some((open, _)) = PAIRS.iter().find(|(_, c)| *c == close)
        && start < end
        && line[start..end].matches(*open).count() > line[start..end].matches(close).count()
    {
        end += close.len_utf8();
    }
    if start < end { start..end } else { range.start..range.start }
}

/// Where the name of a paper ends that stands in quotation marks behind its kind: `Вестник „Крайбрежие“`, `газета «Порт»`.
pub(crate) fn quoted_after(line: &str, end: usize) -> Option<usize> {
    const LONGEST: usize = 60;
    let rest = line[end..].trim_start_matches([' ', '\u{a0}']);
    let open = rest.chars().next()?;
    let close: &[char] = match open {
        '„' => &['“', '”'],
        '«' => &['»'],
        '“' => &['”'],
        _ => return None,
    };
    let inner = &rest[open.len_utf8()..];
    let at = inner.find(close).filter(|at| (1..=LONGEST).contains(at))?;
    let mark = inner[at..].chars().next().map_or(0, char::len_utf8);
    Some(line.len() - rest.len() + open.len_utf8() + at + mark)
}

#[cfg(test)]
#[path = "source_habits.rs"]
mod habits;

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;
