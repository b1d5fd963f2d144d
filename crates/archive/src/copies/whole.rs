//! The clusters of the whole archive.

use std::collections::BTreeMap;

use rusqlite::{Connection, TransactionBehavior, params};

use super::{Order, Row, headline, order, text};
use crate::archive::Archive;
use crate::error::Error;
use crate::near::{Index, Options};
use crate::record::Deduped;

/// What a record brings to its cluster.
struct Seen {
    id: String,
    order: Order,
    headline: u64,
}

/// Finds the copies among all records. Asks for no lock.
pub(crate) fn find(archive: &Archive) -> Result<Found, Error> {
    let mut index = Index::new(Options::default());
    let mut records: Vec<Seen> = Vec::new();
    let mut seq = 0;
    for stored in archive.articles()? {
        let (at, article) = stored?;
        index.add(&text(&article));
        seq = seq.max(at);
        let (order, headline) = (order(at, &article), headline(&article));
        records.push(Seen { id: article.id, order, headline });
    }
    let members = index.clusters();
    let mut clusters: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (text, member) in members.iter().enumerate() {
        clusters.entry(member.cluster).or_default().push(text);
    }
    clusters.retain(|_, texts| texts.len() > 1);
    let mut found = Found {
        rows: Vec::new(),
        records: records.len() as u64,
        clusters: clusters.len() as u64,
        seq,
        stock: index.stock(),
    };
    for texts in clusters.values() {
        let by_order = |text: &usize| records.get(*text).map(|seen| seen.order);
        let Some(first) = texts.iter().copied().min_by_key(by_order) else { continue };
        let Some(name) = records.get(first) else { continue };
        for &text in texts {
            let (Some(member), Some(seen)) = (members.get(text), records.get(text)) else { continue };
            if text == first {
                found.rows.push(Row::first(&seen.id));
                continue;
            }
            let similarity = match member.nearest as usize {
                // The fullest text was there before the others; what it is like is the first.
                nearest if nearest == text => index.similarity(text, first).unwrap_or_default(),
                _ => member.similarity,
            };
            let (kept, covered) = index.shares(text, first).unwrap_or_default();
            let headline = seen.headline != name.headline;
            let (id, cluster) = (seen.id.clone(), name.id.clone());
            found.rows.push(Row { id, cluster, similarity, kept, covered, headline });
        }
    }
    Ok(found)
}

/// Clusters that were found and are not kept yet.
pub(crate) struct Found {
    rows: Vec<Row>,
    records: u64,
    clusters: u64,
    seq: u64,
    stock: Vec<u32>,
}

impl Found {
    /// Keeps them in place of what was found earlier. Records that went meanwhile are left out.
    pub(crate) fn keep(&self, connection: &mut Connection) -> Result<Deduped, Error> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("delete from copies", [])?;
        {
            let mut insert = transaction.prepare(
                "insert into copies(id, cluster, similarity, kept, covered, headline) \
                 select ?1, ?2, ?3, ?4, ?5, ?6 where exists(select 1 from record where id = ?1)",
            )?;
            for row in &self.rows {
                let shares = (row.similarity, row.kept, row.covered);
                insert.execute(params![row.id, row.cluster, shares.0, shares.1, shares.2, row.headline])?;
            }
        }
        transaction
            .execute("update meta set value = ?1 where key in ('copies_seq', 'copies_whole')", [self.seq])?;
        let stock: Vec<u8> = self.stock.iter().flat_map(|print| print.to_le_bytes()).collect();
        transaction.execute("update meta set value = ?1 where key = 'copies_stock'", params![stock])?;
        transaction.commit()?;
        let copies = self.rows.len() as u64;
        Ok(Deduped { records: self.records, clusters: self.clusters, copies })
    }
}
