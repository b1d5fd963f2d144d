//! Picture credits: who took the picture under which a caption stands, and where the caption ends.

use std::ops::Range;

use wirecopy_model::CreditKind;

use super::agency::agency_at_end;
use super::credit_assess::{Place, assess, credit, may_be_whole, opens_with_label, with_owners};
use super::credit_marks::{
    bare_agency, behind_slash, bracketed, labelled, owned, signed_behind_comma, unparted_agency,
};
use super::credit_starts::{
    ceil_boundary, has_plain_ends, is_caption_edge, is_line_edge, seen_from, starts, trimmed, unbracketed,
};
use super::signs::{Signs, has_double_space};
use crate::label::measure::is_closing_bracket;
use crate::lines::range_in;

/// A picture credit and its parts, byte ranges into the line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CreditRead {
    /// As written, brackets around it excluded, label kept.
    pub(crate) raw: Range<usize>,
    /// Without its label (`Photo:`, `©`, `撮影`): who is credited, agency and all.
    pub(crate) name: Range<usize>,
    /// What is credited, where the label says so.
    pub(crate) kind: Option<CreditKind>,
    /// Photographer or artist.
    pub(crate) person: Option<Range<usize>>,
    /// Agency, paper, archive or other body.
    pub(crate) agency: Option<Range<usize>>,
}

/// A caption line: the sentence and its credit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CaptionRead {
    /// Without the credit and the mark that sets it off.
    pub(crate) caption: Option<Range<usize>>,
    /// The credit.
    pub(crate) credit: Option<CreditRead>,
    /// How certain a credit was found, 0 to 1.
    pub(crate) strength: f32,
}

/// How long a credit can be, in bytes: no more of a long line is looked at.
const REACH: usize = 200;

/// What a shorter credit must be surer by than a longer one that ends with it, 0 to 1.
const LONGER: f32 = 0.08;

/// A credit found in a line, before it is cut up.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Where the caption ends, marks included.
    pub(super) cut: usize,
    pub(super) credit: CreditRead,
    pub(super) strength: f32,
}

/// Splits a line that is known to be a caption.
pub(crate) fn split_caption(line: &str) -> CaptionRead {
    split_found(line, find(line).as_ref())
}

/// [`split_caption`] of a line in which [`find`] was asked.
pub(crate) fn split_found(line: &str, found: Option<&Found>) -> CaptionRead {
    match found.filter(|f| f.strength >= 0.3).cloned() {
        Some(mut found) => {
            found.credit = with_owners(line, found.credit);
            let mut caption = trimmed(line, 0..found.cut, is_caption_edge);
            if caption.is_empty()
                && let Some(end) = name_before_caption(&line[found.credit.name.clone()])
            {
                let end = found.credit.name.start + end;
                caption = trimmed(line, end + 1..found.credit.name.end, is_line_edge);
                found.credit = CreditRead {
                    raw: found.credit.raw.start..end,
                    name: found.credit.name.start..end,
                    kind: found.credit.kind,
                    person: Some(found.credit.name.start..end),
                    agency: None,
                };
            }
            CaptionRead {
                caption: (!caption.is_empty()).then_some(caption),
                credit: Some(found.credit),
                strength: found.strength,
            }
        }
        None => {
            let caption = trimmed(line, 0..line.len(), is_line_edge);
            CaptionRead { caption: (!caption.is_empty()).then_some(caption), credit: None, strength: 0.0 }
        }
    }
}

/// `Foto: A B. The train leaves the valley`: where the name ends that stands before its caption. A full stop behind two
/// words or three is no initial's, and a caption has more words than a second name.
fn name_before_caption(text: &str) -> Option<usize> {
    let stop = text.find(". ")?;
    let name = text[..stop].split_whitespace();
    let rest = text[stop + 2..].split_whitespace();
    let named = (2..=3).contains(&name.clone().count())
        && name.clone().all(|word| word.starts_with(char::is_uppercase))
        && name.last().is_some_and(|word| word.chars().count() > 2);
    let caption = rest.clone().count() >= 4 && rest.clone().any(|word| word.starts_with(char::is_lowercase));
    (named && caption).then_some(stop)
}

