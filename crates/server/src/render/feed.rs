//! What a query finds, as a feed: Atom (RFC 4287) and JSON Feed 1.1.

use std::fmt::Write;

use serde_json::{Map, Value, json};
use wirecopy_archive::Stored;

use super::title;
use crate::api::wire::instant;

/// Longest summary, in characters.
const SUMMARY: usize = 400;

/// What a feed says of itself.
pub(crate) struct About<'a> {
    /// The query, for the title.
    pub(crate) query: &'a str,
    /// Address of the feed, absolute.
    pub(crate) address: &'a str,
    /// Address of the server, absolute, without a slash at its end.
    pub(crate) base: &'a str,
}

impl About<'_> {
    fn title(&self) -> String {
        if self.query.is_empty() {
            "wirecopy: all articles".to_owned()
        } else {
            format!("wirecopy: {}", self.query)
        }
    }
}

/// Atom. An entry's `updated` is when the archive took it: what the paper says of itself stands in `published`.
pub(crate) fn atom(about: &About<'_>, entries: &[Stored]) -> String {
    let newest = entries.iter().map(|stored| stored.stored_at).max().unwrap_or(0);
    let mut out = String::with_capacity(1 << 14);
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n",
    );
    let address = xml(about.address);
    let _ = writeln!(out, "<title>{}</title>\n<id>{address}</id>", xml(&about.title()));
    let _ = writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{address}\"/>");
    let _ = writeln!(out, "<updated>{}</updated>\n<generator>wirecopy</generator>", instant(newest));
    for stored in entries {
        entry(&mut out, about, stored);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(out: &mut String, about: &About<'_>, stored: &Stored) {
    let article = &stored.article;
    let address = xml(&format!("{}/articles/{}", about.base, article.id));
    let _ = writeln!(out, "<entry>\n<title>{}</title>", xml(title(article)));
    let _ = writeln!(out, "<id>urn:wirecopy:article:{}</id>", xml(&article.id));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>");
    let _ = writeln!(out, "<updated>{}</updated>", instant(stored.stored_at));
    if let Some(published) = zoned(stored) {
        let _ = writeln!(out, "<published>{}</published>", xml(&published));
    }
    for byline in &article.bylines {
        let _ = writeln!(out, "<author><name>{}</name></author>", xml(&byline.name));
    }
    if article.bylines.is_empty() {
        let name = article.source.as_ref().map_or("unknown", |source| &source.name);
        let _ = writeln!(out, "<author><name>{}</name></author>", xml(name));
    }
    let _ = writeln!(out, "<summary>{}</summary>\n</entry>", xml(&summary(stored)));
}

/// JSON Feed.
pub(crate) fn json(about: &About<'_>, entries: &[Stored]) -> Value {
    let items: Vec<Value> = entries
        .iter()
        .map(|stored| {
            let article = &stored.article;
            let mut item = Map::new();
            item.insert("id".to_owned(), json!(article.id));
            item.insert("url".to_owned(), json!(format!("{}/articles/{}", about.base, article.id)));
            item.insert("title".to_owned(), json!(title(article)));
            item.insert("content_text".to_owned(), json!(article.body_text()));
            item.insert("summary".to_owned(), json!(summary(stored)));
            item.insert("date_modified".to_owned(), json!(instant(stored.stored_at)));
            if let Some(published) = zoned(stored) {
                item.insert("date_published".to_owned(), json!(published));
            }
            if let Some(language) = &article.language {
                item.insert("language".to_owned(), json!(language));
            }
            let authors: Vec<Value> =
                article.bylines.iter().map(|byline| json!({"name": byline.name})).collect();
            if !authors.is_empty() {
                item.insert("authors".to_owned(), Value::Array(authors));
            }
            Value::Object(item)
        })
        .collect();
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title(),
        "home_page_url": format!("{}/", about.base),
        "feed_url": about.address,
        "items": items,
    })
}

/// When it was published, where that is known with its zone: both feeds ask for one, and none is invented.
fn zoned(stored: &Stored) -> Option<String> {
    let stamp = stored.article.published.as_ref()?;
    let (iso, offset) = (stamp.iso()?, stamp.offset.as_ref()?);
    let written = offset.to_string();
    let local = iso.strip_suffix(&written)?;
    let seconds = if local.len() == "2018-07-14T14:54".len() { ":00" } else { "" };
    Some(format!("{local}{seconds}{written}"))
}

/// The standfirst, or how the story begins.
fn summary(stored: &Stored) -> String {
    let article = &stored.article;
    let text = article.standfirst.clone().or_else(|| article.body.first().map(|block| block.text.clone()));
    let text = text.unwrap_or_default();
    if text.chars().count() <= SUMMARY {
        return text;
    }
    let cut: String = text.chars().take(SUMMARY).collect();
    format!("{}…", cut.trim_end())
}

/// Text as XML holds it. Characters that XML 1.0 does not have become U+FFFD.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn xml_holds_any_text() {
        assert_eq!(xml("<a b=\"c\">&'\u{1b}]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;&#39;\u{fffd}]]&gt;");
    }
}
