use serde::{Deserialize, Serialize};

/// What a line of a document is.
///
/// Every line that is not blank has exactly one role; what does not belong to an article is [`Furniture`](Self::Furniture).
/// A paragraph that is wrapped over several lines gives each of them its role.
///
/// ```
/// use wirecopy_model::LineRole;
///
/// assert!(LineRole::Dateline.is_prose() && LineRole::Dateline.is_body());
/// assert!(LineRole::Kicker.is_header() && !LineRole::Kicker.is_body());
/// let beside = LineRole::ALL.iter().filter(|role| !role.is_header() && !role.is_body());
/// let beside: Vec<&str> = beside.map(|role| role.as_str()).collect();
/// assert_eq!(beside, ["caption", "credit", "note", "furniture"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LineRole {
    /// The main title, and a second copy of it in the header.
    #[doc(alias = "title")]
    Headline,
    /// A section or topic label in the header.
    #[doc(alias = "eyebrow")]
    Kicker,
    /// Summary under the headline.
    #[doc(alias = "deck")]
    #[doc(alias = "subtitle")]
    Standfirst,
    /// Only a publisher or an agency.
    Source,
    /// Who wrote it.
    Byline,
    /// Only a date or time, or a label whose date was lost.
    Date,
    /// A mix of author, source, date, place or category.
    Meta,
    /// A paragraph that opens with a dateline, or a dateline alone.
    Dateline,
    /// Any other paragraph of the article.
    #[doc(alias = "body")]
    Paragraph,
    /// A heading inside the body.
    #[doc(alias = "subheading")]
    Crosshead,
    /// Text under a picture or video, with or without its credit.
    Caption,
    /// Only the credit of a picture.
    Credit,
    /// An item of a list of the article.
    ListItem,
    /// A pull quote, a block quote or its attribution.
    Quote,
    /// Correction, editor's note, tagline, end mark.
    Note,
    /// Not article: navigation, share and login lines, adverts, related stories, comments, copyright.
    #[doc(alias = "boilerplate")]
    Furniture,
}

impl LineRole {
    /// Every role, in the order of the declaration.
    pub const ALL: [Self; 16] = [
        Self::Headline,
        Self::Kicker,
        Self::Standfirst,
        Self::Source,
        Self::Byline,
        Self::Date,
        Self::Meta,
        Self::Dateline,
        Self::Paragraph,
        Self::Crosshead,
        Self::Caption,
        Self::Credit,
        Self::ListItem,
        Self::Quote,
        Self::Note,
        Self::Furniture,
    ];

    /// The word used in JSON and on the terminal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Kicker => "kicker",
            Self::Standfirst => "standfirst",
            Self::Source => "source",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Meta => "meta",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::Crosshead => "crosshead",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::ListItem => "list_item",
            Self::Quote => "quote",
            Self::Note => "note",
            Self::Furniture => "furniture",
        }
    }

    /// Whether the line is prose of the article: a paragraph or a paragraph that opens with a dateline.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::Dateline)
    }

    /// Whether the line belongs to the body of the article.
    #[must_use]
    pub fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::Dateline | Self::Crosshead | Self::ListItem | Self::Quote)
    }

    /// Whether the line belongs to the header of the article.
    #[must_use]
    pub fn is_header(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Kicker
                | Self::Standfirst
                | Self::Source
                | Self::Byline
                | Self::Date
                | Self::Meta
        )
    }
}

/// How the paragraphs of a document are set apart, inferred once a document. A document without lines is `SingleNewline`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LayoutKind {
    /// A blank line between paragraphs.
    BlankLine,
    /// Every line is a paragraph.
    #[default]
    SingleNewline,
    /// A paragraph opens with an indent (spaces or U+3000); lines may be wrapped.
    Indented,
    /// Lines are broken at a fixed width; a paragraph goes over several lines.
    HardWrapped,
    /// The whole document stands on one line.
    OneLine,
}

impl LayoutKind {
    /// The word used in JSON and on the terminal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BlankLine => "blank_line",
            Self::SingleNewline => "single_newline",
            Self::Indented => "indented",
            Self::HardWrapped => "hard_wrapped",
            Self::OneLine => "one_line",
        }
    }
}
