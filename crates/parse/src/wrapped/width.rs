//! At which width lines were broken, and which of them belong together.

use std::ops::Range;

use crate::label::measure::{is_bullet, is_quote, is_sentence_mark, is_wide};
use crate::layout;
use crate::lines::Line;
use crate::page::Page;

/// An indent from which on a line is set in.
const SET_IN: u32 = 2;

/// Widths of the lines in columns, their indent with them; `None` for a text that nobody broke, since too many of its lines are
/// longer than any paper is wide.
pub(super) fn widths(text: &str, lines: &[Line]) -> Option<Vec<u32>> {
    const FEWEST_LINES: usize = 3;
    /// Bytes of a line that is too long in any script.
    const TOO_LONG: usize = layout::WIDEST_WRAP as usize * 4;
    let long = lines.iter().filter(|line| line.trimmed.len() > TOO_LONG).count();
    if lines.len() < FEWEST_LINES || long > lines.len() / 20 {
        return None;
    }
    Some(
        lines
            .iter()
            .map(|line| columns(&text[line.trimmed.range()]).saturating_add(line.indent(text)))
            .collect(),
    )
}

fn columns(text: &str) -> u32 {
    let columns =
        if text.is_ascii() { text.len() } else { text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum() };
    u32::try_from(columns).unwrap_or(u32::MAX)
}

/// Two lines one under the other.
struct Pair<'t> {
    above: &'t str,
    below: &'t str,
    /// Columns that the line above leaves free.
    room: u32,
    /// Columns of the first word of the line below.
    word: u32,
}

impl<'t> Pair<'t> {
    fn new(text: &'t str, lines: &[Line], widths: &[u32], wrap: u32, below: usize) -> Self {
        let room = wrap.saturating_sub(widths[below - 1]);
        let above = &text[lines[below - 1].trimmed.range()];
        let below = &text[lines[below].trimmed.range()];
        let word = below.split(char::is_whitespace).next().map_or(0, columns);
        Self { above, below, room, word }
    }

    /// Whether the line above breaks off and the line below goes on in a small letter.
    fn carries(&self) -> bool {
        self.is_open() && self.below.starts_with(char::is_lowercase)
    }

    fn is_open(&self) -> bool {
        self.above.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-'))
    }

    /// Whether the first word of the line below had no room on the line above, so that the break means nothing. Hands that
    /// break lines leave a little.
    fn is_tight(&self, slack: u32) -> bool {
        self.room <= self.word.saturating_add(slack)
    }

    /// Whether both are one paragraph.
    fn flows(&self, wrap: u32) -> bool {
        // A hand leaves room for a name at most; before a small letter the sentence goes on whatever is left.
        const RAGGED: u32 = 8;
        let last = self.above.chars().next_back();
        if last.is_some_and(|c| is_sentence_mark(c) || is_quote(c)) {
            return self.is_tight(2);
        }
        if self.below.starts_with(char::is_lowercase) { self.room < wrap / 2 } else { self.is_tight(RAGGED) }
    }

    /// A headline in capitals stands over copy that is none.
    fn is_headline_over_copy(&self) -> bool {
        let in_capitals =
            |text: &str| text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        in_capitals(self.above) && !in_capitals(self.below)
    }

    /// Scripts that set no blanks between words break anywhere; their lines are joined when blocks are made of them.
    fn is_without_blanks(&self) -> bool {
        self.above.chars().next_back().is_some_and(is_wide) && self.below.chars().next().is_some_and(is_wide)
    }
}

/// The width at which the lines of a document were broken.
pub(super) fn of(text: &str, lines: &[Line], widths: &[u32]) -> Option<u32> {
    layout::wrap_width(text, lines, widths).or_else(|| of_a_few(text, lines, widths))
}

/// In few lines most end a paragraph, and their lengths tell little; that a small letter opens a line tells that the line before
/// was broken, and that no such word had room tells why.
fn of_a_few(text: &str, lines: &[Line], widths: &[u32]) -> Option<u32> {
    const SLACK: u32 = 2;
    let wrap = *widths.iter().max()?;
    if !(layout::NARROWEST_WRAP..=layout::WIDEST_WRAP).contains(&wrap) {
        return None;
    }
    let (mut carried, mut tight, mut set_in) = (0_usize, 0_usize, false);
    for i in 1..lines.len() {
        if lines[i].blank_before > 0 || lines[i].indent(text) > lines[i - 1].indent(text) {
            continue;
        }
        let pair = Pair::new(text, lines, widths, wrap, i);
        if pair.carries() {
            carried += 1;
            tight += usize::from(pair.is_tight(SLACK));
            set_in |= lines[i - 1].indent(text) >= SET_IN && lines[i].indent(text) < SET_IN;
        }
    }
    // One such pair is enough where the first line of the paragraph is set in.
    let enough = if set_in { tight >= 1 } else { tight >= 3 };
    (enough && tight * 10 >= carried * 8).then_some(wrap)
}

/// Lines that belong together, in their order.
pub(super) fn groups(text: &str, page: &Page, widths: &[u32], wrap: u32) -> Vec<Range<usize>> {
    let lines = &page.lines;
    let mut keyed = vec![false; lines.len()];
    page.hints.iter().for_each(|hint| keyed[hint.line] = true);
    let indents: Vec<u32> = lines.iter().map(|line| line.indent(text)).collect();
    // Where paragraphs are set in, every line that is set in opens one, a row of a table too.
    let set_in = (1..lines.len()).any(|i| {
        indents[i - 1] >= SET_IN
            && indents[i] < SET_IN
            && lines[i].blank_before == 0
            && Pair::new(text, lines, widths, wrap, i).carries()
    });
    let goes_on = |i: usize| {
        let opens = lines[i].blank_before > 0
            || indents[i] > indents[i - 1]
            || set_in && indents[i] >= SET_IN
            || keyed[i - 1]
            || keyed[i];
        let pair = Pair::new(text, lines, widths, wrap, i);
        !opens
            && !pair.below.starts_with(is_bullet)
            && !pair.is_headline_over_copy()
            && !pair.is_without_blanks()
            && pair.flows(wrap)
    };
    let mut groups: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for i in 0..lines.len() {
        match groups.last_mut().filter(|_| i > 0 && goes_on(i)) {
            Some(group) => group.end = i + 1,
            None => groups.push(i..i + 1),
        }
    }
    groups
}
