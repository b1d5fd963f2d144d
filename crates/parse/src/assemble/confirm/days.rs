//! Dates around the headline that were taken for something else.

use wirecopy_model::LineRole as R;

use super::View;
use crate::date::{self, FoundDate};
use crate::fields::meta::{self, MetaKind};

/// Longest line that is still a date and what belongs to it, in bytes.
const LONGEST: usize = 120;
/// Lines over the headline beyond which a date is the page's.
const CLOCK: usize = 8;
/// Words beside the date that are still no sentence.
const WORDS: usize = 8;

/// Lines that were taken for a dateline or a headline and end in a day with its hour: `PLACE - Ana Lima (The Paper) - May 3, 2021 - 12:00am`.
fn mixed(view: &mut View<'_>) {
    for i in 0..=view.story {
        let Some(role @ (R::Dateline | R::Headline)) = view.roles.get(i).copied() else { continue };
        let line = view.line(i);
        if line.len() > LONGEST || view.is_keyed(i) {
            continue;
        }
        let dates = view.readings().dates(i);
        let hour = |f: &FoundDate| {
            let moment = |value: &wirecopy_model::PublishedAt| {
                matches!(value, wirecopy_model::PublishedAt::Moment { .. })
            };
            f.value.iter().chain(&f.alternatives).any(moment) || f.form == date::Form::Time
        };
        let ends = dates.last().is_some_and(|last| !line[last.span.end..].contains(char::is_alphanumeric));
        // `Coast.example - 02/11/2023, 21:34`: no headline, but the site and the hour.
        let headed = role == R::Headline && date::residue(line, dates).words > 3;
        if ends && !headed && dates.iter().any(full) && dates.iter().any(hour) {
            view.set(i, R::Meta, "a day with its hour ends it");
        }
    }
    view.find();
}

/// `Publisert`, `PUBLISHED: | UPDATED:`: labels whose dates were lost, in the header.
pub(super) fn labels(view: &mut View<'_>) {
    const OVER: usize = 4;
    const UNDER: usize = 6;
    const LONGEST_LABEL: usize = 60;
    let from = view.head.map_or(0, |_| view.top.saturating_sub(OVER));
    for i in from..(view.story + UNDER).min(view.roles.len()) {
        if !matches!(view.roles[i], R::Date | R::Meta | R::Headline)
            && view.line(i).len() <= LONGEST_LABEL
            && !view.is_keyed(i)
            && view.readings().lone_label(i).is_some()
        {
            view.set(i, R::Date, "the label of a date that was lost");
        }
    }
}

/// `1537`, `Word count: 212`, `Durée de l'audio 4:22`: lines that were taken for a date and hold none.
fn empty(view: &mut View<'_>) {
    for i in 0..view.roles.len() {
        let line = view.line(i);
        if view.roles[i] != R::Date
            || view.is_keyed(i)
            || line.len() > LONGEST
            || !line.bytes().any(|b| b.is_ascii_digit())
        {
            continue;
        }
        let dates = view.readings().dates(i);
        // A label whose date was cut: `Dodano: 93`.
        let bare = line.trim_matches(|c: char| !c.is_alphabetic());
        let labelled = || date::lone_label(bare).is_some();
        let lasts = dates.iter().all(|f| f.form == date::Form::Time && f.label.is_none())
            && date::residue(line, dates).words > 0;
        if (dates.is_empty() || lasts) && !labelled() {
            view.set(i, R::Furniture, "a number and no date");
        }
    }
}

