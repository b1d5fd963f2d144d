//! The last paragraph, when it is none of the story's: who the writer is, or what the next part tells.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::flows;
use crate::fields::byline::PersonKind;
use crate::fields::credit_label::strip_folded;
use crate::fields::signature;

/// Longest note on a writer and longest line on the next part, in bytes.
const LONGEST: usize = 700;
const ANNOUNCED: usize = 160;
/// Lines of prose that a story has before its note.
const STORY: usize = 2;

/// Days and other words before a colon that say when a series goes on, in small letters.
#[rustfmt::skip]
const NEXT: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "next", "next week", "coming up",
    "next time", "in the next part", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "morgen",
    "nächste woche", "im nächsten teil", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "demain",
    "prochain épisode", "la semaine prochaine", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "mañana",
    "próxima entrega", "próximo capítulo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "domani",
    "amanhã", "завтра", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "jutro", "i morgon", "i morgen",
];

/// Makes a note of a last paragraph that opens with the writer's full name, or with the day of the next part.
pub(super) fn notes(view: &mut View<'_>) {
    let Some(last) = (view.story..view.roles.len()).rev().find(|&i| view.roles[i].is_prose()) else { return };
    let layout = &view.context.observed.layout;
    let lines = &view.context.page.lines;
    let mut first = last;
    while first > view.story
        && view.roles[first - 1] == view.roles[last]
        && flows(view.context.text, lines, first - 1, first, layout)
    {
        first -= 1;
    }
    let before = (view.story..first).filter(|&i| view.roles[i].is_prose()).count();
    let length: usize = (first..=last).map(|i| view.line(i).len()).sum();
    if view.roles[last] != R::Paragraph || before < STORY || length > LONGEST || view.is_keyed(last) {
        return;
    }
    let why = if opens_with_writer(view, first) {
        "opens with the full name of its writer"
    } else if first == last && is_biography(view, last) {
        "says who the writer is"
    } else if first == last && announces(view, last) {
        "says when the series goes on"
    } else {
        return;
    };
    for i in first..=last {
        view.set(i, R::Note, why);
    }
}

/// `Ana Lima writes features for the Chronicle.`: what a writer does, of somebody whom the story does not name.
fn is_biography(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    if line.len() > LONGEST || !line.starts_with(char::is_uppercase) {
        return false;
    }
    let Some(name) = signature::in_biography(line) else { return false };
    let last = line[name].split_whitespace().next_back().unwrap_or("");
    last.len() > 2 && !(view.story..i).any(|k| view.roles[k].is_prose() && view.line(k).contains(last))
}

/// `Ana Lima's second book …`, `Ana Lima — …`: the name of a byline, or of the columnist whom the headline names. Behind
/// a colon stands what somebody says.
fn opens_with_writer(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    if !line.starts_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    let opens = |name: &str| {
        name.contains(' ')
            && strip_folded(line, name)
                .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric() && c != ':' && c != '：'))
    };
    let first = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    let says = |k: usize| view.line(k).len() <= LONGEST && view.line(k).to_lowercase().contains(&first);
    let told = |k: &usize| matches!(view.roles[*k], R::Byline | R::Meta | R::Headline) && says(*k);
    (0..i).filter(told).any(|k| match view.roles[k] {
        R::Byline | R::Meta => {
            let line = view.line(k);
            let read = view.readings().dated_byline(k, &view.readings().date_spans(k));
            read.people
                .iter()
                .any(|person| person.kind == PersonKind::Person && opens(&line[person.name.clone()]))
        }
        R::Headline => {
            let line = view.line(k);
            signature::in_headline(line).is_some_and(|name| opens(&line[name]))
        }
        _ => false,
    })
}

/// `Thursday: what the warm winter did to the farms.`, and no other line of the story opens so.
fn announces(view: &View<'_>, i: usize) -> bool {
    let opens = |i: usize| {
        let line = view.line(i);
        let colon = line.find(':').filter(|at| *at <= 24);
        colon.is_some_and(|at| {
            line.len() > at + 2 && NEXT.contains(&line[..at].trim().to_lowercase().as_str())
        })
    };
    view.line(i).len() <= ANNOUNCED
        && view.measure(i).sentences <= 1
        && opens(i)
        && !(view.story..i).any(|k| view.roles[k].is_prose() && opens(k))
}
