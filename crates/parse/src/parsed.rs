use std::borrow::Cow;

use wirecopy_model::{Article, Diagnostic, LayoutKind, LineRole, Severity, Span};

/// What was read from one document. Borrows the text where it could.
///
/// There is always at least one article: a document that is none gives a record of kind `not_article`, without fields
/// and body. Its lines are in [`layout`](Self::layout) all the same.
#[derive(Debug, Clone)]
pub struct Parsed<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) encoding: Option<&'static str>,
    pub(crate) format: Format,
    pub(crate) articles: Vec<Article>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) layout: Layout,
    pub(crate) decisions: Vec<Decision>,
    /// The text that was read, where it is not the decoded one.
    #[cfg(feature = "encoding")]
    pub(crate) repaired: Option<Box<crate::repair::Repaired>>,
}

impl<'t> Parsed<'t> {
    /// The records, in the order of the document.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = &Article> {
        self.articles.iter()
    }

    /// The records, owned.
    #[must_use]
    pub fn into_articles(self) -> Vec<Article> {
        self.articles
    }

    /// What was doubtful about the document as a whole. Doubts about one article are in its record.
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// How the document is laid out, and the role of each of its lines.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The text into which all spans point: the decoded one, without a byte order mark when it came as bytes. Of HTML it
    /// is the rendered text: what the page states of itself, one statement a line, then what a browser shows.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at a span as they were read: those of [`text`](Self::text), repaired where it was repaired.
    ///
    /// Every value of a record but the raw words is read back so from its evidence. `None` when the span is no part of the
    /// text.
    #[must_use]
    pub fn words(&self, span: Span) -> Option<&str> {
        let decoded = span.text(&self.text)?;
        #[cfg(feature = "encoding")]
        if let Some(repaired) = &self.repaired {
            return repaired.words(span);
        }
        Some(decoded)
    }

    /// The encoding that the bytes were decoded from, as the WHATWG Encoding Standard spells it, or `UTF-32LE`, `UTF-32BE`;
    /// `None` when the input was text.
    #[must_use]
    pub fn encoding(&self) -> Option<&'static str> {
        self.encoding
    }

    /// The format that was read.
    ///
    /// ```
    /// use wirecopy_parse::Format;
    ///
    /// assert_eq!(wirecopy_parse::parse("Council closes bridge").format(), Format::Text);
    /// assert_eq!(Format::Html.as_str(), "html");
    /// ```
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// First span of a field of the first article, by its path in the record: `headline`, `bylines[0].name`.
    ///
    /// `None` when the article does not have the field. For other articles, and for values over several lines, ask
    /// [`Article::evidence`].
    #[must_use]
    pub fn provenance(&self, field: &str) -> Option<Span> {
        self.articles.first()?.evidence.of(field).first().copied()
    }

    /// Candidates for each field with the reasons for and against; empty unless asked for with
    /// [`ParserBuilder::explain`](crate::ParserBuilder::explain).
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The records, if nothing about them was worse than worth knowing.
    ///
    /// A document that is no article is no error here: its diagnostic is of severity `info`.
    ///
    /// # Errors
    ///
    /// All diagnostics of the document and its articles, those of severity `info` too, when one of them is a warning or
    /// an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_parse::model::Code;
    ///
    /// let doubts = wirecopy_parse::parse("").strict().expect_err("an empty document is a warning");
    /// assert_eq!(doubts[0].code, Code::EMPTY_DOCUMENT);
    /// ```
    pub fn strict(self) -> Result<Vec<Article>, Vec<Diagnostic>> {
        let all: Vec<Diagnostic> = self
            .diagnostics
            .iter()
            .chain(self.articles.iter().flat_map(|article| &article.diagnostics))
            .cloned()
            .collect();
        if all.iter().any(|d| d.severity >= Severity::Warning) { Err(all) } else { Ok(self.articles) }
    }
}

/// What a document was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// A page of HTML. Spans point into its rendered text, not into its tags.
    Html,
}

impl Format {
    /// The word used in the origin of a record: `text`, `html`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
        }
    }
}

/// How a document is laid out.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Layout {
    /// How paragraphs are set apart.
    pub kind: LayoutKind,
    /// Every line that is not blank, in order.
    pub lines: Vec<LayoutLine>,
}

/// One line that is not blank: something other than white space and zero-width characters is in it.
///
/// ```
/// let parsed = wirecopy_parse::parse("Council closes bridge\r\n\r\n  By Ana Lima");
/// let lines = &parsed.layout().lines;
/// let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
/// assert_eq!(numbers, [1, 3]);
/// assert_eq!(lines[1].span.text(parsed.text()), Some("  By Ana Lima"));
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct LayoutLine {
    /// Line number in the document, counted from 1, blank lines included.
    pub number: u32,
    /// The line without its line end; indent and trailing white space included.
    pub span: Span,
    /// What the line is.
    pub role: LineRole,
    /// How sure that is, from 0 to 1: the probability of the role, all other lines considered. In a document that is no
    /// article, how sure it is that it is none.
    pub confidence: f32,
    /// Number of the record that the line belongs to, from 1; `None` for furniture.
    pub record: Option<u32>,
    /// Why; empty unless asked for with [`ParserBuilder::explain`](crate::ParserBuilder::explain).
    pub reasons: Vec<Reason>,
}

/// One reason for (or against) a role.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reason {
    /// In words: `stands right under the headline`.
    pub text: String,
    /// How much it weighs for the role taken against the next best, as a logarithm of odds; negative weighs against. Zero where
    /// what was found in the line settled its role, whatever the others weigh.
    pub weight: f32,
}

/// One candidate for the value of a field.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Decision {
    /// Number of the record.
    pub record: u32,
    /// Path of the field in the record.
    pub field: String,
    /// The candidate, as it would stand in the record.
    pub value: String,
    /// Where it was read.
    pub span: Span,
    /// Whether it became the value.
    pub chosen: bool,
    /// Why it did or did not, in words.
    pub reason: String,
}

const _: () = {
    const fn shareable<T: Send + Sync>() {}
    shareable::<Parsed<'static>>();
    shareable::<crate::Parser>();
    let _ = size_of::<LineRole>();
};
