//! The questions of the second reading and their possible answers, each with its words for `explain`.

use wirecopy_model::LineRole;

use super::atoms::ATOMS;
pub(super) use super::second_answers::NEIGHBOURS;
use super::second_answers::{
    ALIKE, BODY, CLEAR, CLUTTER, DONE, ECHO, GAP, HAS, HEADLINE, LEFT, LENGTH, ORDER, RIVALS, SAYS, SIZES,
    STRETCH, SURE,
};
use crate::plain::joined;

/// Number of roles.
pub(crate) const N_ROLES: usize = LineRole::ALL.len();

/// One question about a line; just one of its answers is true.
pub(crate) struct Block {
    /// Name in the table of weights.
    pub(crate) name: &'static str,
    /// Names of the answers and what they say, behind "it".
    pub(crate) answers: &'static [(&'static str, &'static str)],
    /// Whether an answer weighs differently for each role that the first reading gave.
    pub(crate) by_role: bool,
}

const fn block(name: &'static str, by_role: bool, answers: &'static [(&'static str, &'static str)]) -> Block {
    Block { name, answers, by_role }
}

const SECOND: &[(&str, &str)] = NEIGHBOURS;

/// Roles that an article has at most one or few of, in the order of the `has` blocks.
pub(crate) const TELLING: [LineRole; 8] = [
    LineRole::Headline,
    LineRole::Standfirst,
    LineRole::Byline,
    LineRole::Date,
    LineRole::Meta,
    LineRole::Caption,
    LineRole::Credit,
    LineRole::Dateline,
];

pub(crate) const OWN: usize = 0;
pub(crate) const RUNNER_UP: usize = 1;
/// Three lines before to three lines after.
pub(crate) const NEAR: usize = 2;
pub(crate) const BESIDE: usize = 8;
pub(crate) const LAST: usize = 10;
pub(crate) const NEXT: usize = 11;
pub(crate) const TO_HEADLINE: usize = 12;
pub(crate) const TO_BODY: usize = 14;
pub(crate) const ECHOES: usize = 16;
pub(crate) const CLUTTERED: usize = 18;
pub(crate) const GAPS: usize = 20;
pub(crate) const RIVAL: usize = 22;
pub(crate) const LONG: usize = 23;
pub(crate) const ORDERED: usize = 25;
pub(crate) const HAS_ONE: usize = 27;
pub(crate) const SAYS_NEXT: usize = HAS_ONE + TELLING.len();
pub(crate) const SAYS_LAST: usize = SAYS_NEXT + 2;
pub(crate) const IN_STRETCH: usize = SAYS_LAST + 2;
pub(crate) const PROSE_DONE: usize = IN_STRETCH + 1;
pub(crate) const PROSE_LEFT: usize = PROSE_DONE + 2;
pub(crate) const CLEAR_OF: usize = PROSE_LEFT + 2;
pub(crate) const SIZED: usize = CLEAR_OF + 2;
pub(crate) const SAME_ROLE: usize = SIZED + 2;
const N_BLOCKS: usize = SAME_ROLE + 1;

/// Every question, in the order of the numbers above.
pub(crate) const BLOCKS: [Block; N_BLOCKS] = [
    block("own", true, SURE),
    block("second", true, SECOND),
    block("near-3", false, NEIGHBOURS),
    block("near-2", false, NEIGHBOURS),
    block("near-1", false, NEIGHBOURS),
    block("near+1", false, NEIGHBOURS),
    block("near+2", false, NEIGHBOURS),
    block("near+3", false, NEIGHBOURS),
    block("before", true, NEIGHBOURS),
    block("after", true, NEIGHBOURS),
    block("last", true, NEIGHBOURS),
    block("next", true, NEIGHBOURS),
    block("headline", false, HEADLINE),
    block("headline", true, HEADLINE),
    block("body", false, BODY),
    block("body", true, BODY),
    block("echo", false, ECHO),
    block("echo", true, ECHO),
    block("clutter", false, CLUTTER),
    block("clutter", true, CLUTTER),
    block("gap", false, GAP),
    block("gap", true, GAP),
    block("rival", true, RIVALS),
    block("length", false, LENGTH),
    block("length", true, LENGTH),
    block("order", false, ORDER),
    block("order", true, ORDER),
    block("has-headline", true, HAS),
    block("has-standfirst", true, HAS),
    block("has-byline", true, HAS),
    block("has-date", true, HAS),
    block("has-meta", true, HAS),
    block("has-caption", true, HAS),
    block("has-credit", true, HAS),
    block("has-dateline", true, HAS),
    block("says-next", false, SAYS),
    block("says-next", true, SAYS),
    block("says-last", false, SAYS),
    block("says-last", true, SAYS),
    block("stretch", false, STRETCH),
    block("done", false, DONE),
    block("done", true, DONE),
    block("left", false, LEFT),
    block("left", true, LEFT),
    block("clear", false, CLEAR),
    block("clear", true, CLEAR),
    block("sizes", false, SIZES),
    block("sizes", true, SIZES),
    block("alike", true, ALIKE),
];

