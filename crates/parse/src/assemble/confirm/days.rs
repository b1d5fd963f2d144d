//! Dates around the headline that were taken for something else.

use wirecopy_model::LineRole as R;

use super::View;
use crate::date::{self, FoundDate};
use crate::fields::meta::{self, MetaKind};

/// Longest line that is still a date and what belongs to it, in bytes.
const LONGEST: usize = 120;
/// Words beside the date that are still no sentence.
const WORDS: usize = 8;

/// Finds the date of an article that has none, in the lines around its headline.
pub(super) fn dates(view: &mut View<'_>) {
    let settings = date::Context::default();
    let full =
        |f: &FoundDate| f.value.is_some_and(|value| value.day().is_some()) || !f.alternatives.is_empty();
    let dated = (0..view.roles.len()).any(|i| {
        matches!(view.roles[i], R::Date | R::Meta | R::Byline | R::Source)
            && date::scan(view.line(i), &settings).iter().any(|f| full(f) || f.form == date::Form::Relative)
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
        let dates = date::scan(line, &settings);
        let residue = date::residue(line, &dates);
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
        view.roles[i] = role;
        // A time of day on the line below belongs to it.
        if let Some(next) = view.roles.get(i + 1).filter(|role| **role == R::Furniture) {
            debug_assert_eq!(*next, R::Furniture);
            let line = view.line(i + 1);
            let times = date::scan(line, &settings);
            if !times.is_empty()
                && times.iter().all(|f| f.form == date::Form::Time)
                && date::residue(line, &times).is_empty()
            {
                view.roles[i + 1] = R::Date;
            }
        }
    }
}
