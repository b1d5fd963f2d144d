//! Entity tags: a strong tag names exactly these bytes, so that the same answer packed has a tag of its own.

use axum::extract::Request;
use axum::http::header::{CONTENT_ENCODING, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

/// What a packed answer's tag ends in.
const PACKED: &str = "-gzip";

/// Marks the tags of packed answers.
pub(crate) async fn variants(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if headers.contains_key(CONTENT_ENCODING)
        && let Some(tag) = headers.get(ETAG).and_then(|tag| tag.to_str().ok())
        && let Some(open) = tag.strip_suffix('"')
        && let Ok(packed) = HeaderValue::from_str(&format!("{open}{PACKED}\""))
    {
        headers.insert(ETAG, packed);
    }
    response
}

/// The tag of ours that a client already has, as it named it: to be answered with 304.
pub(crate) fn matching(headers: &HeaderMap, tag: &str) -> Option<HeaderValue> {
    let ours = tag.trim_matches('"');
    for given in headers.get_all(IF_NONE_MATCH) {
        for candidate in given.to_str().ok()?.split(',') {
            let candidate = candidate.trim();
            if candidate == "*" {
                return HeaderValue::from_str(tag).ok();
            }
            // The comparison for `If-None-Match` is the weak one.
            let plain = candidate.strip_prefix("W/").unwrap_or(candidate).trim_matches('"');
            if plain == ours || plain.strip_suffix(PACKED) == Some(ours) {
                return HeaderValue::from_str(&format!("\"{plain}\"")).ok();
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list_packed_or_not() {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, HeaderValue::from_static("\"x\", W/\"abc-gzip\""));
        assert_eq!(matching(&headers, "\"abc\"").unwrap(), "\"abc-gzip\"");
        assert_eq!(matching(&headers, "\"ab\""), None);
        headers.insert(IF_NONE_MATCH, HeaderValue::from_static("*"));
        assert_eq!(matching(&headers, "\"ab\"").unwrap(), "\"ab\"");
    }
}
