//! What holds for every request.

use std::io::Write;

use axum::body::Body;
use axum::http::Request;
use flate2::Compression;
use flate2::write::GzEncoder;
use wirecopy_server::{AppState, Options, app};

use crate::client::{bare, get, post, send};

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn small() -> axum::Router {
    let mut options = Options::default();
    options.max_body = 1 << 16;
    app(AppState::new(None, options))
}

#[tokio::test]
async fn errors_are_problems_wherever_they_come_from() {
    let app = bare();
    let nothing = get(&app, "/no/such/../place").await;
    assert_eq!((nothing.status.as_u16(), nothing.problem().as_str()), (404, "not-found"));
    let method = post(&app, "/healthz", "text/plain", "x").await;
    assert_eq!((method.status.as_u16(), method.problem().as_str()), (405, "method-not-allowed"));
    assert_eq!(method.header("allow"), "GET,HEAD");
    let unknown = get(&app, "/healthz?verbose=1").await;
    assert_eq!((unknown.status.as_u16(), unknown.problem().as_str()), (400, "invalid-parameter"));
}

#[tokio::test]
async fn every_answer_carries_its_guards() {
    for path in ["/healthz", "/nowhere"] {
        let reply = get(&bare(), path).await;
        assert!(reply.header("content-security-policy").starts_with("default-src 'none'; script-src 'self'"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("access-control-allow-origin"), "");
        assert!(!reply.header("x-request-id").is_empty());
    }
}

#[tokio::test]
async fn an_id_of_the_client_is_kept_when_it_is_a_plain_word() {
    let ask = |id: &str| Request::get("/healthz").header("x-request-id", id).body(Body::empty()).unwrap();
    assert_eq!(send(&bare(), ask("run-7.a")).await.header("x-request-id"), "run-7.a");
    let long = "x".repeat(65);
    for id in ["a b", "<script>", long.as_str()] {
        assert_ne!(send(&bare(), ask(id)).await.header("x-request-id"), id);
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_packed_or_not() {
    let app = small();
    let large = vec![b'a'; 1 << 20];
    let reply = post(&app, "/api/v1/parse", "text/plain", large.clone()).await;
    assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (413, "body-too-large"));
    let bomb = packed(&large);
    assert!(bomb.len() < 1 << 12);
    let request = |bytes: Vec<u8>, coding: &str| {
        let request = Request::post("/api/v1/parse").header("content-type", "text/plain");
        request.header("content-encoding", coding).body(Body::from(bytes)).unwrap()
    };
    let reply = send(&app, request(bomb, "gzip")).await;
    assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (413, "body-too-large"));
    let fine = send(&app, request(packed(b"Council closes bridge"), "gzip")).await;
    assert_eq!(fine.status, 200, "{}", fine.text());
    let broken = send(&app, request(b"no gzip at all".to_vec(), "gzip")).await;
    assert_eq!((broken.status.as_u16(), broken.problem().as_str()), (400, "bad-request"));
    let strange = send(&app, request(b"x".to_vec(), "br")).await;
    assert_eq!((strange.status.as_u16(), strange.problem().as_str()), (415, "unsupported-media-type"));
}

#[tokio::test]
async fn a_strange_name_of_this_server_is_refused_on_loopback() {
    let mut options = Options::default();
    options.hosts = Some(vec!["archive.test".to_owned()]);
    let app = app(AppState::new(None, options));
    let ask = |host: &str| Request::get("/healthz").header("host", host).body(Body::empty()).unwrap();
    for host in ["localhost:8077", "127.0.0.1", "[::1]:1", "Archive.Test"] {
        assert_eq!(send(&app, ask(host)).await.status, 200, "{host}");
    }
    let reply = send(&app, ask("rebound.example")).await;
    assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (421, "misdirected"));
}

#[tokio::test]
async fn an_answer_is_packed_for_who_can_unpack_it() {
    let request = Request::post("/api/v1/parse?explain").header("accept-encoding", "gzip");
    let reply =
        send(&bare(), request.body(Body::from("Council closes bridge\n\n".repeat(200))).unwrap()).await;
    assert_eq!(reply.header("content-encoding"), "gzip");
    assert_eq!(reply.body[..2], [0x1f, 0x8b]);
}
