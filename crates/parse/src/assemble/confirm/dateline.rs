//! Datelines at the head of the story.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::fields::dateline::strength_alone;

/// Paragraphs at the head of the story that may open with the dateline: a deck or a caption may stand before it.
const PARAGRAPHS: usize = 3;
/// How certain a dateline must be, 0 to 1, when nothing else speaks for it.
const CERTAIN: f32 = 0.55;
/// What it adds that the town or the agency is named again in the text.
const NAMED_AGAIN: f32 = 0.25;
/// What it adds that the name ends as those of towns do and the sentence opens with an article.
const TOWN: f32 = 0.3;
/// Least certainty that naming again can raise.
const LEAST: f32 = 0.25;

/// A dateline that is certain by itself, and bytes of its sentence that stand on its line.
const SURE: f32 = 0.85;
const GOES_ON: usize = 12;

/// The first line of a wrapped paragraph that opens with place and day was taken for one of author and date.
fn wrapped(view: &mut View<'_>) {
    let from = view.head.map_or(0, |head| head + 1);
    let found = (from..view.story.min(from + PARAGRAPHS) + 1).find(|&i| {
        let next = view.roles.get(i + 1);
        view.roles.get(i) == Some(&R::Meta)
            && matches!(next, Some(R::Dateline | R::Paragraph))
            && view.context.page.lines[i + 1].blank_before == 0
            && !view.is_keyed(i)
            && !view.measure(i).ends_sentence()
            && view.readings().dateline(i).is_some_and(|read| {
                read.strength >= SURE
                    && read.place.is_some()
                    && read.date.is_some()
                    && read.end + GOES_ON <= view.line(i).len()
            })
    });
    if let Some(i) = found {
        view.set(i, R::Dateline, "opens with a place and a day, and the sentence goes on below");
    }
}

/// `Neustadt. Die A 77 …`, `Seldheim. Am Montag …`: how local papers in German open a report.
fn is_town_of_german(place: &str, rest: &str) -> bool {
    const ENDS: &[&str] = &[
        "stadt", "stedt", "burg", "heim", "dorf", "hausen", "berg", "furt", "bach", "ingen", "kirchen",
        "hafen", "bruck", "brück", "münde", "rode", "walde", "feld", "tal", "münster", "bronn", "weiler",
        "büttel", "holz", "wiesen",
    ];
    const FIRST: &[&str] = &[
        "Der", "Die", "Das", "Ein", "Eine", "Am", "Im", "Bei", "In", "Auf", "Nach", "Mit", "Wegen", "Zwei",
        "Drei",
    ];
    let first = rest.split(' ').next().unwrap_or("");
    !place.contains(' ')
        && FIRST.contains(&first)
        && place.len() > 6
        && ENDS.iter().any(|end| place.ends_with(end))
}

/// Whether place and agency, and nothing else, stand in a line that was taken for a caption.
fn agency_alone(view: &View<'_>, i: usize) -> bool {
    view.readings()
        .dateline(i)
        .is_some_and(|read| read.alone && read.place.is_some() && read.agency.is_some())
}

/// `Lugarverde -` between a deck that was taken for the first paragraph and the story.
fn alone_under_deck(view: &mut View<'_>) -> bool {
    const SHORT: usize = 40;
    let (deck, i) = (view.story, view.story + 1);
    let under_head = view.head.is_some_and(|head| head + 3 >= deck);
    if !under_head || i >= view.end || !view.roles[i + 1].is_prose() || view.is_keyed(i) {
        return false;
    }
    let line = view.line(i);
    let marked = line.ends_with(['-', '–', '—', ':', '/', '.']);
    let found = matches!(view.roles[i], R::Furniture | R::Byline | R::Crosshead | R::Kicker | R::Source)
        && line.len() <= SHORT
        && marked
        && strength_alone(line, view.readings().dateline(i)) >= 0.4;
    if found {
        view.set(i, R::Dateline, "a place alone on its line, with a mark behind it");
        view.set(deck, R::Standfirst, "the dateline stands under it");
    }
    found
}

/// Finds the dateline that opens the story, when no line has been given its role.
pub(super) fn opening(view: &mut View<'_>) {
    wrapped(view);
    if view.has(R::Dateline) {
        return;
    }
    // Alone on its line right over the story.
    if let Some(i) = view.story.checked_sub(1).filter(|&i| view.head.is_none_or(|head| head < i))
        && (matches!(view.roles[i], R::Furniture | R::Byline | R::Crosshead | R::Kicker | R::Source)
            || view.roles[i] == R::Caption && agency_alone(view, i))
        && !view.is_keyed(i)
        && strength_alone(view.line(i), view.readings().dateline(i)) >= 0.4
    {
        view.set(i, R::Dateline, "a place or an agency alone, right over the story");
        return;
    }
    if alone_under_deck(view) {
        return;
    }
    let opens = (view.story..=view.end).filter(|&i| view.roles[i].is_prose()).take(PARAGRAPHS);
    let found = opens.into_iter().find(|&i| {
        let line = view.line(i);
        let Some(read) = view.readings().dateline(i).filter(|read| !read.alone) else { return false };
        let rest = &line[read.end..];
        if rest.len() < 40 {
            return false;
        }
        let mut strength = read.strength;
        if (LEAST..CERTAIN).contains(&strength) {
            let name = read.place.as_ref().or(read.agency.as_ref()).map(|range| key(&line[range.clone()]));
            let again = name.filter(|name| name.len() >= 3).is_some_and(|name| {
                (0..view.roles.len()).take(200).any(|k| {
                    let text = if k == i { rest } else { view.line(k) };
                    key(text).contains(&name)
                })
            });
            let town =
                || read.place.as_ref().is_some_and(|place| is_town_of_german(&line[place.clone()], rest));
            strength += if again {
                NAMED_AGAIN
            } else if town() {
                TOWN
            } else {
                0.0
            };
        }
        strength >= CERTAIN
    });
    if let Some(i) = found {
        view.set(i, R::Dateline, "opens with a place, a date or an agency and a mark");
    }
}
