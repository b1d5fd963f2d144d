//! Where a file lies in an archive, and whether it is there already as it is.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use wirecopy_archive::{Archive, Error, Roots, Writer};

use crate::args::ReadingArgs;
use crate::inputs::{Source, SourceKind, shown};

/// A file that was written so recently may be written again within the same tick of the file system's clock: it is read again
/// the next time.
const SETTLED: Duration = Duration::from_secs(2);

/// The places of documents.
pub(super) struct Places {
    roots: Roots,
}

impl Places {
    /// Gives the folders that an import begins in their names.
    pub(super) fn begin(paths: &[PathBuf], writer: &mut Writer) -> Result<Self, Error> {
        let folders: Vec<String> = paths.iter().filter_map(|path| folder(path)).collect();
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        Ok(Self { roots: writer.roots(&folders)? })
    }

    /// The place that a document is known by, wherever the command is run; standard input has none.
    pub(super) fn of(&self, source: &Source) -> Option<String> {
        (source.kind != SourceKind::Stdin).then(|| {
            let whole = source.path.canonicalize().or_else(|_| std::path::absolute(&source.path));
            self.roots.place(&shown(whole.as_deref().unwrap_or(&source.path)))
        })
    }
}

/// The folder that a path of the command line begins in: itself, that of a file, that before the first sign of a pattern.
fn folder(path: &Path) -> Option<String> {
    if path.as_os_str() == "-" {
        return None;
    }
    let mut folder = path.to_owned();
    while !folder.is_dir() {
        if !folder.pop() || folder.as_os_str().is_empty() {
            folder = PathBuf::from(".");
            break;
        }
    }
    folder.canonicalize().ok().map(|folder| shown(&folder))
}

/// A file that is as it was.
pub(super) struct Again {
    pub(super) place: String,
    /// By what it is known from now on, where that changed.
    pub(super) stamp: Option<String>,
}

/// By what files are known again: size, time, and how they were read.
pub(super) struct Stamps<'a> {
    archive: &'a Archive,
    /// Version and options of reading: with others, the same file may give other records.
    reading: String,
    reread: bool,
}

impl<'a> Stamps<'a> {
    pub(super) fn new(archive: &'a Archive, reading: &ReadingArgs, reread: bool) -> Self {
        let how = Sha256::digest(format!("{} {reading:?}", env!("CARGO_PKG_VERSION")));
        let reading = how.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Self { archive, reading, reread }
    }

    /// Whether a file is as it was; if not, its stamp. A file with another time may hold the same bytes.
    pub(super) fn look(&self, source: &Source, place: &str, limit: usize) -> Result<Again, Option<String>> {
        let Some((size, written)) = facts(&source.path) else { return Err(None) };
        let settled = written.elapsed().is_ok_and(|since| since >= SETTLED);
        let since = written.duration_since(UNIX_EPOCH).unwrap_or_default();
        // What is not settled is known by its bytes alone.
        let facts = if settled { format!("{size}-{:x}", since.as_nanos()) } else { String::new() };
        let stamp = format!("{facts}.{}", self.reading);
        if self.reread {
            return Err(Some(stamp));
        }
        // A store that cannot be read is met again by the writer, which says so.
        let known = self.archive.known(place).ok().flatten();
        let Some((known, sha256)) = known.and_then(|known| Some((known.stamp?, known.sha256))) else {
            return Err(Some(stamp));
        };
        let place = place.to_owned();
        if settled && known == stamp {
            return Ok(Again { place, stamp: None });
        }
        let read_so = known.rsplit('.').next() == Some(self.reading.as_str());
        if read_so && size <= limit as u64 && digest(&source.path).is_some_and(|digest| digest == sha256) {
            return Ok(Again { place, stamp: Some(stamp) });
        }
        Err(Some(stamp))
    }
}

/// Size of a file and when it was written; `None` for what is no file.
fn facts(path: &Path) -> Option<(u64, SystemTime)> {
    let meta = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some((meta.len(), meta.modified().ok()?))
}

fn digest(path: &Path) -> Option<String> {
    let bytes = std::fs::read(path).ok()?;
    Some(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}
