//! The lines that could be the headline of a document, and what is seen of each beside the others.

use wirecopy_model::LineRole as R;

use super::atoms::{ATOMS, Atom};
use super::observe::Observed;
use super::second_blocks::{N_ROLES, NEIGHBOURS};
use super::second_found::Shares;
use crate::assemble::{are_copies, headline_goes_on, is_original};
use crate::lines::Line;

/// Lines that are weighed against each other.
const MOST: usize = 8;
/// A line that is less likely to be the headline is no candidate.
const LEAST: f32 = 0.004;
/// Units of a headline.
const FITTING: std::ops::RangeInclusive<u32> = 6..=280;
/// Long lines of prose under which no headline is looked for, and how long they are in units.
const DEPTH: usize = 3;
const LONG: u32 = 60;

/// Limits between the degrees of a share.
const DEGREES: [f32; 10] = [0.01, 0.03, 0.08, 0.18, 0.35, 0.5, 0.7, 0.85, 0.95, 0.99];
const N_DEGREES: usize = DEGREES.len() + 1;

/// One question: its name, what it asks in words, and the names of its answers.
struct Block {
    name: &'static str,
    answers: &'static [&'static str],
}

const fn block(name: &'static str, answers: &'static [&'static str]) -> Block {
    Block { name, answers }
}

const SHARES: &[&str] = &["0", "1", "3", "8", "18", "35", "50", "70", "85", "95", "99"];
const ROLES: &[&str] = &{
    let mut names = [""; NEIGHBOURS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = NEIGHBOURS[at].0;
        at += 1;
    }
    names
};
const COUNTS: &[&str] = &["0", "1", "2", "3", "5", "9", "20"];
const PLACES: &[&str] = &["alone", "above1", "above3", "above", "below1", "below3", "below"];
const SIZES: &[&str] = &["half", "less", "like", "more", "twice"];

/// Which of a line and the likeliest other one have something, and how far above or below the other stands.
const BESIDE: &[&str] = &[
    "neither",
    "own-above1",
    "own-above3",
    "own-above",
    "own-below1",
    "own-below3",
    "own-below",
    "other-above1",
    "other-above3",
    "other-above",
    "other-below1",
    "other-below3",
    "other-below",
    "both",
];
/// The length of a line beside the other's, and where the other stands right beside it.
const BESIDE_SIZES: &[&str] = &[
    "far",
    "half-above",
    "less-above",
    "like-above",
    "more-above",
    "twice-above",
    "half-below",
    "less-below",
    "like-below",
    "more-below",
    "twice-below",
];

const SHARE: usize = 0;
const RANK: usize = 1;
const OWN: usize = 2;
const BEFORE: usize = 3;
const AFTER: usize = 4;
const LAST: usize = 5;
const NEXT: usize = 6;
const DISTANCE: usize = 7;
const HEADER: usize = 8;
const OTHER: usize = 9;
const SIZE: usize = 10;
const COPIES: usize = 11;
const SECOND: usize = 12;
const ECHO: usize = 13;
const ECHOES_MORE: usize = 14;
const BESIDE_CAPS: usize = 15;
const BESIDE_ENDS: usize = 16;
const BESIDE_SIZE: usize = 17;
const ECHO_SHARE: usize = 18;
const NONE_SHARE: usize = 19;
const NONE_STORY: usize = 20;
const NONE_HELD: usize = 21;

/// Every question, in the order of the numbers above. Those that begin with `none` are asked of the document.
const BLOCKS: [Block; 22] = [
    block("share", SHARES),
    block("rank", &["first", "second", "third", "later"]),
    block("role", ROLES),
    block("before", ROLES),
    block("after", ROLES),
    block("last", ROLES),
    block("next", ROLES),
    block("to-story", COUNTS),
    block("header", COUNTS),
    block("other", PLACES),
    block("size", SIZES),
    block("copies", &["none", "same", "longer", "shorter", "both"]),
    block("else", ROLES),
    block("echo", COUNTS),
    block("echoes-more", &["5", "3", "1", "0", "-1", "-3", "-5"]),
    block("beside-caps", BESIDE),
    block("beside-ends", BESIDE),
    block("beside-size", BESIDE_SIZES),
    block("echo-share", &["few", "0", "20", "40", "60", "80"]),
    block("none-share", SHARES),
    block("none-story", COUNTS),
    block("none-held", COUNTS),
];

const OFFSETS: [usize; BLOCKS.len() + 1] = {
    let mut offsets = [0; BLOCKS.len() + 1];
    let mut b = 0;
    while b < BLOCKS.len() {
        offsets[b + 1] = offsets[b] + BLOCKS[b].answers.len();
        b += 1;
    }
    offsets
};
const N_ANSWERS: usize = OFFSETS[BLOCKS.len()];

/// Number of features.
pub(crate) const N_RANK: usize = N_ANSWERS + ATOMS.len();

/// Name of a feature in the table of weights: `next=byline`, or that of an observation on the line.
pub(crate) fn name(feature: usize) -> String {
    if let Some(atom) = feature.checked_sub(N_ANSWERS) {
        return ATOMS[atom].0.to_owned();
    }
    let b = OFFSETS.partition_point(|offset| *offset <= feature).saturating_sub(1).min(BLOCKS.len() - 1);
    format!("{}={}", BLOCKS[b].name, BLOCKS[b].answers[feature - OFFSETS[b]])
}

/// What is to be weighed.
pub(crate) struct Slate {
    /// Lines, from the top.
    pub(crate) lines: Vec<usize>,
    /// Features of each line, and behind them those of there being no headline.
    pub(crate) features: Vec<Vec<usize>>,
}

/// A document after both readings.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) lines: &'a [Line],
    pub(crate) observed: &'a Observed<'a>,
    pub(crate) shares: &'a [Shares],
    pub(crate) roles: &'a [R],
}

