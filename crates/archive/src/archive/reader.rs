//! What an open archive holds: connections, the index, and which files they are of.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use rusqlite::Connection;

use super::Archive;
use crate::error::Error;
use crate::follow;
use crate::index::Index;
use crate::store::connect;

/// Connections kept for later when they are not in use.
const SPARE_CONNECTIONS: usize = 16;

pub(super) struct Inner {
    pub(super) folder: PathBuf,
    /// The database as it was when it was opened, to notice when another lies in its place.
    file: FileId,
    spare: Mutex<Vec<Connection>>,
    index: RwLock<Option<(FileId, Index)>>,
}

impl Archive {
    pub(super) fn around(path: &Path) -> Result<Self, Error> {
        let folder =
            path.canonicalize().map_err(|e| Error::io(format!("cannot open {}", path.display()), e))?;
        let file =
            FileId::of(&connect::file(&folder)).ok_or_else(|| Error::Gone { path: path.to_owned() })?;
        let inner = Inner { folder, file, spare: Mutex::default(), index: RwLock::default() };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The index as it is now: the one that was opened, or another that has taken its place.
    ///
    /// # Errors
    ///
    /// [`Error::Unindexed`] when there is none.
    pub(crate) fn index(&self) -> Result<Index, Error> {
        let now = FileId::of(&self.path().join(follow::FOLDER));
        let known = self.inner.index.read().unwrap_or_else(PoisonError::into_inner).clone();
        match (known, now) {
            (Some((then, index)), Some(now)) if then == now => Ok(index),
            _ => {
                let index = follow::open(self.path(), &*self.reader()?)?;
                let index = index.ok_or_else(|| Error::Unindexed { path: self.path().to_owned() })?;
                self.set_index(&index);
                Ok(index)
            }
        }
    }

    pub(crate) fn set_index(&self, index: &Index) {
        let now = FileId::of(&self.path().join(follow::FOLDER));
        let known = now.map(|now| (now, index.clone()));
        *self.inner.index.write().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// Builds the index anew if its files are damaged and nobody else writes; whether it was.
    pub(crate) fn mend(&self) -> Result<bool, Error> {
        // A checksum that cannot be computed is as wrong as one that differs.
        if self.index()?.damaged_files().is_ok_and(|damaged| damaged.is_empty()) {
            return Ok(false);
        }
        self.reindex().map(|()| true)
    }

    /// A connection for reading, given back when it is dropped.
    pub(crate) fn reader(&self) -> Result<Reader, Error> {
        let spare = self.inner.spare().pop();
        let connection = match spare {
            Some(connection) => connection,
            None => {
                self.still_there()?;
                connect::read(self.path())?
            }
        };
        Ok(Reader { connection: Some(connection), inner: Arc::clone(&self.inner) })
    }

    /// Refuses an archive whose folder was removed or replaced while it was open.
    pub(crate) fn still_there(&self) -> Result<(), Error> {
        if FileId::of(&connect::file(self.path())) == Some(self.inner.file) {
            Ok(())
        } else {
            Err(Error::Gone { path: self.path().to_owned() })
        }
    }
}

impl Inner {
    fn spare(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn put_back(&self, connection: Connection) {
        let mut spare = self.spare();
        if spare.len() < SPARE_CONNECTIONS {
            spare.push(connection);
        }
    }
}

/// A connection for reading.
pub(crate) struct Reader {
    /// There until this is dropped.
    connection: Option<Connection>,
    inner: Arc<Inner>,
}

impl Deref for Reader {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("the connection is taken out only by drop")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // A connection that was left in the middle of something is not for the next.
        if let Some(connection) = self.connection.take().filter(Connection::is_autocommit) {
            self.inner.put_back(connection);
        }
    }
}

/// Which file this is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileId(u64, u64);

impl FileId {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(path).ok().map(|meta| Self(meta.dev(), meta.ino()))
    }

    /// An open file cannot be replaced there; whether it is there says enough.
    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<Self> {
        let made = fs::metadata(path).ok()?.created().ok()?;
        let since = made.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Some(Self(since.as_secs(), since.subsec_nanos().into()))
    }
}
