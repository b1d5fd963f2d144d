//! Papers and desks that a record names beside its writers: the owner of the rights, an address, whoever it is by when no
//! person is named.

use wirecopy_model::{LineRole, Span};

use super::Context;
use super::clean::{clean, key, within};
use super::mixed::date_ranges;
use super::strays::is_noise;
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::source;

/// The owner in the line of copyright: of several the one whom the browser window's title names too, else the one
/// nearest under the story.
pub(super) fn owner(context: &Context<'_>, members: &[usize]) -> Option<(String, Span, &'static str)> {
    const LINES: usize = 40;
    let lines = &context.page.lines;
    // The sign under a picture names a photographer, the one in a sentence whoever it is about.
    let may = |i: usize| {
        matches!(context.roles[i], LineRole::Furniture | LineRole::Note | LineRole::Source | LineRole::Meta)
    };
    let owners: Vec<(usize, std::ops::Range<usize>)> = (lines.len().saturating_sub(LINES)..lines.len())
        .filter(|&i| may(i))
        .filter_map(|i| Some((i, source::copyright_owner(context.line(i))?)))
        .collect();
    let title = key(lines.first().map_or("", |_| context.line(0)));
    let named = |(i, range): &&(usize, std::ops::Range<usize>)| {
        title.contains(&key(&context.line(*i)[range.clone()]))
    };
    let end = members.iter().rev().copied().find(|&i| context.roles[i].is_prose()).unwrap_or(0);
    let (i, range) = owners
        .iter()
        .find(named)
        .or_else(|| owners.iter().find(|(i, _)| *i > end))
        .or_else(|| owners.last())?;
    let span = within(lines[*i].trimmed, range);
    Some((clean(&context.line(*i)[range.clone()]), span, "named in the copyright line"))
}

/// `mbl` in the line of section and date, and `mbl.is` in the story: the paper goes by its address.
pub(super) fn is_site(context: &Context<'_>, name: &str) -> bool {
    let word = name.trim();
    if !(3..=20).contains(&word.len()) || !word.chars().all(char::is_alphanumeric) {
        return false;
    }
    context.text.match_indices(word).any(|(at, _)| {
        let before = context.text[..at].chars().next_back();
        let mut after = context.text[at + word.len()..].chars();
        let domain = after.next() == Some('.') && after.take_while(|c| c.is_ascii_lowercase()).count() > 1;
        domain && before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
    })
}

/// Desks in a mixed line without a writer: `Coast desk | Updated: May 3, 2021`.
pub(super) fn desks_of(line: &str, settings: &date::Context) -> Vec<byline::Person> {
    /// One word as long as this is a desk's (`Redaktion`); shorter ones are parts of a page.
    const LONG: usize = 8;
    let parts = meta::split_meta(line, &date_ranges(line, settings));
    if parts.iter().any(|part| part.what == MetaKind::Author) {
        return Vec::new();
    }
    let named = |name: &str| {
        !is_noise(name) && byline::ends_as_desk(name) && (name.contains(' ') || name.chars().count() >= LONG)
    };
    parts
        .into_iter()
        .filter(|part| part.what == MetaKind::Desk && named(&line[part.span.clone()]))
        .map(|part| desk(part.span))
        .collect()
}

fn desk(name: std::ops::Range<usize>) -> byline::Person {
    byline::Person { name, kind: PersonKind::Desk, role: None, affiliation: None }
}

/// `TOWN (our correspondent) The …`: a desk in brackets behind the place.
pub(super) fn desk_in_dateline(line: &str) -> Option<byline::Person> {
    const REACH: usize = 80;
    const LONGEST: usize = 60;
    let open = line.find('(').filter(|at| *at <= REACH)? + 1;
    let inner = &line[open..open + line[open..].find(')').filter(|at| *at <= LONGEST)?];
    // `TOWN (Orbis Wire)` names an agency.
    if !byline::may_be_named(inner) || source::names_paper(inner) {
        return None;
    }
    let read = byline::read_byline(inner, &[]);
    let whole =
        !read.people.is_empty() && read.rest == 0 && read.people.iter().all(|p| p.kind == PersonKind::Desk);
    let name = open + (inner.len() - inner.trim_start().len())..open + inner.trim_end().len();
    whole.then(|| desk(name))
}
