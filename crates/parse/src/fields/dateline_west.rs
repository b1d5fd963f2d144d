//! Datelines in letters with words between spaces: Latin, Cyrillic, Greek, Arabic, Hebrew, Indian.

use std::ops::Range;

use super::agency::{agency_at_end, agency_at_start, is_agency, is_agency_like, says_agency};
use super::credit_label::folded_suffix;
use super::dateline::{DatelineRead, is_town, range_in};
use super::dateline_date::{date_len, digit, is_calendar_word};
use super::dateline_place::{is_caseless, place_kind};
use super::dateline_strength::strength;
use super::signs::Signs;
use super::words::has;
use super::words_outlet::OUTLETS;
use crate::classes::PLAIN;
use crate::folded;
use crate::folded::{ByLetters, is_letter, is_letter_or_number, is_small, is_space};

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

fn by_mark(text: &str) -> Option<DatelineRead> {
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

/// `LONDON, Sept 18 European shares`: the day closes the dateline.
fn without_mark(text: &str) -> Option<DatelineRead> {
    let comma = memchr::memchr(b',', &text.as_bytes()[..text.len().min(48)])?;
    let place = text[..comma].trim();
    let rest = text[comma + 1..].trim_start();
    let kind = place_kind(place)?;
    let len = date_len(rest)?;
    let date = rest[..len].trim_end_matches(['.', ',']);
    let after = rest[len..].trim_start_matches(['.', ',']);
    let sentence = after.trim_start();
    let next = sentence.chars().next();
    let begins = next.is_none_or(|c| c.is_uppercase() || is_caseless(c));
    if !begins || (next.is_some() && sentence.len() == after.len()) || is_calendar_word(date) {
        return None;
    }
    let strength = match (kind.caps, kind.known, next.is_none()) {
        (true, _, _) => 0.85,
        (false, true, _) => 0.6,
        (false, false, true) => 0.35,
        (false, false, false) => 0.25,
    };
    let head = Head { place: Some(place), date: Some(date), ..Head::default() };
    let raw = &text[..range_in(text, date).end];
    Some(sure(text, raw, text.len() - sentence.len(), head, strength))
}

/// A town alone on its line, with no mark at all: `Ankara`.
fn bare(text: &str) -> Option<DatelineRead> {
    let name = folded::trim(text);
    if name.len() > 4 * 40 || name.chars().count() > 40 {
        return None;
    }
    // Without a mark, a figure or an agency at its end, the line is a town or nothing.
    let plain = name.bytes().all(is_plain)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && agency_at_end(name).is_none_or(|range| range.start == 0);
    // An agency stands behind a mark, a figure or its town.
    let signed = || {
        !name.contains('/')
            && (name.contains(|c: char| matches!(c, ',' | '.' | '|' | '(' | '[') || digit(c).is_some())
                || agency_at_end(trim_marks(name)).is_some_and(|range| range.start > 0))
    };
    if !plain
        && signed()
        && let Some(head) = classify(name).filter(|h| h.agency.is_some() && h.place.is_some() && !h.bracketed)
    {
        return Some(sure(text, name, text.len(), head, 0.5));
    }
    // Of more words than two only a known town is taken.
    let town = name.split(',').next().unwrap_or_default();
    let is_joint = |c: char| is_space(c) || c == '/';
    // Where a word begins; what has no more than two bytes of them has no more words.
    let joints = town.bytes().filter(|byte| is_word_end(*byte)).count();
    let words = town.split(is_joint).filter(|word| !word.is_empty());
    if joints > 1 && words.take(3).count() > 2 && !is_town(town.trim()) {
        return None;
    }
    let kind = place_kind(name)?;
    let strength = match (kind.known, kind.words) {
        (true, _) => 0.55,
        (false, 1) => 0.12,
        (false, 2) => 0.08,
        _ => return None,
    };
    let head = Head { place: Some(name), ..Head::default() };
    Some(sure(text, name, text.len(), head, strength))
}

/// A byte that a space or a slash begins or ends with: of all signs with more bytes than one the first.
fn is_word_end(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'/' | 0xc2 | 0xe1 | 0xe2 | 0xe3)
}

/// Letters, and marks that stand inside names. Of letters outside ASCII those of Latin, Greek and Cyrillic, whose bytes are
/// no other sign's.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || matches!(byte, b' ' | b'\'' | b'-' | 0x80..=0xbf | 0xc3..=0xc5 | 0xce | 0xcf | 0xd0 | 0xd1)
}

fn build(text: &str, raw: &str, end: usize, head: Head<'_>, mark: Mark) -> DatelineRead {
    let strength = strength(&head, mark, text[end..].trim_start());
    sure(text, raw, end, head, strength)
}

