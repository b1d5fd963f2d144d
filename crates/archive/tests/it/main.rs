//! The archive as its users meet it: a folder, records in, records out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod again;
mod copies;
mod import;
mod place;
mod protocol;
mod recall;
mod refusals;
mod removal;
