//! Which records are copies of one story, as the archive keeps it.
//!
//! Over the whole, what is stock and what is a story shows best: [`whole`] finds the clusters anew. What comes in between is
//! held against what it may be a copy of: [`recent`]. Nothing is ever deleted for being a copy.

mod change;
mod kept;
mod recent;
mod whole;

use std::hash::Hasher;

use wirecopy_model::Article;

pub(crate) use change::leave;
pub(crate) use kept::{Clusters, of, others};
pub(crate) use recent::{Recent, follow};
pub(crate) use whole::find;

use crate::index::published_seconds;

/// Step of the schema: the clusters, as the first version kept them.
pub(crate) const TABLE: &str = "
create table copies(id text primary key, cluster text not null, similarity real not null) without rowid;
create index copies_cluster on copies(cluster);
create trigger copies_gone after insert on tombstone begin delete from copies where id = new.id; end;
insert into meta values ('copies_seq', 0);
";

/// Step of the schema: the clusters, and what each copy has different from the first.
///
/// A record stands here when it has copies. The cluster is the id of its first copy. A record that goes takes its place
/// with it; one that is replaced keeps it until the clusters are found again. `copies_seq` is the place in the order of
/// changes up to which copies were looked for, `copies_whole` up to which over the whole; `copies_stock` holds the prints of
/// stock phrases, four bytes each.
pub(crate) const DIFFERENCES: &str = "
drop trigger copies_gone;
drop table copies;
create table copies(
    id text primary key, cluster text not null, similarity real not null, kept real not null, covered real not null,
    headline integer not null) without rowid;
create index copies_cluster on copies(cluster);
create trigger copies_gone after insert on tombstone begin delete from copies where id = new.id; end;
update meta set value = 0 where key = 'copies_seq';
insert into meta values ('copies_whole', 0), ('copies_stock', x'');
";

/// Where a record stands among its copies: dated before undated, then by date, then by place in the order of changes. The
/// least is the first copy.
type Order = (bool, i64, u64);

fn order(seq: u64, article: &Article) -> Order {
    let published = article.dated().and_then(|stamp| stamp.value).and_then(published_seconds);
    (published.is_none(), published.unwrap_or_default(), seq)
}

/// The text by which copies are known: what one paper sets above the story as its summary, another prints as its first
/// paragraph. Headlines are each paper's own.
fn text(article: &Article) -> String {
    let body = article.body_text();
    match &article.standfirst {
        Some(standfirst) => format!("{standfirst}\n\n{body}"),
        None => body,
    }
}

/// What tells one headline from another; 0 where there is none.
fn headline(article: &Article) -> u64 {
    let Some(headline) = &article.headline else { return 0 };
    let mut hasher = std::hash::DefaultHasher::new();
    // Capitals and signs are each paper's own.
    headline
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .for_each(|c| hasher.write_u32(c.into()));
    hasher.finish().max(1)
}

/// A row of the table of copies.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: String,
    cluster: String,
    similarity: f32,
    kept: f32,
    covered: f32,
    headline: bool,
}

impl Row {
    /// The row of a first copy.
    fn first(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            cluster: id.to_owned(),
            similarity: 1.0,
            kept: 1.0,
            covered: 1.0,
            headline: false,
        }
    }
}
