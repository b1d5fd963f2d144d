//! The archive as others see it: what can be asked of it, and what is done in it whole.

mod opening;
mod reader;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use wirecopy_model::Article;

use self::opening::patiently;
use self::reader::Inner;
pub(crate) use self::reader::Reader;
use crate::backup;
use crate::changes;
use crate::copies::{self, Clusters, Recent};
use crate::error::Error;
use crate::follow;
use crate::mend;
use crate::record::{Change, Cluster, Copy, Deduped, Stats, Stored, Verification};
use crate::request::{Page, SearchRequest};
use crate::search::{self, Held};
use crate::stats;
use crate::store::walk::{Documents, Kept, Records};
use crate::store::{connect, rows};
use crate::verify;
use crate::writer::{self, Known, Writer};

/// An archive, open for reading. Cheap to clone and to share between threads.
///
/// ```
/// use wirecopy_archive::{Archive, Incoming};
/// use wirecopy_model::Article;
///
/// # let folder = tempfile::tempdir()?;
/// let archive = Archive::open_or_create(&folder.path().join("news"))?;
/// let mut article = Article::new();
/// article.id = "0123456789abcdef0123456789abcdef".to_owned();
/// article.headline = Some("Council closes bridge".to_owned());
///
/// let mut writer = archive.writer()?;
/// writer.add(Incoming {
///     place: Some("/news/bridge.txt".to_owned()),
///     bytes: b"Council closes bridge".to_vec(),
///     records: vec![article.clone()],
///     ..Incoming::default()
/// })?;
/// writer.commit()?;
/// assert_eq!(writer.receipt().stored, 1);
///
/// let stored = archive.get(&article.id)?.expect("it was just stored");
/// assert_eq!(stored.article, article);
/// assert_eq!(archive.source(&article.id)?.as_deref(), Some(b"Council closes bridge".as_slice()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Archive {
    inner: Arc<Inner>,
}

impl Archive {
    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.folder
    }

    /// Takes the lock for writing.
    ///
    /// # Errors
    ///
    /// [`Error::Locked`] when another process has it, [`Error::ReadOnly`] when the folder cannot be written.
    pub fn writer(&self) -> Result<Writer, Error> {
        let lock = patiently(self.path())?;
        self.still_there()?;
        Writer::new(self, lock)
    }

    /// The record with an id; `None` when there is none.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn get(&self, id: &str) -> Result<Option<Stored>, Error> {
        rows::by_id(&*self.reader()?, id)
    }

    /// Ids that begin with these digits, in their order, at most `limit`: an id is told by its first eight digits or so.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn ids(&self, prefix: &str, limit: usize) -> Result<Vec<String>, Error> {
        rows::ids(&*self.reader()?, prefix, limit)
    }

    /// The bytes that a record was read from, as they came.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn source(&self, id: &str) -> Result<Option<Vec<u8>>, Error> {
        rows::source_of(&*self.reader()?, id)
    }

    /// What is known of the document at a place; `None` when nothing lies there.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn known(&self, place: &str) -> Result<Option<Known>, Error> {
        writer::known(&*self.reader()?, place)
    }

    /// Every record, in the order of changes, all of the moment when this is called, in little memory.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn records(&self) -> Result<impl Iterator<Item = Result<Stored, Error>> + Send + use<>, Error> {
        Records::new(self.reader()?)
    }

    /// Every record without what is known of it beside, with its place in the order of changes.
    pub(crate) fn articles(&self) -> Result<impl Iterator<Item = Result<(u64, Article), Error>>, Error> {
        Ok(Records::new(self.reader()?)?.articles())
    }

    /// Every document that a place stands for, with its records, all of the moment when this is called, in little memory:
    /// for reading them again. A document that lies at several places comes once for each.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn documents(&self) -> Result<impl Iterator<Item = Result<Kept, Error>> + Send + use<>, Error> {
        Documents::new(self.reader()?)
    }

    /// Finds records.
    ///
    /// # Errors
    ///
    /// When the query or the cursor cannot be read.
    pub fn search(&self, request: &SearchRequest) -> Result<Page, Error> {
        // One moment for all its hits, which is also one look at SQLite's log rather than three a hit.
        mend::unless_damaged(self, || search::page(&self.index()?, &Held::new(self.reader()?)?, request))
    }

    /// Every record that a query finds, one after the other, all of the same moment.
    ///
    /// # Errors
    ///
    /// When the query cannot be read.
    pub fn stream(
        &self,
        request: &SearchRequest,
    ) -> Result<Box<dyn Iterator<Item = Result<Stored, Error>> + Send>, Error> {
        mend::unless_damaged(self, || {
            let found = search::stream(&self.index()?, Held::new(self.reader()?)?, request)?;
            Ok(Box::new(found) as Box<dyn Iterator<Item = Result<Stored, Error>> + Send>)
        })
    }

    /// Changes after a place in their order, oldest first, at most `limit`.
    ///
    /// A record that was replaced stands only at its newest place.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn changes_since(&self, seq: u64, limit: usize) -> Result<Vec<Change>, Error> {
        changes::since(&*self.reader()?, seq, limit)
    }

    /// The other copies of a record, nearest first.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn copies(&self, id: &str) -> Result<Vec<Copy>, Error> {
        copies::others(&*self.reader()?, id)
    }

    /// Every group of copies, the largest first, as [`dedupe`](Self::dedupe) found them.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn duplicates(&self) -> Result<impl Iterator<Item = Result<Cluster, Error>> + Send + use<>, Error> {
        Clusters::new(self.reader()?)
    }

    /// Finds which records are copies of one story, over the whole archive, and keeps that with them. Nothing is deleted.
    ///
    /// Reads every record once, and takes about a kilobyte of memory for each.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or another process writes.
    pub fn dedupe(&self) -> Result<Deduped, Error> {
        let found = copies::find(self)?;
        let lock = patiently(self.path())?;
        self.still_there()?;
        let kept = found.keep(&mut connect::write(self.path(), false)?);
        drop(lock);
        kept
    }

    /// Whether so much has come in since the last [`dedupe`](Self::dedupe) that it is time for the next: anything in a
    /// small archive, in a large one a sixteenth of its records. Less is held against the others by the writer itself, when
    /// it commits.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn dedupe_due(&self) -> Result<bool, Error> {
        Ok(Recent::of(&*self.reader()?)? == Recent::Much)
    }

    /// What is in it, in figures.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn stats(&self) -> Result<Stats, Error> {
        stats::count(&*self.reader()?, self.path())
    }

    /// Checks everything against everything.
    ///
    /// # Errors
    ///
    /// When the store cannot be read at all; what is merely wrong is in the answer.
    pub fn verify(&self) -> Result<Verification, Error> {
        verify::check(self)
    }

    /// Builds the index anew from the store.
    ///
    /// # Errors
    ///
    /// When another process writes, or the disk is full.
    pub fn reindex(&self) -> Result<(), Error> {
        let lock = patiently(self.path())?;
        self.still_there()?;
        let index = follow::rebuild(self.path(), &*self.reader()?, &lock)?;
        self.set_index(&index);
        Ok(())
    }

    /// Writes a copy of the store to a file while it is in use: all of one moment. Put as `archive.db` into a folder of its
    /// own, it is an archive; the index is built when it is opened.
    ///
    /// # Errors
    ///
    /// When the file exists or cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        backup::write(&*self.reader()?, to)
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("path", &self.inner.folder).finish_non_exhaustive()
    }
}
