use serde::{Deserialize, Serialize};

use crate::{Block, Byline, Dateline, Diagnostic, Evidence, Figure, Note, Source, Stamp};

/// Name and version of the record's JSON form.
pub const SCHEMA: &str = "wirecopy/1";

/// One article as it was found in a document.
///
/// Every field is what the text says, never what is known from elsewhere. A document with several articles gives
/// several records with the same [`origin`](Self::origin) and increasing [`record`](Self::record).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// Always `wirecopy/1` in records of this version.
    #[serde(default = "schema_name")]
    pub schema: String,
    /// Digest of headline and body, 32 hexadecimal digits: the same article has the same id wherever it was found.
    /// For a record of kind `not_article`, which has neither, a digest of the whole text.
    #[serde(default)]
    pub id: String,
    /// Whether this is an article at all.
    #[serde(default)]
    pub kind: Kind,
    /// Position among the records of its document, counted from 1.
    #[serde(default = "first_record")]
    pub record: u32,
    /// Main title, without a site's suffix.
    #[doc(alias = "title")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Short label over the headline.
    #[doc(alias = "eyebrow")]
    #[doc(alias = "overline")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// Summary under the headline; several deck lines are joined by a line feed.
    #[doc(alias = "deck")]
    #[doc(alias = "dek")]
    #[doc(alias = "subtitle")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// Publisher or agency that the text names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Who wrote it, in the order printed.
    #[doc(alias = "authors")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<Byline>,
    /// When it was first published, as far as the text says. The date of a dateline is not taken for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Stamp>,
    /// When it was last changed, as far as the text says.
    #[doc(alias = "modified")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Stamp>,
    /// Place, date and agency that open the story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// Section of the paper or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Printed page, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Printed edition, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Address of the page, where the document states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Pictures and videos: caption and credit line.
    #[doc(alias = "captions")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// The text of the article, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Corrections, editor's notes, taglines, end marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Keywords that the document states; `wirecopy-parse` does not fill them yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Language of the text, ISO 639-1 (ISO 639-3 where there is no two-letter code).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Words in the body, headline and captions not counted. Scripts without spaces count characters: one for each
    /// ideograph, kana or Thai consonant.
    #[serde(default)]
    pub word_count: u32,
    /// Which bytes of the decoded text each value was read from.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// What was doubtful in reading this article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
    /// Where the document came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Article {
    /// An empty record: kind `article`, number 1, nothing known.
    #[must_use]
    pub fn new() -> Self {
        Self {
            schema: schema_name(),
            id: String::new(),
            kind: Kind::Article,
            record: 1,
            headline: None,
            kicker: None,
            standfirst: None,
            source: None,
            bylines: Vec::new(),
            published: None,
            updated: None,
            dateline: None,
            section: None,
            page: None,
            edition: None,
            url: None,
            figures: Vec::new(),
            body: Vec::new(),
            notes: Vec::new(),
            keywords: Vec::new(),
            language: None,
            word_count: 0,
            evidence: Evidence::default(),
            diagnostics: Vec::new(),
            origin: None,
        }
    }

    /// The headline, if the text has one; never empty.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        self.headline.as_deref()
    }

    /// The stamp by which the article stands in time: when it was published; else when it was updated; else the date of its
    /// dateline. Only a stamp whose value is known counts; `None` where there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_model::{Article, Stamp};
    ///
    /// let mut article = Article::new();
    /// assert!(article.dated().is_none());
    /// let updated = Stamp { raw: "14 July 2018".to_owned(), value: "2018-07-14".parse().ok(), ..Stamp::default() };
    /// article.updated = Some(updated.clone());
    /// article.published = Some(Stamp { raw: "on Friday".to_owned(), ..Stamp::default() });
    /// assert_eq!(article.dated(), Some(&updated));
    /// ```
    #[must_use]
    pub fn dated(&self) -> Option<&Stamp> {
        let dateline = self.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        [self.published.as_ref(), self.updated.as_ref(), dateline]
            .into_iter()
            .flatten()
            .find(|stamp| stamp.value.is_some())
    }

    /// The body as plain text: blocks separated by one empty line, without a line feed at the end.
    ///
    /// Kinds of blocks are not told apart: a crosshead is a line like a paragraph. Empty for a record without a body.
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_model::{Article, Block, BlockKind};
    ///
    /// let mut article = Article::new();
    /// assert_eq!(article.body_text(), "");
    /// article.body.push(Block { kind: BlockKind::Crosshead, text: "No money".to_owned() });
    /// article.body.push(Block { kind: BlockKind::Paragraph, text: "Residents wanted a ferry.".to_owned() });
    /// assert_eq!(article.body_text(), "No money\n\nResidents wanted a ferry.");
    /// ```
    #[must_use]
    pub fn body_text(&self) -> String {
        let mut text = String::new();
        for block in &self.body {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&block.text);
        }
        text
    }
}

impl Default for Article {
    fn default() -> Self {
        Self::new()
    }
}

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// One coherent piece: news, feature, opinion, match report, explainer, press release.
    #[default]
    Article,
    /// A teaser: one or two sentences of an article that stands elsewhere.
    Stub,
    /// Index, product, forum, listing or service page: nothing to report.
    NotArticle,
}

impl Kind {
    /// The word used in JSON.
    ///
    /// ```
    /// use wirecopy_model::Kind;
    ///
    /// assert_eq!(Kind::NotArticle.as_str(), "not_article");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Stub => "stub",
            Self::NotArticle => "not_article",
        }
    }
}

/// Where a document came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// Path as it was given, with `/` between folders; absent for text that came without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Format that was read: `text`, `html`.
    #[serde(default)]
    pub format: String,
    /// Name of the character encoding, as the WHATWG Encoding Standard spells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// SHA-256 of the bytes as they came, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

fn schema_name() -> String {
    SCHEMA.to_owned()
}

fn first_record() -> u32 {
    1
}
