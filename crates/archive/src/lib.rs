//! Keeps and finds news articles.
//!
//! An [`Archive`] is a folder on a local disk. What came in is kept byte for byte, what was read from it stands beside it
//! as records, and both are found again at once: by words, fields and dates, with counts, facets and snippets.
//! `archive.db` (SQLite) is the truth; the folder `index` (tantivy) is made from it and may be thrown away at any time.
//!
//! One process at a time writes; any number read meanwhile, and none waits for another.

#![forbid(unsafe_code)]

mod archive;
mod error;
mod import;
#[allow(dead_code, reason = "the store that uses it comes next")]
mod index;
mod query;
mod record;
mod request;
#[allow(dead_code, reason = "the store that uses it comes next")]
mod search;

pub use archive::Archive;
pub use error::{Error, QueryError};
pub use import::{Entry, Incoming, Outcome, Receipt, Rejection, Writer};
pub use query::{QUERY_HELP, check_query};
pub use record::{Change, Copies, Copy, Stats, Stored, Verification};
pub use request::{
    Bucket, Counts, FacetField, Filter, Highlight, Hit, Page, SearchRequest, Snippet, Sort, Timeline,
};
