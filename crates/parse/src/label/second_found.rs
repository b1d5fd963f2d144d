//! What the first reading found in a document, as answers to the questions of the second.

use wirecopy_model::LineRole as R;

use super::atoms::AtomSet;
use super::echo;
use super::measure::Measure;
use super::observe::Observed;
use super::second_blocks::{self as blocks, N_ROLES, TELLING, feature};
use super::second_story::{QUESTIONS, Story, counts};
use crate::lines::Line;

/// Probability of each role, in the order of [`R::ALL`].
pub(crate) type Shares = [f32; N_ROLES];

/// The answer behind those of the roles: no line.
const EDGE: usize = N_ROLES;
/// A role below this share is no candidate.
const LEAST: f32 = 0.1;
/// Words of a headline that are compared.
const MOST_WORDS: usize = 32;

/// The first reading of a document.
pub(crate) struct Found<'a> {
    shares: &'a [Shares],
    measures: &'a [Measure],
    sets: &'a [AtomSet],
    /// Likeliest role of each line.
    top: Vec<usize>,
    runner_up: Vec<usize>,
    headline: Option<usize>,
    body: Option<(usize, usize)>,
    echo: Vec<u8>,
    clutter: usize,
    /// The nearest lines of prose before and after each line, and the nearest that are no furniture.
    prose: Vec<Sides>,
    copy: Vec<Sides>,
    /// Lines of the article above each line.
    above: Vec<usize>,
    /// Units of a usual paragraph.
    usual: u32,
    /// For each role the lines with the largest and second largest share of it.
    surest: [[(usize, f32); 2]; N_ROLES],
    /// First and last line of each telling role.
    extent: [Option<(usize, usize)>; TELLING.len()],
    story: Story,
    /// Lines of each role.
    counts: [usize; N_ROLES],
}

/// The nearest line on each side that fits.
#[derive(Clone, Copy, Default)]
struct Sides {
    before: Option<usize>,
    after: Option<usize>,
}

impl<'a> Found<'a> {
    pub(crate) fn new(text: &str, lines: &[Line], observed: &'a Observed<'_>, shares: &'a [Shares]) -> Self {
        let measures = &observed.measures;
        let (top, runner_up): (Vec<usize>, Vec<usize>) = shares.iter().map(best_two).unzip();
        let is_prose = |i: usize| R::ALL[top[i]].is_prose();
        let is_copy = |i: usize| top[i] != R::Furniture as usize;
        let headline = likeliest(shares, R::Headline).filter(|i| shares[*i][R::Headline as usize] >= 0.2);
        let body = body(&top, measures);
        let mut sizes: Vec<u32> =
            (0..top.len()).filter(|&i| is_prose(i)).map(|i| measures[i].units).collect();
        sizes.sort_unstable();
        let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(200);
        let furniture = top.iter().filter(|role| **role == R::Furniture as usize).count();
        let percent = furniture * 100 / top.len().max(1);
        let clutter = [1, 10, 30, 60, 85].iter().filter(|limit| percent >= **limit).count();
        let echo = match headline {
            Some(at) => echoes(&text[lines[at].trimmed.range()], observed, at),
            None => vec![0; top.len()],
        };
        let mut surest = [[(usize::MAX, 0.0f32); 2]; N_ROLES];
        for (i, row) in shares.iter().enumerate() {
            for (best, share) in surest.iter_mut().zip(row) {
                if *share > best[0].1 {
                    *best = [(i, *share), best[0]];
                } else if *share > best[1].1 {
                    best[1] = (i, *share);
                }
            }
        }
        let extent = TELLING.map(|role| {
            let first = top.iter().position(|t| *t == role as usize)?;
            Some((first, top.iter().rposition(|t| *t == role as usize)?))
        });
        let above = (0..top.len())
            .scan(0, |n, i| {
                let above = *n;
                *n += usize::from(is_copy(i));
                Some(above)
            })
            .collect();
        let story = Story::new(&top, measures, &observed.heard, shares);
        let counts = counts(&top);
        let (prose, copy) = (nearest(top.len(), is_prose), nearest(top.len(), is_copy));
        Self {
            shares,
            measures,
            sets: &observed.sets,
            top,
            runner_up,
            headline,
            body,
            echo,
            clutter,
            prose,
            copy,
            above,
            usual,
            surest,
            extent,
            story,
            counts,
        }
    }

