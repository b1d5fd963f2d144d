//! The same rows in SQLite with FTS5: a table of articles with indexes, and a full-text table with headline and body.

use std::error::Error;
use std::path::Path;

use rusqlite::{Connection, params};
use wirecopy_archive::{Archive, Stored};

use crate::clock;

const SCHEMA: &str = r#"
pragma page_size = 16384;
pragma journal_mode = wal;
pragma synchronous = full;
pragma cache_size = -8192;
create table article(
    key integer primary key, id text not null unique, headline text, source text, published text, month text);
create index article_published on article(published);
create index article_source on article(source);
create virtual table fts using fts5(headline, body, tokenize = "unicode61 remove_diacritics 2");
"#;

/// Rows a transaction.
const BATCH: u64 = 1000;

/// Puts the articles of an archive into a new database, and says what that took.
pub(crate) fn build(archive: &Archive, path: &Path) -> Result<Connection, Box<dyn Error>> {
    let connection = Connection::open(path)?;
    connection.execute_batch(SCHEMA)?;
    let mut spent = 0.0;
    let mut n = 0_u64;
    connection.execute_batch("begin")?;
    for stored in archive.records()? {
        let stored = stored?;
        let before = clock::thread();
        insert(&connection, n, &stored)?;
        n += 1;
        if n.is_multiple_of(BATCH) {
            connection.execute_batch("commit; begin")?;
        }
        spent += clock::thread() - before;
    }
    let before = clock::thread();
    connection.execute_batch(
        "commit; insert into fts(fts) values ('optimize'); pragma wal_checkpoint(truncate);",
    )?;
    spent += clock::thread() - before;
    let size = std::fs::metadata(path)?.len();
    println!(
        "FTS5: {n} rows, {:.1} MB, {spent:.1} CPU s with optimize, {:.0} rows a CPU second (no parser, no source bytes)",
        size as f64 / 1e6,
        n as f64 / spent
    );
    Ok(connection)
}

fn insert(connection: &Connection, key: u64, stored: &Stored) -> Result<(), rusqlite::Error> {
    let article = &stored.article;
    let published = article.published.as_ref().and_then(|stamp| stamp.value).map(|value| value.to_string());
    let month = published.as_ref().and_then(|date| date.get(..7));
    connection.prepare_cached("insert into article values (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
        key,
        article.id,
        article.headline,
        article.source.as_ref().map(|source| &source.name),
        published,
        month
    ])?;
    connection
        .prepare_cached("insert into fts(rowid, headline, body) values (?1, ?2, ?3)")?
        .execute(params![key, article.headline, article.body_text()])?;
    Ok(())
}
