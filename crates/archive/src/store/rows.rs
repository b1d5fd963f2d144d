//! Records out of the database.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use wirecopy_model::Article;

use super::codec::{Codec, unpack_record, unpack_source};
use super::hex;
use crate::copies;
use crate::error::Error;
use crate::record::Stored;

/// Bytes of a document or record beyond which a length in the store is taken for damage.
const LARGEST: usize = u32::MAX as usize;

/// The columns that [`Packed::from_row`] reads, from `record r join source s`.
pub(crate) const COLUMNS: &str = "r.seq, r.born, r.id, r.digest, r.stored_at, r.length, r.codec, r.json, \
     s.sha256, s.length, s.codec, case when r.codec = 3 then s.body end";

/// The record with an id.
pub(crate) fn by_id(connection: &Connection, id: &str) -> Result<Option<Stored>, Error> {
    one(
        connection,
        &format!("select {COLUMNS} from record r join source s on s.key = r.source where r.id = ?1"),
        id,
    )
}

/// The record that first came at a place in the order of changes, as it is now; `None` when it is gone.
pub(crate) fn by_born(connection: &Connection, born: u64) -> Result<Option<Stored>, Error> {
    // What was never replaced still stands where it first came, and is found there without a look into an index.
    if let Some(stored) = by_seq(connection, born)? {
        return Ok(Some(stored));
    }
    let sql = format!("select {COLUMNS} from record r join source s on s.key = r.source where r.born = ?1");
    one(connection, &sql, i64::try_from(born).unwrap_or(i64::MAX))
}

/// The record at a place in the order of changes; `None` when it was replaced or is gone.
pub(crate) fn by_seq(connection: &Connection, seq: u64) -> Result<Option<Stored>, Error> {
    let sql = format!("select {COLUMNS} from record r join source s on s.key = r.source where r.seq = ?1");
    one(connection, &sql, i64::try_from(seq).unwrap_or(i64::MAX))
}

fn one(connection: &Connection, sql: &str, key: impl rusqlite::ToSql) -> Result<Option<Stored>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let packed = statement.query_row([key], Packed::from_row).optional()?;
    packed.map(|packed| packed.unpack(connection)).transpose()
}

/// Ids that begin with a prefix, in their order.
pub(crate) fn ids(connection: &Connection, prefix: &str, limit: usize) -> Result<Vec<String>, Error> {
    // A range rather than `like`, which would not use the index; no id holds a character beyond U+10FFFF.
    let mut statement =
        connection.prepare_cached("select id from record where id >= ?1 and id < ?2 order by id limit ?3")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let ids = statement.query_map(params![prefix, format!("{prefix}\u{10ffff}"), limit], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The document that a record was read from.
pub(crate) fn source_of(connection: &Connection, id: &str) -> Result<Option<Vec<u8>>, Error> {
    let mut statement = connection.prepare_cached(
        "select s.codec, s.body, s.length from record r join source s on s.key = r.source where r.id = ?1",
    )?;
    let found = statement.query_row([id], |row| Document::from_row(row, 0)).optional()?;
    found.map(|document| document.unpack()).transpose()
}

/// A document as it is kept.
#[derive(Debug)]
pub(crate) struct Document {
    codec: Codec,
    body: Vec<u8>,
    length: usize,
}

impl Document {
    /// Reads codec, body and length from three columns, the first of them at `at`.
    pub(crate) fn from_row(row: &Row<'_>, at: usize) -> Result<Self, rusqlite::Error> {
        Ok(Self { codec: codec(row, at)?, body: row.get(at + 1)?, length: length(row, at + 2)? })
    }

    /// The bytes as they came.
    pub(crate) fn unpack(&self) -> Result<Vec<u8>, Error> {
        unpack_source(self.codec, &self.body, self.length)
    }
}

/// A record as it is kept.
#[derive(Debug)]
pub(crate) struct Packed {
    /// Place in the order of changes.
    pub(crate) seq: u64,
    /// Place at which it first came.
    pub(crate) born: u64,
    /// Its id.
    pub(crate) id: String,
    digest: Vec<u8>,
    stored_at: i64,
    length: usize,
    codec: Codec,
    json: Vec<u8>,
    sha256: [u8; 32],
    document: Option<Document>,
}

impl Packed {
    /// Reads [`COLUMNS`].
    pub(crate) fn from_row(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        let body: Option<Vec<u8>> = row.get(11)?;
        let document = match body {
            Some(body) => Some(Document { codec: codec(row, 10)?, body, length: length(row, 9)? }),
            None => None,
        };
        Ok(Self {
            seq: row.get(0)?,
            born: row.get(1)?,
            id: row.get(2)?,
            digest: row.get(3)?,
            stored_at: row.get(4)?,
            length: length(row, 5)?,
            codec: codec(row, 6)?,
            json: row.get(7)?,
            sha256: row.get(8)?,
            document,
        })
    }

    /// The record in JSON, as it was packed.
    pub(crate) fn json(&self) -> Result<Vec<u8>, Error> {
        self.with_json(|json| Ok(json.to_vec()))
    }

    fn with_json<T>(&self, with: impl FnOnce(&[u8]) -> Result<T, Error>) -> Result<T, Error> {
        let document = self.document.as_ref().map(|kept| (kept.codec, kept.body.as_slice(), kept.length));
        if self.codec == Codec::Source && document.is_none() {
            return Err(Error::Damaged { detail: format!("the document of record {} is missing", self.id) });
        }
        unpack_record(self.codec, &self.json, self.length, document, with)
    }

    /// The record alone.
    pub(crate) fn article(&self) -> Result<Article, Error> {
        self.with_json(|json| read(json, &self.id))
    }

    /// Digest of its content.
    pub(crate) fn digest(&self) -> &[u8] {
        &self.digest
    }

    /// The record with its places.
    pub(crate) fn unpack(self, connection: &Connection) -> Result<Stored, Error> {
        let article = self.article()?;
        let mut statement = connection
            .prepare_cached("select distinct name from place where id = ?1 and named order by key")?;
        let places = statement.query_map(params![self.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Stored {
            seq: self.seq,
            stored_at: self.stored_at,
            digest: hex(&self.digest),
            source_sha256: hex(&self.sha256),
            places,
            copies: copies::of(connection, &self.id)?,
            article,
        })
    }
}

/// A record out of its JSON.
pub(crate) fn read(json: &[u8], id: &str) -> Result<Article, Error> {
    let damaged = |error: String| Error::Damaged { detail: format!("record {id} cannot be read: {error}") };
    // Looked at as a whole, it need not be looked at string by string.
    let json = std::str::from_utf8(json).map_err(|e| damaged(e.to_string()))?;
    serde_json::from_str(json).map_err(|e| damaged(e.to_string()))
}

fn codec(row: &Row<'_>, at: usize) -> Result<Codec, rusqlite::Error> {
    let number: u8 = row.get(at)?;
    Codec::from_number(number).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, number.into()))
}

fn length(row: &Row<'_>, at: usize) -> Result<usize, rusqlite::Error> {
    let length: i64 = row.get(at)?;
    usize::try_from(length).ok().filter(|&length| length <= LARGEST).ok_or_else(|| {
        let error = format!("a length of {length} bytes");
        rusqlite::Error::FromSqlConversionFailure(at, Type::Integer, error.into())
    })
}
