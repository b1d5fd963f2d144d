//! An answer about the repaired text, moved to the text as it was decoded.

use std::borrow::Cow;

use wirecopy_model::{Code, Diagnostic, LineRole, Span};

use super::Repaired;
use crate::assemble::clean;
use crate::lines;
use crate::moved;
use crate::parsed::{LayoutLine, Parsed};

impl Repaired {
    /// A span of the repaired text as a span of the decoded one.
    fn decoded(&self, span: Span) -> Span {
        Span::from_range(self.map.old(span.start as usize)..self.map.old(span.end as usize))
    }

    /// The words of the repaired text under a span of the decoded one.
    pub(crate) fn words(&self, span: Span) -> Option<&str> {
        self.text.get(self.map.new_of(span.start as usize)..self.map.new_of(span.end as usize))
    }

    /// What is said of the repair.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let place = Some(Span::from_range(self.first.clone()));
        Diagnostic::new(Code::MOJIBAKE_REPAIRED, place, self.message())
            .with_help("values are repaired words; places and raw words are those of the text as it came")
    }

    /// What is said of it when a text rendered from the repaired one is read.
    #[cfg(feature = "html")]
    pub(crate) fn rendered_diagnostic(&self) -> Diagnostic {
        Diagnostic::new(Code::MOJIBAKE_REPAIRED, None, self.message())
            .with_help("values, places and raw words are those of the repaired text")
    }

    fn message(&self) -> String {
        let times = match self.read_as.len() {
            0 | 1 => String::new(),
            n => format!(", {n} times over"),
        };
        let lost = match self.lost {
            0 => String::new(),
            n => format!("; {n} more could not be told and became U+FFFD"),
        };
        format!(
            "UTF-8 had been read as {}{times} before the text came here: {} letter(s) were put right{lost}",
            self.read_as.first().unwrap_or(&"another encoding"),
            self.letters - self.lost.min(self.letters),
        )
    }
}

/// Moves an answer about the repaired text, which it holds, to the decoded text.
pub(crate) fn relocate<'t>(parsed: Parsed<'_>, decoded: Cow<'t, str>, mut repaired: Repaired) -> Parsed<'t> {
    let Parsed { text, encoding, format, mut articles, mut diagnostics, mut layout, mut decisions, .. } =
        parsed;
    repaired.text = text.into_owned();
    for line in &mut layout.lines {
        line.span = repaired.decoded(line.span);
    }
    emptied_lines(&mut layout.lines, &decoded);
    let place = |span| repaired.decoded(span);
    moved::notes(&mut diagnostics, place);
    diagnostics.insert(0, repaired.diagnostic());
    decisions.iter_mut().for_each(|decision| decision.span = place(decision.span));
    let words = |span: Span| span.text(&decoded).map(clean);
    for article in &mut articles {
        moved::article(article, words, place, |span| repaired.map.touches(span.range()));
    }
    let repaired = Some(Box::new(repaired));
    Parsed { text: decoded, encoding, format, articles, diagnostics, layout, decisions, repaired }
}

/// Lines of nothing but the damage of a blank (`Â` and an unbreakable space) are blank to a reader, but stand in the text:
/// they are furniture.
fn emptied_lines(layout: &mut Vec<LayoutLine>, decoded: &str) {
    let mut known = std::mem::take(layout).into_iter().peekable();
    for line in lines::split(decoded) {
        match known.next_if(|known| known.number == line.number) {
            // A byte order mark in the repaired text belongs to no line; its damage is a part of the line.
            Some(known) => layout.push(LayoutLine { span: line.span, ..known }),
            None => layout.push(LayoutLine {
                number: line.number,
                span: line.span,
                role: LineRole::Furniture,
                confidence: 1.0,
                record: None,
                reasons: vec![crate::Reason {
                    text: "holds nothing but a damaged blank".to_owned(),
                    weight: 1.0,
                }],
            }),
        }
    }
}
