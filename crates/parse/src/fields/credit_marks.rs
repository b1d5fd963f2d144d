//! Credits by what sets them off from the caption: a slash, a bracket, a label, a sign of copyright, or nothing but an agency
//! at the end.

use wirecopy_model::CreditKind;

use super::agency::{agency_at_end, is_agency, is_picture_house, is_unspaced};
use super::credit::Found;
use super::credit_assess::{Place, assess, could_be_names, credit, trim_name};
use super::credit_label::{label_before, strip_folded};
use super::credit_names::names;
use super::credit_starts::unbracketed;
use super::credit_words::SIGNED;
use super::dateline_date::digit;
use super::names::looks_like_name;
use crate::folded::{is_capital, is_letter, is_letter_or_number, is_space, rfind};
use crate::lines::range_in;

/// `Mayor of Northport, Ana Lima / AGENCY`: an agency behind a spaced slash, and more before it than a name.
pub(super) fn behind_slash(line: &str, text: &str) -> Option<Found> {
    memchr::memrchr(b'/', text.as_bytes())?;
    let at = rfind(text, " / ")?;
    let (head, tail) = (&text[..at], &text[at + 3..]);
    let words = head.split_whitespace().count();
    let sentence = head.split_whitespace().any(|w| w.starts_with(char::is_lowercase));
    // Behind a full stop the agency has company: `… in May. Ana Lima / AGENCY`.
    let ended = head.contains(". ") || head.contains(['!', '?', '。']);
    // `work / Shutterstock`: one word in small letters or a place, and a house that only sells pictures.
    let shown = words <= 2 && is_picture_house(tail.trim()) && looks_like_name(head) < 0.45;
    if !shown && (words < 3 || !sentence) || ended || head.contains(" / ") || !is_agency(tail.trim()) {
        return None;
    }
    let name = tail.trim();
    let cut = range_in(line, head.trim_end()).end;
    Some(Found { cut, credit: credit(line, name, name, None), strength: 0.9 })
}

/// `… in May. [Photo/Agency]`, `(AP Photo/A B)`, `（某摄）`.
pub(super) fn bracketed<'t>(line: &'t str, text: &'t str) -> Option<Found> {
    let text = text.trim_end_matches(['.', '。']);
    let open = match text.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        '】' => '【',
        '］' => '［',
        '〕' => '〔',
        _ => return None,
    };
    let at = text.rfind(open)?;
    let inner = unbracketed(&text[at..]);
    let before = text[..at].trim_end();
    let mut found = assess(line, inner, Place::Bracket)?;
    if before.is_empty() {
        found.strength = found.strength.max(0.5);
    } else if found.strength < 0.5 {
        // A bracket behind the full stop is set off from the sentence; one inside it explains a word.
        let apart = open == '[' || before.ends_with(['.', '!', '?', '。', '”', '"', ')']);
        found.strength = if apart { found.strength + 0.2 } else { found.strength * 0.6 };
    }
    (found.strength >= 0.3).then(|| Found { cut: range_in(line, before).end, ..found })
}

/// `… in May. Foto: A B/dpa`, `/ Photo: Agency`, `사진=뉴시스`.
pub(super) fn labelled<'t>(line: &'t str, text: &'t str, from: usize) -> Option<Found> {
    // The wide signs open with a byte that few others do.
    for at in memchr::memchr3_iter(b':', b'=', 0xef, &text.as_bytes()[from..]) {
        let at = from + at;
        let Some(c) = text[at..].chars().next().filter(|c| matches!(c, ':' | '：' | '=' | '＝')) else {
            continue;
        };
        let Some((start, kind, weight)) = label_before(text, at) else { continue };
        let mut name = text[at + c.len_utf8()..].trim();
        // `(Foto: A B) The sentence goes on`: the bracket ends the credit; at the line's end it was seen before.
        if text[..start].trim_end().ends_with(['(', '[', '（']) {
            name = name.split([')', ']', '）']).next().unwrap_or(name);
        }
        let name = trim_name(name);
        if name.is_empty() || !could_be_names(name) {
            continue;
        }
        // `Source: Agency` alone is whose the text is; `Grafik: So steigen die Zinsen` says what is drawn.
        let drawn = matches!(kind, Some(CreditKind::Graphic | CreditKind::Video));
        if start == 0 && strip_folded(text, "source").is_some_and(|rest| !rest.starts_with(" photo"))
            || drawn && names(name).is_none()
        {
            continue;
        }
        let raw = &text[start..range_in(text, name).end];
        let cut = range_in(line, &text[..start]).end;
        let strength = if start == 0 || weight >= 0.9 { weight } else { weight * 0.8 };
        return Some(Found { cut, credit: credit(line, raw, name, kind), strength });
    }
    None
}

