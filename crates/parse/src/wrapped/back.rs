//! An answer about the joined copy, moved back to the lines of the document.

use std::borrow::Cow;

use wirecopy_model::{Article, Evidence, LayoutKind, Span};

use super::Joined;
use crate::assemble::clean;
use crate::lines::{self, Line, is_blank_char};
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
    let of_document = |span: &mut Span| *span = joined.gaps.old_span(*span);
    layout.kind = LayoutKind::HardWrapped;
    layout.lines = each_line(layout.lines, joined, lines);
    diagnostics.iter_mut().filter_map(|note| note.span.as_mut()).for_each(of_document);
    decisions.iter_mut().for_each(|decision| of_document(&mut decision.span));
    for article in &mut articles {
        raw_words(article, &text, joined);
        article.diagnostics.iter_mut().filter_map(|note| note.span.as_mut()).for_each(of_document);
        let mut moved = Evidence::default();
        for (field, spans) in article.evidence.iter() {
            for part in spans.iter().flat_map(|span| parts(&text, joined.gaps.old_span(*span))) {
                moved.add(field, part);
            }
        }
        article.evidence = moved;
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
        .filter(|part| part.text(text).is_some_and(|words| !words.trim_matches(is_blank_char).is_empty()))
        .collect()
}

/// Raw words over a divided word are those of the text as it came.
fn raw_words(article: &mut Article, text: &str, joined: &Joined) {
    let Article { published, updated, dateline, figures, evidence, .. } = article;
    let restore = |raw: &mut String, field: &str| {
        if let [span] = evidence.of(field) {
            let span = joined.gaps.old_span(*span);
            if joined.gaps.put_together(span) {
                *raw = clean(span.text(text).unwrap_or_default());
            }
        }
    };
    for (stamp, field) in [(published, "published"), (updated, "updated")] {
        if let Some(stamp) = stamp {
            restore(&mut stamp.raw, field);
        }
    }
    if let Some(dateline) = dateline {
        restore(&mut dateline.raw, "dateline");
        if let Some(date) = &mut dateline.date {
            restore(&mut date.raw, "dateline.date");
        }
    }
    for (k, figure) in figures.iter_mut().enumerate() {
        if let Some(credit) = &mut figure.credit {
            restore(&mut credit.raw, &format!("figures[{k}].credit"));
        }
    }
}
