use tantivy::query::{EnableScoring, Query, Scorer, Weight};
use tantivy::{DocId, Score, SegmentReader};

use super::Question;
use super::order::{Place, Places, Top};
use crate::error::Error;
use crate::request::Sort;

/// How far two sums of the same numbers in another order may lie apart, as a share of the sum. Sixty additions in single
/// precision stay well below it.
const ROUNDING: f32 = 1e-4;

/// Matches that are counted together.
const BLOCK: usize = 64;

/// The best hits after a place, of a plain set of alternatives.
///
/// It is pruned: blocks that cannot reach the worst hit kept are not read. What that adds up
/// depends on the order in which blocks were passed, down to the last bit, and a page that begins where another ended needs
/// that bit; so its candidates are added up anew, always in the same order.
pub(super) fn best(
    question: &Question<'_>,
    leaves: &[Box<dyn Query>],
    size: usize,
    after: Option<Place>,
) -> Result<Vec<Place>, Error> {
    let mut top = Top::new(size, after);
    if size == 0 {
        return Ok(Vec::new());
    }
    let scoring = EnableScoring::enabled_from_searcher(question.searcher);
    let weight = question.compiled.query.weight(scoring)?;
    let leaves = leaves.iter().map(|leaf| leaf.weight(scoring)).collect::<Result<Vec<_>, _>>()?;
    for reader in question.searcher.segment_readers() {
        question.go_on()?;
        pruned(weight.as_ref(), &leaves, reader, &mut top)?;
    }
    Ok(top.into_places())
}

/// The best hits after a place, of any question: every match is scored, and handed on in blocks to be counted on the way, so
/// that no phrase and no range is looked up twice.
pub(super) fn counted(
    question: &Question<'_>,
    size: usize,
    after: Option<Place>,
    mut segment: impl FnMut(&SegmentReader) -> Result<(), Error>,
    mut count: impl FnMut(&[DocId]),
) -> Result<Vec<Place>, Error> {
    let mut top = Top::new(size, after);
    let weight = question.compiled.query.weight(EnableScoring::enabled_from_searcher(question.searcher))?;
    let mut block: Vec<DocId> = Vec::with_capacity(BLOCK);
    for reader in question.searcher.segment_readers() {
        question.go_on()?;
        segment(reader)?;
        each_scored(weight.as_ref(), reader, |doc, score, born| {
            top.offer(Place::scored(score, born));
            block.push(doc);
            if block.len() == BLOCK {
                count(&block);
                block.clear();
            }
        })?;
        count(&block);
        block.clear();
    }
    Ok(top.into_places())
}

/// Every match of a segment with its score.
pub(super) fn each_scored(
    weight: &dyn Weight,
    reader: &SegmentReader,
    mut found: impl FnMut(DocId, Score, u64),
) -> Result<(), Error> {
    let places = Places::open(reader, Sort::Relevance)?;
    let alive = reader.alive_bitset();
    weight.for_each(reader, &mut |doc, score| {
        if alive.is_none_or(|alive| alive.is_alive(doc)) {
            found(doc, score, places.born(doc));
        }
    })?;
    Ok(())
}

fn pruned(
    weight: &dyn Weight,
    leaves: &[Box<dyn Weight>],
    reader: &SegmentReader,
    top: &mut Top,
) -> Result<(), Error> {
    let places = Places::open(reader, Sort::Relevance)?;
    let alive = reader.alive_bitset();
    let below =
        |top: &Top| top.last().map_or(-1.0, |last| last.score() * (1.0 - ROUNDING) - f32::MIN_POSITIVE);
    // The candidates of this segment, held against each other by their uncertain scores.
    let mut rough = Top::new(
        top.size(),
        top.after().map(|after| Place::scored(after.score() * (1.0 + ROUNDING), u64::MAX)),
    );
    let mut candidates: Vec<(DocId, Score)> = Vec::new();
    let floor = below(top);
    weight.for_each_pruning(floor, reader, &mut |doc, score| {
        if alive.is_none_or(|alive| alive.is_alive(doc)) {
            let sure = top.after().is_none_or(|after| score < after.score() * (1.0 - ROUNDING));
            let eligible = top.after().is_none_or(|after| score <= after.score() * (1.0 + ROUNDING));
            if eligible {
                candidates.push((doc, score));
            }
            if sure {
                rough.offer(Place::scored(score, places.born(doc)));
            }
            if candidates.len() > 4 * rough.size() + 4096 {
                let floor = below(&rough).max(floor);
                candidates.retain(|(_, score)| *score > floor);
            }
        }
        below(&rough).max(floor)
    })?;
    let floor = below(&rough).max(floor);
    candidates.retain(|(_, score)| *score > floor);
    if leaves.len() <= 2 {
        // Two numbers have one sum.
        candidates.iter().for_each(|(doc, score)| top.offer(Place::scored(*score, places.born(*doc))));
        return Ok(());
    }
    candidates.sort_unstable_by_key(|(doc, _)| *doc);
    let mut scorers = leaves.iter().map(|leaf| leaf.scorer(reader, 1.0)).collect::<Result<Vec<_>, _>>()?;
    for (doc, _) in candidates {
        let score: Score = scorers.iter_mut().map(|scorer| score_at(scorer.as_mut(), doc)).sum();
        top.offer(Place::scored(score, places.born(doc)));
    }
    Ok(())
}

fn score_at(scorer: &mut dyn Scorer, doc: DocId) -> Score {
    let now = if scorer.doc() < doc { scorer.seek(doc) } else { scorer.doc() };
    if now == doc { scorer.score() } else { 0.0 }
}
