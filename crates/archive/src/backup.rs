//! A copy of the store in one file, made while it is in use.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::Error;
use crate::store::schema;

/// Writes a copy of the store, of one moment, to a file that is not there yet. The file has its name only when it is whole
/// and on the disk.
pub(crate) fn write(connection: &Connection, to: &Path) -> Result<(), Error> {
    let what = || format!("cannot write {}", to.display());
    if fs::symlink_metadata(to).is_ok() {
        return Err(Error::io(what(), ErrorKind::AlreadyExists.into()));
    }
    let part = beside(to);
    let made = copy(connection, &part).and_then(|()| take_name(&part, to).map_err(|e| Error::io(what(), e)));
    if made.is_err() {
        let _ = fs::remove_file(&part);
    }
    made
}

/// `vacuum into` rather than the backup interface: that one begins anew whenever somebody commits meanwhile.
fn copy(connection: &Connection, part: &Path) -> Result<(), Error> {
    let what = || format!("cannot write {}", part.display());
    // SQLite says only that it could not open the file; the system says why.
    File::create(part).map_err(|e| Error::io(what(), e))?;
    let name = part.to_str().ok_or_else(|| Error::io(what(), ErrorKind::InvalidFilename.into()))?;
    connection.execute("vacuum into ?1", [name])?;
    // A copy that cannot be read is none.
    let copied = Connection::open(part)?;
    let whole: String = copied.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if whole != "ok" || schema::application(&copied)? != schema::APPLICATION {
        return Err(Error::Damaged { detail: format!("the copy cannot be read: {whole}") });
    }
    Ok(())
}

fn take_name(part: &Path, to: &Path) -> std::io::Result<()> {
    File::open(part)?.sync_all()?;
    // A link rather than a renaming, which would replace what somebody put there meanwhile; not every file system has them.
    if fs::hard_link(part, to).is_ok() {
        fs::remove_file(part)?;
    } else {
        fs::rename(part, to)?;
    }
    sync_folder(to);
    Ok(())
}

/// The name as well is to be on the disk. Where folders cannot be opened, the system sees to it.
fn sync_folder(file: &Path) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn beside(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}
