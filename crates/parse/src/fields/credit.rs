//! Picture credits: who took the picture under which a caption stands, and where the caption ends.

use std::ops::Range;

use wirecopy_model::CreditKind;

use super::agency::{agency_at_end, is_agency, is_picture_house, is_unspaced};
use super::credit_assess::{
    Place, assess, could_be_names, credit, may_be_whole, opens_with_label, trim_name, with_owners,
};
use super::credit_label::{label_before, strip_folded};
use super::credit_names::names;
use super::credit_words::SIGNED;
use super::dateline::{floor_boundary, range_in};
use super::dateline_date::digit;
use super::names::looks_like_name;
use super::signs::{Signs, has_double_space};
use crate::folded::{is_capital, is_letter, is_letter_or_number, is_small, is_space, rfind};
use crate::label::measure::is_closing_bracket;

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

/// `Mayor of Northport, Ana Lima / AGENCY`: an agency behind a spaced slash, and more before it than a name.
fn behind_slash(line: &str, text: &str) -> Option<Found> {
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
fn bracketed<'t>(line: &'t str, text: &'t str) -> Option<Found> {
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
fn labelled<'t>(line: &'t str, text: &'t str, from: usize) -> Option<Found> {
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
fn owned<'t>(line: &'t str, text: &'t str, from: usize) -> Option<Found> {
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

/// Where a credit may begin behind the sentence of a caption.
fn starts(text: &str, from: usize) -> Vec<(usize, Place)> {
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
fn seen_from(text: &str, from: usize) -> usize {
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

/// `…＝某市で2024年2月、氏名撮影`: Japanese captions name place, day and photographer in one breath.
fn signed_behind_comma<'t>(line: &'t str, text: &'t str) -> Option<Found> {
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
fn bare_agency<'t>(line: &'t str, text: &'t str) -> Option<Found> {
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
fn unparted_agency<'t>(line: &'t str, text: &'t str) -> Option<Found> {
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

/// Without the brackets around it, whichever were left.
fn unbracketed(piece: &str) -> &str {
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

fn is_caption_edge(c: char) -> bool {
    is_line_edge(c)
        || matches!(c, '/' | '-' | '–' | '—' | '―' | ',' | '©' | '(' | '[' | '（' | '，' | '、' | ';' | '·')
}

fn trimmed(line: &str, range: Range<usize>, edge: fn(char) -> bool) -> Range<usize> {
    let text = &line[range.clone()];
    if has_plain_ends(text) {
        return range;
    }
    let start = text.trim_start_matches(is_line_edge);
    range_in(line, start.trim_end_matches(edge))
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    let floor = floor_boundary(text, at);
    if floor == at { at } else { text[floor..].chars().next().map_or(floor, |c| floor + c.len_utf8()) }
}

#[cfg(test)]
#[path = "credit_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "credit_habits.rs"]
mod habits;
