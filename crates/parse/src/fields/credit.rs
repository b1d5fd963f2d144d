//! Picture credits: who took the picture under which a caption stands, and where the caption ends.

use std::ops::Range;

use wirecopy_model::CreditKind;

use super::agency::{agency_at_end, is_unspaced};
use super::credit_names::{Names, names, split_owner};
use super::credit_words::{ENDINGS, KEPT_OPENINGS, LABELS, OPENINGS, SIGNED};
use super::dateline::{floor_boundary, range_in};
use super::dateline_date::{digit, is_word_char};

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

/// A credit found in a line, before it is cut up.
#[derive(Debug, Clone)]
struct Found {
    /// Where the caption ends, marks included.
    cut: usize,
    credit: CreditRead,
    strength: f32,
}

/// Splits a line that is known to be a caption.
pub(crate) fn split_caption(line: &str) -> CaptionRead {
    match find(line).filter(|f| f.strength >= 0.3) {
        Some(found) => {
            let caption = trimmed(line, 0..found.cut, is_caption_edge);
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

/// Reads a line that is only a credit; None when nothing of a credit is in it.
pub(crate) fn read_credit(line: &str) -> Option<CreditRead> {
    let whole = trimmed(line, 0..line.len(), is_line_edge);
    let body = unbracketed(&line[whole]);
    if body.is_empty() {
        return None;
    }
    if let Some(found) = assess(line, body, Place::Whole) {
        return Some(found.credit);
    }
    // Known to be a credit, of no shape: a restaurant, an office, a family.
    let plain = body.chars().count() <= 80 && !body.ends_with(['.', '?', '!', '。']);
    plain.then(|| credit(line, body, body, None))
}

/// How likely the line is, or ends in, a picture credit: a feature of any line.
pub(crate) fn credit_strength(line: &str) -> f32 {
    let text = line.trim_end_matches(is_line_edge);
    let Some(last) = text.chars().next_back() else { return 0.0 };
    // A paragraph ends with a full stop and holds no label: most lines end here.
    let tail = &text[ceil_boundary(text, text.len().saturating_sub(REACH))..];
    if matches!(last, '.' | '!' | '?' | '。' | '"' | '”' | '»' | '…' | '।' | '؟')
        && !tail.contains([':', '：', '©', '=', '/'])
    {
        return 0.0;
    }
    if text.chars().count() > 120
        && last.is_lowercase()
        && !tail.contains([':', '：', '©', '/', '|'])
        && agency_at_end(text).is_none()
    {
        return 0.0;
    }
    find(line).map_or(0.0, |f| f.strength)
}

/// Where a run of names stands, which says how much it takes to make a credit of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Bracket,
    /// Behind a full stop.
    Sentence,
    /// Behind a dash, slash or bar.
    Mark,
}

fn find(line: &str) -> Option<Found> {
    let whole = trimmed(line, 0..line.len(), is_line_edge);
    let text = &line[whole.clone()];
    if text.is_empty() {
        return None;
    }
    let from = ceil_boundary(text, text.len().saturating_sub(REACH));
    let best =
        bracketed(line, text).or_else(|| labelled(line, text, from)).or_else(|| owned(line, text, from));
    if let Some(found) = best {
        return Some(found);
    }
    if from == 0 {
        if let Some(found) = assess(line, unbracketed(text), Place::Whole).filter(|f| f.strength >= 0.5) {
            return Some(Found { cut: whole.start, ..found });
        }
    }
    let mut best: Option<Found> = None;
    for (at, place) in starts(text, from) {
        let tail = &text[at..];
        if let Some(found) = assess(line, unbracketed(tail.trim_matches(is_line_edge)), place) {
            if best.as_ref().is_none_or(|b| found.strength > b.strength) {
                best = Some(Found { cut: whole.start + at, ..found });
            }
        }
    }
    best.or_else(|| signed_behind_comma(line, text)).or_else(|| bare_agency(line, text))
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
    for (at, c) in text[from..].char_indices() {
        if !matches!(c, ':' | '：' | '=' | '＝') {
            continue;
        }
        let at = from + at;
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
        let raw = &text[start..range_in(text, name).end];
        let cut = range_in(line, &text[..start]).end;
        let strength = if start == 0 || weight >= 0.9 { weight } else { weight * 0.8 };
        return Some(Found { cut, credit: credit(line, raw, name, kind), strength });
    }
    None
}

/// The label that ends right before a colon: its start, the kind of picture, how sure.
fn label_before(text: &str, colon: usize) -> Option<(usize, Option<CreditKind>, f32)> {
    let before = text[..colon].trim_end();
    // The longest label wins: `photo credit` over `credit`.
    let mut best: Option<(usize, Option<CreditKind>, f32)> = None;
    for (word, kind) in LABELS {
        let Some(start) = folded_suffix(before, word) else { continue };
        let previous = before[..start].chars().next_back();
        let glued = before[start..].chars().next().is_some_and(char::is_uppercase);
        let apart = previous.is_none_or(|p| !is_word_char(p) || is_unspaced(p) && !word.is_ascii());
        if !(apart || glued && previous.is_some_and(|p| p.is_lowercase()) && word.len() > 3) {
            continue;
        }
        // `the fuente: ` inside a sentence is a word like any other; labels open with a capital or stand apart.
        let set_off = previous.is_none_or(|p| !p.is_whitespace())
            || before[..start].trim_end().ends_with(|p: char| !is_word_char(p) && digit(p).is_none());
        let capital = before[start..].chars().next().is_some_and(|c| !c.is_lowercase());
        let weight = match (kind.is_some(), set_off, capital) {
            (true, true, _) => 0.95,
            (true, false, true) => 0.9,
            (false, true, _) => 0.7,
            (false, false, true) => 0.5,
            _ => continue,
        };
        if best.is_none_or(|(b, _, _)| start < b) {
            best = Some((start, *kind, weight));
        }
    }
    // German joins what the picture is to the word: `Archivfoto`, `Symbolbild`.
    if best.is_none() {
        for word in ["foto", "bild", "fotos", "bilder", "photo", "grafik"] {
            let Some(start) = folded_suffix(before, word) else { continue };
            let from = before[..start]
                .rfind(|c: char| !is_word_char(c) && c != '-')
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
            if before[from..].chars().next().is_some_and(char::is_uppercase) {
                return Some((from, Some(CreditKind::Photo), 0.9));
            }
        }
        return None;
    }
    let (start, kind, weight) = best?;
    // `Image credit`, `Feature Photo`, `AP Foto`: words that belong to the label.
    let mut from = start;
    for word in
        ["image", "photo", "feature", "featured", "main", "picture", "file", "stock", "cover", "header"]
    {
        let lead = before[..from].trim_end();
        if let Some(at) = folded_suffix(lead, word) {
            if lead.len() < from && !lead[..at].ends_with(is_word_char) {
                from = at;
            }
        }
    }
    Some((from, kind, weight))
}

/// `© A B/imago`, `(c) Agency`, `ⓒ 뉴스1`, `Copyright A B`.
fn owned<'t>(line: &'t str, text: &'t str, from: usize) -> Option<Found> {
    let tail = &text[from..];
    // Wrongly decoded letters hold the sign too (`Ã©`): it stands apart from the word before it.
    let (at, len) = tail
        .rmatch_indices(['©', 'ⓒ', '℗'])
        .find(|(at, _)| {
            text[..from + at]
                .chars()
                .next_back()
                .is_none_or(|p| !p.is_alphanumeric() && !matches!(p, '£' | '¿' | '¡'))
        })
        .map(|(at, m)| (at, m.len()))
        .or_else(|| tail.rfind("(c) ").or_else(|| tail.rfind("(C) ")).map(|at| (at, 4)))?;
    let at = from + at;
    let name = trim_name(text[at + len..].trim_start_matches([':', ' ', '\u{a0}']));
    if name.is_empty() || !could_be_names(name) || name.chars().count() > 90 {
        return None;
    }
    // `© 2024 Example Media. All rights reserved` is the foot of the page.
    let first = name.chars().next().and_then(digit);
    let foot = first.is_some() || name.contains("ights") || name.contains("eserved");
    let raw = &text[at..range_in(text, name).end];
    let strength = if foot { 0.2 } else { 0.9 };
    Some(Found { cut: range_in(line, &text[..at]).end, credit: credit(line, raw, name, None), strength })
}

/// Where a credit may begin behind the sentence of a caption.
fn starts(text: &str, from: usize) -> Vec<(usize, Place)> {
    let mut out = Vec::new();
    let mut before = ' ';
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if at >= from && at > 0 && !c.is_whitespace() {
            let previous = text[..at].trim_end().chars().next_back();
            let spaced = before.is_whitespace();
            let stop = previous.is_some_and(|p| {
                matches!(p, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '”' | '"' | '»' | '؟' | '।')
            });
            if stop && (spaced || is_unspaced(c) || ended && c.is_uppercase()) {
                out.push((at, Place::Sentence));
            } else if spaced
                && previous.is_some_and(|p| matches!(p, '/' | '|' | '—' | '–' | '-' | '•' | '·' | '―'))
                && set_apart(text, at)
            {
                out.push((at, Place::Mark));
            } else if text[..at].ends_with("  ") || text[..at].ends_with('\t') {
                out.push((at, Place::Mark));
            }
        }
        // A full stop with no space behind it ends the sentence when a small letter or bracket stands before it.
        ended = matches!(c, '.' | '!' | '?')
            && (before.is_lowercase() || matches!(before, ')' | '”' | '"') || digit(before).is_some());
        before = c;
    }
    out
}

