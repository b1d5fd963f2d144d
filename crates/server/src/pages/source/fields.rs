//! The fields of each record: value, place, reason, and what else was in question.

use std::collections::BTreeMap;

use wirecopy_model::{Article, BlockKind, Span};
use wirecopy_parse::{Decision, LayoutLine, Parsed};

use super::pieces::Mark;
use crate::pages::words;

/// Characters of a value that are shown.
const VALUE: usize = 160;

/// Fields of one record.
#[derive(Debug)]
pub(super) struct RecordFields {
    pub(super) number: u32,
    pub(super) facts: String,
    pub(super) language: Option<String>,
    /// Why it is an article, a stub or none.
    pub(super) kind_reason: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) body: Vec<Field>,
}

/// One field.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) label: String,
    /// The role whose tint it has.
    pub(super) role: &'static str,
    pub(super) value: String,
    pub(super) place: String,
    pub(super) line: Option<u32>,
    pub(super) reasons: Vec<String>,
    pub(super) rivals: Vec<Rival>,
    spans: Vec<Span>,
}

/// A candidate that lost.
#[derive(Debug)]
pub(super) struct Rival {
    pub(super) value: String,
    pub(super) reason: String,
    pub(super) place: String,
    pub(super) line: Option<u32>,
}

impl RecordFields {
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> {
        self.fields.iter().chain(&self.body).flat_map(|field| {
            field.spans.iter().map(|&span| Mark { id: field.id.clone(), span, doubt: None })
        })
    }
}

/// The fields of all records, or of one.
pub(super) fn collect(parsed: &Parsed<'_>, only: Option<u32>) -> Vec<RecordFields> {
    let mut decisions = BTreeMap::<u32, Vec<&Decision>>::new();
    for decision in parsed.decisions() {
        decisions.entry(decision.record).or_default().push(decision);
    }
    parsed
        .articles()
        .filter(|article| only.is_none_or(|only| article.record == only))
        .map(|article| record(parsed, article, decisions.get(&article.record).map_or(&[], Vec::as_slice)))
        .collect()
}

fn record(parsed: &Parsed<'_>, article: &Article, decisions: &[&Decision]) -> RecordFields {
    let mut rows = rows(article, decisions);
    let kind_reason = rows.remove("kind").and_then(|row| row.decisions.first().map(|d| d.reason.clone()));
    let mut order: Vec<(u32, &str)> = rows.iter().map(|(&path, row)| (row.begins(), path)).collect();
    order.sort_unstable();
    let (mut fields, mut body) = (Vec::new(), Vec::new());
    for (i, (_, path)) in order.into_iter().enumerate() {
        let Some(row) = rows.get(path) else { continue };
        let in_body = is_body(path);
        // Marks of the body are told by this letter: nearly all text has one.
        let id = format!("{}{}-{i}", if in_body { 'b' } else { 'f' }, article.record);
        let into = if in_body { &mut body } else { &mut fields };
        into.push(field(parsed, article, id, path, row));
    }
    let mut facts = words::plain(article.kind.as_str());
    if let Some(language) = &article.language {
        facts.push_str(&format!(" · {}", words::language(language)));
    }
    facts.push_str(&format!(" · {}", words::counted(article.word_count.into(), "word", "words")));
    RecordFields {
        number: article.record,
        facts,
        language: article.language.clone(),
        kind_reason,
        fields,
        body,
    }
}

/// What is known of a field.
#[derive(Default)]
struct Known<'a> {
    spans: &'a [Span],
    decisions: Vec<&'a Decision>,
}

impl Known<'_> {
    fn begins(&self) -> u32 {
        let evidence = self.spans.iter().map(|span| span.start).min();
        evidence.or_else(|| self.decisions.iter().map(|d| d.span.start).min()).unwrap_or(u32::MAX)
    }
}

/// Evidence and decisions of each field together.
fn rows<'a>(article: &'a Article, decisions: &[&'a Decision]) -> BTreeMap<&'a str, Known<'a>> {
    let mut rows = BTreeMap::<&str, Known<'_>>::new();
    for (path, spans) in article.evidence.iter() {
        rows.entry(path).or_default().spans = spans;
    }
    for &decision in decisions {
        // A person is decided about as a whole and read by the parts; the name is what was decided.
        let name = format!("{}.name", decision.field);
        let path = match rows.get_key_value(name.as_str()) {
            Some((&name, _)) if !rows.contains_key(decision.field.as_str()) => name,
            _ => decision.field.as_str(),
        };
        rows.entry(path).or_default().decisions.push(decision);
    }
    rows
}

