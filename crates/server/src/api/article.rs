//! `GET /api/v1/articles/{id}` and what hangs on it: the record in the form asked for, the document it was read from, its
//! copies.

use std::time::Instant;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, LINK, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use wirecopy_archive::Stored;

use crate::api::wire::{Fields, Record};
use crate::cache::{Key, Rendered};
use crate::document::hex;
use crate::http::params::Params;
use crate::http::tag;
use crate::problem::Problem;
use crate::render;
use crate::shelf::Shelf;
use crate::state::AppState;

/// Longest id that is looked up.
const LONGEST_ID: usize = 64;

/// Forms of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    Json,
    JsonLd,
    Markdown,
    Text,
}

impl Form {
    const ALL: [Self; 4] = [Self::Json, Self::JsonLd, Self::Markdown, Self::Text];

    /// Its media type.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    fn essence(self) -> &'static str {
        self.kind().split(';').next().unwrap_or_default()
    }
}

/// Words of `format`, for links and programs that cannot set headers.
pub(crate) const FORMATS: [(&str, Form); 4] =
    [("json", Form::Json), ("jsonld", Form::JsonLd), ("markdown", Form::Markdown), ("text", Form::Text)];

/// Answers `GET /api/v1/articles/{id}`.
pub(crate) async fn article(
    State(state): State<AppState>,
    Path(id): Path<String>,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let form = match params.choice("format", &FORMATS)? {
        Some(form) => form,
        None => accepted(&headers)?,
    };
    plausible(&id)?;
    let key = Key::Article(id.clone(), form);
    let rendered = state.rendered(key, move |state| render_as(&known(state.archive()?, &id)?, form)).await?;
    let unchanged =
        tag::matching(&headers, rendered.tag.as_ref().and_then(|tag| tag.to_str().ok()).unwrap_or_default());
    let mut response = match &unchanged {
        Some(_) => StatusCode::NOT_MODIFIED.into_response(),
        None => Body::from(rendered.body.clone()).into_response(),
    };
    let out = response.headers_mut();
    if unchanged.is_none() {
        out.insert(CONTENT_TYPE, HeaderValue::from_static(form.kind()));
    }
    if let Some(tag) = unchanged.or_else(|| rendered.tag.clone()) {
        out.insert(ETAG, tag);
    }
    if let Some(link) = rendered.link.clone() {
        out.insert(LINK, link);
    }
    // Kept by clients, asked about every time: the tag makes that cheap.
    out.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    out.insert(VARY, HeaderValue::from_static("accept"));
    Ok(response)
}

fn render_as(stored: &Stored, form: Form) -> Result<Rendered, Problem> {
    let failed = |e: serde_json::Error| Problem::internal("the record could not be written", &e);
    let address = format!("/api/v1/articles/{}", stored.article.id);
    let body = match form {
        Form::Json => serde_json::to_vec(&Record { stored, fields: Fields::ALL }).map_err(failed)?,
        Form::JsonLd => {
            serde_json::to_vec(&render::jsonld::render(&stored.article, &address)).map_err(failed)?
        }
        Form::Markdown => render::markdown::render(&stored.article).into_bytes(),
        Form::Text => render::text::render(&stored.article).into_bytes(),
    };
    // Over the bytes themselves: a strong tag promises the same bytes, and they change with the record's digest, with its
    // places and copies, and with the version that wrote them.
    let digest = hex(&Sha256::digest(&body)[..16]);
    let mut links: Vec<String> = Form::ALL
        .iter()
        .zip(FORMATS)
        .filter(|(other, _)| **other != form)
        .map(|(other, (word, _))| {
            format!("<{address}?format={word}>; rel=\"alternate\"; type=\"{}\"", other.essence())
        })
        .collect();
    links.push(format!("</articles/{}>; rel=\"alternate\"; type=\"text/html\"", stored.article.id));
    links.push(format!("<{address}/source>; rel=\"via\""));
    let header = |text: String| {
        HeaderValue::from_str(&text).map_err(|e| Problem::internal("a header could not be written", &e))
    };
    Ok(Rendered {
        body: body.into(),
        tag: Some(header(format!("\"{digest}\""))?),
        link: Some(header(links.join(", "))?),
        at: Instant::now(),
    })
}

/// The form that the client likes best; without a word JSON.
fn accepted(headers: &HeaderMap) -> Result<Form, Problem> {
    let mut given = Vec::new();
    for value in headers.get_all(ACCEPT) {
        given.push(String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase());
    }
    if given.is_empty() {
        return Ok(Form::Json);
    }
    let given = given.join(",");
    let ranges: Vec<(&str, f32)> = given.split(',').filter_map(range).collect();
    let mut best: Option<(Form, f32)> = None;
    for form in Form::ALL {
        let quality = quality(&ranges, form.essence());
        if quality > best.map_or(0.0, |(_, best)| best) {
            best = Some((form, quality));
        }
    }
    best.map(|(form, _)| form).ok_or_else(|| {
        let kinds: Vec<&str> = Form::ALL.iter().map(|form| form.essence()).collect();
        Problem::new("not-acceptable")
            .detail("the article is not to be had in a type asked for")
            .help(format!("accept one of {}", kinds.join(", ")))
    })
}