impl Reading<'_> {
    fn line(&self, i: usize) -> &str {
        &self.text[self.lines[i].trimmed.range()]
    }

    fn units(&self, i: usize) -> u32 {
        self.observed.measures[i].units
    }

    fn share(&self, i: usize) -> f32 {
        self.shares[i][R::Headline as usize]
    }

    /// Whether the lines from one to another are one headline, wrapped.
    pub(crate) fn is_one_headline(&self, first: usize, last: usize) -> bool {
        const MOST: usize = 3;
        last - first < MOST && (first..last).all(|i| headline_goes_on(self.observed, self.lines, i, i + 1))
    }

    /// Whether two lines say the same, if not word for word: the title of the window may be another form of the printed
    /// one, and a line may give the headline under which another paper had the story.
    pub(crate) fn say_the_same(&self, one: usize, other: usize) -> bool {
        if is_original(self.line(one)) || is_original(self.line(other)) {
            return true;
        }
        let (own, others) = (self.observed.heard.of(one), self.observed.heard.of(other));
        let shared = own.iter().filter(|word| others.contains(word)).count();
        let most = own.len().max(others.len());
        most >= 4 && shared * 5 >= most * 3 || are_copies(self.line(one), self.line(other))
    }

    /// The candidates with what is seen of them; `None` when there is no story or nothing over it.
    pub(crate) fn slate(&self) -> Option<Slate> {
        let tops: Vec<usize> = self.roles.iter().map(|role| *role as usize).collect();
        let (story, last) = super::second_found::body(&tops, &self.observed.measures)?;
        let end = (story..=last)
            .filter(|&i| self.roles[i].is_prose() && self.units(i) > LONG)
            .nth(DEPTH - 1)
            .unwrap_or(last);
        let fits = |i: &usize| {
            FITTING.contains(&self.units(*i))
                && (self.share(*i) >= LEAST || self.roles[*i] == R::Headline)
                && self.observed.measures[*i].letters > 1
        };
        let mut lines: Vec<usize> = (0..end).filter(fits).collect();
        lines.sort_by(|a, b| self.share(*b).total_cmp(&self.share(*a)).then(a.cmp(b)));
        lines.truncate(MOST);
        if lines.is_empty() {
            return None;
        }
        let ranked = lines.clone();
        lines.sort_unstable();
        let mut features: Vec<Vec<usize>> = lines.iter().map(|i| self.of(*i, story, &ranked)).collect();
        features.push(self.of_none(story, &ranked));
        Some(Slate { lines, features })
    }

    /// Features of one candidate.
    fn of(&self, i: usize, story: usize, ranked: &[usize]) -> Vec<usize> {
        let mut features = Vec::with_capacity(64);
        let mut say = |block: usize, answer: usize| features.push(OFFSETS[block] + answer);
        let edge = N_ROLES;
        let role =
            |at: Option<usize>| at.and_then(|at| self.roles.get(at)).map_or(edge, |role| *role as usize);
        let copy = |at: &usize| self.roles[*at] != R::Furniture;
        say(SHARE, degree(self.share(i)));
        say(RANK, ranked.iter().position(|other| *other == i).unwrap_or(3).min(3));
        say(OWN, self.roles[i] as usize);
        say(BEFORE, role(i.checked_sub(1)));
        say(AFTER, role(Some(i + 1)));
        say(LAST, role((i.saturating_sub(40)..i).rev().find(copy)));
        say(NEXT, role((i + 1..self.roles.len().min(i + 40)).find(copy)));
        say(DISTANCE, count(story.saturating_sub(i)));
        say(HEADER, count((i + 1..story).filter(copy).count()));
        let second = (0..N_ROLES)
            .filter(|r| *r != R::Headline as usize)
            .max_by(|a, b| self.shares[i][*a].total_cmp(&self.shares[i][*b]));
        say(SECOND, second.unwrap_or(edge));
        // The likeliest candidate beside it that does not say the same.
        let (mut longer, mut shorter, mut same) = (false, false, false);
        let mut rival = None;
        for &other in ranked.iter().filter(|other| **other != i) {
            if self.say_the_same(i, other) {
                longer |= self.units(other) > self.units(i);
                shorter |= self.units(other) < self.units(i);
                same |= self.units(other) == self.units(i);
            } else if rival.is_none() {
                rival = Some(other);
            }
        }
        say(OTHER, rival.map_or(0, |other| place(i, other)));
        if let Some(other) = rival {
            let percent = u64::from(self.units(i)) * 100 / u64::from(self.units(other).max(1));
            let size = [50, 85, 118, 200].iter().filter(|limit| percent >= **limit).count();
            say(SIZE, size);
            let at = place(i, other);
            say(
                BESIDE_SIZE,
                match at {
                    1 => 1 + size,
                    4 => 6 + size,
                    _ => 0,
                },
            );
            let beside = |has: &dyn Fn(usize) -> bool| match (has(i), has(other)) {
                (false, false) => 0,
                (true, false) => at,
                (false, true) => 6 + at,
                (true, true) => 13,
            };
            say(BESIDE_CAPS, beside(&|line| self.observed.sets[line].has(Atom::AllCaps)));
            say(BESIDE_ENDS, beside(&|line| self.observed.measures[line].ends_sentence()));
            let (own, others) = (self.observed.heard.known(i), self.observed.heard.known(other));
            let more = i64::from(own) - i64::from(others);
            say(ECHOES_MORE, [5, 3, 1, 0, -2, -4].iter().filter(|limit| more < **limit).count());
        }
        let known = self.observed.heard.known(i) as usize;
        say(ECHO, count(known));
        let words = self.observed.heard.of(i).len();
        let tenths = known * 10 / words.max(1);
        say(
            ECHO_SHARE,
            if words < 3 { 0 } else { 1 + [2, 4, 6, 8].iter().filter(|limit| tenths >= **limit).count() },
        );
        say(
            COPIES,
            match (longer, shorter, same) {
                (true, true, _) => 4,
                (true, ..) => 2,
                (_, true, _) => 3,
                (.., true) => 1,
                _ => 0,
            },
        );
        self.observed.sets[i].each(|atom| features.push(N_ANSWERS + atom));
        features
    }

    /// Features of there being no headline.
    fn of_none(&self, story: usize, ranked: &[usize]) -> Vec<usize> {
        let held = ranked.iter().filter(|i| self.roles[**i] == R::Headline).count();
        vec![
            OFFSETS[NONE_SHARE] + ranked.first().map_or(0, |i| degree(self.share(*i))),
            OFFSETS[NONE_STORY] + count(story),
            OFFSETS[NONE_HELD] + count(held),
        ]
    }
}

