//! Who wrote it, and for whom: bylines, mixed lines, sources and end credits confirm each other.

use wirecopy_model::{Byline, LineRole, Span};

use super::clean::{clean, within};
use super::confirm::is_trusted;
use super::houses::{desk_in_dateline, desks_of, owner};
use super::mixed::{date_spans, meta_line};
use super::named::{Found, as_people, behind_lead, dedupe, role_for, take, under_lead};
use super::strays::{furniture_between, in_menu, in_story, is_contact, is_noise, mailed, told_of};
use super::{Context, writers};
use crate::date;
use crate::fields::agency::is_picture_house;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::names::looks_like_name;
use crate::fields::{ending, source};

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
