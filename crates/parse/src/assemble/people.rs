//! Who wrote it, and for whom: bylines, mixed lines, sources and end credits confirm each other.

use std::collections::BTreeMap;

use wirecopy_model::{Byline, BylineKind, LineRole, Span};

use super::Context;
use super::clean::{clean, key, within};
use super::writers;
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::{dateline, ending, source};

/// What the header and the end of one record say about people and papers.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) bylines: Vec<Found>,
    /// Sources in the order of their weight: the first is taken.
    pub(crate) sources: Vec<(String, Span, &'static str)>,
    pub(crate) section: Option<(String, Span)>,
}

/// One name with where its parts stand.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) byline: Byline,
    pub(crate) name: Span,
    pub(crate) role: Option<Span>,
    pub(crate) affiliation: Option<Span>,
    pub(crate) reason: &'static str,
}

/// Reads the people and papers of one record.
pub(crate) fn read(context: &Context<'_>, members: &[usize], settings: &date::Context) -> People {
    let mut people = People::default();
    let mut ends = Vec::new();
    let last_prose = members.iter().rposition(|&i| context.roles[i].is_prose());
    let (mut from_source, mut from_meta, mut from_byline, mut from_copyright) =
        (vec![], vec![], vec![], vec![]);
    for (k, &i) in members.iter().enumerate() {
        let span = context.value_of(i, context.roles[i]);
        let line = span.text(context.text).unwrap_or("");
        let tail = last_prose.is_some_and(|last| k > last);
        match context.roles[i] {
            LineRole::Byline => {
                // `(Reporting by A B; editing by C D)`: of these only the reporters wrote it.
                if let Some(end) = ending::end_credit(line).filter(|end| {
                    end.span.start == 0 && line.contains([';', '；']) && !end.authors.is_empty()
                }) {
                    take(line, span, &as_people(&end.authors), &mut ends, "credited at the end");
                    continue;
                }
                let dates = date_ranges(line, settings);
                let read = byline::read_byline(line, &dates);
                // `Visit Northport! now`: a call to the reader names nobody.
                if read.lead.is_none() && line.contains(['!', '?', '！', '？']) {
                    continue;
                }
                let to = if tail { &mut ends } else { &mut people.bylines };
                take(line, span, &read.people, to, "named in the byline");
                for person in read.people.iter().filter(|p| p.kind == PersonKind::Agency) {
                    from_byline.push((
                        clean(&line[person.name.clone()]),
                        within(span, &person.name),
                        "agency in the byline",
                    ));
                }
                for affiliation in read.people.iter().filter_map(|p| p.affiliation.as_ref()) {
                    if !source::is_outlet(&line[affiliation.clone()]) {
                        continue;
                    }
                    from_byline.push((
                        clean(&line[affiliation.clone()]),
                        within(span, affiliation),
                        "paper given in the byline",
                    ));
                }
            }
            LineRole::Meta => meta_line(context, i, settings, tail, &mut people, &mut ends, &mut from_meta),
            LineRole::Source => {
                let read =
                    source::read_source(line).map(|read| read.name).or_else(|| source::copyright_owner(line));
                if let Some(name) = read {
                    let reason = if tail { "stands under the story" } else { "stands in the header" };
                    from_source.push((clean(&line[name.clone()]), within(span, &name), reason));
                }
            }
            LineRole::Note | LineRole::Paragraph | LineRole::Dateline => {
                if let Some(end) = ending::end_credit(line) {
                    take(line, span, &as_people(&end.authors), &mut ends, "credited at the end");
                }
                if context.roles[i] == LineRole::Dateline {
                    let mut reporters =
                        dateline::read_dateline(line).map(|read| read.reporters).unwrap_or_default();
                    if reporters.is_empty() {
                        reporters = ending::opening_reporters(line);
                    }
                    take(line, span, &as_people(&reporters), &mut ends, "named in the dateline");
                }
            }
            _ => {}
        }
    }
    if !people.bylines.iter().any(|found| found.byline.kind.is_person()) {
        people.bylines.append(&mut ends);
    }
    if !people.bylines.iter().any(|found| found.byline.kind.is_person())
        && let Some((name, reason)) = writers::elsewhere(context, members)
    {
        people.bylines.push(Found {
            byline: Byline { name: clean(name.text(context.text).unwrap_or("")), ..Byline::default() },
            name,
            role: None,
            affiliation: None,
            reason,
        });
    }
    dedupe(&mut people.bylines);
    if let Some(found) = context.page.lines.iter().enumerate().rev().take(40).find_map(|(i, line)| {
        // The sign under a picture names a photographer, the one in a sentence whoever it is about.
        if !matches!(
            context.roles[i],
            LineRole::Furniture | LineRole::Note | LineRole::Source | LineRole::Meta
        ) {
            return None;
        }
        let text = context.line(i);
        let name = source::copyright_owner(text)?;
        Some((clean(&text[name.clone()]), within(line.trimmed, &name), "named in the copyright line"))
    }) {
        from_copyright.push(found);
    }
    people.sources = [from_source, from_meta, from_byline].concat();
    // The copyright line comes last of all, after the dateline's agency; the caller puts that between.
    people.sources.extend(from_copyright);
    people
}

