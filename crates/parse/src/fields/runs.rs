//! One run of words in a byline: a name, a role, a paper, a place, or a mixture that lost its commas.

use super::agency::{is_agency, is_agency_like};
use super::names::{is_given, name_score};
use super::outlet::is_known_paper;
use super::scan::{Mode, Scan, What};
use super::tokens::{Case, Kind, Token};
use super::vocabulary::Known;
use super::words::has;
use super::words_common::COMMON;
use super::words_label::{PARTICLES, SUFFIXES};
use super::words_outlet::{ARTICLES, OUTLET_ENDS, OUTLETS};
use super::words_role::{DESKS, MODIFIERS, ROLES};
use crate::folded::{ByLetters, is_letter};

/// Least [`name_score`] of a second name after a comma: below stand towns and institutes.
const LISTED: f32 = 0.4;

/// Least score of a name that opens a mixed line with no lead word.
const UNLED: f32 = 0.3;

/// Reads a run of words in the mode that the scan is in.
pub(super) fn run(scan: &mut Scan<'_>, words: &[Token], last: bool) {
    let Some((first, end)) = words.first().zip(words.last()).map(|(f, l)| (f.start, l.end)) else { return };
    let whole = &scan.line[first..end];
    if scan.before == ',' && words.len() == 1 && has(&SUFFIXES, whole) && extend_last_person(scan, end) {
        return;
    }
    // `A B, Ph.D.`, `A B, MD, RDN`
    if scan.people > 0 && words.len() == 1 && is_degree(whole) {
        return scan.push(What::Role, first..end);
    }
    if is_agency(whole) {
        let alone = scan.mode == Mode::Author && scan.people == 0 || scan.mode != Mode::Author;
        return scan.push(if alone { What::Agency } else { What::Outlet }, first..end);
    }
    let text = |i: usize| &scan.line[words[i].start..words[i].end];
    let Some(role) = (0..words.len()).find(|i| is_role(text(*i), &words[*i])) else {
        return unroled(scan, words, last);
    };
    let mut from = role;
    while from > 0
        && (has(&MODIFIERS, text(from - 1))
            || is_adjective(text(from - 1), from)
            || words[from - 1].kind == Kind::Word(Case::Lower))
    {
        from -= 1;
    }
    // `By Art Staff Reporter`: a name keeps its two words even where they could belong to the role.
    if from < 2 && role >= 2 && is_given(text(0)) && !has(&MODIFIERS, text(0)) {
        from = 2;
    }
    if role == 0
        && let Some((head, tail)) = text(0).rsplit_once(['-', '‐', '‑'])
        && has(&DESKS, tail)
        && head.chars().all(char::is_uppercase)
    {
        // `NZZ-Redaktion`: the paper's initials, then its desk.
        scan.push(What::Outlet, first..first + head.len());
        return scan.push(What::Desk, words[0].end - tail.len()..end);
    }
    if from == 1 && scan.people == 0 && outlet_word(words[0].kind, text(0)) {
        // `HT Correspondent`, `PhillyVoice Staff`: the paper's, and nobody's.
        scan.push(What::Outlet, words[0].start..words[0].end);
        return scan.push(What::Desk, words[1].start..end);
    }
    let title = has(&ROLES, text(role)) && !has(&DESKS, text(role));
    if title
        && from < 2
        && role + 2 < words.len()
        && scan.people == 0
        && name_score(scan.line, &words[role + 1..]) >= 0.45
    {
        // `Author Ana Lima`, `Korrespondent Falk Ostheide`: the role goes before.
        scan.push(What::Role, first..words[role].end);
        return unroled(scan, &words[role + 1..], last);
    }
    // `Coast Consortium Staff`, `Orbi Team`: many, unless a known name stands before.
    let many = text(role).eq_ignore_ascii_case("team") || text(role).eq_ignore_ascii_case("staff");
    let unnamed = (many || words[0].kind == Kind::Word(Case::Caseless)) && scan.people == 0;
    if from >= 2 && !(unnamed && name_score(scan.line, &words[..from]) < 0.6) {
        unroled(scan, &words[..from], false);
        let what =
            if scan.parts.last().is_some_and(|p| p.what == What::Person) { What::Role } else { What::Desk };
        return scan.push(what, words[from].start..end);
    }
    let after_person = scan.people > 0;
    let what = if after_person { What::Role } else { What::Desk };
    scan.push(what, first..end);
}

