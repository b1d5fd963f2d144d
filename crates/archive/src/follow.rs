//! Keeps the index in step with the store: replays what it lacks, builds it anew where it cannot be used.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Error;
use crate::index::{Change, Document, Index, IndexWriter};
use crate::lock::Lock;
use crate::store::rows::{COLUMNS, Packed};

/// Name of the index's folder in an archive's folder.
pub(crate) const FOLDER: &str = "index";
/// Under this name an index is built, until it is whole.
const BUILDING: &str = "index.new";
/// Under this name the old one waits for its removal.
const RETIRED: &str = "index.old";
/// Names, in the index's folder, the store that it was made from: a folder that was copied from another archive, or left
/// beside a restored store, is no index of this one.
const OWNER: &str = "store-identity";

/// Changes replayed between two commits of the index: bounds what a crash in the middle costs.
const COMMIT_EVERY: u64 = 20_000;

/// The index of a store as it lies there; `None` when there is none that can be used.
pub(crate) fn open(folder: &Path, connection: &Connection) -> Result<Option<Index>, Error> {
    let path = folder.join(FOLDER);
    let owner = fs::read_to_string(path.join(OWNER)).unwrap_or_default();
    if owner != identity(connection)? {
        return Ok(None);
    }
    // An index ahead of its store belongs to a later state of it: the store was put back from a backup.
    let newest = newest(connection)?;
    Ok(Index::open(&path)?.filter(|index| index.watermark() <= newest))
}

/// Newest place in the order of changes.
pub(crate) fn newest(connection: &Connection) -> Result<u64, Error> {
    Ok(connection
        .prepare_cached("select value from meta where key = 'seq'")?
        .query_row([], |row| row.get(0))?)
}

/// The index in step with the store: opened, or built anew; then given what it lacks.
pub(crate) fn up_to_date(folder: &Path, connection: &Connection, lock: &Lock) -> Result<Index, Error> {
    sweep(folder);
    let Some(index) = open(folder, connection)? else { return rebuild(folder, connection, lock) };
    if index.watermark() < newest(connection)? {
        replay(connection, &index)?;
    }
    Ok(index)
}

/// Builds the index anew beside the old one and lets it take its name.
pub(crate) fn rebuild(folder: &Path, connection: &Connection, _held: &Lock) -> Result<Index, Error> {
    sweep(folder);
    let (building, place, retired) = (folder.join(BUILDING), folder.join(FOLDER), folder.join(RETIRED));
    let what = |path: &Path| format!("cannot put the index in {}", path.display());
    fs::create_dir_all(&building).map_err(|e| Error::io(what(&building), e))?;
    let index = Index::create(&building)?;
    // Merged to the end: what is still under way when the folder takes its new name would look for it under the old one.
    replay(connection, &index)?.finish()?;
    drop(index);
    fs::write(building.join(OWNER), identity(connection)?).map_err(|e| Error::io(what(&building), e))?;
    if place.exists() {
        fs::rename(&place, &retired).map_err(|e| Error::io(what(&place), e))?;
    }
    // A crash here leaves no index, which the next one to open the archive builds.
    fs::rename(&building, &place).map_err(|e| Error::io(what(&place), e))?;
    sweep(folder);
    let missing = || Error::Damaged { detail: "the index that was just built cannot be opened".to_owned() };
    Index::open(&place)?.ok_or_else(missing)
}

/// Gives an index the changes after its watermark.
fn replay(connection: &Connection, index: &Index) -> Result<IndexWriter, Error> {
    // One snapshot for both questions, in case that somebody writes without asking for the lock.
    let snapshot = connection.unchecked_transaction()?;
    let from = index.watermark();
    let newest = newest(&snapshot)?;
    let mut writer = index.writer()?;
    remove(&snapshot, &mut writer, from)?;
    let sql = format!(
        "select {COLUMNS} from record r join source s on s.key = r.source where r.seq > ?1 order by r.seq"
    );
    let mut statement = snapshot.prepare(&sql)?;
    let mut rows = statement.query([from])?;
    let mut since = 0;
    while let Some(row) = rows.next()? {
        let packed = Packed::from_row(row)?;
        let (seq, born) = (packed.seq, packed.born);
        let article = packed.article()?;
        let document = Document::of(&article);
        writer.apply(Change::Put { seq, born, id: article.id, document })?;
        since += 1;
        if since == COMMIT_EVERY {
            // Every removal was made first, so that up to here the index is as the store.
            writer.commit(seq)?;
            since = 0;
        }
    }
    writer.commit(newest)?;
    Ok(writer)
}

/// Takes out what is gone. A record that came back has a later place and is put in again afterwards.
fn remove(connection: &Connection, writer: &mut IndexWriter, from: u64) -> Result<(), Error> {
    let mut statement = connection.prepare("select id from tombstone where seq > ?1 order by seq")?;
    for id in statement.query_map(params![from], |row| row.get(0))? {
        writer.apply(Change::Delete(id?))?;
    }
    Ok(())
}

/// A number of its own that every store is given when it is made.
fn identity(connection: &Connection) -> Result<String, Error> {
    let mut statement = connection.prepare_cached("select value from meta where key = 'identity'")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Removes what an interrupted rebuild left behind. Where that fails, the next one tries again.
fn sweep(folder: &Path) {
    for name in [BUILDING, RETIRED] {
        let path: PathBuf = folder.join(name);
        if path.exists() {
            let _ = fs::remove_dir_all(path);
        }
    }
}
