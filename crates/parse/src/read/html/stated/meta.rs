//! `<title>`, `<meta>`, `<link rel=canonical>`, microdata and `<time>`.

use super::super::tree::{Content, Element, Id, ROOT, Tree};
use super::{Field, Stated};

/// Keys of `<meta>` in small letters, the field, and how far they are trusted. Those that say it for the article stand
/// over those that say it for the page, the window or a search engine.
const KEYS: &[(&str, Field, u8)] = &[
    ("og:title", Field::Headline, 60),
    ("twitter:title", Field::Headline, 50),
    ("dc.title", Field::Headline, 55),
    ("dcterms.title", Field::Headline, 55),
    ("parsely-title", Field::Headline, 65),
    ("sailthru.title", Field::Headline, 60),
    ("cxenseparse:title", Field::Headline, 50),
    ("title", Field::Headline, 40),
    ("citation_title", Field::Headline, 70),
    ("author", Field::Author, 60),
    ("article:author", Field::Author, 55),
    ("article:author_name", Field::Author, 60),
    ("og:author", Field::Author, 50),
    ("dc.creator", Field::Author, 55),
    ("dcterms.creator", Field::Author, 55),
    ("parsely-author", Field::Author, 65),
    ("sailthru.author", Field::Author, 60),
    ("cxenseparse:author", Field::Author, 60),
    ("byl", Field::Author, 65),
    ("citation_author", Field::Author, 70),
    ("article:published_time", Field::Published, 75),
    ("article:published", Field::Published, 70),
    ("og:article:published_time", Field::Published, 75),
    ("og:published_time", Field::Published, 70),
    ("og:pubdate", Field::Published, 65),
    ("datepublished", Field::Published, 75),
    ("parsely-pub-date", Field::Published, 75),
    ("sailthru.date", Field::Published, 70),
    ("cxenseparse:recs:publishtime", Field::Published, 70),
    ("publish-date", Field::Published, 65),
    ("publish_date", Field::Published, 65),
    ("publishdate", Field::Published, 65),
    ("publication_date", Field::Published, 65),
    ("published_at", Field::Published, 65),
    ("publication-date", Field::Published, 65),
    ("pubdate", Field::Published, 65),
    ("pub_date", Field::Published, 65),
    ("ptime", Field::Published, 65),
    ("dc.date.issued", Field::Published, 65),
    ("dcterms.issued", Field::Published, 60),
    ("dcterms.created", Field::Published, 60),
    ("dcterms.date", Field::Published, 55),
    ("dc.date", Field::Published, 55),
    ("dc.date.created", Field::Published, 60),
    ("dcsext.articlefirstpublished", Field::Published, 60),
    ("citation_publication_date", Field::Published, 60),
    ("article.published", Field::Published, 65),
    ("article:post_date", Field::Published, 65),
    ("article_date_original", Field::Published, 65),
    ("date.release", Field::Published, 60),
    ("created", Field::Published, 50),
    ("date", Field::Published, 50),
    ("rnews:datepublished", Field::Published, 65),
    ("article:modified_time", Field::Updated, 75),
    ("og:updated_time", Field::Updated, 60),
    ("datemodified", Field::Updated, 70),
    ("last-modified", Field::Updated, 50),
    ("lastmod", Field::Updated, 50),
    ("dc.date.modified", Field::Updated, 55),
    ("dcterms.modified", Field::Updated, 55),
    ("og:site_name", Field::Source, 60),
    ("dc.publisher", Field::Source, 50),
    ("application-name", Field::Source, 30),
    ("publisher", Field::Source, 40),
    ("article:section", Field::Section, 60),
    ("parsely-section", Field::Section, 60),
    ("section", Field::Section, 50),
    ("news_keywords", Field::Keywords, 60),
    ("keywords", Field::Keywords, 50),
    ("article:tag", Field::Keywords, 45),
    ("og:description", Field::Description, 60),
    ("description", Field::Description, 50),
    ("twitter:description", Field::Description, 40),
    ("og:url", Field::Url, 50),
    ("og:type", Field::Kind, 50),
];

/// Properties of microdata, when their value stands in an attribute.
const ITEMS: &[(&str, Field, u8)] = &[
    ("headline", Field::Headline, 65),
    ("datepublished", Field::Published, 70),
    ("datecreated", Field::Published, 60),
    ("datemodified", Field::Updated, 65),
    ("articlesection", Field::Section, 55),
    ("keywords", Field::Keywords, 50),
];

pub(super) fn collect(tree: &Tree, stated: &mut Stated) {
    let mut titled = false;
    for id in tree.descendants(ROOT) {
        let Content::Element(element) = &tree.node(id).content else { continue };
        match &**element.tag() {
            "title" if !titled && element.is_html() => {
                titled = true;
                stated.add(Field::Headline, "title", &tree.text_of(id), 45);
            }
            "meta" => of_meta(element, stated),
            "link" => {
                let is_canonical =
                    element.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
                if let Some(address) = element.attr("href").filter(|_| is_canonical) {
                    stated.add(Field::Url, "link canonical", address, 60);
                }
            }
            _ => of_item(tree, id, element, stated),
        }
    }
}

fn of_meta(element: &Element, stated: &mut Stated) {
    let Some(content) = element.attr("content") else { return };
    for attribute in ["property", "name", "itemprop"] {
        let Some(key) = element.attr(attribute) else { continue };
        let key = key.trim().to_ascii_lowercase();
        let table = if attribute == "itemprop" { ITEMS } else { KEYS };
        if let Some((_, field, trust)) = table.iter().find(|(known, ..)| *known == key) {
            stated.add(*field, format!("meta {key}"), content, *trust);
        }
    }
}

/// Microdata and times: the value that programs read stands beside the words that people read.
fn of_item(tree: &Tree, id: Id, element: &Element, stated: &mut Stated) {
    let content = element.attr("content").or_else(|| element.attr("datetime"));
    if let Some(names) = element.attr("itemprop") {
        for name in names.split_ascii_whitespace() {
            let name = name.to_ascii_lowercase();
            let Some((_, field, trust)) = ITEMS.iter().find(|(known, ..)| *known == name) else { continue };
            if let Some(content) = content {
                stated.add(*field, format!("itemprop {name}"), content, *trust);
            } else if *field == Field::Published {
                stated.add(*field, format!("itemprop {name}"), &tree.text_of(id), trust - 5);
            }
        }
    } else if &**element.tag() == "time"
        && let Some(content) = element.attr("datetime")
    {
        // Which of the page's times is the article's shows where it stands.
        let trust = if element.attr("pubdate").is_some() { 60 } else { 20 };
        stated.add(Field::Published, "time", content, trust);
    }
}
