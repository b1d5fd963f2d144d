//! The clusters as they are kept.

use rusqlite::{Connection, OptionalExtension};

use super::text;
use crate::archive::Reader;
use crate::error::Error;
use crate::near::shared;
use crate::record::{Cluster, Copies, Copy, Difference};
use crate::store::rows;

/// A record's place among its copies.
pub(crate) fn of(connection: &Connection, id: &str) -> Result<Option<Copies>, Error> {
    let mut statement = connection.prepare_cached(
        "select c.cluster, c.similarity, (select count(*) from copies o where o.cluster = c.cluster), \
         c.kept, c.covered, c.headline from copies c where c.id = ?1",
    )?;
    let found = statement
        .query_row([id], |row| {
            let cluster: String = row.get(0)?;
            Ok(Copies {
                first: cluster == id,
                cluster,
                similarity: row.get(1)?,
                size: row.get(2)?,
                difference: Difference { kept: row.get(3)?, covered: row.get(4)?, headline: row.get(5)? },
            })
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
    for other in ids(connection, &own.cluster)? {
        let Some(stored) = rows::by_id(connection, &other)?.filter(|_| other != id) else { continue };
        let similarity = shared(&own_text, &text(&stored.article));
        copies.push(Copy { first: other == own.cluster, id: other, similarity, stored });
    }
    copies.sort_by(|one, other| {
        other.similarity.total_cmp(&one.similarity).then_with(|| one.stored.seq.cmp(&other.stored.seq))
    });
    Ok(copies)
}

/// The name of the cluster that a record belongs to.
pub(super) fn cluster_of(connection: &Connection, id: &str) -> Result<Option<String>, Error> {
    let mut statement = connection.prepare_cached("select cluster from copies where id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?)
}

/// Ids of a cluster, the first copy first, then the nearest.
pub(super) fn ids(connection: &Connection, cluster: &str) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare_cached(
        "select id from copies where cluster = ?1 order by id <> cluster, similarity desc, id",
    )?;
    let ids = statement.query_map([cluster], |row| row.get(0))?;
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
        for id in ids(&self.reader, &name)? {
            // Gone since: it is no copy any more.
            let Some(stored) = rows::by_id(&self.reader, &id)? else { continue };
            let similarity = stored.copies.as_ref().map_or(1.0, |copies| copies.similarity);
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
