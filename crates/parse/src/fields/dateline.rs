//! The dateline: town, day and agency before the first sentence of a report.

use std::ops::Range;

use super::dateline_date::{date_len, digit};
use super::dateline_places::is_known_place;
use super::signs::Signs;
use super::{dateline_east, dateline_house, dateline_west};
use crate::folded;
use crate::folded::is_letter;
use crate::lines::{is_blank_char, range_in};

/// A dateline and its parts, byte ranges into the paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DatelineRead {
    /// As written, without the closing mark.
    pub(crate) raw: Range<usize>,
    /// Where the sentence begins.
    pub(crate) end: usize,
    /// Town, with region or country where written.
    pub(crate) place: Option<Range<usize>>,
    /// Day, as written.
    pub(crate) date: Option<Range<usize>>,
    /// Agency or paper, without brackets.
    pub(crate) agency: Option<Range<usize>>,
    /// Reporters named inside the dateline, as papers of the far East do.
    pub(crate) reporters: Vec<Range<usize>>,
    /// Nothing follows on the line: the report begins on the next.
    pub(crate) alone: bool,
    /// How certain from form alone, 0 to 1.
    pub(crate) strength: f32,
}

/// How far into a paragraph a dateline can reach, in bytes.
const REACH: usize = 240;

/// Reads the dateline that a paragraph opens with.
///
/// Doubtful shapes (`Neustadt. Die …`, `Note: …`) come back with a low `strength`, for the caller to weigh against the
/// line's place in the document.
pub(crate) fn read_dateline(paragraph: &str) -> Option<DatelineRead> {
    let start = lead_in(paragraph);
    let text = &paragraph[start..];
    let first = text.chars().next()?;
    let head = &text[..floor_boundary(text, REACH)];
    let signs = Signs::of(head);
    let figures = head.len() < text.len() || signs.any(Signs::FIGURE.or(Signs::OTHER_FIGURE));
    if figures && let Some(read) = after_stored_date(text) {
        return Some(finished(moved(read, start), paragraph));
    }
    // Most paragraphs end here: no dateline opens with a small letter, a bullet or a quotation mark.
    let none = matches!(
        first,
        '"' | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '\''
            | '‘'
            | '「'
            | '『'
            | '*'
            | '•'
            | '-'
            | '–'
            | '—'
            | '·'
    );
    if none || first.is_lowercase() && !dateline_house::opens_with_site(text) {
        return None;
    }
    let read = dateline_east::read(head)
        .or_else(|| dateline_west::read(head, signs))
        .or_else(|| after_date_line(head))?;
    Some(finished(moved(read, start), paragraph))
}

/// The sentence's beginning in the whole paragraph, which may be longer than what was looked at.
fn finished(mut read: DatelineRead, paragraph: &str) -> DatelineRead {
    // A town's initials before a full stop can be taken for its abbreviation, stop and all.
    for part in [&read.place, &read.date, &read.agency].into_iter().flatten() {
        read.raw = read.raw.start.min(part.start)..read.raw.end.max(part.end);
    }
    read.end = read.end.max(read.raw.end);
    read.end =
        (read.end..=paragraph.len()).find(|at| paragraph.is_char_boundary(*at)).unwrap_or(paragraph.len());
    let rest = &paragraph[read.end..];
    read.end += rest.len() - rest.trim_start().len();
    read.alone = rest.trim().is_empty();
    read
}

/// How likely the whole short line, of which `read` was read, is a dateline that stands alone above its paragraph.
pub(crate) fn strength_alone(line: &str, read: Option<&DatelineRead>) -> f32 {
    let trimmed = line.trim();
    if trimmed.len() != line.len() {
        return strength_alone_as_read(trimmed, read_dateline(trimmed).as_ref());
    }
    strength_alone_as_read(line, read)
}

fn strength_alone_as_read(line: &str, read: Option<&DatelineRead>) -> f32 {
    if line.len() > REACH || line.chars().count() > 80 {
        return 0.0;
    }
    read.filter(|read| read.alone).map_or(0.0, |read| read.strength)
}