/// A dateline of which it is known how certain it is.
fn sure(text: &str, raw: &str, end: usize, head: Head<'_>, strength: f32) -> DatelineRead {
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

/// Reads what stands before the mark; None when it is anything else than a dateline.
fn classify(head: &str) -> Option<Head<'_>> {
    let mut out = Head::default();
    let mut core = trim_marks(head);
    if core.is_empty() || core.len() > 150 {
        return None;
    }
    // `(AGENCY)` in front.
    if let Some((inner, rest)) = front_group(core) {
        if inner.contains(',') && !is_agency(inner) {
            // `(NORTHPORT, May 3) – `: the whole dateline in brackets.
            if !trim_marks(rest).is_empty() {
                return None;
            }
            core = inner;
        } else {
            out.agency = Some(agency_name(inner)?);
            out.bracketed = true;
            core = trim_marks(rest);
        }
    }
    // `(AGENCY)`, `/AGENCY/`, `(AGENCY, May 3)`, `/ WIRE / May 3, 2023 /` behind, and once more.
    for _ in 0..3 {
        let Some((inner, rest)) = back_group(core) else { break };
        take_group(inner, &mut out)?;
        core = trim_marks(rest);
    }
    // `ROMA (ANSA), 28 LUG`: the bracket in the middle.
    if let Some(open) = memchr::memchr(b'(', core.as_bytes()) {
        let close = core[open..].find(')')? + open;
        take_group(&core[open + 1..close], &mut out)?;
        let rest = trim_marks(&core[close + 1..]);
        if !rest.is_empty() {
            set(&mut out.date, whole_date(rest)?)?;
        }
        core = trim_marks(&core[..open]);
    }
    take_core(core, &mut out)?;
    (out.place.is_some() || out.date.is_some() || out.agency.is_some()).then_some(out)
}

fn set<'t>(slot: &mut Option<&'t str>, value: &'t str) -> Option<()> {
    if slot.is_some() || value.is_empty() {
        return None;
    }
    *slot = Some(value);
    Some(())
}

/// Town, day and agency without brackets.
fn take_core<'t>(core: &'t str, out: &mut Head<'t>) -> Option<()> {
    if core.is_empty() {
        return Some(());
    }
    if out.agency.is_none()
        && (is_agency(core) || (says_agency(core) || is_paper_word(core)) && core.chars().count() <= 40)
    {
        return set(&mut out.agency, core);
    }
    let mut place = core;
    if out.agency.is_none() {
        // `PAPER.com, Jakarta - `, `AGENCIA/Villa Ejemplo.- `: the house first.
        if let Some((house, town)) = core
            .split_once([',', '/', '|'])
            .filter(|(h, t)| (is_site(h) || is_agency(h)) && !t.trim().is_empty())
        {
            out.agency = Some(house.trim());
            place = trim_marks(town);
        } else if is_site(core) {
            return set(&mut out.agency, core);
        }
    }
    let core = place;
    // Every date has a figure, but for a weekday behind a comma.
    let signs = Signs::of(core);
    if out.date.is_none() && signs.any(Signs::FIGURE.or(Signs::OTHER_FIGURE).or(Signs::COMMA)) {
        for at in word_starts(core) {
            let Some(len) = date_len(&core[at..]) else { continue };
            // A weekday may be the name of a town's day only behind a comma.
            let date = &core[at..at + len];
            if is_calendar_word(date) && !core[..at].trim_end().ends_with(',') {
                continue;
            }
            let set_off = core[at + len..].trim_start().starts_with([',', '.']);
            let tail = trim_marks(&core[at + len..]);
            if !tail.is_empty() {
                if at == 0
                    && set_off
                    && out.place.is_none()
                    && !is_agency_like(tail)
                    && place_kind(tail).is_some()
                {
                    // `29 июня, НОВОГРАД – `: the day first.
                    out.date = Some(date.trim_end_matches(['.', ',']));
                    return set(&mut out.place, tail);
                }
                if out.agency.is_some()
                    || !(is_agency_like(tail) || is_site(tail) || at > 0 && set_off && name_like(tail))
                {
                    continue;
                }
                out.agency = Some(tail);
            }
            out.date = Some(date.trim_end_matches(['.', ',']));
            place = trim_links(trim_marks(&core[..at]));
            break;
        }
    }
    if place.is_empty() {
        return Some(());
    }
    if out.agency.is_none() {
        place = split_agency(place, out);
    }
    if place.is_empty() {
        return Some(());
    }
    if let Some((staff, town)) = place.split_once(',') {
        // `नगर संवाददाता, हरितपुर`: the staff mark of Hindi and Bengali papers comes first.
        if STAFF.iter().any(|w| staff.contains(w)) {
            place = town.trim();
            out.staff = true;
        }
    }
    // Pages that link the town print it twice, the link and its text: `RheinstadtRheinstadt (ots)`.
    let half = place.len() / 2;
    if half >= 4 && place.is_char_boundary(half) && place[..half] == place[half..] {
        place = &place[half..];
    }
    // `Ali VELİ/ŞEHİR, (DHA)`: the reporter before the town, in the Turkish way.
    if let Some((who, town)) = place.split_once('/') {
        let town = town.trim();
        let names = who.split_whitespace().count() >= 2 && who.chars().any(char::is_lowercase);
        if names && !town.is_empty() && !town.chars().any(char::is_lowercase) && !is_town(who.trim()) {
            out.reporter = Some(who.trim());
            place = town;
        }
    }
    place_kind(place)?;
    set(&mut out.place, place)
}

