//! Lines of several fields: who is named beside the date, and what else stands there.

use wirecopy_model::{LineRole, Span};

use super::Context;
use super::clean::{clean, within};
use super::houses::is_site;
use super::named::{Found, as_people, take};
use super::people::People;
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::{signature, source};

/// [`date_ranges`] of line `i`, or of the value behind its key.
pub(super) fn date_spans(
    context: &Context<'_>,
    i: usize,
    line: &str,
    settings: &date::Context,
) -> Vec<std::ops::Range<usize>> {
    if line.len() != context.line(i).len() {
        return date_ranges(line, settings);
    }
    // Where a date stands does not hang on how it is to be read.
    let spans = context.readings().date_spans(i);
    debug_assert_eq!(spans, date_ranges(line, settings), "{line}");
    spans
}

pub(super) fn date_ranges(line: &str, settings: &date::Context) -> Vec<std::ops::Range<usize>> {
    date::scan(line, settings)
        .into_iter()
        .map(|found| {
            found.label_span.map_or(found.span.start, |label| label.start.min(found.span.start))
                ..found.span.end
        })
        .collect()
}

pub(super) fn meta_line(
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
    let dates = date_spans(context, i, line, settings);
    let parts = meta::split_meta(line, &dates);
    // What was read as a writer is nothing else.
    let mut signed = None;
    // `Chronicle　2022年12月6日　真壁 灯`: Japanese papers sign behind the day.
    if !parts.iter().any(|part| part.what == MetaKind::Author)
        && let Some(name) = dates.last().and_then(|date| signature::behind_date(line, date.end))
    {
        let to = if tail { &mut *ends } else { &mut people.bylines };
        signed = Some(name.clone());
        take(line, span, &as_people(&[name]), to, "named in the line of author and date");
    }
    // `Published in The Paper, May 3rd, 2021`
    if !parts.iter().any(|part| part.what == MetaKind::Source)
        && let Some(read) = source::read_source(line).filter(|read| read.label.is_some())
        && !line[read.name.clone()].contains(char::is_numeric)
    {
        sources.push((clean(&line[read.name.clone()]), within(span, &read.name), "named behind a label"));
    }
    for part in parts {
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
            MetaKind::Source => {
                let end = source::quoted_after(line, part.span.end).unwrap_or(part.span.end);
                let range = part.span.start..end;
                let name = clean(&line[range.clone()]);
                sources.push((name, within(span, &range), "named in the line of source and date"));
            }
            MetaKind::Category | MetaKind::Other | MetaKind::Role | MetaKind::Desk
                if is_site(context, value) =>
            {
                sources.push((clean(value), here, "named in the line of source and date"));
            }
            MetaKind::Role => {
                let to = if tail { &mut *ends } else { &mut people.bylines };
                let before =
                    |found: &&mut Found| found.name.start >= span.start && found.name.end <= here.start;
                if let Some(found) = to.last_mut().filter(before).filter(|found| found.byline.role.is_none())
                {
                    found.byline.role = Some(clean(value));
                    found.role = Some(here);
                }
            }
            MetaKind::Category
                if signed
                    .as_ref()
                    .is_some_and(|name| name.start < part.span.end && part.span.start < name.end) => {}
            MetaKind::Category if people.section.is_none() && !tail => {
                people.section = Some((clean(value), here));
            }
            _ => {}
        }
    }
}
