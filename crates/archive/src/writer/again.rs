//! Documents that come again as they were: told from others without being read.

use rusqlite::{Connection, OptionalExtension, params};

use super::Writer;
use crate::error::Error;
use crate::import::{Entry, Outcome, Rejection};

/// What the archive knows of the document at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// By what the one who imported it knows it again: [`Incoming::stamp`](crate::Incoming::stamp).
    pub stamp: Option<String>,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
}

/// What is known of the document at a place.
pub(crate) fn known(connection: &Connection, place: &str) -> Result<Option<Known>, Error> {
    let mut statement = connection.prepare_cached(
        "select p.stamp, lower(hex(s.sha256)) from place p join source s on s.key = p.source where p.name = ?1 \
         union all select stamp, lower(hex(sha256)) from reject where place = ?1 limit 1",
    )?;
    let known = statement
        .query_row([place], |row| Ok(Known { stamp: row.get(0)?, sha256: row.get(1)? }))
        .optional()?;
    Ok(known)
}

impl Writer {
    /// Notes that the document at a place is as it was: each of its records counts as unchanged, a document that was
    /// rejected is rejected for the same reason. `stamp`, when there is one, is what it is known by from now on. `false`,
    /// and nothing is noted, when nothing is known of the place.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn add_unchanged(&mut self, place: &str, stamp: Option<&str>) -> Result<bool, Error> {
        let noted = self.begin().and_then(|()| self.note_unchanged(place, stamp));
        noted.inspect_err(|_| self.give_up())
    }

    fn note_unchanged(&mut self, place: &str, stamp: Option<&str>) -> Result<bool, Error> {
        let entry = |record, outcome, id, rejection| Entry {
            place: Some(place.to_owned()),
            record,
            outcome,
            id,
            rejection,
        };
        let mut statement =
            self.connection.prepare_cached("select ord, id from place where name = ?1 order by ord")?;
        let records = statement
            .query_map([place], |row| Ok(entry(row.get(0)?, Outcome::Unchanged, Some(row.get(1)?), None)))?;
        let mut entries: Vec<Entry> = records.collect::<Result<_, _>>()?;
        drop(statement);
        let mut table = "place set stamp = ?2 where name";
        if entries.is_empty() {
            table = "reject set stamp = ?2 where place";
            let mut statement =
                self.connection.prepare_cached("select code, detail from reject where place = ?1")?;
            let rejection = statement
                .query_row([place], |row| Ok(Rejection { code: row.get(0)?, detail: row.get(1)? }))
                .optional()?;
            entries.extend(rejection.map(|rejection| entry(0, Outcome::Rejected, None, Some(rejection))));
        }
        if let Some(stamp) = stamp.filter(|_| !entries.is_empty()) {
            self.connection
                .prepare_cached(&format!("update {table} = ?1 and stamp is not ?2"))?
                .execute(params![place, stamp])?;
        }
        let known = !entries.is_empty();
        self.entries.append(&mut entries);
        Ok(known)
    }
}
