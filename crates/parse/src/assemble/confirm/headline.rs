//! The headline over the story, when only the title of the browser window was found.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::are_copies;

/// Shortest line that is compared with a headline, in units.
const SHORTEST: u32 = 20;
/// How far under its second copy the story may begin.
const REACH: usize = 12;

/// Marks a second copy of the headline that the story follows.
pub(super) fn copies(view: &mut View<'_>) {
    let Some(first) = view.roles.iter().position(|role| *role == R::Headline) else { return };
    let Some(zone) = view.context.observed.zone else { return };
    let prose = |i: usize| {
        let m = view.measure(i);
        m.units >= 120 && m.ends_sentence() || m.units >= 200
    };
    let copy = (first + 1..=zone.last).rev().find(|&i| {
        matches!(
            view.roles[i],
            R::Furniture | R::Kicker | R::Caption | R::Crosshead | R::Standfirst | R::Paragraph
        ) && view.measure(i).units >= SHORTEST
            && (i + 1..=zone.last.min(i + REACH)).any(prose)
            && are_copies(view.line(first), view.line(i))
    });
    if let Some(copy) = copy {
        view.roles[copy] = R::Headline;
    }
}
