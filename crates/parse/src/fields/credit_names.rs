//! Names in credits: is it a run of names, and which is the photographer.

use super::agency::{is_agency, is_agency_like, is_unspaced, may_open_agency, says_agency};
use super::credit_label::{folded_suffix, strip_folded};
use super::credit_words::{KEPT_OPENINGS, LABELS};
use super::dateline_date::digit;
use super::names::{is_given, looks_like_name};
use super::source::names_paper;
use super::words::has;
use super::words_credit::{BODIES, PROVENANCE};
use crate::folded;
use crate::folded::{ByLetters, is_capital, is_letter, is_small, is_space};
use crate::lines::range_in;

/// What a run of names holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names {
    /// Words in all.
    pub(super) words: usize,
    /// A known agency, a kind of agency or a web address is in it.
    pub(super) agency: bool,
    /// A slash or bar parts it.
    pub(super) slash: bool,
    /// Some part reads like a person's name.
    pub(super) person: bool,
    /// All in capitals.
    pub(super) caps: bool,
}

/// Marks and words between the owners of a picture.
const JOINTS: &[&str] = &[
    " via ",
    " for ",
    " on ",
    " pour ",
    " für ",
    " für die ",
    " para ",
    " per ",
    " and ",
    " und ",
    " y ",
    " et ",
    " e ",
];

/// Small words inside names.
fn is_particle(word: &str) -> bool {
    word.len() <= 5
        && matches!(
            word,
            "de" | "del"
                | "della"
                | "di"
                | "da"
                | "do"
                | "dos"
                | "das"
                | "des"
                | "du"
                | "la"
                | "le"
                | "les"
                | "el"
                | "al"
                | "van"
                | "von"
                | "der"
                | "den"
                | "zu"
                | "ter"
                | "ten"
                | "bin"
                | "ben"
                | "ibn"
                | "of"
                | "the"
                | "and"
                | "und"
                | "et"
                | "y"
                | "e"
                | "i"
                | "af"
                | "av"
                | "for"
                | "via"
                | "on"
                | "zur"
                | "dan"
        )
}

/// Reads a piece of nothing but names; None as soon as a word is none.
pub(super) fn names(piece: &str) -> Option<Names> {
    let piece = folded::trim(piece);
    let mut out = Names { caps: true, ..Names::default() };
    let no_name = |c| matches!(c, '。' | '“' | '”' | '„' | '…');
    if piece.len() > 4 * 90
        || piece.len() > 90 && piece.chars().count() > 90
        || piece.bytes().any(|b| matches!(b, b'?' | b'!' | b'"' | b';'))
        || !piece.is_ascii() && piece.contains(no_name)
    {
        return None;
    }
    // A sentence is told by its first word in small letters; only behind a slash, or in the name of an agency, may it stand.
    let bytes = piece.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'/' | b'|' | 0xef)) && holds_word(piece) && !is_agency(piece)
    {
        return None;
    }
    // A full stop behind a word, not behind an initial: a sentence ends there.
    for at in memchr::memchr_iter(b'.', bytes).filter(|at| bytes.get(at + 1) == Some(&b' ')) {
        let word = piece[..at].rsplit([' ', '/']).next().unwrap_or_default();
        if word.chars().count() > 4
            || word.chars().any(|c| is_letter(c) && !c.is_uppercase() && !c.is_lowercase())
        {
            return None;
        }
    }
    for (index, part) in piece.split(['/', '|', '／']).enumerate() {
        out.slash |= index > 0;
        let part = folded::trim(part);
        if part.is_empty() {
            continue;
        }
        if is_agency(part) {
            out.agency = true;
            out.words += part.split_whitespace().count();
            continue;
        }
        // `Ana Lima/abc`: behind a photographer's name agencies sign in small letters too.
        let sign = (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
        if index > 0 && out.person && sign && !is_particle(part) {
            out.words += 1;
            out.caps = false;
            continue;
        }
        for part in part.split(',') {
            name_part(part.trim(), &mut out)?;
        }
    }
    (out.words > 0).then_some(out)
}

