use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use rusqlite::Connection;
use wirecopy_model::Article;

use crate::backup;
use crate::changes;
use crate::copies::{self, Clusters, Recent};
use crate::error::Error;
use crate::follow;
use crate::index::Index;
use crate::lock::{self, Lock};
use crate::mend;
use crate::mounts::refuse_network;
use crate::record::{Change, Cluster, Copy, Deduped, Stats, Stored, Verification};
use crate::request::{Page, SearchRequest};
use crate::search::{self, Held};
use crate::stats;
use crate::store::walk::{Documents, Kept, Records};
use crate::store::{self, connect, rows};
use crate::verify;
use crate::writer::{self, Known, Writer};

/// Connections kept for later when they are not in use.
const SPARE_CONNECTIONS: usize = 16;

/// How often, and after what time, a writer asks again for the lock: whoever opens an archive may hold it for a moment, to
/// give the index what a crash left out.
const KNOCK: (u32, Duration) = (10, Duration::from_millis(50));

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

struct Inner {
    folder: PathBuf,
    /// The database as it was when it was opened, to notice when another lies in its place.
    file: FileId,
    spare: Mutex<Vec<Connection>>,
    index: RwLock<Option<(FileId, Index)>>,
}

impl Archive {
    /// Opens the archive in a folder.
    ///
    /// What the index lacks after a crash is given to it here, and an index that is missing or cannot be used is built
    /// anew, unless another process writes at the moment.
    ///
    /// # Errors
    ///
    /// When there is none, when it is damaged, too new, or on a network file system.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let file = connect::file(path);
        match fs::metadata(&file) {
            Ok(_) => {}
            Err(_) if path.is_file() => {
                let detail = "it is a file, and an archive is a folder".to_owned();
                return Err(Error::NotAnArchive { path: path.to_owned(), detail });
            }
            Err(error) => {
                return Err(match error.kind() {
                    ErrorKind::NotFound | ErrorKind::NotADirectory => {
                        Error::NotFound { path: path.to_owned() }
                    }
                    _ => Error::io(format!("cannot open {}", file.display()), error),
                });
            }
        }
        refuse_network(path)?;
        let connection = connect::read(path)?;
        if store::schema::format(&connection)? < store::schema::FORMAT {
            let _lock = Lock::take(path)?;
            connect::write(path, false)?;
        }
        let archive = Self::around(path)?;
        archive.inner.put_back(connection);
        archive.follow()?;
        Ok(archive)
    }

    /// Opens the archive in a folder, making one where there is none.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), when the folder cannot be written, and when it holds other things already.
    pub fn open_or_create(path: &Path) -> Result<Self, Error> {
        // An empty database is what is left of a making that was cut off.
        if fs::metadata(connect::file(path)).is_ok_and(|meta| meta.len() > 0) {
            return Self::open(path);
        }
        fs::create_dir_all(path).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Error::ReadOnly { path: path.to_owned() }
            }
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Error::NotAnArchive {
                path: path.to_owned(),
                detail: "it is a file, and an archive is a folder".to_owned(),
            },
            _ => Error::io(format!("cannot make the folder {}", path.display()), error),
        })?;
        refuse_network(path)?;
        refuse_foreign(path)?;
        let lock = patiently(path)?;
        connect::write(path, true)?;
        drop(lock);
        Self::open(path)
    }

    fn around(path: &Path) -> Result<Self, Error> {
        let folder =
            path.canonicalize().map_err(|e| Error::io(format!("cannot open {}", path.display()), e))?;
        let file =
            FileId::of(&connect::file(&folder)).ok_or_else(|| Error::Gone { path: path.to_owned() })?;
        let inner = Inner { folder, file, spare: Mutex::default(), index: RwLock::default() };
        Ok(Self { inner: Arc::new(inner) })
    }

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

    /// Puts the index in order where it lags behind the store, or is missing, and nobody else writes.
    fn follow(&self) -> Result<(), Error> {
        let connection = self.reader()?;
        let index = follow::open(self.path(), &connection)?;
        let lags = match &index {
            None => true,
            Some(index) => index.watermark() < follow::newest(&connection)?,
        };
        if let Some(index) = &index {
            self.set_index(index);
        }
        if !lags {
            return Ok(());
        }
        match Lock::take(self.path()) {
            Ok(lock) => {
                self.set_index(&follow::up_to_date(self.path(), &connection, &lock)?);
                Ok(())
            }
            // Who writes at the moment puts it in order; in a folder that cannot be written it stays as it is.
            Err(Error::Locked { .. } | Error::ReadOnly { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The index as it is now: the one that was opened, or another that has taken its place.
    ///
    /// # Errors
    ///
    /// [`Error::Unindexed`] when there is none.
    pub(crate) fn index(&self) -> Result<Index, Error> {
        let now = FileId::of(&self.path().join(follow::FOLDER));
        let known = self.inner.index.read().unwrap_or_else(PoisonError::into_inner).clone();
        match (known, now) {
            (Some((then, index)), Some(now)) if then == now => Ok(index),
            _ => {
                let index = follow::open(self.path(), &*self.reader()?)?;
                let index = index.ok_or_else(|| Error::Unindexed { path: self.path().to_owned() })?;
                self.set_index(&index);
                Ok(index)
            }
        }
    }

    pub(crate) fn set_index(&self, index: &Index) {
        let now = FileId::of(&self.path().join(follow::FOLDER));
        let known = now.map(|now| (now, index.clone()));
        *self.inner.index.write().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// Builds the index anew if its files are damaged and nobody else writes; whether it was.
    pub(crate) fn mend(&self) -> Result<bool, Error> {
        // A checksum that cannot be computed is as wrong as one that differs.
        if self.index()?.damaged_files().is_ok_and(|damaged| damaged.is_empty()) {
            return Ok(false);
        }
        self.reindex().map(|()| true)
    }

    /// A connection for reading, given back when it is dropped.
    pub(crate) fn reader(&self) -> Result<Reader, Error> {
        let spare = self.inner.spare().pop();
        let connection = match spare {
            Some(connection) => connection,
            None => {
                self.still_there()?;
                connect::read(self.path())?
            }
        };
        Ok(Reader { connection: Some(connection), inner: Arc::clone(&self.inner) })
    }

    /// Refuses an archive whose folder was removed or replaced while it was open.
    pub(crate) fn still_there(&self) -> Result<(), Error> {
        if FileId::of(&connect::file(self.path())) == Some(self.inner.file) {
            Ok(())
        } else {
            Err(Error::Gone { path: self.path().to_owned() })
        }
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("path", &self.inner.folder).finish_non_exhaustive()
    }
}

impl Inner {
    fn spare(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put_back(&self, connection: Connection) {
        let mut spare = self.spare();
        if spare.len() < SPARE_CONNECTIONS {
            spare.push(connection);
        }
    }
}

/// A connection for reading.
pub(crate) struct Reader {
    /// There until this is dropped.
    connection: Option<Connection>,
    inner: Arc<Inner>,
}

impl Deref for Reader {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("the connection is taken out only by drop")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // A connection that was left in the middle of something is not for the next.
        if let Some(connection) = self.connection.take().filter(Connection::is_autocommit) {
            self.inner.put_back(connection);
        }
    }
}

/// Which file this is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileId(u64, u64);

impl FileId {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(path).ok().map(|meta| Self(meta.dev(), meta.ino()))
    }

    /// An open file cannot be replaced there; whether it is there says enough.
    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<Self> {
        let made = fs::metadata(path).ok()?.created().ok()?;
        let since = made.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Some(Self(since.as_secs(), since.subsec_nanos().into()))
    }
}

/// The lock for a writer, asked for a few times.
fn patiently(folder: &Path) -> Result<Lock, Error> {
    let mut taken = Lock::take(folder);
    for _ in 0..KNOCK.0 {
        if !matches!(taken, Err(Error::Locked { .. })) {
            break;
        }
        std::thread::sleep(KNOCK.1);
        taken = Lock::take(folder);
    }
    taken
}

/// Refuses to make an archive among other people's files.
fn refuse_foreign(folder: &Path) -> Result<(), Error> {
    let entries =
        fs::read_dir(folder).map_err(|e| Error::io(format!("cannot read {}", folder.display()), e))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let ours = |name: &str| {
        name.starts_with(store::FILE) || [lock::FILE, follow::FOLDER, "lost+found"].contains(&name)
    };
    match names.iter().find(|name| !name.starts_with('.') && !ours(name)) {
        None => Ok(()),
        Some(name) => Err(Error::NotAnArchive {
            path: folder.to_owned(),
            detail: format!("it holds other things ({name}); an archive is made in a new or an empty folder"),
        }),
    }
}
