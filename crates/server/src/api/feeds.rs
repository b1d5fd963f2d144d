//! `/feed.atom` and `/feed.json`: a search that is saved by its address.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HOST};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use wirecopy_archive::Stored;

use crate::api::export::newest;
use crate::document::hex;
use crate::http::params::Params;
use crate::http::tag;
use crate::problem::Problem;
use crate::render::feed::{self, About};
use crate::state::AppState;

/// Entries of a feed unless asked otherwise, and the most.
const ENTRIES: usize = 50;
pub(crate) const MAX_ENTRIES: usize = 200;

/// Answers `/feed.atom`.
pub(crate) async fn atom(
    State(state): State<AppState>,
    params: Params,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let kind = "application/atom+xml; charset=utf-8";
    feed(&state, params, headers, &uri, kind, |about, entries| feed::atom(about, entries).into_bytes()).await
}

/// Answers `/feed.json`.
pub(crate) async fn json(
    State(state): State<AppState>,
    params: Params,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let render = |about: &About<'_>, entries: &[Stored]| feed::json(about, entries).to_string().into_bytes();
    feed(&state, params, headers, &uri, "application/feed+json; charset=utf-8", render).await
}

async fn feed(
    state: &AppState,
    params: Params,
    headers: HeaderMap,
    uri: &Uri,
    kind: &'static str,
    render: fn(&About<'_>, &[Stored]) -> Vec<u8>,
) -> Result<Response, Problem> {
    let limit = params.number("limit", 1..=MAX_ENTRIES)?.unwrap_or(ENTRIES);
    let base = base(&headers, state.options().trusted_proxy);
    let address = format!("{base}{}", uri.path_and_query().map_or("/", |path| path.as_str()));
    state
        .work(move |state| {
            let page = state.archive()?.search(&newest(&params, limit)?)?;
            let entries: Vec<Stored> = page.hits.into_iter().map(|hit| hit.stored).collect();
            let query = params.get("q").unwrap_or_default();
            let body = render(&About { query, address: &address, base: &base }, &entries);
            let tag = format!("\"{}\"", hex(&Sha256::digest(&body)[..16]));
            if let Some(tag) = tag::matching(&headers, &tag) {
                return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
            }
            let head = [(CONTENT_TYPE, kind.to_owned()), (ETAG, tag), (CACHE_CONTROL, "no-cache".to_owned())];
            Ok((head, body).into_response())
        })
        .await
}

/// Where the client reached the server, as feed readers need full addresses. A name that holds anything but a host's
/// characters is not repeated.
fn base(headers: &HeaderMap, trusted_proxy: bool) -> String {
    let plain = |text: &&str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'))
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(plain).unwrap_or("localhost");
    let secure = trusted_proxy && headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https");
    format!("{}://{host}", if secure { "https" } else { "http" })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_host_is_repeated_only_when_it_is_one() {
        let mut headers = HeaderMap::new();
        assert_eq!(base(&headers, false), "http://localhost");
        headers.insert(HOST, HeaderValue::from_static("news.test:8077"));
        headers.insert("x-forwarded-proto", HeaderValue::from_static("https"));
        assert_eq!(base(&headers, false), "http://news.test:8077");
        assert_eq!(base(&headers, true), "https://news.test:8077");
        headers.insert(HOST, HeaderValue::from_static("a\"><script>"));
        assert_eq!(base(&headers, false), "http://localhost");
    }
}
