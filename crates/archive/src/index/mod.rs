//! The full-text index: made from the store, free to be thrown away.
//!
//! Texts are indexed, not stored. Every commit carries the place in the order of changes up to which it follows the store
//! (the watermark) and the version of schema and analysis, in the same atomic write; so an index is either usable and
//! knows what it lacks, or is not opened at all.

mod directory;
mod document;
mod fields;
mod reader;
mod sharing;
pub(crate) mod text;
mod writer;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::IndexSettings;

use crate::error::Error;
pub(crate) use document::{Document, published_seconds};
pub(crate) use fields::{BORN, Fields, PUBLISHED, SEQ, facet_name};
use reader::Reader;
pub(crate) use reader::Snapshot;
pub(crate) use writer::{Change, IndexWriter};

/// Version of schema and analysis. Whatever changes a field, a boundary of words or their folding changes this; an index
/// of another version is built anew.
const SCHEMA: &str = "wirecopy-index/3 tantivy-0.27 icu-2";

/// What a commit says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    seq: u64,
    schema: String,
}

impl Payload {
    fn write(seq: u64) -> Result<String, Error> {
        let payload = Self { seq, schema: SCHEMA.to_owned() };
        serde_json::to_string(&payload).map_err(|e| internal(format!("cannot write the watermark: {e}")))
    }

    fn read(text: Option<&str>) -> Option<Self> {
        let payload: Self = serde_json::from_str(text?).ok()?;
        (payload.schema == SCHEMA).then_some(payload)
    }
}

/// The index in a folder, open for reading. Cheap to clone and to share between threads.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    inner: tantivy::Index,
    fields: Fields,
    reader: Reader,
}

impl Index {
    /// Opens the index in a folder; `None` when there is none, when it is damaged as far as opening it shows, or of
    /// another version.
    pub(crate) fn open(dir: &Path) -> Result<Option<Self>, Error> {
        if !dir.join(reader::META).is_file() {
            return Ok(None);
        }
        let Ok(directory) = directory::Folder::open(dir) else { return Ok(None) };
        let Ok(inner) = tantivy::Index::open(directory) else { return Ok(None) };
        let Ok(metas) = inner.load_metas() else { return Ok(None) };
        let (schema, fields) = Fields::build();
        if Payload::read(metas.payload.as_deref()).is_none() || inner.schema() != schema {
            return Ok(None);
        }
        // A damaged file may be met where the index trusts its own files, and end in a panic.
        let opened = catch_unwind(AssertUnwindSafe(|| Self::with(inner, fields, dir)));
        Ok(opened.ok().and_then(Result::ok))
    }

    /// Makes an empty index in a folder, which is made where it is missing; what the folder holds of another index must
    /// be gone.
    pub(crate) fn create(dir: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(dir)
            .map_err(|source| Error::Io { what: format!("cannot make {}", dir.display()), source })?;
        let (schema, fields) = Fields::build();
        let inner = tantivy::Index::create(directory::Folder::open(dir)?, schema, IndexSettings::default())?;
        let index = Self::with(inner, fields, dir)?;
        index.writer()?.commit(0)?;
        Ok(index)
    }

    fn with(inner: tantivy::Index, fields: Fields, dir: &Path) -> Result<Self, Error> {
        fields::register(&inner);
        let reader = Reader::new(&inner, dir)?;
        Ok(Self { inner, fields, reader })
    }

    /// Up to which place in the order of changes the index follows the store; 0 when that cannot be read.
    pub(crate) fn watermark(&self) -> u64 {
        let metas = self.inner.load_metas().ok();
        metas.and_then(|metas| Payload::read(metas.payload.as_deref())).map_or(0, |payload| payload.seq)
    }

    /// Starts writing. One writer at a time, which the index sees to itself.
    pub(crate) fn writer(&self) -> Result<IndexWriter, Error> {
        IndexWriter::new(&self.inner, &self.fields, &self.reader)
    }

    /// The index as it is now; stays as it is while others write.
    pub(crate) fn snapshot(&self) -> Result<Snapshot, Error> {
        self.reader.snapshot()
    }

    /// Keeps a state of the index for a while, for those who come back with a cursor.
    pub(crate) fn keep(&self, snapshot: &Snapshot) {
        self.reader.keep(snapshot);
    }

    /// A state that was kept.
    pub(crate) fn kept(&self, process: u64, state: u64) -> Option<Snapshot> {
        self.reader.kept(process, state)
    }

    /// The names of its fields.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// Entries that can be found.
    #[cfg(test)]
    pub(crate) fn len(&self) -> Result<u64, Error> {
        Ok(self.snapshot()?.searcher.num_docs())
    }