/// First feature of each block, and behind them their number.
const OFFSETS: [usize; BLOCKS.len() + 1] = {
    let mut offsets = [0; BLOCKS.len() + 1];
    let mut b = 0;
    while b < BLOCKS.len() {
        let width = if BLOCKS[b].by_role { N_ROLES } else { 1 };
        offsets[b + 1] = offsets[b] + BLOCKS[b].answers.len() * width;
        b += 1;
    }
    offsets
};

/// Answers of all questions.
const N_ANSWERS: usize = OFFSETS[BLOCKS.len()];
/// Number of features of the second reading: the answers, and what is seen of the line itself.
pub(crate) const N_SECOND: usize = N_ANSWERS + ATOMS.len();

/// The feature of an observation on the line itself.
pub(crate) fn atom(atom: usize) -> usize {
    N_ANSWERS + atom
}

/// The feature of an answer, for a line whose first role is `role`.
pub(crate) fn feature(block: usize, answer: usize, role: usize) -> usize {
    let width = if BLOCKS[block].by_role { N_ROLES } else { 1 };
    OFFSETS[block] + answer * width + if BLOCKS[block].by_role { role } else { 0 }
}

/// Block, answer and role of a feature.
fn parts(feature: usize) -> (&'static Block, usize, Option<LineRole>) {
    let b = OFFSETS.partition_point(|offset| *offset <= feature).saturating_sub(1).min(BLOCKS.len() - 1);
    let block = &BLOCKS[b];
    let rest = feature - OFFSETS[b];
    if block.by_role {
        return (block, rest / N_ROLES, Some(LineRole::ALL[rest % N_ROLES]));
    }
    (block, rest, None)
}

/// Parts of the name of a feature, see [`name`].
fn name_parts(feature: usize) -> [&'static str; 5] {
    if let Some(atom) = feature.checked_sub(N_ANSWERS) {
        return [ATOMS[atom].0, "", "", "", ""];
    }
    let (block, answer, role) = parts(feature);
    let answer = block.answers[answer].0;
    match role {
        Some(role) => [block.name, "=", answer, " ", role.as_str()],
        None => [block.name, "=", answer, "", ""],
    }
}

/// Whether a feature has that name, see [`name`].
pub(crate) fn is_named(feature: usize, name: &[u8]) -> bool {
    joined(name, name_parts(feature))
}

/// Name of a feature in the table of weights: `headline=below1`, and `headline=below1 byline` when it goes with a role.
#[cfg(any(test, feature = "train"))]
pub(crate) fn name(feature: usize) -> String {
    name_parts(feature).concat()
}

/// A feature in words.
pub(crate) fn words(feature: usize) -> String {
    if let Some(atom) = feature.checked_sub(N_ANSWERS) {
        return ATOMS[atom].1.to_owned();
    }
    let (block, answer, role) = parts(feature);
    let said = block.answers[answer].1;
    let what = match block.name {
        "near-3" => format!("the third line before {said}"),
        "near-2" => format!("the second line before {said}"),
        "near-1" | "before" => format!("the line before {said}"),
        "near+1" | "after" => format!("the line after {said}"),
        "near+2" => format!("the second line after {said}"),
        "near+3" => format!("the third line after {said}"),
        "last" => format!("the last line before that is no furniture {said}"),
        "next" => format!("the next line that is no furniture {said}"),
        "says-next" => said.replace("beside", "after"),
        "says-last" => said.replace("beside", "before"),
        "alike" => format!("of lines read like it, {said}"),
        "second" => format!("{} is the next best guess", said.trim_start_matches("is ")),
        name => match name.strip_prefix("has-") {
            Some(role) => format!("of {role} lines, {said}"),
            None => said.to_owned(),
        },
    };
    match role {
        Some(role) => format!("read as {} at first, and {what}", role.as_str()),
        None => what,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        BLOCKS, BODY, CLEAR_OF, ECHOES, GAP, LAST, LONG, N_SECOND, NEIGHBOURS, ORDERED, SAME_ROLE, TO_BODY,
    };
    use super::{LineRole, N_ROLES, is_named, name, words};

    #[test]
    fn every_feature_has_a_name_of_its_own_and_words() {
        let names: BTreeSet<String> = (0..N_SECOND).map(name).collect();
        assert_eq!(names.len(), N_SECOND);
        assert!((0..N_SECOND).all(|f| !words(f).is_empty()));
        for feature in 0..N_SECOND {
            assert!(is_named(feature, name(feature).as_bytes()));
            assert!(!is_named(feature, name((feature + 1) % N_SECOND).as_bytes()));
        }
    }

    #[test]
    fn numbers_and_names_of_questions_agree() {
        let named = |at: usize| BLOCKS[at].name;
        assert_eq!([named(LAST), named(TO_BODY), named(ECHOES)], ["last", "body", "echo"]);
        assert_eq!([named(LONG), named(ORDERED)], ["length", "order"]);
        assert_eq!([named(CLEAR_OF), named(SAME_ROLE)], ["clear", "alike"]);
        assert_eq!((BODY.len(), GAP.len(), NEIGHBOURS.len()), (14, 25, N_ROLES + 1));
        assert!(LineRole::ALL.iter().zip(NEIGHBOURS).all(|(role, answer)| role.as_str() == answer.0));
    }
}