/// The times of the entries of a live text: where most stand as dates, all do.
fn entries(view: &mut View<'_>) {
    const FEWEST: usize = 2;
    let is_time = |view: &View<'_>, i: usize| {
        let line = view.line(i);
        line.len() <= 8
            && line.contains([':', '.', 'h'])
            && line.starts_with(|c: char| c.is_ascii_digit())
            && {
                let dates = view.readings().dates(i);
                !dates.is_empty()
                    && dates.iter().all(|f| f.form == date::Form::Time)
                    && date::residue(line, dates).is_empty()
            }
    };
    let body = view.story + 1..view.roles.len();
    let found = body.clone().filter(|&i| view.roles[i] == R::Date && is_time(view, i)).take(FEWEST).count();
    if found < FEWEST {
        return;
    }
    for i in body {
        let next = view.roles.get(i + 1);
        let opens = next.is_some_and(|role| role.is_prose() || matches!(role, R::Crosshead | R::Headline));
        if view.roles[i] == R::Furniture && opens && is_time(view, i) && !view.is_keyed(i) {
            view.set(i, R::Date, "the time of an entry, as others here");
        }
    }
}

/// A time of day alone on the line under a day belongs to it.
fn times(view: &mut View<'_>) {
    for i in 0..view.roles.len().saturating_sub(1) {
        let other =
            matches!(view.roles[i + 1], R::Furniture | R::Crosshead | R::Kicker | R::ListItem | R::Source);
        if view.roles[i] != R::Date || !other || view.line(i + 1).len() > 16 || view.is_keyed(i + 1) {
            continue;
        }
        let line = view.line(i + 1);
        if !line.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        let times = view.readings().dates(i + 1);
        let hour = |f: &FoundDate| matches!(f.value, Some(wirecopy_model::PublishedAt::Moment { .. }));
        let day = view.readings().dates(i);
        if !times.is_empty()
            && times.iter().all(|f| f.form == date::Form::Time)
            && date::residue(line, times).is_empty()
            && day.iter().any(full)
            && !day.iter().any(hour)
        {
            view.set(i + 1, R::Date, "a time of day under its day");
        }
    }
}

fn full(f: &FoundDate) -> bool {
    f.value.is_some_and(|value| value.day().is_some()) || !f.alternatives.is_empty()
}

/// Finds the date of an article that has none, in the lines around its headline.
pub(super) fn dates(view: &mut View<'_>) {
    mixed(view);
    times(view);
    entries(view);
    empty(view);
    // Far over the headline stands the page's clock.
    let from = view.head.map_or(0, |head| head.saturating_sub(CLOCK));
    let dated = (from..view.roles.len()).any(|i| {
        matches!(view.roles[i], R::Date | R::Meta | R::Byline | R::Source)
            && view.readings().dates(i).iter().any(|f| full(f) || f.form == date::Form::Relative)
    });
    if dated {
        return;
    }
    let found = view.around().into_iter().find_map(|i| {
        let line = view.line(i);
        let may = matches!(
            view.roles[i],
            R::Furniture | R::Crosshead | R::Caption | R::Kicker | R::Standfirst | R::Paragraph | R::Credit
        );
        if !may
            || line.len() > LONGEST
            || view.is_keyed(i)
            || view.measure(i).ends_sentence() && line.len() > 60 && view.measure(i).pipes == 0
        {
            return None;
        }
        let dates = view.readings().dates(i);
        let residue = date::residue(line, dates);
        if residue.words > WORDS || !dates.iter().any(full) {
            return None;
        }
        let spans: Vec<_> = dates
            .iter()
            .map(|f| {
                f.label_span.clone().map_or(f.span.start, |label| label.start.min(f.span.start))..f.span.end
            })
            .collect();
        let mixed = meta::split_meta(line, &spans)
            .iter()
            .any(|part| matches!(part.what, MetaKind::Author | MetaKind::Source | MetaKind::Category));
        // What stands under the story dates it only with hardly a word beside the date.
        let under = i > view.end;
        if residue.words > 4 && (!mixed || under) || under && dates.iter().all(|f| f.label.is_none()) {
            return None;
        }
        Some((i, if mixed && residue.words > 0 { R::Meta } else { R::Date }))
    });
    if let Some((i, role)) = found {
        view.set(i, role, "a date near the headline, and hardly a word beside it");
        times(view);
    }
}
