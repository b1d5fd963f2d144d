//! The fields of a record: where each was read, and what else was in question.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use wirecopy_model::{Article, Span};
use wirecopy_parse::Decision;

use super::DIM;
use super::place::Places;
use crate::tally::plural;
use crate::terminal::{columns, cut, escape, head};

const FIELD: Style = AnsiColor::Cyan.on_default();
const BOLD: Style = Style::new().bold();

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

    let mut rows = BTreeMap::<&str, Row<'_>>::new();
    let mut order: Vec<(u32, &str)> = Vec::new();
    for (field, spans) in record.evidence.iter().filter(|(field, _)| !is_body(field)) {
        rows.entry(field).or_default().spans = spans;
    }
    for decision in decisions.iter().copied().filter(|decision| !is_body(&decision.field)) {
        rows.entry(&decision.field).or_default().decisions.push(decision);
    }
    for (field, row) in &rows {
        order.push((row.begins(), field));
    }
    // In the order of the document, as the lines above stand.
    order.sort_unstable();
    for (_, field) in order {
        if let Some(row) = rows.get(field) {
            row.draw(out, field, places, width);
        }
    }
    draw_body(out, record, places);
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
        let chosen = self.decisions.iter().find(|d| d.chosen);
        let words = match (chosen, self.spans.first()) {
            (Some(decision), _) => Some(decision.value.as_str()),
            (None, Some(&span)) => Some(places.text(span)),
            (None, None) => None,
        };
        let shown: Vec<String> = self.spans.iter().take(3).map(|&span| places.line_column(span)).collect();
        let more = if self.spans.len() > 3 { " …" } else { "" };
        let at = match chosen {
            Some(decision) if shown.is_empty() => places.line_column(decision.span),
            _ => shown.join(" ") + more,
        };
        let value =
            words.map_or_else(|| "(no value)".to_owned(), |words| quoted(words, room - at.len().min(room)));
        out.push_str(&format!("  {FIELD}{:NAME$}{FIELD:#} {value}  {DIM}{at}{DIM:#}\n", escape(field)));
        if let Some(decision) = chosen.filter(|d| !d.reason.is_empty()) {
            reason(out, "because", &decision.reason, room);
        }
        for rival in self.decisions.iter().filter(|d| !d.chosen) {
            let at = places.line_column(rival.span);
            let value = quoted(&rival.value, room.saturating_sub(at.len() + 7));
            out.push_str(&format!("  {:NAME$} {DIM}not{DIM:#} {value}  {DIM}{at}{DIM:#}\n", ""));
            if !rival.reason.is_empty() {
                reason(out, "    because", &rival.reason, room);
            }
        }
    }
}

fn reason(out: &mut String, lead: &str, text: &str, room: usize) {
    let text = escape(text);
    let words = cut(&text, room.saturating_sub(columns(lead) + 1));
    out.push_str(&format!("  {:NAME$} {DIM}{lead} {words}{DIM:#}\n", ""));
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
