//! Taking articles out, and keeping them out.

use rusqlite::{OptionalExtension, params};

use super::Writer;
use crate::copies;
use crate::error::Error;
use crate::import::Rejection;
use crate::index::Change;
use crate::store::now;

/// What went with an article that was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    /// Whether the document that it was read from went, too. It stays while other articles were read from it.
    pub document: bool,
}

impl Writer {
    /// Removes an article, everywhere it was found, and its document when no other article was read from it; `None` when
    /// there is none with this id. It is gone with the next [`save`](Self::save) or [`commit`](Self::commit).
    ///
    /// An article that was removed does not come in again: an import rejects it, until it is [readmitted](Self::readmit).
    /// What stood in the store is overwritten; copies of the archive made earlier, and the free space of the disk, are
    /// beyond its reach.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn remove(&mut self, id: &str) -> Result<Option<Removed>, Error> {
        let removed = self.begin().and_then(|()| self.take_out(id));
        removed.inspect_err(|_| self.give_up())
    }

    /// Lets an article that was removed come in again; `false` when none with this id was.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn readmit(&mut self, id: &str) -> Result<bool, Error> {
        let readmitted = self.begin().and_then(|()| {
            Ok(self.connection.prepare_cached("delete from removed where id = ?1")?.execute([id])? > 0)
        });
        readmitted.inspect_err(|_| self.give_up())
    }

    fn take_out(&mut self, id: &str) -> Result<Option<Removed>, Error> {
        // Free pages of the database are overwritten with zeros from here on.
        self.connection.pragma_update(None, "secure_delete", true)?;
        let mut statement = self.connection.prepare_cached(
            "select source from place where id = ?1 union select source from record where id = ?1",
        )?;
        let sources: Vec<i64> = statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        drop(statement);
        if !self.drop_record(id)? {
            return Ok(None);
        }
        // The other articles of its documents stay; the documents are looked at again by the next import.
        self.connection
            .prepare_cached(
                "update place set stamp = null where name in (select name from place where id = ?1)",
            )?
            .execute([id])?;
        self.connection.prepare_cached("delete from place where id = ?1")?.execute([id])?;
        self.connection
            .prepare_cached("insert or replace into removed(id, at) values (?1, ?2)")?
            .execute(params![id, now()])?;
        let mut document = true;
        for source in sources {
            document &= self.drop_source(source)?;
        }
        Ok(Some(Removed { document }))
    }

    /// Takes a record out of the store; `false` when there is none.
    pub(super) fn drop_record(&mut self, id: &str) -> Result<bool, Error> {
        if self.connection.prepare_cached("delete from record where id = ?1")?.execute([id])? == 0 {
            return Ok(false);
        }
        copies::leave(&self.connection, id)?;
        let seq = self.next_seq();
        self.connection
            .prepare_cached("insert into tombstone(seq, id, at) values (?1, ?2, ?3)")?
            .execute(params![seq, id, now()])?;
        self.changes.push(Change::Delete(id.to_owned()));
        Ok(true)
    }

    /// Takes a document out that no place and no record needs any more; whether it went.
    pub(super) fn drop_source(&self, key: i64) -> Result<bool, Error> {
        let mut statement = self.connection.prepare_cached(
            "delete from source where key = ?1 and not exists (select 1 from place where source = ?1) \
             and not exists (select 1 from record where source = ?1)",
        )?;
        Ok(statement.execute([key])? > 0)
    }

    /// Why an article is not to come in.
    pub(super) fn refused(&self, id: &str) -> Result<Option<Rejection>, Error> {
        let mut statement = self.connection.prepare_cached("select 1 from removed where id = ?1")?;
        let removed = statement.query_row([id], |_| Ok(())).optional()?;
        Ok(removed.map(|()| Rejection {
            code: "removed".to_owned(),
            detail: "this article was removed from the archive".to_owned(),
        }))
    }
}
