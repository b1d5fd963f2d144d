use wirecopy_model::Article;

use crate::error::Error;

/// One document on its way in: its bytes as they came, and the records that were read from it.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Where it came from: a path, an address. Together with the record's number it tells an update from a new article.
    pub place: Option<String>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// Media type, where it is known: `text/plain`.
    pub media_type: Option<String>,
    /// The records, in the order of the document; empty when it was rejected.
    pub records: Vec<Article>,
    /// Why nothing could be read from it.
    pub rejection: Option<Rejection>,
}

/// Why a document was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Stable word for programs: `not_text`, `too_large`, `unreadable`.
    pub code: String,
    /// What was seen, for people.
    pub detail: String,
}

/// What became of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Outcome {
    /// New.
    Stored,
    /// Was there already, the same in all that was read.
    Unchanged,
    /// Replaces what was read earlier from the same place.
    Updated,
    /// The same article (headline and body) came from another place; the place was noted with it.
    Duplicate,
    /// Was not taken.
    Rejected,
}

/// What became of one record or of one rejected document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The document's place.
    pub place: Option<String>,
    /// Number of the record in its document; 0 for a rejected document.
    pub record: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// The record's id; `None` when rejected.
    pub id: Option<String>,
    /// Why it was rejected.
    pub rejection: Option<Rejection>,
}

/// Counts of an import. `seen` is always the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Receipt {
    /// Records, and documents that gave none.
    pub seen: u64,
    /// New records.
    pub stored: u64,
    /// Records that were there already.
    pub unchanged: u64,
    /// Records that replace an earlier reading of the same place.
    pub updated: u64,
    /// Records that are there already from another place.
    pub duplicate: u64,
    /// Documents that were not taken.
    pub rejected: u64,
}

/// The one who writes. Holds the archive's lock until it is dropped.
#[derive(Debug)]
pub struct Writer {}

impl Writer {
    /// Takes a document. It is safe only after the next [`commit`](Self::commit).
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    pub fn add(&mut self, _incoming: Incoming) -> Result<(), Error> {
        Err(Error::Cursor("skeleton"))
    }

    /// Makes everything taken so far durable and searchable, and says what became of each.
    ///
    /// # Errors
    ///
    /// When the store cannot be written; then nothing since the last commit is there.
    pub fn commit(&mut self) -> Result<Vec<Entry>, Error> {
        Err(Error::Cursor("skeleton"))
    }

    /// Counts since the writer was made.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::default()
    }
}
