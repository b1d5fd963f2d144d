//! The fields of a record: where each was read, and what else was in question.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use wirecopy_model::{Article, Span};
use wirecopy_parse::Decision;

use super::DIM;
use super::place::Places;
use crate::tally::plural;
use crate::terminal::{columns, cut, escape, head, wrap};

const FIELD: Style = AnsiColor::Cyan.on_default();
const BOLD: Style = Style::new().bold();

/// The field of a decision about what the record is.
const KIND: &str = "kind";

/// Names of fields are set to this width; longer ones push their value aside.
const NAME: usize = 18;

/// Draws one record: its kind, its fields with evidence, and the candidates that lost.
pub(crate) fn draw(
    out: &mut String,
    record: &Article,
    decisions: &[&Decision],
    places: &Places<'_>,
    width: usize,
) {
    let mut words = vec![record.kind.as_str().to_owned()];
    words.extend(record.language.as_deref().map(|language| escape(language).into_owned()));
    words.push(plural(record.word_count.into(), "word", "words"));
    out.push_str(&format!("{BOLD}record {}{BOLD:#} {DIM}· {}{DIM:#}\n", record.record, words.join(" · ")));

    let rows = rows(record, decisions);
    let mut order: Vec<(bool, u32, &str)> =
        rows.iter().map(|(&field, row)| (field != KIND, row.begins(), field)).collect();
    // What the record is comes first; then its fields in the order of the document, as the lines above stand.
    order.sort_unstable();
    for (.., field) in order {
        if let Some(row) = rows.get(field) {
            row.draw(out, field, places, width);
        }
    }
    draw_body(out, record, places);
}

/// The fields of a record, each once.
fn rows<'a>(record: &'a Article, decisions: &[&'a Decision]) -> BTreeMap<&'a str, Row<'a>> {
    let mut rows = BTreeMap::<&str, Row<'_>>::new();
    for (field, spans) in record.evidence.iter().filter(|(field, _)| !is_body(field)) {
        rows.entry(field).or_default().spans = spans;
    }
    for &decision in decisions.iter().filter(|decision| !is_body(&decision.field)) {
        // Somebody is decided about as a whole and read by the parts; the name is what was decided.
        let name = format!("{}.name", decision.field);
        let field = match rows.get_key_value(name.as_str()) {
            Some((&name, _)) if !rows.contains_key(decision.field.as_str()) => name,
            _ => decision.field.as_str(),
        };
        rows.entry(field).or_default().decisions.push(decision);
    }
    // A dateline that is but a place would be shown twice.
    let same_as_whole = |(part, row): (&&'a str, &Row<'a>)| {
        let (whole, _) = part.rsplit_once('.')?;
        let whole = rows.get(whole)?;
        (row.decisions.is_empty() && row.spans == whole.spans).then_some(*part)
    };
    let repeated: Vec<&str> = rows.iter().filter_map(same_as_whole).collect();
    for part in repeated {
        rows.remove(part);
    }
    rows
}

/// What is known of one field.
#[derive(Default)]
struct Row<'a> {
    spans: &'a [Span],
    decisions: Vec<&'a Decision>,
}

impl Row<'_> {
    fn begins(&self) -> u32 {
        let evidence = self.spans.iter().map(|span| span.start).min();
        evidence.or_else(|| self.decisions.iter().map(|d| d.span.start).min()).unwrap_or(u32::MAX)
    }

    fn draw(&self, out: &mut String, field: &str, places: &Places<'_>, width: usize) {
        let room = width.saturating_sub(NAME + 4).max(16);
        let mut chosen = self.decisions.iter().filter(|d| d.chosen);
        let first = chosen.next();
        let words = match (first, self.spans.first()) {
            (Some(decision), _) => Some(decision.value.as_str()),
            (None, Some(&span)) => Some(places.text(span)),
            (None, None) => None,
        };
        let shown: Vec<String> = self.spans.iter().take(3).map(|&span| places.line_column(span)).collect();
        let more = if self.spans.len() > 3 { " …" } else { "" };
        let at = match first {
            Some(decision) if shown.is_empty() => place(decision, places),
            _ => shown.join(" ") + more,
        };
        let value =
            words.map_or_else(|| "(no value)".to_owned(), |words| quoted(words, room - at.len().min(room)));
        out.push_str(&format!("  {FIELD}{:NAME$}{FIELD:#} ", escape(field)));
        candidate(out, 0, &value, first.map_or("", |d| d.reason.as_str()), &at, room);
        // Several deck lines make one standfirst; then come the losers, set in under what won.
        let losers = self.decisions.iter().filter(|d| !d.chosen);
        for (lead, other) in chosen.map(|d| ("and", d)).chain(losers.map(|d| ("not", d))) {
            let at = place(other, places);
            let value = quoted(&other.value, room.saturating_sub(at.len() + 7));
            out.push_str(&format!("  {:NAME$}   {DIM}{lead}{DIM:#} ", ""));
            candidate(out, 6, &value, &other.reason, &at, room);
        }
    }
}

/// The end of a candidate's line: its value, why it won or lost, where it stands. A reason that finds no room there
/// follows on lines of its own. `indent` is how much of the room is taken already.
fn candidate(out: &mut String, indent: usize, value: &str, reason: &str, at: &str, room: usize) {
    let at = if at.is_empty() { String::new() } else { format!("  {DIM}{at}{DIM:#}") };
    let reason = if reason.is_empty() { String::new() } else { format!("({reason})") };
    let taken = indent + columns(value) + columns(&anstream::adapter::strip_str(&at).to_string());
    let fits = !reason.is_empty() && taken + 1 + columns(&reason) <= room;
    let beside = if fits { format!(" {DIM}{}{DIM:#}", escape(&reason)) } else { String::new() };
    out.push_str(&format!("{value}{beside}{at}\n"));
    if !fits {
        for line in wrap(&reason, room.saturating_sub(indent)) {
            out.push_str(&format!("  {:NAME$} {:indent$}{DIM}{line}{DIM:#}\n", "", ""));
        }
    }
}

/// Where a candidate stands; nowhere when it was read out of the document as a whole.
fn place(decision: &Decision, places: &Places<'_>) -> String {
    let whole = decision.field == KIND || decision.span.start == decision.span.end;
    if whole { String::new() } else { places.line_column(decision.span) }
}

fn quoted(text: &str, room: usize) -> String {
    let text = head(text, room).replace('\n', " / ");
    format!("\"{}\"", cut(&escape(&text), room.saturating_sub(4)))
}

/// Blocks of the body are many and are seen in the gutter; one line tells where they are.
fn is_body(field: &str) -> bool {
    field == "body" || field.starts_with("body[")
}

fn draw_body(out: &mut String, record: &Article, places: &Places<'_>) {
    if record.body.is_empty() {
        return;
    }
    let spans = record.evidence.iter().filter(|(field, _)| is_body(field)).flat_map(|(_, spans)| spans);
    let lines = spans.filter_map(|&span| places.line(span)).map(|line| line.number);
    let (first, last) = lines.fold((u32::MAX, 0), |(low, high), n| (low.min(n), high.max(n)));
    let blocks = plural(record.body.len() as u64, "block", "blocks");
    let at = match last {
        0 => String::new(),
        _ if first == last => format!("  {DIM}line {first}{DIM:#}"),
        _ => format!("  {DIM}lines {first}-{last}{DIM:#}"),
    };
    out.push_str(&format!("  {FIELD}{:NAME$}{FIELD:#} {blocks}{at}\n", "body"));
}
