//! What an archive takes on the disk, beside the text that is in it.

use std::error::Error;

use rusqlite::{Connection, OpenFlags};
use wirecopy_archive::Archive;
use wirecopy_model::Article;

/// Prints sizes in bytes, one `name value` a line.
pub(crate) fn run(archive: &Archive) -> Result<(), Box<dyn Error>> {
    let mut text = 0;
    for stored in archive.records()? {
        text += bytes(&stored?.article);
    }
    let stats = archive.stats()?;
    let store = Connection::open_with_flags(
        archive.path().join("archive.db"),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    let sum = |sql: &str| store.query_row(sql, [], |row| row.get::<_, u64>(0));
    let source = sum("select coalesce(sum(length(body)), 0) from source")?;
    let record = sum("select coalesce(sum(length(json)), 0) from record")?;
    println!("text_bytes {text}");
    println!("store_bytes {}", stats.store_bytes);
    println!("source_bytes {source}");
    println!("record_bytes {record}");
    println!("index_bytes {}", stats.index_bytes);
    println!("with_source_bytes {}", stats.store_bytes + stats.index_bytes);
    println!("without_source_bytes {}", stats.store_bytes + stats.index_bytes - source);
    Ok(())
}

/// Bytes of what is to be read in an article.
pub(crate) fn bytes(article: &Article) -> usize {
    let front = [&article.headline, &article.kicker, &article.standfirst, &article.section];
    let front: usize = front.into_iter().flatten().map(String::len).sum();
    let names: usize = article.bylines.iter().map(|byline| byline.name.len()).sum();
    let source = article.source.as_ref().map_or(0, |source| source.name.len());
    let date = article.published.as_ref().map_or(0, |stamp| stamp.raw.len());
    let figures = article.figures.iter().filter_map(|figure| figure.caption.as_ref()).map(String::len);
    let body: usize = article.body.iter().map(|block| block.text.len()).sum();
    front + names + source + date + body + figures.sum::<usize>()
}
