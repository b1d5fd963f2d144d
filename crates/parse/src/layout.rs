//! How the paragraphs of a document are set apart, inferred once a document.

use wirecopy_model::LayoutKind;

use crate::label::measure::is_wide;
use crate::lines::Line;

/// Lines at least this long (in units, see [`crate::label::measure`]) are what layout is inferred from.
const LONG_LINE: u32 = 60;

/// Widest column at which copy was ever wrapped by habit: teleprinters used 69, mail 72-78, terminals 80.
pub(crate) const WIDEST_WRAP: u32 = 100;

/// Narrowest column of copy: that of a newspaper.
pub(crate) const NARROWEST_WRAP: u32 = 38;

/// What is known of a document's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Inferred {
    pub(crate) kind: LayoutKind,
    /// Width at which lines were broken, when they were.
    pub(crate) wrap: Option<u32>,
    /// Indent in bytes that most long lines share.
    pub(crate) body_indent: u32,
}

/// Infers the layout from the lines and their lengths in units.
pub(crate) fn infer(text: &str, lines: &[Line], units: &[u32]) -> Inferred {
    if lines.len() == 1 {
        return Inferred { kind: LayoutKind::OneLine, ..Inferred::default() };
    }
    let indent = |line: &Line| line.indent(text);
    let widths: Vec<u32> = lines.iter().zip(units).map(|(line, units)| units + indent(line)).collect();
    if let Some(wrap) = wrap_width(text, lines, &widths) {
        return Inferred { kind: LayoutKind::HardWrapped, wrap: Some(wrap), body_indent: 0 };
    }
    let long: Vec<&Line> =
        lines.iter().zip(units).filter(|(_, units)| **units >= LONG_LINE).map(|(line, _)| line).collect();
    let sample: Vec<&Line> = if long.is_empty() { lines.iter().collect() } else { long };
    let first = lines.first().map(|line| line.number);
    let after_blank =
        sample.iter().filter(|line| line.blank_before > 0 || Some(line.number) == first).count();
    let indented = sample.iter().filter(|line| indent(line) >= 2).count();
    let mut indents: Vec<u32> = sample.iter().map(|line| indent(line)).collect();
    indents.sort_unstable();
    let body_indent = indents.get(indents.len() / 2).copied().unwrap_or(0);
    let header_is_flush = lines.iter().take(3).any(|line| indent(line) == 0);
    let kind = if indented * 2 > sample.len() && header_is_flush {
        LayoutKind::Indented
    } else if after_blank * 2 > sample.len() {
        LayoutKind::BlankLine
    } else {
        LayoutKind::SingleNewline
    };
    Inferred { kind, wrap: None, body_indent }
}

/// Whether a line ends before its sentence does.
pub(crate) fn breaks_off(line: &str) -> bool {
    line.chars().next_back().is_some_and(|last| last.is_alphanumeric() || matches!(last, ',' | '-'))
}

/// The columns that a text takes: a wide letter takes two.
pub(crate) fn columns(text: &str) -> u32 {
    let columns =
        if text.is_ascii() { text.len() } else { text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum() };
    u32::try_from(columns).unwrap_or(u32::MAX)
}

/// The width at which the document was wrapped, from the widths of its lines with their indents: most lines end close under one
/// width, in the middle of a sentence, and no line goes beyond it.
pub(crate) fn wrap_width(text: &str, lines: &[Line], widths_of: &[u32]) -> Option<u32> {
    const FEWEST_LINES: usize = 5;
    let mut widths: Vec<u32> = widths_of.iter().copied().filter(|width| *width >= 30).collect();
    if widths.len() < FEWEST_LINES {
        return None;
    }
    widths.sort_unstable();
    // One over-long line in twenty is tolerated: a title or a table row that was not wrapped.
    let widest = widths[widths.len() - 1 - widths.len() / 20];
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest) {
        return None;
    }
    let full = |width: u32| width * 5 >= widest * 4;
    let mut n_full = 0;
    let mut n_open = 0;
    let mut n_joined = 0;
    for (i, line) in lines.iter().enumerate() {
        if !full(widths_of[i]) {
            continue;
        }
        n_full += 1;
        n_open += usize::from(breaks_off(&text[line.trimmed.range()]));
        n_joined += usize::from(lines.get(i + 1).is_some_and(|next| next.blank_before == 0));
    }
    let enough = n_full >= FEWEST_LINES.max(lines.len() / 3);
    (enough && n_open * 10 >= n_full * 6 && n_joined * 10 >= n_full * 7).then_some(widest)
}
