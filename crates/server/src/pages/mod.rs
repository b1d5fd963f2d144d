//! What people look at.

mod article;
mod assets;
mod attempt;
mod chart;
mod compare;
mod reading;
mod search;
pub(crate) mod shell;
mod source;
mod stats;
mod url;
mod words;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;

use self::shell::ProblemPage;
use self::url::Params;
use crate::problem::Problem;
use crate::state::AppState;

/// The routes of the pages.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(search_page))
        .route("/articles/{id}", get(article_page))
        .route("/articles/{id}/source", get(source_page))
        .route("/articles/{id}/compare/{other}", get(compare_page))
        .route("/try", get(try_page).post(try_it))
        .route("/stats", get(stats_page))
        .route("/assets/{name}", get(asset))
}

async fn search_page(State(state): State<AppState>, RawQuery(query): RawQuery) -> Response {
    let params = Params::read(query.as_deref().unwrap_or_default());
    drawn(state.work(move |state| search::page(state.archive()?, &params)).await)
}

async fn article_page(State(state): State<AppState>, Path(id): Path<String>) -> Response {
    drawn(state.work(move |state| article::page(state.archive()?, &id)).await)
}

async fn source_page(State(state): State<AppState>, Path(id): Path<String>) -> Response {
    drawn(state.work(move |state| article::source_page(state.archive()?, state.explainer(), &id)).await)
}

async fn compare_page(State(state): State<AppState>, Path((id, other)): Path<(String, String)>) -> Response {
    drawn(state.work(move |state| compare::page(state.archive()?, &id, &other)).await)
}

async fn stats_page(State(state): State<AppState>) -> Response {
    drawn(state.work(|state| stats::page(state.archive()?)).await)
}

async fn try_page() -> Response {
    attempt::empty()
}

async fn try_it(State(state): State<AppState>, headers: HeaderMap, body: Body) -> Response {
    let body = match crate::http::body::read(body, state.options()).await {
        Ok(body) => body,
        Err(problem) => return ProblemPage::from(&problem).respond(problem.status()),
    };
    drawn(state.work(move |state| Ok(attempt::attempt(state.explainer(), &headers, &body))).await)
}

/// A file of the pages. Its address changes with its content, so a browser may keep it.
async fn asset(Path(name): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some(asset) = assets::find(&name) else {
        return ProblemPage::from(&Problem::new("not-found").detail("there is no such file"))
            .respond(StatusCode::NOT_FOUND);
    };
    let mut response = Response::new(Body::from(asset.body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    let current = query.is_some_and(|query| query == format!("v={}", assets::version()));
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

/// A page, or the page that says why there is none.
fn drawn(page: Result<Response, Problem>) -> Response {
    page.unwrap_or_else(|problem| ProblemPage::from(&problem).respond(problem.status()))
}
