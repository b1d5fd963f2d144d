use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

/// A date as written, and as far as it could be understood.
///
/// ```
/// use wirecopy_model::{Precision, PublishedAt, Stamp};
///
/// let stamp: Stamp = serde_json::from_str(
///     r#"{"raw":"May 3, 2021 at 5:11 p.m. EDT","value":"2021-05-03T17:11-04:00","precision":"minute",
///         "offset":"-04:00","offset_basis":"stated","zone":"EDT"}"#,
/// )?;
/// assert_eq!(stamp.value.map(PublishedAt::precision), Some(Precision::Minute));
/// assert_eq!(stamp.offset.map(|o| o.seconds), Some(-4 * 3600));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
#[cfg_attr(feature = "schema", schemars(with = "Wire"))]
pub struct Stamp {
    /// The words that were read.
    pub raw: String,
    /// What they mean; `None` when they do not settle it (`6 hours ago`, `03/04/2018` on its own).
    pub value: Option<PublishedAt>,
    /// Distance from UTC, only when the text states one or the caller asked to assume one.
    pub offset: Option<Offset>,
    /// The readings between which the words leave the choice; empty when there is a value.
    pub alternatives: Vec<PublishedAt>,
}

impl Stamp {
    /// The value with its offset in ISO 8601, as far as it is known.
    ///
    /// Only the precision that was written: `2018`, `2018-07`, `2018-07-14`, `2018-07-14T14:54`, `…:02`. `None` when
    /// there is no value. The offset stands only behind a time of day.
    ///
    /// ```
    /// use wirecopy_model::{Offset, OffsetBasis, Stamp};
    ///
    /// let mut stamp = Stamp { raw: "14 July 2018, 2.54 pm".to_owned(), ..Stamp::default() };
    /// assert_eq!(stamp.iso(), None);
    /// stamp.value = "2018-07-14T14:54".parse().ok();
    /// assert_eq!(stamp.iso().as_deref(), Some("2018-07-14T14:54"));
    /// stamp.offset = Some(Offset { seconds: 3600, basis: OffsetBasis::Assumed, zone: None });
    /// assert_eq!(stamp.iso().as_deref(), Some("2018-07-14T14:54+01:00"));
    /// ```
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        let value = self.value?;
        let mut iso = value.to_string();
        if let (PublishedAt::Moment { .. }, Some(offset)) = (value, self.offset.as_ref()) {
            iso.push_str(&offset.to_string());
        }
        Some(iso)
    }
}

/// A point in time with the precision that was written. Local to the place of publication, whether an [`Offset`] is
/// known or not: the offset says how far that is from UTC.
///
/// `Display` writes ISO 8601 with that precision and `FromStr` reads it again, but for an hour alone: it is written with
/// its zero minutes and comes back as [`Precision::Minute`].
///
/// ```
/// use wirecopy_model::{Precision, PublishedAt};
///
/// let month: PublishedAt = "2018-07".parse()?;
/// assert_eq!((month.precision(), month.day(), month.year()), (Precision::Month, None, 2018));
/// assert_eq!(month.to_string(), "2018-07");
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishedAt {
    /// Only a year.
    Year(i32),
    /// A year and a month (1-12).
    Month {
        /// Gregorian year.
        year: i32,
        /// Month, from 1 to 12.
        month: u32,
    },
    /// A day.
    Day(NaiveDate),
    /// A day and a time of day.
    Moment {
        /// Date and time as written.
        local: NaiveDateTime,
        /// How much of the time was written.
        precision: Precision,
    },
}

impl PublishedAt {
    /// How much was written.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::Year(_) => Precision::Year,
            Self::Month { .. } => Precision::Month,
            Self::Day(_) => Precision::Day,
            Self::Moment { precision, .. } => precision,
        }
    }

    /// The day, when at least a day was written.
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Moment { local, .. } => Some(local.date()),
            Self::Year(_) | Self::Month { .. } => None,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month { year, .. } => year,
            Self::Day(day) => day.year(),
            Self::Moment { local, .. } => local.year(),
        }
    }
}

