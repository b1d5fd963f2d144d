//! What went wrong, as every client gets it: problem details of RFC 9457.

use std::ops::Range;

use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// Media type of a problem.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request was not answered as asked.
///
/// `code` is the stable word for programs; `type` is the same as a URN. `detail` says what was seen, `help` what to do.
/// What went wrong inside the server is logged with the request's id and not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Problem(Box<Told>);

/// What went wrong: problem details of RFC 9457.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct Told {
    /// `urn:wirecopy:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The status in words.
    title: String,
    /// The status of the response.
    status: u16,
    /// Stable word for programs: `not-found`, `invalid-query`.
    code: &'static str,
    /// What was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// Where in the query, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Place>,
    /// Id of the request, to be found in the server's log.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    #[serde(skip)]
    retry_after: Option<u64>,
    #[serde(skip)]
    authenticate: Option<&'static str>,
    #[serde(skip)]
    allow: Option<HeaderValue>,
}

/// A stretch of bytes, its end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl From<Range<usize>> for Place {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// The codes that the server gives, with their status and meaning: the table in the documentation.
pub const CODES: &[(&str, StatusCode, &str)] = &[
    ("invalid-parameter", StatusCode::BAD_REQUEST, "A parameter is unknown, doubled or has no such value."),
    ("invalid-query", StatusCode::BAD_REQUEST, "The query cannot be read; `span` says where."),
    ("invalid-cursor", StatusCode::BAD_REQUEST, "The cursor was not given by this archive or is too old."),
    ("bad-request", StatusCode::BAD_REQUEST, "The request cannot be read."),
    ("unauthorized", StatusCode::UNAUTHORIZED, "A bearer token is needed, or the one given is not known."),
    ("forbidden", StatusCode::FORBIDDEN, "The token does not have the scope that is needed."),
    ("not-found", StatusCode::NOT_FOUND, "Nothing is there."),
    (
        "method-not-allowed",
        StatusCode::METHOD_NOT_ALLOWED,
        "The path does not take this method; `Allow` names them.",
    ),
    ("not-acceptable", StatusCode::NOT_ACCEPTABLE, "The article is not to be had in a media type asked for."),
    ("timeout", StatusCode::REQUEST_TIMEOUT, "The request's body did not come in time."),
    ("body-too-large", StatusCode::PAYLOAD_TOO_LARGE, "The body, or what it unpacks to, is over the limit."),
    (
        "unsupported-media-type",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The body is of a type or encoding not read here.",
    ),
    ("misdirected", StatusCode::MISDIRECTED_REQUEST, "The `Host` is not a name of this server."),
    (
        "unreadable",
        StatusCode::UNPROCESSABLE_ENTITY,
        "The body was understood, but holds nothing that can be read.",
    ),
    (
        "too-many-requests",
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests, or too many wrong tokens; `Retry-After` says when.",
    ),
    (
        "internal",
        StatusCode::INTERNAL_SERVER_ERROR,
        "The server is at fault; its log has more under the request's id.",
    ),
    (
        "read-only",
        StatusCode::SERVICE_UNAVAILABLE,
        "Another process writes to the archive, or it cannot be written.",
    ),
    (
        "overloaded",
        StatusCode::SERVICE_UNAVAILABLE,
        "The server is busy; `Retry-After` says when to come again.",
    ),
    ("full", StatusCode::INSUFFICIENT_STORAGE, "There is no room left on the server's disk."),
    ("unavailable", StatusCode::SERVICE_UNAVAILABLE, "There is no archive, or it cannot be read now."),
];

impl Problem {
    /// A problem by its code; an unknown code is `internal`.
    #[must_use]
    pub fn new(code: &str) -> Self {
        let known = CODES.iter().find(|(known, ..)| *known == code);
        let (code, status) = known
            .map_or(("internal", StatusCode::INTERNAL_SERVER_ERROR), |(code, status, _)| (*code, *status));
        Self::of(code, status)
    }

