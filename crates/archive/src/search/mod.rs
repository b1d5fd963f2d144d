//! Finding: the best or latest hits of a query, how many there are, what they are counted by, and where they match.

mod cursor;
mod facets;
mod held;
mod marks;
mod order;
mod page;
mod rank;
mod snippet;
mod stream;
#[cfg(test)]
mod tests;
mod timeline;

pub(crate) use held::Held;
pub(crate) use page::page;
pub(crate) use stream::stream;

use std::time::{Duration, Instant};

use tantivy::query::EnableScoring;
use tantivy::{DocId, Searcher, SegmentReader};

use crate::error::{Error, QueryError};
use crate::query::Compiled;
use crate::record::Stored;

/// Where hits come from: the store.
pub(crate) trait Records {
    /// The record that first came at a place in the order of changes, as it is now; `None` when it is gone.
    fn by_born(&self, born: u64) -> Result<Option<Stored>, Error>;
}

/// Longest that a search may go on; asked between segments.
const PATIENCE: Duration = Duration::from_secs(10);

/// A question while it is being answered.
struct Question<'a> {
    searcher: &'a Searcher,
    compiled: &'a Compiled,
    query: &'a str,
    started: Instant,
}

impl<'a> Question<'a> {
    fn new(searcher: &'a Searcher, compiled: &'a Compiled, query: &'a str) -> Self {
        Self { searcher, compiled, query, started: Instant::now() }
    }

    /// Gives up a search that takes too long.
    fn go_on(&self) -> Result<(), Error> {
        if self.started.elapsed() < PATIENCE {
            return Ok(());
        }
        Err(Error::Query(QueryError {
            message: format!("the search took longer than {} seconds", PATIENCE.as_secs()),
            span: 0..self.query.len(),
            help: Some("ask for rarer words, or leave prefixes out".to_owned()),
        }))
    }

    /// Hands on every match, segment by segment, in blocks.
    fn each_match(
        &self,
        mut segment: impl FnMut(usize, &SegmentReader) -> Result<(), Error>,
        mut block: impl FnMut(usize, &[DocId]),
    ) -> Result<(), Error> {
        let weight = self.compiled.query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        for (at, reader) in self.searcher.segment_readers().iter().enumerate() {
            self.go_on()?;
            segment(at, reader)?;
            match reader.alive_bitset() {
                None => weight.for_each_no_score(reader, &mut |docs| block(at, docs))?,
                Some(alive) => {
                    let mut living = Vec::new();
                    weight.for_each_no_score(reader, &mut |docs| {
                        living.clear();
                        living.extend(docs.iter().copied().filter(|&doc| alive.is_alive(doc)));
                        block(at, &living);
                    })?;
                }
            }
        }
        Ok(())
    }

    /// How many match.
    fn count(&self) -> Result<u64, Error> {
        let weight = self.compiled.query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        let mut n = 0;
        for reader in self.searcher.segment_readers() {
            self.go_on()?;
            n += u64::from(weight.count(reader)?);
        }
        Ok(n)
    }
}
