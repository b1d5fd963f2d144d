//! One article: to read, and as the document that it was read from.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use wirecopy_archive::{Copy, Stored};
use wirecopy_parse::Parser;

use super::reading::{Piece, Reading, when};
use super::shell::{Place, Shell, respond};
use super::source::SourceView;
use super::{url, words};
use crate::problem::Problem;
use crate::shelf::Shelf;

/// Copies that are listed on the page.
const MAX_COPIES: usize = 50;

#[derive(Template)]
#[template(path = "article.html")]
struct ArticlePage<'a> {
    shell: Shell,
    address: String,
    api: String,
    reading: Reading<'a>,
    stored: &'a Stored,
    copies: Vec<CopyLine>,
    more_copies: usize,
    json: String,
}

/// Another copy of the article.
struct CopyLine {
    address: String,
    compare: String,
    headline: String,
    language: Option<String>,
    source: String,
    when: String,
    share: String,
    first: bool,
}

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage<'a> {
    shell: Shell,
    address: String,
    api: String,
    title: String,
    language: Option<String>,
    place: Option<String>,
    view: SourceView<'a>,
}

/// The record of an id, or the problem that says there is none.
pub(super) fn get(archive: &Shelf, id: &str) -> Result<Stored, Problem> {
    archive.get(id)?.ok_or_else(|| {
        let id: String = id.chars().take(80).collect();
        Problem::new("not-found")
            .detail(format!("There is no article {id:?}."))
            .help("It may have been deleted.")
    })
}

/// The address of an article's page.
pub(super) fn address(id: &str) -> String {
    format!("/articles/{}", url::encode(id))
}

/// What an article is called where a name is needed.
pub(super) fn title(stored: &Stored) -> String {
    let article = &stored.article;
    match article.headline() {
        Some(headline) => words::excerpt(headline, 120),
        None => "Untitled".to_owned(),
    }
}

pub(super) fn page(archive: &Shelf, id: &str) -> Result<Response, Problem> {
    let stored = get(archive, id)?;
    Ok(respond(StatusCode::OK, &draw(&stored, &copies(archive, id))?))
}

/// The copies of an article. It can be read without them.
pub(super) fn copies(archive: &Shelf, id: &str) -> Vec<Copy> {
    archive.copies(id).unwrap_or_else(|error| {
        tracing::warn!(%error, "the copies of an article could not be looked up");
        Vec::new()
    })
}

fn draw<'a>(stored: &'a Stored, all: &[Copy]) -> Result<ArticlePage<'a>, Problem> {
    let address = address(&stored.article.id);
    let copies = all
        .iter()
        .take(MAX_COPIES)
        .map(|copy| CopyLine {
            address: self::address(&copy.id),
            compare: format!("{address}/compare/{}", url::encode(&copy.id)),
            headline: title(&copy.stored),
            language: copy.stored.article.language.clone(),
            source: copy
                .stored
                .article
                .source
                .as_ref()
                .map_or_else(String::new, |source| source.name.clone()),
            when: when(&copy.stored.article),
            share: share(copy.similarity),
            first: copy.first,
        })
        .collect();
    let json = serde_json::to_string_pretty(&stored.article)
        .map_err(|error| Problem::internal("a record could not be written", &error))?;
    Ok(ArticlePage {
        shell: Shell::new(title(stored), Place::Elsewhere).styles(&["reading.css"]),
        api: format!("/api/v1{address}"),
        address,
        reading: Reading::new(&stored.article),
        stored,
        copies,
        more_copies: all.len().saturating_sub(MAX_COPIES),
        json,
    })
}

/// A similarity as a share: `87%`; only what is the same is shown as all of it.
pub(super) fn share(similarity: f32) -> String {
    // No number is no similarity.
    let thousandths = (f64::from(if similarity > 0.0 { similarity.min(1.0) } else { 0.0 }) * 1000.0).floor();
    let whole = if thousandths >= 1000.0 { 100.0 } else { (thousandths / 10.0).round().min(99.0) };
    format!("{whole}%")
}

