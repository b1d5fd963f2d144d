//! The questions of the second reading and their possible answers, each with its words for `explain`.

use wirecopy_model::LineRole;

use super::atoms::ATOMS;
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

/// Roles as answers; the last one is the edge of the document.
pub(super) const NEIGHBOURS: &[(&str, &str)] = &[
    ("headline", "is a headline"),
    ("kicker", "is a kicker"),
    ("standfirst", "is a standfirst"),
    ("source", "is a source line"),
    ("byline", "is a byline"),
    ("date", "is a date line"),
    ("meta", "is a mixed line"),
    ("dateline", "opens with a dateline"),
    ("paragraph", "is a paragraph"),
    ("crosshead", "is a crosshead"),
    ("caption", "is a caption"),
    ("credit", "is a credit"),
    ("list_item", "is a list item"),
    ("quote", "is a quote"),
    ("note", "is a note"),
    ("furniture", "is furniture"),
    ("edge", "is beyond the document"),
];

const HEADLINE: &[(&str, &str)] = &[
    ("none", "no headline was found"),
    ("here", "it is the likeliest headline"),
    ("above1", "it stands right above the headline"),
    ("above2", "it stands two lines above the headline"),
    ("above3", "it stands above the headline"),
    ("below1", "it stands right under the headline"),
    ("below2", "it stands two lines under the headline"),
    ("below3", "it stands a few lines under the headline"),
    ("below6", "it stands far under the headline"),
];

const BODY: &[(&str, &str)] = &[
    ("none", "no body was found"),
    ("above1", "it stands right above the body"),
    ("above2", "it stands two lines above the body"),
    ("above3", "it stands a few lines above the body"),
    ("above6", "it stands some lines above the body"),
    ("above13", "it stands far above the body"),
    ("first", "it opens the body"),
    ("second", "it is second or third in the body"),
    ("inside", "it stands inside the body"),
    ("last", "it closes the body"),
    ("below1", "it stands right under the body"),
    ("below2", "it stands two lines under the body"),
    ("below3", "it stands a few lines under the body"),
    ("below6", "it stands far under the body"),
];

const ECHO: &[(&str, &str)] = &[
    ("unasked", "it was not compared with the headline"),
    ("none", "it shares no word with the headline"),
    ("some", "it shares a word with the headline"),
    ("half", "it shares half of the headline's words"),
    ("most", "it shares most of the headline's words"),
    ("same", "it has the headline's words"),
];

const CLUTTER: &[(&str, &str)] = &[
    ("0", "the document holds no furniture"),
    ("10", "the document holds little furniture"),
    ("30", "a quarter of the lines is furniture"),
    ("60", "half of the lines are furniture"),
    ("85", "most lines are furniture"),
    ("all", "nearly all lines are furniture"),
];

/// Lines from the last prose and to the next: each 1, 2, 3 or 4, 5 to 9, more or never.
const GAP: &[(&str, &str)] = &[
    ("1-1", "prose stands on both sides"),
    ("1-2", "prose stands before it and two lines behind"),
    ("1-3", "prose stands before it and a few lines behind"),
    ("1-5", "prose stands before it and some lines behind"),
    ("1-never", "prose stands before it and nowhere near behind"),
    ("2-1", "prose stands two lines before it and right behind"),
    ("2-2", "prose stands two lines away on both sides"),
    ("2-3", "prose stands two lines before it and a few lines behind"),
    ("2-5", "prose stands two lines before it and some lines behind"),
    ("2-never", "prose stands two lines before it and nowhere near behind"),
    ("3-1", "prose stands a few lines before it and right behind"),
    ("3-2", "prose stands a few lines before it and two lines behind"),
    ("3-3", "prose stands a few lines away on both sides"),
    ("3-5", "prose stands a few lines before it and some lines behind"),
    ("3-never", "prose stands a few lines before it and nowhere near behind"),
    ("5-1", "prose stands some lines before it and right behind"),
    ("5-2", "prose stands some lines before it and two lines behind"),
    ("5-3", "prose stands some lines before it and a few lines behind"),
    ("5-5", "prose stands some lines away on both sides"),
    ("5-never", "prose stands some lines before it and nowhere near behind"),
    ("never-1", "prose stands right behind it and nowhere near before"),
    ("never-2", "prose stands two lines behind it and nowhere near before"),
    ("never-3", "prose stands a few lines behind it and nowhere near before"),
    ("never-5", "prose stands some lines behind it and nowhere near before"),
    ("never-never", "no prose stands near it"),
];

