//! Who wrote it, and for whom: bylines, mixed lines, sources and end credits confirm each other.

use std::collections::BTreeMap;

use wirecopy_model::{Byline, BylineKind, LineRole, Span};

use super::Context;
use super::clean::{clean, key, within};
use super::confirm::is_trusted;
use super::strays::{furniture_between, in_menu, in_story, is_contact, is_noise, mailed, told_of};
use super::writers;
use crate::date;
use crate::fields::agency::is_picture_house;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::names::looks_like_name;
use crate::fields::{ending, signature, source};

/// Longest line, in bytes, that names its writers without a lead word and is hardly anything else.
const LONGEST_BARE: usize = 100;
/// Lines behind the first paragraph in which the byline may still stand.
const DECK: usize = 3;
/// Lines over the headline in which the byline may stand.
const OVER: usize = 6;
/// Lines under the story in which a byline without a mark of its own may stand.
const UNDER: usize = 3;
/// Lines right over the story that are no masthead, when no headline tells where the page ends.
const PAGE_HEAD: usize = 6;

/// What the header and the end of one record say about people and papers.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) bylines: Vec<Found>,
    /// Sources in the order of their weight: the first is taken.
    pub(crate) sources: Vec<(String, Span, &'static str)>,
    /// Sources that even the agency of the dateline goes before: mastheads, then owners in lines of copyright.
    pub(crate) last_sources: Vec<(String, Span, &'static str)>,
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
    let (mut ends, mut weak_bylines, mut led) = (Vec::new(), Vec::new(), false);
    // Between the paragraphs stand the writers of other stories: teasers with their bylines.
    let mut of_teasers = Vec::new();
    let last_prose = members.iter().rposition(|&i| context.roles[i].is_prose());
    let first_prose = members.iter().position(|&i| context.roles[i].is_prose());
    let headline =
        members.iter().take(first_prose.unwrap_or(0)).rposition(|&i| context.roles[i] == LineRole::Headline);
    let (mut from_source, mut from_meta, mut from_byline, mut from_masthead) =
        (vec![], vec![], vec![], vec![]);
    // Who a text is by when no person is named.
    let mut desks = Vec::new();
    // Mixed lines inside the story are most often its own: entries of a ticker, teasers.
    let (mut from_story, mut from_desk) = (vec![], vec![]);
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
                // `Ana Lima`, and `Staff Writer` on the line below.
                let over = k.checked_sub(1).map(|k| members[k]);
                if let Some(over) = over.filter(|&over| context.roles[over] == LineRole::Byline)
                    && let Some(role) = byline::role_alone(line)
                    && role_for(
                        &mut [&mut people.bylines, &mut ends, &mut weak_bylines],
                        context,
                        over,
                        line,
                        span,
                        role,
                    )
                {
                    continue;
                }
                let dates = date_spans(context, i, line, settings);
                let mut read = context.byline(i, line, &dates);
                if read.lead.is_none() && under_lead(context, i) {
                    read = behind_lead(line).unwrap_or(read);
                }
                // A sentence that was taken for a byline: its capitals are those of whom it tells.
                if read.lead.is_none() && line.len() > LONGEST_BARE && read.rest > line.len() / 3 {
                    continue;
                }
                // `Visit Northport! now`: a call to the reader names nobody.
                if read.lead.is_none() && line.contains(['!', '?', '！', '？']) {
                    continue;
                }
                let persons: Vec<byline::Person> =
                    read.people.iter().filter(|p| !is_noise(&line[p.name.clone()])).cloned().collect();
                // A bare name that the headline names too is that of the one it tells of, unless a date or an address
                // is printed with it.
                let alone =
                    read.lead.is_none() && dates.is_empty() && read.email.is_none() && persons.len() == 1;
                let told =
                    |name: &str| told_of(context, members, i, name) || in_story(context, members, name);
                if alone && told(&line[persons[0].name.clone()]) {
                    continue;
                }
                // Farther under the story stand other stories with their writers.
                let under = last_prose.map_or(0, |last| i.saturating_sub(members[last]));
                let far = tail
                    && under > UNDER
                    && read.email.is_none()
                    && furniture_between(context, members[last_prose.unwrap_or(0)], i);
                if far && read.lead.is_none() {
                    continue;
                }
                // Under a press release stands whom to ask.
                let asked = (i.saturating_sub(2)..i).any(|over| is_contact(context.line(over)));
                if tail && read.lead.is_none() && asked {
                    continue;
                }
                let inside = first_prose.is_some_and(|first| k > first + DECK) && !tail;
                let over = headline.is_some_and(|head| k < head && members[head] - i > OVER);
                let stray = inside || over || far;
                led |= read.lead.is_some() && !tail && !stray && !persons.is_empty();
                let weak = read.lead.is_none()
                    && persons.iter().all(|p| looks_like_name(&line[p.name.clone()]) < 0.6);
                let to = match (tail, weak) {
                    _ if stray => &mut of_teasers,
                    // A second writer signs under the story, with an address: the first stands in the header.
                    (true, _) if mailed(context, i) && persons.len() == 1 => &mut people.bylines,
                    (true, _) => &mut ends,
                    (false, true) => &mut weak_bylines,
                    (false, false) => &mut people.bylines,
                };
                take(line, span, &persons, to, "named in the byline");
                if stray {
                    continue;
                }
                for person in read.people.iter().filter(|p| p.kind == PersonKind::Agency) {
                    from_byline.push((
                        clean(&line[person.name.clone()]),
                        within(span, &person.name),
                        "agency in the byline",
                    ));
                }
                // `Post Staff Reporter` says what the writer is, not whose the text is.
                for person in &read.people {
                    let Some(affiliation) = &person.affiliation else { continue };
                    let from =
                        if person.kind == PersonKind::Desk { &mut from_desk } else { &mut from_byline };
                    let name = &line[affiliation.clone()];
                    // `Editor for Finance`: what a role is for is a paper only when something calls it one.
                    let before = line[..affiliation.start].trim_end();
                    let of_role = person.role.is_some()
                        && [" for", " für", " pour", " para", " per", " voor"]
                            .iter()
                            .any(|word| before.ends_with(word));
                    let said = || {
                        source::names_paper(name)
                            || source::is_paper_word(name)
                            || context.is_said_again(i, name)
                    };
                    if !source::is_outlet(name) || of_role && !said() {
                        continue;
                    }
                    from.push((
                        clean(&line[affiliation.clone()]),
                        within(span, affiliation),
                        "paper given in the byline",
                    ));
                }
            }
            LineRole::Meta => {
                let inside = first_prose.is_some_and(|first| k > first + 3) && !tail;
                let to = if inside { &mut from_story } else { &mut from_meta };
                meta_line(context, i, settings, tail, &mut people, &mut ends, to);
                if !tail && !inside && byline::may_be_named(line) {
                    take(
                        line,
                        span,
                        &desks_of(line, settings),
                        &mut desks,
                        "a desk named in the line of author and date",
                    );
                }
            }
            LineRole::Source => {
                // `© 2021 The Paper` is a line of copyright, whatever its role.
                if source::is_copyright(line) {
                    continue;
                }
                if let Some(read) = source::read_source(line) {
                    let mut name = read.name;
                    // `NZZ-Redaktion 7 min`
                    let desk =
                        read.label.is_none().then(|| context.byline(i, line, &[])).map(|read| read.people);
                    if let Some([byline::Person { kind: PersonKind::Desk, affiliation: Some(paper), .. }]) =
                        desk.as_deref()
                    {
                        name = paper.clone();
                    }
                    let reason = if tail { "stands under the story" } else { "stands in the header" };
                    let found = (clean(&line[name.clone()]), within(span, &name), reason);
                    if !is_trusted(context, i, line, &found.0, read.label.is_some()) {
                        continue;
                    }
                    // A name alone over the headline is the page's, before it is the article's.
                    let over = headline.unwrap_or_else(|| first_prose.unwrap_or(0).saturating_sub(PAGE_HEAD));
                    let masthead = read.label.is_none() && k + 1 < over;
                    // Under a menu a name over the headline is one of its parts, unless something else says it.
                    if read.label.is_none()
                        && k < over
                        && in_menu(context, i)
                        && !context.is_said_again(i, &found.0)
                    {
                        continue;
                    }
                    if !masthead {
                        from_source.push(found);
                    } else {
                        from_masthead.push(found);
                    }
                }
            }
            LineRole::Date => {
                let dates = date_spans(context, i, line, settings);
                if dates.is_empty() {
                    continue;
                }
                // `Publish Date: 28 Nov 2020 Author: Ana Lima`
                if byline::may_be_named(line) {
                    let read = context.byline(i, line, &dates);
                    let persons: Vec<byline::Person> =
                        read.people.into_iter().filter(|p| p.kind == PersonKind::Person).collect();
                    if read.lead.is_some()
                        && persons.iter().all(|p| looks_like_name(&line[p.name.clone()]) >= 0.45)
                    {
                        let to = if tail { &mut ends } else { &mut people.bylines };
                        take(line, span, &persons, to, "named in the line of author and date");
                    }
                }
                for part in meta::split_meta(line, &dates).iter().filter(|part| part.what == MetaKind::Source)
                {
                    let here = within(span, &part.span);
                    from_meta.push((
                        clean(&line[part.span.clone()]),
                        here,
                        "named in the line of source and date",
                    ));
                }
            }
            LineRole::Note | LineRole::Paragraph | LineRole::Dateline => {
                if let Some(end) = ending::end_credit(line) {
                    take(line, span, &as_people(&end.authors), &mut ends, "credited at the end");
                }
                if context.roles[i] == LineRole::Dateline {
                    let mut reporters =
                        context.dateline(i, line).map(|read| read.reporters).unwrap_or_default();
                    if reporters.is_empty() {
                        reporters = ending::opening_reporters(line);
                    }
                    reporters.retain(|name| !is_noise(&line[name.clone()]));
                    take(line, span, &as_people(&reporters), &mut ends, "named in the dateline");
                    if reporters.is_empty()
                        && let Some(desk) = desk_in_dateline(line)
                    {
                        take(line, span, &[desk], &mut desks, "named in the dateline");
                    }
                }
            }
            _ => {}
        }
    }
    // Beside a byline with its lead word a bare line of two unknown words is a button.
    if !led {
        people.bylines.append(&mut weak_bylines);
        people.bylines.sort_by_key(|found| found.name.start);
    }
    if !people.bylines.iter().any(|found| found.byline.kind.is_person()) {
        people.bylines.append(&mut ends);
    }
    if !people.bylines.iter().any(|found| found.byline.kind.is_person()) {
        people.bylines.append(&mut of_teasers);
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
    if people.bylines.is_empty() {
        people.bylines.append(&mut desks);
    }
    dedupe(&mut people.bylines);
    // The names of desks, roles and schools are no papers.
    from_byline.retain(|(name, ..): &(String, Span, &str)| source::is_name(name) && source::is_outlet(name));
    from_meta.retain(|(name, ..): &(String, Span, &str)| source::is_name(name) && !is_picture_house(name));
    people.sources = [from_source, from_meta, from_byline, from_story, from_desk].concat();
    people.last_sources = from_masthead;
    people.last_sources.extend(owner(context, members));
    people
}

