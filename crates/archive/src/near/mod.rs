//! Syndicated and near copies: which texts are the same story.
//!
//! Wire copy is cut from the end, lightly edited, given a new headline and set among a site's own lines. So what counts is
//! how much of the *shorter* text stands in the other, measured on shingles that are rare; and how it is spread: an
//! edited copy keeps a little everywhere, a text that quotes the same statement keeps one place whole.
//!
//! Nothing here knows an archive: texts go in, clusters come out, always the same for the same texts.

mod cluster;
mod compare;
mod shingles;
#[cfg(test)]
mod tests;

pub use cluster::{Index, Member};

use shingles::Sketcher;

/// How much of the shorter of two texts stands in the other, 0 to 1.
///
/// ```
/// use wirecopy_archive::near::shared;
///
/// let wire = "The council closed the bridge on Monday. Engineers had found cracks in two of its piers.";
/// assert_eq!(shared(wire, "the council closed the bridge on monday"), 1.0);
/// assert_eq!(shared(wire, "A ferry was sold to a museum"), 0.0);
/// ```
#[must_use]
pub fn shared(one: &str, other: &str) -> f32 {
    let mut sketcher = Sketcher::default();
    let (one, other) = (sketcher.sketch(one), sketcher.sketch(other));
    compare::compare(&one, &other).share
}

/// What makes two texts copies.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Stories in which a shingle may stand. One that stands in more is a stock phrase or a site's own line, and does not
    /// count; copies of one story count once.
    pub max_stories: usize,
    /// Shingles that two copies have in common at least. Fewer may be one sentence that both quote.
    pub min_shingles: usize,
    /// Share of the shorter text from which on the two are copies however it is spread.
    pub whole: f32,
    /// Share of the shorter text from which on they are copies when it is spread over the text.
    pub edited: f32,
    /// Share of the parts of the shorter text in which something common stands, for `edited`.
    pub spread: f32,
    /// Whether a copy has to lie in a part of the cluster's fullest text where others lie too. Items of a roundup, each
    /// printed alone elsewhere, lie side by side.
    pub overlap: bool,
    /// Share of the members compared that a copy has to be a copy of, unless it is one of the fullest.
    pub support: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_stories: 8,
            min_shingles: 8,
            whole: 0.6,
            edited: 0.25,
            spread: 0.5,
            overlap: true,
            support: 0.5,
        }
    }
}
