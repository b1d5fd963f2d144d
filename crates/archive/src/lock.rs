//! One process at a time writes.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::Path;

use crate::error::Error;

/// Name of the file that the writer holds locked. It stays when the lock is given back: what counts is the lock of the
/// operating system, which ends with its holder however that came about, not whether the file is there.
pub(crate) const FILE: &str = "archive.lock";

/// Most bytes of a holder's own words that are repeated to others.
const WORDS: u64 = 300;

/// The lock of an archive, held until this is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock and writes into it who holds it.
    pub(crate) fn take(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE);
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = opened.map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Error::ReadOnly { path: folder.to_owned() }
            }
            ErrorKind::NotFound => Error::Gone { path: folder.to_owned() },
            _ => Error::io(format!("cannot open {}", path.display()), error),
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Locked { path: folder.to_owned(), holder: holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => {
                return Err(Error::io(format!("cannot lock {}", path.display()), error));
            }
        }
        // Only a courtesy to who finds it locked; the lock holds without it.
        let _ = file.set_len(0).and_then(|()| file.write_all(words().as_bytes()));
        Ok(Self { file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

fn words() -> String {
    let program = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).take(2);
    let program: Vec<String> = program.collect();
    format!("process {}: {}", std::process::id(), program.join(" "))
}

fn holder(file: &mut File) -> Option<String> {
    let mut text = Vec::new();
    file.rewind().ok()?;
    file.take(WORDS).read_to_end(&mut text).ok()?;
    let text: String = String::from_utf8_lossy(&text).chars().filter(|c| !c.is_control()).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::Lock;
    use crate::error::Error;

    #[test]
    fn the_second_is_told_who_is_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        let Err(Error::Locked { holder, .. }) = Lock::take(folder.path()) else { panic!("two locks") };
        let me = format!("process {}", std::process::id());
        assert!(holder.is_some_and(|holder| holder.starts_with(&me)));
        drop(first);
        assert!(Lock::take(folder.path()).is_ok());
    }
}
