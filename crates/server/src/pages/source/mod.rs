//! The source view: a document as it came, every line with its role, every field with its bytes and reasons.

mod fields;
mod pieces;

use std::borrow::Cow;

use askama::Template;
use wirecopy_model::{Diagnostic, LineRole, Severity};
use wirecopy_parse::{LayoutLine, Parsed};

use self::fields::RecordFields;
use self::pieces::{Cutter, Mark, Piece};
use super::words;

/// Lines shown: a browser grows slow long before the parser does.
const MAX_LINES: usize = 3000;

/// Bytes of text shown.
const MAX_BYTES: usize = 1 << 20;

/// Below this a role is doubtful, and is marked.
const DOUBTFUL: f32 = 0.6;

/// A document with what was read from it, ready to be drawn inside a page.
#[derive(Debug, Template)]
#[template(path = "_source.html")]
pub(crate) struct SourceView<'a> {
    rows: Vec<Row<'a>>,
    records: Vec<RecordFields>,
    doubts: Vec<Doubt>,
    legend: Vec<(&'static str, String, usize)>,
    facts: Vec<Cow<'static, str>>,
    left_out: usize,
    /// Language of the record that is looked at, else of the first.
    language: Option<String>,
    /// Whether the document holds more than one record.
    several: bool,
}

/// What stands in one row.
#[derive(Debug)]
enum Row<'a> {
    /// Blank lines, drawn as a gap.
    Gap(u32),
    Line(Line<'a>),
}

#[derive(Debug)]
struct Line<'a> {
    number: u32,
    role: &'static str,
    role_words: String,
    percent: String,
    doubtful: bool,
    /// Belongs to another record than the one that is looked at.
    other: bool,
    pieces: Vec<Piece<'a>>,
    reasons: Vec<LineReason>,
}

#[derive(Debug)]
struct LineReason {
    weight: String,
    against: bool,
    text: String,
}

/// What is doubtful, and where.
#[derive(Debug)]
struct Doubt {
    id: String,
    severity: &'static str,
    code: String,
    message: String,
    help: Option<String>,
    line: Option<u32>,
}

impl<'a> SourceView<'a> {
    /// The view of a document. With `only`, the fields of that record alone, and other records' lines dimmed.
    pub(crate) fn new(parsed: &'a Parsed<'_>, only: Option<u32>) -> Self {
        let text = parsed.text();
        let layout = parsed.layout();
        let records = fields::collect(parsed, only);
        let doubts = doubts(parsed, only);
        let marks = records
            .iter()
            .flat_map(RecordFields::marks)
            .chain(doubts.iter().filter_map(|(doubt, diagnostic)| {
                Some(Mark { id: doubt.id.clone(), span: diagnostic.span?, doubt: Some(doubt.severity) })
            }))
            .collect();
        let mut cutter = Cutter::new(text, marks);
        let mut rows = Vec::new();
        let mut last = 0;
        let mut shown = 0;
        for line in layout.lines.iter().take(MAX_LINES) {
            shown += line.span.len();
            if shown > MAX_BYTES && last > 0 {
                break;
            }
            if line.number > last + 1 && last > 0 {
                rows.push(Row::Gap(line.number - last - 1));
            }
            last = line.number;
            rows.push(Row::Line(draw(line, &mut cutter, only)));
        }
        let drawn = rows.iter().filter(|row| matches!(row, Row::Line(_))).count();
        Self {
            left_out: layout.lines.len() - drawn,
            several: records.len() > 1,
            language: records.first().and_then(|record| record.language.clone()),
            legend: legend(&layout.lines),
            facts: facts(parsed),
            doubts: doubts.into_iter().map(|(doubt, _)| doubt).collect(),
            rows,
            records,
        }
    }
}

fn draw<'a>(line: &LayoutLine, cutter: &mut Cutter<'a>, only: Option<u32>) -> Line<'a> {
    Line {
        number: line.number,
        role: line.role.as_str(),
        role_words: words::plain(line.role.as_str()),
        percent: percent(line.confidence),
        doubtful: line.confidence < DOUBTFUL,
        other: only.is_some() && line.record.is_some() && line.record != only,
        pieces: cutter.cut(line.span),
        reasons: line
            .reasons
            .iter()
            .map(|reason| LineReason {
                weight: format!("{:+.1}", reason.weight).replace('-', "\u{2212}"),
                against: reason.weight < 0.0,
                text: reason.text.clone(),
            })
            .collect(),
    }
}

