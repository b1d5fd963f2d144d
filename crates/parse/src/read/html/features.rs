//! What is asked of a line of a page before its words are read: its tags, its place, and what stands around it.
//!
//! Every question has an answer of a few degrees; question and answer name a row in the table of the prior.

use super::tags::Tags;
use super::words::Words;

/// Questions, each with the number of its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Q {
    Bias,
    /// Letters of the line.
    Letters,
    /// Share of links among them.
    Links,
    /// A short line that is one link.
    ShortLink,
    /// Whether it ends like a sentence.
    Ends,
    /// The same with its length.
    EndsLetters,
    Colon,
    Bold,
    Time,
    /// Elements over it.
    Tag,
    /// Names of its block and its neighbourhood.
    Own,
    /// Names of all elements over it.
    Over,
    /// The element of its block.
    Block,
    /// Whether it stands in the element that holds most prose.
    Story,
    /// How many elements under it.
    StoryDepth,
    /// Length and share of links of a line in it.
    StoryLine,
    /// Prose of the element over its block, against the element that has most of it.
    Parent,
    /// The same in letters.
    ParentLetters,
    ParentLinks,
    GrandLinks,
    /// Prose of all blocks on the same path of tags, against the path that has most.
    Path,
    /// Where it stands to the headline.
    Headline,
    /// Where it stands to the first and the last line of prose of the story.
    Place,
    /// Between them, inside the story's element or not.
    Between,
    /// Says what the page says of itself in its description.
    Description,
    /// Says the headline again.
    Title,
    /// Stands twice on the page.
    Repeated,
    /// A short line with a number.
    Number,
    Commas,
    Pipe,
    Copyright,
    /// Stands in the text of the story that linked data hold.
    Data,
}

const N_QUESTIONS: usize = Q::Data as usize + 1;

/// Name and number of answers of each question, in the order of [`Q`].
const QUESTIONS: [(&str, usize); N_QUESTIONS] = [
    ("bias", 1),
    ("letters", 10),
    ("links", 6),
    ("short-link", 1),
    ("ends", 2),
    ("ends-letters", 8),
    ("colon", 1),
    ("bold", 1),
    ("time", 1),
    ("tag", Tags::ALL.len()),
    ("own", Words::ALL.len()),
    ("over", Words::ALL.len()),
    ("block", BLOCKS.len() + 1),
    ("story", 2),
    ("story-depth", 6),
    ("story-line", 12),
    ("parent", 6),
    ("parent-letters", 6),
    ("parent-links", 6),
    ("grand-links", 6),
    ("path", 6),
    ("headline", 9),
    ("place", 7),
    ("between", 2),
    ("description", 1),
    ("title", 1),
    ("repeated", 1),
    ("number", 1),
    ("commas", 4),
    ("pipe", 1),
    ("copyright", 1),
    ("data", 2),
];

/// Elements of blocks that are told apart.
pub(super) const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "td",
    "span",
    "section",
    "article",
    "figcaption",
    "h2",
    "h3",
    "h4",
    "dd",
    "dt",
    "th",
    "address",
    "blockquote",
    "h1",
    "pre",
];

/// Where the answers of each question begin.
const STARTS: [usize; N_QUESTIONS + 1] = {
    let mut starts = [0; N_QUESTIONS + 1];
    let mut q = 0;
    while q < N_QUESTIONS {
        starts[q + 1] = starts[q] + QUESTIONS[q].1;
        q += 1;
    }
    starts
};

/// Number of all answers.
pub(super) const N_FEATURES: usize = STARTS[N_QUESTIONS];

/// Row of an answer; the last one stands for all beyond it.
pub(super) fn row(question: Q, answer: usize) -> usize {
    STARTS[question as usize] + answer.min(QUESTIONS[question as usize].1 - 1)
}

/// How many of the bounds a value reaches.
pub(super) fn degree<T: PartialOrd + Copy>(value: T, bounds: &[T]) -> usize {
    bounds.iter().take_while(|bound| value >= **bound).count()
}

/// Name of a row in the table.
pub(super) fn name(feature: usize) -> String {
    let q = (0..N_QUESTIONS).rev().find(|q| STARTS[*q] <= feature).unwrap_or(0);
    let (stem, n) = QUESTIONS[q];
    let answer = feature - STARTS[q];
    let word = match stem {
        "tag" => Tags::ALL[answer].1,
        "own" | "over" => Words::ALL[answer].1,
        "block" => BLOCKS.get(answer).copied().unwrap_or("other"),
        _ if n == 1 => return stem.to_owned(),
        _ => return format!("{stem}={answer}"),
    };
    format!("{stem}:{word}")
}

#[cfg(test)]
mod tests {
    use super::{N_FEATURES, Q, degree, name, row};

    #[test]
    fn every_answer_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..N_FEATURES).map(name).collect();
        assert_eq!(names.len(), N_FEATURES);
        assert_eq!(name(row(Q::Letters, 3)), "letters=3");
        assert_eq!(name(row(Q::Letters, 99)), "letters=9");
        assert_eq!(name(row(Q::Tag, 2)), "tag:nav");
        assert_eq!(name(row(Q::Data, 1)), "data=1");
        assert_eq!((degree(3, &[1, 3, 5]), degree(0.0, &[0.5])), (2, 0));
    }
}
