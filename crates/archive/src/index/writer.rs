use std::fmt;
use std::num::NonZero;
use std::thread;

use tantivy::Term;
use tantivy::indexer::UserOperation;

use super::Payload;
use super::document::Document;
use super::fields::Fields;
use super::reader::Reader;
use crate::error::Error;

/// Threads that build segments: one for every two that the machine has, since who hands records over has to make them first.
/// Each leaves a segment of its own to be merged at every commit.
const MAX_THREADS: usize = 4;
/// Memory a thread gathers before it writes a segment, in bytes.
const BUDGET: usize = 48 << 20;

/// Changes that are handed to a thread at once: it is woken for them as a whole.
const TOGETHER: usize = 64;

/// One change to the index.
#[derive(Debug)]
pub(crate) enum Change {
    /// A record comes in, or comes again.
    Put {
        /// Its place in the order of changes.
        seq: u64,
        /// The one at which it first came: the same for a record that was never there.
        born: u64,
        id: String,
        document: Document,
    },
    /// A record goes; one that is not there is no error.
    Delete(String),
}

/// The one who writes the index.
pub(crate) struct IndexWriter {
    inner: tantivy::IndexWriter,
    fields: Fields,
    reader: Reader,
    /// Changes that are not handed on yet.
    waiting: Vec<UserOperation>,
}

impl IndexWriter {
    pub(super) fn new(index: &tantivy::Index, fields: &Fields, reader: &Reader) -> Result<Self, Error> {
        let n_threads = (thread::available_parallelism().map_or(1, NonZero::get) / 2).clamp(1, MAX_THREADS);
        let inner = index.writer_with_num_threads(n_threads, n_threads * BUDGET)?;
        Ok(Self { inner, fields: fields.clone(), reader: reader.clone(), waiting: Vec::new() })
    }

    /// Makes a change, after all that came before. What is there is replaced where a record comes again; a record that comes
    /// for the first time is not looked for.
    pub(crate) fn apply(&mut self, change: Change) -> Result<(), Error> {
        match change {
            Change::Put { seq, born, id, document } => {
                if seq != born {
                    self.waiting.push(self.delete(&id));
                }
                self.waiting.push(UserOperation::Add(document.at(&self.fields, seq, born)));
            }
            Change::Delete(id) => self.waiting.push(self.delete(&id)),
        }
        if self.waiting.len() >= TOGETHER { self.hand_on() } else { Ok(()) }
    }

    fn hand_on(&mut self) -> Result<(), Error> {
        self.inner.run(std::mem::take(&mut self.waiting))?;
        Ok(())
    }

    /// One record, for tests.
    #[cfg(test)]
    pub(crate) fn put(
        &mut self,
        (seq, born): (u64, u64),
        stored: &crate::record::Stored,
    ) -> Result<(), Error> {
        let (id, document) = (stored.article.id.clone(), Document::of(&stored.article));
        self.apply(Change::Put { seq, born, id, document })
    }

    fn delete(&self, id: &str) -> UserOperation {
        UserOperation::Delete(Term::from_field_text(self.fields.id, id))
    }

    /// Makes everything since the last commit durable and findable, as the state of the store at `seq`.
    pub(crate) fn commit(&mut self, seq: u64) -> Result<(), Error> {
        self.hand_on()?;
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