/// A paper's address opens the text: the only dateline in small letters (`paper.id - JAKARTA`).
pub(super) fn opens_with_site(text: &str) -> bool {
    let word = text.split([' ', ',', '\u{a0}']).next().unwrap_or_default();
    word.len() <= 30 && is_site(word)
}

static STAFF: &[&str] =
    &["संवाद", "ब्यूरो", "प्रतिनिधि", "कार्यालय", "প্রতিবেদক", "প্রতিনিধি", "সংবাদদাতা", "प्रतिवेदक", "நமது நிருபர்"];

/// Staff marks that stand in brackets behind the town, as Urdu papers print them.
static STAFF_BEHIND: &[&str] = &["نمائندہ", "نامہ نگار", "اسٹاف رپورٹر", "سٹاف رپورٹر"];

/// Cuts an agency off the end: `JAKARTA, PAPER.com`, `Northport AP`, `TOWN / WIRE`. Gives the place that is left.
fn split_agency<'t>(place: &'t str, out: &mut Head<'t>) -> &'t str {
    if let Some(range) = agency_at_end(place).filter(|r| r.start > 0) {
        let before = place[..range.start].trim_end();
        // `TOWN AP`, but no name that runs on: `San Trend`.
        if before.len() < range.start || before.ends_with([',', '/', '.', '-']) {
            out.agency = Some(&place[range]);
            return trim_marks(before);
        }
    }
    let signs = Signs::of(place);
    for (mark, kind) in [(", ", Signs::COMMA), (" / ", Signs::SLASH), (". ", Signs::STOP)] {
        if signs.any(kind)
            && let Some(at) = folded::rfind(place, mark)
        {
            let (before, last) = (&place[..at], &place[at + mark.len()..]);
            let wire = mark == " / " && out.date.is_some() && name_like(last);
            // `MUARA SELAT, HARIAN PESISIR`, `ЗАСТАВИНЦІ. УКРВІСТЬ`: both shouted; not the `ST. PETERSBURG` of one town.
            let shouted = is_shouted(before) && is_shouted(last);
            let house = shouted
                && match mark {
                    ", " => last.split_whitespace().any(|word| has(&OUTLETS, word)) && !is_town(last),
                    ". " => out.date.is_none() && !last.contains(' ') && !is_town(last),
                    _ => false,
                };
            if is_site(last) || wire || house || is_agency_like(last) {
                out.agency = Some(last.trim());
                return trim_marks(before);
            }
        }
    }
    place
}

/// All capitals, and long enough to be no short form of a region.
fn is_shouted(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() >= 4 && !name.chars().any(char::is_lowercase)
}

/// `FJELLPOSTEN`, `Kreiszeitung`: one word whose end says that it is a paper.
pub(super) fn is_paper_word(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "posten",
        "zeitung",
        "bladet",
        "avisen",
        "tidende",
        "tidningen",
        "nachrichten",
        "anzeiger",
        "rundschau",
        "tagblatt",
        "tageblatt",
        "bureauet",
        "hírszolgálat",
    ];
    static BY_END: ByLetters = ByLetters::new();
    let mut ends = BY_END.among(name.chars().rev(), ENDS.iter().map(|end| end.chars().rev()));
    ends.any(|i| folded_suffix(name, ENDS[i]).is_some_and(|at| at > 0)) && !name.contains(char::is_whitespace)
}

/// `PAPER.com`, `site.id`: papers that sign with their address.
pub(super) fn is_site(name: &str) -> bool {
    let name = name.trim();
    memchr::memrchr(b'.', name.as_bytes()).map(|at| (&name[..at], &name[at + 1..])).is_some_and(
        |(host, end)| {
            host.chars().count() >= 3
                && (2..=4).contains(&end.len())
                && end.bytes().all(|b| b.is_ascii_alphabetic())
                && !name.contains(char::is_whitespace)
        },
    )
}

