//! What was doubtful, drawn at its place in the document.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;
use wirecopy_model::{Diagnostic, Severity, Span};

use super::place::Places;
use crate::advice;
use crate::document::Document;
use crate::terminal::{columns, cut, escape, escape_lines};

/// Bytes of a line kept on each side of a span: the rest of a line that is megabytes long helps nobody.
const AROUND: usize = 400;

/// Columns around the number of a line: a blank, the bar, a blank.
const GUTTER: usize = 3;

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
    let excerpt = doubt.span.and_then(|span| Excerpt::new(span, document.parsed.text(), places, width));
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
    fn new(span: Span, text: &str, places: &Places<'_>, width: usize) -> Option<Self> {
        let line = places.line(span)?;
        let range = line.span.range();
        let start = floor(text, span.range().start.clamp(range.start, range.end));
        // A span over several lines is marked to the end of its first one.
        let end = floor(text, span.range().end.clamp(start, range.end));
        let from = floor(text, start.saturating_sub(AROUND).max(range.start));
        let kept = floor(text, end.min(start.saturating_add(AROUND)));
        let to = floor(text, kept.saturating_add(AROUND).min(range.end));
        let (before, under, after) =
            (escape(text.get(from..start)?), escape(text.get(start..kept)?), escape(text.get(kept..to)?));
        // The renderer cuts by characters, of which some are two columns wide; what it gets fits already.
        let number = line.number.to_string().len();
        let room = width.saturating_sub(number + GUTTER).max(16);
        let whole = columns(&under) <= room;
        let under = cut(&under, room);
        let left = if whole { room.saturating_sub(columns(&under)) } else { 0 };
        // As much before the span as behind it, more when there is little behind it.
        let before = tail(&before, (left / 2).max(left.saturating_sub(columns(&after))));
        let left = left.saturating_sub(columns(&before));
        let after = if left == 0 { Cow::Borrowed("") } else { cut(&after, left) };
        let marked = before.len()..before.len() + under.len();
        Some(Self { text: format!("{before}{under}{after}"), line: line.number as usize, marked })
    }
}

/// The end of a text that takes a number of columns, with `…` where something is missing before it.
fn tail(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut used = 1;
    let fits = |&(_, c): &(usize, char)| {
        used += c.width().unwrap_or(0);
        used <= width
    };
    let from = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    Cow::Owned(if width == 0 { String::new() } else { format!("…{}", &text[from..]) })
}

/// The character boundary at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn the_end_of_a_text_fits_and_is_marked() {
        assert_eq!(tail("council", 7), "council");
        assert_eq!(tail("the council", 8), "…council");
        assert_eq!(tail("市议会周一", 5), "…周一");
        assert_eq!(tail("市议会", 1), "…");
        assert_eq!(tail("council", 0), "");
    }
}
