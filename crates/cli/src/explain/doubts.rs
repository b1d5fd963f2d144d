//! What was doubtful, drawn at its place in the document.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use wirecopy_model::{Diagnostic, Severity, Span};

use super::place::Places;
use crate::advice;
use crate::document::Document;
use crate::terminal::{escape, escape_lines};

/// Bytes of a line kept on each side of a span: the rest of a line that is megabytes long helps nobody.
const AROUND: usize = 400;

/// Draws one diagnostic.
pub(crate) fn draw(
    out: &mut String,
    doubt: &Diagnostic,
    document: &Document<'_>,
    places: &Places<'_>,
    width: usize,
) {
    let level = match doubt.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        _ => Level::INFO,
    };
    let message = escape(&doubt.message);
    let code = escape(doubt.code.as_str());
    let mut group: Group<'_> = Group::with_title(level.primary_title(message.as_ref()).id(code.as_ref()));
    let excerpt = doubt.span.and_then(|span| Excerpt::new(span, document.parsed.text(), places));
    let name = escape(document.name);
    if let Some(excerpt) = &excerpt {
        group = group.element(
            Snippet::source(excerpt.text.as_str())
                .line_start(excerpt.line)
                .path(name.as_ref())
                .fold(false)
                .annotation(AnnotationKind::Primary.span(excerpt.marked.clone())),
        );
    }
    let help = advice::help(doubt).map(|help| escape_lines(&help));
    if let Some(help) = &help {
        group = group.element(Element::from(Level::HELP.message(help.as_str())));
    }
    // Styles are taken out by the stream where they are not wanted.
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(width);
    out.push_str(&renderer.render(&[group]));
    out.push('\n');
}

/// The line of a span, safe to draw, and where the span lies in it.
struct Excerpt {
    text: String,
    line: usize,
    marked: Range<usize>,
}

impl Excerpt {
    fn new(span: Span, text: &str, places: &Places<'_>) -> Option<Self> {
        let line = places.line(span)?;
        let range = line.span.range();
        let start = floor(text, span.range().start.clamp(range.start, range.end));
        // A span over several lines is marked to the end of its first one.
        let end = floor(text, span.range().end.clamp(start, range.end));
        let from = floor(text, start.saturating_sub(AROUND).max(range.start));
        let kept = floor(text, end.min(start.saturating_add(AROUND)));
        let to = floor(text, kept.saturating_add(AROUND).min(range.end));
        let before = escape(text.get(from..start)?);
        let under = escape(text.get(start..kept)?);
        let after = escape(text.get(kept..to)?);
        let marked = before.len()..before.len() + under.len();
        Some(Self { text: format!("{before}{under}{after}"), line: line.number as usize, marked })
    }
}

/// The character boundary at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
