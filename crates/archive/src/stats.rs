//! What is in an archive, in figures: counted in columns, no record is unpacked.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, Row};

use crate::error::Error;
use crate::follow;
use crate::record::Stats;
use crate::store::columns::FIELDS;
use crate::store::connect;

/// Sources named.
const SOURCES: usize = 100;

/// Counts everything, all of the same moment.
pub(crate) fn count(connection: &Connection, folder: &Path) -> Result<Stats, Error> {
    let snapshot = connection.unchecked_transaction()?;
    let one = |sql: &str| snapshot.query_row(sql, [], |row| row.get::<_, u64>(0));
    let mut stats = Stats {
        records: one("select count(*) from record")?,
        documents: one("select count(*) from source")?,
        source_bytes: one("select coalesce(sum(length), 0) from source")?,
        rejects: one("select count(*) from reject")?,
        undated: one("select count(*) from record where published is null")?,
        seq: follow::newest(&snapshot)?,
        store_bytes: store_bytes(folder),
        index_bytes: folder_bytes(&folder.join(follow::FOLDER)),
        kinds: pairs(&snapshot, "select kind, count(*) from record group by kind")?.into_iter().collect(),
        // Where only a year was written, it stands for itself.
        months: pairs(
            &snapshot,
            "select substr(published, 1, 7), count(*) from record where published is not null group by 1",
        )?
        .into_iter()
        .collect(),
        sources: pairs(
            &snapshot,
            "select publisher, count(*) n from record where publisher is not null group by publisher \
             order by n desc, publisher",
        )?,
        languages: pairs(
            &snapshot,
            "select language, count(*) n from record where language is not null group by language \
             order by n desc, language",
        )?,
        fields: BTreeMap::new(),
    };
    stats.sources.truncate(SOURCES);
    let sums: Vec<String> =
        (0..FIELDS.len()).map(|bit| format!("coalesce(sum(fields >> {bit} & 1), 0)")).collect();
    let sql = format!("select {} from record", sums.join(", "));
    stats.fields = snapshot.query_row(&sql, [], fields)?;
    Ok(stats)
}

fn fields(row: &Row<'_>) -> Result<BTreeMap<String, u64>, rusqlite::Error> {
    FIELDS.iter().enumerate().map(|(bit, &field)| Ok((field.to_owned(), row.get(bit)?))).collect()
}

fn pairs(connection: &Connection, sql: &str) -> Result<Vec<(String, u64)>, Error> {
    let mut statement = connection.prepare(sql)?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// The database with its log.
fn store_bytes(folder: &Path) -> u64 {
    let file = connect::file(folder);
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |meta| meta.len());
    size(&file) + size(&file.with_extension("db-wal"))
}

fn folder_bytes(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum()
}
