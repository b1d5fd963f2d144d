use sha2::{Digest, Sha256};
use wirecopy_model::Article;

use crate::error::Error;
use crate::index::Document;
use crate::store::codec::{Codec, RecordPacker, pack_source};
use crate::store::columns::Columns;
use crate::store::hex;

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
    /// By what whoever imports it knows it again without reading it: size and time of a file, say.
    /// [`Archive::known`](crate::Archive::known) gives it back.
    pub stamp: Option<String>,
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

impl Receipt {
    /// Counts one record or one rejected document.
    pub fn count(&mut self, outcome: Outcome) {
        self.seen += 1;
        match outcome {
            Outcome::Stored => self.stored += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Updated => self.updated += 1,
            Outcome::Duplicate => self.duplicate += 1,
            Outcome::Rejected => self.rejected += 1,
        }
    }
}

/// A document with the work done on it that needs no archive: digests, compression, and what of it will be found.
///
/// Preparing takes most of the time of an import's own share and can be done on many threads at once, while there is only
/// one [`Writer`](crate::Writer).
#[derive(Debug)]
pub struct Prepared {
    pub(crate) place: Option<String>,
    pub(crate) media_type: Option<String>,
    pub(crate) sha256: [u8; 32],
    pub(crate) length: usize,
    pub(crate) source: (Codec, Vec<u8>),
    pub(crate) records: Vec<PreparedRecord>,
    pub(crate) rejection: Option<Rejection>,
    pub(crate) stamp: Option<String>,
}

/// One record of a prepared document.
#[derive(Debug)]
pub(crate) struct PreparedRecord {
    pub(crate) id: String,
    pub(crate) digest: [u8; 16],
    pub(crate) columns: Columns,
    pub(crate) length: usize,
    pub(crate) json: (Codec, Vec<u8>),
    pub(crate) document: Document,
}

impl Incoming {
    /// Does the work that needs no archive. A record without an id is given one, the digest of its content.
    ///
    /// # Errors
    ///
    /// When memory for the compression cannot be had.
    pub fn prepare(self) -> Result<Prepared, Error> {
        let sha256: [u8; 32] = Sha256::digest(&self.bytes).into();
        let rejection = self.rejection.or_else(|| {
            self.records.is_empty().then(|| Rejection {
                code: "no_records".to_owned(),
                detail: "nothing was read from it".to_owned(),
            })
        });
        let mut prepared = Prepared {
            place: self.place,
            media_type: self.media_type,
            sha256,
            length: self.bytes.len(),
            source: (Codec::Plain, Vec::new()),
            records: Vec::new(),
            rejection,
            stamp: self.stamp,
        };
        if prepared.rejection.is_some() {
            return Ok(prepared);
        }
        prepared.source = pack_source(&self.bytes)?;
        let mut packer = RecordPacker::new(&self.bytes)?;
        for article in self.records {
            prepared.records.push(PreparedRecord::new(article, &mut packer)?);
        }
        Ok(prepared)
    }
}

impl PreparedRecord {
    fn new(mut article: Article, packer: &mut RecordPacker) -> Result<Self, Error> {
        let mut json = to_json(&article)?;
        if article.id.is_empty() {
            article.id = hex(&digest(&json));
            json = to_json(&article)?;
        }
        Ok(Self {
            digest: digest(&json),
            columns: Columns::of(&article),
            length: json.len(),
            json: packer.pack(&json)?,
            document: Document::of(&article),
            id: article.id,
        })
    }
}

/// What opens the part of a record that says where it was read from. Quotes within strings are escaped, so that it stands
/// nowhere else.
const ORIGIN: &[u8] = br#","origin":{"#;

/// Digest of a record's content: all but where it was read from. A document that grew by an article leaves the others as
/// they were.
pub(crate) fn digest(json: &[u8]) -> [u8; 16] {
    let content =
        json.windows(ORIGIN.len()).rposition(|window| window == ORIGIN).map_or(json, |at| &json[..at]);
    let full: [u8; 32] = Sha256::digest(content).into();
    let mut half = [0; 16];
    half.copy_from_slice(&full[..16]);
    half
}

fn to_json(article: &Article) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(article).map_err(|e| Error::io("cannot write a record as JSON", e.into()))
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Origin};

    use super::{digest, to_json};

    #[test]
    fn content_is_all_but_the_origin() {
        let mut article = Article::new();
        article.headline = Some("A quote: \",\"origin\":{\" and more".to_owned());
        let of = |article: &Article| digest(&to_json(article).unwrap());
        article.origin = Some(Origin { path: Some("a.txt".to_owned()), ..Origin::default() });
        let here = of(&article);
        article.origin = Some(Origin { path: Some("b.txt".to_owned()), ..Origin::default() });
        assert_eq!(of(&article), here);
        article.headline = Some("A quote: \",\"origin\":{\" and less".to_owned());
        assert_ne!(of(&article), here);
    }
}