fn front_group(core: &str) -> Option<(&str, &str)> {
    let close = match core.chars().next()? {
        '(' => ')',
        '[' => ']',
        '（' => '）',
        '【' => '】',
        '/' => '/',
        _ => return None,
    };
    let from = core.chars().next().map_or(1, char::len_utf8);
    let end = core[from..].find(close)? + from;
    Some((core[from..end].trim(), &core[end + close.len_utf8()..]))
}

fn back_group(core: &str) -> Option<(&str, &str)> {
    let open = match core.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '/' => '/',
        _ => return None,
    };
    let start = core[..core.len() - 1].rfind(open)?;
    let inner = core[start + 1..core.len() - 1].trim();
    // `A / WIRE / May 3 /`: the slash in the middle closes one group and opens the next.
    let keep = if open == '/' && core[..start].contains('/') { start + 1 } else { start };
    Some((inner, &core[..keep]))
}

/// Agency, day, or both, inside one bracket.
fn take_group<'t>(inner: &'t str, out: &mut Head<'t>) -> Option<()> {
    if let Some(date) = whole_date(inner) {
        return set(&mut out.date, date);
    }
    if STAFF_BEHIND.iter().any(|mark| inner.trim_start().starts_with(mark)) {
        out.staff = true;
        return Some(());
    }
    for joint in [" - ", " – ", ", "] {
        if let Some((house, day)) = inner.split_once(joint)
            && let (Some(date), None) = (whole_date(day), out.date)
        {
            out.date = Some(date);
            out.bracketed = true;
            return set(&mut out.agency, agency_name(house)?);
        }
    }
    out.bracketed = true;
    set(&mut out.agency, agency_name(inner)?)
}

fn whole_date(text: &str) -> Option<&str> {
    let text = text.trim();
    let len = date_len(text)?;
    trim_marks(&text[len..]).is_empty().then(|| text[..len].trim_end_matches(['.', ',']))
}

/// Could the words in brackets be an agency, a station or a paper?
fn agency_name(inner: &str) -> Option<&str> {
    let inner = inner.trim();
    (is_agency(inner) || name_like(inner) || is_small_name(inner)).then_some(inner)
}

/// `Neustadt (textport) - Die`: press offices sign in small letters. What tells of a picture is no name.
fn is_small_name(inner: &str) -> bool {
    const NO_NAMES: &[&str] = &[
        "left",
        "right",
        "center",
        "centre",
        "links",
        "rechts",
        "mitte",
        "gauche",
        "droite",
        "pictured",
        "archiv",
        "update",
        "updated",
        "aktualisiert",
        "izquierda",
        "derecha",
        "sinistra",
        "destra",
        "photo",
        "video",
        "fotos",
        "opinion",
        "exclusive",
    ];
    (5..=10).contains(&inner.len())
        && inner.bytes().all(|b| b.is_ascii_lowercase())
        && !NO_NAMES.contains(&inner)
}

fn name_like(name: &str) -> bool {
    let name = name.trim();
    let count = name.chars().count();
    let Some(first) = name.chars().next() else { return false };
    if !(2..=42).contains(&count) || name.split_whitespace().count() > 5 {
        return false;
    }
    if name.chars().any(|c| matches!(c, '?' | '!' | ';' | '"' | '“' | '%' | '$' | '€')) {
        return false;
    }
    // Lower case is a wire's short form (`dpa`, `agt`), no word: at most four letters.
    let small = first.is_lowercase() && count <= 4
        || name.contains(['-', '/']) && first.is_lowercase() && count <= 12;
    let has_letter = name.chars().filter(|c| is_letter(*c)).count() >= 2;
    has_letter && digit(first).is_none() && (first.is_uppercase() || is_caseless(first) || small)
}

/// Marks and spaces around a part, slashes left alone.
fn trim_marks(part: &str) -> &str {
    part.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '=' | ';' | '\u{ad}' | '،')
    })
    .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ','))
}

/// Little words between town and day: `القاهرة في 4 سبتمبر`, `Paris le 3 mai`.
fn trim_links(place: &str) -> &str {
    match place.rsplit_once(char::is_whitespace) {
        Some((town, link)) if LINKS.iter().any(|l| folded::eq(l, link)) => trim_marks(town),
        _ => place,
    }
}

static LINKS: &[&str] =
    &["في", "فى", "le", "el", "il", "em", "on", "am", "den", "den.", "ngày", "в", "am.", "dne", "dnia"];

/// Places where a word begins.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut previous = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = (previous.is_whitespace() || matches!(previous, ',' | '/')) && is_letter_or_number(c);
        previous = c;
        starts.then_some(at)
    })
}
