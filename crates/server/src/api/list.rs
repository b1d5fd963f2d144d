//! `GET /api/v1/articles`: a page of what a query finds.

use std::collections::BTreeMap;
use std::time::Instant;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LINK};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use wirecopy_archive::Page;

use crate::api::search::{relink, request};
use crate::api::wire::{self, Bar, FIELDS, Facet, Fields, Marked, Record, RecordSchema, Snippet};
use crate::cache::{Key, Rendered};
use crate::http::params::{Params, wrong};
use crate::problem::Problem;
use crate::state::AppState;

/// One page of what was found.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ArticlePage<'p> {
    /// All that was found, exactly.
    total: u64,
    /// The articles of this page.
    articles: Vec<Found<'p>>,
    /// The facets asked for, by their names.
    facets: BTreeMap<&'static str, Facet>,
    /// Counts by time, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    timeline: Option<Vec<Bar>>,
    /// Cursor of the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// One article that was found.
#[derive(Serialize, JsonSchema)]
struct Found<'p> {
    /// How good it is; higher is better, comparable within one search only.
    score: f32,
    /// The headline with what was found in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<Marked>,
    /// Where it was found in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet>,
    /// The record, with the fields asked for.
    #[schemars(with = "PartialRecord")]
    record: Record<'p>,
}

/// Some fields of a record.
struct PartialRecord;

impl JsonSchema for PartialRecord {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialRecord".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = RecordSchema::json_schema(generator);
        schema.remove("required");
        schema.insert("description".to_owned(), "Some fields of a record.".into());
        schema
    }
}

/// Answers the route.
pub(crate) async fn list(State(state): State<AppState>, params: Params) -> Result<Response, Problem> {
    let search = request(&params)?;
    let fields = fields(&params)?;
    let key = Key::Search(relink(&params, &[], &[]));
    let found = move |state: &AppState| {
        let page = state.archive()?.search(&search)?;
        let link = page.next.as_deref().map(|next| {
            let query = relink(&params, &["cursor"], &[("cursor", next)]);
            format!("</api/v1/articles?{query}>; rel=\"next\"")
        });
        Ok(Rendered {
            body: render(page, fields)?.into(),
            tag: None,
            link: link.and_then(|link| link.parse().ok()),
            at: Instant::now(),
        })
    };
    let rendered = state.rendered(key, found).await?;
    let head = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-cache")];
    let mut response = (head, Body::from(rendered.body.clone())).into_response();
    if let Some(link) = rendered.link.clone() {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// The fields asked for; without a word what a list shows, and everything for `*`.
pub(crate) fn fields(params: &Params) -> Result<Fields, Problem> {
    let names: Vec<&str> = params.list("fields").collect();
    if names.is_empty() {
        return Ok(Fields::light());
    }
    if names.contains(&"*") {
        return Ok(Fields::ALL);
    }
    if let Some(strange) = names.iter().find(|name| !FIELDS.contains(name)) {
        return Err(wrong("fields", strange, &format!("`*`, or some of {}", FIELDS.join(", "))));
    }
    Ok(Fields::of(names.into_iter()))
}

fn render(page: Page, fields: Fields) -> Result<Vec<u8>, Problem> {
    let Page { total, mut hits, facets, timeline, next } = page;
    let marks: Vec<_> = hits.iter_mut().map(|hit| (hit.headline.take(), hit.snippet.take())).collect();
    let articles = hits.iter().zip(marks).map(|(hit, (headline, snippet))| Found {
        score: hit.score,
        headline: headline.map(Marked::from),
        snippet: snippet.map(Snippet::from),
        record: Record { stored: &hit.stored, fields },
    });
    let answer = ArticlePage {
        total,
        articles: articles.collect(),
        facets: wire::facets(facets),
        timeline: timeline.map(wire::bars),
        next,
    };
    serde_json::to_vec(&answer).map_err(|e| Problem::internal("the page could not be written", &e))
}
