//! Captions and credits to figures.

use std::collections::BTreeMap;

use wirecopy_model::{Credit, Figure, LineRole, Span};

use super::Context;
use super::clean::{clean, is_ornament, key, within};
use super::confirm::is_page_part;
use crate::fields::credit::{self, CreditRead};
use crate::fields::scan::LONGEST_LINE;
use crate::lines::is_blank_char;

/// A figure with where its parts stand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) figure: Figure,
    pub(crate) caption: Vec<Span>,
    /// One span a line.
    pub(crate) credit: Vec<Span>,
    line: usize,
}

/// Reads the captions and credits of one record. A caption printed twice is one figure; a credit on a line of its own
/// belongs to the caption beside it.
pub(crate) fn read(context: &Context<'_>, members: &[usize]) -> Vec<Found> {
    let mut figures: Vec<Found> = Vec::new();
    let mut orphan: Option<Found> = None;
    let mut previous: Option<usize> = None;
    let mut aside: Vec<Found> = Vec::new();
    for &i in members {
        let line = context.line(i);
        let span = context.page.lines[i].trimmed;
        match context.roles[i] {
            LineRole::Caption | LineRole::Credit if is_page_part(line) => {}
            LineRole::Caption => {
                let wrapped = previous.is_some_and(|before| context.continues(before, i));
                if let Some(last) = figures.last_mut().filter(|_| wrapped) {
                    go_on(context, last, i);
                    previous = Some(i);
                    continue;
                }
                let span = context.value_of(i, LineRole::Caption);
                let line = span.text(context.text).unwrap_or(line);
                let read = context.caption(i, line);
                let mut found = Found { line: i, ..Found::default() };
                if let Some(range) = &read.caption.map(|range| without_pointer(line, range)) {
                    found.figure.caption = Some(clean(&line[range.clone()])).filter(|text| !text.is_empty());
                    found.caption = vec![within(span, range)];
                }
                if let Some(read) = &read.credit {
                    found.set_credit(line, span, read);
                }
                // A credit over its caption: "Photo: A B", then the sentence.
                if let Some(before) = orphan.take() {
                    let adjacent = before.line + 1 == i && found.figure.credit.is_none();
                    if adjacent && context.page.lines[i].blank_before == 0 {
                        found.figure.credit = before.figure.credit;
                        found.credit = before.credit;
                    } else {
                        figures.push(before);
                    }
                }
                figures.push(found);
            }
            LineRole::Credit => {
                let read = context.readings().credit(i).unwrap_or(CreditRead {
                    raw: 0..line.len(),
                    name: 0..line.len(),
                    kind: None,
                    person: None,
                    agency: None,
                });
                let takes = figures.last_mut().filter(|last| {
                    last.figure.credit.is_none()
                        && last.figure.caption.is_some()
                        && i.abs_diff(last.line) <= 2
                });
                if let Some(last) = takes {
                    last.set_credit(line, span, &read);
                    last.line = i;
                } else if let Some(last) = figures.last_mut().filter(|last| {
                    last.line + 1 == i
                        && orphan.is_none()
                        && previous.is_some_and(|before| context.roles[before] == LineRole::Credit)
                }) {
                    // A credit broken over lines: "A B" / "Getty Images".
                    last.extend_credit(line, span);
                    last.line = i;
                } else {
                    if let Some(before) = orphan.take() {
                        figures.push(before);
                    }
                    let mut found = Found { line: i, ..Found::default() };
                    found.set_credit(line, span, &read);
                    orphan = Some(found);
                }
            }
            LineRole::Meta | LineRole::Date => aside.extend(in_header(context, i)),
            _ => {}
        }
        previous = Some(i);
    }
    figures.extend(orphan);
    figures.sort_by_key(|found| found.line);
    let mut figures = dedupe(figures);
    let credit = |found: &Found| found.figure.credit.as_ref().map(|credit| key(&credit.raw));
    for found in aside {
        if !figures.iter().any(|figure| credit(figure) == credit(&found)) {
            figures.push(found);
        }
    }
    figures
}

