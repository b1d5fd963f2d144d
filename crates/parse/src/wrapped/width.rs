//! At which width lines were broken, and which of them belong together.

use std::ops::Range;

use crate::label::measure::{is_bullet, is_quote, is_sentence_mark, is_wide};
use crate::layout::{self, columns};
use crate::lines::Line;
use crate::page::Page;

/// An indent from which on a line is set in.
const SET_IN: u32 = 2;

/// Widths of the lines in columns, their indent with them; `None` for a text that nobody broke, since too many of its lines are
/// longer than any paper is wide.
pub(super) fn widths(text: &str, lines: &[Line]) -> Option<Vec<u32>> {
    const FEWEST_LINES: usize = 3;
    const TOO_LONG: usize = layout::WIDEST_WRAP as usize;
    // Most texts are told by their first paragraphs.
    let is_long = |line: &&Line| {
        let bytes = line.trimmed.range();
        bytes.len() > TOO_LONG && text[bytes].chars().nth(TOO_LONG).is_some()
    };
    let few = lines.len() / 20;
    if lines.len() < FEWEST_LINES || lines.iter().filter(is_long).nth(few).is_some() {
        return None;
    }
    Some(
        lines
            .iter()
            .map(|line| columns(&text[line.trimmed.range()]).saturating_add(line.indent(text)))
            .collect(),
    )
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
        layout::breaks_off(self.above) && self.below.starts_with(char::is_lowercase)
    }

    /// Whether the first word of the line below had no room on the line above, so that the break means nothing. Hands that
    /// break lines leave a little.
    fn is_tight(&self, slack: u32) -> bool {
        self.room <= self.word.saturating_add(slack)
    }

    /// Whether both are one paragraph.
    fn flows(&self, wrap: Wrap) -> bool {
        let last = self.above.chars().next_back();
        if last.is_some_and(|c| is_sentence_mark(c) || is_quote(c)) {
            return self.is_tight(wrap.slack.min(CLOSED));
        }
        // Before a small letter the sentence goes on, whatever is left.
        if self.below.starts_with(char::is_lowercase) {
            self.room < wrap.width / 2
        } else {
            self.is_tight(wrap.slack)
        }
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

/// How the lines of a document were broken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    /// At which width.
    width: u32,
    /// Columns that are left free though the next word had room in them: none by programs, some by hand.
    slack: u32,
}

/// What a hand leaves free, in columns, and after the end of a sentence.
const BY_HAND: u32 = 8;
const CLOSED: u32 = 2;

/// How the lines of a document were broken.
pub(super) fn of(text: &str, lines: &[Line], widths: &[u32]) -> Option<Wrap> {
    let known = layout::wrap_width(text, lines, widths);
    let width = known.or_else(|| widths.iter().copied().max())?;
    if !(layout::NARROWEST_WRAP..=layout::WIDEST_WRAP).contains(&width) {
        return None;
    }
    let breaks = Breaks::count(text, lines, widths, width);
    let slack = if breaks.strict * 10 >= breaks.carried * 9 { 0 } else { BY_HAND };
    (known.is_some() || breaks.suffice()).then_some(Wrap { width, slack })
}

/// Breaks within a sentence: that a small letter opens a line tells that the line before was broken off, and that no such word had
/// room there tells why. In few lines, most of which end a paragraph, their lengths tell nothing else.
#[derive(Debug, Default)]
struct Breaks {
    carried: usize,
    /// Those where the word had hardly room.
    tight: usize,
    /// Those where it had none.
    strict: usize,
    /// Whether the line before is set in, and the line after is not, as the first lines of a paragraph are.
    set_in: bool,
}

impl Breaks {
    fn count(text: &str, lines: &[Line], widths: &[u32], wrap: u32) -> Self {
        const SLACK: u32 = 2;
        let mut breaks = Self::default();
        for i in 1..lines.len() {
            let near = widths[i - 1] * 5 >= wrap * 3;
            if lines[i].blank_before > 0 || lines[i].indent(text) > lines[i - 1].indent(text) || !near {
                continue;
            }
            let pair = Pair::new(text, lines, widths, wrap, i);
            if pair.carries() {
                breaks.carried += 1;
                breaks.tight += usize::from(pair.is_tight(SLACK));
                breaks.strict += usize::from(pair.is_tight(0));
                breaks.set_in |= lines[i - 1].indent(text) >= SET_IN && lines[i].indent(text) < SET_IN;
            }
        }
        breaks
    }

    /// Whether they tell by themselves that lines were broken at this width.
    fn suffice(&self) -> bool {
        let Self { carried, tight, .. } = *self;
        match tight {
            0 => false,
            // One is enough where the first line of the paragraph is set in, two where nothing speaks against.
            1 => self.set_in && carried == 1,
            2 => tight == carried || self.set_in,
            _ => tight * 10 >= carried * 8,
        }
    }
}

/// Lines that belong together, in their order.
pub(super) fn groups(text: &str, page: &Page, widths: &[u32], wrap: Wrap) -> Vec<Range<usize>> {
    let lines = &page.lines;
    let mut keyed = vec![false; lines.len()];
    page.hints.iter().for_each(|hint| keyed[hint.line] = true);
    let indents: Vec<u32> = lines.iter().map(|line| line.indent(text)).collect();
    // Where paragraphs are set in, every line that is set in opens one, a row of a table too.
    let set_in = (1..lines.len()).any(|i| {
        indents[i - 1] >= SET_IN
            && indents[i] < SET_IN
            && lines[i].blank_before == 0
            && Pair::new(text, lines, widths, wrap.width, i).carries()
    });
    let goes_on = |i: usize| {
        let opens = lines[i].blank_before > 0
            || indents[i] > indents[i - 1]
            || set_in && indents[i] >= SET_IN
            || lines[i - 1].marks + lines[i].marks > 0
            || keyed[i - 1]
            || keyed[i];
        let pair = Pair::new(text, lines, widths, wrap.width, i);
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
