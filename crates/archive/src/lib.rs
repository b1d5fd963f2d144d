//! Keeps and finds news articles.
//!
//! An [`Archive`] is a folder on a local disk. What came in is kept byte for byte, what was read from it stands beside it
//! as records, and both are found again at once: by words, fields and dates, with counts, facets and snippets.
//! `archive.db` (SQLite) is the truth; the folder `index` (tantivy) is made from it and may be thrown away at any time.
//!
//! One process at a time writes; any number read meanwhile, and none waits for another.

#![forbid(unsafe_code)]

mod archive;
mod backup;
mod changes;
mod copies;
mod error;
mod follow;
mod import;
mod index;
mod lock;
mod mounts;
pub mod near;
mod query;
mod record;
mod request;
mod search;
mod stats;
mod store;
mod tokens;
mod verify;
mod writer;

pub use archive::Archive;
pub use error::{Error, QueryError};
pub use import::{Entry, Incoming, Outcome, Prepared, Receipt, Rejection};
pub use query::{QUERY_HELP, check_query};
pub use record::{Change, Cluster, Copies, Copy, Deduped, Stats, Stored, Verification};
pub use request::{
    Bucket, Counts, FacetField, Filter, Highlight, Hit, Page, SearchRequest, Snippet, Sort, Timeline,
};
pub use store::walk::Kept;
pub use tokens::Token;
pub use writer::Writer;