/// The mark before `at` has space on its other side too.
fn set_apart(text: &str, at: usize) -> bool {
    let lead = text[..at].trim_end();
    let mark = lead.chars().next_back().map_or(0, char::len_utf8);
    lead[..lead.len() - mark].ends_with(|c: char| c.is_whitespace() || matches!(c, '-' | '/'))
}

/// Is the whole piece a credit, and how surely?
fn assess<'t>(line: &'t str, piece: &'t str, place: Place) -> Option<Found> {
    let piece = piece.trim_matches(|c: char| is_line_edge(c));
    if piece.is_empty() || piece.chars().count() > 120 {
        return None;
    }
    let found = |raw: &'t str, name: &'t str, kind, strength| {
        Some(Found { cut: range_in(line, piece).start, credit: credit(line, raw, name, kind), strength })
    };
    // A label in front: `Photo: …` inside brackets, `Photo by …` anywhere.
    if let Some(colon) = piece.find([':', '：', '=', '＝']) {
        if let Some((0, kind, weight)) = label_before(piece, colon) {
            let sign = piece[colon..].chars().next().map_or(1, char::len_utf8);
            let name = trim_name(&piece[colon + sign..]);
            if !name.is_empty() && could_be_names(name) {
                return found(piece, name, kind, weight.max(0.9));
            }
        }
    }
    for (opening, kind) in OPENINGS {
        if let Some(rest) = strip_folded(piece, opening) {
            let name = trim_name(rest);
            // `Foto de la playa` is a caption: behind `de` only names.
            let sure = opening.ends_with(" by ") || opening.ends_with(" of ");
            let read = names(name);
            if !name.is_empty()
                && (read.is_some() || sure && could_be_names(name))
                && !(opening.len() < 8 && read.is_some_and(|n| n.words > 8))
            {
                return found(piece, name, *kind, 0.92);
            }
        }
    }
    // `Photo VM /A B`, `Foto A B`: the label and a name, nothing between.
    for (label, kind) in
        LABELS.iter().filter(|(l, k)| k.is_some() && !l.contains(' ') && l.chars().count() > 3)
    {
        if let Some(rest) = strip_folded(piece, label) {
            let name = rest.trim_start();
            if name.len() < rest.len() && (place != Place::Whole || name.contains('/')) {
                if let Some(read) = names(name).filter(|n| n.person || n.slash || n.agency) {
                    let strength = if read.slash || read.agency { 0.85 } else { 0.55 };
                    return found(piece, name, *kind, strength);
                }
            }
        }
    }
    if let Some((name, strength)) = signed(piece) {
        return found(piece, name, Some(CreditKind::Photo), strength);
    }
    if KEPT_OPENINGS.iter().any(|o| strip_folded(piece, o).is_some())
        && could_be_names(piece)
        && piece.chars().count() <= 80
    {
        return found(piece, piece, None, 0.75);
    }
    let ending = ENDINGS.iter().find_map(|e| folded_suffix(piece, e)).filter(|at| {
        *at > 0
            && (piece[..*at].ends_with([' ', '/', '-', '\u{a0}'])
                || piece
                    .chars()
                    .next_back()
                    .is_some_and(|c| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}')))
    });
    let Some(read) = names(piece) else {
        // `Captura de pantalla del canal de Ejemplo`: only a bracket says what it is.
        let loose = place == Place::Bracket
            && could_be_names(piece)
            && piece.chars().next().is_some_and(char::is_uppercase)
            && piece.split_whitespace().count() >= 3;
        return if loose { found(piece, piece, None, 0.25) } else { None };
    };
    if ending.is_some() && read.words <= 8 {
        let strength = if place == Place::Whole && !read.slash && !read.agency { 0.6 } else { 0.85 };
        return found(piece, piece, None, strength);
    }
    let strength = bare_strength(&read, place);
    if strength <= 0.0 { None } else { found(piece, piece, None, strength) }
}