    /// The place in the order of changes of every entry, not sorted.
    pub(crate) fn seqs(&self) -> Result<Vec<u64>, Error> {
        let snapshot = self.snapshot()?;
        let mut seqs = Vec::new();
        for segment in snapshot.searcher.segment_readers() {
            let column = segment.fast_fields().u64(SEQ)?;
            seqs.extend(segment.doc_ids_alive().filter_map(|doc| column.first(doc)));
        }
        Ok(seqs)
    }

    /// Files whose checksum is wrong; reads all of them.
    pub(crate) fn damaged_files(&self) -> Result<Vec<PathBuf>, Error> {
        let mut files: Vec<PathBuf> = self.inner.validate_checksum()?.into_iter().collect();
        files.sort();
        Ok(files)
    }
}

/// What should never happen, in the words of the index.
pub(crate) fn internal(message: String) -> Error {
    Error::Index(tantivy::TantivyError::InternalError(message))
}

#[cfg(test)]
pub(crate) mod tests {
    use std::fs;

    use wirecopy_model::{Article, Block, BlockKind};

    use super::*;
    use crate::record::Stored;

    pub(crate) fn stored(seq: u64, id: &str, headline: &str, paragraphs: &[&str]) -> Stored {
        let mut article = Article::new();
        article.id = id.to_owned();
        article.headline = Some(headline.to_owned()).filter(|h| !h.is_empty());
        article.body = paragraphs
            .iter()
            .map(|text| Block { kind: BlockKind::Paragraph, text: (*text).to_owned() })
            .collect();
        Stored {
            seq,
            stored_at: 0,
            digest: String::new(),
            source_sha256: String::new(),
            places: Vec::new(),
            copies: None,
            article,
        }
    }

    #[test]
    fn a_commit_carries_its_watermark() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Index::open(dir.path()).unwrap().is_none());
        let index = Index::create(dir.path()).unwrap();
        assert_eq!((index.watermark(), index.len().unwrap()), (0, 0));
        let mut writer = index.writer().unwrap();
        writer.put((1, 1), &stored(1, "a", "Bridge closes", &["The council voted."])).unwrap();
        writer.put((2, 2), &stored(2, "b", "Ferry opens", &["Residents cheered."])).unwrap();
        writer.commit(2).unwrap();
        assert_eq!((index.watermark(), index.len().unwrap()), (2, 2));
        // The same again, as after a crash between two commits: an entry is replaced, not doubled.
        writer.put((3, 1), &stored(3, "a", "Bridge opens", &["The council voted."])).unwrap();
        writer.apply(Change::Delete("b".to_owned())).unwrap();
        writer.commit(4).unwrap();
        assert_eq!((index.watermark(), index.seqs().unwrap()), (4, vec![3]));
        drop(writer);
        let again = Index::open(dir.path()).unwrap().unwrap();
        assert_eq!((again.watermark(), again.len().unwrap()), (4, 1));
        assert!(again.damaged_files().unwrap().is_empty());
    }

    #[test]
    fn what_was_not_committed_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let index = Index::create(dir.path()).unwrap();
        let mut writer = index.writer().unwrap();
        writer.put((1, 1), &stored(1, "a", "Bridge closes", &[])).unwrap();
        drop(writer);
        let index = Index::open(dir.path()).unwrap().unwrap();
        assert_eq!((index.watermark(), index.len().unwrap()), (0, 0));
    }

    #[test]
    fn a_foreign_or_broken_index_is_not_opened() {
        let dir = tempfile::tempdir().unwrap();
        drop(Index::create(dir.path()).unwrap());
        let meta = dir.path().join(reader::META);
        let text = fs::read_to_string(&meta).unwrap();
        fs::write(&meta, text.replace(SCHEMA, "wirecopy-index/0")).unwrap();
        assert!(Index::open(dir.path()).unwrap().is_none());
        for broken in ["", "{", "\u{0}\u{0}", "{\"segments\":[]}"] {
            fs::write(&meta, broken).unwrap();
            assert!(Index::open(dir.path()).unwrap().is_none(), "{broken:?}");
        }
        fs::write(&meta, text).unwrap();
        assert!(Index::open(dir.path()).unwrap().is_some());
    }

    #[test]
    fn a_missing_segment_makes_it_unusable() {
        let dir = tempfile::tempdir().unwrap();
        let index = Index::create(dir.path()).unwrap();
        let mut writer = index.writer().unwrap();
        writer.put((1, 1), &stored(1, "a", "Bridge closes", &["one"])).unwrap();
        writer.commit(1).unwrap();
        drop((writer, index));
        for file in fs::read_dir(dir.path()).unwrap().flatten() {
            if file.path().extension().is_some_and(|e| e == "fast" || e == "idx") {
                fs::remove_file(file.path()).unwrap();
            }
        }
        assert!(Index::open(dir.path()).unwrap().is_none());
    }
}
