//! What stands before the mark of a dateline: town, day and agency, with brackets or without.

use super::agency::{agency_at_end, is_agency, is_agency_like, says_agency};
use super::dateline::is_town;
use super::dateline_date::{date_len, is_calendar_word};
use super::dateline_house::{agency_name, is_paper_word, is_shouted, is_site, name_like};
use super::dateline_place::place_kind;
use super::dateline_west::Head;
use super::signs::Signs;
use super::words::has;
use super::words_outlet::OUTLETS;
use crate::folded;
use crate::folded::is_letter_or_number;

/// Reads what stands before the mark; None when it is anything else than a dateline.
pub(super) fn classify(head: &str) -> Option<Head<'_>> {
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

pub(super) fn whole_date(text: &str) -> Option<&str> {
    let text = text.trim();
    let len = date_len(text)?;
    trim_marks(&text[len..]).is_empty().then(|| text[..len].trim_end_matches(['.', ',']))
}

/// Marks and spaces around a part, slashes left alone.
pub(super) fn trim_marks(part: &str) -> &str {
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
