//! `POST /api/v1/parse`.

use crate::client::{bare, post, send};
use axum::http::Request;

const STORY: &str = "Council closes bridge\n\nBy Ana Lima\n\n14 July 2018\n\nLEEDS — The council voted on Monday to close the \
old bridge. Work on the new one begins in May, it said.\n\nResidents had asked for a ferry, but there is no money for one.\n";

#[tokio::test]
async fn a_text_gives_its_records() {
    let reply = post(&bare(), "/api/v1/parse", "text/plain", STORY).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let json = reply.json();
    assert_eq!(json["records"][0]["headline"], "Council closes bridge");
    assert_eq!(json["records"][0]["origin"]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(json["encoding"], "UTF-8");
    assert!(json.get("explanation").is_none());
}

#[tokio::test]
async fn an_explanation_covers_every_line() {
    let reply = post(&bare(), "/api/v1/parse?explain", "text/plain; charset=utf-8", STORY).await;
    let json = reply.json();
    let lines = json["explanation"]["lines"].as_array().unwrap();
    assert_eq!(lines.len(), STORY.lines().filter(|line| !line.is_empty()).count());
    assert_eq!(lines[0]["role"], "headline");
    assert_eq!(json["explanation"]["text"], STORY);
    assert!(!json["explanation"]["decisions"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn json_carries_text_and_bytes_carry_their_charset() {
    let body = serde_json::json!({"text": STORY}).to_string();
    let reply = post(&bare(), "/api/v1/parse", "application/json", body).await;
    assert_eq!(reply.json()["records"][0]["headline"], "Council closes bridge");
    let reply =
        post(&bare(), "/api/v1/parse", "text/plain; charset=latin1", &b"Stra\xdfe gesperrt"[..]).await;
    assert_eq!(reply.json()["encoding"], "windows-1252");
    let untyped = Request::post("/api/v1/parse").body(STORY.into()).unwrap();
    assert_eq!(send(&bare(), untyped).await.status, 200);
}

#[tokio::test]
async fn a_page_is_read_as_a_page_whatever_it_is_called() {
    let page = "<!doctype html><title>Council closes bridge</title><nav><a href=/>Home</a></nav><article>\
        <h1>Council closes bridge</h1>\
        <p>The council voted on Monday to close the old bridge over the river for two years.</p>\
        <p>Lorries have to take the new road, which is eleven kilometres longer, the mayor said.</p>\
        <p>Work begins in May, and the bridge is to open again before the autumn fair.</p></article>"
        .to_owned();
    for kind in ["text/html; charset=utf-8", "text/plain"] {
        let json = post(&bare(), "/api/v1/parse", kind, page.clone()).await.json();
        assert_eq!(json["records"][0]["headline"], "Council closes bridge", "{json}");
        assert_eq!(json["records"][0]["origin"]["format"], "html", "{json}");
        assert_eq!(json["records"][0]["body"].as_array().unwrap().len(), 3, "{json}");
    }
    let body = serde_json::json!({"text": page}).to_string();
    let json = post(&bare(), "/api/v1/parse", "application/json", body).await.json();
    assert_eq!(json["records"][0]["origin"]["format"], "html");
}

#[tokio::test]
async fn what_cannot_be_read_is_told() {
    let app = bare();
    let cases: [(&str, &str, &[u8], u16, &str); 7] = [
        ("", "image/png", b"x", 415, "unsupported-media-type"),
        ("", "application/x-www-form-urlencoded", b"x", 415, "unsupported-media-type"),
        ("", "application/octet-stream", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 422, "unreadable"),
        ("", "application/json", b"{", 400, "bad-request"),
        ("", "application/json", b"{\"words\": 1}", 422, "unreadable"),
        ("?date_order=sideways", "text/plain", b"x", 400, "invalid-parameter"),
        ("?encoding=klingon", "text/plain", b"x", 400, "invalid-parameter"),
    ];
    for (query, kind, body, status, code) in cases {
        let reply = post(&app, &format!("/api/v1/parse{query}"), kind, body).await;
        assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (status, code), "{}", reply.text());
    }
}
