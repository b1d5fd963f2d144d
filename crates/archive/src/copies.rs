//! Which records are copies of one story, as the archive keeps it.
//!
//! The clusters are found over all records at once and kept until they are found again: what is stock and what is a story
//! shows only over the whole. Nothing is ever deleted for being a copy.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use wirecopy_model::Article;

use crate::archive::{Archive, Reader};
use crate::error::Error;
use crate::follow;
use crate::index::published_seconds;
use crate::near::{Index, Options, shared};
use crate::record::{Cluster, Copies, Copy, Deduped};
use crate::store::rows;

/// Step of the schema: the clusters.
///
/// A record stands here when it has copies. The cluster is the id of its first copy. A record that goes takes its place
/// with it; one that is replaced keeps it until the clusters are found again.
pub(crate) const TABLE: &str = "
create table copies(id text primary key, cluster text not null, similarity real not null) without rowid;
create index copies_cluster on copies(cluster);
create trigger copies_gone after insert on tombstone begin delete from copies where id = new.id; end;
insert into meta values ('copies_seq', 0);
";

/// Records beyond `copies_seq` that are few, whatever the archive's size: finding clusters among so many takes a moment.
const FEW: u64 = 5_000;
/// Share of an archive, one in so many, that may be new before the clusters are found again by themselves. So an archive
/// that grows by small imports spends on each of its records a bounded number of looks.
const GROWN: u64 = 4;

/// What a record brings to its cluster.
struct Seen {
    id: String,
    /// Dated before undated, then by date, then by place in the order of changes: the least is the first copy.
    order: (bool, i64, u64),
}

/// Finds the copies among all records, and keeps them. Asks for the archive's lock only when it writes.
pub(crate) fn find(archive: &Archive) -> Result<Found, Error> {
    let mut index = Index::new(Options::default());
    let mut records: Vec<Seen> = Vec::new();
    let mut seq = 0;
    for stored in archive.records()? {
        let stored = stored?;
        let published =
            stored.article.published.as_ref().and_then(|stamp| stamp.value).and_then(published_seconds);
        index.add(&text(&stored.article));
        seq = seq.max(stored.seq);
        let order = (published.is_none(), published.unwrap_or_default(), stored.seq);
        records.push(Seen { id: stored.article.id, order });
    }
    let members = index.clusters();
    let mut clusters: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (text, member) in members.iter().enumerate() {
        clusters.entry(member.cluster).or_default().push(text);
    }
    clusters.retain(|_, texts| texts.len() > 1);
    let mut found =
        Found { rows: Vec::new(), records: records.len() as u64, clusters: clusters.len() as u64, seq };
    for texts in clusters.values() {
        let order = |text: &usize| records.get(*text).map(|seen| seen.order);
        let Some(first) = texts.iter().copied().min_by_key(order) else { continue };
        let Some(name) = records.get(first).map(|seen| seen.id.clone()) else { continue };
        for &text in texts {
            let (Some(member), Some(seen)) = (members.get(text), records.get(text)) else { continue };
            let similarity = match member.nearest as usize {
                _ if text == first => 1.0,
                // The fullest text was there before the others; what it is like is the first.
                nearest if nearest == text => index.similarity(text, first).unwrap_or_default(),
                _ => member.similarity,
            };
            found.rows.push((seen.id.clone(), name.clone(), similarity));
        }
    }
    Ok(found)
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

/// Clusters that were found and are not kept yet.
pub(crate) struct Found {
    rows: Vec<(String, String, f32)>,
    records: u64,
    clusters: u64,
    seq: u64,
}

impl Found {
    /// Keeps them in place of what was found earlier. Records that went meanwhile are left out.
    pub(crate) fn keep(&self, connection: &mut Connection) -> Result<Deduped, Error> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("delete from copies", [])?;
        {
            let mut insert = transaction.prepare(
                "insert into copies(id, cluster, similarity) select ?1, ?2, ?3 \
                 where exists(select 1 from record where id = ?1)",
            )?;
            for (id, cluster, similarity) in &self.rows {
                insert.execute(params![id, cluster, similarity])?;
            }
        }
        transaction.execute("update meta set value = ?1 where key = 'copies_seq'", [self.seq])?;
        transaction.commit()?;
        let copies = self.rows.len() as u64;
        Ok(Deduped { records: self.records, clusters: self.clusters, copies })
    }
}