/// The owner in the line of copyright: of several the one whom the browser window's title names too, else the one
/// nearest under the story.
fn owner(context: &Context<'_>, members: &[usize]) -> Option<(String, Span, &'static str)> {
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

fn as_people(names: &[std::ops::Range<usize>]) -> Vec<byline::Person> {
    let person = |name: &std::ops::Range<usize>| byline::Person {
        name: name.clone(),
        kind: PersonKind::Person,
        role: None,
        affiliation: None,
    };
    names.iter().map(person).collect()
}

/// [`date_ranges`] of line `i`, or of the value behind its key.
fn date_spans(
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

/// `mbl` in the line of section and date, and `mbl.is` in the story: the paper goes by its address.
fn is_site(context: &Context<'_>, name: &str) -> bool {
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

fn take(line: &str, span: Span, persons: &[byline::Person], to: &mut Vec<Found>, reason: &'static str) {
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

/// Gives a role to the writers of the line over it that have none; false when there is none of them.
fn role_for(
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
fn under_lead(context: &Context<'_>, i: usize) -> bool {
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
fn behind_lead(line: &str) -> Option<byline::BylineRead> {
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

/// Desks in a mixed line without a writer: `Coast desk | Updated: May 3, 2021`.
fn desks_of(line: &str, settings: &date::Context) -> Vec<byline::Person> {
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
fn desk_in_dateline(line: &str) -> Option<byline::Person> {
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
