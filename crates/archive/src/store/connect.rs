//! Connections to the database: how they are opened, what is refused.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{FILE, schema};
use crate::error::Error;

/// How long a statement waits for another connection. Readers never wait for the writer; what remains are the short
/// moments in which SQLite itself puts its log in order.
const PATIENCE: Duration = Duration::from_secs(10);

/// Bytes of a page of a new store.
const PAGE: u32 = 16 << 10;

/// Memory for pages of the database, in KiB, as SQLite wants it: negative. A page of hits touches some two hundred of them,
/// and the upper ones again each time.
const CACHE: i32 = -8 << 10;

/// Bytes of the database that a reader looks at where the system keeps them, rather than have them copied: a page of hits
/// touches some two hundred pages all over it, and copying these would take as long as all the rest. As much as SQLite does.
const MAPPED: i64 = if cfg!(target_pointer_width = "64") { i32::MAX as i64 } else { 64 << 20 };

/// Prepared statements kept by a connection.
const STATEMENTS: usize = 32;

/// Path of the database of an archive.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Opens an archive's database for reading.
pub(crate) fn read(folder: &Path) -> Result<Connection, Error> {
    let path = file(folder);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(&path, flags).and_then(|connection| {
        prepare(&connection)?;
        map(&connection, true)?;
        // Only now the file is read.
        connection.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0))?;
        Ok(connection)
    });
    let connection = match opened {
        Ok(connection) => connection,
        Err(error) => read_only_medium(&path).ok_or(error)??,
    };
    check(&connection, folder)?;
    Ok(connection)
}

/// Opens it where nothing can be written: a reader of SQLite's log needs to write a file beside it. Without a log the file
/// is all there is, and nobody changes it.
fn read_only_medium(path: &Path) -> Option<Result<Connection, rusqlite::Error>> {
    let log = path.with_extension("db-wal");
    if std::fs::metadata(log).is_ok_and(|meta| meta.len() > 0) {
        return None;
    }
    let path = std::path::absolute(path).ok()?;
    let escaped: String = path.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags);
    Some(connection.and_then(|connection| {
        prepare(&connection)?;
        Ok(connection)
    }))
}

/// Opens an archive's database for writing, in its newest format; the archive's lock must be held. `create` makes one where
/// there is none.
pub(crate) fn write(folder: &Path, create: bool) -> Result<Connection, Error> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    let mut connection = Connection::open_with_flags(file(folder), flags)?;
    prepare(&connection)?;
    if schema::format(&connection)? > 0 || schema::application(&connection)? > 0 || has_tables(&connection)? {
        check(&connection, folder)?;
    }
    // For a store that is made now: a page holds more of what is somewhat longer than a kilobyte, and so less is left empty.
    connection.pragma_update(None, "page_size", PAGE)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // FULL: a commit is on the disk when it is answered, through a loss of power as well.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// Lets a reader look at the database where the system keeps it, or not.
pub(super) fn map(connection: &Connection, mapped: bool) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "mmap_size", if mapped { MAPPED } else { 0 })
}

fn prepare(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    // Without it, SQLite plans every statement anew whenever a value is bound to it, in case that another plan fits the value
    // better; with these tables none does.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // What a foreign schema holds (triggers, views with functions) is not run.
    connection.pragma_update(None, "trusted_schema", false)
}

fn has_tables(connection: &Connection) -> Result<bool, Error> {
    Ok(connection.query_row("select exists(select 1 from sqlite_schema)", [], |row| row.get(0))?)
}

/// Refuses what is no archive, or one of a later version.
fn check(connection: &Connection, folder: &Path) -> Result<(), Error> {
    if schema::application(connection)? != schema::APPLICATION {
        let detail = format!("{FILE} is a database of another program");
        return Err(Error::NotAnArchive { path: folder.to_owned(), detail });
    }
    let found = schema::format(connection)?;
    if found > schema::FORMAT {
        return Err(Error::TooNew { found, known: schema::FORMAT });
    }
    Ok(())
}
