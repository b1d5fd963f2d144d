//! A client without a socket.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use wirecopy_archive::{Archive, Token};
use wirecopy_server::{AppState, Options, app, token_hash};

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The code of a problem, after looking that it is one.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let json = self.json();
        assert_eq!(json["status"].as_u64(), Some(u64::from(self.status.as_u16())));
        assert_eq!(json["request_id"], self.header("x-request-id"));
        json["code"].as_str().unwrap().to_owned()
    }
}

/// A server without an archive.
pub(crate) fn bare() -> Router {
    app(AppState::new(None, Options::default()))
}

pub(crate) async fn send(app: &Router, request: Request<Body>) -> Reply {
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Reply { status: parts.status, headers: parts.headers, body: body.to_vec() }
}

pub(crate) async fn get(app: &Router, path: &str) -> Reply {
    send(app, Request::get(path).body(Body::empty()).unwrap()).await
}

pub(crate) async fn post(app: &Router, path: &str, kind: &str, body: impl Into<Body>) -> Reply {
    send(app, Request::post(path).header("content-type", kind).body(body.into()).unwrap()).await
}

/// A server over an archive of its own, in a folder that goes with it.
pub(crate) struct Place {
    pub(crate) archive: Archive,
    pub(crate) app: Router,
    pub(crate) folder: TempDir,
}

/// The token with both scopes that every [`Place`] knows.
pub(crate) const TOKEN: &str = "wirecopy_0000000000000000000000000000000000000000000000000000000000000001";

impl Place {
    pub(crate) fn new(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::open_or_create(&folder.path().join("archive")).unwrap();
        add_token(&archive, TOKEN, "read write", None);
        let app = app(AppState::new(Some(archive.clone()), options));
        Self { archive, app, folder }
    }

    /// Imports documents over HTTP; the receipt.
    pub(crate) async fn import(&self, documents: &[(&str, &str)]) -> Value {
        let documents: Vec<Value> =
            documents.iter().map(|(place, text)| serde_json::json!({"place": place, "text": text})).collect();
        let body = serde_json::json!({ "documents": documents }).to_string();
        let reply = post_as(&self.app, TOKEN, "application/json", body).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::new(Options::default())
    }
}

pub(crate) fn add_token(archive: &Archive, token: &str, scopes: &str, expires: Option<i64>) {
    let note = String::new();
    let token = Token { hash: token_hash(token), scopes: scopes.to_owned(), created: 0, expires, note };
    archive.token_add(&token).unwrap();
}

/// Imports with a token.
pub(crate) async fn post_as(app: &Router, token: &str, kind: &str, body: impl Into<Body>) -> Reply {
    let request = Request::post("/api/v1/articles").header("content-type", kind);
    let request = request.header("authorization", format!("Bearer {token}"));
    send(app, request.body(body.into()).unwrap()).await
}

/// A story with a headline of its own.
pub(crate) fn story(headline: &str) -> String {
    format!(
        "{headline}\n\nBy Ana Lima\n\n14 July 2018\n\nLEEDS — The council voted on Monday on the matter that is called \
         {headline}. Work begins in May, it said, and ends in June.\n\nResidents had asked for a ferry, but there is no money \
         for one, the council said.\n"
    )
}
