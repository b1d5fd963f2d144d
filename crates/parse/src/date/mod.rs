//! Finds and reads dates in one line of text, in the languages and calendars of the world's newspapers.
//!
//! A line is cut into tokens ([`lexer`]), pieces are found in them ([`atoms`]: days, times, zones, weekdays, labels)
//! and joined into dates ([`compose`]). Lines without a digit or a date word cost one pass over their bytes.

mod atoms;
mod calendar;
mod clock;
mod compose;
mod core;
mod fold;
mod labels;
mod lexer;
mod marks;
mod months;
mod named;
mod numeric;
mod reading;
mod residue;
#[cfg(test)]
mod tests;
mod weekdays;
mod windows;
mod words;

use std::ops::Range;

use chrono::{FixedOffset, NaiveDate};
use wirecopy_model::{Offset, PublishedAt};

#[cfg(test)]
pub(crate) use residue::Residue;
pub(crate) use residue::{lone_label, residue};

use self::core::Shape;
use crate::DateOrder;
use crate::folded::is_letter;
use atoms::{Atom, Piece, atoms};
use lexer::Lexed;

/// What is known beside the line itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// The caller's order of day and month.
    pub(crate) order: DateOrder,
    /// Whether the document writes the day first, as its other dates or its language say.
    pub(crate) day_first_hint: Option<bool>,
    /// The day against which relative dates are resolved.
    pub(crate) reference: Option<NaiveDate>,
    /// The zone of times that state none.
    pub(crate) assume_zone: Option<FixedOffset>,
}

/// What the words before a date say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// "Published", "Erschienen am", "입력".
    Published,
    /// "Updated", "Stand:", "最終更新".
    Updated,
}

/// How complete a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// With its year.
    Absolute,
    /// Without a year; the value is there only when the line names the year elsewhere.
    MonthDay,
    /// A time of day; the value is there only behind a label and a full date of the same line.
    Time,
    /// "6 hours ago", "heute, 06:48 Uhr", "on Friday".
    Relative,
}

/// Why a date is to be taken with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Day and month could be swapped.
    Ambiguous,
    /// There is no such day.
    OutOfRange,
    /// The weekday written is not that of the day.
    WeekdayMismatch,
    /// The year was written with two digits.
    CenturyAssumed,
    /// The letters of the zone stand for several.
    AmbiguousZone,
    /// The day it is told from is not known.
    RelativeUnresolved,
}

/// A date of a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundDate {
    /// The date with its weekday, time and zone, without its label.
    pub(crate) span: Range<usize>,
    /// What the words beside it say it is.
    pub(crate) label: Option<Label>,
    /// Where these words stand.
    pub(crate) label_span: Option<Range<usize>>,
    /// How complete it is.
    pub(crate) form: Form,
    /// What it means, with the precision written.
    pub(crate) value: Option<PublishedAt>,
    /// Distance from UTC, when a zone is written or one is to be assumed.
    pub(crate) offset: Option<Offset>,
    /// Day first and month first, when that is open.
    pub(crate) alternatives: Vec<PublishedAt>,
    /// Month and day of a date without a year.
    pub(crate) month_day: Option<(u32, u32)>,
    /// Why to take it with care.
    pub(crate) doubts: Vec<Doubt>,
}

/// All dates of a line, in order, not overlapping.
///
/// In lines of more than about 160 bytes, words are looked at only near numbers: a weekday in running text is no date of publication.
pub(crate) fn scan(line: &str, context: &Context) -> Vec<FoundDate> {
    scan_parts(line, windows::windows(line), context)
}

/// [`scan`] of a line of which it is known that no figure stands in it, without knowing more.
pub(crate) fn scan_words(line: &str) -> Vec<FoundDate> {
    scan_parts(line, windows::without_figures(line), &Context::default())
}

fn scan_parts(line: &str, parts: windows::Windows<'_>, context: &Context) -> Vec<FoundDate> {
    let mut found = Vec::new();
    for part in parts {
        let may = line.get(part.clone()).is_none_or(windows::may_date);
        debug_assert!(may || read_part(line, part.clone(), context).is_empty(), "{line}");
        if may {
            let dates = read_part(line, part, context);
            if found.is_empty() { found = dates } else { found.extend(dates) }
        }
    }
    found
}

fn read_part(line: &str, part: Range<usize>, context: &Context) -> Vec<FoundDate> {
    let lexed = Lexed::new(line, part);
    let atoms = atoms(&lexed);
    if atoms.is_empty() { Vec::new() } else { compose::compose(line, &atoms, context) }
}

/// What a line's numeric dates say about the order of day and month: day first, month first, or nothing.
pub(crate) fn order_evidence(line: &str) -> Option<bool> {
    if !may_order(line.as_bytes()) || !windows::has_digit(line) {
        return None;
    }
    for part in windows::windows(line) {
        let lexed = Lexed::new(line, part);
        let says = evidence(line, &atoms(&lexed));
        if says.is_some() {
            return says;
        }
    }
    None
}

/// Whether a slash or a hyphen stands in the line between two digits, blanks aside: nothing else leaves the order open. Their
/// wider forms open with two bytes of their own, and other digits than those of ASCII with many.
fn may_order(line: &[u8]) -> bool {
    let beside = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_digit() || !byte.is_ascii());
    let mut from = 0;
    while let Some(found) = line[from..].iter().position(|b| matches!(b, b'/' | b'-' | 0xe2 | 0xef)) {
        let at = from + found;
        let is = match line[at..] {
            [b'/' | b'-', ..] => {
                beside(line[..at].iter().rfind(|b| **b > b' '))
                    && beside(line[at + 1..].iter().find(|b| **b > b' '))
            }
            // The wide slash and that of division, the wide hyphen, those of other lengths, the minus.
            [0xef, 0xbc, 0x8d | 0x8f, ..] | [0xe2, 0x88, 0x92 | 0x95, ..] | [0xe2, 0x80, 0x90 | 0x91, ..] => {
                true
            }
            _ => false,
        };
        if is {
            return true;
        }
        from = at + 1;
    }
    false
}

fn evidence(line: &str, atoms: &[Atom]) -> Option<bool> {
    for (n, atom) in atoms.iter().enumerate() {
        let Piece::Day(core) = atom.piece else { continue };
        let text = line.get(core.start..core.end).unwrap_or_default();
        match core.shape {
            Shape::Open { first, second, year } => {
                let neighbours = [n.checked_sub(1).and_then(|n| atoms.get(n)), atoms.get(n + 1)];
                let weekday = neighbours.into_iter().flatten().find_map(|a| match a.piece {
                    Piece::Weekday { day, weak: false } => Some(day),
                    _ => None,
                });
                let readings = [
                    NaiveDate::from_ymd_opt(year, second, first),
                    NaiveDate::from_ymd_opt(year, first, second),
                ];
                if let Some(says) = reading::weekday_says(readings, weekday) {
                    return Some(says);
                }
            }
            Shape::Day { day, month, .. }
                if day > 12 && text.contains(['/', '-']) && !text.contains(is_letter) =>
            {
                let mut numbers = text.split(|c: char| !c.is_numeric()).filter(|w| !w.is_empty());
                let first = numbers.next().map(str::len);
                // Year first says nothing.
                if first.is_some_and(|len| len <= 2) {
                    let lead = text.get(..first?).and_then(|t| t.parse::<u32>().ok());
                    if lead == Some(day) {
                        return Some(true);
                    }
                    if lead == Some(month) {
                        return Some(false);
                    }
                }
            }
            _ => {}
        }
    }
    None
}
