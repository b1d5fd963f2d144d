//! The outermost layer: an id for each request, its line in the log, the headers of every answer, and a problem in place
//! of every bare error.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::peer::{self, Peer};
use crate::problem::{PROBLEM_JSON, Problem};
use crate::state::AppState;

/// The header with the id of a request.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest id of a request that is taken over from a client.
const LONGEST_ID: usize = 64;

/// Headers of every answer. Nothing may be loaded but from here, nothing inline runs, no frame, no sniffing.
const SECURITY: [(HeaderName, HeaderValue); 6] = [
    (
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
             connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ),
    (HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("referrer-policy"), HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("x-frame-options"), HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Answers a request with all that goes around the answer.
pub(crate) async fn observe(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = request_id(request.headers());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let trusted = state.options().trusted_proxy;
    let client = peer::client(request.extensions().get::<Peer>().copied(), request.headers(), trusted);
    // The query may hold what people look for: it stays out of the log, as do headers with their tokens.
    let logged = tracing::enabled!(tracing::Level::INFO).then(|| request.uri().path().to_owned());
    let counted = state.metrics().begin();
    let mut response = told(next.run(request).await, &id);
    let headers = response.headers_mut();
    for (name, value) in SECURITY {
        headers.entry(name).or_insert(value);
    }
    headers.insert(REQUEST_ID, id.clone());
    let status = response.status();
    let took = begun.elapsed();
    counted.end(&method, route.as_ref().map(MatchedPath::as_str), status, took);
    if let Some(path) = logged {
        tracing::info!(
            request_id = id.to_str().unwrap_or_default(),
            method = method.as_str(),
            path,
            status = status.as_u16(),
            micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            peer = client.map(tracing::field::display),
            "request"
        );
    }
    response
}

/// The id that a client gave, where it is a plain word, else one of our own.
fn request_id(headers: &HeaderMap) -> HeaderValue {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let plain = |value: &&HeaderValue| {
        let bytes = value.as_bytes();
        (1..=LONGEST_ID).contains(&bytes.len())
            && bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    if let Some(given) = headers.get(REQUEST_ID).filter(plain) {
        return given.clone();
    }
    // Told apart within one run and, by the start time, from those of other runs.
    static BEGUN: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |d| d.as_secs())
    });
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:x}-{number:x}", *BEGUN);
    HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("0"))
}

/// The answer with a problem in place of a bare error, and with the request's id in every problem.
fn told(mut response: Response, id: &HeaderValue) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let id = id.to_str().unwrap_or_default();
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return problem.request_id(id).into_response();
    }
    // Pages tell errors in their own way.
    let kind = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    if kind.starts_with(b"text/html") || kind == PROBLEM_JSON.as_bytes() {
        return response;
    }
    let allow = response.headers().get(ALLOW).cloned();
    Problem::from_status(status).allow(allow).request_id(id).into_response()
}
