//! What of a record stands in columns of its own, so that the store can be counted and asked without unpacking it.

use wirecopy_model::Article;

/// Fields whose presence is counted, in the order of their bits in `record.fields`. Only added to, never reordered.
pub(crate) const FIELDS: [&str; 17] = [
    "headline",
    "kicker",
    "standfirst",
    "source",
    "bylines",
    "published",
    "updated",
    "dateline",
    "section",
    "page",
    "edition",
    "url",
    "figures",
    "body",
    "notes",
    "keywords",
    "language",
];

/// The columns of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    /// `article`, `stub`, `not_article`.
    pub(crate) kind: &'static str,
    /// By which date it is counted, see [`Article::dated`]: ISO 8601 with the precision that was written, without offset.
    pub(crate) published: Option<String>,
    /// Name of the source.
    pub(crate) publisher: Option<String>,
    /// Language code.
    pub(crate) language: Option<String>,
    /// Which of [`FIELDS`] the record has, the first in the lowest bit.
    pub(crate) fields: u32,
}

impl Columns {
    /// The columns of a record.
    pub(crate) fn of(article: &Article) -> Self {
        let has = [
            article.headline.is_some(),
            article.kicker.is_some(),
            article.standfirst.is_some(),
            article.source.is_some(),
            !article.bylines.is_empty(),
            article.published.is_some(),
            article.updated.is_some(),
            article.dateline.is_some(),
            article.section.is_some(),
            article.page.is_some(),
            article.edition.is_some(),
            article.url.is_some(),
            !article.figures.is_empty(),
            !article.body.is_empty(),
            !article.notes.is_empty(),
            !article.keywords.is_empty(),
            article.language.is_some(),
        ];
        let fields = has.iter().enumerate().fold(0, |bits, (bit, &has)| bits | (u32::from(has) << bit));
        Self {
            kind: article.kind.as_str(),
            published: article.dated().and_then(|stamp| stamp.value).map(|value| value.to_string()),
            publisher: article.source.as_ref().map(|source| source.name.clone()),
            language: article.language.clone(),
            fields,
        }
    }
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Stamp};

    use super::{Columns, FIELDS};

    #[test]
    fn every_field_has_its_bit() {
        let mut article = Article::new();
        article.headline = Some("Ferry sold".to_owned());
        article.language = Some("en".to_owned());
        article.published =
            Some(Stamp { raw: "July 2018".to_owned(), value: "2018-07".parse().ok(), ..Stamp::default() });
        let columns = Columns::of(&article);
        let named: Vec<&str> = FIELDS
            .iter()
            .enumerate()
            .filter(|&(bit, _)| columns.fields >> bit & 1 == 1)
            .map(|(_, &f)| f)
            .collect();
        assert_eq!(named, ["headline", "published", "language"]);
        assert_eq!(columns.published.as_deref(), Some("2018-07"));
    }
}
