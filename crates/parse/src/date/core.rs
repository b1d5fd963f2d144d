//! Reads the day itself: year, month and day in all the orders in which they are printed.

use super::calendar::{era, gregorian_year};
use super::lexer::{Kind, Lexed};
use super::named::{day_month, month_day, vietnamese, vietnamese_month, year_month_word};
use super::numeric::{compact, numeric, numeric_short, year_first};

/// What was read, before impossible days are refused and open orders settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Day {
        year: i32,
        month: u32,
        day: u32,
    },
    /// A day of the Persian calendar.
    Persian {
        year: i32,
        month: u32,
        day: u32,
    },
    /// A numeric date with slashes or hyphens: the two first numbers are day and month, in an order not yet known.
    Open {
        first: u32,
        second: u32,
        year: i32,
    },
    Month {
        year: i32,
        month: u32,
    },
    MonthDay {
        month: u32,
        day: u32,
    },
    OpenMonthDay {
        first: u32,
        second: u32,
    },
}

/// A day found in the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Core {
    pub(super) shape: Shape,
    /// The year was written with two digits.
    pub(super) century: bool,
    /// Counts only beside a label, a weekday or a time: too short to be sure of ("1/14", "2021-05").
    pub(super) weak: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The token after it.
    pub(super) next: usize,
}

/// The day that begins at token `i`.
pub(super) fn core(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    match lexed.kind(i)? {
        Kind::Num { .. } => {
            if number_goes_on(lexed, i) {
                return None;
            }
            signs(lexed, i, i, None)
                .or_else(|| year_first(lexed, i))
                .or_else(|| numeric(lexed, i))
                .or_else(|| day_month(lexed, i))
                .or_else(|| year_month_word(lexed, i))
                .or_else(|| vietnamese(lexed, i))
                .or_else(|| numeric_short(lexed, i))
                .or_else(|| compact(lexed, i))
        }
        Kind::Word => month_day(lexed, i).or_else(|| vietnamese_month(lexed, i)),
        Kind::Mark(sign) => {
            if !matches!(sign, '令' | '平' | '昭' | '大' | '明' | '民' | '中') {
                return None;
            }
            let (len, before) = era(lexed.line.get(lexed.start(i)..)?)?;
            let mut number = i;
            while lexed.start(number) < lexed.start(i) + len {
                number += 1;
            }
            signs(lexed, i, number, Some(before))
        }
    }
}

/// Whether the number at `i` is the tail of a longer one: "1.2.2013.4", "v1.2.13", "$12", "555-12-2020".
fn number_goes_on(lexed: &Lexed<'_>, i: usize) -> bool {
    if !lexed.glued(i) {
        return false;
    }
    match lexed.kind(i - 1) {
        Some(Kind::Mark('.' | '/' | '-' | ':' | ',')) => {
            i >= 2 && lexed.glued(i - 1) && lexed.num(i - 2).is_some()
        }
        Some(Kind::Mark('$' | '€' | '£' | '¥' | '#' | '+')) => true,
        Some(Kind::Word) => lexed.text(i - 1).eq_ignore_ascii_case("v"),
        _ => false,
    }
}

pub(super) fn found(lexed: &Lexed<'_>, from: usize, next: usize, shape: Shape) -> Core {
    let last = next.saturating_sub(1).max(from);
    Core { shape, century: false, weak: false, start: lexed.start(from), end: lexed.end(last), next }
}

/// Two-digit years: this century up to 69.
pub(super) fn century(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// `2023年5月1日`, `5月1日`, `2023년 5월 1일`, `令和5年6月29日`, `民國109年3月`; `number` is the first number, `from` the first token.
fn signs(lexed: &Lexed<'_>, from: usize, number: usize, era: Option<i32>) -> Option<Core> {
    let sign = |at: usize, han: &[char], hangul: &str| {
        lexed.is_mark(at, han) || (lexed.kind(at) == Some(Kind::Word) && lexed.text(at).starts_with(hangul))
    };
    let mut at = number;
    let mut year = None;
    let mut two_digits = false;
    let first_year = era.is_some() && lexed.is_mark(at, &['元']);
    if (first_year || lexed.num(at).is_some()) && sign(at + 1, &['年'], "년") {
        let (value, digits) = if first_year { (1, 1) } else { lexed.num(at)? };
        year = Some(match (era, digits) {
            (Some(before), 1..=3) => before + i32::try_from(value).ok()?,
            (None, 4) => gregorian_year(value)?,
            // Newspapers of Taiwan count from 1912 and often leave the era out.
            (None, 3) if (90..=139).contains(&value) => 1911 + i32::try_from(value).ok()?,
            (None, 2) => {
                two_digits = true;
                century(value)?
            }
            _ => return None,
        });
        at += 2;
    } else if era.is_some() {
        return None;
    }
    let month = lexed.small(at, 1, 12).filter(|_| sign(at + 1, &['月'], "월"))?;
    let day = lexed.small(at + 2, 1, 31).filter(|_| sign(at + 3, &['日', '号', '號'], "일"));
    let shape = match (year, day) {
        (Some(year), Some(day)) => Shape::Day { year, month, day },
        (Some(year), None) => Shape::Month { year, month },
        (None, Some(day)) => Shape::MonthDay { month, day },
        (None, None) => return None,
    };
    let next = if day.is_some() { at + 4 } else { at + 2 };
    let mut core = Core { century: two_digits, ..found(lexed, from, next, shape) };
    if let (Some(Kind::Word), Some(sign)) = (lexed.kind(next - 1), lexed.text(next - 1).chars().next()) {
        // Korean particles hang on the sign: 1일자.
        core.end = lexed.start(next - 1) + sign.len_utf8();
    }
    Some(core)
}