    fn of(code: &'static str, status: StatusCode) -> Self {
        Self(Box::new(Told {
            kind: format!("urn:wirecopy:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            code,
            detail: None,
            help: None,
            span: None,
            request_id: None,
            retry_after: None,
            authenticate: None,
            allow: None,
        }))
    }

    /// The problem that a status alone tells.
    #[must_use]
    pub fn from_status(status: StatusCode) -> Self {
        let known = CODES.iter().find(|(code, known, _)| *known == status && !code.starts_with("invalid"));
        match known {
            Some((code, status, _)) => Self::of(code, *status),
            None if status.is_client_error() => Self::of("bad-request", status),
            None => Self::of("internal", status),
        }
    }

    /// The same with what was seen.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// The same with the place in the query.
    #[must_use]
    pub fn span(mut self, span: Range<usize>) -> Self {
        self.0.span = Some(span.into());
        self
    }

    /// The same with the seconds after which to come again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// The same with the way to identify oneself.
    #[must_use]
    pub(crate) fn authenticate(mut self, how: &'static str) -> Self {
        self.0.authenticate = Some(how);
        self
    }

    pub(crate) fn allow(mut self, allow: Option<HeaderValue>) -> Self {
        self.0.allow = allow;
        self
    }

    pub(crate) fn request_id(mut self, id: &str) -> Self {
        self.0.request_id = Some(id.to_owned());
        self
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The stable word.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The status in words, for a page.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// What was seen, for a page.
    #[must_use]
    pub fn seen(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// What to do, for a page.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// Where in the query, for a page.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.0.span
    }

    /// A fault of the server: logged, not told.
    pub(crate) fn internal(what: &str, cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(what, %cause, "internal error");
        Self::new("internal").detail(what.to_owned())
    }
}

impl From<wirecopy_archive::Error> for Problem {
    fn from(error: wirecopy_archive::Error) -> Self {
        use wirecopy_archive::Error;
        match error {
            Error::Query(query) => {
                let problem = Self::new("invalid-query").detail(query.message).span(query.span);
                match query.help {
                    Some(help) => problem.help(help),
                    None => problem,
                }
            }
            Error::Cursor(what) => Self::new("invalid-cursor")
                .detail(format!("the cursor cannot be used: {what}"))
                .help("begin again without a cursor"),
            Error::Locked { .. } => Self::new("read-only")
                .detail("another process is writing to the archive")
                .help("try again when it is done")
                .retry_after(5),
            Error::ReadOnly { .. } => Self::new("read-only").detail("the archive cannot be written"),
            Error::Full => Self::new("full").detail("the server's disk is full"),
            error @ (Error::Gone { .. } | Error::NotFound { .. } | Error::Unindexed { .. }) => {
                tracing::error!(cause = %error, "the archive cannot be used");
                Self::new("unavailable").detail("the archive cannot be used at the moment").retry_after(10)
            }
            // Paths and what the database says are for the log, not for strangers.
            other => Self::internal("the archive could not be read or written", &other),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, [(CONTENT_TYPE, PROBLEM_JSON)], body).into_response();
        let headers = response.headers_mut();
        if let Some(seconds) = self.0.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(how) = self.0.authenticate {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(how));
        }
        if let Some(allow) = self.0.allow.clone() {
            headers.insert(ALLOW, allow);
        }
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_code_status_and_help() {
        let problem = Problem::new("not-found").detail("no article \"x\"").help("look at the list");
        let json = serde_json::to_value(&problem).unwrap();
        assert_eq!(json["type"], "urn:wirecopy:problem:not-found");
        assert_eq!((json["status"].as_u64(), json["title"].as_str()), (Some(404), Some("Not Found")));
        assert_eq!(json["help"], "look at the list");
        assert!(json.get("span").is_none());
    }

    #[test]
    fn codes_are_told_apart() {
        for (at, (code, ..)) in CODES.iter().enumerate() {
            assert!(CODES[..at].iter().all(|(other, ..)| other != code), "{code} stands twice");
            assert_eq!(Problem::new(code).code(), *code);
        }
        assert_eq!(Problem::new("no such code").status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(Problem::from_status(StatusCode::BAD_REQUEST).code(), "bad-request");
        assert_eq!(Problem::from_status(StatusCode::IM_A_TEAPOT).status(), StatusCode::IM_A_TEAPOT);
    }
}
