//! Articles as a table, RFC 4180: one row each, columns that stay.

use wirecopy_archive::Stored;

use super::{authors, date};

/// Names of the columns.
pub(crate) const HEADER: &str =
    "headline,source,authors,published,updated,place,language,section,kind,word_count,id,url,path\r\n";

/// Appends one row. Values stand as they are; one that a spreadsheet would take for a formula is not changed, as a program
/// that reads the table would then read what no article says.
pub(crate) fn row(out: &mut Vec<u8>, stored: &Stored) {
    let article = &stored.article;
    let words = article.word_count.to_string();
    let (authors, published, updated) =
        (authors(article), article.published.as_ref().map(date), article.updated.as_ref().map(date));
    let columns = [
        article.headline.as_deref(),
        article.source.as_ref().map(|source| source.name.as_str()),
        authors.as_deref(),
        published.as_deref(),
        updated.as_deref(),
        article.dateline.as_ref().and_then(|dateline| dateline.place.as_deref()),
        article.language.as_deref(),
        article.section.as_deref(),
        Some(article.kind.as_str()),
        Some(words.as_str()),
        Some(article.id.as_str()),
        article.url.as_deref(),
        stored.places.first().map(String::as_str),
    ];
    for (at, value) in columns.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        cell(out, value.unwrap_or_default());
    }
    out.extend_from_slice(b"\r\n");
}

fn cell(out: &mut Vec<u8>, value: &str) {
    if !value.contains(['"', ',', '\n', '\r']) {
        out.extend_from_slice(value.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend_from_slice(value.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_keeps_commas_quotes_and_line_feeds() {
        let mut out = Vec::new();
        cell(&mut out, "plain");
        cell(&mut out, "a,\"b\"\nc");
        assert_eq!(out, b"plain\"a,\"\"b\"\"\nc\"");
    }
}