fn field(parsed: &Parsed<'_>, article: &Article, id: String, path: &str, known: &Known<'_>) -> Field {
    let mut reasons = Vec::new();
    let mut rivals = Vec::new();
    let mut value = None;
    for decision in &known.decisions {
        if decision.chosen {
            value.get_or_insert_with(|| decision.value.clone());
            if !decision.reason.is_empty() && !reasons.contains(&decision.reason) {
                reasons.push(decision.reason.clone());
            }
        } else {
            let (place, line) = place(parsed, &[decision.span]);
            let value = words::excerpt(&decision.value, VALUE);
            rivals.push(Rival { value, reason: decision.reason.clone(), place, line });
        }
    }
    let decided: Vec<Span>;
    let spans = if known.spans.is_empty() {
        decided = known.decisions.iter().filter(|d| d.chosen && !d.span.is_empty()).map(|d| d.span).collect();
        &decided
    } else {
        known.spans
    };
    let words_there =
        || spans.iter().filter_map(|span| span.text(parsed.text())).collect::<Vec<_>>().join(" ");
    let (place, line) = place(parsed, spans);
    Field {
        id,
        path: path.to_owned(),
        label: label(path),
        role: role(path, article),
        value: words::excerpt(&value.unwrap_or_else(words_there), VALUE),
        place,
        line,
        reasons,
        rivals,
        spans: spans.to_vec(),
    }
}

/// The line in which a span begins.
pub(super) fn line_of<'p>(parsed: &'p Parsed<'_>, span: Span) -> Option<&'p LayoutLine> {
    let lines = &parsed.layout().lines;
    let after = lines.partition_point(|line| line.span.start <= span.start);
    lines.get(after.saturating_sub(1))
}

/// Where spans stand, in words, and the first line of them.
fn place(parsed: &Parsed<'_>, spans: &[Span]) -> (String, Option<u32>) {
    let Some((&first, rest)) = spans.split_first().filter(|(first, _)| !first.is_empty()) else {
        return (String::new(), None);
    };
    let Some(line) = line_of(parsed, first) else { return (String::new(), None) };
    let last = rest.iter().filter_map(|&span| line_of(parsed, span)).next_back();
    let words = match last {
        Some(last) if last.number != line.number => format!("lines {}\u{2013}{}", line.number, last.number),
        _ => format!("line {}, bytes {}\u{2013}{}", line.number, first.start, first.end),
    };
    (words, Some(line.number))
}

fn is_body(path: &str) -> bool {
    path.starts_with("body[")
}

/// `bylines[1].name` as `Byline 2`, `figures[0].credit.person` as `Picture 1, credit, person`.
fn label(path: &str) -> String {
    let mut label = String::new();
    for part in path.split('.') {
        let (name, index) = part.split_once('[').map_or((part, None), |(name, index)| {
            (name, index.strip_suffix(']').and_then(|index| index.parse::<u32>().ok()))
        });
        let name = match name {
            "figures" => "picture",
            "bylines" => "byline",
            "body" => "block",
            "notes" => "note",
            "keywords" => "keyword",
            "name" if !label.is_empty() => continue,
            other => other,
        };
        if !label.is_empty() {
            label.push_str(", ");
        }
        label.push_str(&words::plain(name));
        let numbered = index.filter(|index| *index > 0 || matches!(name, "picture" | "block"));
        if let Some(index) = numbered {
            label.push_str(&format!(" {}", index.saturating_add(1)));
        }
    }
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The role whose tint a field has.
fn role(path: &str, article: &Article) -> &'static str {
    let root = path.split(['.', '[']).next().unwrap_or(path);
    match root {
        "headline" => "headline",
        "kicker" => "kicker",
        "standfirst" => "standfirst",
        "source" => "source",
        "bylines" => "byline",
        "published" | "updated" => "date",
        "dateline" => "dateline",
        "figures" if path.contains("credit") => "credit",
        "figures" => "caption",
        "notes" => "note",
        "body" => {
            let index =
                path.strip_prefix("body[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
            match index.and_then(|index| article.body.get(index)).map(|block| block.kind) {
                Some(BlockKind::Crosshead) => "crosshead",
                Some(BlockKind::ListItem) => "list_item",
                Some(BlockKind::Quote) => "quote",
                _ => "paragraph",
            }
        }
        _ => "meta",
    }
}

#[cfg(test)]
mod tests {
    use wirecopy_parse::Parser;

    use super::{collect, label};

    #[test]
    fn paths_read_like_words() {
        assert_eq!(label("bylines[0].name"), "Byline");
        assert_eq!(label("bylines[1].affiliation"), "Byline 2, affiliation");
        assert_eq!(label("figures[0].credit.person"), "Picture 1, credit, person");
        assert_eq!((label("headline"), label("body[0]")), ("Headline".to_owned(), "Block 1".to_owned()));
    }

    #[test]
    fn a_field_has_its_value_place_and_reason() {
        let text = "Council closes bridge\n\nBy Ana Lima\n\nThe council voted on Monday to close the old bridge. \
                    Work on the new one begins in May.\n\nResidents had asked for a ferry.\n";
        let parsed = Parser::builder().explain(true).build().parse(text);
        let records = collect(&parsed, None);
        let fields = &records[0].fields;
        let headline = fields.iter().find(|field| field.path == "headline").unwrap();
        assert_eq!((headline.value.as_str(), headline.line), ("Council closes bridge", Some(1)));
        assert_eq!(headline.place, "line 1, bytes 0\u{2013}21");
        assert!(!headline.reasons.is_empty());
        let byline = fields.iter().find(|field| field.path == "bylines[0].name").unwrap();
        assert_eq!((byline.value.as_str(), byline.label.as_str()), ("Ana Lima", "Byline"));
        assert_eq!(records[0].body.len(), 2);
        assert!(collect(&parsed, Some(9)).is_empty());
    }
}