const RIVALS: &[(&str, &str)] = &[
    ("none", "no other line is surer of that role"),
    ("above", "a line above is surer of that role"),
    ("below", "a line below is surer of that role"),
    ("both", "lines above and below are surer of that role"),
];

const LENGTH: &[(&str, &str)] = &[
    ("tiny", "it is tiny beside the paragraphs"),
    ("short", "it is short beside the paragraphs"),
    ("less", "it is shorter than the paragraphs"),
    ("like", "it is as long as the paragraphs"),
    ("long", "it is longer than the paragraphs"),
    ("tiny.", "it is tiny beside the paragraphs and ends like a sentence"),
    ("short.", "it is short beside the paragraphs and ends like a sentence"),
    ("less.", "it is shorter than the paragraphs and ends like a sentence"),
    ("like.", "it is as long as the paragraphs and ends like a sentence"),
    ("long.", "it is longer than the paragraphs and ends like a sentence"),
];

const SURE: &[(&str, &str)] = &[
    ("unsure", "the first reading was unsure"),
    ("likely", "the first reading found that likely"),
    ("sure", "the first reading was sure"),
    ("certain", "the first reading was certain"),
];

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

const HAS: &[(&str, &str)] = &[
    ("none", "no other line is one"),
    ("above", "another line above is one"),
    ("below", "another line below is one"),
];

/// Lines of the article above.
const ORDER: &[(&str, &str)] = &[
    ("0", "it is the first line of the article"),
    ("1", "it is the second line of the article"),
    ("2", "it is the third line of the article"),
    ("3", "a few lines of the article stand above"),
    ("6", "many lines of the article stand above"),
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

/// Every question, in the order of the numbers above.
pub(crate) const BLOCKS: [Block; HAS_ONE + TELLING.len()] = [
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

/// Whether a feature has that name, see [`name`].
pub(crate) fn is_named(feature: usize, name: &[u8]) -> bool {
    if feature >= N_ANSWERS {
        return joined(name, [ATOMS[feature - N_ANSWERS].0]);
    }
    let (block, answer, role) = parts(feature);
    let answer = block.answers[answer].0;
    match role {
        Some(role) => joined(name, [block.name, "=", answer, " ", role.as_str()]),
        None => joined(name, [block.name, "=", answer]),
    }
}

/// Name of a feature in the table of weights: `headline=below1`, and `headline=below1 byline` when it goes with a role.
#[cfg(any(test, feature = "train"))]
pub(crate) fn name(feature: usize) -> String {
    if let Some(atom) = feature.checked_sub(N_ANSWERS) {
        return ATOMS[atom].0.to_owned();
    }
    let (block, answer, role) = parts(feature);
    let answer = block.answers[answer].0;
    match role {
        Some(role) => format!("{}={answer} {}", block.name, role.as_str()),
        None => format!("{}={answer}", block.name),
    }
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

    use super::{BLOCKS, BODY, ECHOES, GAP, LAST, LONG, N_SECOND, NEIGHBOURS, ORDERED, TO_BODY, name, words};
    use super::{LineRole, N_ROLES, is_named};

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
        assert_eq!((BODY.len(), GAP.len(), NEIGHBOURS.len()), (14, 25, N_ROLES + 1));
        assert!(LineRole::ALL.iter().zip(NEIGHBOURS).all(|(role, answer)| role.as_str() == answer.0));
    }
}
