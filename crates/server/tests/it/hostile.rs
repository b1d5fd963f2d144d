//! Articles whose every field is an attack.

use std::sync::LazyLock;

use axum::http::StatusCode;
use wirecopy_archive::Incoming;
use wirecopy_model::{
    Article, Block, BlockKind, Byline, Credit, Dateline, Figure, Note, NoteKind, Origin, PublishedAt, Source,
    Stamp,
};

use crate::client::{Place, get};

const NASTY: &str =
    "</script><script>alert(1)</script>\" onload=x '\r\nSet-Cookie: a=b\r\n\r\n<b>&amp;{{7*7}}\u{2028}\0]]>";

static ARTICLE: LazyLock<Article> = LazyLock::new(|| {
    let nasty = || NASTY.to_owned();
    let stamp = || Stamp { raw: nasty(), value: Some(PublishedAt::Year(2018)), ..Stamp::default() };
    let mut article = Article::new();
    article.headline = Some(nasty());
    article.kicker = Some(nasty());
    article.standfirst = Some(nasty());
    article.source = Some(Source { name: nasty() });
    article.bylines =
        vec![Byline { name: nasty(), role: Some(nasty()), affiliation: Some(nasty()), ..Byline::default() }];
    article.published = Some(stamp());
    article.updated = Some(stamp());
    article.dateline =
        Some(Dateline { raw: nasty(), place: Some(nasty()), date: Some(stamp()), agency: Some(nasty()) });
    article.section = Some(nasty());
    article.page = Some(nasty());
    article.edition = Some(nasty());
    article.url = Some("javascript:alert(1)".to_owned());
    let credit = Credit { raw: nasty(), person: Some(nasty()), agency: Some(nasty()), ..Credit::default() };
    article.figures = vec![Figure { caption: Some(nasty()), credit: Some(credit) }];
    let kinds = [BlockKind::Paragraph, BlockKind::Crosshead, BlockKind::ListItem, BlockKind::Quote];
    article.body = kinds.map(|kind| Block { kind, text: nasty() }).to_vec();
    article.notes = vec![Note { kind: NoteKind::Correction, text: nasty() }];
    article.keywords = vec![nasty()];
    article.language = Some(nasty());
    article.origin =
        Some(Origin { path: Some(nasty()), format: nasty(), encoding: Some(nasty()), sha256: Some(nasty()) });
    article.id = "deadbeef".repeat(4);
    article
});

fn place() -> Place {
    let place = Place::default();
    let mut writer = place.archive.writer().unwrap();
    let incoming = Incoming {
        place: Some(NASTY.to_owned()),
        bytes: NASTY.as_bytes().to_vec(),
        media_type: Some(NASTY.to_owned()),
        records: vec![ARTICLE.clone()],
        ..Incoming::default()
    };
    writer.add(incoming).unwrap();
    writer.commit().unwrap();
    drop(writer);
    place
}

#[tokio::test]
async fn no_form_of_it_breaks_out() {
    let place = place();
    let id = &ARTICLE.id;
    let paths = ["", "?format=jsonld", "?format=markdown", "?format=text", "/source", "/copies"];
    for path in paths.map(|tail| format!("/api/v1/articles/{id}{tail}")) {
        let reply = get(&place.app, &path).await;
        assert_ne!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}: {}", reply.text());
        assert_eq!(reply.header("set-cookie"), "", "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert!(!reply.header("content-type").contains("html"), "{path}");
    }
    let json = get(&place.app, &format!("/api/v1/articles/{id}")).await.json();
    assert_eq!(json["headline"], NASTY);
    let markdown = get(&place.app, &format!("/api/v1/articles/{id}?format=markdown")).await.text();
    let (_, body) = markdown.split_once("\n---\n").unwrap();
    assert!(!body.contains("<script") || body.contains("\\<script"), "{body}");
    assert!(!body.contains("\n<") && !body.contains(" <b>"), "{body}");
}

