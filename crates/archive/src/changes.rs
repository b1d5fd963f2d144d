//! The order of changes: what came in, was replaced or went, in the order in which it happened.

use rusqlite::{Connection, params};

use crate::error::Error;
use crate::record::Change;
use crate::store::rows;

/// Changes after a place in their order, oldest first, at most `limit`.
pub(crate) fn since(connection: &Connection, seq: u64, limit: usize) -> Result<Vec<Change>, Error> {
    // One snapshot: a record must not be replaced between the list and its reading.
    let snapshot = connection.unchecked_transaction()?;
    let mut statement = snapshot.prepare_cached(
        "select seq, id, 0 from record where seq > ?1 union all select seq, id, 1 from tombstone where seq > ?1 \
         order by 1 limit ?2",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let after = i64::try_from(seq).unwrap_or(i64::MAX);
    let mut rows = statement.query(params![after, limit])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let (seq, id, gone): (u64, String, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        changes.push(if gone {
            Change::Deleted { seq, id }
        } else {
            let missing = || Error::Damaged { detail: format!("record {id} is listed and cannot be found") };
            Change::Stored(Box::new(rows::by_seq(&snapshot, seq)?.ok_or_else(missing)?))
        });
    }
    Ok(changes)
}
