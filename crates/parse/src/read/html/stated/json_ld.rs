//! Linked data: what `<script type="application/ld+json">` says of the article.

use serde_json::Value;

use super::super::tree::{Content, ROOT, Tree};
use super::{Field, Stated, one_line};

/// Objects of one page that are looked at: beyond are lists of goods and of other pages.
const MOST_OBJECTS: usize = 2000;

/// Kinds of object that are an article, and those that may say something of the page that holds one.
const ARTICLES: &[&str] = &[
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "opinionnewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "askpublicnewsarticle",
    "advertisercontentarticle",
    "satiricalarticle",
    "scholarlyarticle",
    "techarticle",
    "blogposting",
    "liveblogposting",
    "socialmediaposting",
    "discussionforumposting",
    "report",
    "review",
    "recipe",
    "howto",
    "claimreview",
    "medicalscholarlyarticle",
];
const PAGES: &[&str] = &["webpage", "itempage", "medicalwebpage", "videoobject", "creativework"];

pub(super) fn collect(tree: &Tree, stated: &mut Stated) {
    let mut documents = Vec::new();
    for id in tree.descendants(ROOT) {
        let Content::Element(element) = &tree.node(id).content else { continue };
        let is_data = &**element.tag() == "script"
            && element.attr("type").is_some_and(|kind| {
                kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/ld+json")
            });
        if is_data {
            documents.extend(read(&tree.text_of(id)));
        }
    }
    let objects = flattened(&documents);
    let of_kind = |kinds: &[&str]| -> Vec<&Value> {
        objects
            .iter()
            .copied()
            .filter(|object| kinds_of(object).any(|kind| kinds.contains(&&*kind)))
            .collect()
    };
    let articles = of_kind(ARTICLES);
    let context = Objects { objects: &objects };
    // Of several articles the first is the page's; the others are those that it points to, or say the same again.
    for (k, article) in articles.iter().take(3).enumerate() {
        let rank = u8::try_from(k).unwrap_or(u8::MAX) * 30;
        context.article(article, 90 - rank, k == 0, stated);
    }
    for page in of_kind(PAGES).iter().take(2) {
        context.page(page, articles.is_empty(), stated);
    }
}

/// All objects with a kind, those in lists and in other objects after those that hold them.
fn flattened(documents: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut waiting: std::collections::VecDeque<&Value> = documents.iter().collect();
    while let Some(value) = waiting.pop_front() {
        if found.len() >= MOST_OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(map) => {
                if map.contains_key("@type") || map.contains_key("@id") {
                    found.push(value);
                }
                waiting.extend(map.values().filter(|inner| inner.is_array() || inner.is_object()));
            }
            _ => {}
        }
    }
    found
}

fn kinds_of(object: &Value) -> impl Iterator<Item = String> {
    let named = |value: &Value| {
        let name = value.as_str()?;
        Some(name.rsplit(['/', '#', ':']).next().unwrap_or(name).to_ascii_lowercase())
    };
    let kinds = match &object["@type"] {
        Value::Array(items) => items.iter().filter_map(named).collect(),
        one => Vec::from_iter(named(one)),
    };
    kinds.into_iter()
}

struct Objects<'a> {
    objects: &'a [&'a Value],
}

impl<'a> Objects<'a> {
    fn article(&self, article: &'a Value, trust: u8, is_first: bool, stated: &mut Stated) {
        let mut say = |field: Field, key: &str, value: &Value, less: u8| {
            if let Some(value) = text(value) {
                stated.add(field, format!("json-ld {key}"), &value, trust.saturating_sub(less));
            }
        };
        say(Field::Headline, "headline", &article["headline"], 0);
        if text(&article["headline"]).is_none() {
            say(Field::Headline, "name", &article["name"], 5);
        }
        say(Field::Published, "datePublished", &article["datePublished"], 0);
        if text(&article["datePublished"]).is_none() {
            say(Field::Published, "dateCreated", &article["dateCreated"], 5);
        }
        say(Field::Updated, "dateModified", &article["dateModified"], 0);
        if !is_first {
            return;
        }
        say(Field::Url, "url", &article["url"], 10);
        say(Field::Description, "description", &article["description"], 0);
        for key in ["author", "creator"] {
            let mut names = Vec::new();
            self.names(&article[key], &mut names, 0);
            for name in names {
                stated.add(
                    Field::Author,
                    format!("json-ld {key}"),
                    &name,
                    trust - if key == "author" { 0 } else { 20 },
                );
            }
        }
        let mut publisher = Vec::new();
        self.names(&article["publisher"], &mut publisher, 0);
        if let Some(name) = publisher.first() {
            stated.add(Field::Source, "json-ld publisher", name, trust);
        }
        for section in texts(&article["articleSection"]).into_iter().take(1) {
            stated.add(Field::Section, "json-ld articleSection", &section, trust);
        }
        let keywords = texts(&article["keywords"]).join(", ");
        stated.add(Field::Keywords, "json-ld keywords", &keywords, trust);
        if let Some(kind) = kinds_of(article).next() {
            stated.add(Field::Kind, "json-ld @type", &kind, trust);
        }
        self.images(&article["image"], stated);
        if let Some(body) = text(&article["articleBody"]) {
            stated.article_body = body;
        }
    }

