//! Who wrote it, and for whom: bylines, mixed lines, sources and end credits confirm each other.

use std::collections::BTreeMap;

use wirecopy_model::{Byline, BylineKind, LineRole, Span};

use super::Context;
use super::clean::{clean, key, within};
use super::confirm::is_trusted;
use super::writers;
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::meta::{self, MetaKind};
use crate::fields::names::looks_like_name;
use crate::fields::{dateline, ending, source};
use crate::label::lexicon;

/// Words that stand where a name may and are none: the end mark of a Persian agency, `compiled` behind a reporter's name.
fn is_noise(name: &str) -> bool {
    let hits = lexicon::look_up(name);
    if hits.words > 0 && hits.covered >= hits.words {
        return true;
    }
    matches!(name.trim(), "انتهای پیام" | "整合" | "综合" | "編譯" | "编译" | "整理" | "پایان پیام")
}

/// `Media Contact:`
fn is_contact(line: &str) -> bool {
    line.len() <= 60 && line.to_lowercase().contains("contact")
}

/// Whether the headline says a name that a line right under it repeats, as captions and talks do.
fn told_of(context: &Context<'_>, members: &[usize], line: usize, name: &str) -> bool {
    const NEAR: usize = 3;
    let this = key(name);
    this.len() >= 6
        && members.iter().any(|&i| {
            context.roles[i] == LineRole::Headline
                && i < line
                && line - i <= NEAR
                && key(context.line(i)).contains(&this)
                // `Ana Lima: In praise of the bench` is headed by its writer.
                && !key(context.line(i)).starts_with(&this)
        })
}

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
    let last_prose = members.iter().rposition(|&i| context.roles[i].is_prose());
    let first_prose = members.iter().position(|&i| context.roles[i].is_prose());
    let headline =
        members.iter().take(first_prose.unwrap_or(0)).rposition(|&i| context.roles[i] == LineRole::Headline);
    let (mut from_source, mut from_meta, mut from_byline, mut from_masthead) =
        (vec![], vec![], vec![], vec![]);
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
                let dates = date_ranges(line, settings);
                let read = byline::read_byline(line, &dates);
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
                if alone && told_of(context, members, i, &line[persons[0].name.clone()]) {
                    continue;
                }
                // Under a press release stands whom to ask.
                let asked = (i.saturating_sub(2)..i).any(|over| is_contact(context.line(over)));
                if tail && read.lead.is_none() && asked {
                    continue;
                }
                led |= read.lead.is_some() && !tail && !persons.is_empty();
                let weak = read.lead.is_none()
                    && persons.iter().all(|p| looks_like_name(&line[p.name.clone()]) < 0.6);
                let to = match (tail, weak) {
                    (true, _) => &mut ends,
                    (false, true) => &mut weak_bylines,
                    (false, false) => &mut people.bylines,
                };
                take(line, span, &persons, to, "named in the byline");
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
                    if !source::is_outlet(&line[affiliation.clone()]) {
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
            }
            LineRole::Source => {
                // `© 2021 The Paper` is a line of copyright, whatever its role.
                if source::is_copyright(line) {
                    continue;
                }
                if let Some(read) = source::read_source(line) {
                    let name = read.name;
                    let reason = if tail { "stands under the story" } else { "stands in the header" };
                    let found = (clean(&line[name.clone()]), within(span, &name), reason);
                    if !is_trusted(context, i, line, &found.0, read.label.is_some()) {
                        continue;
                    }
                    // A name alone over the headline is the page's, before it is the article's.
                    let over = headline.unwrap_or_else(|| first_prose.unwrap_or(0).saturating_sub(PAGE_HEAD));
                    let masthead = read.label.is_none() && k + 1 < over;
                    if !masthead {
                        from_source.push(found);
                    } else {
                        from_masthead.push(found);
                    }
                }
            }
            LineRole::Date => {
                let dates = date_ranges(line, settings);
                if dates.is_empty() {
                    continue;
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
                        dateline::read_dateline(line).map(|read| read.reporters).unwrap_or_default();
                    if reporters.is_empty() {
                        reporters = ending::opening_reporters(line);
                    }
                    reporters.retain(|name| !is_noise(&line[name.clone()]));
                    take(line, span, &as_people(&reporters), &mut ends, "named in the dateline");
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
    // The names of desks, roles and schools are no papers.
    from_byline.retain(|(name, ..): &(String, Span, &str)| source::is_name(name) && source::is_outlet(name));
    from_meta.retain(|(name, ..): &(String, Span, &str)| source::is_name(name));
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
    // `Published in The Paper, May 3rd, 2021`
    if let Some(name) = source::read_source(line).filter(|read| read.label.is_some()).map(|read| read.name) {
        sources.push((clean(&line[name.clone()]), within(span, &name), "named behind a label"));
    }
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
            MetaKind::Category | MetaKind::Other if is_site(context, value) => {
                sources.push((clean(value), here, "named in the line of source and date"));
            }
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
