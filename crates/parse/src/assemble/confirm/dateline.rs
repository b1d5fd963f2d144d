//! Datelines at the head of the story.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::fields::dateline::{read_dateline, strength_alone};

/// Paragraphs at the head of the story that may open with the dateline: a deck or a caption may stand before it.
const PARAGRAPHS: usize = 3;
/// How certain a dateline must be, 0 to 1, when nothing else speaks for it.
const CERTAIN: f32 = 0.55;
/// What it adds that the town or the agency is named again in the text.
const NAMED_AGAIN: f32 = 0.25;
/// Least certainty that naming again can raise.
const LEAST: f32 = 0.25;

/// Finds the dateline that opens the story, when no line has been given its role.
pub(super) fn opening(view: &mut View<'_>) {
    if view.has(R::Dateline) {
        return;
    }
    // Alone on its line right over the story.
    if let Some(i) = view.story.checked_sub(1).filter(|&i| view.head.is_none_or(|head| head < i))
        && matches!(view.roles[i], R::Furniture | R::Byline | R::Crosshead | R::Kicker | R::Source)
        && !view.is_keyed(i)
        && strength_alone(view.line(i), read_dateline(view.line(i)).as_ref()) >= 0.4
    {
        view.set(i, R::Dateline, "a place or an agency alone, right over the story");
        return;
    }
    let opens = (view.story..=view.end).filter(|&i| view.roles[i].is_prose()).take(PARAGRAPHS);
    let found = opens.into_iter().find(|&i| {
        let line = view.line(i);
        let Some(read) = read_dateline(line).filter(|read| !read.alone) else { return false };
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
            strength += if again { NAMED_AGAIN } else { 0.0 };
        }
        strength >= CERTAIN
    });
    if let Some(i) = found {
        view.set(i, R::Dateline, "opens with a place, a date or an agency and a mark");
    }
}
