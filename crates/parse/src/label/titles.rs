//! Headlines put right after reading: copies of the headline that were read as something else, and stories that were
//! left without one although a line stands where a headline stands.

use wirecopy_model::LineRole as R;

use super::measure::Measure;
use super::second_found::Shares;
use crate::assemble::are_copies;
use crate::lines::Line;

/// Headlines of one document that others are held against.
const MOST_HEADLINES: usize = 3;
/// Lines of a header that are held against them.
const MOST_HELD: usize = 60;
/// A line at least this long says enough to be known again, in units.
const TELLING: u32 = 20;
/// A line that could be the headline with at least this share is one when there is no other.
const LIKELY: f32 = 0.1;
/// Units of the shortest and the longest line that may become one, and of the longest that ends like a sentence: a
/// first paragraph is no headline.
const FITTING: std::ops::RangeInclusive<u32> = 12..=220;
const LONGEST_SENTENCE: u32 = 110;

/// A document whose lines were read.
pub(super) struct Titles<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) measures: &'a [Measure],
    pub(super) shares: &'a [Shares],
}

impl Titles<'_> {
    pub(super) fn run(&self, roles: &mut [R]) {
        self.headless(roles);
        self.copies(roles);
    }

    fn line(&self, i: usize) -> &str {
        &self.text[self.lines[i].trimmed.range()]
    }

    /// Where the story begins: its first long line of prose, else its first.
    fn story(&self, roles: &[R]) -> Option<usize> {
        let prose = |i: &usize| roles[*i].is_prose();
        (0..roles.len())
            .find(|i| prose(i) && self.measures[*i].units > 60)
            .or_else(|| (0..roles.len()).find(prose))
    }

    /// A story without a headline takes the line over it that comes nearest to one: a standfirst, a kicker, or a line
    /// that a menu around it drew into the furniture. One story in ten is stored without, so not just any line will do.
    fn headless(&self, roles: &mut [R]) {
        let Some(story) = self.story(roles).filter(|_| !roles.contains(&R::Headline)) else { return };
        let share = |i: usize| self.shares[i][R::Headline as usize];
        let fits = |i: &usize| {
            let m = &self.measures[*i];
            FITTING.contains(&m.units)
                && !(m.units > LONGEST_SENTENCE && m.ends_sentence())
                && matches!(roles[*i], R::Standfirst | R::Kicker | R::Furniture | R::Crosshead)
        };
        let best = (0..story).rev().filter(fits).max_by(|a, b| share(*a).total_cmp(&share(*b)));
        if let Some(best) = best.filter(|i| share(*i) >= LIKELY) {
            roles[best] = R::Headline;
        }
    }

    /// The headline once more, over the story: the title of the browser's window with the site's name behind it, or the
    /// printed one under that.
    fn copies(&self, roles: &mut [R]) {
        let Some(story) = self.story(roles) else { return };
        let heads: Vec<usize> =
            (0..story).filter(|&i| roles[i] == R::Headline).take(MOST_HEADLINES).collect();
        for head in heads {
            let size = self.measures[head].units;
            let near = |i: &usize| {
                let m = &self.measures[*i];
                m.units >= TELLING && m.units * 5 >= size * 2 && m.units * 2 <= size * 5
            };
            let from = story.saturating_sub(MOST_HELD);
            for i in (from..story).filter(near) {
                let other = matches!(roles[i], R::Standfirst | R::Furniture | R::Kicker | R::Caption);
                if other && are_copies(self.line(head), self.line(i)) {
                    roles[i] = R::Headline;
                }
            }
        }
    }
}
