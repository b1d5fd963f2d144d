use std::collections::HashMap;

use tantivy::columnar::StrColumn;
use tantivy::{DocId, SegmentReader};

use crate::error::Error;
use crate::index::{facet_name, internal};
use crate::request::{Counts, FacetField};

/// Counts one facet.
pub(super) struct FacetCount {
    field: FacetField,
    /// Values of the segments that are done.
    done: HashMap<String, u64>,
    segment: Option<Segment>,
}

struct Segment {
    column: StrColumn,
    /// By number of the value in the segment.
    counts: Vec<u64>,
}

impl FacetCount {
    pub(super) fn new(field: FacetField) -> Self {
        Self { field, done: HashMap::new(), segment: None }
    }

    pub(super) fn enter(&mut self, reader: &SegmentReader) -> Result<(), Error> {
        self.leave()?;
        let column = reader.fast_fields().str(facet_name(self.field))?;
        self.segment = column.map(|column| Segment { counts: vec![0; column.num_terms()], column });
        Ok(())
    }

    pub(super) fn count(&mut self, docs: &[DocId]) {
        let Some(segment) = &mut self.segment else { return };
        let ords = segment.column.ords();
        for &doc in docs {
            for ord in ords.values_for_doc(doc) {
                if let Some(count) = usize::try_from(ord).ok().and_then(|ord| segment.counts.get_mut(ord)) {
                    *count += 1;
                }
            }
        }
    }

    /// Turns the numbers of the segment into values.
    fn leave(&mut self) -> Result<(), Error> {
        let Some(segment) = self.segment.take() else { return Ok(()) };
        let found: Vec<(u64, u64)> = (0..).zip(segment.counts).filter(|(_, count)| *count > 0).collect();
        let ords: Vec<u64> = found.iter().map(|(ord, _)| *ord).collect();
        let mut counts = found.iter().map(|(_, count)| *count);
        let done = &mut self.done;
        let all = segment.column.dictionary().sorted_ords_to_term_cb(&ords, |value| {
            if let (Ok(value), Some(count)) = (std::str::from_utf8(value), counts.next()) {
                match done.get_mut(value) {
                    Some(sum) => *sum += count,
                    None => _ = done.insert(value.to_owned(), count),
                }
            }
        });
        match all {
            Ok(true) => Ok(()),
            Ok(false) => Err(internal("a value that is counted is not in the index".to_owned())),
            Err(source) => Err(Error::Io { what: "cannot read the index".to_owned(), source }),
        }
    }

    /// The values, most frequent first, then by name.
    pub(super) fn finish(mut self, limit: usize) -> Result<Counts, Error> {
        self.leave()?;
        let mut values: Vec<(String, u64)> = self.done.into_iter().collect();
        let by_count = |a: &(String, u64), b: &(String, u64)| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0));
        let others = values.len().saturating_sub(limit) as u64;
        if others > 0 && limit > 0 {
            values.select_nth_unstable_by(limit - 1, by_count);
        }
        values.truncate(limit);
        values.sort_unstable_by(by_count);
        Ok(Counts { field: self.field, values, others })
    }
}
