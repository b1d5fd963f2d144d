//! Captions and credits that a reader of credits is nearly certain of.

use wirecopy_model::LineRole as R;

use super::View;
use crate::fields::credit::{read_credit, split_caption};

/// How certain a credit behind a sentence must be, 0 to 1.
const CERTAIN: f32 = 0.88;

pub(super) fn captions(view: &mut View<'_>) {
    let from = view.header().start;
    let to = view.tail().end.min(view.end + 3).min(view.roles.len());
    for i in from..to {
        let role = view.roles[i];
        let m = *view.measure(i);
        if m.units > 600 || view.is_keyed(i) || Some(i) == view.head {
            continue;
        }
        if !matches!(
            role,
            R::Paragraph
                | R::Crosshead
                | R::Furniture
                | R::Standfirst
                | R::Headline
                | R::Source
                | R::Credit
                | R::Quote
                | R::ListItem
                | R::Kicker
        ) {
            continue;
        }
        let line = view.line(i);
        let read = split_caption(line);
        let Some(credit) = &read.credit else { continue };
        let labelled = credit.raw.start < credit.name.start;
        let Some(caption) = &read.caption else {
            if labelled
                && read.strength >= CERTAIN
                && matches!(role, R::Source | R::Furniture | R::Crosshead | R::Kicker | R::Paragraph)
                && i > from
                && read_credit(line).is_some()
            {
                view.roles[i] = R::Credit;
            }
            continue;
        };
        let words = line[caption.clone()].split_whitespace().count();
        let wide = m.wide > 6;
        let needed = match role {
            R::Credit => 0.8,
            _ => CERTAIN,
        };
        if read.strength >= needed && (words >= 3 || wide) && (labelled || role == R::Credit) {
            view.roles[i] = R::Caption;
        }
    }
}