/// How sure a run of names without any label is.
fn bare_strength(read: &Names, place: Place) -> f32 {
    match place {
        Place::Bracket if read.agency => 0.95,
        Place::Bracket if read.slash => 0.85,
        Place::Bracket if read.person => 0.4,
        Place::Bracket => 0.1,
        Place::Sentence if read.agency => 0.92,
        Place::Sentence if read.slash => 0.85,
        Place::Sentence if read.caps && read.words <= 5 => 0.6,
        Place::Sentence if read.person => 0.45,
        Place::Sentence if read.words == 1 => 0.25,
        Place::Sentence => 0.15,
        Place::Mark if read.agency => 0.9,
        Place::Mark if read.slash => 0.75,
        Place::Mark if read.person => 0.45,
        Place::Mark if read.words == 1 => 0.35,
        Place::Mark => 0.2,
        Place::Whole if read.agency => 0.85,
        Place::Whole if read.slash && read.person => 0.65,
        Place::Whole if read.slash => 0.4,
        Place::Whole => 0.1,
    }
}

/// `某社记者 某某 摄`, `氏名撮影`, `박도현 기자 mail@example.kr /2020.08.20/`: the name before what it signs with.
fn signed(piece: &str) -> Option<(&str, f32)> {
    // A day, an address behind the name.
    let mut core = piece;
    for _ in 0..3 {
        let cut = core.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | '|'));
        let word = cut.rfind(char::is_whitespace).map_or(cut, |at| cut[at..].trim_start());
        let figures = word.chars().any(|c| digit(c).is_some())
            && word.chars().all(|c| digit(c).is_some() || matches!(c, '/' | '.' | '-' | '年' | '月' | '日'));
        if !(figures || word.contains('@')) || word.len() == cut.len() {
            core = cut;
            break;
        }
        core = &cut[..cut.len() - word.len()];
    }
    let core = core.trim();
    if !core.chars().any(|c| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}'))
        || core.chars().count() > 30
    {
        return None;
    }
    if let Some(sign) = SIGNED.iter().find(|s| core.ends_with(**s)) {
        let name = core[..core.len() - sign.len()].trim_end_matches([' ', '\u{3000}', '\u{a0}', '／', '/']);
        let name = name.trim_start();
        let letters = name.chars().count();
        let sentence = name.contains(['，', '。', 'の', 'を']);
        return ((2..=20).contains(&letters) && !sentence).then_some((name, 0.93));
    }
    // Korean papers sign with the title: `박도현 기자`, `잠실=박도현 기자`.
    let name = core.rsplit_once('=').map_or(core, |(_, n)| n.trim());
    let title = ["사진기자", "선임기자", "기자", "작가", "특파원"].iter().find(|t| name.ends_with(**t))?;
    let who = name[..name.len() - title.len()].trim_end();
    (who.chars().count() >= 2 && who.split_whitespace().count() <= 3).then_some((name, 0.85))
}

