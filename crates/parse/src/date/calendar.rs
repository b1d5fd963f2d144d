//! Other calendars, turned into the Gregorian one.

use chrono::{Days, NaiveDate};

/// Years that are taken for years of the Persian calendar in a numeric date: 1921 to 2040. Later ones are rather Islamic.
pub(super) const PERSIAN_YEARS: std::ops::RangeInclusive<u32> = 1300..=1419;

/// The Gregorian day of a day of the Persian solar calendar.
///
/// The 33-year cycle of leap years gives the civil calendar for all years that newspapers have been printed in Iran.
pub(super) fn persian(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let longest = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 if is_persian_leap(year) => 30,
        12 => 29,
        _ => return None,
    };
    if day == 0 || day > longest || !(1200..=1600).contains(&year) {
        return None;
    }
    // 1 Farvardin 1300 was 21 March 1921.
    let mut days: i64 = 0;
    for y in 1300..year {
        days += if is_persian_leap(y) { 366 } else { 365 };
    }
    for y in year..1300 {
        days -= if is_persian_leap(y) { 366 } else { 365 };
    }
    let months = i64::from(month - 1);
    days += months * 30 + months.min(6) + i64::from(day) - 1;
    let start = NaiveDate::from_ymd_opt(1921, 3, 21)?;
    if days >= 0 {
        start.checked_add_days(Days::new(days.unsigned_abs()))
    } else {
        start.checked_sub_days(Days::new(days.unsigned_abs()))
    }
}

fn is_persian_leap(year: i32) -> bool {
    matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

/// First Gregorian year of an era that is written before the year, and the signs of the era.
static ERAS: &[(&str, i32)] = &[
    ("令和", 2019),
    ("平成", 1989),
    ("昭和", 1926),
    ("大正", 1912),
    ("明治", 1868),
    ("民國", 1912),
    ("民国", 1912),
    ("中華民國", 1912),
];

/// The era that the text begins with: the length of its name and the year before its first.
pub(super) fn era(text: &str) -> Option<(usize, i32)> {
    ERAS.iter().find(|(name, _)| text.starts_with(name)).map(|(name, first)| (name.len(), first - 1))
}

/// A year as the Gregorian calendar counts it: years of the Buddhist era stand 543 higher.
pub(super) fn gregorian_year(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match year {
        1500..=2199 => Some(year),
        2400..=2699 => Some(year - 543),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_days_fall_where_the_iranian_calendar_puts_them() {
        let day = |y, m, d| persian(y, m, d).map(|d| d.to_string());
        assert_eq!(day(1399, 1, 1).as_deref(), Some("2020-03-20"));
        assert_eq!(day(1399, 12, 30).as_deref(), Some("2021-03-20"));
        assert_eq!(day(1400, 1, 1).as_deref(), Some("2021-03-21"));
        assert_eq!(day(1403, 1, 1).as_deref(), Some("2024-03-20"));
        assert_eq!(day(1357, 11, 22).as_deref(), Some("1979-02-11"));
        assert_eq!(day(1400, 12, 30), None);
    }
}
