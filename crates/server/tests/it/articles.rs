//! One article in its forms.

use axum::body::Body;
use axum::http::Request;

use crate::client::{Place, Reply, get, send, story};

async fn place_and_id() -> (Place, String) {
    let place = Place::default();
    let receipt = place.import(&[("a.txt", &story("Council closes bridge"))]).await;
    let id = receipt["entries"][0]["id"].as_str().unwrap().to_owned();
    (place, id)
}

async fn ask(place: &Place, path: &str, name: &str, value: &str) -> Reply {
    send(&place.app, Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_form_is_what_the_client_likes() {
    let (place, id) = place_and_id().await;
    let path = format!("/api/v1/articles/{id}");
    let json = get(&place.app, &path).await;
    assert_eq!(
        (json.json()["headline"].as_str(), json.json()["id"].as_str()),
        (Some("Council closes bridge"), Some(&*id))
    );
    assert_eq!(json.json()["archive"]["places"], serde_json::json!(["a.txt"]));
    assert!(json.header("link").contains("?format=markdown>; rel=\"alternate\"; type=\"text/markdown\""));
    assert!(json.header("vary").contains("accept"));
    let ld = ask(&place, &path, "accept", "application/ld+json").await;
    assert_eq!(
        (ld.json()["@type"].as_str(), ld.header("content-type")),
        (Some("NewsArticle"), "application/ld+json")
    );
    assert_eq!(ld.json()["author"][0]["name"], "Ana Lima");
    let markdown = ask(&place, &path, "accept", "text/markdown").await;
    assert!(markdown.text().contains("\n# Council closes bridge\n"), "{}", markdown.text());
    let text = get(&place.app, &format!("{path}?format=text")).await;
    assert!(text.text().starts_with("Council closes bridge\n"), "{}", text.text());
    let none = ask(&place, &path, "accept", "image/png").await;
    assert_eq!((none.status.as_u16(), none.problem().as_str()), (406, "not-acceptable"));
}

#[tokio::test]
async fn a_tag_saves_the_body_until_something_changes() {
    let (place, id) = place_and_id().await;
    let path = format!("/api/v1/articles/{id}");
    let first = get(&place.app, &path).await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 20, "{tag}");
    let same = ask(&place, &path, "if-none-match", &tag).await;
    assert_eq!((same.status.as_u16(), same.body.len(), same.header("etag")), (304, 0, tag.as_str()));
    let other = ask(&place, &format!("{path}?format=text"), "if-none-match", &tag).await;
    assert_eq!(other.status, 200);
    let packed = ask(&place, &path, "accept-encoding", "gzip").await;
    let packed_tag = packed.header("etag").to_owned();
    assert_ne!(packed_tag, tag);
    assert_eq!(ask(&place, &path, "if-none-match", &packed_tag).await.status, 304);
    // A second place is part of what is known of the article.
    place.import(&[("b.txt", &story("Council closes bridge"))]).await;
    let changed = ask(&place, &path, "if-none-match", &tag).await;
    assert_eq!(changed.status, 200);
    assert_eq!(changed.json()["archive"]["places"], serde_json::json!(["a.txt", "b.txt"]));
}

#[tokio::test]
async fn the_source_is_what_came() {
    let (place, id) = place_and_id().await;
    let source = get(&place.app, &format!("/api/v1/articles/{id}/source")).await;
    assert_eq!(source.text(), story("Council closes bridge"));
    assert_eq!(source.header("content-type"), "text/plain; charset=UTF-8");
    assert!(source.header("content-disposition").starts_with("attachment; filename=\""));
    let path = format!("/api/v1/articles/{id}/source");
    assert_eq!(ask(&place, &path, "if-none-match", source.header("etag")).await.status, 304);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let place = Place::default();
    for id in ["0123", "..%2f..%2fetc%2fpasswd", "%00", "..", "a%0d%0aset-cookie:x", &"a".repeat(2000)] {
        for tail in ["", "/source", "/copies"] {
            let reply = get(&place.app, &format!("/api/v1/articles/{id}{tail}")).await;
            assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (404, "not-found"), "{id}{tail}");
            assert_eq!(reply.header("set-cookie"), "");
        }
    }
}

#[tokio::test]
async fn readers_see_no_folder_of_the_machine() {
    let place = Place::default();
    let (bridge, ferry) = (story("Council closes bridge"), story("Ferry comes back"));
    let given = [("/data/ana/news/a.txt", bridge.as_str()), ("wire/7", ferry.as_str())];
    let receipt = place.import(&given).await;
    // Whoever imports is told his own words.
    assert_eq!(receipt["entries"][0]["place"], "/data/ana/news/a.txt");
    let (id, other) =
        (receipt["entries"][0]["id"].as_str().unwrap(), receipt["entries"][1]["id"].as_str().unwrap());
    let article = get(&place.app, &format!("/api/v1/articles/{id}")).await.json();
    assert_eq!(
        (&article["archive"]["places"], &article["origin"]["path"]),
        (&serde_json::json!(["a.txt"]), &"a.txt".into())
    );
    let article = get(&place.app, &format!("/api/v1/articles/{other}")).await.json();
    assert_eq!(article["archive"]["places"], serde_json::json!(["wire/7"]));
    let paths = [
        "/api/v1/articles?q=bridge&fields=*".to_owned(),
        "/api/v1/changes".to_owned(),
        "/api/v1/export.ndjson".to_owned(),
        "/api/v1/export.csv".to_owned(),
        "/feed.json".to_owned(),
        format!("/api/v1/articles/{other}/copies"),
        format!("/articles/{id}"),
        format!("/articles/{id}/source"),
        format!("/articles/{id}/compare/{other}"),
    ];
    for path in paths {
        let reply = get(&place.app, &path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(!reply.text().contains("/data/ana"), "{path}: {}", reply.text());
    }
}
