use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Span;

/// Something doubtful that was met on the way: what, where, and what can be done.
///
/// `Display` gives one line, without place and help: drawing them is for the program that shows them.
///
/// ```
/// use wirecopy_model::{Code, Diagnostic, Severity, Span};
///
/// let message = "\"03/04/2018\" could be 2018-04-03 or 2018-03-04";
/// let doubt = Diagnostic::new(Code::AMBIGUOUS_DATE, Some(Span::new(13, 23)), message);
/// assert_eq!(doubt.severity, Severity::Warning);
/// assert_eq!(doubt.to_string(), format!("warning[ambiguous-date]: {message}"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// Stable word for this kind of doubt.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the decoded text, if at one place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What was seen.
    pub message: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with the severity of its code and no help.
    #[must_use]
    pub fn new(code: Code, span: Option<Span>, message: impl Into<String>) -> Self {
        let severity = code.severity();
        Self { code, severity, span, message: message.into(), help: None }
    }

    /// The same with a line of help.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity.as_str(), self.code, self.message)
    }
}

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// A value may be wrong or is missing.
    Warning,
    /// Part of the input could not be read.
    Error,
}

impl Severity {
    /// The word used in JSON and on the terminal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Stable kebab-case word for a kind of diagnostic.
///
/// Known codes are the associated constants, listed in [`Code::TABLE`]. A code of a newer version is kept as it is,
/// and is treated as a warning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Code(Cow<'static, str>);

macro_rules! codes {
    ($($name:ident $text:literal $severity:ident $meaning:literal)*) => {
        impl Code {
            $(#[doc = $meaning] pub const $name: Self = Self(Cow::Borrowed($text));)*

            /// Every known code with its severity and meaning.
            pub const TABLE: &'static [(Self, Severity, &'static str)] =
                &[$((Self::$name, Severity::$severity, $meaning)),*];
        }
    };
}

codes! {
    AMBIGUOUS_DATE "ambiguous-date" Warning "Day and month could be swapped and nothing in the document settles it."
    DATE_OUT_OF_RANGE "date-out-of-range" Warning "A date was written that does not exist."
    RELATIVE_DATE "relative-date" Info "A date is written relative to a day that is not known."
    WEEKDAY_MISMATCH "weekday-mismatch" Warning "The weekday written does not fall on the date written."
    UPDATED_BEFORE_PUBLISHED "updated-before-published" Warning "The update is dated before the publication."
    CENTURY_ASSUMED "century-assumed" Info "A year was written with two digits."
    AMBIGUOUS_ZONE "ambiguous-zone" Info "A zone abbreviation stands for several offsets; none was taken."
    NO_YEAR "no-year" Info "A day is written without its year."
    DAY_ASSUMED "day-assumed" Info "A time was written without its day; that of the other date in the line was taken."
    ZONE_ASSUMED "zone-assumed" Info "No zone was written; the one asked for was assumed."
    ENCODING_GUESSED "encoding-guessed" Info "The bytes were not UTF-8 and named no encoding; it was detected."
    MALFORMED_BYTES "malformed-bytes" Warning "Some bytes were not valid in the encoding and were replaced."
    MOJIBAKE "mojibake" Warning "The text looks as if it had been decoded with the wrong encoding before it came here."
    MOJIBAKE_REPAIRED "mojibake-repaired" Info "The text had been decoded with the wrong encoding before it came here, and was repaired."
    NUL_BYTES "nul-bytes" Warning "The text holds NUL characters."
    PAGE_BOUNDS "page-bounds" Warning "The page has more elements, or deeper ones, than are read."
    EMPTY_DOCUMENT "empty-document" Warning "Nothing but white space was found."
    NO_HEADLINE "no-headline" Info "No headline was found in the text."
    TRUNCATED "truncated" Info "The text seems to be cut off at its end."
    SEVERAL_ARTICLES "several-articles" Info "The document holds several articles."
    NOT_AN_ARTICLE "not-an-article" Info "The document is not an article."
}

impl Code {
    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How much this kind of diagnostic matters; a warning for codes of newer versions.
    #[must_use]
    pub fn severity(&self) -> Severity {
        Self::TABLE.iter().find(|(code, ..)| code == self).map_or(Severity::Warning, |(_, s, _)| *s)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
