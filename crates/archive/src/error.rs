use std::io::ErrorKind;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::ErrorCode;

/// Why an archive could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no archive in the folder.
    #[error("no archive in {}", path.display())]
    NotFound {
        /// The folder.
        path: PathBuf,
    },
    /// Another process is writing.
    #[error("another process is writing to the archive in {}", path.display())]
    Locked {
        /// The folder.
        path: PathBuf,
        /// What the other process said of itself, where it could be read.
        holder: Option<String>,
    },
    /// The archive was made by a newer version.
    #[error("the archive has format {found}; this version knows formats up to {known}")]
    TooNew {
        /// Format of the archive.
        found: u32,
        /// Newest format known here.
        known: u32,
    },
    /// The folder lies on a network file system, where locks and write order cannot be trusted.
    #[error("{} lies on a network file system ({kind})", path.display())]
    NetworkFileSystem {
        /// The folder.
        path: PathBuf,
        /// Name of the file system.
        kind: String,
    },
    /// The store is damaged. Nothing was overwritten.
    #[error("the store is damaged: {detail}")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// What lies in the folder is no archive.
    #[error("{} is not an archive: {detail}", path.display())]
    NotAnArchive {
        /// The folder or the file.
        path: PathBuf,
        /// What was found instead.
        detail: String,
    },
    /// The folder may be read and not written.
    #[error("the archive in {} cannot be written: no permission, or a read-only file system", path.display())]
    ReadOnly {
        /// The folder.
        path: PathBuf,
    },
    /// There is no room left. Nothing since the last commit was kept; what was acknowledged before is there.
    #[error("the disk is full")]
    Full,
    /// The folder was removed or replaced while the archive was open. Nothing since the last commit was acknowledged.
    #[error("the archive in {} was removed or replaced while it was open", path.display())]
    Gone {
        /// The folder.
        path: PathBuf,
    },
    /// There is no index to search in, and it cannot be built at the moment: another process writes, or the folder cannot
    /// be written.
    #[error("the archive in {} has no index that can be used", path.display())]
    Unindexed {
        /// The folder.
        path: PathBuf,
    },
    /// The query cannot be read.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A cursor that this archive did not give, or that is too old.
    #[error("the cursor cannot be used: {0}")]
    Cursor(&'static str),
    /// The disk, or the folder's permissions.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The database.
    #[error("store: {0}")]
    Store(#[source] rusqlite::Error),
    /// The full-text index.
    #[error("index: {0}")]
    Index(#[source] tantivy::TantivyError),
}

impl Error {
    /// An error of the system, with what was being done.
    pub(crate) fn io(what: impl Into<String>, source: std::io::Error) -> Self {
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io { what: what.into(), source },
        }
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        // The cause stands at the end of the chain, behind layers that each know some of it.
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
        while let Some(known) = cause {
            let kind = match known.downcast_ref::<std::io::Error>() {
                Some(io) => Some(io.kind()),
                None => known.downcast_ref::<Arc<std::io::Error>>().map(|io| io.kind()),
            };
            if matches!(kind, Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded)) {
                return Self::Full;
            }
            cause = known.source();
        }
        match &error {
            tantivy::TantivyError::IoError(io) if io.kind() == ErrorKind::StorageFull => Self::Full,
            // Threads that write pass their errors on as words.
            tantivy::TantivyError::ErrorInThread(words) if words.contains("os error 28") => Self::Full,
            _ => Self::Index(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { detail: format!("{error}") },
            Some(ErrorCode::NotADatabase) => {
                Self::Damaged { detail: "archive.db is not a database".to_owned() }
            }
            _ => Self::Store(error),
        }
    }
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct QueryError {
    /// What was seen.
    pub message: String,
    /// Where, in bytes of the query.
    pub span: Range<usize>,
    /// What to do.
    pub help: Option<String>,
}
