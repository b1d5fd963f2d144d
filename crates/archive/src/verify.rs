//! Checks everything against everything: the database, every digest, places and records, the index both ways.

use std::collections::HashSet;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::archive::Archive;
use crate::error::Error;
use crate::import::digest;
use crate::lock::Lock;
use crate::record::Verification;
use crate::store::hex;
use crate::store::rows::{self, COLUMNS, Document, Packed};

/// Problems of one kind that are told one by one; the others are counted.
const TOLD: usize = 20;

/// Checks an archive.
pub(crate) fn check(archive: &Archive) -> Result<Verification, Error> {
    let connection = archive.reader()?;
    // With the lock nothing changes meanwhile. Without it somebody writes, and the index follows a little behind.
    let lock = Lock::take(archive.path());
    // The index first, the store after it: what is written in between is then in the store and not missing from it.
    let index = archive.index().and_then(|index| Ok((index.watermark(), index.seqs()?, index)));
    let snapshot = connection.unchecked_transaction()?;
    let mut found = Verification::default();
    database(&snapshot, &mut found)?;
    documents(&snapshot, &mut found)?;
    records(&snapshot, &mut found)?;
    places(&snapshot, &mut found)?;
    match index {
        Err(error) => found.problems.push(format!("index: {error}")),
        Ok((watermark, entries, index)) => {
            compare(&snapshot, &entries, watermark, lock.is_ok(), &mut found)?;
            let mut damage = Problems::new(&mut found.problems, "files of the index are damaged");
            for file in index.damaged_files()? {
                damage.add(format!("index: {} is damaged", file.display()));
            }
        }
    }
    Ok(found)
}

/// Tells the first problems of a kind and counts the others.
struct Problems<'p> {
    problems: &'p mut Vec<String>,
    kind: &'static str,
    n: usize,
}

impl<'p> Problems<'p> {
    fn new(problems: &'p mut Vec<String>, kind: &'static str) -> Self {
        Self { problems, kind, n: 0 }
    }

    fn add(&mut self, problem: String) {
        self.n += 1;
        if self.n <= TOLD {
            self.problems.push(problem);
        }
    }
}

impl Drop for Problems<'_> {
    fn drop(&mut self) {
        if self.n > TOLD {
            self.problems.push(format!("{} more {}", self.n - TOLD, self.kind));
        }
    }
}

/// SQLite's own check, and that of the references between tables.
fn database(connection: &Connection, found: &mut Verification) -> Result<(), Error> {
    let mut problems = Problems::new(&mut found.problems, "faults of the database");
    let mut statement = connection.prepare("pragma integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        if said != "ok" {
            problems.add(format!("database: {said}"));
        }
    }
    let mut statement = connection.prepare("pragma foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        problems.add(format!("database: a row of {table} points to no row of {parent}"));
    }
    Ok(())
}

fn documents(connection: &Connection, found: &mut Verification) -> Result<(), Error> {
    let mut problems = Problems::new(&mut found.problems, "damaged documents");
    let mut statement = connection.prepare("select sha256, codec, body, length from source order by key")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.documents += 1;
        let sha256: Vec<u8> = row.get(0)?;
        let name = hex(&sha256);
        match Document::from_row(row, 1).map_err(Error::from).and_then(|document| document.unpack()) {
            Ok(bytes) if Sha256::digest(&bytes)[..] == sha256[..] => {}
            Ok(_) => problems.add(format!("document {name}: its bytes are not those that came in")),
            Err(error) => problems.add(format!("document {name}: {error}")),
        }
    }
    Ok(())
}

fn records(connection: &Connection, found: &mut Verification) -> Result<(), Error> {
    let mut problems = Problems::new(&mut found.problems, "damaged records");
    let sql = format!("select {COLUMNS} from record r join source s on s.key = r.source order by r.seq");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.records += 1;
        let packed = match Packed::from_row(row) {
            Ok(packed) => packed,
            Err(error) => {
                problems.add(format!("a record: {error}"));
                continue;
            }
        };
        match packed.json().and_then(|json| Ok((rows::read(&json, &packed.id)?, json))) {
            Ok((article, _)) if article.id != packed.id => {
                problems.add(format!("record {}: says that it is {}", packed.id, article.id));
            }
            Ok((_, json)) if digest(&json)[..] != *packed.digest() => {
                problems.add(format!("record {}: its content is not what was stored", packed.id));
            }
            Ok(_) => {}
            Err(error) => problems.add(format!("record {}: {error}", packed.id)),
        }
    }
    Ok(())
}

/// Every place has its record, every record a place, and no place in the order of changes is taken twice.
fn places(connection: &Connection, found: &mut Verification) -> Result<(), Error> {
    let mut problems = Problems::new(&mut found.problems, "places and records that do not fit");
    for (sql, what) in [
        (
            "select name from place where not exists (select 1 from record where record.id = place.id) order by key",
            "points to no record",
        ),
        (
            "select id from record where not exists (select 1 from place where place.id = record.id) order by seq",
            "has no place",
        ),
        (
            "select id from tombstone where seq in (select seq from record) order by seq",
            "went where another came",
        ),
        (
            "select id from record where seq > (select value from meta where key = 'seq') order by seq",
            "lies beyond the end of the order of changes",
        ),
    ] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            problems.add(format!("{} {what}", row.get::<_, String>(0)?));
        }
    }
    Ok(())
}

/// The index against the store: each of its entries is a record, and each record is among its entries, as far as it
/// follows the store.
fn compare(
    connection: &Connection,
    entries: &[u64],
    watermark: u64,
    still: bool,
    found: &mut Verification,
) -> Result<(), Error> {
    found.indexed = entries.len() as u64;
    let mut problems = Problems::new(&mut found.problems, "differences between index and store");
    let mut indexed: HashSet<u64> = entries.iter().copied().collect();
    if indexed.len() < entries.len() {
        problems.add(format!("index: {} entries stand there twice", entries.len() - indexed.len()));
    }
    let mut statement = connection.prepare("select seq, id from record order by seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, id): (u64, String) = (row.get(0)?, row.get(1)?);
        if !indexed.remove(&seq) && seq <= watermark {
            problems.add(format!("index: record {id} is missing"));
        }
    }
    let newest = crate::follow::newest(connection)?;
    if newest > watermark && !still {
        return Ok(());
    }
    if newest > watermark {
        problems.add(format!("index: {} changes behind the store", newest - watermark));
    } else {
        let mut ghosts: Vec<u64> = indexed.into_iter().collect();
        ghosts.sort_unstable();
        for seq in ghosts {
            problems.add(format!("index: entry {seq} is no record"));
        }
    }
    Ok(())
}
