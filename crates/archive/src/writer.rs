//! The one who writes: documents in, acknowledged once they are on the disk.

use std::collections::HashSet;
use std::mem;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension, params};

use crate::archive::Archive;
use crate::error::Error;
use crate::follow;
use crate::import::{Entry, Incoming, Outcome, Prepared, PreparedRecord, Receipt, Rejection};
use crate::index::IndexWriter;
use crate::lock::Lock;
use crate::record::Stored;
use crate::store::{connect, hex, now};

/// Changes after which [`Writer::save`] commits the index too, and how long it waits at most. The store does not depend on
/// it: what the index lacks after a crash is replayed.
const INDEX_EVERY: (usize, Duration) = (5_000, Duration::from_secs(5));

/// The one who writes. Holds the archive's lock until it is dropped.
///
/// [`save`](Self::save) makes documents durable, [`commit`](Self::commit) searchable as well. What was neither saved nor
/// committed when the writer is dropped was never there.
#[derive(Debug)]
pub struct Writer {
    archive: Archive,
    index: Option<IndexWriter>,
    connection: Connection,
    /// Given back last.
    lock: Lock,
    /// Documents since the last save stand in an open transaction.
    open: bool,
    entries: Vec<Entry>,
    changes: Vec<IndexChange>,
    /// Newest place in the order of changes: with what is not saved yet, and as saved.
    seq: u64,
    saved: u64,
    /// Changes that the index was given and has not committed, and since when.
    unindexed: usize,
    indexed_at: Instant,
    receipt: Receipt,
    run: Option<i64>,
}

#[derive(Debug)]
enum IndexChange {
    Put(Box<Stored>),
    Delete(String),
}

/// A place of the document that is being taken, as it was before.
struct Held {
    key: i64,
    ord: u32,
    id: String,
    digest: Vec<u8>,
}

/// A record that is there already.
struct Existing {
    seq: u64,
    digest: Vec<u8>,
    place: i64,
}

impl Writer {
    pub(crate) fn new(archive: &Archive, lock: Lock) -> Result<Self, Error> {
        let connection = connect::write(archive.path(), false)?;
        let index = follow::up_to_date(archive.path(), &connection, &lock)?;
        archive.set_index(&index);
        let seq = follow::newest(&connection)?;
        Ok(Self {
            archive: archive.clone(),
            index: Some(index.writer()?),
            connection,
            lock,
            open: false,
            entries: Vec::new(),
            changes: Vec::new(),
            seq,
            saved: seq,
            unindexed: 0,
            indexed_at: Instant::now(),
            receipt: Receipt::default(),
            run: None,
        })
    }

    /// Takes a document. It is safe only after the next [`save`](Self::save) or [`commit`](Self::commit).
    ///
    /// # Errors
    ///
    /// When the store cannot be written; then nothing since the last save is there.
    pub fn add(&mut self, incoming: Incoming) -> Result<(), Error> {
        self.add_prepared(incoming.prepare()?)
    }

