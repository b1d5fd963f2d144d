//! Where the body of the article stands: the stretch of lines with the most prose in it.
//!
//! The header is read from where the body is, not the other way round: no order of header lines is common enough to
//! be a rule, but nearly every article has a run of prose.

use super::lexicon::{Class, Hits};
use super::measure::Measure;

/// A line of at least this many units that ends like a sentence is prose for certain.
const PROSE_UNITS: u32 = 80;
/// A short line of talk or a short paragraph.
const SHORT_PROSE_UNITS: u32 = 40;

/// First and last line (inclusive) of the body, and how much prose it holds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Zone {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) weight: f32,
}

/// How much one line speaks for prose (positive) or against it.
pub(crate) fn prose_score(m: &Measure, hits: &Hits, wrapped: bool, in_capitals: bool) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "held at 400")]
    let length = m.units.min(400) as f32;
    if hits.has(Class::Rights) || (hits.has(Class::Paywall) && m.units < 200) {
        return -0.6;
    }
    if wrapped && m.units >= 45 {
        return 0.4;
    }
    if m.units >= PROSE_UNITS && (m.ends_sentence() || m.sentences >= 1 || m.units >= 2 * PROSE_UNITS) {
        // A list of names or links may be as long as a paragraph, but has hardly a small word.
        let mostly_capitals =
            !in_capitals && m.capital_words > 2 * m.small_words && m.small_words + m.capital_words > 4;
        return if mostly_capitals { -0.2 } else { length / 100.0 };
    }
    if m.units >= SHORT_PROSE_UNITS && m.ends_sentence() {
        return 0.5;
    }
    if m.ends_sentence() && m.words >= 4 && hits.covered * 2 < hits.words {
        return 0.1;
    }
    let furniture = hits.covered * 2 >= hits.words && hits.words > 0;
    if furniture { -0.6 } else { -0.35 }
}

/// The stretch with the largest sum of scores.
pub(crate) fn find(scores: &[f32]) -> Option<Zone> {
    let mut best: Option<Zone> = None;
    let (mut sum, mut start) = (0.0f32, 0usize);
    for (i, &score) in scores.iter().enumerate() {
        if sum <= 0.0 {
            sum = 0.0;
            start = i;
        }
        sum += score;
        if sum > 0.0 && best.is_none_or(|zone| sum > zone.weight) {
            best = Some(Zone { first: start, last: i, weight: sum });
        }
    }
    best
}