/// Letters of an academic degree.
fn is_degree(word: &str) -> bool {
    matches!(
        word,
        "PhD"
            | "MD"
            | "MBA"
            | "MS"
            | "MA"
            | "MSc"
            | "BSc"
            | "RN"
            | "RD"
            | "RDN"
            | "LD"
            | "DO"
            | "JD"
            | "CPA"
            | "Esq"
            | "Esq."
    ) || word.contains('.') && word.len() <= 6 && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Does the name end as names of papers do?
pub(super) fn ends_like_paper(name: &str) -> bool {
    paper_end(name).is_some()
}

/// Letters of the end by which a word is told to be the name of a paper, the longest that fits.
pub(super) fn paper_end(name: &str) -> Option<usize> {
    if !name.is_ascii() {
        let lower = name.to_lowercase();
        return OUTLET_ENDS.iter().filter(|e| lower.ends_with(**e)).map(|e| e.chars().count()).max();
    }
    static LAST: ByLetters = ByLetters::new();
    let ends = LAST.among(name.chars().rev(), OUTLET_ENDS.iter().map(|e| e.chars().rev()));
    ends.map(|i| OUTLET_ENDS[i])
        .filter(|end| {
            let at = name.len().checked_sub(end.len());
            at.is_some_and(|at| name[at..].eq_ignore_ascii_case(end))
        })
        .map(str::len)
        .max()
}

/// `Landespolitische Korrespondentin`: an adjective behind two words of a name belongs to the role.
fn is_adjective(word: &str, at: usize) -> bool {
    const ENDS: &[&str] = &["ische", "ischer", "liche", "licher"];
    at > 2 && word.len() > 8 && ENDS.iter().any(|end| word.ends_with(end))
}

/// Is a single word before a role the name of a paper?
fn outlet_word(kind: Kind, word: &str) -> bool {
    is_agency(word) || matches!(kind, Kind::Word(Case::Camel | Case::Upper)) || has(&OUTLETS, word)
}

fn is_role(word: &str, token: &Token) -> bool {
    token.known.any(Known::ROLE.or(Known::DESK))
        || word.rsplit_once(['-', '‐', '‑']).is_some_and(|(_, tail)| has(&DESKS, tail) || has(&ROLES, tail))
}

/// A run without a role word.
fn unroled(scan: &mut Scan<'_>, words: &[Token], last: bool) {
    let Some((first, end)) = words.first().zip(words.last()).map(|(f, l)| (f.start, l.end)) else { return };
    let line = scan.line;
    if words.len() > 1 && words[0].known.any(Known::HONORIFIC) {
        return unroled(scan, &words[1..], last);
    }
    if words.iter().all(|w| w.known.any(Known::COMMON)) && !(scan.led && scan.people == 0) {
        // `Local News`, `World`: sections.
        return scan.push(What::Category, first..end);
    }
    if let Some(outlet) = outlet_from(line, words, scan.mode == Mode::Free && scan.people == 0) {
        if outlet > 0 {
            unroled(scan, &words[..outlet], false);
        }
        let led = scan.mode == Mode::Author && scan.people == 0;
        return scan.push(if led { What::Agency } else { What::Outlet }, words[outlet].start..end);
    }
    let name = name_length(line, words);
    if name == 0 {
        return scan.push(What::Other, first..end);
    }
    let span = first..words[name - 1].end;
    // Three writers in a row, with no mark between: the least like a name tells.
    let starts = starts_of_names(line, &words[..name]);
    let ends = starts.iter().skip(1).copied().chain([name]);
    let score =
        starts.iter().zip(ends).map(|(from, to)| name_score(line, &words[*from..to])).fold(1.0, f32::min);
    let person = match scan.mode {
        Mode::Author => led_person(scan, &words[..name], score),
        Mode::Free => {
            (scan.people == 0 || matches!(scan.before, ',' | '&' | ' '))
                && name > 1
                && score >= if scan.people > 0 { LISTED } else { UNLED }
        }
        // `A B / C D | The Paper`: behind the slash stands a paper as often as a second writer.
        Mode::Tail => {
            name > 1 && (scan.before == '&' && score >= LISTED || scan.before == '/' && score >= 0.75)
        }
        _ => false,
    };
    if person {
        people(scan, &words[..name]);
        if scan.mode == Mode::Free {
            scan.mode = Mode::Author;
        }
    } else {
        let what = other_kind(scan, &line[span.clone()], words[name - 1].kind, name, last);
        scan.push(what, span);
    }
    if name < words.len() {
        rest(scan, &words[name..]);
    }
}

/// Is a run after a lead word, or in a line known to be a byline, a person?
fn led_person(scan: &Scan<'_>, words: &[Token], score: f32) -> bool {
    let line = scan.line;
    let first = &line[words[0].start..words[0].end];
    if words.len() == 1 {
        let paper = ends_like_paper(first);
        return scan.people == 0
            && !paper
            && words[0].kind != Kind::Word(Case::Upper)
            && (is_given(first) || scan.led && !has(&COMMON, first))
            || scan.people > 0 && scan.before == '&' && is_given(first);
    }
    if words[0].kind == Kind::Word(Case::Upper) && is_agency(first) && !is_given(first) {
        // `MDR THÜRINGEN`: a station and its region.
        return false;
    }
    if scan.people == 0 {
        return score >= if scan.led { 0.0 } else { 0.1 };
    }
    match scan.before {
        // Two names printed without a mark between them, or joined by a word.
        '&' | ' ' => score >= 0.1,
        // `A B, Managing Partner, Firm Name`: a role is followed by whom it serves.
        ',' if scan.parts.last().is_some_and(|p| p.what == What::Role) => score >= 0.9,
        // `A B, Garden Educator`: two unknown words after a known name are a writer only in a list that goes on.
        ',' if score < 0.6 => score >= LISTED && listed(scan, words),
        ',' | ';' => score >= LISTED,
        // `A B (C D)`: a place or a paper stands in brackets.
        _ => score >= 0.7 && scan.before != '(',
    }
}

/// Does a list of names go on after the words: `A B, C D and E F`, `Text: A B, C D`?
fn listed(scan: &Scan<'_>, words: &[Token]) -> bool {
    let end = words.last().map_or(scan.line.len(), |w| w.end);
    let several = scan.people > 1 && scan.parts.last().is_some_and(|p| p.what == What::Person);
    several
        || scan.line.contains([':', '：'])
        || scan.line[end..].split_whitespace().any(super::names::is_conjunction)
}

/// What a run is that is no person.
fn other_kind(scan: &Scan<'_>, text: &str, kind: Kind, words: usize, last: bool) -> What {
    let after = scan.people > 0;
    if text.contains(|c| matches!(c, '\u{80}'..='\u{bf}')) {
        // Letters of UTF-8 read as Latin-1: some label, which no table can know.
        return What::Other;
    }
    if ends_like_paper(text) || is_agency_like(text) || is_known_paper(text) {
        return if after { What::Outlet } else { What::Agency };
    }
    if kind == Kind::Word(Case::Upper) && words == 1 && text.chars().count() <= 6 && !has(&COMMON, text) {
        // Call signs and short names of papers: `KUT`, `MDR`.
        return if after || scan.mode != Mode::Author { What::Outlet } else { What::Agency };
    }
    match scan.mode {
        Mode::Author | Mode::Tail if after => {
            let shouts = kind == Kind::Word(Case::Upper);
            let head = text.split(' ').next().is_some_and(|w| {
                is_agency(w)
                    || words > 1
                        && !shouts
                        && (2..=5).contains(&w.len())
                        && w.bytes().all(|b| b.is_ascii_uppercase())
            });
            let common = text.split(' ').any(|word| has(&COMMON, word));
            // A town is most often one word, a paper or a company two.
            let many = words > 1 && matches!(scan.before, ',' | '|' | '(');
            let paper = head || !common && (many || shouts && words > 1);
            if paper { What::Outlet } else { What::Place }
        }
        Mode::Author if scan.led => What::Agency,
        _ if last || words > 0 => What::Category,
        _ => What::Other,
    }
}

/// Pushes one person, or several whose names were run together: `Ana Lima Tom Roe`.
fn people(scan: &mut Scan<'_>, words: &[Token]) {
    let starts = starts_of_names(scan.line, words);
    for (k, start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(words.len());
        if k > 0 {
            scan.before = ' ';
        }
        scan.push(What::Person, words[*start].start..words[end - 1].end);
    }
}

/// Where the names of a run begin that has no mark between them: at each given name behind a family name.
fn starts_of_names(line: &str, words: &[Token]) -> Vec<usize> {
    let text = |i: usize| &line[words[i].start..words[i].end];
    let mut starts = vec![0];
    if words.len() >= 4 && is_given(text(0)) {
        let mut start = 0;
        for i in 2..words.len() - 1 {
            let initial_before = text(i - 1).ends_with('.');
            let particle = words[i - 1].known.any(Known::PARTICLE);
            if i - start >= 2 && is_given(text(i)) && !is_given(text(i - 1)) && !initial_before && !particle {
                starts.push(i);
                start = i;
            }
        }
    }
    starts
}

fn extend_last_person(scan: &mut Scan<'_>, end: usize) -> bool {
    match scan.parts.last_mut() {
        Some(part) if part.what == What::Person => {
            part.span.end = end;
            true
        }
        _ => false,
    }
}

/// What is left of a run after its name: `A B reports`, `A B Politics`.
fn rest(scan: &mut Scan<'_>, words: &[Token]) {
    let what = if words.iter().any(|w| w.known.any(Known::COMMON)) { What::Category } else { What::Other };
    scan.push(what, words[0].start..words[words.len() - 1].end);
}

/// How many words from the start of the run can be one name.
fn name_length(line: &str, words: &[Token]) -> usize {
    let mut length = 0;
    for (i, word) in words.iter().enumerate() {
        match word.kind {
            Kind::Word(Case::Title | Case::Upper | Case::Caseless) => {
                // `AJ Taylor Audio`: a section word after a whole name is none of it.
                if i >= 2 && word.known.any(Known::COMMON) && is_given_or_short(line, words) && length >= 2 {
                    break;
                }
                length = i + 1;
            }
            Kind::Word(Case::Camel) if is_camel_name(line, words, i) => length = i + 1,
            Kind::Word(Case::Lower) if word.known.any(Known::PARTICLE) => {}
            _ => break,
        }
    }
    length
}

fn is_given_or_short(line: &str, words: &[Token]) -> bool {
    let first = &line[words[0].start..words[0].end];
    is_given(first) || first.chars().count() <= 2
}

/// `Mark SubbaRao`: a family name with a capital inside, after a known given name.
fn is_camel_name(line: &str, words: &[Token], at: usize) -> bool {
    let text = |i: usize| &line[words[i].start..words[i].end];
    let starts_upper = text(at).starts_with(char::is_uppercase);
    (1..=2).contains(&at)
        && at + 1 == words.len()
        && starts_upper
        && text(at).chars().all(is_letter)
        && is_given(text(0))
}

/// Where the name of a paper begins in a run; 0 when the whole run is one.
fn outlet_from(line: &str, words: &[Token], unled: bool) -> Option<usize> {
    let text = |i: usize| &line[words[i].start..words[i].end];
    for (i, word) in words.iter().enumerate() {
        let camel = word.kind == Kind::Word(Case::Camel) && !is_camel_name(line, words, i);
        let closes = i > 0 && i + 1 == words.len() && is_agency(text(i));
        if !(camel || closes || word.known.any(Known::OUTLET)) {
            continue;
        }
        if word.kind == Kind::Word(Case::Lower) {
            continue;
        }
        // `Emily Post`, `Sun Li`: a family name that is also the name of many papers.
        if !camel && words.len() == 2 && i == 1 && is_given(text(0)) {
            return None;
        }
        let shouts = words[2.min(words.len() - 1)].kind == Kind::Word(Case::Upper)
            && words[0].kind == Kind::Word(Case::Title);
        if i >= 2 && (shouts && text(2).len() <= 5 || is_agency(text(2))) {
            // `Tomi Lindqvist BBC News`
            return Some(2);
        }
        if i >= 2 && is_given(text(0)) {
            let start = 2 + usize::from(i > 2 && (text(1).ends_with('.') || has(&PARTICLES, text(1))));
            let start = if has(&ARTICLES, text(start.min(i))) { start.min(i) } else { start };
            return Some(start.min(i));
        }
        return Some(if camel && i >= 2 { i } else { 0 });
    }
    // `The Example`, `Les Échos`: an article opens the name of a paper.
    // In a mixed line without lead word, `El Deporte` is as likely a section.
    let opens = if unled { text(0) == "The" } else { words[0].known.any(Known::ARTICLE) };
    (words.len() > 1
        && opens
        && !matches!(text(0), "La" | "Le" | "O" | "A" | "Al" | "Das")
        && words[0].kind != Kind::Word(Case::Lower))
    .then_some(0)
}

/// `A B in Town`: the words from `at` on are a place.
pub(super) fn place(scan: &mut Scan<'_>, words: &[Token], at: usize) -> usize {
    let to = capitals(scan, words, at);
    if to > at {
        scan.push(What::Place, words[at].start..words[to - 1].end);
    }
    to.max(at)
}

/// `A B for The Paper`: the words from `at` on are an outlet.
pub(super) fn outlet(scan: &mut Scan<'_>, words: &[Token], at: usize) -> usize {
    let to = capitals(scan, words, at);
    if to > at {
        scan.push(What::Outlet, words[at].start..words[to - 1].end);
    }
    to.max(at)
}

fn capitals(scan: &Scan<'_>, words: &[Token], at: usize) -> usize {
    let mut to = at;
    for (i, word) in words.iter().enumerate().skip(at) {
        match word.kind {
            Kind::Word(Case::Lower) if has(&PARTICLES, scan.text(word)) && i > at => {}
            Kind::Word(Case::Lower) if i == at && has(&ARTICLES, scan.text(word)) => {}
            Kind::Word(Case::Lower) | Kind::Number => break,
            _ => to = i + 1,
        }
    }
    to
}