/// May [`names`] find a house in a piece that no slash or bar parts?
pub(super) fn may_name_house(piece: &str) -> bool {
    if may_open_agency(piece) && is_agency(piece) {
        return true;
    }
    let mut joined = false;
    let mut rest = piece;
    while !rest.is_empty() {
        let plain = rest.bytes().take_while(|byte| byte.is_ascii_graphic() && *byte != b',').count();
        let end = match rest.as_bytes().get(plain) {
            // A letter beyond ASCII may be of the word, a space beyond it not.
            Some(byte) if !byte.is_ascii() => rest.find(|c| c == ',' || is_space(c)).unwrap_or(rest.len()),
            Some(byte) if *byte != b',' && !byte.is_ascii_whitespace() && *byte != 0xb => return true,
            _ => plain,
        };
        let word = &rest[..end];
        rest = rest[end..].trim_start_matches(|c| c == ',' || is_space(c));
        let Some(first) = word.bytes().next() else { continue };
        if first.is_ascii_uppercase() {
            // What opens with a capital is asked for with its neighbours, below; but an address is a house.
            joined |= holds_inner_stop(word);
        } else if is_particle(word) {
            joined |= matches!(word, "via" | "for" | "on");
        } else if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            if !(may_open_agency(word) && is_agency(word)) {
                return false;
            }
            joined = true;
        } else {
            // A dash joins two owners where spaces stand around it.
            joined |= matches!(word, "-" | "–") || holds_inner_stop(word) || is_agency(trim_core(word));
        }
    }
    let is_house = |part: &str| may_open_agency(part) && is_agency(part) || says_agency(part);
    joined
        || if memchr::memchr(b',', piece.as_bytes()).is_none() {
            says_agency(folded::trim(piece))
        } else {
            piece.split(',').any(|part| is_house(part.trim()))
        }
}

/// Is a full stop within the word?
fn holds_inner_stop(word: &str) -> bool {
    word.bytes().zip(word.bytes().skip(1)).any(|(stop, next)| stop == b'.' && next != b'.')
}

/// A word without the marks around it.
fn trim_core(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '(' | ')' | '.' | '\'' | '’' | '&' | '-' | '–' | '@'))
}

/// Is there a word in small letters of ASCII that joins no names and is no agency's?
fn holds_word(piece: &str) -> bool {
    piece.split([' ', ',']).any(|word| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && !is_particle(word)
            && !is_agency(word)
    })
}

/// [`str::split_once`] for marks that begin with a space: setting up a search costs more than looking at the spaces.
fn split_once<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    debug_assert!(mark.starts_with(' '));
    let bytes = text.as_bytes();
    let at = memchr::memchr_iter(b' ', bytes).find(|at| bytes[*at..].starts_with(mark.as_bytes()))?;
    Some((&text[..at], &text[at + mark.len()..]))
}

fn name_part(part: &str, out: &mut Names) -> Option<()> {
    if part.is_empty() {
        return Some(());
    }
    let mut capitals = 0;
    let mut words = 0;
    let mut caseless = false;
    for word in part.split_whitespace() {
        let core = trim_core(word);
        let Some(first) = core.chars().next() else { continue };
        words += 1;
        let site = core.contains('.')
            && core
                .rsplit('.')
                .next()
                .is_some_and(|e| (2..=4).contains(&e.len()) && e.bytes().all(|b| b.is_ascii_alphabetic()));
        if site {
            out.agency = true;
            continue;
        }
        if is_capital(first) || !is_small(first) && is_letter(first) || word.starts_with('@') {
            capitals += 1;
            caseless |= !is_capital(first) && !is_small(first);
            out.caps &= !core.chars().any(is_small);
        } else if is_particle(core)
            || is_agency(core)
            || digit(first).is_some() && core.chars().any(is_letter)
        {
            out.agency |= is_agency(core);
        } else if core.chars().nth(1).is_some_and(|c| c.is_uppercase() || matches!(c, '\'' | '’')) {
            // `eThekwini`, `d'Or`.
            capitals += 1;
        } else {
            return None;
        }
    }
    out.agency |= is_agency_like(part);
    // `A B for AGENCY`, `A B via AGENCY`, `A B on SITE`.
    for joint in [" via ", " for ", " on ", " – ", " - "].into_iter().filter(|_| words > 1) {
        if let Some((who, owner)) = split_once(part, joint) {
            out.agency |= is_agency(owner);
            // `A B for The Paper` is parted as a slash would part it.
            out.slash |= (2..=4).contains(&who.split_whitespace().count());
        }
    }
    out.words += words;
    // Endings of verbs and particles are written in hiragana: no name.
    if part.chars().any(|c| matches!(c, '\u{3041}'..='\u{309f}')) {
        return None;
    }
    out.caps &= part.chars().filter(|c| c.is_uppercase()).count() >= 2 && !caseless;
    // A sentence in letters without capitals looks like names word for word: only short ones pass.
    if capitals == 0 && !out.agency || words > 7 || caseless && (words > 4 || part.chars().count() > 24) {
        return None;
    }
    if caseless && part.chars().any(is_unspaced) && part.chars().count() > 10 {
        return None;
    }
    // Letters without capitals show no names: only marks around them do.
    out.person |=
        !caseless && (2..=4).contains(&words) && capitals >= 2 && !part.chars().any(|c| digit(c).is_some());
    Some(())
}

