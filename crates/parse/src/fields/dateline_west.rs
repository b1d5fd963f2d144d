//! Datelines in letters with words between spaces: Latin, Cyrillic, Greek, Arabic, Hebrew, Indian.

use std::ops::Range;

use super::agency::agency_at_start;
use super::dateline::DatelineRead;
use super::dateline_bare::{bare, without_mark};
use super::dateline_head::{classify, whole_date};
use super::dateline_mark::by_mark;
use super::dateline_place::is_caseless;
use super::dateline_strength::strength;
use super::signs::Signs;
use crate::lines::range_in;

/// The mark that closes a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Dash,
    Colon,
    /// The full stop of Indian letters.
    Danda,
    /// A bracket or slash closed and nothing more came.
    Closer,
    Stop,
}

/// What stands before the mark.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head<'t> {
    pub(super) place: Option<&'t str>,
    pub(super) date: Option<&'t str>,
    pub(super) agency: Option<&'t str>,
    /// The agency stood in brackets or slashes.
    pub(super) bracketed: bool,
    /// Who filed it, where the town's line says so.
    pub(super) reporter: Option<&'t str>,
    /// A staff mark stood before the town, as Hindi papers print it.
    pub(super) staff: bool,
}

/// Signs that close a dateline, and letters that share their bytes.
const MARKS: Signs =
    Signs::STOP.or(Signs::COLON).or(Signs::SLASH).or(Signs::DASH).or(Signs::BRACKET).or(Signs::BEYOND);

/// Reads a text whose signs are told.
pub(super) fn read(text: &str, signs: Signs) -> Option<DatelineRead> {
    let marked = signs.any(MARKS);
    if !marked {
        // Without a mark the day closes a dateline, or the town is all there is.
        let dated = signs.any(Signs::COMMA) && signs.any(Signs::FIGURE.or(Signs::OTHER_FIGURE));
        if let Some(read) = if dated { without_mark(text) } else { None } {
            return Some(behind_mark(text, read));
        }
        return bare(text).map(|read| behind_mark(text, read));
    }
    if let Some(read) = keyed(text) {
        return Some(read);
    }
    let read = by_mark(text).or_else(|| without_mark(text)).or_else(|| bare(text))?;
    Some(behind_mark(text, read))
}

/// What of the dateline stands behind its mark.
fn behind_mark(text: &str, mut read: DatelineRead) -> DatelineRead {
    if read.strength < 0.4 {
        return read;
    }
    // `МОСКВА, 5 мая — РИА Новости. Дорога`: the agency is a sentence of its own behind the mark.
    if read.agency.is_none()
        && read.place.is_some()
        && read.strength >= 0.4
        && let Some(range) = agency_at_start(&text[read.end..])
    {
        let (from, to) = (range.start + read.end, range.end + read.end);
        if text[to..].starts_with(". ") {
            read.agency = Some(from..to);
            read.raw.end = to;
            read.end = to + 2;
            read.strength = read.strength.max(0.95);
        }
    }
    // `HILLS TOWN -- May 3, 2023` alone on its line: the day closes it.
    if read.date.is_none()
        && read.place.is_some()
        && read.strength >= 0.4
        && let Some(date) = whole_date(&text[read.end..])
    {
        let date = range_in(text, date);
        read.raw.end = date.end;
        read.date = Some(date);
        read.end = text.len();
        read.alone = true;
        read.strength = read.strength.max(0.95);
        return read;
    }
    // `(ANSA) - ROMA, 28 LUG - `, `ROMA - (ANSA) - `, `TOWN -- May 3, 2023 -- `: two marks, one dateline.
    if read.strength >= 0.4
        && read.end < text.len()
        && let Some(next) = by_mark(&text[read.end..])
    {
        let apart = !(read.place.is_some() && next.place.is_some()
            || read.date.is_some() && next.date.is_some()
            || read.agency.is_some() && next.agency.is_some());
        // Behind an agency a town needs less: `خبرگزاری البرز - سروستان: `.
        let behind_agency = read.place.is_none() && read.agency.is_some() && next.strength >= 0.2;
        let caseless = next.place.clone().is_some_and(|p| text[read.end..][p].starts_with(is_caseless));
        let sure = next.strength >= 0.6 && (next.place.is_none() || next.strength >= 0.85)
            || behind_agency && (caseless || next.strength >= 0.55);
        if apart && sure {
            let by = read.end;
            let shift = |r: Range<usize>| r.start + by..r.end + by;
            read.raw.end = next.raw.end + by;
            read.place = read.place.or(next.place.map(shift));
            read.date = read.date.or(next.date.map(shift));
            read.agency = read.agency.or(next.agency.map(shift));
            read.strength = read.strength.max(next.strength).max(0.95);
            read.end = next.end + by;
        }
    }
    read
}

/// `DATELINE: NORTHPORT, May 3 2013` of a database export.
fn keyed(text: &str) -> Option<DatelineRead> {
    let key = text.get(..9).filter(|k| k.eq_ignore_ascii_case("dateline:"))?;
    let value = text[key.len()..].trim();
    if value.is_empty() {
        return None;
    }
    let head = classify(value).unwrap_or(Head { place: Some(value), ..Head::default() });
    Some(sure(text, value, text.len(), head, 0.97))
}

pub(super) fn build(text: &str, raw: &str, end: usize, head: Head<'_>, mark: Mark) -> DatelineRead {
    let strength = strength(&head, mark, text[end..].trim_start());
    sure(text, raw, end, head, strength)
}

/// A dateline of which it is known how certain it is.
pub(super) fn sure(text: &str, raw: &str, end: usize, head: Head<'_>, strength: f32) -> DatelineRead {
    DatelineRead {
        raw: range_in(text, raw),
        end,
        place: head.place.map(|p| with_dot(text, p)),
        date: head.date.map(|p| range_in(text, p)),
        agency: head.agency.map(|p| range_in(text, p)),
        reporters: head.reporter.map(|r| range_in(text, r)).into_iter().collect(),
        alone: text[end..].trim_start().is_empty(),
        strength,
    }
}

/// The dot of a region's short form belongs to the place: `LAKE TOWN, Minn.`
fn with_dot(text: &str, place: &str) -> Range<usize> {
    let range = range_in(text, place);
    let region = place.rsplit_once(',').map_or("", |(_, r)| r.trim());
    let short = (1..=5).contains(&region.chars().count()) && !region.contains(' ');
    let dotted = short && text[range.end..].starts_with('.') && !text[range.end..].starts_with(".-");
    range.start..range.end + usize::from(dotted)
}
