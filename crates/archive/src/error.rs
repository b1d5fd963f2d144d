use std::ops::Range;
use std::path::PathBuf;

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
    Store(#[from] rusqlite::Error),
    /// The full-text index.
    #[error("index: {0}")]
    Index(#[from] tantivy::TantivyError),
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
