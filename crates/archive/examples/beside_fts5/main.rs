//! An archive beside SQLite's own full-text index over the same rows, in processor time of one thread.
//!
//! `cargo xtask bench archive` makes the archive and runs this; by hand:
//!
//! ```sh
//! cargo run --release -p wirecopy-archive --example beside_fts5 -- queries ARCHIVE fts5.db
//! cargo run --release -p wirecopy-archive --example beside_fts5 -- import ARCHIVE NEW_ARCHIVE
//! cargo run --release -p wirecopy-archive --example beside_fts5 -- sizes ARCHIVE
//! ```
//!
//! `queries` puts the articles of the archive into a new database with FTS5 and asks both the same questions. `import` takes
//! the documents of an archive with their records into a new one: what an import costs without a parser.
#![expect(clippy::print_stdout, reason = "a program, not part of the library")]

mod clock;
mod fts5;
mod import;
mod kinds;
mod queries;
mod sizes;

use std::path::Path;

use wirecopy_archive::Archive;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["queries", archive, database] => {
            queries::run(&Archive::open(Path::new(archive))?, Path::new(database))
        }
        ["import", archive, new] => import::run(&Archive::open(Path::new(archive))?, Path::new(new)),
        ["sizes", archive, ..] => sizes::run(&Archive::open(Path::new(archive))?),
        _ => Err("`queries ARCHIVE DATABASE`, `import ARCHIVE NEW` or `sizes ARCHIVE`".into()),
    }
}
