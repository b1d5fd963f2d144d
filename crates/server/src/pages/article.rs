//! One article: to read, and as the document that it was read from.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use wirecopy_archive::{Archive, Stored};
use wirecopy_parse::Parser;

use super::reading::{Piece, Reading};
use super::shell::{Place, Shell, respond};
use super::source::SourceView;
use super::{url, words};
use crate::problem::Problem;

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
pub(super) fn get(archive: &Archive, id: &str) -> Result<Stored, Problem> {
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

pub(super) fn page(archive: &Archive, id: &str) -> Result<Response, Problem> {
    let stored = get(archive, id)?;
    let address = address(id);
    let all = archive.copies(id)?;
    let more_copies = all.len().saturating_sub(MAX_COPIES);
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
            when: super::reading::when(&copy.stored.article),
            share: share(copy.similarity),
            first: copy.first,
        })
        .collect();
    let json = serde_json::to_string_pretty(&stored.article)
        .map_err(|error| Problem::internal("a record could not be written", &error))?;
    let page = ArticlePage {
        shell: Shell::new(title(&stored), Place::Elsewhere).styles(&["reading.css"]).scripts(&["source.js"]),
        api: format!("/api/v1{address}"),
        address,
        reading: Reading::new(&stored.article),
        stored: &stored,
        copies,
        more_copies,
        json,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// A similarity as a share: `87%`; only what is the same is shown as all of it.
pub(super) fn share(similarity: f32) -> String {
    let thousandths = (f64::from(similarity.clamp(0.0, 1.0)) * 1000.0).floor();
    let whole = if thousandths >= 1000.0 { 100.0 } else { (thousandths / 10.0).round().min(99.0) };
    format!("{whole}%")
}

pub(super) fn source_page(archive: &Archive, parser: &Parser, id: &str) -> Result<Response, Problem> {
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