/// Reads a line that is only a credit; None when nothing of a credit is in it.
pub(crate) fn read_credit(line: &str) -> Option<CreditRead> {
    read_found(line, find(line).as_ref())
}

/// [`read_credit`] of a line in which [`find`] was asked.
pub(crate) fn read_found(line: &str, found: Option<&Found>) -> Option<CreditRead> {
    let whole = trimmed(line, 0..line.len(), is_line_edge);
    let body = unbracketed(&line[whole]);
    if body.is_empty() {
        return None;
    }
    let whole = |found: &&Found| line[..found.cut].trim_matches(is_caption_edge).is_empty();
    if let Some(found) = found.filter(whole).cloned().or_else(|| assess(line, body, Place::Whole)) {
        return Some(with_owners(line, found.credit));
    }
    // Known to be a credit, of no shape: a restaurant, an office, a family.
    is_plain(body).then(|| with_owners(line, credit(line, body, body, None)))
}

fn is_plain(body: &str) -> bool {
    body.chars().count() <= 80 && !body.ends_with(['.', '?', '!', '。'])
}

/// What a line shows of a picture credit: a feature of any line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct CreditSigns {
    /// How likely it is, or ends in, one.
    pub(crate) strength: f32,
    /// Whether it is likely at all and nothing else is in the line.
    pub(crate) only: bool,
}

/// Looks for a credit in any line; `found` is what [`find`] says of it.
pub(crate) fn credit_signs<'f>(line: &str, found: impl FnOnce() -> Option<&'f Found>) -> CreditSigns {
    let Some(found) = may_credit(line).then(found).flatten().filter(|f| f.strength > 0.0) else {
        return CreditSigns::default();
    };
    let whole = trimmed(line, 0..line.len(), is_line_edge);
    let body = unbracketed(&line[whole]);
    let only = !body.is_empty()
        && (line[..found.cut].trim_matches(is_caption_edge).is_empty()
            || is_plain(body)
            || assess(line, body, Place::Whole).is_some());
    debug_assert_eq!(only, read_credit(line).is_some(), "{line}");
    CreditSigns { strength: found.strength, only }
}

/// Can the line hold a credit at all?
fn may_credit(line: &str) -> bool {
    let text = if has_plain_ends(line) { line } else { line.trim_end_matches(is_line_edge) };
    let Some(last) = text.chars().next_back() else { return false };
    // A paragraph ends with a full stop and holds no label: most lines end here.
    let tail = &text[ceil_boundary(text, text.len().saturating_sub(REACH))..];
    if matches!(last, '.' | '!' | '?' | '。' | '"' | '”' | '»' | '…' | '।' | '؟') && !holds_sign(tail, b'=')
    {
        return false;
    }
    if text.len() > 120
        && text.chars().count() > 120
        && last.is_lowercase()
        && !holds_sign(tail, b'|')
        && agency_at_end(text).is_none()
    {
        return false;
    }
    true
}

/// Does a colon, wide or not, a slash, a sign of copyright or one more sign of ASCII stand in the text?
fn holds_sign(text: &str, sign: u8) -> bool {
    memchr::memchr3(b':', b'/', sign, text.as_bytes()).is_some()
        || !text.is_ascii()
            && memchr::memchr2_iter(0xc2, 0xef, text.as_bytes()).any(|at| {
                text.as_bytes()[at..].starts_with("©".as_bytes())
                    || text.as_bytes()[at..].starts_with("：".as_bytes())
            })
}

