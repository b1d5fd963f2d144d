use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::error::Error;
use crate::index::{BORN, PUBLISHED};
use crate::request::Sort;

/// Where a hit stands: greater comes first.
///
/// The tie-breaker is where the record first came in the order of changes: unique, so that the order is total, and the same
/// when the record is replaced, so that it keeps its place while somebody walks through the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) key: u64,
    pub(super) tie: u64,
}

impl Place {
    /// Where in the order of changes the record first came.
    pub(super) fn born(self, sort: Sort) -> u64 {
        if sort == Sort::Oldest { !self.tie } else { self.tie }
    }

    /// A hit by how good it is. Scores are not negative, and the bits of such numbers stand in their order.
    pub(super) fn scored(score: f32, born: u64) -> Self {
        Self { key: u64::from(score.max(0.0).to_bits()), tie: born }
    }

    pub(super) fn score(self) -> f32 {
        f32::from_bits(u32::try_from(self.key).unwrap_or(0))
    }
}

/// Reads the places of a segment's entries off its columns.
pub(super) struct Places {
    sort: Sort,
    born: Column<u64>,
    published: Option<Column<i64>>,
}

impl Places {
    pub(super) fn open(reader: &SegmentReader, sort: Sort) -> Result<Self, Error> {
        let fast = reader.fast_fields();
        let dated = matches!(sort, Sort::Newest | Sort::Oldest);
        let published = if dated { fast.column_opt::<i64>(PUBLISHED)? } else { None };
        Ok(Self { sort, born: fast.u64(BORN)?, published })
    }

    pub(super) fn born(&self, doc: DocId) -> u64 {
        self.born.first(doc).unwrap_or(0)
    }

    /// The place by date or by when it was added; 0 is the key of what has no date, whichever way the order runs.
    pub(super) fn place(&self, doc: DocId) -> Place {
        let born = self.born(doc);
        let published = self.published.as_ref().and_then(|column| column.first(doc)).map(tantivy::i64_to_u64);
        match self.sort {
            Sort::Newest => Place { key: published.unwrap_or(0), tie: born },
            Sort::Oldest => Place { key: published.map_or(0, |key| !key), tie: !born },
            Sort::Added | Sort::Relevance => Place { key: born, tie: born },
        }
    }
}

/// Keeps the first so many places after a given one.
pub(super) struct Top {
    size: usize,
    after: Option<Place>,
    heap: BinaryHeap<Reverse<Place>>,
}

impl Top {
    pub(super) fn new(size: usize, after: Option<Place>) -> Self {
        Self { size, after, heap: BinaryHeap::with_capacity(size.min(2000) + 1) }
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn after(&self) -> Option<Place> {
        self.after
    }

    pub(super) fn offer(&mut self, place: Place) {
        if self.after.is_some_and(|after| place >= after) {
            return;
        }
        if self.heap.len() < self.size {
            self.heap.push(Reverse(place));
        } else if let Some(mut last) = self.heap.peek_mut()
            && place > last.0
        {
            last.0 = place;
        }
    }

    /// The last place kept, once there are as many as are wanted.
    pub(super) fn last(&self) -> Option<Place> {
        self.heap.peek().filter(|_| self.heap.len() >= self.size).map(|last| last.0)
    }

    /// The places in their order.
    pub(super) fn into_places(self) -> Vec<Place> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse(place)| place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_after_a_place_are_kept() {
        let mut top = Top::new(3, Some(Place { key: 7, tie: 5 }));
        for key in 0..10 {
            for tie in [9, 4] {
                top.offer(Place { key, tie });
            }
        }
        let kept: Vec<_> = top.into_places().iter().map(|p| (p.key, p.tie)).collect();
        assert_eq!(kept, [(7, 4), (6, 9), (6, 4)]);
        let mut none = Top::new(0, None);
        none.offer(Place { key: 1, tie: 1 });
        assert!(none.into_places().is_empty());
    }

    #[test]
    fn better_scores_stand_before_worse() {
        let places = [0.0, 1e-20, 0.5, 1.0, 17.25].map(|score| Place::scored(score, 1));
        assert!(places.is_sorted());
        assert!(
            places
                .iter()
                .zip([0.0, 1e-20, 0.5, 1.0, 17.25])
                .all(|(p, s)| p.score().to_bits() == f32::to_bits(s))
        );
    }
}
