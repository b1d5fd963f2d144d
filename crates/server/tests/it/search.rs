//! Finding over HTTP: pages, facets, exports and feeds say the same.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::client::{Place, get, story};

const N: usize = 23;

async fn place() -> Place {
    let place = Place::default();
    let stories: Vec<(String, String)> =
        (0..N).map(|n| (format!("{n}.txt"), story(&format!("Bridge number {n} closes")))).collect();
    let stories: Vec<(&str, &str)> =
        stories.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
    place.import(&stories).await;
    place
}

fn ids(page: &Value) -> Vec<String> {
    let articles = page["articles"].as_array().unwrap().iter();
    articles.map(|found| found["record"]["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_walk_over_the_pages_finds_each_once() {
    let place = place().await;
    for sort in ["relevance", "newest", "oldest", "added"] {
        let mut next = format!("/api/v1/articles?q=bridge&limit=5&sort={sort}&fields=id");
        let mut seen = Vec::new();
        loop {
            let reply = get(&place.app, &next).await;
            assert_eq!(reply.status, 200, "{}", reply.text());
            let page = reply.json();
            assert_eq!(page["total"], N);
            seen.extend(ids(&page));
            let Some(link) = reply.header("link").strip_prefix('<').and_then(|link| link.split_once('>'))
            else {
                assert!(page.get("next").is_none());
                break;
            };
            assert_eq!(link.1, "; rel=\"next\"");
            next = link.0.to_owned();
        }
        assert_eq!((seen.len(), seen.iter().collect::<BTreeSet<_>>().len()), (N, N), "{sort}");
    }
}

#[tokio::test]
async fn an_export_is_exactly_what_the_search_counts() {
    let place = place().await;
    for query in ["q=bridge", "q=%22number+7%22", "q=zeppelin", "author=Ana+Lima&q=", "year=1999"] {
        let found = get(&place.app, &format!("/api/v1/articles?{query}&limit=1000&fields=id")).await.json();
        let lines = get(&place.app, &format!("/api/v1/export.ndjson?{query}&fields=id")).await;
        let exported =
            lines.text().lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect::<Vec<_>>();
        let exported: BTreeSet<String> =
            exported.iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(exported, ids(&found).into_iter().collect(), "{query}");
        assert_eq!(Some(exported.len() as u64), found["total"].as_u64(), "{query}");
        let table = get(&place.app, &format!("/api/v1/export.csv?{query}")).await;
        assert_eq!(table.text().matches("\r\n").count(), exported.len() + 1, "{query}");
    }
}

#[tokio::test]
async fn facets_and_the_timeline_add_up() {
    let place = place().await;
    let path = "/api/v1/articles?q=bridge&limit=0&facet=author,kind&facet=year&timeline=month";
    let page = get(&place.app, path).await.json();
    assert_eq!(page["articles"], serde_json::json!([]));
    assert_eq!(page["facets"]["author"]["values"], serde_json::json!([{"value": "Ana Lima", "count": N}]));
    assert_eq!(page["facets"]["year"]["values"], serde_json::json!([{"value": "2018", "count": N}]));
    assert_eq!(page["timeline"], serde_json::json!([{"label": "2018-07", "count": N}]));
}

#[tokio::test]
async fn what_was_found_is_marked() {
    let place = place().await;
    let page = get(&place.app, "/api/v1/articles?q=ferry&limit=1").await.json();
    let snippet = &page["articles"][0]["snippet"];
    let text = snippet["text"].as_str().unwrap();
    let mark = &snippet["marks"][0];
    let place = |at: usize| usize::try_from(mark[at].as_u64().unwrap()).unwrap();
    assert_eq!(&text[place(0)..place(1)], "ferry");
    assert!(page["articles"][0]["record"].get("body").is_none());
}

#[tokio::test]
async fn a_query_that_cannot_be_read_says_where() {
    let place = place().await;
    for path in
        ["/api/v1/articles", "/api/v1/export.ndjson", "/api/v1/export.csv", "/feed.atom", "/feed.json"]
    {
        let reply = get(&place.app, &format!("{path}?q=bridge+%28ferry")).await;
        assert_eq!((reply.status.as_u16(), reply.problem().as_str()), (400, "invalid-query"), "{path}");
        let span = &reply.json()["span"];
        assert!(span["start"].as_u64().unwrap() <= span["end"].as_u64().unwrap(), "{span}");
        assert!(span["end"].as_u64().unwrap() <= "bridge (ferry".len() as u64, "{span}");
    }
    let strange = get(&place.app, "/api/v1/articles?q=bridge&cursor=zzz").await;
    assert_eq!((strange.status.as_u16(), strange.problem().as_str()), (400, "invalid-cursor"));
}

#[tokio::test]
async fn a_feed_holds_the_newest_and_has_a_tag() {
    let place = place().await;
    let atom = get(&place.app, "/feed.atom?q=bridge&limit=3").await;
    assert_eq!(atom.header("content-type"), "application/atom+xml; charset=utf-8");
    assert_eq!(atom.text().matches("<entry>").count(), 3);
    assert!(
        atom.text().contains(&format!("<title>Bridge number {} closes</title>", N - 1)),
        "{}",
        atom.text()
    );
    let json = get(&place.app, "/feed.json?q=bridge&limit=3").await.json();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["items"].as_array().unwrap().len(), 3);
    assert!(atom.header("etag").starts_with('"'));
}