    /// Takes a document that was prepared, on another thread perhaps.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn add_prepared(&mut self, prepared: Prepared) -> Result<(), Error> {
        let taken = self.begin().and_then(|()| match prepared.rejection {
            Some(_) => self.reject(prepared),
            None => self.take(prepared),
        });
        taken.inspect_err(|_| self.give_up())
    }

    /// Makes everything taken so far durable, and says what became of each, in the order taken. It may be searched a
    /// little later: with the next [`commit`](Self::commit), or when some thousand changes or seconds have gathered.
    ///
    /// # Errors
    ///
    /// When the store cannot be written; then nothing since the last save is there, and what was saved is.
    pub fn save(&mut self) -> Result<Vec<Entry>, Error> {
        if self.open {
            let saved = self.save_store();
            saved.inspect_err(|_| self.give_up())?;
        }
        let entries = mem::take(&mut self.entries);
        for entry in &entries {
            self.receipt.count(entry.outcome);
        }
        // From here on all is durable and has to be acknowledged, whatever the index says. An index that fails is left
        // as it was at its last commit: whoever opens the archive next gives it what it lacks.
        let changes = mem::take(&mut self.changes);
        if self.hand_over(&changes).is_err() {
            self.index = None;
        }
        if self.unindexed >= INDEX_EVERY.0
            || (self.unindexed > 0 && self.indexed_at.elapsed() >= INDEX_EVERY.1)
        {
            let _ = self.commit_index();
        }
        Ok(entries)
    }

    /// Makes everything taken so far durable and searchable, and says what became of each since the last save.
    ///
    /// # Errors
    ///
    /// When the store cannot be written; then nothing since the last save is there. When only the index cannot be written,
    /// it is all there, and can be searched once the archive was opened anew.
    pub fn commit(&mut self) -> Result<Vec<Entry>, Error> {
        let entries = self.save()?;
        if self.index.is_none() {
            // It failed before; from the store it can be made good.
            let index = follow::up_to_date(self.archive.path(), &self.connection, &self.lock)?;
            self.archive.set_index(&index);
            self.index = Some(index.writer()?);
            self.unindexed = 0;
        } else if self.unindexed > 0 {
            self.commit_index()?;
        }
        Ok(entries)
    }

    /// Commits, and waits until the index has put its parts in order, which makes searching faster. A writer that is
    /// dropped instead leaves that to the next one.
    ///
    /// # Errors
    ///
    /// As [`commit`](Self::commit).
    pub fn finish(mut self) -> Result<Vec<Entry>, Error> {
        let entries = self.commit()?;
        if let Some(index) = self.index.take() {
            index.finish()?;
        }
        // Leaves one file rather than two to whoever looks at the folder. Readers may keep it from happening, which does
        // not matter.
        let _ = self.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
        Ok(entries)
    }

    /// Says what would become of everything taken since the last save, and forgets it.
    pub fn discard(&mut self) -> Vec<Entry> {
        let entries = mem::take(&mut self.entries);
        self.give_up();
        entries
    }

    /// Counts since the writer was made, of what was saved.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        self.receipt
    }

    fn hand_over(&mut self, changes: &[IndexChange]) -> Result<(), Error> {
        let Some(index) = &mut self.index else { return Ok(()) };
        for change in changes {
            match change {
                IndexChange::Put(stored) => index.put(stored.seq, stored)?,
                IndexChange::Delete(id) => index.delete(id)?,
            }
        }
        self.unindexed += changes.len();
        Ok(())
    }

    fn commit_index(&mut self) -> Result<(), Error> {
        let Some(index) = &mut self.index else { return Ok(()) };
        let committed = index.commit(self.saved);
        self.indexed_at = Instant::now();
        match committed {
            Ok(()) => self.unindexed = 0,
            Err(_) => self.index = None,
        }
        committed
    }

    fn begin(&mut self) -> Result<(), Error> {
        if self.open {
            return Ok(());
        }
        self.archive.still_there()?;
        self.connection.execute_batch("begin immediate")?;
        self.open = true;
        if self.run.is_none() {
            let sql = "insert into run(started, tool) values (?1, ?2)";
            self.connection.execute(sql, params![now(), concat!("wirecopy ", env!("CARGO_PKG_VERSION"))])?;
        }
        Ok(())
    }

    fn save_store(&mut self) -> Result<(), Error> {
        let mut receipt = self.receipt;
        self.entries.iter().for_each(|entry| receipt.count(entry.outcome));
        let run = match self.run {
            Some(run) => run,
            None => self.connection.query_row("select max(key) from run", [], |row| row.get(0))?,
        };
        self.connection
            .prepare_cached(
                "update run set ended = ?2, seen = ?3, stored = ?4, unchanged = ?5, updated = ?6, duplicate = ?7, \
                 rejected = ?8 where key = ?1",
            )?
            .execute(params![
                run,
                now(),
                receipt.seen,
                receipt.stored,
                receipt.unchanged,
                receipt.updated,
                receipt.duplicate,
                receipt.rejected
            ])?;
        self.connection
            .prepare_cached("update meta set value = ?1 where key = 'seq'")?
            .execute([self.seq])?;
        self.connection.execute_batch("commit")?;
        self.open = false;
        self.run = Some(run);
        self.saved = self.seq;
        // A database that was removed while it was open takes every write and keeps none.
        self.archive.still_there()
    }

    /// Forgets what was not saved.
    fn give_up(&mut self) {
        if self.open {
            // Where SQLite has rolled back by itself already, this finds nothing to do.
            let _ = self.connection.execute_batch("rollback");
        }
        self.open = false;
        self.entries.clear();
        self.changes.clear();
        self.seq = self.saved;
    }

    fn next_seq(&mut self) -> u64 {
        self.seq += 1;
        self.seq
    }

    fn reject(&mut self, prepared: Prepared) -> Result<(), Error> {
        let (name, named) = name(&prepared);
        let rejection =
            prepared.rejection.unwrap_or(Rejection { code: String::new(), detail: String::new() });
        self.connection
            .prepare_cached(
                "insert or replace into reject(place, named, sha256, length, code, detail, at) \
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                name,
                named,
                prepared.sha256,
                prepared.length,
                rejection.code,
                rejection.detail,
                now()
            ])?;
        self.entries.push(Entry {
            place: prepared.place,
            record: 0,
            outcome: Outcome::Rejected,
            id: None,
            rejection: Some(rejection),
        });
        Ok(())
    }

    fn take(&mut self, prepared: Prepared) -> Result<(), Error> {
        let (name, named) = name(&prepared);
        let source = self.source(&prepared)?;
        self.connection.prepare_cached("delete from reject where place = ?1")?.execute([&name])?;
        let held = self.held(&name)?;
        let mut keys: HashSet<i64> = held.iter().map(|held| held.key).collect();
        let mut here: HashSet<String> = HashSet::new();
        let sha256 = hex(&prepared.sha256);
        let mut ord = 0;
        for record in prepared.records {
            ord += 1;
            let id = record.article.id.clone();
            let before = held.iter().find(|held| held.ord == ord);
            let key = self.place(&name, ord, named, &id, &record.digest, source)?;
            keys.insert(key);
            let same_before = before.is_some_and(|b| b.id == id && b.digest == record.digest);
            let outcome = match self.existing(&id)? {
                None => {
                    self.insert(record, key, source, ord, &sha256)?;
                    let replaces = before.is_some_and(|before| before.id != id);
                    if replaces { Outcome::Updated } else { Outcome::Stored }
                }
                // The document holds the article twice, or the record is the reading of another place.
                Some(existing) if here.contains(&id) || !self.owned(&existing, &keys)? => {
                    if same_before {
                        Outcome::Unchanged
                    } else {
                        Outcome::Duplicate
                    }
                }
                Some(existing) if existing.digest == record.digest => {
                    if existing.place != key {
                        self.connection
                            .prepare_cached("update record set place = ?2 where id = ?1")?
                            .execute(params![id, key])?;
                    }
                    Outcome::Unchanged
                }
                Some(existing) => {
                    self.connection
                        .prepare_cached("delete from record where seq = ?1")?
                        .execute([existing.seq])?;
                    self.insert(record, key, source, ord, &sha256)?;
                    Outcome::Updated
                }
            };
            self.entries.push(Entry {
                place: prepared.place.clone(),
                record: ord,
                outcome,
                id: Some(id.clone()),
                rejection: None,
            });
            here.insert(id);
        }
        self.connection
            .prepare_cached("delete from place where name = ?1 and ord > ?2")?
            .execute(params![name, ord])?;
        let mut left: Vec<&str> =
            held.iter().map(|held| held.id.as_str()).filter(|&id| !here.contains(id)).collect();
        left.sort_unstable();
        left.dedup();
        left.into_iter().try_for_each(|id| self.leave(id))
    }

    /// A record that this document no longer gives: it goes, unless another place holds it.
    fn leave(&mut self, id: &str) -> Result<(), Error> {
        let sql = "select min(key) from place where id = ?1";
        let other: Option<i64> = self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
        if let Some(other) = other {
            self.connection
                .prepare_cached(
                    "update record set place = ?2 where id = ?1 and not exists \
                     (select 1 from place where key = record.place and id = ?1)",
                )?
                .execute(params![id, other])?;
            return Ok(());
        }
        if self.connection.prepare_cached("delete from record where id = ?1")?.execute([id])? > 0 {
            let seq = self.next_seq();
            self.connection
                .prepare_cached("insert into tombstone(seq, id, at) values (?1, ?2, ?3)")?
                .execute(params![seq, id, now()])?;
            self.changes.push(IndexChange::Delete(id.to_owned()));
        }
        Ok(())
    }

    fn source(&self, prepared: &Prepared) -> Result<i64, Error> {
        let sql = "select key from source where sha256 = ?1";
        let known =
            self.connection.prepare_cached(sql)?.query_row([prepared.sha256], |row| row.get(0)).optional()?;
        if let Some(key) = known {
            return Ok(key);
        }
        let (codec, body) = &prepared.source;
        self.connection
            .prepare_cached(
                "insert into source(sha256, media_type, length, first_seen, codec, body) values (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                prepared.sha256,
                prepared.media_type,
                prepared.length,
                now(),
                *codec as u8,
                body
            ])?;
        Ok(self.connection.last_insert_rowid())
    }

    fn held(&self, name: &str) -> Result<Vec<Held>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("select key, ord, id, digest from place where name = ?1 order by ord")?;
        let held = statement.query_map([name], |row| {
            Ok(Held { key: row.get(0)?, ord: row.get(1)?, id: row.get(2)?, digest: row.get(3)? })
        })?;
        Ok(held.collect::<Result<_, _>>()?)
    }

    fn place(
        &self,
        name: &str,
        ord: u32,
        named: bool,
        id: &str,
        digest: &[u8; 16],
        source: i64,
    ) -> Result<i64, Error> {
        let mut statement = self.connection.prepare_cached(
            "insert into place(name, ord, named, id, digest, source) values (?1, ?2, ?3, ?4, ?5, ?6) \
             on conflict(name, ord) do update set id = ?4, digest = ?5, source = ?6 returning key",
        )?;
        Ok(statement.query_row(params![name, ord, named, id, digest, source], |row| row.get(0))?)
    }

    fn existing(&self, id: &str) -> Result<Option<Existing>, Error> {
        let mut statement =
            self.connection.prepare_cached("select seq, digest, place from record where id = ?1")?;
        let existing = statement.query_row([id], |row| {
            Ok(Existing { seq: row.get(0)?, digest: row.get(1)?, place: row.get(2)? })
        });
        Ok(existing.optional()?)
    }

    /// Whether a record holds the reading of one of these places, or of none that is left.
    fn owned(&self, existing: &Existing, keys: &HashSet<i64>) -> Result<bool, Error> {
        if keys.contains(&existing.place) {
            return Ok(true);
        }
        let sql = "select exists(select 1 from place where key = ?1)";
        let other: bool =
            self.connection.prepare_cached(sql)?.query_row([existing.place], |row| row.get(0))?;
        Ok(!other)
    }

    fn insert(
        &mut self,
        record: PreparedRecord,
        place: i64,
        source: i64,
        ord: u32,
        sha256: &str,
    ) -> Result<(), Error> {
        let seq = self.next_seq();
        let stored_at = now();
        let PreparedRecord { article, digest, columns, length, json: (codec, json) } = record;
        self.connection
            .prepare_cached(
                "insert into record(seq, id, digest, source, ord, place, stored_at, kind, published, publisher, \
                 language, fields, length, codec, json) \
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            )?
            .execute(params![
                seq,
                article.id,
                digest,
                source,
                ord,
                place,
                stored_at,
                columns.kind,
                columns.published,
                columns.publisher,
                columns.language,
                columns.fields,
                length,
                codec as u8,
                json
            ])?;
        let mut places = self
            .connection
            .prepare_cached("select distinct name from place where id = ?1 and named order by key")?;
        let places = places.query_map([&article.id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        self.changes.push(IndexChange::Put(Box::new(Stored {
            seq,
            stored_at,
            digest: hex(&digest),
            source_sha256: sha256.to_owned(),
            places,
            copies: None,
            article,
        })));
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// The name under which a document's places are kept, and whether it is its own: a document without one is known by its
/// bytes.
fn name(prepared: &Prepared) -> (String, bool) {
    match &prepared.place {
        Some(place) => (place.clone(), true),
        None => (format!("sha256:{}", hex(&prepared.sha256)), false),
    }
}
