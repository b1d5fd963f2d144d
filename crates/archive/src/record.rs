use std::collections::BTreeMap;

use wirecopy_model::Article;

/// A record as the archive keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its place in the order of changes; an update gets a new one.
    pub seq: u64,
    /// When it came in, seconds since 1970.
    pub stored_at: i64,
    /// Digest of the record's content, 32 hexadecimal digits: changes whenever anything of it does but where it was read
    /// from. Fit for an `ETag`.
    pub digest: String,
    /// SHA-256 of the bytes it was read from, 64 hexadecimal digits.
    pub source_sha256: String,
    /// Every place it was found at, in the order found.
    pub places: Vec<String>,
    /// Which copies it belongs to, when it has any.
    pub copies: Option<Copies>,
    /// The record; its id is [`Article::id`].
    pub article: Article,
}

/// A record's place among its copies.
#[derive(Debug, Clone, PartialEq)]
pub struct Copies {
    /// Name of the cluster: the id of its first copy.
    pub cluster: String,
    /// Records in the cluster.
    pub size: u32,
    /// How much of the shorter text it shares with the copy that it was found by, from 0 to 1; 1 for the first.
    pub similarity: f32,
    /// Whether it is the first copy: published first, else stored first.
    pub first: bool,
    /// What it has different from the first copy; all alike for the first itself.
    pub difference: Difference,
}

/// What a copy has different from another, the first of its cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Share of its own text that stands in the first copy too, from 0 to 1: the rest was added or rewritten.
    pub kept: f32,
    /// Share of the first copy's text that stands in it, from 0 to 1: the rest was cut or rewritten.
    pub covered: f32,
    /// Whether its headline is another.
    pub headline: bool,
}

/// One copy of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Its id.
    pub id: String,
    /// Share of the shorter text that stands in both, from 0 to 1, against the article asked about or, in a
    /// [`Cluster`], the copy that it was found by.
    pub similarity: f32,
    /// Whether it is the first of its cluster: published first, else stored first.
    pub first: bool,
    /// The record; [`Stored::copies`] says what it has different from the first copy.
    pub stored: Stored,
}

/// A group of copies of one story.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Its name: the id of its first copy.
    pub id: String,
    /// The copies, the first of them first, then the nearest. Each is like the copy that it was found by.
    pub copies: Vec<Copy>,
}

/// What a search for copies found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Deduped {
    /// Records looked at.
    pub records: u64,
    /// Stories of which there are several copies.
    pub clusters: u64,
    /// Records that are one of these copies.
    pub copies: u64,
}

/// One change to the archive.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// A record came in or was replaced.
    Stored(Box<Stored>),
    /// A record is gone; its place in the order of changes stays.
    Deleted {
        /// Place in the order of changes.
        seq: u64,
        /// Id of the record.
        id: String,
    },
}

/// What is in an archive, in figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stats {
    /// Records.
    pub records: u64,
    /// Records by kind: `article`, `stub`, `not_article`.
    pub kinds: BTreeMap<String, u64>,
    /// Records by month of publication, `2018-07`.
    pub months: BTreeMap<String, u64>,
    /// Records without a date.
    pub undated: u64,
    /// Records by source, most frequent first, at most a hundred.
    pub sources: Vec<(String, u64)>,
    /// Records by language, most frequent first.
    pub languages: Vec<(String, u64)>,
    /// Records that have a field: `headline`, `bylines`, …
    pub fields: BTreeMap<String, u64>,
    /// Documents they came from.
    pub documents: u64,
    /// Bytes of these documents as they came.
    pub source_bytes: u64,
    /// Bytes on disk: store.
    pub store_bytes: u64,
    /// Bytes on disk: index.
    pub index_bytes: u64,
    /// Documents that were not taken.
    pub rejects: u64,
    /// Newest place in the order of changes.
    pub seq: u64,
}

/// What a check of the whole archive found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// Records looked at.
    pub records: u64,
    /// Documents looked at.
    pub documents: u64,
    /// Entries of the index looked at.
    pub indexed: u64,
    /// What is wrong, in words; empty when all is well.
    pub problems: Vec<String>,
}
