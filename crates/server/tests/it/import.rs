//! `POST /api/v1/articles`.

use crate::client::{Place, TOKEN, get, post_as, story};

#[tokio::test]
async fn a_receipt_says_what_became_of_each() {
    let place = Place::default();
    let (bridge, ferry) = (story("Council closes bridge"), story("Ferry comes back"));
    let first = place.import(&[("a.txt", &bridge), ("b.txt", &ferry), ("c.txt", &bridge)]).await;
    assert_eq!(
        first["receipt"],
        serde_json::json!({
            "seen": 3, "stored": 2, "unchanged": 0, "updated": 0, "duplicate": 1, "rejected": 0
        })
    );
    assert_eq!(first["entries"][2]["place"], "c.txt");
    assert_eq!(first["entries"][2]["id"], first["entries"][0]["id"]);
    let again = place.import(&[("a.txt", &bridge), ("b.txt", &story("Ferry sinks"))]).await;
    assert_eq!(
        (again["receipt"]["unchanged"].as_u64(), again["receipt"]["updated"].as_u64()),
        (Some(1), Some(1))
    );
}

#[tokio::test]
async fn documents_come_as_they_are_or_a_line_each() {
    let place = Place::default();
    let plain = post_as(&place.app, TOKEN, "text/plain", story("Council closes bridge")).await;
    assert_eq!(plain.json()["entries"][0]["outcome"], "stored");
    let lines = format!(
        "{}\n\n{}\n",
        serde_json::json!({"text": story("Ferry comes back")}),
        serde_json::json!({"text": story("Council closes bridge"), "place": "x"})
    );
    let lines = post_as(&place.app, TOKEN, "application/x-ndjson", lines).await.json();
    assert_eq!(lines["receipt"]["seen"], 2);
    let rejected =
        post_as(&place.app, TOKEN, "application/octet-stream", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]).await;
    let rejected = rejected.json();
    assert_eq!(rejected["receipt"]["rejected"], 1);
    assert_eq!(rejected["entries"][0]["rejection"]["code"], "not_text");
}

#[tokio::test]
async fn what_is_no_import_is_refused_whole() {
    let place = Place::default();
    let cases = [
        ("application/json", "[1]", 422),
        ("application/json", "{\"text\": 1}", 422),
        ("application/json", "{\"documents\": [{\"text\": \"a\", \"colour\": 1}]}", 422),
        ("application/json", "{\"text\": \"a\", \"place\": \"a\\u0000b\"}", 422),
        ("application/json", "{", 400),
        ("application/x-ndjson", "{\"text\": \"a\"}\n{\n", 400),
        ("image/png", "x", 415),
        ("text/plain", "", 422),
    ];
    for (kind, body, status) in cases {
        let reply = post_as(&place.app, TOKEN, kind, body).await;
        assert_eq!(reply.status, status, "{body}: {}", reply.text());
        reply.problem();
    }
    assert_eq!(get(&place.app, "/api/v1/changes").await.json()["changes"], serde_json::json!([]));
}

#[tokio::test]
async fn changes_are_followed_from_place_to_place() {
    let place = Place::default();
    let stories: Vec<String> = (0..5).map(|n| story(&format!("Bridge number {n} closes"))).collect();
    for (n, text) in stories.iter().enumerate() {
        place.import(&[(&format!("{n}.txt"), text)]).await;
    }
    let mut since = 0;
    let mut seen = Vec::new();
    loop {
        let page =
            get(&place.app, &format!("/api/v1/changes?since={since}&limit=2&fields=headline")).await.json();
        for change in page["changes"].as_array().unwrap() {
            assert_eq!(change["change"], "stored");
            seen.push(change["record"]["headline"].as_str().unwrap().to_owned());
        }
        assert!(page["next"].as_u64().unwrap() > since);
        since = page["next"].as_u64().unwrap();
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(seen.len(), 5);
    let end = get(&place.app, &format!("/api/v1/changes?since={since}")).await.json();
    assert_eq!((end["next"].as_u64(), end["more"].as_bool()), (Some(since), Some(false)));
}

#[tokio::test]
async fn another_writer_is_told_and_does_no_harm() {
    let place = Place::default();
    let writer = place.archive.writer().unwrap();
    let reply = post_as(&place.app, TOKEN, "text/plain", story("Council closes bridge")).await;
    assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (503, "read-only"));
    assert_eq!(reply.header("retry-after"), "5");
    assert!(
        !reply.text().contains(place.folder.path().to_str().unwrap()),
        "a path is told: {}",
        reply.text()
    );
    drop(writer);
    assert_eq!(post_as(&place.app, TOKEN, "text/plain", story("Council closes bridge")).await.status, 200);
}

#[tokio::test]
async fn many_at_once_are_all_answered_with_their_own() {
    let place = Place::default();
    let one = |n: usize| {
        let app = place.app.clone();
        async move {
            let headline = format!("Bridge number {n} closes");
            let body = serde_json::json!({"text": story(&headline), "place": format!("{n}.txt")}).to_string();
            let reply = post_as(&app, TOKEN, "application/json", body).await.json();
            assert_eq!(reply["entries"][0]["place"], format!("{n}.txt"));
            assert_eq!(reply["entries"][0]["outcome"], "stored");
        }
    };
    let all: Vec<_> = (0..30).map(|n| tokio::spawn(one(n))).collect();
    for one in all {
        one.await.unwrap();
    }
    assert_eq!(
        get(&place.app, "/api/v1/changes?limit=100").await.json()["changes"].as_array().unwrap().len(),
        30
    );
}