/// The photographer and the house of a credit.
pub(super) fn split_owner(name: &str) -> (Option<&str>, Option<&str>) {
    let name = name.trim();
    // `某社记者 某某`.
    for title in ["记者", "記者"] {
        if let Some((house, who)) = (!name.is_ascii()).then(|| name.split_once(title)).flatten() {
            let who = who.trim();
            let some = |s: &'_ str| !s.is_empty();
            return (Some(who).filter(|w| some(w)), Some(house.trim()).filter(|h| some(h)));
        }
    }
    for title in [" 기자", " 사진기자", " 작가", "사진기자", "기자"] {
        if let Some(who) = name.strip_suffix(title) {
            return match who.rsplit_once(' ') {
                Some((house, who)) => (Some(who), Some(house)),
                None => (Some(who), None),
            };
        }
    }
    let mut person = None;
    let mut agency = None;
    // `The Paper: A B` has the person behind the colon.
    let parts = name.rsplit(':').flat_map(|piece| piece.split(['/', '|', '／', ',']));
    for part in parts {
        let part = without_provenance(part.trim());
        let joint = JOINTS.iter().take(7).find_map(|j| Some((*j, split_once(part, j)?)));
        let (who, house) = match joint {
            // `Handout via AGENCY`, `Courtesy of the port via AGENCY`: who distributes it stands behind.
            Some((" via ", (who, house))) if !is_person(who.trim()) && !is_agency_like(who.trim()) => {
                (house.trim(), None)
            }
            Some((_, (who, house))) => (who.trim(), Some(house.trim())),
            None => (part, None),
        };
        if is_provenance(who) || is_label(name, part) {
            continue;
        }
        if person.is_none() && is_person(who) {
            person = Some(who);
        } else if agency.is_none() && !who.is_empty() {
            agency = Some(who);
        }
        if let (None, Some(house)) = (agency, house) {
            agency = Some(house);
        }
    }
    (person, agency)
}

fn is_provenance(part: &str) -> bool {
    has(&PROVENANCE, part)
}

/// Whether a part of a credit is a label before its colon: `Bild: Agency/A B` behind another label.
fn is_label(name: &str, part: &str) -> bool {
    name[range_in(name, part).end..].starts_with(':')
        && LABELS.iter().any(|(label, _)| folded_suffix(part, label) == Some(0))
}

/// `Courtesy of the museum` is the museum's.
fn without_provenance(part: &str) -> &str {
    static KEPT: ByLetters = ByLetters::new();
    let may = KEPT.among(part.chars(), KEPT_OPENINGS.iter().map(|opening| opening.chars()));
    let rest = may
        .map(|i| &KEPT_OPENINGS[i])
        .filter_map(|opening| strip_folded(part, opening))
        .min_by_key(|rest| rest.len());
    rest.map(str::trim).filter(|rest| !rest.is_empty() && !rest.starts_with("via ")).unwrap_or(part)
}

fn is_person(part: &str) -> bool {
    if part.chars().any(|c| digit(c).is_some()) {
        return false;
    }
    if part.chars().all(is_unspaced) {
        return (2..=4).contains(&part.chars().count()) && !is_agency_like(part) && !is_body(part);
    }
    if part.split_whitespace().count() > 4 || is_agency_like(part) || is_body(part) {
        return false;
    }
    // Letters without capitals show no names: in a credit they are a person's unless a word says otherwise.
    if !part.chars().any(|c| c.is_uppercase() || c.is_lowercase()) {
        return looks_like_name(part) >= CASELESS;
    }
    (2..=4).contains(&part.split_whitespace().count()) && names(part).is_some_and(|n| n.person)
}

/// How much two words of a script without capitals look like a name when nothing speaks against it, 0 to 1.
const CASELESS: f32 = 0.3;

/// Does a word say that it is a paper, an office, a museum? A family name behind a given name may be such a word too.
fn is_body(part: &str) -> bool {
    let given =
        || part.split_whitespace().count() == 2 && part.split_whitespace().next().is_some_and(is_given);
    let said = part.split(|c: char| c.is_whitespace() || c == '-').any(|word| has(&BODIES, word));
    said || names_paper(part) && !given()
}
