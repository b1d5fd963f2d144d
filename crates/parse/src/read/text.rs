//! Plain text: lines, and the keys that whoever stored the text put before its values.

use wirecopy_model::{LineRole, Span};

use super::{database, markdown, quoted};
use crate::lines::{self, Line, is_blank_char};
use crate::page::{Claim, Hint, Page};

/// Keys of database exports and of hand-kept text files, in small letters, and the role of what they name.
/// Keys that stand in print as well (`Source:`, `Von:`) are left to the readers of those fields.
const KEYS: &[(&str, LineRole)] = &[
    ("headline", LineRole::Headline),
    ("title", LineRole::Headline),
    ("titel", LineRole::Headline),
    ("titre", LineRole::Headline),
    ("título", LineRole::Headline),
    ("titolo", LineRole::Headline),
    ("заголовок", LineRole::Headline),
    ("标题", LineRole::Headline),
    ("subtitle", LineRole::Standfirst),
    ("abstract", LineRole::Standfirst),
    ("summary", LineRole::Standfirst),
    ("lead", LineRole::Standfirst),
    ("byline", LineRole::Byline),
    ("author", LineRole::Byline),
    ("authors", LineRole::Byline),
    ("autor", LineRole::Byline),
    ("auteur", LineRole::Byline),
    ("autore", LineRole::Byline),
    ("автор", LineRole::Byline),
    ("作者", LineRole::Byline),
    ("publication", LineRole::Source),
    ("publisher", LineRole::Source),
    ("newspaper", LineRole::Source),
    ("source", LineRole::Source),
    ("date", LineRole::Date),
    ("publication date", LineRole::Date),
    ("pubdate", LineRole::Date),
    ("load-date", LineRole::Furniture),
    ("section", LineRole::Kicker),
    ("рубрика", LineRole::Kicker),
    ("раздел", LineRole::Kicker),
    ("rubrik", LineRole::Kicker),
    ("ressort", LineRole::Kicker),
    ("rubrique", LineRole::Kicker),
    ("sección", LineRole::Kicker),
    ("dateline", LineRole::Dateline),
    ("издание", LineRole::Source),
    ("дата", LineRole::Date),
    ("номер", LineRole::Furniture),
    ("^ис", LineRole::Source),
    ("^рб", LineRole::Kicker),
    ("^дт", LineRole::Date),
    ("^ав", LineRole::Byline),
    ("^зг", LineRole::Headline),
    ("^нр", LineRole::Furniture),
    ("url", LineRole::Furniture),
    ("link", LineRole::Furniture),
    ("page", LineRole::Furniture),
    ("edition", LineRole::Furniture),
    ("length", LineRole::Furniture),
    ("language", LineRole::Furniture),
    ("copyright", LineRole::Furniture),
    ("body", LineRole::Furniture),
    ("text", LineRole::Furniture),
    ("keywords", LineRole::Furniture),
    ("document-type", LineRole::Furniture),
    ("publication-type", LineRole::Furniture),
];

/// Lines at the head of a document in which keys are looked for.
const HEAD_LINES: usize = 25;

/// Reads plain text.
pub(crate) fn read_text(text: &str) -> Page {
    let mut page = Page { lines: lines::split(text), ..Page::default() };
    quoted::strip(text, &mut page);
    markdown::strip(text, &mut page);
    date_prefix(text, &mut page);
    keys(text, &mut page);
    if page.hints.is_empty() {
        database::head(text, &mut page);
    }
    database::export(text, &mut page);
    page
}

/// ` date 2021-05-03 Council closes bridge`: a date that whoever stored the text put before its first line.
fn date_prefix(text: &str, page: &mut Page) {
    let Some(first) = page.lines.first_mut() else { return };
    let line = &text[first.trimmed.range()];
    let Some(rest) = line.strip_prefix("date ").or_else(|| line.strip_prefix("date: ")) else { return };
    let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    let date = &rest[..digits];
    let is_iso =
        matches!(date.len(), 7 | 10) && date.bytes().filter(|b| *b == b'-').count() == date.len() / 4;
    let after = rest[digits..].trim_start_matches(is_blank_char);
    if !is_iso || after.is_empty() || after.len() == rest[digits..].len() {
        return;
    }
    let start = first.trimmed.start as usize + (line.len() - rest.len());
    page.claims.push(Claim::stored("published", Span::from_range(start..start + digits)));
    first.trimmed = Span::from_range(first.trimmed.end as usize - after.len()..first.trimmed.end as usize);
}

