//! Opening an archive, making one, taking the lock for writing.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use super::Archive;
use crate::error::Error;
use crate::follow;
use crate::lock::{self, Lock};
use crate::mounts::refuse_network;
use crate::store::{self, connect};

/// How often, and after what time, a writer asks again for the lock: whoever opens an archive may hold it for a moment, to
/// give the index what a crash left out.
const KNOCK: (u32, Duration) = (10, Duration::from_millis(50));

impl Archive {
    /// Opens the archive in a folder.
    ///
    /// What the index lacks after a crash is given to it here, and an index that is missing or cannot be used is built
    /// anew, unless another process writes at the moment.
    ///
    /// # Errors
    ///
    /// When there is none, when it is damaged, too new, or on a network file system.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let file = connect::file(path);
        match fs::metadata(&file) {
            Ok(_) => {}
            Err(_) if path.is_file() => {
                let detail = "it is a file, and an archive is a folder".to_owned();
                return Err(Error::NotAnArchive { path: path.to_owned(), detail });
            }
            Err(error) => {
                return Err(match error.kind() {
                    ErrorKind::NotFound | ErrorKind::NotADirectory => {
                        Error::NotFound { path: path.to_owned() }
                    }
                    _ => Error::io(format!("cannot open {}", file.display()), error),
                });
            }
        }
        refuse_network(path)?;
        let connection = connect::read(path)?;
        if store::schema::format(&connection)? < store::schema::FORMAT {
            let _lock = Lock::take(path)?;
            connect::write(path, false)?;
        }
        let archive = Self::around(path)?;
        archive.inner.put_back(connection);
        archive.follow()?;
        Ok(archive)
    }

    /// Opens the archive in a folder, making one where there is none.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), when the folder cannot be written, and when it holds other things already.
    pub fn open_or_create(path: &Path) -> Result<Self, Error> {
        // An empty database is what is left of a making that was cut off.
        if fs::metadata(connect::file(path)).is_ok_and(|meta| meta.len() > 0) {
            return Self::open(path);
        }
        fs::create_dir_all(path).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Error::ReadOnly { path: path.to_owned() }
            }
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Error::NotAnArchive {
                path: path.to_owned(),
                detail: "it is a file, and an archive is a folder".to_owned(),
            },
            _ => Error::io(format!("cannot make the folder {}", path.display()), error),
        })?;
        refuse_network(path)?;
        refuse_foreign(path)?;
        let lock = patiently(path)?;
        connect::write(path, true)?;
        drop(lock);
        Self::open(path)
    }

    /// Puts the index in order where it lags behind the store, or is missing, and nobody else writes.
    fn follow(&self) -> Result<(), Error> {
        let connection = self.reader()?;
        let index = follow::open(self.path(), &connection)?;
        let lags = match &index {
            None => true,
            Some(index) => index.watermark() < follow::newest(&connection)?,
        };
        if let Some(index) = &index {
            self.set_index(index);
        }
        if !lags {
            return Ok(());
        }
        match Lock::take(self.path()) {
            Ok(lock) => {
                self.set_index(&follow::up_to_date(self.path(), &connection, &lock)?);
                Ok(())
            }
            // Who writes at the moment puts it in order; in a folder that cannot be written it stays as it is.
            Err(Error::Locked { .. } | Error::ReadOnly { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// The lock for a writer, asked for a few times.
pub(super) fn patiently(folder: &Path) -> Result<Lock, Error> {
    let mut taken = Lock::take(folder);
    for _ in 0..KNOCK.0 {
        if !matches!(taken, Err(Error::Locked { .. })) {
            break;
        }
        std::thread::sleep(KNOCK.1);
        taken = Lock::take(folder);
    }
    taken
}

/// Refuses to make an archive among other people's files.
fn refuse_foreign(folder: &Path) -> Result<(), Error> {
    let entries =
        fs::read_dir(folder).map_err(|e| Error::io(format!("cannot read {}", folder.display()), e))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let ours = |name: &str| {
        name.starts_with(store::FILE) || [lock::FILE, follow::FOLDER, "lost+found"].contains(&name)
    };
    match names.iter().find(|name| !name.starts_with('.') && !ours(name)) {
        None => Ok(()),
        Some(name) => Err(Error::NotAnArchive {
            path: folder.to_owned(),
            detail: format!("it holds other things ({name}); an archive is made in a new or an empty folder"),
        }),
    }
}
