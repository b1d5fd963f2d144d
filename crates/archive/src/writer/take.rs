//! What becomes of a document: its records against those that the archive holds.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use super::Writer;
use crate::error::Error;
use crate::import::{Entry, Outcome, Prepared, PreparedRecord, Rejection};
use crate::index::Change;
use crate::store::{hex, now};

/// A place of the document that is being taken, as it was before.
struct Held {
    key: i64,
    ord: u32,
    id: String,
    digest: Vec<u8>,
    source: i64,
}

/// A record that is there already.
struct Existing {
    seq: u64,
    born: u64,
    digest: Vec<u8>,
    place: i64,
}

/// What of a record is the same for all records of its document.
struct Document<'p> {
    name: &'p str,
    /// Whether the name is its own: a document without one is known by its bytes.
    named: bool,
    source: i64,
    stamp: Option<&'p str>,
}

impl Writer {
    pub(super) fn reject(&mut self, prepared: Prepared) -> Result<(), Error> {
        let (name, named) = name(&prepared);
        let rejection =
            prepared.rejection.unwrap_or(Rejection { code: String::new(), detail: String::new() });
        self.connection
            .prepare_cached(
                "insert or replace into reject(place, named, sha256, length, code, detail, at, stamp) \
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                name,
                named,
                prepared.sha256,
                prepared.length,
                rejection.code,
                rejection.detail,
                now(),
                prepared.stamp
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

    pub(super) fn take(&mut self, prepared: Prepared) -> Result<(), Error> {
        let (name, named) = name(&prepared);
        self.connection.prepare_cached("delete from reject where place = ?1")?.execute([&name])?;
        let held = self.held(&name)?;
        let all: HashSet<&str> = prepared.records.iter().map(|record| record.id.as_str()).collect();
        let mut left: Vec<String> = held
            .iter()
            .map(|held| held.id.as_str())
            .filter(|id| !all.contains(id))
            .map(str::to_owned)
            .collect();
        left.sort_unstable();
        left.dedup();
        let refused: Vec<Option<Rejection>> =
            prepared.records.iter().map(|record| self.refused(&record.id)).collect::<Result<_, _>>()?;
        let place = prepared.place.clone();
        let mut ord = 0;
        if refused.iter().any(Option::is_none) {
            let document = Document {
                name: &name,
                named,
                source: self.source(&prepared)?,
                // What was refused has to be said again each time.
                stamp: prepared.stamp.as_deref().filter(|_| refused.iter().all(Option::is_none)),
            };
            let mut keys: HashSet<i64> = held.iter().map(|held| held.key).collect();
            let mut here: HashSet<String> = HashSet::new();
            for (record, refused) in prepared.records.into_iter().zip(refused) {
                ord += 1;
                let id = record.id.clone();
                if let Some(rejection) = refused {
                    self.refuse(&name, place.clone(), ord, id, rejection)?;
                    continue;
                }
                let before = held.iter().find(|held| held.ord == ord);
                let outcome = self.settle(&document, record, ord, before, &left, &mut keys, &here)?;
                let id = Some(id);
                here.extend(id.clone());
                self.entries.push(Entry { place: place.clone(), record: ord, outcome, id, rejection: None });
            }
        } else {
            for (record, rejection) in prepared.records.into_iter().zip(refused.into_iter().flatten()) {
                ord += 1;
                self.refuse(&name, place.clone(), ord, record.id, rejection)?;
            }
        }
        self.connection
            .prepare_cached("delete from place where name = ?1 and ord > ?2")?
            .execute(params![name, ord])?;
        for id in left {
            self.leave(&id)?;
        }
        let mut sources: Vec<i64> = held.iter().map(|held| held.source).collect();
        sources.dedup();
        sources.into_iter().try_for_each(|source| self.drop_source(source).map(|_| ()))
    }

    /// One record against what is there.
    #[expect(clippy::too_many_arguments, reason = "what is known of a record and of its document")]
    fn settle(
        &mut self,
        document: &Document<'_>,
        record: PreparedRecord,
        ord: u32,
        before: Option<&Held>,
        left: &[String],
        keys: &mut HashSet<i64>,
        here: &HashSet<String>,
    ) -> Result<Outcome, Error> {
        let id = record.id.clone();
        let same_before = before.is_some_and(|b| b.id == id && b.digest == record.digest);
        // What this record replaces, if no other place holds that.
        let replaced = before.filter(|before| left.contains(&before.id));
        let born = match replaced {
            Some(before) => self.existing(&before.id)?.filter(|e| e.place == before.key).map(|e| e.born),
            None => None,
        };
        let key = self.place(document, ord, &id, &record.digest)?;
        keys.insert(key);
        match self.existing(&id)? {
            None => {
                self.insert(record, key, document, ord, born)?;
                let replaces = before.is_some_and(|before| before.id != id);
                Ok(if replaces { Outcome::Updated } else { Outcome::Stored })
            }
            // The document holds the article twice, or the record is the reading of another place.
            Some(existing) if here.contains(&id) || !self.owned(&existing, keys)? => {
                Ok(if same_before { Outcome::Unchanged } else { Outcome::Duplicate })
            }
            Some(existing) if existing.digest == record.digest => {
                if existing.place != key {
                    self.connection
                        .prepare_cached("update record set place = ?2 where id = ?1")?
                        .execute(params![id, key])?;
                }
                Ok(Outcome::Unchanged)
            }
            Some(existing) => {
                self.connection
                    .prepare_cached("delete from record where seq = ?1")?
                    .execute([existing.seq])?;
                self.insert(record, key, document, ord, Some(existing.born))?;
                Ok(Outcome::Updated)
            }
        }
    }

    /// A record that was removed and is not to come in again.
    fn refuse(
        &mut self,
        name: &str,
        place: Option<String>,
        ord: u32,
        id: String,
        rejection: Rejection,
    ) -> Result<(), Error> {
        self.connection
            .prepare_cached("delete from place where name = ?1 and ord = ?2")?
            .execute(params![name, ord])?;
        self.entries.push(Entry {
            place,
            record: ord,
            outcome: Outcome::Rejected,
            id: Some(id),
            rejection: Some(rejection),
        });
        Ok(())
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
        self.drop_record(id).map(|_| ())
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
            .prepare_cached("select key, ord, id, digest, source from place where name = ?1 order by ord")?;
        let held = statement.query_map([name], |row| {
            Ok(Held {
                key: row.get(0)?,
                ord: row.get(1)?,
                id: row.get(2)?,
                digest: row.get(3)?,
                source: row.get(4)?,
            })
        })?;
        Ok(held.collect::<Result<_, _>>()?)
    }

    fn place(&self, document: &Document<'_>, ord: u32, id: &str, digest: &[u8; 16]) -> Result<i64, Error> {
        let mut statement = self.connection.prepare_cached(
            "insert into place(name, ord, named, id, digest, source, stamp) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
             on conflict(name, ord) do update set id = ?4, digest = ?5, source = ?6, stamp = ?7 returning key",
        )?;
        let values = params![document.name, ord, document.named, id, digest, document.source, document.stamp];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    fn existing(&self, id: &str) -> Result<Option<Existing>, Error> {
        let mut statement =
            self.connection.prepare_cached("select seq, born, digest, place from record where id = ?1")?;
        let existing = statement.query_row([id], |row| {
            Ok(Existing { seq: row.get(0)?, born: row.get(1)?, digest: row.get(2)?, place: row.get(3)? })
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

    /// Puts a record in; `born` is that of the one whose place it takes.
    fn insert(
        &mut self,
        record: PreparedRecord,
        place: i64,
        document: &Document<'_>,
        ord: u32,
        born: Option<u64>,
    ) -> Result<(), Error> {
        let seq = self.next_seq();
        let born = born.unwrap_or(seq);
        let PreparedRecord { id, digest, columns, length, json: (codec, json), document: found } = record;
        self.connection
            .prepare_cached(
                "insert into record(seq, born, id, digest, source, ord, place, stored_at, kind, published, publisher, \
                 language, fields, length, codec, json) \
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?
            .execute(params![
                seq,
                born,
                id,
                digest,
                document.source,
                ord,
                place,
                now(),
                columns.kind,
                columns.published,
                columns.publisher,
                columns.language,
                columns.fields,
                length,
                codec as u8,
                json
            ])?;
        self.changes.push(Change::Put { seq, born, id, document: found });
        Ok(())
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
