//! The document itself, each line behind its role.

use wirecopy_parse::{LayoutLine, Parsed};

use super::{DIM, role_style};
use crate::terminal::{cut, escape, head};

/// Width of the longest role, `standfirst`.
const ROLE: usize = 10;
/// Columns before the text: role, confidence, bar.
const GUTTER: usize = ROLE + 8;
/// Below this a line is doubtful, and its reasons are shown unasked.
const DOUBTFUL: f32 = 0.6;

/// Draws every line; blank lines stay where they were.
pub(crate) fn draw(out: &mut String, parsed: &Parsed<'_>, width: usize, why: bool) {
    let room = width.saturating_sub(GUTTER).max(10);
    let mut last = 0;
    for line in &parsed.layout().lines {
        for _ in last + 1..line.number {
            out.push_str(&format!(
                "{:1$} {DIM}|{DIM:#}
",
                "",
                ROLE + 5
            ));
        }
        last = line.number;
        draw_line(out, line, line.span.text(parsed.text()).unwrap_or_default(), room);
        if why || line.confidence < DOUBTFUL {
            draw_reasons(out, line, room);
        }
    }
}

fn draw_line(out: &mut String, line: &LayoutLine, text: &str, room: usize) {
    let style = role_style(line.role);
    // A tab or a stray escape of a long line is not worth escaping megabytes for.
    let text = escape(head(text, room));
    out.push_str(&format!(
        "{style}{:ROLE$}{style:#} {DIM}{:.2} |{DIM:#} {style}{}{style:#}\n",
        line.role.as_str(),
        line.confidence,
        cut(&text, room),
    ));
}

fn draw_reasons(out: &mut String, line: &LayoutLine, room: usize) {
    for reason in &line.reasons {
        let text = escape(&reason.text);
        let words = cut(&text, room.saturating_sub(8));
        // What settled the role has no weight beside others.
        let weight = if reason.weight == 0.0 { "   !".to_owned() } else { format!("{:+.1}", reason.weight) };
        out.push_str(&format!("{:1$} {DIM}|   {weight} {words}{DIM:#}\n", "", ROLE + 5));
    }
}
