//! What stands further from a line than its neighbours, and how it goes with them: whether the paragraphs beside it say the
//! same, which stretch of prose it belongs to, how far furniture is.
//!
//! A deck says what the first paragraph says again; a caption seldom does, a menu never. Prose in a short stretch of its own
//! behind the story is the deck of another story, or speaks of the paper itself.

use wirecopy_model::LineRole as R;

use super::echo::Heard;
use super::measure::Measure;
use super::second_blocks::{self as blocks, N_ROLES};
use super::second_found::Shares;

/// Units of a line whose words others are compared with, and how many lines away it may be.
const LONG: u32 = 60;
const REACH: usize = 5;
/// Words that a line has at least to be compared.
const FEWEST: usize = 3;
/// A line that is furniture for certain is not compared.
const FURNITURE: f32 = 0.98;
/// Other lines between two lines of one stretch of prose, at most.
const GAP: usize = 2;

/// The answers to the questions of this file for each line, in the order of [`QUESTIONS`].
pub(super) struct Story(Vec<[u8; QUESTIONS.len()]>);

/// The questions, and whether each is asked a second time together with the role.
pub(super) const QUESTIONS: [(usize, bool); 7] = [
    (blocks::SAYS_NEXT, true),
    (blocks::SAYS_LAST, true),
    (blocks::IN_STRETCH, false),
    (blocks::PROSE_DONE, true),
    (blocks::PROSE_LEFT, true),
    (blocks::CLEAR_OF, true),
    (blocks::SIZED, true),
];

impl Story {
    pub(super) fn new(top: &[usize], measures: &[Measure], heard: &Heard, shares: &[Shares]) -> Self {
        let n = top.len();
        let mut answers = vec![[0; QUESTIONS.len()]; n];
        says(&mut answers, measures, heard, shares);
        stretches(&mut answers, top, measures);
        let distance = |far: usize| match far {
            0 | 1 => 0,
            2 => 1,
            3..=5 => 2,
            _ => 3,
        };
        let mut above = 0;
        for i in 0..n {
            above += 1;
            answers[i][5] = 4 * distance(above);
            if top[i] == R::Furniture as usize {
                above = 0;
            }
        }
        let mut below = 0;
        for i in (0..n).rev() {
            below += 1;
            answers[i][5] += distance(below);
            if top[i] == R::Furniture as usize {
                below = 0;
            }
        }
        let size = |i: usize, other: Option<usize>| match other.and_then(|at| measures.get(at)) {
            None => 0,
            Some(other) if measures[i].units * 2 < other.units => 1,
            Some(other) if measures[i].units > other.units * 2 => 3,
            Some(_) => 2,
        };
        for (i, answers) in answers.iter_mut().enumerate() {
            answers[6] = 4 * size(i, i.checked_sub(1)) + size(i, Some(i + 1));
        }
        Self(answers)
    }

    /// Answers of line `i`.
    pub(super) fn of(&self, i: usize) -> &[u8; QUESTIONS.len()] {
        &self.0[i]
    }
}

/// Words of a line as bits of a small set: some that are not in it seem to be, and that does no harm to shares.
type Words = [u64; 8];

fn place(word: u64) -> (usize, u64) {
    let mixed = word ^ (word >> 29);
    ((mixed >> 6 & 7) as usize, 1 << (mixed & 63))
}

/// How many of a line's words the next and the last paragraph have.
fn says(answers: &mut [[u8; QUESTIONS.len()]], measures: &[Measure], heard: &Heard, shares: &[Shares]) {
    let is_long = |i: &usize| measures[*i].units >= LONG && !heard.of(*i).is_empty();
    let set = |i: usize| {
        let mut set: Words = [0; 8];
        for (at, bit) in heard.of(i).iter().map(|word| place(*word)) {
            set[at] |= bit;
        }
        set
    };
    let share = |i: usize, other: &Words| {
        let own = heard.of(i);
        let met = own.iter().map(|word| place(*word)).filter(|(at, bit)| other[*at] & bit != 0).count();
        1 + u8::from(met * 100 >= own.len() * 15)
            + u8::from(met * 100 >= own.len() * 30)
            + u8::from(met * 100 >= own.len() * 50)
            + u8::from(met * 100 >= own.len() * 75)
    };
    let asked = |i: usize| heard.of(i).len() >= FEWEST && shares[i][R::Furniture as usize] < FURNITURE;
    let near = |(at, words): &(usize, Words), i: usize| {
        if at.abs_diff(i) <= REACH { share(i, words) } else { 0 }
    };
    let mut last: Option<(usize, Words)> = None;
    for (i, answers) in answers.iter_mut().enumerate() {
        answers[1] = last.as_ref().filter(|_| asked(i)).map_or(0, |last| near(last, i));
        if is_long(&i) {
            last = Some((i, set(i)));
        }
    }
    let mut next: Option<(usize, Words)> = None;
    for (i, answers) in answers.iter_mut().enumerate().rev() {
        answers[0] = next.as_ref().filter(|_| asked(i)).map_or(0, |next| near(next, i));
        if is_long(&i) {
            next = Some((i, set(i)));
        }
    }
}