/// `…＝某市で2024年2月、氏名撮影`: Japanese captions name place, day and photographer in one breath.
fn signed_behind_comma<'t>(line: &'t str, text: &'t str) -> Option<Found> {
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
    let range = agency_at_end(text).filter(|r| r.start > 0)?;
    let before = text[..range.start].trim_end();
    let last = before.split_whitespace().next_back()?;
    let letter = last.chars().next_back()?;
    // `told Reuters`, `im Gespräch mit dpa`: a small word before it makes it part of the sentence.
    let strength = if !letter.is_alphabetic() || is_unspaced(letter) {
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

fn credit(line: &str, raw: &str, name: &str, kind: Option<CreditKind>) -> CreditRead {
    let (person, agency) = split_owner(name);
    CreditRead {
        raw: range_in(line, raw),
        name: range_in(line, name),
        kind,
        person: person.map(|p| range_in(line, p)),
        agency: agency.map(|a| range_in(line, a)),
    }
}

/// Behind a label anything short goes that does not read like a sentence.
fn could_be_names(name: &str) -> bool {
    if name.chars().count() > 100 {
        return false;
    }
    let mut small = 0;
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let first = word.chars().find(|c| c.is_alphanumeric());
        if first.is_some_and(char::is_lowercase) && word.chars().count() > 3 && !word.contains(['.', '/']) {
            small += 1;
        }
    }
    words <= 12 && small <= 3.min(1 + words / 2) && !name.contains(['。', '?', '？', '!'])
}