    /// Calls with every feature of line `i`.
    pub(crate) fn each(&self, i: usize, mut call: impl FnMut(usize)) {
        let own = self.top[i];
        let mut ask = |block: usize, answer: usize| call(feature(block, answer, own));
        let share = self.shares[i][own];
        ask(blocks::OWN, [0.5, 0.8, 0.96].iter().filter(|limit| share >= **limit).count());
        if self.shares[i][self.runner_up[i]] > LEAST {
            ask(blocks::RUNNER_UP, self.runner_up[i]);
        }
        let role_at = |offset: isize| {
            i.checked_add_signed(offset).and_then(|at| self.top.get(at)).copied().unwrap_or(EDGE)
        };
        for (k, offset) in [-3, -2, -1, 1, 2, 3].into_iter().enumerate() {
            ask(blocks::NEAR + k, role_at(offset));
        }
        ask(blocks::BESIDE, role_at(-1));
        ask(blocks::BESIDE + 1, role_at(1));
        let role_of = |line: Option<usize>| line.map_or(EDGE, |line| self.top[line]);
        ask(blocks::LAST, role_of(self.copy[i].before));
        ask(blocks::NEXT, role_of(self.copy[i].after));
        for (first, answer) in [
            (blocks::TO_HEADLINE, self.to_headline(i)),
            (blocks::TO_BODY, self.to_body(i)),
            (blocks::ECHOES, usize::from(self.echo[i])),
            (blocks::CLUTTERED, self.clutter),
            (blocks::GAPS, self.gaps(i)),
            (blocks::LONG, self.length(i)),
            (blocks::ORDERED, [1, 2, 3, 6].iter().filter(|n| self.above[i] >= **n).count()),
        ] {
            ask(first, answer);
            ask(first + 1, answer);
        }
        ask(blocks::RIVAL, self.rivals(i, own));
        for (k, extent) in self.extent.iter().enumerate() {
            let answer = match extent {
                Some((first, _)) if *first < i => 1,
                Some((_, last)) if *last > i => 2,
                _ => 0,
            };
            ask(blocks::HAS_ONE + k, answer);
        }
        for ((block, twice), answer) in QUESTIONS.into_iter().zip(self.story.of(i)) {
            ask(block, usize::from(*answer));
            if twice {
                ask(block + 1, usize::from(*answer));
            }
        }
        ask(blocks::SAME_ROLE, [2, 3, 5, 11].iter().filter(|n| self.counts[own] >= **n).count());
        self.sets[i].each(|atom| call(blocks::atom(atom)));
    }

    fn to_headline(&self, i: usize) -> usize {
        let Some(at) = self.headline else { return 0 };
        if i <= at { 1 + (at - i).min(3) } else { 5 + [2, 3, 6].iter().filter(|n| i - at >= **n).count() }
    }

    fn to_body(&self, i: usize) -> usize {
        let Some((first, last)) = self.body else { return 0 };
        if i < first {
            1 + [2, 3, 6, 13].iter().filter(|n| first - i >= **n).count()
        } else if i == first {
            6
        } else if i > last {
            10 + [2, 3, 6].iter().filter(|n| i - last >= **n).count()
        } else if i == last {
            9
        } else {
            8 - usize::from(i - first <= 2)
        }
    }

    fn gaps(&self, i: usize) -> usize {
        let bucket = |gap: Option<usize>| match gap {
            Some(1) => 0,
            Some(2) => 1,
            Some(3 | 4) => 2,
            Some(5..=9) => 3,
            _ => 4,
        };
        let sides = self.prose[i];
        bucket(sides.before.map(|at| i - at)) * 5 + bucket(sides.after.map(|at| at - i))
    }

    fn length(&self, i: usize) -> usize {
        let m = &self.measures[i];
        let percent = u64::from(m.units) * 100 / u64::from(self.usual.max(1));
        let size = [15, 40, 75, 160].iter().filter(|limit| percent >= **limit).count();
        size + if m.ends_sentence() { 5 } else { 0 }
    }

    fn rivals(&self, i: usize, role: usize) -> usize {
        let mine = self.shares[i][role];
        let surer = |at: usize, share: f32| at != i && share > mine;
        let [one, two] = self.surest[role];
        let above = |(at, share): (usize, f32)| surer(at, share) && at < i;
        let below = |(at, share): (usize, f32)| surer(at, share) && at > i && at != usize::MAX;
        usize::from(above(one) || above(two)) + 2 * usize::from(below(one) || below(two))
    }
}

fn best_two(row: &Shares) -> (usize, usize) {
    let (mut first, mut second) = (0, 1);
    if row[1] > row[0] {
        (first, second) = (1, 0);
    }
    for r in 2..N_ROLES {
        if row[r] > row[first] {
            (first, second) = (r, first);
        } else if row[r] > row[second] {
            second = r;
        }
    }
    (first, second)
}

/// The line with the largest share of a role, the first of equals.
fn likeliest(shares: &[Shares], role: R) -> Option<usize> {
    (0..shares.len()).rev().max_by(|a, b| shares[*a][role as usize].total_cmp(&shares[*b][role as usize]))
}

