//! Where a credit may begin behind the sentence of a caption, and the marks at the ends of both.

use std::ops::Range;

use super::agency::is_unspaced;
use super::credit_assess::Place;
use super::dateline::floor_boundary;
use super::dateline_date::digit;
use crate::folded::{is_capital, is_small, is_space};
use crate::lines::range_in;

/// Where a credit may begin behind the sentence of a caption.
pub(super) fn starts(text: &str, from: usize) -> Vec<(usize, Place)> {
    let mut out = Vec::new();
    let mut before = ' ';
    let mut ended = false;
    // The last sign that is no space.
    let mut previous = None;
    let skipped = seen_from(text, from);
    let bytes = text.as_bytes();
    if !may_start(&bytes[skipped..]) {
        return out;
    }
    let mut next = skipped;
    while let Some(c) = text[next..].chars().next() {
        let at = next;
        // Behind words and single spaces nothing begins, and most of most texts is nothing else.
        if DULL[usize::from(bytes[at])] && is_dull(before) {
            next += dull_run(&bytes[at..]);
            let last = text[..next].chars().next_back();
            (before, previous, ended) = (last.unwrap_or(c), last, false);
            continue;
        }
        next += c.len_utf8();
        let space = is_space(c);
        if at >= from && at > 0 && !space {
            let spaced = is_space(before);
            // The full stop of an initial ends no sentence: `Pere A. Serra`.
            let initial = || {
                let mut back = text[..at].trim_end().chars().rev().skip(1);
                back.next().is_some_and(char::is_uppercase) && back.next().is_some_and(is_space)
            };
            let stop = previous.is_some_and(|p| {
                !(p == '.' && spaced && initial())
                    && matches!(p, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '”' | '"' | '»' | '؟' | '।')
            });
            if stop && (spaced || is_unspaced(c) || ended && is_capital(c)) {
                out.push((at, Place::Sentence));
            } else if spaced {
                let marked = previous
                    .is_some_and(|p| matches!(p, '/' | '|' | '—' | '–' | '-' | '•' | '·' | '―'))
                    && set_apart(text, at);
                if marked || before == '\t' || before == ' ' && bytes[..at].ends_with(b"  ") {
                    out.push((at, Place::Mark));
                }
            }
        }
        // A full stop with no space behind it ends the sentence when a small letter or bracket stands before it.
        ended = matches!(c, '.' | '!' | '?')
            && (is_small(before) || matches!(before, ')' | '”' | '"') || digit(before).is_some());
        before = c;
        if !space {
            previous = Some(c);
        }
    }
    out
}

/// From where on signs are looked at: what stands more than two of them before the first place of interest does not matter.
pub(super) fn seen_from(text: &str, from: usize) -> usize {
    let lead = text[..from].trim_end_matches(is_space);
    lead.char_indices().rev().nth(2).map_or(0, |(at, _)| at)
}

/// Does the text hold a sign behind which a credit may begin?
fn may_start(text: &[u8]) -> bool {
    text.iter()
        .zip(text.iter().skip(1))
        .any(|(byte, next)| !DULL[usize::from(*byte)] && (*byte != b' ' || *next == b' '))
}

/// ASCII letters, figures and marks behind which no credit begins, and the bytes of the letters up to Hebrew, of most
/// ideographs and of Korean: the signs behind which one may begin open with other bytes.
static DULL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b'#';
    while byte < 0xee {
        table[byte as usize] =
            if byte < 0x80 { is_dull(byte as char) } else { !matches!(byte, 0xc0..=0xc2 | 0xd8..=0xe3) };
        byte += 1;
    }
    table
};

/// Is it one of the signs that [`DULL`] tells by their bytes?
const fn is_dull(c: char) -> bool {
    matches!(c, '#'..='~' | '\u{c0}'..='\u{5ff}' | '\u{4000}'..='\u{d7ff}')
        && !matches!(c, '-' | '/' | '?' | '|' | '.' | ')')
}

/// How far dull signs and single spaces between them reach; the first sign is dull.
fn dull_run(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].iter().take_while(|byte| DULL[usize::from(**byte)]).count();
        match text[at..] {
            [b' ', next, ..] if DULL[usize::from(next)] => at += 1,
            _ => return at,
        }
    }
}

/// The mark before `at` has space on its other side too.
fn set_apart(text: &str, at: usize) -> bool {
    let lead = text[..at].trim_end();
    let mark = lead.chars().next_back().map_or(0, char::len_utf8);
    lead[..lead.len() - mark].ends_with(|c: char| c.is_whitespace() || matches!(c, '-' | '/'))
}

/// Without the brackets around it, whichever were left.
pub(super) fn unbracketed(piece: &str) -> &str {
    if has_plain_ends(piece) {
        return piece;
    }
    let pairs = |c: char| matches!(c, '(' | '[' | '（' | '【' | '［' | '〔' | '|') || c.is_whitespace();
    let closing = |c: char| matches!(c, ']' | '）' | '】' | '］' | '〕' | '|') || c.is_whitespace();
    let open = piece.starts_with(['(', '[', '（', '【', '［', '〔']);
    let core = piece.trim_start_matches(pairs).trim_end_matches(closing);
    if open { core.trim_end_matches(|c: char| c == ')' || closing(c)) } else { core }
}

/// Is there nothing at both ends that could be trimmed? Most lines open and close with letters.
#[inline]
pub(super) fn has_plain_ends(text: &str) -> bool {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    plain(text.as_bytes().first()) && plain(text.as_bytes().last())
}

pub(super) fn is_line_edge(c: char) -> bool {
    crate::lines::is_blank_char(c) || matches!(c, '|' | '•')
}

pub(super) fn is_caption_edge(c: char) -> bool {
    is_line_edge(c)
        || matches!(c, '/' | '-' | '–' | '—' | '―' | ',' | '©' | '(' | '[' | '（' | '，' | '、' | ';' | '·')
}

pub(super) fn trimmed(line: &str, range: Range<usize>, edge: fn(char) -> bool) -> Range<usize> {
    let text = &line[range.clone()];
    if has_plain_ends(text) {
        return range;
    }
    let start = text.trim_start_matches(is_line_edge);
    range_in(line, start.trim_end_matches(edge))
}

pub(super) fn ceil_boundary(text: &str, at: usize) -> usize {
    let floor = floor_boundary(text, at);
    if floor == at { at } else { text[floor..].chars().next().map_or(floor, |c| floor + c.len_utf8()) }
}
