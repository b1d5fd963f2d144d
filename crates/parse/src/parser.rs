use std::borrow::Cow;

#[cfg(feature = "encoding")]
use wirecopy_model::Span;
use wirecopy_model::{Code, Diagnostic, Kind, LineRole};

use crate::assemble::{self, Context};
use crate::label;
use crate::label::Models;
use crate::options::ParserBuilder;
use crate::page::Page;
use crate::parsed::{Decision, Layout, LayoutLine, Parsed, Reason};
use crate::read;
use crate::wrapped;
#[cfg(feature = "encoding")]
use crate::{Error, decode, repair};

/// Reads documents. Build it once and share it: it is cheap to clone and never changes.
#[derive(Debug, Clone)]
pub struct Parser {
    options: ParserBuilder,
}

impl Parser {
    /// Largest input of `parse_bytes` unless set otherwise: 64 MiB.
    pub const DEFAULT_MAX_INPUT: usize = 64 << 20;

    /// A parser with the default options.
    #[must_use]
    pub fn new() -> Self {
        ParserBuilder::default().build()
    }

    /// Options to choose from.
    pub fn builder() -> ParserBuilder {
        ParserBuilder::default()
    }

    pub(crate) fn from_options(options: ParserBuilder) -> Self {
        Self { options }
    }

    /// Largest input of [`parse_bytes`](Self::parse_bytes), in bytes.
    #[must_use]
    pub fn max_input(&self) -> usize {
        self.options.max_input
    }

