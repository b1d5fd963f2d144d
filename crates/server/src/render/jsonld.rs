//! The article as a schema.org `NewsArticle` in JSON-LD.

use serde_json::{Map, Value, json};
use wirecopy_model::{Article, BylineKind, NoteKind, Stamp};

/// The document. `address` is where this form of it stands.
pub(crate) fn render(article: &Article, address: &str) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            out.insert(key.to_owned(), value);
        }
    };
    put("@context", Some(json!("https://schema.org")));
    put("@type", Some(json!("NewsArticle")));
    put("@id", Some(json!(address)));
    put("identifier", Some(json!(article.id)));
    put("headline", article.headline.as_ref().map(|text| json!(text)));
    put("abstract", article.standfirst.as_ref().map(|text| json!(text)));
    put("author", list(article.bylines.iter().map(author)));
    put("datePublished", article.published.as_ref().and_then(Stamp::iso).map(Value::from));
    put("dateModified", article.updated.as_ref().and_then(Stamp::iso).map(Value::from));
    put("dateline", article.dateline.as_ref().map(|dateline| json!(dateline.raw)));
    let place = article.dateline.as_ref().and_then(|dateline| dateline.place.as_ref());
    put("locationCreated", place.map(|name| json!({"@type": "Place", "name": name})));
    let source = article.source.as_ref().map(|source| &source.name);
    put("sourceOrganization", source.map(|name| json!({"@type": "Organization", "name": name})));
    put("articleSection", article.section.as_ref().map(|text| json!(text)));
    put("printPage", article.page.as_ref().map(|text| json!(text)));
    put("printEdition", article.edition.as_ref().map(|text| json!(text)));
    put("url", article.url.as_ref().map(|text| json!(text)));
    put("inLanguage", article.language.as_ref().map(|text| json!(text)));
    put("wordCount", Some(json!(article.word_count)));
    put("keywords", list(article.keywords.iter().map(|word| json!(word))));
    let body = article.body_text();
    put("articleBody", (!body.is_empty()).then(|| json!(body)));
    put(
        "associatedMedia",
        list(article.figures.iter().map(|figure| {
            let mut media = Map::new();
            media.insert("@type".to_owned(), json!("ImageObject"));
            if let Some(caption) = &figure.caption {
                media.insert("caption".to_owned(), json!(caption));
            }
            if let Some(credit) = &figure.credit {
                media.insert("creditText".to_owned(), json!(credit.raw));
            }
            Value::Object(media)
        })),
    );
    let corrections = article.notes.iter().filter(|note| note.kind == NoteKind::Correction);
    put("correction", list(corrections.map(|note| json!(note.text))));
    Value::Object(out)
}

fn author(byline: &wirecopy_model::Byline) -> Value {
    let kind = if byline.kind == BylineKind::Person { "Person" } else { "Organization" };
    let mut author = Map::new();
    author.insert("@type".to_owned(), json!(kind));
    author.insert("name".to_owned(), json!(byline.name));
    if let Some(role) = &byline.role {
        author.insert("jobTitle".to_owned(), json!(role));
    }
    if let Some(name) = &byline.affiliation {
        author.insert("affiliation".to_owned(), json!({"@type": "Organization", "name": name}));
    }
    Value::Object(author)
}

fn list(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}
