//! Single records that come to a cluster or leave it.

use rusqlite::{Connection, params};

use super::kept::{cluster_of, ids};
use super::{Row, headline, order, text};
use crate::error::Error;
use crate::near::{Index, Options};
use crate::record::Stored;
use crate::store::rows;

/// A record is no copy any more. A cluster whose first copy it was is named after the next.
pub(crate) fn leave(connection: &Connection, id: &str) -> Result<(), Error> {
    let was_first = cluster_of(connection, id)?.is_some_and(|cluster| cluster == id);
    connection.prepare_cached("delete from copies where id = ?1")?.execute(params![id])?;
    if !was_first {
        return Ok(());
    }
    let mut left = Vec::new();
    for other in ids(connection, id)? {
        left.extend(rows::by_id(connection, &other)?);
    }
    match left.iter().min_by_key(|stored| order(stored.seq, &stored.article)) {
        Some(first) => rename(connection, id, first),
        None => Ok(()),
    }
}

/// Gives a cluster another first copy: every member is held against that one.
pub(super) fn rename(connection: &Connection, cluster: &str, first: &Stored) -> Result<(), Error> {
    for id in ids(connection, cluster)? {
        if id == first.article.id {
            put(connection, &Row::first(&id))?;
        } else if let Some(stored) = rows::by_id(connection, &id)? {
            let similarity =
                stored.copies.as_ref().filter(|copies| !copies.first).map(|copies| copies.similarity);
            let own = row(&stored, first, 0.0);
            // The first of before is known by what it has in common with the first of now.
            put(connection, &Row { similarity: similarity.unwrap_or(own.kept.max(own.covered)), ..own })?;
        }
    }
    Ok(())
}

/// What a record has in common with the first copy of its cluster.
pub(super) fn row(stored: &Stored, first: &Stored, similarity: f32) -> Row {
    let mut near = Index::new(Options::default());
    near.add(&text(&stored.article));
    near.add(&text(&first.article));
    let (kept, covered) = near.shares(0, 1).unwrap_or_default();
    Row {
        id: stored.article.id.clone(),
        cluster: first.article.id.clone(),
        similarity,
        kept,
        covered,
        headline: headline(&stored.article) != headline(&first.article),
    }
}

/// Keeps a row in place of the one that was there.
pub(super) fn put(connection: &Connection, row: &Row) -> Result<(), Error> {
    connection
        .prepare_cached(
            "insert or replace into copies(id, cluster, similarity, kept, covered, headline) \
             values (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![row.id, row.cluster, row.similarity, row.kept, row.covered, row.headline])?;
    Ok(())
}
