//! The headline over the story, when only the title of the browser window was found.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::are_copies;
use crate::assemble::clean::key;
use crate::label::measure::is_bullet;

/// Shortest line that is compared with a headline, in units.
const SHORTEST: u32 = 20;
/// How far under its second copy the story may begin.
const REACH: usize = 12;

/// A kicker of so many words with a colon is the first half of a headline whose second half stands in quotation marks.
const HALF: u32 = 3;

/// Marks a second copy of the headline that the story follows, and the first half of one that was broken at its colon.
pub(super) fn copies(view: &mut View<'_>) {
    same(view);
    let half = (0..view.roles.len().saturating_sub(1)).find(|&i| {
        view.roles[i] == R::Kicker
            && view.roles[i + 1] == R::Headline
            && view.measure(i).words >= HALF
            && view.line(i).ends_with([':', '：'])
            && view.line(i + 1).starts_with(['"', '“', '„', '«', '»', '‘', '「', '『', '”'])
    });
    if let Some(i) = half {
        view.set(i, R::Headline, "announces with its colon what the headline quotes");
    }
    // `Key points` under the headline names the list that follows.
    let list = (1..view.roles.len().saturating_sub(1)).find(|&i| {
        view.roles[i] == R::Kicker && view.roles[i - 1] == R::Headline && view.roles[i + 1] == R::ListItem
    });
    if let Some(i) = list.filter(|&i| !view.is_keyed(i)) {
        view.set(i, R::Crosshead, "names the list under it");
    }
    let Some(first) = view.roles.iter().position(|role| *role == R::Headline) else { return };
    let Some(zone) = view.context.observed.zone else { return };
    // Under more than a teaser or two stands a story, and the copy below it is a link.
    const TEASERS: usize = 8;
    let mut stories = (first..view.roles.len()).filter(|&k| view.roles[k].is_prose());
    let farthest = stories.nth(TEASERS).unwrap_or(view.roles.len());
    let prose = |i: usize| {
        let m = view.measure(i);
        m.units >= 120 && m.ends_sentence() || m.units >= 200
    };
    let copy = (first + 1..=zone.last).rev().find(|&i| {
        matches!(
            view.roles[i],
            R::Furniture | R::Kicker | R::Caption | R::Crosshead | R::Standfirst | R::Paragraph
        ) && view.measure(i).units >= SHORTEST
            && i <= farthest
            && !is_bullet(view.measure(i).first)
            && (i + 1..=zone.last.min(i + REACH)).any(prose)
            && are_copies(view.line(first), view.line(i))
    });
    if let Some(copy) = copy {
        view.set(copy, R::Headline, "says the headline again, right over the story");
    }
}

/// A headline without its key.
fn value<'t>(view: &'t View<'_>, i: usize) -> &'t str {
    view.context.value_of(i, R::Headline).text(view.context.text).unwrap_or("")
}

/// A line that says again word for word what the headline right over it says.
fn same(view: &mut View<'_>) {
    const NEAR: usize = 3;
    for i in 0..view.roles.len() {
        if view.roles[i] != R::Headline || view.measure(i).units < SHORTEST {
            continue;
        }
        for k in i + 1..(i + 1 + NEAR).min(view.roles.len()) {
            if matches!(view.roles[k], R::Byline | R::Source | R::Meta | R::Credit | R::Dateline)
                && (key(view.line(k)) == key(view.line(i)) || key(view.line(k)) == key(value(view, i)))
            {
                let wrapped = view.roles[k] == R::Dateline;
                view.set(k, R::Headline, "says the headline again, word for word");
                // What was taken for the rest of a dateline is the story.
                for below in k + 1..view.roles.len() {
                    if !wrapped || view.roles[below] != R::Dateline {
                        break;
                    }
                    view.set(below, R::Paragraph, "the headline stands over it, no dateline");
                }
            }
        }
    }
}
