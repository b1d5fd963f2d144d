#![doc = include_str!("../README.md")]
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
mod mend;
mod mounts;
pub mod near;
mod query;
mod record;
mod request;
mod search;
mod shortcuts;
mod stats;
mod store;
mod tokens;
mod verify;
mod writer;

pub use archive::Archive;
pub use error::{Error, QueryError};
pub use import::{Entry, Incoming, Outcome, Prepared, Receipt, Rejection};
pub use query::{QUERY_HELP, check_query};
pub use record::{Change, Cluster, Copies, Copy, Deduped, Difference, Stats, Stored, Verification};
pub use request::{
    Bucket, Counts, FacetField, Filter, Highlight, Hit, Page, SearchRequest, Snippet, Sort, Timeline,
};
pub use store::walk::Kept;
pub use tokens::Token;
pub use writer::{Known, Removed, Roots, Writer};
