//! Copy that opens as wires open: the rows of its tables, and its signature.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::Context;

/// Bytes of the longest name that a wire signs with.
const LONGEST: usize = 24;

/// Rows of a table of earnings: lines that are set in as the dateline is, right under each other, are of its story.
pub(super) fn rows(view: &mut View<'_>) {
    const SET_IN: u32 = 2;
    let Some(opening) = view.context.observed.wire else { return };
    let (text, lines) = (view.context.text, &view.context.page.lines);
    let indent = lines[opening.dateline].indent(text);
    let under = lines.iter().enumerate().skip(opening.dateline + 1);
    let rows = under.take_while(|(_, line)| line.blank_before == 0 && line.indent(text) == indent);
    for (i, _) in rows.filter(|_| indent >= SET_IN) {
        let other = matches!(
            view.roles[i],
            R::Furniture | R::Standfirst | R::Kicker | R::Meta | R::Headline | R::Date
        );
        if other && !view.is_keyed(i) {
            view.set(i, R::Paragraph, "set in as the dateline over it is");
        }
    }
}

/// ` Reuter`: the name of the wire, alone on the last line.
pub(super) fn signature(view: &mut View<'_>) {
    let Some(last) = view.roles.len().checked_sub(1).filter(|&last| last > view.story) else { return };
    if signs(view.context, last, view.line(last)) && !view.is_keyed(last) {
        view.set(last, R::Source, "the wire signs its copy");
    }
}

/// Whether a line is the name that a wire puts under its copy.
pub(super) fn signs(context: &Context<'_>, i: usize, line: &str) -> bool {
    let closes = ["END", "ENDS", "MORE"].iter().any(|word| line.eq_ignore_ascii_case(word));
    context.observed.wire.is_some()
        && i + 1 == context.roles.len()
        && i.checked_sub(1).is_some_and(|before| context.roles[before].is_body())
        && line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line.chars().all(char::is_alphabetic)
        && !closes
}
