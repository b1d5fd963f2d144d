//! Articles as rows of a table.

use wirecopy_archive::Stored;
use wirecopy_model::Stamp;

use super::args::SearchFormat;

/// The columns, in order; programs count on them.
static COLUMNS: &[&str] = &[
    "headline",
    "source",
    "authors",
    "published",
    "updated",
    "place",
    "language",
    "section",
    "kind",
    "word_count",
    "id",
    "url",
    "path",
];

/// The first line, where the format has one.
pub(super) fn header(format: SearchFormat) -> Option<String> {
    match format {
        SearchFormat::Csv => Some(COLUMNS.join(",") + "\n"),
        SearchFormat::Tsv => Some(COLUMNS.join("\t") + "\n"),
        _ => None,
    }
}

/// A row with commas, values in quotes where they need them.
pub(super) fn csv(stored: &Stored) -> String {
    let quoted = |value: String| {
        if value.contains(['"', ',', '\n', '\r']) {
            format!("\"{}\"", value.replace('"', "\"\""))
        } else {
            value
        }
    };
    values(stored).map(quoted).join(",") + "\n"
}

/// A row with tabs.
pub(super) fn tsv(stored: &Stored) -> String {
    let escaped = |value: String| {
        let value = value.replace('\\', "\\\\").replace('\t', "\\t");
        value.replace('\n', "\\n").replace('\r', "\\r")
    };
    values(stored).map(escaped).join("\t") + "\n"
}

fn values(stored: &Stored) -> [String; 13] {
    let article = &stored.article;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |stamp: &Option<Stamp>| stamp.as_ref().and_then(Stamp::iso).unwrap_or_default();
    let authors: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    let dateline = article.dateline.as_ref();
    let origin = article.origin.as_ref().and_then(|origin| origin.path.clone());
    [
        text(&article.headline),
        article.source.as_ref().map(|source| source.name.clone()).unwrap_or_default(),
        authors.join("; "),
        date(&article.published),
        date(&article.updated),
        dateline.and_then(|dateline| dateline.place.clone()).unwrap_or_default(),
        text(&article.language),
        text(&article.section),
        article.kind.as_str().to_owned(),
        article.word_count.to_string(),
        article.id.clone(),
        text(&article.url),
        stored.places.first().cloned().or(origin).unwrap_or_default(),
    ]
}
