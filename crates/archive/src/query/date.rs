use std::ops::Range;

use chrono::{Months, NaiveDate, NaiveTime};

use super::error;
use crate::error::QueryError;

/// A span of days: its first day and the day after its last.
type Days = Range<NaiveDate>;

/// The value of `published:` as bounds in seconds: a year, month or day, or two of them with `..` between, one of which
/// may be left out.
pub(super) fn published(value: &str, span: Range<usize>) -> Result<(Option<i64>, Option<i64>), QueryError> {
    let Some((from, to)) = value.split_once("..") else {
        let days = days(value, span)?;
        return Ok((Some(seconds(days.start)), Some(seconds(days.end))));
    };
    let bound = |text: &str| (!text.is_empty()).then(|| days(text, span.clone())).transpose();
    let (from, to) = (bound(from)?, bound(to)?);
    match (&from, &to) {
        (None, None) => return Err(not_a_date("..", span)),
        (Some(from), Some(to)) if from.start >= to.end => {
            let help = "write the earlier date first".to_owned();
            return Err(error("this ends before it begins", span, help));
        }
        _ => {}
    }
    Ok((from.map(|days| seconds(days.start)), to.map(|days| seconds(days.end))))
}

/// The first second of the date, for `before:`.
pub(super) fn start(value: &str, span: Range<usize>) -> Result<i64, QueryError> {
    days(value, span).map(|days| seconds(days.start))
}

/// The first second after the date, for `after:`.
pub(super) fn end(value: &str, span: Range<usize>) -> Result<i64, QueryError> {
    days(value, span).map(|days| seconds(days.end))
}

fn days(value: &str, span: Range<usize>) -> Result<Days, QueryError> {
    read(value).ok_or_else(|| not_a_date(value, span))
}

fn read(value: &str) -> Option<Days> {
    let mut parts = value.split(['-', '/']).map(|part| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    });
    let year = parts.next()??;
    let year =
        i32::try_from(year).ok().filter(|_| value.bytes().take_while(u8::is_ascii_digit).count() == 4)?;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() || year == 0 {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(Some(1))?, day.unwrap_or(Some(1))?)?;
    let after = match (month, day) {
        (None, _) => first.checked_add_months(Months::new(12))?,
        (_, None) => first.checked_add_months(Months::new(1))?,
        _ => first.succ_opt()?,
    };
    Some(first..after)
}

fn seconds(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp()
}

fn not_a_date(value: &str, span: Range<usize>) -> QueryError {
    let help = "write 2018, 2018-07 or 2018-07-14, or a range such as 2018-07..2018-09".to_owned();
    error(format!("`{value}` is no date"), span, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn dates_and_ranges() {
        let read = |value: &str| published(value, 0..value.len()).ok();
        assert_eq!(read("1970"), Some((Some(0), Some(365 * DAY))));
        assert_eq!(read("1970-02"), Some((Some(31 * DAY), Some(59 * DAY))));
        assert_eq!(read("1970/01/02"), Some((Some(DAY), Some(2 * DAY))));
        assert_eq!(read("1970-01..1970-02"), Some((Some(0), Some(59 * DAY))));
        assert_eq!(read("1970.."), Some((Some(0), None)));
        assert_eq!(read("..1970-1-1"), Some((None, Some(DAY))));
        assert_eq!(read("1970-01-01..1970"), Some((Some(0), Some(365 * DAY))));
        for wrong in [
            "",
            "..",
            "18",
            "2018-13",
            "2018-02-30",
            "2018-7-1-1",
            "0000",
            "1971..1970",
            "2018...",
            "July",
            "20180714",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