/// The stretch with the most lines read as prose: related stories far behind the article are left out.
pub(super) fn body(top: &[usize], measures: &[Measure]) -> Option<(usize, usize)> {
    #[expect(clippy::cast_precision_loss, reason = "held at 400")]
    let score = |i: usize| match R::ALL[top[i]] {
        role if role.is_prose() => measures[i].units.clamp(40, 400) as f32 / 100.0,
        R::Furniture => -0.3,
        _ => -0.1,
    };
    let mut best: Option<(usize, usize, f32)> = None;
    let (mut sum, mut start) = (0.0f32, 0);
    for i in 0..top.len() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += score(i);
        if sum > 0.0 && best.is_none_or(|(.., most)| sum > most) {
            best = Some((start, i, sum));
        }
    }
    best.map(|(first, last, _)| (first, last))
}

/// For every line the nearest line on each side that fits.
fn nearest(n: usize, fits: impl Fn(usize) -> bool) -> Vec<Sides> {
    let mut sides = vec![Sides::default(); n];
    let mut last = None;
    for (i, side) in sides.iter_mut().enumerate() {
        side.before = last;
        last = if fits(i) { Some(i) } else { last };
    }
    last = None;
    for (i, side) in sides.iter_mut().enumerate().rev() {
        side.after = last;
        last = if fits(i) { Some(i) } else { last };
    }
    sides
}

/// How many of the headline's words each line has.
fn echoes(headline: &str, observed: &Observed<'_>, at: usize) -> Vec<u8> {
    let mut wanted: Vec<u64> = Vec::new();
    for word in echo::words_of(headline) {
        if wanted.len() < MOST_WORDS && !wanted.contains(&word) {
            wanted.push(word);
        }
    }
    let all = wanted.len();
    // Nearly all words are turned away by one bit.
    let bit = |word: u64| 1_u64 << (word >> 16 & 63);
    let known_bits = wanted.iter().fold(0, |bits, word| bits | bit(*word));
    let mut echo = vec![0; observed.measures.len()];
    for (i, m) in observed.measures.iter().enumerate() {
        if i == at || all <= 1 || !echo::ECHOING.contains(&m.units) {
            continue;
        }
        let mut met = 0u32;
        for word in observed.heard.of(i).iter().filter(|word| known_bits & bit(**word) != 0) {
            if let Some(at) = wanted.iter().position(|w| w == word) {
                met |= 1 << at;
            }
        }
        echo[i] = match met.count_ones() as usize * 100 / all {
            0 => 1,
            100 => 5,
            share if share >= 70 => 4,
            share if share >= 40 => 3,
            _ => 2,
        };
    }
    echo
}

#[cfg(test)]
mod tests {
    use super::{Found, N_ROLES, R, Shares};
    use crate::label::second_blocks as blocks;

    const TEXT: &str = "Home\nCouncil closes the old bridge\nBy Ana Lima\nThe council closed the old bridge over the river on \
        Monday, and nobody could say when it would open again.\nDrivers were sent over the new one, which is eleven miles \
        longer and has a toll that few had heard of.\nOld bridge closes the council";

    fn row(role: R, share: f32) -> Shares {
        let mut row = [(1.0 - share) / 15.0; N_ROLES];
        row[role as usize] = share;
        row
    }

    /// Names of the features of one line of [`TEXT`], read with these roles.
    fn names(line: usize) -> Vec<String> {
        let roles = [R::Furniture, R::Headline, R::Byline, R::Paragraph, R::Paragraph, R::Furniture];
        let shares: Vec<Shares> = roles.iter().map(|role| row(*role, 0.9)).collect();
        let page = crate::read::read_text(TEXT);
        let observed = crate::label::observe::observe(TEXT, &page);
        let found = Found::new(TEXT, &page.lines, &observed, &shares);
        let mut names = Vec::new();
        found.each(line, |feature| names.push(blocks::name(feature)));
        names
    }

    #[test]
    fn a_line_knows_where_headline_and_body_are() {
        let byline = names(2);
        for name in
            ["headline=below1 byline", "body=above1", "order=1", "near-1=headline", "near+1=paragraph"]
        {
            assert!(byline.iter().any(|n| n == name), "{name} is missing from {byline:?}");
        }
        assert!(names(1).iter().any(|n| n == "headline=here headline"));
        assert!(names(4).iter().any(|n| n == "body=last paragraph"));
    }

    #[test]
    fn a_line_with_the_words_of_the_headline_is_known() {
        let last = names(5);
        assert!(last.iter().any(|n| n == "echo=same furniture"), "{last:?}");
        assert!(names(0).iter().any(|n| n == "echo=unasked furniture"));
        assert!(names(2).iter().any(|n| n == "echo=none byline" || n == "echo=unasked byline"));
    }

    #[test]
    fn no_line_and_one_line_are_read() {
        for (text, shares) in [("", vec![]), ("Alone", vec![row(R::Headline, 1.0)])] {
            let page = crate::read::read_text(text);
            let observed = crate::label::observe::observe(text, &page);
            let found = Found::new(text, &page.lines, &observed, &shares);
            (0..shares.len()).for_each(|i| found.each(i, |feature| assert!(feature < blocks::N_SECOND)));
        }
    }
}
