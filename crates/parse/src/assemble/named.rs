//! Names with their parts: what a line says of a writer, what the lines over it add, and two copies made one.

use std::collections::BTreeMap;

use wirecopy_model::{Byline, BylineKind, LineRole, Span};

use super::Context;
use super::clean::{clean, key, within};
use crate::fields::byline::{self, PersonKind};

/// One name with where its parts stand.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) byline: Byline,
    pub(crate) name: Span,
    pub(crate) role: Option<Span>,
    pub(crate) affiliation: Option<Span>,
    pub(crate) reason: &'static str,
}

pub(super) fn as_people(names: &[std::ops::Range<usize>]) -> Vec<byline::Person> {
    let person = |name: &std::ops::Range<usize>| byline::Person {
        name: name.clone(),
        kind: PersonKind::Person,
        role: None,
        affiliation: None,
    };
    names.iter().map(person).collect()
}

pub(super) fn take(
    line: &str,
    span: Span,
    persons: &[byline::Person],
    to: &mut Vec<Found>,
    reason: &'static str,
) {
    let mut before: Option<(usize, Option<std::ops::Range<usize>>)> = None;
    for person in persons {
        let text = |range: &std::ops::Range<usize>| clean(&line[range.clone()]);
        let mut person = person.clone();
        if person.role.is_none() && person.kind == PersonKind::Person {
            // `记者 某某、某某`: the word stands once before several.
            let listed = before.take().filter(|(end, _)| {
                line.get(*end..person.name.start)
                    .is_some_and(|gap| gap.trim_matches(['、', '，', ' ', '\u{3000}']).is_empty())
            });
            person.role = byline::role_beside(line, &person.name)
                .or_else(|| listed.and_then(|(_, role)| role.filter(|r| r.end <= person.name.start)));
        }
        before = Some((person.name.end, person.role.clone()));
        let name = text(&person.name);
        // Where a name would stand, only marks that print nothing: soft hyphens, joiners.
        if name.is_empty() {
            continue;
        }
        to.push(Found {
            byline: Byline {
                name,
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

/// Gives a role to the writers of the line over it that have none; false when there is none of them.
pub(super) fn role_for(
    to: &mut [&mut Vec<Found>],
    context: &Context<'_>,
    over: usize,
    line: &str,
    span: Span,
    role: std::ops::Range<usize>,
) -> bool {
    let over = context.page.lines[over].trimmed;
    let mut given = false;
    for found in to.iter_mut().flat_map(|list| list.iter_mut()) {
        let above = found.name.start >= over.start && found.name.end <= over.end;
        if above && found.byline.kind.is_person() && found.byline.role.is_none() {
            found.byline.role = Some(clean(&line[role.clone()]));
            found.role = Some(within(span, &role));
            given = true;
        }
    }
    given
}

/// Whether a lead word alone (`By`) stands over a line, and nothing but names and bars between them.
pub(super) fn under_lead(context: &Context<'_>, i: usize) -> bool {
    const LINES: usize = 6;
    let bar = |line: &str| !line.contains(char::is_alphanumeric);
    (i.saturating_sub(LINES)..i)
        .rev()
        .take_while(|&k| context.roles[k] == LineRole::Byline || bar(context.line(k)))
        .any(|k| {
            let line = context.line(k);
            line.len() <= 16 && byline::has_lead(line).is_some() && byline::read_byline(line, &[]).emptied
        })
}

/// A line read as if its lead word stood before it.
pub(super) fn behind_lead(line: &str) -> Option<byline::BylineRead> {
    const LEAD: &str = "By ";
    let mut read = byline::read_byline(&format!("{LEAD}{line}"), &[]);
    let back = |range: &mut std::ops::Range<usize>| {
        let start = range.start.checked_sub(LEAD.len())?;
        *range = start..range.end - LEAD.len();
        Some(())
    };
    for person in &mut read.people {
        back(&mut person.name)?;
        for part in [&mut person.role, &mut person.affiliation].into_iter().flatten() {
            back(part)?;
        }
    }
    read.lead = Some(0..0);
    read.email = None;
    read.place = None;
    (!read.people.is_empty()).then_some(read)
}

/// A name printed twice is one author; what the second copy adds is kept.
pub(super) fn dedupe(bylines: &mut Vec<Found>) {
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
