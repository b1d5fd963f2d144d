//! Copy as wires send it: a headline, and right under it a paragraph that opens with a town, a day or an agency, and a mark.
//!
//! Such copy is told by its opening alone. A wire sends two lines of a dividend or a table of earnings as it sends a story of
//! forty lines, and what follows tells less of what it is than how it opens.

use wirecopy_model::LineRole as R;

use super::measure::Measure;
use super::readings::Readings;
use super::states::{N_STATES, STATES};
use crate::lines::Line;

/// How certain a dateline must be, 0 to 1.
const SURE: f32 = 0.85;
/// Bytes of its sentence that stand behind it.
const GOES_ON: usize = 12;
/// Units of the longest line over it.
const LONGEST: u32 = 140;
/// Lines over the dateline: headline, and what wires set over it (hour, slug, priority, number).
const OVER: usize = 6;
/// What the opening adds to the score of a kind, as a logarithm of odds: more than a page without prose loses.
pub(super) const ARTICLE: f32 = 6.0;
/// What it is, for the reasons of a kind.
pub(super) const WORDS: &str = "a dateline right under the first lines, as wires open";
/// What it adds to the role of a line, in hundredths.
pub(super) const ROLE: i16 = 500;

/// Where such copy opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wire {
    /// The line with the dateline.
    pub(crate) dateline: usize,
    /// Whether the first line stands right over it and reads like a headline.
    headed: bool,
}

impl Wire {
    /// Looks for the opening at the head of a document.
    pub(super) fn find(lines: &[Line], measures: &[Measure], readings: &Readings<'_>) -> Option<Self> {
        let opens = |i: &usize| {
            readings.dateline(*i).is_some_and(|read| {
                read.strength >= SURE
                    && !read.alone
                    && read.place.is_some()
                    && (read.date.is_some() || read.agency.is_some())
                    && lines[*i].trimmed.len() >= read.end + GOES_ON
            })
        };
        let dateline = (1..lines.len().min(OVER + 1)).find(opens)?;
        let over = &measures[..dateline];
        if over.iter().any(|m| m.units > LONGEST) {
            return None;
        }
        let reads_like_one = |m: &Measure| m.words >= 2 && m.letters > m.digits;
        Some(Self { dateline, headed: dateline == 1 && reads_like_one(&over[0]) })
    }

    /// Whether so much stands under the dateline that it is no teaser: the rows of a table, if no sentences.
    pub(super) fn is_whole(self, n_lines: usize) -> bool {
        const ROWS: usize = 4;
        n_lines > self.dateline + ROWS
    }

    /// What the opening says for a role of a line, by its states.
    pub(super) fn states(self) -> impl Iterator<Item = (usize, usize)> {
        let roles = [Some((self.dateline, R::Dateline)), self.headed.then_some((0, R::Headline))];
        roles.into_iter().flatten().flat_map(|(line, role)| {
            (0..N_STATES).filter(move |s| STATES[*s].1 == role).map(move |s| (line, s))
        })
    }
}