impl fmt::Display for PublishedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Moment { local, precision } => {
                write!(f, "{}T{:02}:{:02}", local.date(), local.hour(), local.minute())?;
                if *precision == Precision::Second {
                    write!(f, ":{:02}", local.second())?;
                    let milli = local.nanosecond() % 1_000_000_000 / 1_000_000;
                    if milli > 0 {
                        write!(f, ".{milli:03}")?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// How much of a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// A year.
    Year,
    /// A month of a year.
    Month,
    /// A day.
    Day,
    /// An hour of a day; minutes in the value are zero and were not written.
    Hour,
    /// A minute.
    Minute,
    /// A second, with or without a fraction.
    Second,
}

/// Distance from UTC and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Offset {
    /// Seconds east of UTC; zones west of it are negative. Whole minutes are written, seconds beyond them are not.
    pub seconds: i32,
    /// How it is known.
    pub basis: OffsetBasis,
    /// The zone as written (`EDT`, `GMT+8`), where one is.
    pub zone: Option<String>,
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.seconds < 0 { '-' } else { '+' };
        let minutes = self.seconds.unsigned_abs() / 60;
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// How an [`Offset`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OffsetBasis {
    /// The text writes a zone or an offset.
    Stated,
    /// The caller asked to assume it.
    Assumed,
}

/// The JSON form of a [`Stamp`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Stamp"))]
struct Wire {
    /// The words that were read.
    raw: String,
    /// ISO 8601 with the precision that was written; absent when the words do not settle it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// How much of the date was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    precision: Option<Precision>,
    /// Distance from UTC as `+HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    offset: Option<String>,
    /// How the offset is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    offset_basis: Option<OffsetBasis>,
    /// The zone as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    /// Readings that the words leave open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<String>,
}

impl From<Stamp> for Wire {
    fn from(stamp: Stamp) -> Self {
        Self {
            value: stamp.iso(),
            precision: stamp.value.map(PublishedAt::precision),
            offset: stamp.offset.as_ref().map(ToString::to_string),
            offset_basis: stamp.offset.as_ref().map(|o| o.basis),
            zone: stamp.offset.and_then(|o| o.zone),
            alternatives: stamp.alternatives.iter().map(ToString::to_string).collect(),
            raw: stamp.raw,
        }
    }
}

impl TryFrom<Wire> for Stamp {
    type Error = String;

    fn try_from(wire: Wire) -> Result<Self, String> {
        let mut value = wire.value.as_deref().map(PublishedAt::from_str).transpose()?;
        if let (Some(PublishedAt::Moment { precision, .. }), Some(written)) = (&mut value, wire.precision) {
            *precision = written;
        }
        let offset = wire
            .offset
            .map(|text| {
                let seconds = offset_seconds(&text).ok_or_else(|| format!("not an offset: {text:?}"))?;
                Ok::<_, String>(Offset {
                    seconds,
                    basis: wire.offset_basis.unwrap_or(OffsetBasis::Stated),
                    zone: wire.zone,
                })
            })
            .transpose()?;
        let alternatives =
            wire.alternatives.iter().map(|s| PublishedAt::from_str(s)).collect::<Result<_, _>>()?;
        Ok(Self { raw: wire.raw, value, offset, alternatives })
    }
}

impl FromStr for PublishedAt {
    type Err = String;

    /// Reads what `Display` writes; an offset at the end is skipped.
    ///
    /// # Errors
    ///
    /// Says what was given when it is not such a date, or no day of the calendar.
    fn from_str(s: &str) -> Result<Self, String> {
        let wrong = || format!("not an ISO 8601 date of known precision: {s:?}");
        if let Some((date, time)) = s.split_once('T') {
            let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| wrong())?;
            let end = time.find(['+', '-', 'Z']).unwrap_or(time.len());
            let (clock, precision) = match time.get(..end).ok_or_else(wrong)? {
                hm if hm.len() == 5 => (format!("{hm}:00"), Precision::Minute),
                hms => (hms.to_owned(), Precision::Second),
            };
            let time = chrono::NaiveTime::parse_from_str(&clock, "%H:%M:%S%.f").map_err(|_| wrong())?;
            return Ok(Self::Moment { local: date.and_time(time), precision });
        }
        match s.len() {
            4 => s.parse().map(Self::Year).map_err(|_| wrong()),
            7 => {
                let day = NaiveDate::parse_from_str(&format!("{s}-01"), "%Y-%m-%d").map_err(|_| wrong())?;
                Ok(Self::Month { year: day.year(), month: day.month() })
            }
            _ => NaiveDate::parse_from_str(s, "%Y-%m-%d").map(Self::Day).map_err(|_| wrong()),
        }
    }
}

/// Seconds east of UTC of `+HH:MM`, `+HHMM`, `+HH` or `Z`.
fn offset_seconds(text: &str) -> Option<i32> {
    if text == "Z" {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = text.get(1..)?.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    (hours <= 18 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}