/// Keys count when several of them stand at the head: one `Date:` alone may be print.
fn keys(text: &str, page: &mut Page) {
    let mut found: Vec<(usize, &'static str, LineRole, Span)> = Vec::new();
    for (i, line) in page.lines.iter().enumerate().take(HEAD_LINES) {
        if let Some((key, role, value)) = key_of(text, line) {
            found.push((i, key, role, value));
        }
    }
    let distinct = found.iter().map(|(_, key, ..)| *key).collect::<std::collections::BTreeSet<_>>();
    if distinct.len() < 2 {
        return;
    }
    for (line, key, role, mut value) in found {
        let field = match key {
            "url" | "link" => Some("url"),
            "page" => Some("page"),
            "edition" | "номер" => Some("edition"),
            "keywords" => Some("keywords"),
            _ if role == LineRole::Kicker => Some("section"),
            _ => None,
        };
        if let Some((section, at)) = paged(&text[value.range()]).filter(|_| role == LineRole::Kicker) {
            let from = value.start as usize;
            page.claims.push(Claim::stored("page", Span::from_range(from + at..value.end as usize)));
            value = Span::from_range(from..from + section);
        }
        if let Some(field) = field {
            page.claims.push(Claim::stored(field, value));
        }
        page.hints.push(Hint { line, role, value });
    }
}

/// `REGIONAL; Pg. 7`: where the section ends and the page begins.
fn paged(value: &str) -> Option<(usize, usize)> {
    const PAGE: &[&str] = &["pg.", "pag.", "pág.", "page", "p.", "pp.", "seite", "s.", "стр."];
    let (section, rest) = value.rsplit_once([';', ','])?;
    let rest = rest.trim_start();
    let lower = rest.to_lowercase();
    let word = PAGE.iter().find(|word| lower.starts_with(**word))?;
    let number = rest.get(word.len()..)?.trim_start();
    let is_page = (1..=8).contains(&number.len())
        && number.bytes().any(|b| b.is_ascii_digit())
        && !number.contains(' ');
    let section = section.trim_end().len();
    (is_page && section > 0).then(|| (section, value.len() - number.len()))
}

fn key_of(text: &str, line: &Line) -> Option<(&'static str, LineRole, Span)> {
    /// Bytes of the longest key.
    const LONGEST: usize = 24;
    let content = &text[line.trimmed.range()];
    let most = content.len().min(LONGEST + '：'.len_utf8());
    let head = &content[..(0..=most).rev().find(|at| content.is_char_boundary(*at)).unwrap_or(0)];
    let at = head.find([':', '：']).filter(|at| *at <= LONGEST)?;
    let key = content[..at].trim().to_lowercase();
    let (name, role) = KEYS.iter().find(|(name, _)| *name == key)?;
    let mark = content[at..].chars().next().map_or(0, char::len_utf8);
    let rest = &content[at + mark..];
    let value = rest.trim_matches(is_blank_char);
    if value.is_empty() || value.starts_with("//") {
        return None;
    }
    let lead = rest.len() - rest.trim_start_matches(is_blank_char).len();
    let start = line.trimmed.start as usize + at + mark + lead;
    Some((name, *role, Span::from_range(start..start + value.len())))
}

#[cfg(test)]
mod tests {
    use super::read_text;

    #[test]
    fn a_date_prefix_is_a_claim_and_no_part_of_the_line() {
        let text = " date 2021-05-03 Council closes bridge\nThe council voted.";
        let page = read_text(text);
        assert_eq!(&text[page.lines[0].trimmed.range()], "Council closes bridge");
        assert_eq!(&text[page.claims[0].span.range()], "2021-05-03");
        assert!(read_text("date 2021-05-03").claims.is_empty());
    }

    #[test]
    fn keys_need_company() {
        let text = "Headline: Council closes bridge\nSection: Local\nURL: https://post.example/1\n\nThe council voted.";
        let page = read_text(text);
        let hints: Vec<_> = page.hints.iter().map(|h| &text[h.value.range()]).collect();
        assert_eq!(hints, ["Council closes bridge", "Local", "https://post.example/1"]);
        assert_eq!(page.claims.iter().map(|c| c.field).collect::<Vec<_>>(), ["section", "url"]);
        let text = "Section: Local; Pg. B7\nByline: Ana Lima\n\nThe council voted.";
        let page = read_text(text);
        let claims: Vec<_> = page.claims.iter().map(|c| (c.field, &text[c.span.range()])).collect();
        assert_eq!(claims, [("page", "B7"), ("section", "Local")]);
        assert!(read_text("Title: a word\n\nThe council voted.").hints.is_empty());
    }
}
