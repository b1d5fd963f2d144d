use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use tantivy::{IndexReader, ReloadPolicy, Searcher};

use super::fields::BORN;
use crate::error::Error;

/// The file that a commit replaces as a whole.
pub(super) const META: &str = "meta.json";

/// The index at one moment.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub(crate) searcher: Searcher,
    /// Which process opened it.
    pub(crate) process: u64,
    /// Which state it is, counted by that process.
    pub(crate) state: u64,
    /// Where the newest of its entries first came in the order of changes.
    pub(crate) newest: u64,
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
    now: Arc<Mutex<Now>>,
}

/// Which state of the index is the newest, and which others are kept.
struct Now {
    /// The file as it was when the newest state was opened; `None` to look again.
    seen: Option<Stamp>,
    snapshot: Snapshot,
    kept: VecDeque<(Instant, Snapshot)>,
}

/// States kept at most. An import makes one every few seconds; a state holds on to files that were merged since.
const MAX_KEPT: usize = 64;
/// How long a state is kept after it was last asked for.
const KEPT_FOR: Duration = Duration::from_secs(15 * 60);

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
        let seen = Stamp::of(&meta);
        let inner: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        // Two processes that count their states alike must not take each other's for their own.
        let process = RandomState::new().hash_one((SystemTime::now(), std::process::id()));
        let snapshot = Snapshot::of(&inner, process, 0)?;
        let now = Arc::new(Mutex::new(Now { seen, snapshot, kept: VecDeque::new() }));
        Ok(Self { inner, meta, now })
    }

    /// The newest state.
    pub(super) fn snapshot(&self) -> Result<Snapshot, Error> {
        let stamp = Stamp::of(&self.meta);
        let mut now = self.now();
        if stamp.is_none() || now.seen != stamp {
            self.inner.reload()?;
            now.snapshot = Snapshot::of(&self.inner, now.snapshot.process, now.snapshot.state + 1)?;
            now.seen = stamp;
        }
        Ok(now.snapshot.clone())
    }

    /// Makes the next snapshot look again, whatever the file's stamp says: two commits within one tick of the clock.
    pub(super) fn forget(&self) {
        self.now().seen = None;
    }

    pub(super) fn keep(&self, snapshot: &Snapshot) {
        let mut now = self.now();
        now.kept.retain(|(since, kept)| since.elapsed() < KEPT_FOR && kept.state != snapshot.state);
        while now.kept.len() >= MAX_KEPT {
            now.kept.pop_front();
        }
        now.kept.push_back((Instant::now(), snapshot.clone()));
    }

    pub(super) fn kept(&self, process: u64, state: u64) -> Option<Snapshot> {
        let now = self.now();
        let mut kept = now.kept.iter().map(|(_, kept)| kept);
        kept.find(|kept| kept.process == process && kept.state == state).cloned()
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Snapshot {
    fn of(reader: &IndexReader, process: u64, state: u64) -> Result<Self, Error> {
        let searcher = reader.searcher();
        let mut newest = 0;
        for segment in searcher.segment_readers() {
            newest = newest.max(segment.fast_fields().u64(BORN)?.max_value());
        }
        Ok(Self { searcher, process, state, newest })
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("meta", &self.meta).finish_non_exhaustive()
    }
}
