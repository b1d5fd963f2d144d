//! Walks through the whole store, all of one moment, a page at a time.

use std::collections::VecDeque;

use rusqlite::params;
use wirecopy_model::Article;

use super::connect;
use super::rows::{self, COLUMNS, Document, Packed};
use crate::archive::Reader;
use crate::error::Error;
use crate::record::Stored;

/// Rows fetched at once: what a walk holds in memory.
const PAGE: i64 = 64;

/// Every record, in the order of changes.
pub(crate) struct Records {
    snapshot: Snapshot,
    page: VecDeque<Packed>,
    after: u64,
    over: bool,
}

impl Records {
    /// Begins a walk; what is stored from now on is not part of it.
    pub(crate) fn new(reader: Reader) -> Result<Self, Error> {
        Ok(Self { snapshot: Snapshot::new(reader)?, page: VecDeque::new(), after: 0, over: false })
    }

    fn fetch(&mut self) -> Result<(), Error> {
        let mut statement = self.snapshot.reader.prepare_cached(&format!(
            "select {COLUMNS} from record r join source s on s.key = r.source where r.seq > ?1 order by r.seq limit ?2"
        ))?;
        let rows = statement.query_map(params![self.after, PAGE], Packed::from_row)?;
        self.page = rows.collect::<Result<_, _>>()?;
        Ok(())
    }
}

impl Records {
    /// The next record as it is kept.
    fn packed(&mut self) -> Option<Result<Packed, Error>> {
        if self.over {
            return None;
        }
        if self.page.is_empty()
            && let Err(error) = self.fetch()
        {
            self.over = true;
            return Some(Err(error));
        }
        let Some(packed) = self.page.pop_front() else {
            self.over = true;
            return None;
        };
        self.after = packed.seq;
        Some(Ok(packed))
    }

    /// The records alone, each with its place in the order of changes: without where they were found and what they are
    /// copies of.
    pub(crate) fn articles(mut self) -> impl Iterator<Item = Result<(u64, Article), Error>> {
        std::iter::from_fn(move || self.packed())
            .map(|packed| packed.and_then(|packed| Ok((packed.seq, packed.article()?))))
    }
}

impl Iterator for Records {
    type Item = Result<Stored, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let packed = self.packed()?;
        Some(packed.and_then(|packed| packed.unpack(&self.snapshot.reader)))
    }
}

/// A document as it is kept: where it came from, its bytes, and the records that were read from it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Where it came from; `None` for a document that came without a place.
    pub place: Option<String>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// Media type, where it is known.
    pub media_type: Option<String>,
    /// The records that stand in the archive for it, in the order of the document. Where another place speaks for an
    /// article, the record is the one read there.
    pub records: Vec<Article>,
}

/// Every document that a place stands for, in the order of the places' names.
pub(crate) struct Documents {
    snapshot: Snapshot,
    page: VecDeque<Row>,
    after: Option<String>,
    over: bool,
}

struct Row {
    name: String,
    named: bool,
    media_type: Option<String>,
    document: Document,
}

impl Documents {
    /// Begins a walk; what is stored from now on is not part of it.
    pub(crate) fn new(reader: Reader) -> Result<Self, Error> {
        Ok(Self { snapshot: Snapshot::new(reader)?, page: VecDeque::new(), after: None, over: false })
    }

    fn fetch(&mut self) -> Result<(), Error> {
        // Every document has a first record; that it is the number 1 is not said, since records may be removed.
        let mut statement = self.snapshot.reader.prepare_cached(
            "select p.name, p.named, s.media_type, s.codec, s.body, s.length from place p join source s \
             on s.key = p.source where p.ord = (select min(q.ord) from place q where q.name = p.name) \
             and (?1 is null or p.name > ?1) order by p.name limit ?2",
        )?;
        let rows = statement.query_map(params![self.after, PAGE], |row| {
            Ok(Row {
                name: row.get(0)?,
                named: row.get(1)?,
                media_type: row.get(2)?,
                document: Document::from_row(row, 3)?,
            })
        })?;
        self.page = rows.collect::<Result<_, _>>()?;
        Ok(())
    }

    fn kept(&self, row: Row) -> Result<Kept, Error> {
        let mut statement =
            self.snapshot.reader.prepare_cached("select id from place where name = ?1 order by ord")?;
        let ids: Vec<String> =
            statement.query_map([&row.name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut records = Vec::with_capacity(ids.len());
        for id in ids {
            let missing = || Error::Damaged { detail: format!("record {id} of {} is missing", row.name) };
            records.push(rows::by_id(&self.snapshot.reader, &id)?.ok_or_else(missing)?.article);
        }
        let bytes = row.document.unpack()?;
        Ok(Kept { place: row.named.then_some(row.name), bytes, media_type: row.media_type, records })
    }
}

impl Iterator for Documents {
    type Item = Result<Kept, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        if self.page.is_empty()
            && let Err(error) = self.fetch()
        {
            self.over = true;
            return Some(Err(error));
        }
        let Some(row) = self.page.pop_front() else {
            self.over = true;
            return None;
        };
        self.after = Some(row.name.clone());
        Some(self.kept(row))
    }
}

/// A connection that sees one moment for as long as this is there.
struct Snapshot {
    reader: Reader,
}

impl Snapshot {
    fn new(reader: Reader) -> Result<Self, Error> {
        // Each page is read once: to map them would fill memory with what is not looked at again.
        connect::map(&reader, false)?;
        reader.execute_batch("begin")?;
        // The moment is that of the first reading.
        reader.query_row("select value from meta where key = 'seq'", [], |row| row.get::<_, u64>(0))?;
        Ok(Self { reader })
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        // Where that fails, the connection is not used again.
        let _ = self.reader.execute_batch("rollback");
        let _ = connect::map(&self.reader, true);
    }
}
