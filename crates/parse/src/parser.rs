use std::borrow::Cow;

use wirecopy_model::{Article, LineRole};

use crate::options::ParserBuilder;
use crate::parsed::{Layout, LayoutLine, Parsed};
use crate::{Error, lines};

/// Reads documents. Build it once and share it: it is cheap to clone and never changes.
#[derive(Debug, Clone)]
pub struct Parser {
    options: ParserBuilder,
}

impl Parser {
    /// Largest input unless set otherwise: 64 MiB.
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

    /// Largest input in bytes.
    #[must_use]
    pub fn max_input(&self) -> usize {
        self.options.max_input
    }

    /// Reads a text. Never fails; the input limit does not apply.
    #[must_use]
    pub fn parse<'t>(&self, text: &'t str) -> Parsed<'t> {
        let layout = Layout {
            lines: lines::split(text)
                .iter()
                .map(|l| LayoutLine {
                    number: l.number,
                    span: l.span,
                    role: LineRole::Paragraph,
                    confidence: 0.0,
                    record: Some(1),
                    reasons: Vec::new(),
                })
                .collect(),
            ..Layout::default()
        };
        Parsed {
            text: Cow::Borrowed(text),
            encoding: None,
            articles: vec![Article::new()],
            diagnostics: Vec::new(),
            layout,
            decisions: Vec::new(),
        }
    }

    /// Reads bytes: finds the encoding, decodes, reads the text.
    ///
    /// # Errors
    ///
    /// When the bytes are over the limit, are not text, or the encoding asked for is unknown.
    #[cfg(feature = "encoding")]
    pub fn parse_bytes<'t>(&self, bytes: &'t [u8]) -> Result<Parsed<'t>, Error> {
        if bytes.len() > self.options.max_input {
            return Err(Error::TooLarge { size: bytes.len(), limit: self.options.max_input });
        }
        let text = str::from_utf8(bytes).map_err(|_| Error::NotText { what: "not UTF-8" })?;
        Ok(self.parse(text))
    }
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}
