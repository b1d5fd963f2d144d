//! An answer about the joined copy, moved back to the lines of the document.

use std::borrow::Cow;

use wirecopy_model::{LayoutKind, Span};

use super::Joined;
use crate::lines::{self, Line};
use crate::moved;
use crate::parsed::{LayoutLine, Parsed};

/// Moves an answer about the joined copy to the text: each line of a paragraph has its role, and what stands on several lines
/// has a span on each.
pub(crate) fn to_lines<'t>(
    parsed: Parsed<'_>,
    text: Cow<'t, str>,
    joined: &Joined,
    lines: &[Line],
) -> Parsed<'t> {
    let Parsed { encoding, format, mut articles, mut diagnostics, mut layout, mut decisions, .. } = parsed;
    let place = |span| joined.gaps.old_span(span);
    layout.kind = LayoutKind::HardWrapped;
    layout.lines = each_line(layout.lines, joined, lines);
    moved::notes(&mut diagnostics, place);
    decisions.iter_mut().for_each(|decision| decision.span = place(decision.span));
    for article in &mut articles {
        moved::article(article, &text, place, |span| joined.gaps.put_together(span));
        article.evidence = moved::evidence(&article.evidence, |span| parts(&text, span));
    }
    Parsed {
        text,
        encoding,
        format,
        articles,
        diagnostics,
        layout,
        decisions,
        #[cfg(feature = "encoding")]
        repaired: None,
    }
}

/// Every line of the document, with what its paragraph was read as.
fn each_line(known: Vec<LayoutLine>, joined: &Joined, lines: &[Line]) -> Vec<LayoutLine> {
    let mut groups = joined.members.iter().peekable();
    let mut all = Vec::with_capacity(lines.len());
    for line in known {
        let number = line.number;
        match groups.next_if(|group| lines[group.start].number == number) {
            Some(group) => all.extend(lines[group.clone()].iter().map(|of| LayoutLine {
                number: of.number,
                span: of.span,
                reasons: line.reasons.clone(),
                ..line
            })),
            // A line that the format sets apart is in no group.
            None => all.push(LayoutLine { span: joined.gaps.old_span(line.span), ..line }),
        }
    }
    all
}

/// The parts of a span on the lines that it goes over.
fn parts(text: &str, span: Span) -> Vec<Span> {
    let Some(words) = span.text(text) else { return vec![span] };
    if memchr::memchr2(b'\n', b'\r', words.as_bytes()).is_none() {
        return vec![span];
    }
    let from = span.start as usize;
    lines::split(words)
        .iter()
        .map(|line| Span::from_range(from + line.trimmed.start as usize..from + line.trimmed.end as usize))
        .collect()
}