/// Which stretch of prose each line belongs to, and how much of the prose stands above and below it.
fn stretches(answers: &mut [[u8; QUESTIONS.len()]], top: &[usize], measures: &[Measure]) {
    const SMALL: u64 = 4;
    let is_prose = |i: usize| R::ALL[top[i]].is_prose();
    let units = |i: usize| u64::from(measures[i].units);
    // Units of each stretch, and of which stretch a line is.
    let (mut sizes, mut of): (Vec<u64>, Vec<usize>) = (Vec::new(), vec![0; top.len()]);
    let mut last: Option<usize> = None;
    for i in (0..top.len()).filter(|i| is_prose(*i)) {
        if last.is_none_or(|last| i - last > GAP + 1) {
            sizes.push(0);
        }
        of[i] = sizes.len() - 1;
        if let Some(size) = sizes.last_mut() {
            *size += units(i);
        }
        last = Some(i);
    }
    let main = (0..sizes.len()).rev().max_by_key(|at| sizes[*at]).unwrap_or(0);
    let all: u64 = sizes.iter().sum();
    let percent = |part: u64| {
        let limits = [1, 10, 30, 60].iter().filter(|limit| part * 100 >= all.max(1) * **limit);
        u8::try_from(limits.count()).unwrap_or(0)
    };
    let mut above = 0;
    for i in 0..top.len() {
        let own = if is_prose(i) { units(i) } else { 0 };
        if is_prose(i) {
            let large = u8::from(sizes[of[i]] * SMALL >= sizes[main]);
            answers[i][2] = match of[i].cmp(&main) {
                std::cmp::Ordering::Less => 2 + large,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Greater => 4 + large,
            };
        }
        answers[i][3] = percent(above);
        answers[i][4] = percent(all - above - own);
        above += own;
    }
}

/// How many lines have each role.
pub(super) fn counts(top: &[usize]) -> [usize; N_ROLES] {
    let mut counts = [0; N_ROLES];
    top.iter().for_each(|role| counts[*role] += 1);
    counts
}

#[cfg(test)]
mod tests {
    use super::{R, Story};
    use crate::label::second_blocks::N_ROLES;

    const TEXT: &str = "Council closes the old bridge over the river\nThe council closed the old bridge over the river on Monday, \
        and nobody could say when it would open again.\nHome\nHome\nHome\nSign up for our letter, which brings you the best stories of \
        the week.";

    #[test]
    fn what_the_next_paragraph_says_and_where_the_prose_stands_is_seen() {
        let roles = [R::Headline, R::Paragraph, R::Furniture, R::Furniture, R::Furniture, R::Paragraph];
        let top = roles.map(|role| role as usize);
        let page = crate::read::read_text(TEXT);
        let observed = crate::label::observe::observe(TEXT, &page);
        let shares = [[0.0; N_ROLES]; 6];
        let story = Story::new(&top, &observed.measures, &observed.heard, &shares);
        assert_eq!(story.of(0), &[5, 0, 0, 0, 4, 1, 1]);
        assert_eq!(story.of(1)[2], 1);
        assert_eq!(story.of(5)[2], 5);
        assert_eq!((story.of(2)[3], story.of(2)[4]), (4, 3));
        assert_eq!(story.of(3)[5], 0);
        assert!(Story::new(&[], &[], &observed.heard, &[]).0.is_empty());
    }
}