    /// Reads a text. Never fails, and the input limit does not apply; of a text of more than 4 GiB only the part
    /// that spans can address is read.
    ///
    /// A byte order mark that is still in the text is white space like any other.
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_parse::Parser;
    /// use wirecopy_parse::model::{Code, Kind};
    ///
    /// let parsed = Parser::new().parse(" \n\n");
    /// assert!(parsed.articles().all(|article| article.kind == Kind::NotArticle));
    /// assert!(parsed.diagnostics().any(|note| note.code == Code::EMPTY_DOCUMENT));
    /// ```
    #[must_use]
    pub fn parse<'t>(&self, text: &'t str) -> Parsed<'t> {
        self.read(Cow::Borrowed(text), None, Vec::new())
    }

    /// Reads a page of HTML, or a piece of one. Never fails.
    ///
    /// What a browser would show is rendered as text, and that is read; all spans point into this text, which is
    /// [`Parsed::text`]. In front of it stands, one a line, what the page states of itself for programs (`<meta>`, linked
    /// data), so that values read there have their place too.
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_parse::{Format, Parser};
    ///
    /// let parsed = Parser::new().parse_html(
    ///     "<!doctype html><title>Council closes bridge - Northport Post</title>
    ///      <nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>
    ///      <article><h1>Council closes bridge</h1><p>By Ana Lima <time datetime=2021-05-03>May 3</time></p>
    ///      <p>The council voted on Monday to close the old bridge over the river for two years.</p>
    ///      <p>Work on the new one begins in May, and residents had asked for a ferry until then.</p></article>",
    /// );
    /// let article = parsed.articles().next().expect("there is always one record");
    /// assert_eq!(parsed.format(), Format::Html);
    /// assert_eq!(article.headline(), Some("Council closes bridge"));
    /// assert_eq!(article.body.len(), 2);
    /// ```
    #[cfg(feature = "html")]
    #[must_use]
    pub fn parse_html(&self, html: &str) -> Parsed<'static> {
        self.read_html(html, None, Vec::new())
    }

    /// Reads bytes: finds the encoding, decodes, and reads the text, or the page when it is HTML.
    ///
    /// A byte order mark goes before the encoding asked for, and that before detection. Bytes that are malformed in the
    /// encoding become U+FFFD and are said in a diagnostic. The mark is no part of the text into which spans point.
    ///
    /// # Errors
    ///
    /// When the bytes are over the limit ([`Error::TooLarge`]), are not text ([`Error::NotText`]), or the encoding asked for
    /// is unknown ([`Error::UnknownEncoding`]).
    ///
    /// # Examples
    ///
    /// ```
    /// use wirecopy_parse::{Error, Parser};
    ///
    /// let parser = Parser::builder().encoding("latin1").build();
    /// let parsed = parser.parse_bytes(b"Stra\xdfe gesperrt")?;
    /// assert_eq!((parsed.text(), parsed.encoding()), ("Straße gesperrt", Some("windows-1252")));
    ///
    /// let image = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    /// assert!(matches!(Parser::new().parse_bytes(image), Err(Error::NotText { .. })));
    /// # Ok::<(), Error>(())
    /// ```
    #[cfg(feature = "encoding")]
    pub fn parse_bytes<'t>(&self, bytes: &'t [u8]) -> Result<Parsed<'t>, Error> {
        if bytes.len() > self.options.max_input {
            return Err(Error::TooLarge { size: bytes.len(), limit: self.options.max_input });
        }
        let decoded = decode::decode(bytes, self.options.encoding.as_deref())?;
        #[cfg(feature = "html")]
        if read::is_html(&decoded.text) {
            return Ok(self.read_html(&decoded.text, Some(decoded.encoding), decoded.diagnostics));
        }
        Ok(self.read(decoded.text, Some(decoded.encoding), decoded.diagnostics))
    }

    #[cfg(feature = "html")]
    fn read_html(
        &self,
        html: &str,
        encoding: Option<&'static str>,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Parsed<'static> {
        // Places in the page's source are no places of the rendered text.
        diagnostics.iter_mut().for_each(|note| note.span = None);
        #[cfg(feature = "encoding")]
        let repaired = repair::repair(html, self.options.repair);
        #[cfg(feature = "encoding")]
        let html = match &repaired {
            Some(repaired) => {
                diagnostics.push(repaired.rendered_diagnostic());
                repaired.text.as_str()
            }
            None => html,
        };
        let read::Html { text, page, mut notes } = read::read_html(html);
        diagnostics.append(&mut notes);
        self.read_page(Cow::Owned(text), &page, encoding, diagnostics, Models::shipped())
    }

    fn read<'t>(
        &self,
        text: Cow<'t, str>,
        encoding: Option<&'static str>,
        diagnostics: Vec<Diagnostic>,
    ) -> Parsed<'t> {
        self.read_with(text, encoding, diagnostics, Models::shipped())
    }

    /// Reads a text with models that may be other than the crate's own: the trainer measures them.
    pub(crate) fn read_with<'t>(
        &self,
        text: Cow<'t, str>,
        encoding: Option<&'static str>,
        #[cfg_attr(not(feature = "encoding"), expect(unused_mut, reason = "nothing is said of damage"))]
        mut diagnostics: Vec<Diagnostic>,
        models: Models<'_>,
    ) -> Parsed<'t> {
        let text = addressable(text);
        #[cfg(feature = "encoding")]
        if repair::may_be_damaged(&text) {
            if let Some(mut repaired) = repair::repair(&text, self.options.repair) {
                let words = std::mem::take(&mut repaired.text);
                let parsed = self.read_clean(Cow::Owned(words), encoding, Vec::new(), models);
                let mut parsed = repair::relocate(parsed, text, repaired);
                // What was said of the decoded text has its places there already.
                parsed.diagnostics.splice(0..0, diagnostics);
                return parsed;
            }
            if let Some(at) = repair::suspect(&text) {
                let message =
                    "the text looks as if it had been decoded with the wrong encoding before it came here";
                let doubt = Diagnostic::new(Code::MOJIBAKE, Some(Span::from_range(at)), message);
                diagnostics.push(doubt.with_help("the repair option puts right what was UTF-8"));
            }
        }
        self.read_clean(text, encoding, diagnostics, models)
    }

    fn read_clean<'t>(
        &self,
        text: Cow<'t, str>,
        encoding: Option<&'static str>,
        diagnostics: Vec<Diagnostic>,
        models: Models<'_>,
    ) -> Parsed<'t> {
        let page = read::read_text(&text);
        if let Some(mut joined) = wrapped::join(&text, &page) {
            let copy = std::mem::take(&mut joined.text);
            let parsed = self.read_page(Cow::Owned(copy), &joined.page, encoding, Vec::new(), models);
            let mut parsed = wrapped::to_lines(parsed, text, &joined, &page.lines);
            // What was said of the decoded text has its places there already.
            parsed.diagnostics.splice(0..0, diagnostics);
            return parsed;
        }
        self.read_page(text, &page, encoding, diagnostics, models)
    }

    /// What comes after a reader, whatever it read.
    fn read_page<'t>(
        &self,
        text: Cow<'t, str>,
        page: &Page,
        encoding: Option<&'static str>,
        mut diagnostics: Vec<Diagnostic>,
        models: Models<'_>,
    ) -> Parsed<'t> {
        let labelled = label::label(&text, page, models, self.options.explain);
        let context = Context {
            text: &text,
            page,
            observed: &labelled.observed,
            roles: &labelled.roles,
            confidence: &labelled.confidence,
            kind: labelled.kind,
            options: &self.options,
            #[cfg(feature = "language")]
            language: std::cell::OnceCell::new(),
        };
        let mut assembled = assemble::assemble(&context);
        if let Some(first) = page.lines.first().filter(|_| self.options.explain) {
            let decision = Decision {
                record: 1,
                field: "kind".to_owned(),
                value: labelled.kind.as_str().to_owned(),
                span: first.trimmed,
                chosen: true,
                reason: format!("by {}", labelled.kind_reason),
            };
            assembled.decisions.insert(0, decision);
        }
        if page.lines.is_empty() {
            let message = "nothing but white space was found";
            diagnostics.push(Diagnostic::new(Code::EMPTY_DOCUMENT, None, message));
        } else if labelled.kind == Kind::NotArticle {
            const SENTENCE: u32 = 4;
            let worded = labelled.observed.measures.iter().any(|m| m.words >= SENTENCE);
            let message = if worded {
                "the document reads like an index, a product, a forum or a service page"
            } else {
                "the document holds no line that could be a sentence"
            };
            diagnostics.push(Diagnostic::new(Code::NOT_AN_ARTICLE, None, message));
        }
        if assembled.articles.len() > 1 {
            let message = format!("the document holds {} articles", assembled.articles.len());
            diagnostics.push(Diagnostic::new(Code::SEVERAL_ARTICLES, None, message));
        }
        diagnostics.append(&mut assembled.diagnostics);
        let mut reasons = labelled.reasons.into_iter();
        let mut lines: Vec<LayoutLine> = page
            .lines
            .iter()
            .enumerate()
            .map(|(i, line)| LayoutLine {
                number: line.number,
                span: line.span,
                role: assembled.roles[i],
                confidence: labelled.confidence[i],
                record: assembled.record_of[i].filter(|_| assembled.roles[i] != LineRole::Furniture),
                reasons: reasons.next().unwrap_or_default(),
            })
            .collect();
        for correction in assembled.corrections.iter().rev() {
            let text = format!("{} (corrected: first read as {})", correction.why, correction.from.as_str());
            lines[correction.line].reasons.insert(0, Reason { text, weight: 0.0 });
        }
        let lines = with_apart(lines, page);
        let layout = Layout { kind: labelled.observed.layout.kind, lines };
        Parsed {
            articles: assembled.articles,
            decisions: assembled.decisions,
            text,
            encoding,
            format: page.format,
            diagnostics,
            layout,
            #[cfg(feature = "encoding")]
            repaired: None,
        }
    }
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

/// The lines of a page in their order, those that the format set apart among them.
fn with_apart(lines: Vec<LayoutLine>, page: &Page) -> Vec<LayoutLine> {
    if page.apart.is_empty() {
        return lines;
    }
    let apart = page.apart.iter().map(|line| LayoutLine {
        number: line.number,
        span: line.span,
        role: LineRole::Furniture,
        confidence: 1.0,
        record: None,
        reasons: Vec::new(),
    });
    let mut all: Vec<LayoutLine> = lines.into_iter().chain(apart).collect();
    all.sort_by_key(|line| line.number);
    all
}

/// The part of a text that spans of 32 bits can point into.
fn addressable(text: Cow<'_, str>) -> Cow<'_, str> {
    const LIMIT: usize = u32::MAX as usize;
    if text.len() <= LIMIT {
        return text;
    }
    let end = (0..=LIMIT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..end]),
        Cow::Owned(mut text) => {
            text.truncate(end);
            Cow::Owned(text)
        }
    }
}