fn trim_name(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '\u{200b}' | ','));
    let name = name.trim_start_matches(['©', ' ', '\u{a0}', ':']);
    // The full stop of the line, not of an initial.
    match name.strip_suffix('.') {
        Some(cut) if cut.chars().rev().take_while(|c| c.is_alphabetic()).count() > 2 => cut,
        _ => name,
    }
}

/// Without the brackets around it, whichever were left.
fn unbracketed(piece: &str) -> &str {
    let pairs = |c: char| matches!(c, '(' | '[' | '（' | '【' | '［' | '〔' | '|') || c.is_whitespace();
    let closing = |c: char| matches!(c, ']' | '）' | '】' | '］' | '〕' | '|') || c.is_whitespace();
    let open = piece.starts_with(['(', '[', '（', '【', '［', '〔']);
    let core = piece.trim_start_matches(pairs).trim_end_matches(closing);
    if open { core.trim_end_matches(|c: char| c == ')' || closing(c)) } else { core }
}

fn is_line_edge(c: char) -> bool {
    crate::lines::is_blank_char(c) || matches!(c, '|' | '•')
}

fn is_caption_edge(c: char) -> bool {
    is_line_edge(c)
        || matches!(c, '/' | '-' | '–' | '—' | '―' | ',' | '(' | '[' | '（' | '，' | '、' | ';' | '·')
}

fn trimmed(line: &str, range: Range<usize>, edge: fn(char) -> bool) -> Range<usize> {
    let text = &line[range];
    let start = text.trim_start_matches(is_line_edge);
    range_in(line, start.trim_end_matches(edge))
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    let floor = floor_boundary(text, at);
    if floor == at { at } else { text[floor..].chars().next().map_or(floor, |c| floor + c.len_utf8()) }
}

/// The rest behind `prefix`, whatever the case.
fn strip_folded<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let mut letters = text.char_indices();
    for p in prefix.chars() {
        let (_, c) = letters.next()?;
        if c != p && !c.to_lowercase().eq(p.to_lowercase()) {
            return None;
        }
    }
    Some(letters.as_str())
}

/// Where `suffix` begins, whatever the case.
fn folded_suffix(text: &str, suffix: &str) -> Option<usize> {
    let mut letters = text.char_indices().rev();
    let mut start = None;
    for s in suffix.chars().rev() {
        let (at, c) = letters.next()?;
        if c != s && !c.to_lowercase().eq(s.to_lowercase()) {
            return None;
        }
        start = Some(at);
    }
    start
}

#[cfg(test)]
#[path = "credit_tests.rs"]
mod tests;