/// `© A B/imago`, `(c) Agency`, `ⓒ 뉴스1`, `Copyright A B`.
pub(super) fn owned<'t>(line: &'t str, text: &'t str, from: usize) -> Option<Found> {
    let tail = &text[from..];
    // Wrongly decoded letters hold the sign too (`Ã©`): it stands apart from the word before it.
    let signed = memchr::memchr2_iter(0xc2, 0xe2, tail.as_bytes())
        .any(|at| ["©", "ⓒ", "℗"].iter().any(|sign| tail.as_bytes()[at..].starts_with(sign.as_bytes())));
    let (at, len) = if signed { tail } else { "" }
        .rmatch_indices(['©', 'ⓒ', '℗'])
        .find(|(at, _)| {
            text[..from + at]
                .chars()
                .next_back()
                .is_none_or(|p| !is_letter_or_number(p) && !matches!(p, '£' | '¿' | '¡'))
        })
        .map(|(at, m)| (at, m.len()))
        .or_else(|| {
            memchr::memchr(b'(', tail.as_bytes())?;
            tail.rfind("(c) ").or_else(|| tail.rfind("(C) ")).map(|at| (at, 4))
        })?;
    let at = from + at;
    let name = trim_name(text[at + len..].trim_start_matches([':', ' ', '\u{a0}']));
    if name.is_empty() || !could_be_names(name) || name.chars().count() > 90 {
        return None;
    }
    // `© 2024 Example Media. All rights reserved` is the foot of the page.
    let first = name.chars().next().and_then(digit);
    let foot = first.is_some()
        || ["ights", "eserved", "www.", "무단", "转载", "轉載", "RISERVAT", "iservat"]
            .iter()
            .any(|w| name.contains(w));
    let raw = &text[at..range_in(text, name).end];
    let strength = if foot { 0.2 } else { 0.9 };
    // `Image © A B`
    let before = text[..at].trim_end();
    let at = label_before(before, before.len()).map_or(at, |(start, ..)| start);
    Some(Found { cut: range_in(line, &text[..at]).end, credit: credit(line, raw, name, None), strength })
}

/// `…＝某市で2024年2月、氏名撮影`: Japanese captions name place, day and photographer in one breath.
pub(super) fn signed_behind_comma<'t>(line: &'t str, text: &'t str) -> Option<Found> {
    // None of these signs is of ASCII.
    text.as_bytes().last().filter(|last| !last.is_ascii())?;
    let sign = SIGNED.iter().find(|s| text.ends_with(**s))?;
    let body = &text[..text.len() - sign.len()];
    let at = body.rfind(['、', '＝', '=', '，', ' ', '\u{3000}', '。'])?;
    let from = at + body[at..].chars().next().map_or(1, char::len_utf8);
    let name = body[from..].trim();
    if !(2..=10).contains(&name.chars().count()) {
        return None;
    }
    let raw = &text[range_in(text, name).start..];
    let cut = range_in(line, &text[..at]).end;
    Some(Found { cut, credit: credit(line, raw, name, Some(CreditKind::Photo)), strength: 0.9 })
}

/// `Author at a meeting in 2020 Getty Images`: the agency is the last word, nothing sets it off.
pub(super) fn bare_agency<'t>(line: &'t str, text: &'t str) -> Option<Found> {
    // `… on Saturday REUTERS/A B`: the agency, a slash and nothing but names behind it.
    if let Some(slash) = memchr::memrchr(b'/', text.as_bytes()) {
        let range = agency_at_end(&text[..slash]).filter(|r| r.start > 0 && r.end == slash);
        if let (Some(range), Some(_)) = (range, names(&text[slash + 1..])) {
            let name = &text[range.start..];
            let cut = range_in(line, text[..range.start].trim_end()).end;
            return Some(Found { cut, credit: credit(line, name, name, None), strength: 0.85 });
        }
        // `… at dusk A B/Getty Images`: two words that are a name stand between the sentence and the slash.
        if is_agency(text[slash + 1..].trim())
            && let Some(start) = name_at_end(&text[..slash])
        {
            let name = &text[start..];
            let cut = range_in(line, text[..start].trim_end()).end;
            return Some(Found { cut, credit: credit(line, name, name, None), strength: 0.8 });
        }
    }
    unparted_agency(line, text)
}

/// An agency that no slash parts from the sentence before it.
pub(super) fn unparted_agency<'t>(line: &'t str, text: &'t str) -> Option<Found> {
    let range = agency_at_end(text).filter(|r| r.start > 0)?;
    let before = text[..range.start].trim_end();
    let last = before.split_whitespace().next_back()?;
    let letter = last.chars().next_back()?;
    // `told Reuters`, `im Gespräch mit dpa`: a small word before it makes it part of the sentence.
    let strength = if !is_letter(letter) || is_unspaced(letter) {
        0.8
    } else if last.chars().count() <= 4 && last.chars().all(char::is_lowercase) {
        return None;
    } else if last.chars().next().is_some_and(char::is_uppercase) {
        0.45
    } else {
        0.35
    };
    let name = &text[range];
    Some(Found { cut: range_in(line, before).end, credit: credit(line, name, name, None), strength })
}

/// Where the name begins that closes a text, when a word in small letters or a figure stands before it.
fn name_at_end(text: &str) -> Option<usize> {
    const WORDS: usize = 3;
    let text = text.trim_end();
    let mut start = text.len();
    for _ in 0..WORDS {
        let head = text[..start].trim_end();
        let at = head.char_indices().rev().find(|(_, c)| is_space(*c)).map(|(at, c)| at + c.len_utf8())?;
        if !text[at..].starts_with(is_capital) {
            let name = &text[start..];
            return (name.split_whitespace().count() > 1 && looks_like_name(name) >= 0.45).then_some(start);
        }
        start = at;
    }
    None
}
