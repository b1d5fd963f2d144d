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