fn as_people(names: &[std::ops::Range<usize>]) -> Vec<byline::Person> {
    let person = |name: &std::ops::Range<usize>| byline::Person {
        name: name.clone(),
        kind: PersonKind::Person,
        role: None,
        affiliation: None,
    };
    names.iter().map(person).collect()
}

fn date_ranges(line: &str, settings: &date::Context) -> Vec<std::ops::Range<usize>> {
    date::scan(line, settings)
        .into_iter()
        .map(|found| {
            found.label_span.map_or(found.span.start, |label| label.start.min(found.span.start))
                ..found.span.end
        })
        .collect()
}

fn meta_line(
    context: &Context<'_>,
    i: usize,
    settings: &date::Context,
    tail: bool,
    people: &mut People,
    ends: &mut Vec<Found>,
    sources: &mut Vec<(String, Span, &'static str)>,
) {
    let span = context.value_of(i, LineRole::Meta);
    let line = span.text(context.text).unwrap_or("");
    for part in meta::split_meta(line, &date_ranges(line, settings)) {
        let value = &line[part.span.clone()];
        let here = within(span, &part.span);
        match part.what {
            MetaKind::Author => {
                let read = byline::read_byline(value, &[]);
                let to = if tail { &mut *ends } else { &mut people.bylines };
                take(value, here, &read.people, to, "named in the line of author and date");
                for person in read.people.iter().filter(|p| p.kind == PersonKind::Agency) {
                    sources.push((
                        clean(&value[person.name.clone()]),
                        within(here, &person.name),
                        "agency in the byline",
                    ));
                }
            }
            MetaKind::Source => sources.push((clean(value), here, "named in the line of source and date")),
            MetaKind::Category if people.section.is_none() && !tail => {
                people.section = Some((clean(value), here));
            }
            _ => {}
        }
    }
}

fn take(line: &str, span: Span, persons: &[byline::Person], to: &mut Vec<Found>, reason: &'static str) {
    for person in persons {
        let text = |range: &std::ops::Range<usize>| clean(&line[range.clone()]);
        to.push(Found {
            byline: Byline {
                name: text(&person.name),
                kind: match person.kind {
                    PersonKind::Person => BylineKind::Person,
                    PersonKind::Desk => BylineKind::Desk,
                    PersonKind::Agency => BylineKind::Agency,
                },
                role: person.role.as_ref().map(text),
                affiliation: person.affiliation.as_ref().map(text),
            },
            name: within(span, &person.name),
            role: person.role.as_ref().map(|r| within(span, r)),
            affiliation: person.affiliation.as_ref().map(|r| within(span, r)),
            reason,
        });
    }
}

/// A name printed twice is one author; what the second copy adds is kept.
fn dedupe(bylines: &mut Vec<Found>) {
    let mut kept: Vec<Found> = Vec::with_capacity(bylines.len());
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for found in bylines.drain(..) {
        let at = *place.entry(key(&found.byline.name)).or_insert(kept.len());
        match kept.get_mut(at) {
            Some(first) => {
                if first.byline.role.is_none() {
                    first.byline.role = found.byline.role;
                    first.role = found.role;
                }
                if first.byline.affiliation.is_none() {
                    first.byline.affiliation = found.byline.affiliation;
                    first.affiliation = found.affiliation;
                }
            }
            None => kept.push(found),
        }
    }
    *bylines = kept;
}
