//! The mark that closes a dateline: a dash, a colon, a stop, a bracket; which of them are one and which stand inside words.

use super::dateline::DatelineRead;
use super::dateline_date::{date_len, digit};
use super::dateline_head::classify;
use super::dateline_place::is_caseless;
use super::dateline_west::{Mark, build};
use crate::classes::PLAIN;
use crate::folded::{is_small, is_space};

pub(super) fn by_mark(text: &str) -> Option<DatelineRead> {
    let mut stops: [Option<usize>; 3] = [None; 3];
    let mut small = 0;
    let mut word_start = true;
    let mut previous = ' ';
    let bytes = text.as_bytes();
    let mut next_at = 0;
    while let Some(c) = text[next_at..].chars().next() {
        let at = next_at;
        if PLAIN[usize::from(bytes[at])] != 0 {
            // Words and the spaces between them, in one step.
            while let Some(byte) = bytes.get(next_at).filter(|b| **b == b' ' || PLAIN[usize::from(**b)] != 0)
            {
                small += usize::from(word_start && byte.is_ascii_lowercase());
                word_start = *byte == b' ';
                next_at += 1;
            }
            if small > 4 {
                break;
            }
            previous = char::from(bytes[next_at - 1]);
            continue;
        }
        next_at += c.len_utf8();
        if word_start && is_small(c) {
            small += 1;
            // Prose: a dateline has few small words, all of them inside names and dates.
            if small > 4 {
                break;
            }
        }
        word_start = is_space(c);
        let after = &text[at + c.len_utf8()..];
        let found = match c {
            '—' | '–' | '―' | '‒' | '−' => {
                dash_here(text, at, previous, after).then_some(Mark::Dash)
            }
            '-' if previous != '-' => hyphen_here(previous, after).then_some(Mark::Dash),
            '=' if previous == ' ' => Some(Mark::Dash),
            ':' | '：' => {
                let next = after.chars().next();
                if next == Some('-') && head_ends(after) {
                    Some(Mark::Dash)
                } else {
                    next.is_none_or(|n| n.is_whitespace() || n.is_uppercase() || is_caseless(n))
                        .then_some(Mark::Colon)
                }
            }
            '।' => Some(Mark::Danda),
            ')' | ']' | '/' | '）' | '】' if at > 0 => Some(Mark::Closer),
            '.' if after.chars().next().is_none_or(char::is_whitespace) => {
                if let Some(slot) = stops.iter_mut().find(|s| s.is_none()) {
                    *slot = Some(at);
                }
                None
            }
            _ => None,
        };
        previous = c;
        let Some(mark) = found else { continue };
        let at = if mark == Mark::Closer { at + c.len_utf8() } else { at };
        if mark == Mark::Closer && !closer_ends(&text[at..]) {
            continue;
        }
        let raw = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '='));
        let Some(head) = classify(raw) else { continue };
        // `A B / AGENCY / House` is a credit: between slashes alone only a day makes it a dateline.
        if mark == Mark::Closer && c == '/' && head.date.is_none() {
            continue;
        }
        let mut head = head;
        // `हरितपुर, केएनएन।`: Hindi papers set town and agency before the stop.
        if mark == Mark::Danda
            && head.agency.is_none()
            && !head.staff
            && let Some((town, house)) = head.place.and_then(|p| p.split_once(','))
            && town.split_whitespace().count() <= 2
            && house.split_whitespace().count() == 1
        {
            head.place = Some(town.trim());
            head.agency = Some(house.trim());
        }
        let end = sentence_start(text, at);
        let read = build(text, raw, end, head, mark);
        if read.strength > 0.0 {
            return Some(read);
        }
    }
    // `НОВОГРАД. 5 мая. АГЕНТСТВО. Текст`: several stops only around a day.
    for at in stops.iter().rev().flatten() {
        let raw = &text[..*at];
        let Some(head) = classify(raw) else { continue };
        if stops[0] != Some(*at) && (head.date.is_none() || head.place.is_none()) {
            continue;
        }
        // `Neustadt. Die Stadt …`, `Lahore, October 15.`
        let read = build(text, raw, at + 1, head, Mark::Stop);
        if read.strength > 0.0 {
            return Some(read);
        }
    }
    None
}

/// A dash between words is a mark; inside a score, a range or a double name it is not.
fn dash_here(text: &str, at: usize, previous: char, after: &str) -> bool {
    let next = after.chars().next();
    let open_after = next.is_none_or(char::is_whitespace);
    let caps_before =
        text[..at].chars().next_back().is_some_and(|c| c.is_uppercase() || matches!(c, ')' | '.' | '/'));
    let glued = next.is_some_and(char::is_uppercase) && text[at..].starts_with('—');
    previous.is_whitespace()
        || glued
        || open_after
        || caps_before && next.is_some_and(|n| !n.is_lowercase() && digit(n).is_none())
}

fn hyphen_here(previous: char, after: &str) -> bool {
    let run = after.len() - after.trim_start_matches('-').len();
    let next = after[run..].chars().next();
    if run > 0 || previous.is_whitespace() {
        return run > 0 || next.is_none_or(char::is_whitespace) || next.is_some_and(char::is_uppercase);
    }
    // `Madrid-` at the end of the line, `MADRID- The`, `(AP)-The`.
    next.is_none_or(char::is_whitespace)
        || matches!(previous, ')' | '.' | '/') && next.is_some_and(char::is_uppercase)
}

/// `:-` before a space closes as a dash does.
fn head_ends(after: &str) -> bool {
    after.trim_start_matches('-').chars().next().is_none_or(char::is_whitespace)
}

/// After a closing bracket the sentence may begin at once; a mark behind it is found on its own.
fn closer_ends(after: &str) -> bool {
    let rest = after.trim_start_matches(['.', ',']).trim_start();
    // `TOWN / WIRE / May 3, 2023 /`: one group more.
    let more = date_len(rest).is_some_and(|len| rest[len..].trim_start().starts_with('/'));
    !more && !rest.starts_with(['-', '–', '—', '―', '‒', '−', ':', '=', '/', '(', '[', '।', '：'])
}

/// First byte of the sentence behind the mark and all that belongs to it (`.-`, `-- `, ` - `, `:—`).
fn sentence_start(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let marks = |c: char| {
        c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '―' | '‒' | '−' | ':' | '：' | '=' | '।' | '.' | ',' | '\u{ad}')
    };
    text.len() - rest.trim_start_matches(marks).len()
}
