//! Which of the dates of an article is its publication and which its update.

use wirecopy_model::{Code, Diagnostic, LineRole, PublishedAt, Span, Stamp};

use super::Context;
use super::clean::{clean, within};
use crate::date::{self, Doubt, Form, FoundDate, Label};

/// Bytes at the head of a dateline in which a labelled date may stand before it.
const LABELLED: usize = 24;

/// A date found in a line of the record.
#[derive(Debug, Clone)]
struct Candidate {
    line: usize,
    span: Span,
    /// A time on the line before or after it.
    beside: Option<Span>,
    label: Option<Label>,
    found: FoundDate,
    role: LineRole,
    /// After the body: end matter dates an article only when its header does not.
    tail: bool,
}

/// Publication and update, each with where it stands, and what was doubtful.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    pub(crate) published: Option<(Stamp, Vec<Span>)>,
    pub(crate) updated: Option<(Stamp, Vec<Span>)>,
    pub(crate) rivals: Vec<(&'static str, String, Span, String)>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the dates of the lines of one record.
pub(crate) fn read(context: &Context<'_>, members: &[usize], settings: &date::Context) -> Dates {
    let mut candidates = collect(context, members, settings);
    if !candidates.iter().any(|c| c.found.value.is_some() || !c.found.alternatives.is_empty()) {
        candidates.extend(beside_headline(context, members, settings));
    }
    page_clock(context, members, &mut candidates);
    combine(&mut candidates, context.text, settings);
    settle(&mut candidates, context, settings);
    let mut dates = Dates::default();
    let is_updated = |c: &&Candidate| c.label == Some(Label::Updated);
    let good = |c: &&Candidate| c.found.value.is_some() || !c.found.alternatives.is_empty();
    let headline = members.iter().copied().rfind(|&i| context.roles[i] == LineRole::Headline);
    let rank = |c: &Candidate| {
        let role = match c.role {
            LineRole::Date | LineRole::Meta => 0,
            LineRole::Byline | LineRole::Source => 1,
            _ => 2,
        };
        // Of two dates the one over the headline is the page's clock or the day of the paper.
        let over = headline.is_some_and(|headline| c.line < headline);
        (u8::from(c.label != Some(Label::Published)), u8::from(c.tail), role, u8::from(over))
    };
    let published = candidates.iter().filter(|c| !is_updated(c) && good(c)).min_by_key(|c| rank(c));
    // The same day may be written again with its time.
    let published = published.map(|first| {
        let day = first.found.value.and_then(PublishedAt::day);
        let finer = candidates.iter().find(|c| {
            !is_updated(c)
                && c.found.value.is_some_and(|v| matches!(v, PublishedAt::Moment { .. }))
                && c.found.value.and_then(PublishedAt::day) == day
                && c.label == first.label
        });
        match first.found.value {
            Some(PublishedAt::Day(_)) => finer.unwrap_or(first),
            _ => first,
        }
    });
    let updated = candidates.iter().filter(is_updated).find(good);
    let relative = |wanted: bool| {
        candidates
            .iter()
            .find(|c| (c.label == Some(Label::Updated)) == wanted && c.found.form == Form::Relative)
    };
    // A day without its year says more than three hours ago, and is as little a value.
    let yearless = || candidates.iter().find(|c| !is_updated(c) && is_yearless(c) && !c.tail);
    let published = published.or_else(yearless).or_else(|| relative(false));
    let updated = updated.or_else(|| relative(true));
    for candidate in &candidates {
        let chosen = [published, updated].into_iter().flatten().any(|c| std::ptr::eq(c, candidate));
        if !chosen {
            let field = if candidate.label == Some(Label::Updated) { "updated" } else { "published" };
            let value = candidate.found.value.map_or_else(|| "no value".to_owned(), |v| v.to_string());
            let reason = if candidate.found.value.is_none() {
                "its words do not settle a day"
            } else if candidate.tail {
                "stands after the story"
            } else {
                "another date goes before it by its label or place"
            };
            dates.rivals.push((field, value, candidate.span, reason.to_owned()));
        }
    }
    for candidate in [published, updated].into_iter().flatten() {
        doubts(context, candidate, &mut dates.diagnostics);
    }
    dates.published = published.map(|c| stamp(context, c));
    dates.updated = updated.map(|c| stamp(context, c));
    if let (Some((p, _)), Some((u, spans))) = (&dates.published, &dates.updated) {
        let (p, u) = (p.value.and_then(PublishedAt::day), u.value.and_then(PublishedAt::day));
        if let (Some(p), Some(u)) = (p, u)
            && u < p
        {
            let message = format!("updated on {u}, but published on {p}");
            dates.diagnostics.push(Diagnostic::new(
                Code::UPDATED_BEFORE_PUBLISHED,
                spans.first().copied(),
                message,
            ));
        }
    }
    dates
}

/// Takes away dates without a label that stand far over the headline: the clock of the page.
fn page_clock(context: &Context<'_>, members: &[usize], candidates: &mut Vec<Candidate>) {
    const FAR: usize = 8;
    let Some(headline) = members.iter().copied().find(|&i| context.roles[i] == LineRole::Headline) else {
        return;
    };
    let of_page = |c: &Candidate| c.label.is_none() && c.role == LineRole::Date && c.line + FAR < headline;
    candidates.retain(|c| !of_page(c));
}

fn collect(context: &Context<'_>, members: &[usize], settings: &date::Context) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut waiting: Option<(usize, Label)> = None;
    let last_prose = members.iter().rposition(|&i| context.roles[i].is_prose());
    let first_prose = members.iter().position(|&i| context.roles[i].is_prose());
    for (k, &i) in members.iter().enumerate() {
        let role = context.roles[i];
        let dated = matches!(role, LineRole::Date | LineRole::Meta | LineRole::Byline | LineRole::Source)
            || (role == LineRole::Kicker && first_prose.is_none_or(|first| k < first))
            || role == LineRole::Dateline
                && context.line(i).get(..LABELLED).is_some_and(|head| head.contains(':'));
        if !dated {
            continue;
        }
        let line_span = context.value_of(i, role);
        let line = line_span.text(context.text).unwrap_or("");
        let found = context.dates(i, line, settings);
        if found.is_empty() {
            if let Some(label) = date::lone_label(line) {
                waiting = Some((i, label));
            }
            continue;
        }
        let tail = last_prose.is_some_and(|last| k > last);
        for (n, found) in found.into_iter().enumerate() {
            // `Updated: 2008-10-28 23:12 TOWN -- The …`: only what is labelled and opens the line is not the dateline's.
            if role == LineRole::Dateline && (found.label.is_none() || found.span.start > LABELLED) {
                continue;
            }
            if ends_offer(line.get(..found.span.start).unwrap_or("")) {
                continue;
            }
            // A label whose date stands on the next line.
            let inherited = waiting.filter(|(at, _)| n == 0 && i.abs_diff(*at) <= 2).map(|(_, label)| label);
            let label = found.label.or(inherited);
            candidates.push(Candidate {
                line: i,
                span: with_stop(context.text, within(line_span, &found.span)),
                beside: None,
                label,
                found,
                role,
                tail,
            });
        }
        waiting = None;
    }
    candidates
}

/// `Verfügbar bis`: the day after which a film or an offer is gone dates nothing else.
fn ends_offer(before: &str) -> bool {
    const UNTIL: &[&str] = &[
        "bis",
        "bis zum",
        "until",
        "till",
        "jusqu'au",
        "jusqu’au",
        "hasta",
        "hasta el",
        "até",
        "fino al",
        "tot",
        "til",
        "till och med",
        "do",
        "до",
        "expires",
        "expires on",
        "まで",
    ];
    let before = before.trim_end();
    UNTIL.iter().any(|word| {
        before
            .strip_suffix(word)
            .is_some_and(|rest| rest.ends_with(|c: char| !c.is_alphanumeric()) || rest.is_empty())
    })
}

/// A date in a line that was taken for furniture, when no other line gives one: right over the headline or between it
/// and the story, with hardly a word beside it. A masthead's clock stands farther off.
fn beside_headline(context: &Context<'_>, members: &[usize], settings: &date::Context) -> Option<Candidate> {
    const OVER: usize = 2;
    const WORDS: usize = 4;
    let story = members.iter().copied().find(|&i| context.roles[i].is_prose())?;
    let headline = members.iter().copied().rfind(|&i| i < story && context.roles[i] == LineRole::Headline)?;
    let mut found = (headline.saturating_sub(OVER)..story)
        .filter(|&i| context.roles[i] == LineRole::Furniture)
        .filter_map(|i| {
            let line = context.line(i);
            let dates = context.dates(i, line, settings);
            let few = date::residue(line, &dates).words <= WORDS && line.len() <= 100;
            let full = |f: &&FoundDate| f.value.is_some_and(|value| value.day().is_some());
            let found = dates.iter().find(full).filter(|_| few)?.clone();
            let span = within(context.page.lines[i].trimmed, &found.span);
            Some(Candidate {
                line: i,
                span,
                beside: None,
                label: found.label,
                found,
                role: LineRole::Furniture,
                tail: false,
            })
        });
    let first = found.next()?;
    // Two of them are a list.
    if found.next().is_some_and(|second| {
        second.found.value.and_then(PublishedAt::day) != first.found.value.and_then(PublishedAt::day)
    }) {
        return None;
    }
    Some(first)
}

/// A day and a time on two lines, or set apart on one, are one date.
fn combine(candidates: &mut Vec<Candidate>, text: &str, settings: &date::Context) {
    let mut combined: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut rest = std::mem::take(candidates).into_iter().peekable();
    while let Some(mut first) = rest.next() {
        let merged = rest.peek().and_then(|second| merged(&first, second, text, settings));
        if let Some(found) = merged
            && let Some(second) = rest.next()
        {
            first.label = first.label.or(second.label);
            if first.line == second.line {
                first.span.start = first.span.start.min(second.span.start);
                first.span.end = first.span.end.max(second.span.end);
            } else {
                first.beside = Some(second.span);
            }
            first.found = found;
        }
        combined.push(first);
    }
    *candidates = combined;
}

/// What two candidates are together, when they are a day and a time side by side.
fn merged(first: &Candidate, second: &Candidate, text: &str, settings: &date::Context) -> Option<FoundDate> {
    let near =
        second.line.abs_diff(first.line) <= 1 && second.label.is_none_or(|label| Some(label) == first.label);
    match (&first.found.form, &second.found.form) {
        (Form::Absolute, Form::Time) if near => with_time(first, second, text, settings),
        (Form::Time, Form::Absolute) if near && first.label.is_none() => {
            with_time(second, first, text, settings)
        }
        _ => None,
    }
}

/// The day of one candidate with the time of another, read as if they stood side by side.
fn with_time(day: &Candidate, time: &Candidate, text: &str, settings: &date::Context) -> Option<FoundDate> {
    // What follows a day with its hour is the length of a film.
    if matches!(day.found.value, Some(PublishedAt::Moment { .. })) {
        return None;
    }
    let together = format!("{} {}", day.span.text(text)?, time.span.text(text)?);
    let mut found = date::scan(&together, settings);
    let one = found.len() == 1 && matches!(found[0].value, Some(PublishedAt::Moment { .. }));
    found.pop().filter(|_| one)
}

/// A story names days as near as this to its own, in days; a reading as far as that from all of them is wrong.
const STORY_DAYS: i64 = 10;
const FAR_DAYS: i64 = 25;

/// Settles dates whose day and month could be swapped by the other dates of the document.
fn settle(candidates: &mut [Candidate], context: &Context<'_>, settings: &date::Context) {
    if !candidates.iter().any(|c| c.found.doubts.contains(&Doubt::Ambiguous)) {
        return;
    }
    let mut certain: Vec<chrono::NaiveDate> =
        candidates.iter().filter_map(|c| c.found.value.and_then(PublishedAt::day)).collect();
    for (i, line) in context.page.lines.iter().enumerate() {
        if line.trimmed.len() < 600 && context.roles[i] != LineRole::Furniture {
            let found = context.dates(i, context.line(i), settings);
            certain.extend(found.iter().filter_map(|f| f.value.and_then(PublishedAt::day)));
        }
    }
    certain.sort_unstable();
    for candidate in candidates.iter_mut().filter(|c| c.found.doubts.contains(&Doubt::Ambiguous)) {
        let near = |value: &PublishedAt, days: i64| {
            value.day().is_some_and(|day| {
                let from = certain.partition_point(|other| (*other - day).num_days() < -days);
                certain.get(from).is_some_and(|other| (*other - day).num_days() <= days)
            })
        };
        // News tells of the days before it: of two readings one is near to what it tells, the other months away.
        let alternatives = &candidate.found.alternatives;
        let fitting = [(1, 1), (STORY_DAYS, FAR_DAYS)].into_iter().find_map(|(close, far)| {
            let mut fitting = alternatives.iter().copied().filter(|value| near(value, close));
            let value = fitting.next().filter(|_| fitting.next().is_none())?;
            alternatives.iter().all(|other| *other == value || !near(other, far)).then_some(value)
        });
        if let Some(value) = fitting {
            candidate.found.value = Some(value);
            candidate.found.alternatives.clear();
            candidate.found.doubts.retain(|d| *d != Doubt::Ambiguous);
        }
    }
}

/// `Aug 8`: a day of which nothing says the year.
fn is_yearless(candidate: &Candidate) -> bool {
    let found = &candidate.found;
    found.month_day.is_some()
        && found.value.is_none()
        && found.alternatives.is_empty()
        && found.form != Form::Relative
}

/// With the full stop of an abbreviation at its end: `25 nov.`, `10:30 น.`
fn with_stop(text: &str, span: Span) -> Span {
    const LETTERS: std::ops::RangeInclusive<usize> = 1..=4;
    /// Months and words as short as that in full.
    const WHOLE: &[&str] = &[
        "may", "mai", "maj", "mei", "maio", "mayo", "juin", "juni", "juli", "july", "june", "mars", "ago",
        "hoy", "uhr",
    ];
    let raw = span.text(text).unwrap_or("");
    let word = raw.rsplit(|c: char| c.is_whitespace() || c.is_ascii_digit()).next().unwrap_or("");
    let end = span.end as usize;
    let rest = text.get(end..).unwrap_or("");
    let stop = rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
    let short = LETTERS.contains(&word.chars().count())
        && word.chars().all(char::is_alphabetic)
        // `CET` closes a sentence as it would a line.
        && !word.chars().all(char::is_uppercase)
        && word.len() < raw.len()
        && !WHOLE.contains(&word.to_lowercase().as_str());
    if stop && short { Span::from_range(span.start as usize..end + 1) } else { span }
}

fn stamp(context: &Context<'_>, candidate: &Candidate) -> (Stamp, Vec<Span>) {
    let mut spans: Vec<Span> = [Some(candidate.span), candidate.beside].into_iter().flatten().collect();
    spans.sort_unstable_by_key(|span| span.start);
    let words: Vec<String> = spans.iter().map(|span| clean(span.text(context.text).unwrap_or(""))).collect();
    let raw = words.join(" ");
    let stamp = Stamp {
        raw,
        value: candidate.found.value,
        offset: candidate.found.offset.clone(),
        alternatives: candidate.found.alternatives.clone(),
    };
    (stamp, spans)
}

fn doubts(context: &Context<'_>, candidate: &Candidate, diagnostics: &mut Vec<Diagnostic>) {
    let raw = clean(candidate.span.text(context.text).unwrap_or(""));
    for doubt in &candidate.found.doubts {
        let (code, message, help) = match doubt {
            Doubt::Ambiguous => {
                let both: Vec<String> =
                    candidate.found.alternatives.iter().map(ToString::to_string).collect();
                (
                    Code::AMBIGUOUS_DATE,
                    format!("\"{raw}\" could be {}", both.join(" or ")),
                    Some("set the date order to settle it"),
                )
            }
            Doubt::OutOfRange => {
                (Code::DATE_OUT_OF_RANGE, format!("\"{raw}\" is no date of the calendar"), None)
            }
            Doubt::WeekdayMismatch => {
                (Code::WEEKDAY_MISMATCH, format!("the weekday of \"{raw}\" does not fall on its date"), None)
            }
            Doubt::CenturyAssumed => {
                (Code::CENTURY_ASSUMED, format!("\"{raw}\" gives the year in two digits"), None)
            }
            Doubt::AmbiguousZone => (
                Code::AMBIGUOUS_ZONE,
                format!("the zone of \"{raw}\" stands for several offsets"),
                Some("assume a zone to settle it"),
            ),
            Doubt::RelativeUnresolved => (
                Code::RELATIVE_DATE,
                format!("\"{raw}\" counts from a day that the text does not give"),
                Some("give a reference date to resolve it"),
            ),
        };
        let mut diagnostic = Diagnostic::new(code, Some(candidate.span), message);
        diagnostic.help = help.map(str::to_owned);
        diagnostics.push(diagnostic);
    }
    if is_yearless(candidate) {
        let message = format!("\"{raw}\" names no year");
        let mut diagnostic = Diagnostic::new(Code::NO_YEAR, Some(candidate.span), message);
        diagnostic.help = Some("give a reference date to tell the year".to_owned());
        diagnostics.push(diagnostic);
    }
    let alone = || date::scan(&raw, &date::Context::default());
    if candidate.beside.is_none()
        && candidate.found.value.is_some()
        && alone().iter().all(|f| f.form == Form::Time)
    {
        let message = format!("\"{raw}\" names no day; that of the other date was taken");
        diagnostics.push(Diagnostic::new(Code::DAY_ASSUMED, Some(candidate.span), message));
    }
    if candidate.found.offset.as_ref().is_some_and(|o| o.basis == wirecopy_model::OffsetBasis::Assumed) {
        let message = format!("\"{raw}\" names no zone; the one asked for was assumed");
        diagnostics.push(Diagnostic::new(Code::ZONE_ASSUMED, Some(candidate.span), message));
    }
}
