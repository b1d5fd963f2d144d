//! The heads that newspaper databases print over their documents: a fixed order of lines without keys, told by the
//! line that counts the words.

use wirecopy_model::LineRole;

use crate::date;
use crate::fields::names;
use crate::page::{Claim, Hint, Page};

/// What stands behind the number in the line that counts the words, in the languages of the databases.
const WORDS: &[&str] = &[
    "words",
    "word",
    "wörter",
    "mots",
    "palabras",
    "palavras",
    "parole",
    "woorden",
    "słów",
    "слов",
    "слова",
    "ord",
    "sanaa",
    "slov",
    "字",
    "語",
    "단어",
    "kelimeler",
    "kelime",
];

/// Lines over the count: section, headline, byline.
const HEAD: usize = 5;
/// Lines under it: date, time, paper, code, edition, page, language, copyright.
const TAIL: usize = 12;

/// Gives the lines around a count of words their roles, when a date and a paper follow it and a copyright line or a
/// code closes the head.
pub(crate) fn head(text: &str, page: &mut Page) {
    let line = |i: usize| page.lines.get(i).map_or("", |line| &text[line.trimmed.range()]);
    let Some(count) = (1..=HEAD).find(|i| counts_words(line(*i))) else { return };
    let dated = |i: usize| {
        let found = date::scan(line(i), &date::Context::default());
        found.iter().any(|f| f.value.is_some_and(|v| v.day().is_some()))
            && date::residue(line(i), &found).is_empty()
    };
    if !dated(count + 1) {
        return;
    }
    let is_time = |i: usize| {
        line(i).len() <= 8 && line(i).starts_with(|c: char| c.is_ascii_digit()) && line(i).contains(':')
    };
    let source = if is_time(count + 2) { count + 3 } else { count + 2 };
    let is_end = |i: usize| {
        let lower = line(i).to_lowercase();
        lower.starts_with("copyright")
            || lower.starts_with("(c)")
            || lower.starts_with('©')
            || lower.starts_with("alle rechte")
    };
    let is_code = |i: usize| {
        let content = line(i);
        (3..=8).contains(&content.len())
            && content.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    let end = (source + 1..source + TAIL).find(|i| is_end(*i));
    if end.is_none() && !is_code(source + 1) {
        return;
    }
    let byline = count > 1 && names::looks_like_name(line(count - 1)) >= 0.4;
    let headline = if byline { count - 2 } else { count - 1 };
    let mut roles: Vec<(usize, LineRole)> = vec![
        (headline, LineRole::Headline),
        (count, LineRole::Furniture),
        (count + 1, LineRole::Date),
        (source, LineRole::Source),
    ];
    if byline {
        roles.push((count - 1, LineRole::Byline));
    }
    if headline > 0 {
        roles.push((headline - 1, LineRole::Kicker));
    }
    if source == count + 3 {
        roles.push((count + 2, LineRole::Date));
    }
    let end = end.unwrap_or(source + 1);
    roles.extend((source + 1..=end).map(|i| (i, LineRole::Furniture)));
    for (i, role) in roles {
        if let Some(line) = page.lines.get(i) {
            page.hints.push(Hint { line: i, role, value: line.trimmed });
        }
    }
}

/// The other make of export: the paper over everything, its date under it, keys for the rest. A line `LENGTH: 131 words`
/// tells it; pictures are described under the story.
pub(crate) fn export(text: &str, page: &mut Page) {
    const FAR: usize = 25;
    let lines = &page.lines;
    let line = |i: usize| lines.get(i).map_or("", |line| &text[line.trimmed.range()]);
    let is_length =
        |i: usize| line(i).strip_prefix("LENGTH:").is_some_and(|value| counts_words(value.trim()));
    if !(2..FAR).any(is_length) {
        return;
    }
    let mut hints = Vec::new();
    let dated = date::scan(line(1), &date::Context::default())
        .iter()
        .any(|found| found.value.is_some_and(|value| value.day().is_some()));
    let paper = (3..=60).contains(&line(0).len()) && !line(0).contains([':', '.', '?', '!']);
    if dated && paper {
        hints.push(Hint { line: 0, role: LineRole::Source, value: lines[0].trimmed });
        if is_edition(line(2)) {
            page.claims.push(Claim::stored("edition", lines[2].trimmed));
        }
    }
    for (i, line) in lines.iter().enumerate() {
        const KEY: &str = "GRAPHIC:";
        let content = &text[line.trimmed.range()];
        let Some(value) = content.strip_prefix(KEY).map(str::trim_start).filter(|value| !value.is_empty())
        else {
            continue;
        };
        let end = line.trimmed.end as usize;
        let value = wirecopy_model::Span::from_range(end - value.len()..end);
        hints.push(Hint { line: i, role: LineRole::Caption, value });
    }
    page.hints.extend(hints);
}

/// `Late Edition - Final`
fn is_edition(line: &str) -> bool {
    const WORDS: &[&str] =
        &["edition", "ausgabe", "édition", "edición", "edição", "edizione", "editie", "выпуск"];
    let lower = line.to_lowercase();
    line.len() <= 40
        && !line.contains([':', '.'])
        && lower.split_whitespace().any(|word| WORDS.contains(&word))
}

/// `590 words`, `1,259 Wörter`, `439字`.
fn counts_words(line: &str) -> bool {
    let rest =
        line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | ' '));
    line.len() <= 24
        && rest.len() < line.len()
        && line.starts_with(|c: char| c.is_ascii_digit())
        && WORDS.contains(&rest.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::read::read_text;
    use wirecopy_model::LineRole::{self, Byline, Caption, Date, Furniture, Headline, Kicker, Source};

    fn check(text: &str, expected: &[(usize, LineRole)]) {
        let mut got: Vec<_> = read_text(text).hints.iter().map(|hint| (hint.line, hint.role)).collect();
        got.sort_unstable();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_database_head_has_its_order() {
        check(
            "Local\nCouncil closes old bridge\nAna Lima\n590 words\n3 May 2021\nNorthport Post\nNPST\n12\nEnglish\n\
             Copyright 2021. Northport Press.\nThe council voted.",
            &[
                (0, Kicker),
                (1, Headline),
                (2, Byline),
                (3, Furniture),
                (4, Date),
                (5, Source),
                (6, Furniture),
                (7, Furniture),
                (8, Furniture),
                (9, Furniture),
            ],
        );
    }

    #[test]
    fn an_export_with_keys_opens_with_its_paper() {
        check(
            "Northport Post\nMay 3, 2021 Monday\nCouncil closes old bridge\nLENGTH: 590 words\nThe council voted.\n\
             GRAPHIC: The bridge in May.",
            &[(0, Source), (5, Caption)],
        );
        check("Northport Post\nMay 3, 2021\nGRAPHIC: The bridge.", &[]);
    }

    #[test]
    fn a_count_of_words_alone_is_no_head() {
        check("Council closes old bridge\n590 words\nThe council voted on Monday.", &[]);
    }
}
