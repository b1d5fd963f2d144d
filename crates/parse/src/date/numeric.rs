//! Days written in numbers only.

use super::calendar::{PERSIAN_YEARS, gregorian_year};
use super::core::{Core, Shape, century, found};
use super::lexer::{Kind, Lexed};

/// A separator of numeric dates between token `i` and `i + 1`, blanks around it allowed.
fn separator(lexed: &Lexed<'_>, i: usize) -> Option<char> {
    lexed.mark(i).filter(|c| matches!(c, '-' | '/' | '.'))
}

/// `2018-07-14`, `2018/7/15`, `2024.03.31`, `2020. 08. 18.`, `1402/03/12`, `2021-05`.
pub(super) fn year_first(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (year, 4) = lexed.num(i)? else { return None };
    let sep = separator(lexed, i + 1)?;
    let month = lexed.small(i + 2, 1, 12)?;
    let spaced = !lexed.glued(i + 1) || !lexed.glued(i + 2);
    if separator(lexed, i + 3) == Some(sep) {
        let (day, digits) = lexed.num(i + 4)?;
        let glued = lexed.glued(i + 3) && lexed.glued(i + 4);
        if digits > 2
            || day == 0
            || day > 31
            || chain_goes_on(lexed, i + 5, sep)
            || ((spaced || !glued) && sep == '-')
        {
            return None;
        }
        let shape = if PERSIAN_YEARS.contains(&year) {
            Shape::Persian { year: i32::try_from(year).ok()?, month, day }
        } else {
            Shape::Day { year: gregorian_year(year)?, month, day }
        };
        return Some(found(lexed, i, i + 5, shape));
    }
    // Year and month alone look like a range or a score: only a label makes them a date.
    let (_, digits) = lexed.num(i + 2)?;
    if sep == '.' || spaced || digits != 2 || lexed.glued(i + 3) && lexed.kind(i + 3) != Some(Kind::Mark(','))
    {
        return None;
    }
    let shape = Shape::Month { year: gregorian_year(year)?, month };
    Some(Core { weak: true, ..found(lexed, i, i + 3, shape) })
}

/// Whether a numeric date goes on with another part, as versions and telephone numbers do.
fn chain_goes_on(lexed: &Lexed<'_>, i: usize, sep: char) -> bool {
    lexed.mark(i) == Some(sep) && lexed.glued(i) && lexed.glued(i + 1) && lexed.num(i + 1).is_some()
        || lexed.is_mark(i, &['%', '€', '$'])
}

/// `28.04.2023`, `03/04/2018`, `12-12-2017`, `21.07.25`.
pub(super) fn numeric(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (first, one) = lexed.num(i)?;
    let sep = separator(lexed, i + 1)?;
    let (second, two) = lexed.num(i + 2)?;
    if one > 2
        || two > 2
        || first == 0
        || second == 0
        || first > 31
        || second > 31
        || separator(lexed, i + 3)? != sep
    {
        return None;
    }
    let (mut year, mut digits) = lexed.num(i + 4)?;
    let glued = (i + 1..i + 5).all(|at| lexed.glued(at));
    let mut end = lexed.end(i + 4);
    if digits == 5 && lexed.end(i + 4) - lexed.start(i + 4) == 5 {
        // The next number lost its blank: "3.5.20215 min".
        (year, digits, end) = (year / 10, 4, end - 1);
    }
    let (year, two_digits) = match digits {
        4 => (gregorian_year(year)?, false),
        // Blanks, single-digit hyphens and versions ("Firmware 1.2.13") make two digits too doubtful.
        2 if glued && (sep != '-' || one == 2 && two == 2) && !after_version(lexed, i) => {
            (century(year)?, true)
        }
        _ => return None,
    };
    if !glued && sep == '-' || chain_goes_on(lexed, i + 5, sep) {
        return None;
    }
    let shape = match (first, second) {
        (1..=31, 1..=12) if sep == '.' => Shape::Day { year, month: second, day: first },
        _ if sep == '.' => return None,
        (13.., 13..) => return None,
        (13.., _) => Shape::Day { year, month: second, day: first },
        (_, 13..) => Shape::Day { year, month: first, day: second },
        _ if first == second => Shape::Day { year, month: second, day: first },
        _ => Shape::Open { first, second, year },
    };
    Some(Core { century: two_digits, end, ..found(lexed, i, i + 5, shape) })
}

fn after_version(lexed: &Lexed<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = lexed.text(before);
    ["version", "firmware", "release", "ios", "android", "build", "kernel", "windows", "section"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}

/// `1/14 21:17`, `09-30 22:46`, `18. 7.`, `03.05. 14:20`: no year. Too short to stand alone.
pub(super) fn numeric_short(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (first, one) = lexed.num(i)?;
    let sep = separator(lexed, i + 1)?;
    let (second, two) = lexed.num(i + 2)?;
    if one > 2 || two > 2 || first == 0 || second == 0 || first > 31 || second > 31 {
        return None;
    }
    let glued = lexed.glued(i + 1) && lexed.glued(i + 2);
    if lexed.glued(i + 3) && lexed.is_mark(i + 3, &['/', '-', '%', ',', '$', '€']) {
        return None;
    }
    let mut next = i + 3;
    let shape = match sep {
        '.' => {
            let dot = lexed.mark(i + 3) == Some('.') && lexed.glued(i + 3);
            if !dot || second > 12 {
                return None;
            }
            next = i + 4;
            Shape::MonthDay { month: second, day: first }
        }
        '-' if glued && one == 2 && two == 2 && first <= 12 => Shape::MonthDay { month: first, day: second },
        '/' if glued => match (first, second) {
            (13.., 13..) => return None,
            (13.., _) => Shape::MonthDay { month: second, day: first },
            (_, 13..) => Shape::MonthDay { month: first, day: second },
            _ if first == second => Shape::MonthDay { month: first, day: second },
            _ => Shape::OpenMonthDay { first, second },
        },
        _ => return None,
    };
    Some(Core { weak: true, ..found(lexed, i, next, shape) })
}

/// `20210503`: only beside a label, for it is a serial number elsewhere.
pub(super) fn compact(lexed: &Lexed<'_>, i: usize) -> Option<Core> {
    let (value, 8) = lexed.num(i)? else { return None };
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let shape = Shape::Day { year: i32::try_from(year).ok()?, month, day };
    Some(Core { weak: true, ..found(lexed, i, i + 1, shape) })
}