/// The picture's credit in a line of date and source: `May 3, 2021 - Source: Coastwire - Photo: Ana Lima`.
fn in_header(context: &Context<'_>, i: usize) -> Option<Found> {
    const MARKS: [&str; 6] = [" - ", " – ", " — ", " | ", "; ", " • "];
    let line = context.line(i);
    // Behind each mark the rest is searched for all six again.
    if line.len() > LONGEST_LINE || !credit::may_be_labelled(line) {
        return None;
    }
    let mut start = 0;
    loop {
        let next = MARKS.iter().filter_map(|mark| Some((line[start..].find(mark)?, mark.len()))).min();
        let end = next.map_or(line.len(), |(at, _)| start + at);
        let part = line[start..end].trim();
        let of_part = || match part.len() == line.len() {
            true => context.readings().credit(i),
            false => credit::read_credit(part),
        };
        let read = part.contains([':', '：']).then(of_part).flatten();
        if let Some(read) = read.filter(|read| {
            read.kind == Some(wirecopy_model::CreditKind::Photo) && read.raw.start < read.name.start
        }) {
            let from = end - line[start..end].trim_start().len();
            let span = within(context.page.lines[i].trimmed, &(from..from + part.len()));
            let mut found = Found { line: i, ..Found::default() };
            found.set_credit(part, span, &read);
            return Some(found);
        }
        let (at, len) = next?;
        start += at + len;
    }
}

/// Without the sign that points to the picture or to the item of a row: `▲梅津戲院…`, `↑ The bridge …`, `* The bridge …`.
fn without_pointer(line: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let text = &line[range.clone()];
    let text = text.strip_prefix("* ").or_else(|| text.strip_prefix("• ")).unwrap_or(text);
    let rest = text.trim_start_matches(|c: char| {
        is_ornament(c)
            || matches!(c, '←' | '↑' | '→' | '↓' | '△' | '\u{fe0e}' | '\u{fe0f}')
            || is_blank_char(c)
    });
    if rest.is_empty() { range } else { range.end - rest.len()..range.end }
}

impl Found {
    fn set_credit(&mut self, line: &str, span: Span, read: &CreditRead) {
        let text = |range: &std::ops::Range<usize>| clean(&line[range.clone()]);
        self.figure.credit = Some(Credit {
            raw: text(&credited(line, read)),
            kind: read.kind,
            person: read.person.as_ref().map(text),
            agency: read.agency.as_ref().map(text),
        });
        self.credit = vec![within(span, &credited(line, read))];
    }

    fn extend_credit(&mut self, line: &str, span: Span) {
        let Some(credit) = &mut self.figure.credit else { return };
        let rest = line.trim_start_matches(['/', '|', ' ']);
        let more = clean(rest);
        if more.is_empty() || key(&credit.raw).ends_with(&key(&more)) {
            return;
        }
        if credit.agency.is_none() && credit.person.is_some() {
            credit.agency = Some(more.clone());
        }
        credit.raw = format!("{}/{more}", credit.raw.trim_end_matches(['/', '|', ' ']));
        self.credit.push(within(span, &(line.len() - rest.len()..line.len())));
    }
}

/// The credit as written, without a label set off by a colon: `Photo: A B` credits A B, `Photo/Xinhua` stays whole, for
/// so the wires sign; `摄影/某某` does not.
fn credited(line: &str, read: &CreditRead) -> std::ops::Range<usize> {
    let label = line.get(read.raw.start..read.name.start).unwrap_or("");
    // `Foto: Bild: A B`: two systems have each put their label before the name.
    let name = &line[read.name.clone()];
    if let Some(inner) =
        credit::read_credit(name).filter(|inner| inner.raw.start < inner.name.start && name.contains(':'))
    {
        return read.name.start + inner.name.start..read.name.start + inner.name.end;
    }
    let whole = label.is_ascii() && label.trim_end().ends_with('/');
    if whole { read.raw.clone() } else { read.name.clone() }
}

/// A caption wrapped at a fixed width goes on.
fn go_on(context: &Context<'_>, last: &mut Found, i: usize) {
    let line = context.line(i);
    let span = context.page.lines[i].trimmed;
    let read = context.readings().caption(i);
    if let (Some(caption), Some(range)) = (&mut last.figure.caption, &read.caption) {
        caption.push(' ');
        caption.push_str(&clean(&line[range.clone()]));
        last.caption.push(within(span, range));
    }
    if let Some(read) = &read.credit {
        last.set_credit(line, span, read);
    }
    last.line = i;
}

fn dedupe(figures: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(figures.len());
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for found in figures {
        let this = found.figure.caption.as_deref().map(key);
        let at = this.map_or(kept.len(), |this| *place.entry(this).or_insert(kept.len()));
        match kept.get_mut(at) {
            Some(first) => {
                if first.figure.credit.is_none() {
                    first.figure.credit = found.figure.credit;
                    first.credit = found.credit;
                }
            }
            None => kept.push(found),
        }
    }
    kept
}
