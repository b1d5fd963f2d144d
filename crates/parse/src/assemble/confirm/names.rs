//! Bylines around the story that were taken for something else.

use wirecopy_model::LineRole as R;

use super::View;
use crate::date;
use crate::fields::byline::{self, PersonKind};
use crate::fields::ending;
use crate::fields::names::looks_like_name;

/// Longest line that is read for a name, in bytes.
const LONGEST: usize = 160;
/// A bare name beside a date, an address or a role, 0 to 1.
const BESIDE: f32 = 0.6;

/// Finds the byline of an article that names no writer.
pub(super) fn bylines(view: &mut View<'_>) {
    let around = view.around();
    // Teasers far over the headline and between the paragraphs have writers of their own.
    let own = |i: usize| {
        !matches!(view.roles[i], R::Byline | R::Meta) || view.head.is_none() || around.contains(&i)
    };
    if (0..view.roles.len()).any(|i| names_writer(view, i) && own(i)) {
        return;
    }
    let found =
        around.iter().copied().find_map(|i| led(view, i).map(|role| (i, role, "a lead word and a person")));
    let found = found.or_else(|| {
        around
            .iter()
            .copied()
            .find(|&i| barred(view, i))
            .map(|i| (i, R::Meta, "a bar parts a person from a date"))
    });
    let found = found.or_else(|| authored(view).map(|i| (i, R::Byline, "says who wrote what follows")));
    let found = found.or_else(|| {
        around
            .iter()
            .copied()
            .find(|&i| beside(view, i))
            .map(|i| (i, R::Byline, "a person, in the company of a date, an address or a role"))
    });
    if let Some((i, role, why)) = found {
        view.set(i, role, why);
    }
}

/// `This post was authored by Ana Lima, Example House.`: a first line of its own that says who wrote what follows.
fn authored(view: &View<'_>) -> Option<usize> {
    const OF_TEXT: &[&str] = &[
        "post",
        "article",
        "story",
        "piece",
        "column",
        "artículo",
        "artigo",
        "articolo",
        "beitrag",
        "artikel",
    ];
    let i = view.story;
    let line = view.line(i);
    if line.len() > LONGEST || view.is_keyed(i) || !byline::may_be_named(line) {
        return None;
    }
    let read = view.readings().byline(i);
    let before = line[..read.lead.as_ref()?.start].to_lowercase();
    let person = read.people.first().filter(|p| p.kind == PersonKind::Person)?;
    (before.split_whitespace().any(|word| OF_TEXT.contains(&word))
        && looks_like_name(&line[person.name.clone()]) >= 0.45)
        .then_some(i)
}

/// Whether a line of its role gives a person.
fn names_writer(view: &View<'_>, i: usize) -> bool {
    match view.roles[i] {
        R::Byline | R::Meta => {
            let read = view.readings().dated_byline(i, &view.readings().date_spans(i));
            read.people.iter().any(|p| p.kind == PersonKind::Person)
        }
        R::Note | R::Paragraph | R::Dateline => {
            ending::end_credit(view.line(i)).is_some_and(|end| !end.authors.is_empty())
                || view.roles[i] == R::Dateline && !ending::opening_reporters(view.line(i)).is_empty()
        }
        _ => false,
    }
}

fn may_be(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    line.len() <= LONGEST
        && !view.is_keyed(i)
        && Some(i) != view.head
        && matches!(
            view.roles[i],
            R::Furniture
                | R::Crosshead
                | R::Caption
                | R::Credit
                | R::Kicker
                | R::Standfirst
                | R::Source
                | R::Paragraph
                | R::Headline
                | R::Date
        )
}

/// A lead word and a person behind it, and hardly anything else.
fn led(view: &View<'_>, i: usize) -> Option<R> {
    if !may_be(view, i) {
        return None;
    }
    let line = view.line(i);
    if i > view.end
        && ending::end_credit(line).is_some_and(|end| end.span.start == 0 && !end.authors.is_empty())
    {
        return Some(R::Byline);
    }
    if !byline::may_be_named(line) {
        return None;
    }
    let dates = view.readings().date_spans(i);
    let read = view.readings().dated_byline(i, &dates);
    // Inside a line the lead word is an everyday word, unless a known name follows it.
    if read.lead.as_ref()?.start > 3 {
        let known = |p: &byline::Person| looks_like_name(&line[p.name.clone()]) >= 0.6;
        if line.len() > 100 || !read.people.iter().filter(|p| p.kind == PersonKind::Person).all(known) {
            return None;
        }
    }
    let person = read.people.iter().any(|p| p.kind == PersonKind::Person);
    if !person || read.rest > line.len() / 4 {
        return None;
    }
    Some(if dates.is_empty() { R::Byline } else { R::Meta })
}

/// `Ana Lima|Published 15 hours ago`: a name that a bar parts from a date or its label.
fn barred(view: &View<'_>, i: usize) -> bool {
    const SHORT: usize = 80;
    let line = view.line(i);
    if line.len() > SHORT || !may_be(view, i) || view.roles[i] == R::Date {
        return false;
    }
    let Some((name, rest)) = line.split_once('|') else { return false };
    let dated =
        date::lone_label(rest.trim()).is_some() || !date::scan(rest, &date::Context::default()).is_empty();
    dated && looks_like_name(name.trim()) >= BESIDE
}

/// A bare name beside a date, an address or a line of roles, or with an address or a paper behind it.
fn beside(view: &View<'_>, i: usize) -> bool {
    if !may_be(view, i) || view.roles[i] == R::Date {
        return false;
    }
    let line = view.line(i);
    let read = view.readings().byline(i);
    let [person] = &read.people[..] else { return false };
    if person.kind != PersonKind::Person || read.rest > 0 {
        return false;
    }
    let score = looks_like_name(&line[person.name.clone()]);
    // `[某名，Example]`: so Japanese pages sign.
    let bracketed = person.affiliation.is_some()
        && line.starts_with(['[', '［', '【'])
        && line.ends_with([']', '］', '】']);
    if bracketed && score > 0.0 {
        return true;
    }
    if score < 0.45 {
        return false;
    }
    if read.email.is_some() || person.affiliation.is_some() && score >= 0.7 {
        return true;
    }
    // `Ana Lima, Coastline` right over or under the headline.
    let next_to_headline = view.head.is_some()
        && (i.abs_diff(view.top) <= 2 || view.head.is_some_and(|head| i.abs_diff(head) <= 2));
    if next_to_headline && score >= 0.9 && (read.place.is_some() || person.role.is_some()) {
        return true;
    }
    // `Автор:` on the line above.
    let over = i.checked_sub(1).map(|k| view.readings().byline(k));
    if over.is_some_and(|read| read.emptied && read.people.is_empty()) {
        return true;
    }
    if i > view.end {
        return false;
    }
    let near = [i.checked_sub(1), i.checked_add(1)];
    let dated = near.into_iter().flatten().filter(|k| *k < view.roles.len()).any(|k| {
        matches!(view.roles[k], R::Date | R::Meta)
            || view.roles[k] == R::Byline
            || view.line(k).contains('@') && view.line(k).len() <= 60
    });
    dated && score >= BESIDE
}
