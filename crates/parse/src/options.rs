use chrono::{FixedOffset, NaiveDate};

use crate::Parser;

/// How to read a numeric date whose day and month could be swapped, such as `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DateOrder {
    /// Settle it by the document: its other dates, weekdays, language. What stays open is said to be ambiguous.
    #[default]
    Document,
    /// Day first: 3 April.
    DayFirst,
    /// Month first: March 4.
    MonthFirst,
}

/// Whether text is repaired that was decoded with the wrong encoding before it came here: UTF-8 that was read as
/// windows-1252, Latin-1, windows-1250, windows-1251 or windows-1254, once or more often.
///
/// Values of the record are the repaired words. Spans, and with them the raw words of dates, datelines and credits, are
/// those of the text as it was decoded; [`Parsed::words`](crate::Parsed::words) reads repaired words at a span.
#[cfg(feature = "encoding")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Repair {
    /// Where the damage is certain; where it is not, a diagnostic says that the text looks damaged.
    #[default]
    Auto,
    /// Whatever has the form of such damage, though it may be meant as it stands.
    Always,
    /// Nothing; a diagnostic says that the text looks damaged.
    Never,
}

/// Options of a [`Parser`].
///
/// ```
/// use wirecopy_parse::{DateOrder, Parser};
///
/// let parser = Parser::builder().date_order(DateOrder::DayFirst).max_input(1 << 20).build();
/// assert_eq!(parser.max_input(), 1 << 20);
/// ```
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ParserBuilder {
    pub(crate) date_order: DateOrder,
    pub(crate) reference_date: Option<NaiveDate>,
    pub(crate) assume_zone: Option<FixedOffset>,
    pub(crate) encoding: Option<String>,
    pub(crate) max_input: usize,
    pub(crate) explain: bool,
    #[cfg(feature = "encoding")]
    pub(crate) repair: Repair,
}

impl Default for ParserBuilder {
    fn default() -> Self {
        Self {
            date_order: DateOrder::Document,
            reference_date: None,
            assume_zone: None,
            encoding: None,
            max_input: Parser::DEFAULT_MAX_INPUT,
            explain: false,
            #[cfg(feature = "encoding")]
            repair: Repair::Auto,
        }
    }
}

impl ParserBuilder {
    /// How to read `03/04/2026`; [`DateOrder::Document`] by default.
    pub fn date_order(mut self, order: DateOrder) -> Self {
        self.date_order = order;
        self
    }

    /// The day on which the text was read, against which "on Friday" and "6 hours ago" are resolved.
    ///
    /// Without it such dates keep their words and get no value. With it they get a day, never a time.
    pub fn reference_date(mut self, day: NaiveDate) -> Self {
        self.reference_date = Some(day);
        self
    }

    /// The zone of times that state none. The offset is marked as assumed in the record, and said in a diagnostic.
    ///
    /// A fixed distance from UTC: summer time is not known.
    pub fn assume_zone(mut self, zone: FixedOffset) -> Self {
        self.assume_zone = Some(zone);
        self
    }

    /// The encoding of bytes, as a label of the WHATWG Encoding Standard (`utf-8`, `gbk`, `windows-1251`).
    ///
    /// Goes before detection, not before a byte order mark. An unknown label is an
    /// [`Error::UnknownEncoding`](crate::Error::UnknownEncoding) when bytes are read.
    pub fn encoding(mut self, label: impl Into<String>) -> Self {
        self.encoding = Some(label.into());
        self
    }

    /// Largest input of `parse_bytes` in bytes; [`Parser::DEFAULT_MAX_INPUT`] by default, at most 4 GiB less one byte.
    ///
    /// A larger number is held at that. Text given to [`Parser::parse`] is not measured.
    pub fn max_input(mut self, bytes: usize) -> Self {
        self.max_input = bytes.min(u32::MAX as usize);
        self
    }

    /// Whether to keep, for each line and field, why it was read as it was. Off by default: it takes time.
    ///
    /// Fills [`LayoutLine::reasons`](crate::LayoutLine::reasons) and [`Parsed::decisions`](crate::Parsed::decisions); the
    /// records are the same either way.
    pub fn explain(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }

    /// Whether to repair text that was decoded wrongly before it came here; [`Repair::Auto`] by default.
    ///
    /// ```
    /// use wirecopy_parse::{Parser, Repair};
    ///
    /// let text = "CaffÃ¨ chiuso per lavori\n\nIl caffÃ¨ della piazza resta chiuso fino a lunedÃ¬.";
    /// let parsed = Parser::new().parse(text);
    /// assert_eq!(parsed.words(parsed.layout().lines[0].span), Some("Caffè chiuso per lavori"));
    /// assert_eq!(parsed.text(), text);
    ///
    /// let parsed = Parser::builder().repair(Repair::Never).build().parse(text);
    /// assert_eq!(parsed.words(parsed.layout().lines[0].span), Some("CaffÃ¨ chiuso per lavori"));
    /// ```
    #[cfg(feature = "encoding")]
    pub fn repair(mut self, repair: Repair) -> Self {
        self.repair = repair;
        self
    }

    /// The parser.
    #[must_use]
    pub fn build(self) -> Parser {
        Parser::from_options(self)
    }
}
