use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use tantivy::{IndexReader, ReloadPolicy, Searcher};

use crate::error::Error;

/// The file that a commit replaces as a whole.
pub(super) const META: &str = "meta.json";

/// The index at one moment.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub(crate) searcher: Searcher,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("documents", &self.searcher.num_docs()).finish()
    }
}

/// Gives the newest snapshot, whichever process made it.
///
/// Looks at the file that every commit replaces before each search, which takes about a microsecond; a thread that watches
/// it would see a commit half a second late.
#[derive(Clone)]
pub(super) struct Reader {
    inner: IndexReader,
    meta: PathBuf,
    seen: Arc<Mutex<Option<Stamp>>>,
}

/// What tells one version of a file from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    len: u64,
    inode: u64,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let meta = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&meta);
        #[cfg(not(unix))]
        let inode = 0;
        Some(Self { modified: meta.modified().ok(), len: meta.len(), inode })
    }
}

impl Reader {
    pub(super) fn new(index: &tantivy::Index, dir: &Path) -> Result<Self, Error> {
        let meta = dir.join(META);
        // Before the files are opened: a commit in between is then seen as new, never missed.
        let seen = Arc::new(Mutex::new(Stamp::of(&meta)));
        let inner = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { inner, meta, seen })
    }

    /// The newest state.
    pub(super) fn snapshot(&self) -> Result<Snapshot, Error> {
        let now = Stamp::of(&self.meta);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if now.is_none() || *seen != now {
            self.inner.reload()?;
            *seen = now;
        }
        Ok(Snapshot { searcher: self.inner.searcher() })
    }

    /// Makes the next snapshot look again, whatever the file's stamp says: two commits within one tick of the clock.
    pub(super) fn forget(&self) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("meta", &self.meta).finish_non_exhaustive()
    }
}
