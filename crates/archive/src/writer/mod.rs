//! The one who writes: documents in, acknowledged once they are on the disk.

mod again;
mod remove;
mod roots;
mod take;

use std::mem;
use std::time::{Duration, Instant};

pub use again::Known;
pub use remove::Removed;
pub use roots::Roots;

pub(crate) use again::known;

use rusqlite::{Connection, params};

use crate::archive::Archive;
use crate::copies::{self, Recent};
use crate::error::Error;
use crate::follow;
use crate::import::{Entry, Incoming, Prepared, Receipt};
use crate::index::{Change, IndexWriter};
use crate::lock::Lock;
use crate::store::{connect, now};

/// Changes after which [`Writer::save`] commits the index too, and how long it waits at most. The store does not depend on
/// it: what the index lacks after a crash is replayed.
const INDEX_EVERY: (usize, Duration) = (5_000, Duration::from_secs(20));

/// Changes that a [`Writer::commit`] holds against the records they may be copies of: a moment's work. More wait for
/// [`Writer::finish`].
const COPIES_A_COMMIT: u64 = 200;

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
    changes: Vec<Change>,
    /// Newest place in the order of changes: with what is not saved yet, and as saved.
    seq: u64,
    saved: u64,
    /// Changes that the index was given and has not committed, and since when.
    unindexed: usize,
    indexed_at: Instant,
    receipt: Receipt,
    run: Option<i64>,
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
        if self.hand_over(changes).is_err() {
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
        self.find_copies(COPIES_A_COMMIT)?;
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
        self.find_copies(u64::MAX)?;
        if let Some(index) = self.index.take() {
            index.finish()?;
        }
        // Leaves one file rather than two to whoever looks at the folder. Readers may keep it from happening, which does
        // not matter.
        let _ = self.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
        Ok(entries)
    }

    /// Holds what came in against what it may be a copy of, when that is not more than so many changes.
    fn find_copies(&mut self, most: u64) -> Result<(), Error> {
        match Recent::of(&self.connection)? {
            Recent::Few(n) if n <= most => copies::follow(&mut self.connection, &self.archive.index()?),
            _ => Ok(()),
        }
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

    fn hand_over(&mut self, changes: Vec<Change>) -> Result<(), Error> {
        let Some(index) = &mut self.index else { return Ok(()) };
        self.unindexed += changes.len();
        changes.into_iter().try_for_each(|change| index.apply(change))
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
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.give_up();
    }
}