/// A probability as whole per cent; only what is certain is shown as certain.
fn percent(confidence: f32) -> String {
    let whole = (confidence.clamp(0.0, 1.0) * 100.0).round();
    format!("{:.0}", if confidence < 1.0 { whole.min(99.0) } else { whole })
}

/// The roles that occur, in the order of the newsroom, with how many lines have them.
fn legend(lines: &[LayoutLine]) -> Vec<(&'static str, String, usize)> {
    LineRole::ALL
        .into_iter()
        .map(|role| {
            let count = lines.iter().filter(|line| line.role == role).count();
            (role.as_str(), words::plain(role.as_str()), count)
        })
        .filter(|(.., count)| *count > 0)
        .collect()
}

fn facts(parsed: &Parsed<'_>) -> Vec<Cow<'static, str>> {
    let lines = parsed.layout().lines.len() as u64;
    let mut facts: Vec<Cow<'static, str>> = vec![
        words::counted(lines, "line", "lines").into(),
        words::counted(parsed.articles().len() as u64, "record", "records").into(),
        format!("layout: {}", words::plain(parsed.layout().kind.as_str())).into(),
        words::bytes(parsed.text().len() as u64).into(),
    ];
    facts.extend(parsed.encoding().map(Cow::Borrowed));
    facts
}

/// Doubts about the document and its records, each once, in the order of the document.
fn doubts<'p>(parsed: &'p Parsed<'_>, only: Option<u32>) -> Vec<(Doubt, &'p Diagnostic)> {
    let of_records = parsed
        .articles()
        .filter(|article| only.is_none_or(|only| article.record == only))
        .flat_map(|article| &article.diagnostics);
    let mut found: Vec<&Diagnostic> = Vec::new();
    for diagnostic in parsed.diagnostics().chain(of_records) {
        if !found.contains(&diagnostic) {
            found.push(diagnostic);
        }
    }
    found.sort_by_key(|diagnostic| diagnostic.span.map_or(0, |span| span.start));
    let draw = |(i, diagnostic): (usize, &'p Diagnostic)| {
        let doubt = Doubt {
            id: format!("d{i}"),
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                _ => "info",
            },
            code: diagnostic.code.as_str().to_owned(),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            line: diagnostic.span.and_then(|span| fields::line_of(parsed, span)).map(|line| line.number),
        };
        (doubt, diagnostic)
    };
    found.into_iter().enumerate().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use askama::Template;
    use wirecopy_parse::Parser;

    use super::SourceView;

    const TEXT: &str = "Council closes bridge\n\nBy Ana Lima\n\nLEEDS, July 14 - The council voted on Monday to close \
                        the old bridge. Work on the new one begins in May.\n\nResidents had asked for a ferry.\n";

    fn view(text: &str) -> String {
        let parsed = Parser::builder().explain(true).build().parse(text);
        SourceView::new(&parsed, None).render().unwrap()
    }

    #[test]
    fn every_line_has_its_role_and_every_field_its_bytes() {
        let html = view(TEXT);
        for line in ["r-headline\" id=\"L1\"", "r-byline\" id=\"L3\"", "r-dateline\" id=\"L5\"", "id=\"L7\""]
        {
            assert!(html.contains(line), "{line}: {html}");
        }
        assert!(html.contains(">Ana Lima</mark>"), "{html}");
        assert!(html.contains(">LEEDS</mark>"), "{html}");
    }

    #[test]
    fn the_text_is_shown_whole_and_as_text() {
        let hostile = "<script>alert(1)</script>\n\n\"><img src=x onerror=alert(1)>\n\nThe council's \u{202e}vote & more.";
        let html = view(hostile);
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        assert!(html.contains("U+202E"), "{html}");
    }

    #[test]
    fn a_document_without_a_line_is_drawn() {
        assert!(view("").contains("Nothing but white space"));
    }

    #[test]
    fn what_is_too_much_to_draw_is_counted() {
        let html = view(&"The council voted on Monday.\n".repeat(super::MAX_LINES + 7));
        assert!(html.contains("7 more lines"), "{}", &html[html.len() - 600..]);
    }
}
