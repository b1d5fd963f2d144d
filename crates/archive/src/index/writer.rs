use std::fmt;
use std::num::NonZero;
use std::thread;

use tantivy::Term;

use super::Payload;
use super::document::document;
use super::fields::Fields;
use super::reader::Reader;
use crate::error::Error;
use crate::record::Stored;

/// Threads that build segments; more gain little and leave more small segments to merge.
const MAX_THREADS: usize = 4;
/// Memory a thread gathers before it writes a segment, in bytes.
const BUDGET: usize = 48 << 20;

/// The one who writes the index.
pub(crate) struct IndexWriter {
    inner: tantivy::IndexWriter,
    fields: Fields,
    reader: Reader,
}

impl IndexWriter {
    pub(super) fn new(index: &tantivy::Index, fields: &Fields, reader: &Reader) -> Result<Self, Error> {
        let n_threads = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
        let inner = index.writer_with_num_threads(n_threads, n_threads * BUDGET)?;
        Ok(Self { inner, fields: fields.clone(), reader: reader.clone() })
    }

    /// Puts a record in, in place of one with the same id: at its place in the order of changes, with the one at which it
    /// first came.
    pub(crate) fn put(&mut self, places: (u64, u64), stored: &Stored) -> Result<(), Error> {
        self.delete(&stored.article.id)?;
        self.inner.add_document(document(&self.fields, places, stored))?;
        Ok(())
    }

    /// Takes a record out; one that is not there is no error.
    pub(crate) fn delete(&mut self, id: &str) -> Result<(), Error> {
        self.inner.delete_term(Term::from_field_text(self.fields.id, id));
        Ok(())
    }

    /// Makes everything since the last commit durable and findable, as the state of the store at `seq`.
    pub(crate) fn commit(&mut self, seq: u64) -> Result<(), Error> {
        let payload = Payload::write(seq)?;
        let mut commit = self.inner.prepare_commit()?;
        commit.set_payload(&payload);
        commit.commit()?;
        self.reader.forget();
        Ok(())
    }

    /// Waits until the segments that are being merged are merged. Dropping the writer gives such work up instead.
    pub(crate) fn finish(self) -> Result<(), Error> {
        Ok(self.inner.wait_merging_threads()?)
    }
}

impl fmt::Debug for IndexWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IndexWriter").finish_non_exhaustive()
    }
}