/// One range of an `Accept` header with its quality.
fn range(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let kind = parts.next().filter(|kind| !kind.is_empty())?;
    let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
    Some((kind, if (0.0..=1.0).contains(&quality) { quality } else { 0.0 }))
}

/// How much a type is liked: the most exact range that holds it decides.
fn quality(ranges: &[(&str, f32)], kind: &str) -> f32 {
    let family = kind.split('/').next().unwrap_or_default();
    let exact = ranges.iter().find(|(range, _)| *range == kind);
    let family = || ranges.iter().find(|(range, _)| range.strip_suffix("/*") == Some(family));
    let any = || ranges.iter().find(|(range, _)| *range == "*/*");
    exact.or_else(family).or_else(any).map_or(0.0, |(_, quality)| *quality)
}

/// Refuses what no id looks like, before anything is looked up.
fn plausible(id: &str) -> Result<(), Problem> {
    let word = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if word && !id.is_empty() && id.len() <= LONGEST_ID { Ok(()) } else { Err(unknown(id)) }
}

fn unknown(id: &str) -> Problem {
    let id: String = id.chars().take(LONGEST_ID).collect();
    Problem::new("not-found").detail(format!("no article has the id {id:?}"))
}

/// The record with an id.
pub(crate) fn known(archive: &Shelf, id: &str) -> Result<Stored, Problem> {
    archive.get(id)?.ok_or_else(|| unknown(id))
}

/// Answers `GET /api/v1/articles/{id}/source`: the bytes as they came.
pub(crate) async fn source(
    State(state): State<AppState>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    plausible(&id)?;
    state
        .work(move |state| {
            let stored = known(state.archive()?, &id)?;
            let tag = format!("\"{}\"", stored.source_sha256);
            if let Some(tag) = tag::matching(&headers, &tag) {
                return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
            }
            let bytes = state.archive()?.source(&id)?.ok_or_else(|| unknown(&id))?;
            let encoding = stored.article.origin.as_ref().and_then(|origin| origin.encoding.as_deref());
            let encoding =
                encoding.filter(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            // Whatever it was called: a browser must not make a page of it.
            let kind = encoding.map_or("application/octet-stream".to_owned(), |encoding| {
                format!("text/plain; charset={encoding}")
            });
            let name = format!("attachment; filename=\"{id}.txt\"");
            let head = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name), (ETAG, tag)];
            Ok((head, bytes).into_response())
        })
        .await
}

/// The copies of an article.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CopiesAnswer {
    /// The article asked about.
    id: String,
    /// The others, nearest first.
    copies: Vec<CopyAnswer>,
}

/// One copy.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CopyAnswer {
    /// Its id.
    id: String,
    /// Share of the shorter text that stands in both, from 0 to 1.
    similarity: f32,
    /// Whether it is the first of its cluster: published first, else stored first.
    first: bool,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    /// Its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    /// When it was published, ISO 8601 with the precision that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    /// Where it was found.
    places: Vec<String>,
}

/// Answers `GET /api/v1/articles/{id}/copies`.
pub(crate) async fn copies(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<CopiesAnswer>, Problem> {
    plausible(&id)?;
    state
        .work(move |state| {
            known(state.archive()?, &id)?;
            let copies = state.archive()?.copies(&id)?.into_iter().map(|copy| CopyAnswer {
                id: copy.id,
                similarity: copy.similarity,
                first: copy.first,
                headline: copy.stored.article.headline,
                source: copy.stored.article.source.map(|source| source.name),
                published: copy.stored.article.published.and_then(|stamp| stamp.iso()),
                places: copy.stored.places,
            });
            Ok(Json(CopiesAnswer { copies: copies.collect(), id }))
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(accept: &'static str) -> Option<Form> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
        accepted(&headers).ok()
    }

    #[test]
    fn the_best_liked_form_is_given() {
        assert_eq!(accepted(&HeaderMap::new()).unwrap(), Form::Json);
        assert_eq!(form("text/html,application/xhtml+xml,*/*;q=0.8"), Some(Form::Json));
        assert_eq!(form("text/plain;q=0.5, text/markdown"), Some(Form::Markdown));
        assert_eq!(form("text/*, application/json;q=0.9"), Some(Form::Markdown));
        assert_eq!(form("*/*, application/json;q=0"), Some(Form::JsonLd));
        assert_eq!(form("application/ld+json"), Some(Form::JsonLd));
        assert_eq!(form("image/png"), None);
        assert_eq!(form("text/plain;q=nonsense"), None);
    }

    #[test]
    fn what_is_no_id_is_not_looked_up() {
        for id in ["", "../../etc/passwd", "a b", "%00", &"x".repeat(65)] {
            assert_eq!(plausible(id).unwrap_err().code(), "not-found", "{id}");
        }
        assert!(plausible("0123abcd").is_ok());
    }
}
