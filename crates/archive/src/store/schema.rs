//! The tables of the store, and how an older store becomes one of today.

use rusqlite::{Connection, TransactionBehavior, params};

use super::columns::Columns;
use super::rows;
use crate::copies;
use crate::error::Error;

/// Newest format. Kept in SQLite's `user_version`, so that it can be read before anything else is understood.
pub(crate) const FORMAT: u32 = 6;

/// `WIRE` in ASCII, in the header of the file: tells an archive from any other SQLite database.
pub(crate) const APPLICATION: u32 = 0x5749_5245;

/// What leads from each format to the next; the first makes format 1 out of nothing. A new archive goes the same way as an
/// old one, so both end in the same tables. Steps are never changed once they have been released, only added.
const STEPS: [Step; FORMAT as usize] = [
    Step::tables(RECORDS),
    Step::tables(SERVING),
    Step::tables(copies::TABLE),
    Step::tables(KEEPING),
    Step::tables(copies::DIFFERENCES),
    // Format 6: `record.published` is the date by which an article is counted, also where it is that of an update or of a
    // dateline.
    Step { tables: "", fill: Some(redate) },
];

/// One format out of the one before.
struct Step {
    tables: &'static str,
    fill: Option<Fill>,
}

/// What a step has to read from the records that are there. It runs when all tables are as they are today.
type Fill = fn(&Connection) -> Result<(), Error>;

impl Step {
    const fn tables(tables: &'static str) -> Self {
        Self { tables, fill: None }
    }
}

/// Format 1: what came in, what was read from it, where it lay, what became of it.
///
/// `record.seq` and `tombstone.seq` are drawn from one counter (`meta.seq`), never reused. `place.name` together with
/// `place.ord` tells an update from a new article; `place.named` is 0 where a document came without a name and its digest
/// stands in for one. `record.place` is the place whose reading the record holds.
const RECORDS: &str = "
create table meta(key text primary key, value not null) without rowid;
create table source(
    key integer primary key, sha256 blob not null unique, media_type text, length integer not null,
    first_seen integer not null, codec integer not null, body blob not null);
create table record(
    seq integer primary key, id text not null unique, digest blob not null,
    source integer not null references source(key), ord integer not null, place integer not null,
    stored_at integer not null, kind text not null, published text, publisher text, language text,
    fields integer not null, length integer not null, codec integer not null, json blob not null);
create index record_source on record(source);
create table place(
    key integer primary key, name text not null, ord integer not null, named integer not null, id text not null,
    digest blob not null, source integer not null references source(key), unique(name, ord));
create index place_id on place(id);
create table tombstone(seq integer primary key, id text not null, at integer not null);
create table reject(
    key integer primary key, place text not null unique, named integer not null, sha256 blob not null,
    length integer not null, code text not null, detail text not null, at integer not null);
create table run(
    key integer primary key, started integer not null, ended integer, tool text not null, seen integer not null default 0,
    stored integer not null default 0, unchanged integer not null default 0, updated integer not null default 0,
    duplicate integer not null default 0, rejected integer not null default 0);
insert into meta values ('seq', 0), ('identity', lower(hex(randomblob(16))));
";

/// Format 2: what a server keeps beside the records.
const SERVING: &str = "
create table token(
    hash blob primary key, scopes text not null, created integer not null, expires integer, note text not null)
    without rowid;
create table saved_search(
    id text primary key, name text not null, query text not null, created integer not null) without rowid;
";

/// Format 4: what makes a record the same over time, and a document.
///
/// `record.born` is the place in the order of changes at which it first came: kept when it is replaced, so that who walks
/// through the pages of a search meets it once. `stamp` is by what the one who imports knows a document again without
/// reading it. `root` holds the folders that imports began in, under the names that begin the places of their documents.
/// `removed` holds the ids that are not to come in again.
const KEEPING: &str = "
alter table record add column born integer not null default 0;
update record set born = seq;
create index record_born on record(born);
create index place_source on place(source);
alter table place add column stamp text;
alter table reject add column stamp text;
create table root(path text primary key, label text not null unique) without rowid;
create table removed(id text primary key, at integer not null) without rowid;
";

/// Fills the date of records that had none, see [`wirecopy_model::Article::dated`].
fn redate(connection: &Connection) -> Result<(), Error> {
    let mut ids = connection.prepare("select id from record where published is null order by seq")?;
    let ids = ids.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for id in ids {
        // One that cannot be read stays without a date; `verify` says so.
        let Ok(Some(stored)) = rows::by_id(connection, &id) else { continue };
        connection
            .prepare_cached("update record set published = ?2 where id = ?1")?
            .execute(params![id, Columns::of(&stored.article).published])?;
    }
    Ok(())
}

/// Format of a store; 0 for an empty file.
pub(crate) fn format(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// The mark of whose file it is; 0 for an empty file.
pub(crate) fn application(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "application_id", |row| row.get(0))?)
}

/// Brings a store to the newest format, all steps in one transaction. Asks for the archive's lock to be held.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    migrate_to(connection, FORMAT)
}

fn migrate_to(connection: &mut Connection, target: u32) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = format(&transaction)?;
    let steps = || STEPS.iter().take(target as usize).skip(found as usize);
    for step in steps() {
        transaction.execute_batch(step.tables)?;
    }
    for fill in steps().filter_map(|step| step.fill) {
        fill(&transaction)?;
    }
    if found < target {
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", target)?;
    }
    Ok(transaction.commit()?)
}

/// A store of format 1, as the first version made it, for tests.
#[cfg(test)]
pub(crate) fn make_format_1(connection: &mut Connection) -> Result<(), Error> {
    migrate_to(connection, 1)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{FORMAT, format, make_format_1, migrate};

    fn tables(connection: &Connection) -> Vec<String> {
        let mut rows =
            connection.prepare("select sql from sqlite_schema where sql is not null order by name").unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn an_old_store_and_a_new_one_end_in_the_same_tables() {
        let mut old = Connection::open_in_memory().unwrap();
        make_format_1(&mut old).unwrap();
        assert_eq!(format(&old).unwrap(), 1);
        migrate(&mut old).unwrap();
        let mut new = Connection::open_in_memory().unwrap();
        migrate(&mut new).unwrap();
        assert_eq!(format(&old).unwrap(), FORMAT);
        assert_eq!(tables(&old), tables(&new));
        migrate(&mut new).unwrap();
        assert_eq!(tables(&old), tables(&new));
    }
}
