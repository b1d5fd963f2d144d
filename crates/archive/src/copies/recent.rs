//! What came in since copies were looked for: each record is held against those that share its rarest words.

use std::collections::BTreeMap;

use rusqlite::{Connection, TransactionBehavior};
use wirecopy_model::Article;

use super::change::{leave, put, rename, row};
use super::kept::{self, cluster_of};
use super::{Row, order, text};
use crate::error::Error;
use crate::follow as changes;
use crate::index::{Index, Snapshot};
use crate::near::{self, Options};
use crate::record::Stored;
use crate::store::rows;

/// Records of an archive that are so few that its clusters are found anew each time: that takes a moment.
const FEW: u64 = 2_000;
/// Share of an archive, one in so many, that may be new before its clusters are found anew: about where holding each record
/// against others takes as long. So an archive that grows spends on each of its records a bounded number of looks.
const GROWN: u64 = 16;
/// Rarest words of a text that others are asked for.
const WORDS: usize = 24;
/// Records that a new one is held against: those that share most of these words.
const CANDIDATES: usize = 12;
/// Members of their clusters that are held against one another with it.
const MEMBERS: usize = 40;

/// What there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recent {
    /// Nothing came in.
    Nothing,
    /// So many changes, to be held against the others one by one.
    Few(u64),
    /// So much that the clusters of the whole are better found anew.
    Much,
}

impl Recent {
    pub(crate) fn of(connection: &Connection) -> Result<Self, Error> {
        let meta = |key: &str| {
            connection
                .prepare_cached("select value from meta where key = ?1")?
                .query_row([key], |row| row.get::<_, u64>(0))
        };
        let (seen, whole) = (meta("copies_seq")?, meta("copies_whole")?);
        let newest = changes::newest(connection)?;
        if newest <= seen {
            return Ok(Self::Nothing);
        }
        let records: u64 = connection.query_row("select count(*) from record", [], |row| row.get(0))?;
        let much = records <= FEW || newest.saturating_sub(whole).saturating_mul(GROWN) >= records;
        Ok(if much { Self::Much } else { Self::Few(newest - seen) })
    }
}

/// Holds what came in since the last look against what it may be a copy of. The index must be in step with the store.
pub(crate) fn follow(connection: &mut Connection, index: &Index) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let newest = changes::newest(&transaction)?;
    let look =
        Look { connection: &transaction, index, snapshot: index.snapshot()?, stock: stock(&transaction)? };
    let seen: u64 =
        look.connection.query_row("select value from meta where key = 'copies_seq'", [], |row| row.get(0))?;
    let mut statement = look.connection.prepare("select seq from record where seq > ?1 order by seq")?;
    let new: Vec<u64> = statement.query_map([seen], |row| row.get(0))?.collect::<Result<_, _>>()?;
    drop(statement);
    for seq in new {
        if let Some(stored) = rows::by_seq(look.connection, seq)? {
            look.place(&stored)?;
        }
    }
    transaction.execute("update meta set value = ?1 where key = 'copies_seq'", [newest])?;
    Ok(transaction.commit()?)
}

fn stock(connection: &Connection) -> Result<Vec<u32>, Error> {
    let bytes: Vec<u8> =
        connection.query_row("select value from meta where key = 'copies_stock'", [], |row| row.get(0))?;
    Ok(bytes.chunks_exact(4).filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?))).collect())
}

struct Look<'l> {
    connection: &'l Connection,
    index: &'l Index,
    snapshot: Snapshot,
    stock: Vec<u32>,
}

impl Look<'_> {
    /// Finds the cluster of a new record, and puts it there.
    fn place(&self, new: &Stored) -> Result<(), Error> {
        // What it was a copy of as it was before says nothing any more.
        leave(self.connection, &new.article.id)?;
        let around = self.around(&new.article)?;
        if around.is_empty() {
            return Ok(());
        }
        let mut near = near::Index::with_stock(Options::default(), self.stock.iter().copied());
        near.add(&text(&new.article));
        around.values().for_each(|stored| near.add(&text(&stored.article)));
        let members = near.clusters();
        let Some(own) = members.first() else { return Ok(()) };
        let numbered = || around.values().zip(1..);
        let beside = numbered().filter(|(_, at)| members.get(*at).is_some_and(|m| m.cluster == own.cluster));
        // The one most like it decides, where it is like several clusters.
        let nearest = beside
            .filter_map(|(stored, at)| {
                Some((near.similarity(0, at)?, std::cmp::Reverse(order(stored.seq, &stored.article)), stored))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)));
        let Some((similarity, _, nearest)) = nearest else { return Ok(()) };
        self.join(new, nearest, similarity)
    }

    /// Records that share its rarest words, and the clusters of these, by their ids.
    fn around(&self, article: &Article) -> Result<BTreeMap<String, Stored>, Error> {
        let mut around = BTreeMap::new();
        for born in self.index.sharing(&self.snapshot, &text(article), WORDS, CANDIDATES + 1)? {
            if let Some(stored) = rows::by_born(self.connection, born)?.filter(|s| s.article.id != article.id)
            {
                around.insert(stored.article.id.clone(), stored);
            }
        }
        let clusters: Vec<String> = around
            .keys()
            .filter_map(|id| cluster_of(self.connection, id).transpose())
            .collect::<Result<_, _>>()?;
        for cluster in clusters {
            for id in kept::ids(self.connection, &cluster)? {
                if around.len() >= MEMBERS {
                    return Ok(around);
                }
                if !around.contains_key(&id)
                    && id != article.id
                    && let Some(stored) = rows::by_id(self.connection, &id)?
                {
                    around.insert(id, stored);
                }
            }
        }
        Ok(around)
    }

    /// Puts a record beside another that it is a copy of.
    fn join(&self, new: &Stored, nearest: &Stored, similarity: f32) -> Result<(), Error> {
        let cluster = match cluster_of(self.connection, &nearest.article.id)? {
            Some(cluster) => cluster,
            None => {
                put(self.connection, &Row::first(&nearest.article.id))?;
                nearest.article.id.clone()
            }
        };
        let first = if cluster == nearest.article.id {
            Some(nearest.clone())
        } else {
            rows::by_id(self.connection, &cluster)?
        };
        let Some(first) = first else { return Ok(()) };
        put(self.connection, &row(new, &first, similarity))?;
        if order(new.seq, &new.article) < order(first.seq, &first.article) {
            rename(self.connection, &cluster, new)?;
        }
        Ok(())
    }
}
