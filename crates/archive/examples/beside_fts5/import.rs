//! What an import costs without a parser.

use std::error::Error;
use std::path::Path;

use wirecopy_archive::{Archive, Incoming};

use crate::clock;

/// Documents that are taken at most.
const MOST: usize = 20_000;

/// Documents a batch, as the command line takes them.
const BATCH: usize = 500;

/// Takes the documents of an archive into a new one.
pub(crate) fn run(from: &Archive, to: &Path) -> Result<(), Box<dyn Error>> {
    let to = Archive::open_or_create(to)?;
    let mut writer = to.writer()?;
    let begun = clock::process();
    // Fetching the documents is no part of what is measured.
    let mut fetching = 0.0;
    let mut kept = from.documents()?.take(MOST);
    let mut n = 0;
    loop {
        let before = clock::thread();
        let batch = kept.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
        fetching += clock::thread() - before;
        if batch.is_empty() {
            break;
        }
        for kept in batch {
            n += kept.records.len();
            writer.add(Incoming {
                place: kept.place,
                bytes: kept.bytes,
                media_type: kept.media_type,
                records: kept.records,
                ..Incoming::default()
            })?;
        }
        writer.save()?;
    }
    writer.finish()?;
    println!("records {n}");
    println!("import_cpu_seconds {:.3}", clock::process() - begun - fetching);
    Ok(())
}
