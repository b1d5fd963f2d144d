//! From what `wirecopy explain` prints to what the scorer reads.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// Role of a line and the scorer's class, where the words differ.
const CLASSES: [(&str, &str); 7] = [
    ("headline", "title"),
    ("standfirst", "subtitle"),
    ("dateline", "dateline_para"),
    ("paragraph", "body"),
    ("crosshead", "heading"),
    ("list_item", "list"),
    ("furniture", "junk"),
];

/// Turns one line of `explain --format jsonl` into one prediction.
///
/// The document's name is the last part of its path, without the ending. Only the first record counts: the labels
/// of a document with several articles are those of its first.
pub(crate) fn prediction(line: &str) -> Result<Value> {
    let explained: Value = serde_json::from_str(line).context("a line of `explain` is not JSON")?;
    let path = explained["path"].as_str().context("a line of `explain` has no path")?;
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let id = name.strip_suffix(".txt").unwrap_or(name);
    let classes: Vec<&str> = items(&explained["lines"])
        .map(|line| line["role"].as_str().map(class).with_context(|| format!("a line of {path} has no role")))
        .collect::<Result<_>>()?;
    let fields = explained["articles"].get(0).map_or_else(no_article, fields);
    Ok(json!({"id": id, "line_classes": classes, "fields": fields}))
}

fn class(role: &str) -> &str {
    CLASSES.iter().find(|(ours, _)| *ours == role).map_or(role, |(_, theirs)| theirs)
}

/// A document in which no record was found is not an article.
fn no_article() -> Value {
    json!({"is_article": false, "authors": [], "captions": []})
}

/// Fields of the scorer from a record; what the record does not have is null.
fn fields(record: &Value) -> Value {
    let authors: Vec<&Value> = items(&record["bylines"])
        .filter(|byline| byline["kind"].is_null() || byline["kind"] == "person")
        .map(|byline| &byline["name"])
        .collect();
    let captions: Vec<Value> = items(&record["figures"])
        .map(|figure| json!({"text": figure["caption"], "credit": figure["credit"]["raw"]}))
        .collect();
    let mut fields = Map::new();
    let mut put = |key: &str, value: Value| fields.insert(key.to_owned(), value);
    put("title", record["headline"].clone());
    put("source", record["source"]["name"].clone());
    put("authors", json!(authors));
    put("published", record["published"]["value"].clone());
    put("updated", record["updated"]["value"].clone());
    let dateline = &record["dateline"];
    if dateline.is_object() {
        let date = &dateline["date"]["raw"];
        put("dateline", json!({"place": dateline["place"], "date": date, "agency": dateline["agency"]}));
    }
    put("captions", json!(captions));
    put("language", record["language"].clone());
    put("is_article", json!(record["kind"] != "not_article"));
    Value::Object(fields)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_becomes_a_prediction() {
        let line = json!({
            "path": "some/where/D7.txt", "layout": "blank_line",
            "lines": [
                {"n": 1, "role": "headline", "confidence": 0.9}, {"n": 3, "role": "byline"}, {"n": 4, "role": "dateline"},
                {"n": 5, "role": "crosshead"}, {"n": 6, "role": "paragraph"}, {"n": 7, "role": "list_item"},
                {"n": 9, "role": "furniture"}, {"n": 10, "role": "standfirst"}, {"n": 11, "role": "credit"}
            ],
            "articles": [
                {
                    "kind": "article", "headline": "Ferry sinks", "source": {"name": "Harbour Post"},
                    "bylines": [{"name": "Ana Lima"}, {"name": "City Desk", "kind": "desk"}, {"name": "Tom Roe", "kind": "person"}],
                    "published": {"raw": "3 May 2021", "value": "2021-05-03", "precision": "day"},
                    "updated": {"raw": "6 hours ago"},
                    "dateline": {"raw": "LEEDS, May 3", "place": "LEEDS", "date": {"raw": "May 3"}},
                    "figures": [{"caption": "The pier.", "credit": {"raw": "A. Lima/HP", "kind": "photo"}}, {"credit": {"raw": "HP"}}],
                    "language": "en"
                },
                {"kind": "article", "headline": "Second story"}
            ]
        });
        assert_eq!(
            prediction(&line.to_string()).unwrap(),
            json!({
                "id": "D7",
                "line_classes": ["title", "byline", "dateline_para", "heading", "body", "list", "junk", "subtitle", "credit"],
                "fields": {
                    "title": "Ferry sinks", "source": "Harbour Post", "authors": ["Ana Lima", "Tom Roe"],
                    "published": "2021-05-03", "updated": null,
                    "dateline": {"place": "LEEDS", "date": "May 3", "agency": null},
                    "captions": [{"text": "The pier.", "credit": "A. Lima/HP"}, {"text": null, "credit": "HP"}],
                    "language": "en", "is_article": true
                }
            })
        );
    }

    #[test]
    fn what_is_not_there_is_null() {
        let made = prediction(r#"{"path":"D1.txt","lines":[],"articles":[{"kind":"stub"}]}"#).unwrap();
        assert_eq!(made["fields"]["title"], Value::Null);
        assert_eq!(made["fields"]["authors"], json!([]));
        assert_eq!(made["fields"]["is_article"], true);
        assert!(made["fields"].get("dateline").is_none());
    }

    #[test]
    fn pages_without_an_article_are_said_so() {
        let listing =
            prediction(r#"{"path":"D1.txt","lines":[],"articles":[{"kind":"not_article"}]}"#).unwrap();
        assert_eq!(listing["fields"]["is_article"], false);
        let nothing = prediction(r#"{"path":"D2.txt","lines":[],"articles":[]}"#).unwrap();
        assert_eq!((&nothing["id"], &nothing["fields"]["is_article"]), (&json!("D2"), &json!(false)));
    }

    #[test]
    fn a_line_that_is_no_explanation_is_an_error() {
        assert!(prediction("{}").is_err());
        assert!(prediction("Ferry sinks").is_err());
        assert!(prediction(r#"{"path":"D1.txt","lines":[{"n":1}],"articles":[]}"#).is_err());
    }
}
