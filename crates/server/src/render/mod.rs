//! An article in the forms that other programs and people read.

pub(crate) mod csv;
pub(crate) mod feed;
pub(crate) mod jsonld;
pub(crate) mod markdown;
pub(crate) mod text;

use wirecopy_model::{Article, BlockKind, Stamp};

/// The dateline, when the body does not open with it already.
fn opening_dateline(article: &Article) -> Option<String> {
    let raw = article.dateline.as_ref().map(|dateline| dateline.raw.trim()).filter(|raw| !raw.is_empty())?;
    let first = article.body.iter().find(|block| block.kind == BlockKind::Paragraph)?;
    (!first.text.trim_start().starts_with(raw)).then(|| format!("{raw} — "))
}

/// Names of the byline, as one line.
fn authors(article: &Article) -> Option<String> {
    let names: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A date as far as it is understood, else as it was written.
fn date(stamp: &Stamp) -> String {
    stamp.iso().unwrap_or_else(|| stamp.raw.clone())
}

/// The article's headline, or what stands for one.
pub(crate) fn title(article: &Article) -> &str {
    article.headline().unwrap_or("(untitled)")
}