pub(super) fn source_page(archive: &Shelf, parser: &Parser, id: &str) -> Result<Response, Problem> {
    let stored = get(archive, id)?;
    let bytes = archive.source(id)?.ok_or_else(|| {
        Problem::new("not-found")
            .detail("The document that this article was read from is not in the archive.")
    })?;
    let parsed = parser.parse_bytes(&bytes).map_err(|error| {
        Problem::new("unreadable").detail(format!("The document can no longer be read: {error}."))
    })?;
    let address = address(id);
    let several = parsed.articles().len() > 1;
    let page = SourcePage {
        shell: Shell::new(format!("Source: {}", title(&stored)), Place::Elsewhere)
            .styles(&["reading.css", "source.css"])
            .scripts(&["source.js"]),
        api: format!("/api/v1{address}/source"),
        address,
        title: title(&stored),
        language: stored.article.language.clone(),
        place: stored.places.first().cloned(),
        view: SourceView::new(&parsed, several.then_some(stored.article.record)),
    };
    Ok(respond(StatusCode::OK, &page))
}

#[cfg(test)]
mod tests {
    use askama::Template;
    use serde_json::json;
    use wirecopy_archive::{Copy, Stored};

    use super::{draw, share};

    const SCRIPT: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    fn stored() -> Stored {
        let stamp = json!({"raw": SCRIPT});
        let article = json!({
            "id": SCRIPT, "headline": SCRIPT, "kicker": SCRIPT, "standfirst": SCRIPT, "section": SCRIPT, "page": SCRIPT,
            "edition": SCRIPT, "url": SCRIPT, "language": SCRIPT, "source": {"name": SCRIPT},
            "bylines": [{"name": SCRIPT, "role": SCRIPT, "affiliation": SCRIPT}],
            "published": stamp, "updated": stamp,
            "dateline": {"raw": SCRIPT, "place": SCRIPT, "agency": SCRIPT, "date": stamp},
            "figures": [{"caption": SCRIPT, "credit": {"raw": SCRIPT, "person": SCRIPT, "agency": SCRIPT}}],
            "body": [
                {"kind": "paragraph", "text": SCRIPT}, {"kind": "crosshead", "text": SCRIPT},
                {"kind": "list_item", "text": SCRIPT}, {"kind": "quote", "text": SCRIPT},
            ],
            "notes": [{"kind": "correction", "text": SCRIPT}],
            "keywords": [SCRIPT],
            "diagnostics": [{"code": SCRIPT, "severity": "warning", "message": SCRIPT, "help": SCRIPT}],
            "origin": {"path": SCRIPT, "format": SCRIPT},
        });
        Stored {
            seq: 1,
            stored_at: 0,
            digest: SCRIPT.to_owned(),
            source_sha256: SCRIPT.to_owned(),
            places: vec![SCRIPT.to_owned()],
            copies: None,
            article: serde_json::from_value(article).unwrap(),
        }
    }

    #[test]
    fn script_in_every_field_is_text() {
        let stored = stored();
        let copy = Copy { id: SCRIPT.to_owned(), similarity: 0.5, first: true, stored: stored.clone() };
        let html = draw(&stored, &[copy]).unwrap().render().unwrap();
        assert!(!html.contains("<script>") && !html.contains("<img"), "{html}");
        // A quotation mark inside an attribute would end it.
        assert!(!html.contains("\"'>"), "{html}");
        assert!(html.matches("&#60;script&#62;").count() > 25, "{html}");
    }

    #[test]
    fn only_what_is_the_same_is_all_the_same() {
        assert_eq!([share(0.0), share(0.874), share(0.9999), share(1.0)], ["0%", "87%", "99%", "100%"]);
        assert_eq!(share(f32::NAN), "0%");
    }
}