/// Can a credit with its label before it (`Photo by A B`, `Foto: A B`, `© A B`) stand at the end of the line?
///
/// Cheaper than to look for it: where no label begins, no run of names is read.
pub(crate) fn may_be_labelled(line: &str) -> bool {
    let text = &line[trimmed(line, 0..line.len(), is_line_edge)];
    let from = ceil_boundary(text, text.len().saturating_sub(REACH));
    let tail = &text[from..];
    let is_mark = |c| matches!(c, '：' | '＝' | '©' | 'ⓒ' | '℗');
    if memchr::memchr3(b':', b'=', b'(', tail.as_bytes()).is_some()
        || memchr::memchr3(0xc2, 0xe2, 0xef, tail.as_bytes()).is_some_and(|at| tail[at..].contains(is_mark))
        || text.trim_end_matches(['.', '。']).ends_with(is_closing_bracket)
    {
        return true;
    }
    let whole = (from == 0).then_some(0);
    if is_quiet(text, from, Signs::of(&text[seen_from(text, from)..])) {
        return whole.is_some() && opens_with_label(text);
    }
    starts(text, from)
        .into_iter()
        .map(|(at, _)| at)
        .chain(whole)
        .any(|at| opens_with_label(unbracketed(&text[at..])))
}

/// The likeliest credit of a line.
pub(crate) fn find(line: &str) -> Option<Found> {
    let whole = trimmed(line, 0..line.len(), is_line_edge);
    let text = &line[whole.clone()];
    if text.is_empty() {
        return None;
    }
    let from = ceil_boundary(text, text.len().saturating_sub(REACH));
    let signs = Signs::of(&text[seen_from(text, from)..]);
    if is_quiet(text, from, signs) {
        return unmarked(line, text, from, signs);
    }
    let best = bracketed(line, text)
        .or_else(|| if signs.any(Signs::COLON.or(Signs::WIDE)) { labelled(line, text, from) } else { None })
        .or_else(|| if signs.any(Signs::BRACKET.or(Signs::BEYOND)) { owned(line, text, from) } else { None });
    if let Some(found) = best {
        return Some(found);
    }
    if let Some(found) = behind_slash(line, text) {
        return Some(found);
    }
    if from == 0
        && may_be_whole(unbracketed(text), signs)
        && let Some(found) = assess(line, unbracketed(text), Place::Whole).filter(|f| f.strength >= 0.5)
    {
        return Some(Found { cut: whole.start, ..found });
    }
    let mut best: Option<Found> = None;
    for (at, place) in starts(text, from) {
        let tail = &text[at..];
        if let Some(found) = assess(line, unbracketed(tail.trim_matches(is_line_edge)), place)
            // An agency at the very end has company before it: `Beeld A B / ANP`.
            && best.as_ref().is_none_or(|b| found.strength > b.strength + LONGER)
        {
            best = Some(Found { cut: whole.start + at, ..found });
        }
    }
    best.or_else(|| signed_behind_comma(line, text)).or_else(|| bare_agency(line, text))
}

/// Does no sign stand in the reach of a credit that could set it off from what stands before it?
fn is_quiet(text: &str, from: usize, signs: Signs) -> bool {
    const LOUD: Signs = Signs::STOP
        .or(Signs::COLON)
        .or(Signs::SLASH)
        .or(Signs::DASH)
        .or(Signs::BRACKET)
        .or(Signs::TAB)
        .or(Signs::BEYOND);
    !signs.any(LOUD)
        && !has_double_space(&text[seen_from(text, from)..])
        && (from == 0 || memchr::memchr(b'/', &text.as_bytes()[..from]).is_none())
}

/// [`find`] in a text that no sign parts: it is a credit as a whole, or ends in one that needs no sign.
fn unmarked(line: &str, text: &str, from: usize, signs: Signs) -> Option<Found> {
    if from == 0
        && may_be_whole(text, signs)
        && let Some(found) = assess(line, text, Place::Whole).filter(|f| f.strength >= 0.5)
    {
        return Some(Found { cut: range_in(line, text).start, ..found });
    }
    signed_behind_comma(line, text).or_else(|| unparted_agency(line, text))
}

#[cfg(test)]
#[path = "credit_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "credit_habits.rs"]
mod habits;
