//! What two texts have in common, and whether that makes them copies.

use std::cmp::Ordering;

use super::Options;
use super::shingles::{PARTS, Print, Sketch};

/// Prints that copies have in common at least, whatever they stand for: of fewer no share can be told.
pub(crate) const MIN_PRINTS: usize = 4;

/// What two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Common {
    /// Share of the shorter text's prints that stand in both, 0 to 1.
    pub(crate) share: f32,
    /// The same of the first text's prints, and of the second's.
    pub(crate) shares: (f32, f32),
    /// Prints that stand in both.
    pub(crate) prints: usize,
    /// Shingles that these stand for, about.
    pub(crate) shingles: usize,
    /// Share of the parts of the shorter text in which common prints stand, 0 to 1.
    pub(crate) spread: f32,
    /// Which sixteenths of the second text hold common prints.
    pub(crate) region: u16,
}

/// Compares two texts; `other` is the one that the region is told of.
pub(crate) fn compare(one: &Sketch, other: &Sketch) -> Common {
    let mask = (1_u32 << one.rate.max(other.rate)) - 1;
    let kept = |print: &&Print| print.hash & mask == 0;
    let (mut one_prints, mut other_prints) =
        (one.prints.iter().filter(kept), other.prints.iter().filter(kept));
    let (mut one_next, mut other_next) = (one_prints.next(), other_prints.next());
    let (mut one_length, mut other_length, mut prints) = (0, 0, 0);
    let (mut one_parts, mut other_parts) = (0_u16, 0_u16);
    while let (Some(left), Some(right)) = (one_next, other_next) {
        match left.hash.cmp(&right.hash) {
            Ordering::Less => {
                one_length += 1;
                one_next = one_prints.next();
            }
            Ordering::Greater => {
                other_length += 1;
                other_next = other_prints.next();
            }
            Ordering::Equal => {
                one_length += 1;
                other_length += 1;
                prints += 1;
                one_parts |= left.part;
                other_parts |= right.part;
                one_next = one_prints.next();
                other_next = other_prints.next();
            }
        }
    }
    one_length += usize::from(one_next.is_some()) + one_prints.count();
    other_length += usize::from(other_next.is_some()) + other_prints.count();
    let (length, parts) =
        if one_length <= other_length { (one_length, one_parts) } else { (other_length, other_parts) };
    Common {
        share: ratio(prints, length),
        shares: (ratio(prints, one_length), ratio(prints, other_length)),
        prints,
        shingles: prints << one.rate.max(other.rate),
        spread: ratio(parts.count_ones() as usize, PARTS.min(length)),
        region: other_parts,
    }
}

impl Common {
    /// Whether they are copies.
    pub(crate) fn are_copies(&self, options: &Options) -> bool {
        self.prints >= MIN_PRINTS
            && self.shingles >= options.min_shingles
            && (self.share >= options.whole
                || (self.share >= options.edited && self.spread >= options.spread))
    }
}

fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        return 0.0;
    }
    // Both are numbers of prints of one text, far below 2^24.
    part as f32 / whole as f32
}
