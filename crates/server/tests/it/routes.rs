//! The OpenAPI document against the server that it describes.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;

use crate::client::{Place, bare, get, send};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter();
        methods.map(move |(method, operation)| (method.to_uppercase(), path.clone(), operation.clone()))
    });
    all.collect()
}

fn ask(method: &str, path: &str) -> Request<Body> {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    Request::builder().method(method).uri(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn the_server_has_what_the_document_names_and_nothing_else_there() {
    let place = Place::default();
    let document = get(&place.app, "/openapi.json").await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let operations = operations(&document);
    assert!(operations.len() >= 17, "{}", operations.len());
    for path in document["paths"].as_object().unwrap().keys() {
        let concrete = path.replace("{id}", "0123");
        for method in METHODS {
            let reply = send(&place.app, ask(method, &concrete)).await;
            let described = operations.iter().any(|(m, p, _)| m == method && p == path);
            assert_eq!(reply.status != 405, described, "{method} {path}: {}", reply.status);
        }
    }
}

#[tokio::test]
async fn each_answer_is_one_that_the_document_describes() {
    let place = Place::default();
    place.import(&[("a.txt", &crate::client::story("Council closes bridge"))]).await;
    let document = get(&place.app, "/openapi.json").await.json();
    for (method, path, operation) in operations(&document) {
        let reply = send(&place.app, ask(&method, &path.replace("{id}", "0123"))).await;
        let status = reply.status.as_u16().to_string();
        let described = &operation["responses"][&status];
        assert!(described.is_object(), "{method} {path} gives {status}: {}", reply.text());
        let essence = reply.header("content-type").split(';').next().unwrap().to_owned();
        let content = match described["$ref"].as_str() {
            Some(reference) => &document.pointer(&reference[1..]).unwrap()["content"],
            None => &described["content"],
        };
        let known = content.as_object().unwrap().keys().any(|kind| kind.split(';').next() == Some(&essence));
        assert!(known, "{method} {path} gives {essence}");
        let strange =
            send(&place.app, ask(&method, &format!("{}?strange=1", path.replace("{id}", "0")))).await;
        assert!(strange.status.is_client_error(), "{method} {path} takes any parameter");
    }
}

#[tokio::test]
async fn the_documentation_loads_nothing_from_elsewhere() {
    let page = get(&bare(), "/docs").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let text = page.text();
    let loaded = text.match_indices("href=\"").chain(text.match_indices("src=\""));
    for (at, name) in loaded {
        let address = &text[at + name.len()..];
        assert!(
            address.starts_with('/') && !address.starts_with("//") || address.starts_with('#'),
            "{address:.60}"
        );
    }
}
