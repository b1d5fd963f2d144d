//! Mojibake: UTF-8 that was read in an encoding of one byte a letter, once or more often, is put right.
//!
//! Damage of this kind is told by form alone: each letter that is not ASCII became the two, three or four letters of its
//! bytes, and these have an order that no language writes ([`scan`]). [`judge`] weighs what was found against the
//! letters that stand there by right, line by line and over the whole text; [`page`] knows the encodings.
//!
//! The parser reads the repaired text. All that it reports is then moved back into the text as it was decoded
//! ([`map`]), so that spans stay true to the input.

mod judge;
mod map;
mod page;
mod relocate;
mod scan;
mod strength;
#[cfg(test)]
mod tests;

use crate::Repair;
use judge::Verdict;
pub(crate) use map::Map;
use page::Page;
pub(crate) use relocate::relocate;
pub(crate) use scan::may_be_damaged;

/// How often a text can have been damaged: each time it is a little longer, and twice is what is met.
const MOST_ROUNDS: usize = 3;

/// A repaired text and how its places stand to those of the text before.
#[derive(Debug, Clone)]
pub(crate) struct Repaired {
    /// The text in its own letters.
    pub(crate) text: String,
    /// From its places to those of the text as it was decoded.
    pub(crate) map: Map,
    /// What the text was wrongly read as, as people call it, last reading first.
    pub(crate) read_as: Vec<&'static str>,
    /// Letters put right.
    pub(crate) letters: usize,
    /// Letters that the damage left nothing of; U+FFFD stands for them.
    pub(crate) lost: usize,
    /// The first damaged place, in the text as it was decoded.
    pub(crate) first: std::ops::Range<usize>,
}

/// Repairs a text, if the damage is certain or the caller is.
///
/// `None` when there is nothing to repair, which most texts tell in one pass over their letters.
pub(crate) fn repair(text: &str, mode: Repair) -> Option<Repaired> {
    // Spans have 32 bits, and a letter that was lost takes one byte more than its damage.
    if mode == Repair::Never || text.len() > u32::MAX as usize / 2 {
        return None;
    }
    let mut done: Option<Repaired> = None;
    for _ in 0..MOST_ROUNDS {
        let before = done.as_ref().map_or(text, |repaired| repaired.text.as_str());
        let Some(pass) = once(before, mode) else { break };
        done = Some(match done {
            None => Repaired { first: pass.first.clone(), ..pass },
            Some(earlier) => Repaired {
                map: earlier.map.then(&pass.map),
                read_as: [earlier.read_as, pass.read_as].concat(),
                text: pass.text,
                letters: pass.letters,
                lost: earlier.lost + pass.lost,
                first: earlier.first,
            },
        });
    }
    done
}

/// Where a text that [`may_be_damaged`] looks so and is not to be repaired, or not certainly enough.
pub(crate) fn suspect(text: &str) -> Option<std::ops::Range<usize>> {
    // One may be a language's own spelling, three are damage.
    const FEWEST: usize = 3;
    let strong = |page: &Page| judge::judge(text, page, Repair::Always).filter(|v| v.strong >= FEWEST);
    Page::all().iter().filter_map(strong).max_by_key(|verdict| verdict.score).map(|verdict| verdict.first)
}

/// One round: the encoding that explains most, if it explains enough.
fn once(text: &str, mode: Repair) -> Option<Repaired> {
    if !may_be_damaged(text) {
        return None;
    }
    let mut best: Option<(&Page, Verdict)> = None;
    for page in Page::all() {
        let Some(verdict) = judge::judge(text, page, mode) else { continue };
        // Of equals the first: it is the more usual one.
        if best.as_ref().is_none_or(|(_, best)| verdict.score > best.score) {
            best = Some((page, verdict));
        }
    }
    let (page, verdict) = best?;
    let mut repaired = judge::apply(text, page, &verdict);
    repaired.read_as = vec![page.name];
    Some(repaired)
}