/// Whether so much has come in since the copies were found that it is time to find them again.
pub(crate) fn due(connection: &Connection) -> Result<bool, Error> {
    let seen: u64 =
        connection.query_row("select value from meta where key = 'copies_seq'", [], |row| row.get(0))?;
    let newest = follow::newest(connection)?;
    if newest <= seen {
        return Ok(false);
    }
    let records: u64 = connection.query_row("select count(*) from record", [], |row| row.get(0))?;
    Ok(records <= FEW || (newest - seen).saturating_mul(GROWN) >= records)
}

/// A record's place among its copies.
pub(crate) fn of(connection: &Connection, id: &str) -> Result<Option<Copies>, Error> {
    let mut statement = connection.prepare_cached(
        "select c.cluster, c.similarity, (select count(*) from copies o where o.cluster = c.cluster) \
         from copies c where c.id = ?1",
    )?;
    let found = statement
        .query_row([id], |row| {
            Ok(Copies { cluster: row.get(0)?, similarity: row.get(1)?, size: row.get(2)? })
        })
        .optional()?;
    Ok(found.filter(|copies| copies.size > 1))
}

/// The other copies of a record, nearest first.
pub(crate) fn others(connection: &Connection, id: &str) -> Result<Vec<Copy>, Error> {
    let (Some(own), Some(stored)) = (of(connection, id)?, rows::by_id(connection, id)?) else {
        return Ok(Vec::new());
    };
    let own_text = text(&stored.article);
    let mut copies = Vec::new();
    for (other, _) in ids(connection, &own.cluster)? {
        let Some(stored) = rows::by_id(connection, &other)?.filter(|_| other != id) else { continue };
        let similarity = shared(&own_text, &text(&stored.article));
        copies.push(Copy { first: other == own.cluster, id: other, similarity, stored });
    }
    copies.sort_by(|one, other| {
        other.similarity.total_cmp(&one.similarity).then_with(|| one.stored.seq.cmp(&other.stored.seq))
    });
    Ok(copies)
}

/// Ids of a cluster with how like each is, the first copy first, then the nearest.
fn ids(connection: &Connection, cluster: &str) -> Result<Vec<(String, f32)>, Error> {
    let mut statement = connection.prepare_cached(
        "select id, similarity from copies where cluster = ?1 order by id <> cluster, similarity desc, id",
    )?;
    let ids = statement.query_map([cluster], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The clusters, largest first.
pub(crate) struct Clusters {
    reader: Reader,
    names: std::vec::IntoIter<String>,
}

impl Clusters {
    /// Begins a walk. Only the names are held, each cluster is fetched when its turn comes.
    pub(crate) fn new(reader: Reader) -> Result<Self, Error> {
        let names: Vec<String> = {
            let mut statement = reader.prepare_cached(
                "select cluster from copies group by cluster having count(*) > 1 order by count(*) desc, cluster",
            )?;
            let names = statement.query_map([], |row| row.get(0))?;
            names.collect::<Result<_, _>>()?
        };
        Ok(Self { reader, names: names.into_iter() })
    }

    fn cluster(&self, name: String) -> Result<Cluster, Error> {
        let mut copies = Vec::new();
        for (id, similarity) in ids(&self.reader, &name)? {
            // Gone since: it is no copy any more.
            let Some(stored) = rows::by_id(&self.reader, &id)? else { continue };
            copies.push(Copy { first: id == name, id, similarity, stored });
        }
        Ok(Cluster { id: name, copies })
    }
}

impl Iterator for Clusters {
    type Item = Result<Cluster, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let name = self.names.next()?;
        Some(self.cluster(name))
    }
}
