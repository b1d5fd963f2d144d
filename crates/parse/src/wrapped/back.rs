//! An answer about the joined copy, moved back to the lines of the document.

use std::borrow::Cow;

use wirecopy_model::{LayoutKind, Span};

use super::Joined;
use crate::assemble::clean;
use crate::lines::Line;
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
    let words = |span| {
        let parts = parts(&text, lines, span);
        Some(parts.iter().filter_map(|part| part.text(&text)).map(clean).collect::<Vec<_>>().join(" "))
    };
    for article in &mut articles {
        moved::article(article, words, place, |span| joined.gaps.put_together(span));
        article.evidence = moved::evidence(&article.evidence, |span| parts(&text, lines, span));
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
fn parts(text: &str, lines: &[Line], span: Span) -> Vec<Span> {
    let broken = |words: &str| memchr::memchr2(b'\n', b'\r', words.as_bytes()).is_some();
    if !span.text(text).is_some_and(broken) {
        return vec![span];
    }
    let first = lines.partition_point(|line| line.trimmed.end <= span.start);
    let over = lines[first..].iter().take_while(|line| line.trimmed.start < span.end);
    over.map(|line| Span::new(line.trimmed.start.max(span.start), line.trimmed.end.min(span.end))).collect()
}