    /// What the page says of itself: of the article too, when nothing else does.
    fn page(&self, page: &'a Value, is_all: bool, stated: &mut Stated) {
        let trust = if is_all { 55 } else { 35 };
        for (field, key) in [
            (Field::Headline, "headline"),
            (Field::Published, "datePublished"),
            (Field::Published, "uploadDate"),
            (Field::Updated, "dateModified"),
            (Field::Headline, "name"),
        ] {
            if let Some(value) = text(&page[key]) {
                stated.add(field, format!("json-ld page {key}"), &value, trust);
            }
        }
        let mut names = Vec::new();
        self.names(&page["author"], &mut names, 0);
        for name in names {
            stated.add(Field::Author, "json-ld page author", &name, trust);
        }
    }

    fn images(&self, image: &Value, stated: &mut Stated) {
        const MOST: usize = 20;
        let items: Vec<&Value> = match image {
            Value::Array(items) => items.iter().take(MOST).collect(),
            one => vec![one],
        };
        for item in items {
            let item = self.resolved(item);
            if let Some(caption) = text(&item["caption"]).or_else(|| text(&item["description"])) {
                stated.add(Field::Caption, "json-ld image caption", &caption, 50);
            }
            let mut names = Vec::new();
            for key in ["creditText", "creator", "author", "copyrightHolder"] {
                if names.is_empty() {
                    self.names(&item[key], &mut names, 0);
                }
            }
            for name in names {
                stated.add(Field::Credit, "json-ld image credit", &name, 50);
            }
        }
    }

    /// Names of people and houses: words, objects with a name, lists of both, or pointers to objects elsewhere.
    fn names(&self, value: &Value, names: &mut Vec<String>, depth: u8) {
        const MOST: usize = 20;
        if depth > 3 || names.len() >= MOST {
            return;
        }
        match value {
            Value::String(_) => names.extend(text(value).filter(|name| !name.contains("://"))),
            Value::Array(items) => items.iter().for_each(|item| self.names(item, names, depth + 1)),
            Value::Object(_) => {
                let object = self.resolved(value);
                if object["name"].is_null() {
                    // `givenName` alone is rare; both together are a name.
                    let parts = [text(&object["givenName"]), text(&object["familyName"])];
                    let name: Vec<String> = parts.into_iter().flatten().collect();
                    if !name.is_empty() {
                        names.push(name.join(" "));
                    }
                } else {
                    self.names(&object["name"], names, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// The object that `{"@id": …}` points to.
    fn resolved<'v>(&self, value: &'v Value) -> &'v Value
    where
        'a: 'v,
    {
        let Some(id) =
            value["@id"].as_str().filter(|_| value["name"].is_null() && value["caption"].is_null())
        else {
            return value;
        };
        let named = |object: &&&Value| {
            object["@id"].as_str() == Some(id) && !(object["name"].is_null() && object["caption"].is_null())
        };
        self.objects.iter().find(named).map_or(value, |object| *object)
    }
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Array(items) => items.first()?.as_str()?,
        Value::Object(map) => map.get("@value")?.as_str()?,
        _ => return None,
    };
    let text = unescaped(text);
    Some(text).filter(|text| !one_line(text).is_empty())
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(text).collect(),
        one => Vec::from_iter(text(one)),
    }
}

/// Text whose marks were written as references (`&quot;`) before it was put into the data.
fn unescaped(text: &str) -> String {
    const REFERENCES: &[(&str, &str)] = &[
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#034;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&#8216;", "‘"),
        ("&#8217;", "’"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&#8211;", "–"),
        ("&#8212;", "—"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&#8230;", "…"),
        ("&hellip;", "…"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#038;", "&"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    REFERENCES.iter().fold(text.to_owned(), |text, (reference, sign)| text.replace(reference, sign))
}

/// Reads the data of one script; what is not JSON by a little is put right.
fn read(source: &str) -> Option<Value> {
    let source = source.trim();
    let source = source.strip_prefix("<!--").unwrap_or(source);
    let source = source.strip_suffix("-->").unwrap_or(source);
    let source = source.trim().trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let source = source.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    if source.is_empty() {
        return None;
    }
    serde_json::from_str(source).ok().or_else(|| serde_json::from_str(&mended(source)).ok())
}

/// What writers of templates get wrong most: line ends inside strings, commas before a closing bracket, backslashes
/// that escape nothing.
fn mended(source: &str) -> String {
    let mut mended = String::with_capacity(source.len());
    let mut in_string = false;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => in_string = !in_string,
            '\\' if in_string => {
                let escapes = chars
                    .peek()
                    .is_some_and(|next| matches!(next, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u'));
                if escapes {
                    mended.push(c);
                    mended.extend(chars.next());
                }
                continue;
            }
            c if in_string && c.is_control() => {
                mended.push(' ');
                continue;
            }
            ',' if !in_string => {
                while chars.peek().is_some_and(|next| next.is_whitespace()) {
                    chars.next();
                }
                if chars.peek().is_some_and(|next| matches!(next, ']' | '}' | ',')) {
                    continue;
                }
            }
            _ => {}
        }
        mended.push(c);
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn data_that_are_nearly_json_are_read() {
        assert_eq!(read("<!-- {\"a\": \"b\nc\",} -->").unwrap()["a"], "b c");
        assert_eq!(read("[{\"a\": \"it\\'s\"},]").unwrap()[0]["a"], "it's");
        assert!(read("var x = 1").is_none() && read("").is_none());
    }
}
