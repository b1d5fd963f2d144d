//! Stand-in for the full-text index: a list of ids in a file, with the signatures of the index.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Error;
use crate::record::Stored;

type Entries = BTreeMap<String, u64>;

/// What is searched: made from the store, and always to be made anew.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    folder: PathBuf,
    state: Arc<Mutex<(u64, Entries)>>,
}

impl Index {
    /// Opens the index in a folder; `None` when it is missing or cannot be read.
    pub(crate) fn open(folder: &Path) -> Result<Option<Self>, Error> {
        let Ok(text) = std::fs::read(folder.join("meta.json")) else { return Ok(None) };
        let Ok(state) = serde_json::from_slice(&text) else { return Ok(None) };
        Ok(Some(Self { folder: folder.to_owned(), state: Arc::new(Mutex::new(state)) }))
    }

    /// Makes an empty index in a folder.
    pub(crate) fn create(folder: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(folder).map_err(|e| Error::io("cannot make the index", e))?;
        let index = Self { folder: folder.to_owned(), state: Arc::default() };
        index.save(0, &Entries::new())?;
        Ok(index)
    }

    /// Place in the order of changes up to which it follows the store.
    pub(crate) fn watermark(&self) -> u64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// What is in it: id and place in the order of changes.
    pub(crate) fn entries(&self) -> Result<Vec<(String, u64)>, Error> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(state.1.iter().map(|(id, &seq)| (id.clone(), seq)).collect())
    }

    /// The one who writes it.
    pub(crate) fn writer(&self) -> Result<IndexWriter, Error> {
        let entries = self.state.lock().unwrap_or_else(PoisonError::into_inner).1.clone();
        Ok(IndexWriter { index: self.clone(), entries })
    }

    fn save(&self, seq: u64, entries: &Entries) -> Result<(), Error> {
        let text =
            serde_json::to_vec(&(seq, entries)).map_err(|e| Error::io("cannot write the index", e.into()))?;
        let part = self.folder.join("meta.json.tmp");
        std::fs::write(&part, text)
            .and_then(|()| std::fs::rename(&part, self.folder.join("meta.json")))
            .map_err(|e| Error::io("cannot write the index", e))?;
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = (seq, entries.clone());
        Ok(())
    }
}

/// Writes an index. What was not committed is lost with it.
#[derive(Debug)]
pub(crate) struct IndexWriter {
    index: Index,
    entries: Entries,
}

impl IndexWriter {
    /// Takes a record in, in place of an earlier one with its id.
    pub(crate) fn put(&mut self, seq: u64, stored: &Stored) -> Result<(), Error> {
        self.entries.insert(stored.article.id.clone(), seq);
        Ok(())
    }

    /// Takes a record out.
    pub(crate) fn delete(&mut self, id: &str) -> Result<(), Error> {
        self.entries.remove(id);
        Ok(())
    }

    /// Makes all of it durable, together with the place in the order of changes that it now follows.
    pub(crate) fn commit(&mut self, seq: u64) -> Result<(), Error> {
        self.index.save(seq, &self.entries)
    }
}