#[tokio::test]
async fn lists_feeds_and_tables_hold_it_as_text() {
    let place = place();
    for path in
        ["/feed.atom", "/feed.json", "/api/v1/export.csv", "/api/v1/export.ndjson", "/api/v1/articles?q="]
    {
        let reply = get(&place.app, path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        let text = reply.text();
        match path {
            "/feed.atom" => assert!(!text.contains("<script") && !text.contains('\0'), "{text}"),
            "/api/v1/export.csv" => {
                assert!(text.contains("\"\"\" onload") || text.contains("\"\" onload"), "{text}");
            }
            _ => {
                serde_json::from_str::<serde_json::Value>(&text).unwrap();
            }
        }
    }
}

#[tokio::test]
async fn pages_show_it_as_text() {
    let place = place();
    let id = &ARTICLE.id;
    let paths = [
        "/".to_owned(),
        "/?q=script".to_owned(),
        format!("/articles/{id}"),
        format!("/articles/{id}/source"),
        format!("/articles/{id}/compare/{id}"),
        "/stats".to_owned(),
    ];
    for path in paths {
        let reply = get(&place.app, &path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        assert_eq!(reply.header("set-cookie"), "", "{path}");
        let html = reply.text();
        for (at, _) in html.match_indices("<script") {
            assert!(html[at..].starts_with("<script src=\"/assets/"), "{path}: {}", &html[at..]);
        }
        assert!(!html.contains("<b>") && !html.contains("</script><"), "{path}: {html}");
        assert!(!html.contains("href=\"javascript:"), "{path}: {html}");
        // Each field is in one text or one attribute, and cannot end either.
        assert!(!html.contains("alert(1)</script>\""), "{path}: {html}");
    }
}

#[tokio::test]
async fn nothing_of_a_request_becomes_a_header_of_the_answer() {
    let place = place();
    let nasty = "a%0d%0aset-cookie:%20x=y%0d%0a%0d%0a%3Cscript%3E";
    let paths = [
        format!("/api/v1/articles?q={nasty}&limit=0"),
        format!("/api/v1/articles?source={nasty}"),
        format!("/api/v1/articles?cursor={nasty}"),
        format!("/api/v1/articles?fields={nasty}"),
        format!("/api/v1/articles/{nasty}"),
        format!("/api/v1/articles/{nasty}/source"),
        format!("/feed.atom?q={nasty}"),
        format!("/?q={nasty}&from={nasty}&cursor={nasty}"),
        format!("/articles/{nasty}/compare/{nasty}"),
        format!("/assets/{nasty}"),
        format!("/{nasty}"),
    ];
    for path in paths {
        let reply = get(&place.app, &path).await;
        assert!(reply.status.as_u16() < 500, "{path}: {}", reply.text());
        assert_eq!(reply.header("set-cookie"), "", "{path}");
        // In JSON it is text: nothing makes a page of that.
        let page =
            reply.header("content-type").contains("html") || reply.header("content-type").contains("xml");
        assert!(!page || !reply.text().contains("<script>"), "{path}: {}", reply.text());
    }
    // The next page's address repeats the query, and stands in a header.
    let text = crate::client::story("Bridge closes");
    place.import(&[("a.txt", &text), ("b.txt", &text.replace("Bridge", "Ferry"))]).await;
    let reply = get(&place.app, "/api/v1/articles?q=closes%0d%0a&limit=1").await;
    assert!(
        reply.header("link").starts_with("</api/v1/articles?q=closes%0D%0A&limit=1&cursor="),
        "{reply:?}"
    );
}

#[tokio::test]
async fn no_path_leads_out_of_what_is_served() {
    let place = place();
    let ups = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "....//", "%252e%252e%252f", "..%c0%af"];
    for base in ["/assets/", "/articles/", "/api/v1/articles/", "/docs/", "/"] {
        for up in ups {
            for target in ["etc/passwd", "Cargo.toml", "archive.db", "archive/archive.db"] {
                let path = format!("{base}{}{target}", up.repeat(6));
                let reply = get(&place.app, &path).await;
                assert!(reply.status.is_client_error(), "{path} gives {}", reply.status);
                let text = reply.text();
                assert!(!text.contains("root:") && !text.contains("SQLite format"), "{path}: {text}");
            }
        }
    }
}