fn degree(share: f32) -> usize {
    DEGREES.iter().filter(|limit| share >= **limit).count().min(N_DEGREES - 1)
}

fn count(n: usize) -> usize {
    [1, 2, 3, 5, 9, 20].iter().filter(|limit| n >= **limit).count()
}

/// Where a line stands beside another.
fn place(i: usize, other: usize) -> usize {
    let degree = |lines: usize| [2, 4].iter().filter(|limit| lines >= **limit).count();
    if i < other { 1 + degree(other - i) } else { 4 + degree(i - other) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        BESIDE, BESIDE_SIZES, BLOCKS, COPIES, N_DEGREES, N_RANK, NONE_HELD, OTHER, PLACES, SHARES, count,
        degree, name, place,
    };

    #[test]
    fn every_feature_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..N_RANK).map(name).collect();
        assert_eq!(names.len(), N_RANK);
    }

    #[test]
    fn numbers_and_names_of_questions_agree() {
        let named = [OTHER, COPIES, NONE_HELD].map(|at| BLOCKS[at].name);
        assert_eq!(named, ["other", "copies", "none-held"]);
        assert_eq!(SHARES.len(), N_DEGREES);
        assert_eq!((BESIDE.len(), BESIDE_SIZES.len(), PLACES.len()), (14, 11, 7));
    }

    #[test]
    fn degrees_stay_within_their_answers() {
        assert_eq!((degree(0.0), degree(1.0)), (0, N_DEGREES - 1));
        assert_eq!((count(0), count(1), count(1000)), (0, 1, 6));
        assert_eq!((place(3, 4), place(0, 90), place(4, 3), place(90, 0)), (1, 3, 4, 6));
    }
}
