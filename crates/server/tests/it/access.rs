//! Who may do what.

use axum::body::Body;
use axum::http::Request;
use wirecopy_server::{Options, Reading};

use crate::client::{Place, TOKEN, add_token, get, post_as, send, story};

const READER: &str = "wirecopy_0000000000000000000000000000000000000000000000000000000000000002";
const OLD: &str = "wirecopy_0000000000000000000000000000000000000000000000000000000000000003";

fn closed() -> Options {
    let mut options = Options::default();
    options.reading = Reading::Token;
    options
}

fn with(path: &str, authorization: &str) -> Request<Body> {
    Request::get(path).header("authorization", authorization).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn writing_needs_a_token_with_the_scope() {
    let place = Place::default();
    add_token(&place.archive, READER, "read", None);
    add_token(&place.archive, OLD, "write", Some(1));
    let text = story("Council closes bridge");
    let none = crate::client::post(&place.app, "/api/v1/articles", "text/plain", text.clone()).await;
    assert_eq!((none.status.as_u16(), none.problem().as_str()), (401, "unauthorized"));
    assert!(none.header("www-authenticate").starts_with("Bearer"));
    let reader = post_as(&place.app, READER, "text/plain", text.clone()).await;
    assert_eq!((reader.status.as_u16(), reader.problem().as_str()), (403, "forbidden"));
    let old = post_as(&place.app, OLD, "text/plain", text.clone()).await;
    assert_eq!((old.status.as_u16(), old.problem().as_str()), (401, "unauthorized"));
    assert_eq!(post_as(&place.app, TOKEN, "text/plain", text).await.status, 200);
}

#[tokio::test]
async fn reading_needs_a_token_where_it_is_not_open() {
    let place = Place::new(closed());
    add_token(&place.archive, READER, "read", None);
    for path in ["/api/v1/stats", "/api/v1/changes", "/metrics", "/no/such/page", "/feed.atom"] {
        let reply = get(&place.app, path).await;
        assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (401, "unauthorized"), "{path}");
    }
    assert_eq!(send(&place.app, with("/api/v1/changes", &format!("Bearer {READER}"))).await.status, 200);
    for path in ["/healthz", "/readyz", "/openapi.json", "/docs"] {
        assert_eq!(get(&place.app, path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn guessing_is_limited_and_the_right_token_does_not_help_after_it() {
    let place = Place::new(closed());
    for guess in 0..10 {
        let reply = send(&place.app, with("/api/v1/changes", &format!("Bearer wrong{guess}"))).await;
        assert_eq!(reply.status, 401);
    }
    let reply = send(&place.app, with("/api/v1/changes", "Bearer wrong")).await;
    assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (429, "too-many-requests"));
    assert!((1..=60).contains(&reply.header("retry-after").parse::<u32>().unwrap()));
    assert_eq!(send(&place.app, with("/api/v1/changes", &format!("Bearer {TOKEN}"))).await.status, 429);
    assert!(get(&place.app, "/healthz").await.status.is_success());
}

#[tokio::test]
async fn a_token_has_its_rate() {
    let mut options = closed();
    options.rate = 3;
    let place = Place::new(options);
    let mut statuses = Vec::new();
    for _ in 0..8 {
        statuses.push(send(&place.app, with("/openapi.json", "")).await.status.as_u16());
        statuses.push(
            send(&place.app, with("/api/v1/changes", &format!("Bearer {TOKEN}"))).await.status.as_u16(),
        );
    }
    let limited = statuses.iter().filter(|status| **status == 429).count();
    assert!((1..=2).contains(&limited), "{statuses:?}");
    let reply = send(&place.app, with("/api/v1/changes", &format!("Bearer {TOKEN}"))).await;
    assert_eq!(reply.header("retry-after"), "1");
}

#[tokio::test]
async fn a_revoked_token_is_refused_within_a_moment() {
    let place = Place::new(closed());
    let ask = || with("/api/v1/changes", &format!("Bearer {TOKEN}"));
    assert_eq!(send(&place.app, ask()).await.status, 200);
    assert!(place.archive.token_revoke(&wirecopy_server::token_hash(TOKEN)).unwrap());
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    assert_eq!(send(&place.app, ask()).await.status, 401);
}
