use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::import::Writer;
use crate::record::{Change, Copy, Stats, Stored, Verification};
use crate::request::{Page, SearchRequest};

/// An archive, open for reading. Cheap to clone and to share between threads.
#[derive(Debug, Clone)]
pub struct Archive {
    path: PathBuf,
}

const SKELETON: Error = Error::Cursor("skeleton");

impl Archive {
    /// Opens the archive in a folder.
    ///
    /// # Errors
    ///
    /// When there is none, when it is damaged, too new, or on a network file system.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Err(Error::NotFound { path: path.to_owned() })
    }

    /// Opens the archive in a folder, making one where there is none.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), and when the folder cannot be written.
    pub fn open_or_create(path: &Path) -> Result<Self, Error> {
        Err(Error::NotFound { path: path.to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the lock for writing.
    ///
    /// # Errors
    ///
    /// [`Error::Locked`] when another process has it.
    pub fn writer(&self) -> Result<Writer, Error> {
        Err(SKELETON)
    }

    /// The record with an id; `None` when there is none.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn get(&self, _id: &str) -> Result<Option<Stored>, Error> {
        Err(SKELETON)
    }

    /// The bytes that a record was read from, as they came.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn source(&self, _id: &str) -> Result<Option<Vec<u8>>, Error> {
        Err(SKELETON)
    }

    /// Finds records.
    ///
    /// # Errors
    ///
    /// When the query or the cursor cannot be read.
    pub fn search(&self, _request: &SearchRequest) -> Result<Page, Error> {
        Err(SKELETON)
    }

    /// Every record that a query finds, one after the other, all of the same moment.
    ///
    /// # Errors
    ///
    /// When the query cannot be read.
    pub fn stream(
        &self,
        _request: &SearchRequest,
    ) -> Result<Box<dyn Iterator<Item = Result<Stored, Error>> + Send>, Error> {
        Err(SKELETON)
    }

    /// Changes after a place in their order, oldest first, at most `limit`.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn changes_since(&self, _seq: u64, _limit: usize) -> Result<Vec<Change>, Error> {
        Err(SKELETON)
    }

    /// The other copies of a record, nearest first.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn copies(&self, _id: &str) -> Result<Vec<Copy>, Error> {
        Err(SKELETON)
    }

    /// What is in it, in figures.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn stats(&self) -> Result<Stats, Error> {
        Err(SKELETON)
    }

    /// Checks everything against everything.
    ///
    /// # Errors
    ///
    /// When the store cannot be read at all; what is merely wrong is in the answer.
    pub fn verify(&self) -> Result<Verification, Error> {
        Err(SKELETON)
    }

    /// Builds the index anew from the store.
    ///
    /// # Errors
    ///
    /// When another process writes, or the disk is full.
    pub fn reindex(&self) -> Result<(), Error> {
        Err(SKELETON)
    }

    /// Writes a copy of the store to a file while it is in use.
    ///
    /// # Errors
    ///
    /// When the file exists or cannot be written.
    pub fn backup(&self, _to: &Path) -> Result<(), Error> {
        Err(SKELETON)
    }
}