/// White space and the marks that stand before a dateline without meaning: the bar of a table's cell, the sign of a quoted mail.
fn lead_in(text: &str) -> usize {
    let bare = text.trim_start_matches(is_blank_char);
    let quoted = bare.strip_prefix(['|', '>']).filter(|rest| rest.starts_with(is_blank_char));
    text.len() - quoted.map_or(bare, |rest| rest.trim_start_matches(is_blank_char)).len()
}

/// A day that stands before the dateline, put there by whoever stored the text (`date 2021-05-03 NORTHPORT — `) or left
/// over from a date line (`May 3, 2021 NORTHPORT (AP) — `). It is no part of the dateline.
fn after_stored_date(text: &str) -> Option<DatelineRead> {
    let keyed = text.strip_prefix("date ").unwrap_or(text).trim_start();
    let first = keyed.chars().next()?;
    if digit(first).is_none() && !first.is_uppercase() {
        return None;
    }
    // A stored month has no day: `2021-05`.
    let month = keyed
        .get(..7)
        .filter(|m| m.bytes().enumerate().all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() }));
    let len = date_len(keyed).or(month.map(str::len))?;
    let figures = keyed[..len].chars().filter(|c| digit(*c).is_some()).count();
    let rest = keyed[len..].trim_start();
    let spaced = rest.len() < keyed.len() - len;
    if figures < 5 || !spaced || !rest.starts_with(is_letter) {
        return None;
    }
    let head = &rest[..floor_boundary(rest, REACH)];
    let read = dateline_east::read(head).or_else(|| dateline_west::read(head, Signs::of(head)))?;
    let by = range_in(text, rest).start;
    (read.strength >= 0.85 && read.place.is_some()).then(|| moved(read, by))
}

/// A date line lost its line end: `Updated: 2008-10-28 23:12 NORTHPORT -- The`.
fn after_date_line(head: &str) -> Option<DatelineRead> {
    let clock = memchr::memchr(b':', &head.as_bytes()[..head.len().min(60)])?;
    // The last clock time of the opening, the town behind it.
    let mut end = None;
    for (at, _) in head.match_indices(':').take_while(|(at, _)| *at < 60) {
        let before = head[..at].chars().next_back().and_then(digit);
        let minutes = head.get(at + 1..at + 3).filter(|m| m.bytes().all(|b| b.is_ascii_digit()));
        if before.is_some() && minutes.is_some() {
            end = Some(at + 3);
        }
    }
    let end = end?;
    if !head[..clock.max(end)].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = head[end..].trim_start();
    let start = head.len() - rest.len();
    // Only the surest shape: the rest of a date line is full of words.
    let read =
        dateline_west::read(rest, Signs::of(rest)).filter(|r| r.strength >= 0.85 && r.place.is_some())?;
    Some(moved(read, start))
}

fn moved(read: DatelineRead, by: usize) -> DatelineRead {
    let shift = |r: Range<usize>| r.start + by..r.end + by;
    DatelineRead {
        raw: shift(read.raw),
        end: read.end + by,
        place: read.place.map(shift),
        date: read.date.map(shift),
        agency: read.agency.map(shift),
        reporters: read.reporters.into_iter().map(shift).collect(),
        ..read
    }
}

/// The largest char boundary that is not over `at`.
pub(super) fn floor_boundary(text: &str, at: usize) -> usize {
    if at >= text.len() || text.is_char_boundary(at) {
        return at.min(text.len());
    }
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// Known town, for the readers of both halves of the world.
pub(super) fn is_town(name: &str) -> bool {
    if memchr::memchr(b'/', name.as_bytes()).is_none() {
        return is_known_place(folded::trim(name));
    }
    name.split('/').all(|part| is_known_place(folded::trim(part)))
}

#[cfg(test)]
#[path = "dateline_tests.rs"]
mod tests;
