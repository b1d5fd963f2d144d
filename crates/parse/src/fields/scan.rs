//! A byline or a mixed line as parts: who, for whom, where, when.
//!
//! Read once from left to right. A lead word (`By`) or a label (`Source:`) sets what is expected next; marks that part
//! fields (`|`, `·`, a dash) end it, marks that list (`,`, `and`) do not.

use std::ops::Range;

use super::agency::is_agency;
use super::cjk;
use super::names;
use super::outlet::is_known_paper;
use super::runs;
use super::tokens::{self, Case, Kind, Token};
use super::vocabulary::Known;
use super::words::{has, is_han, longest_phrase, prefix};
use super::words_label::{OTHER_LABELS, SOURCE_LABELS};
use super::words_lead::{LEADS, LEADS_COLON, LEADS_INNER, LEADS_WEAK};
use crate::folded::is_letter;

/// A line longer than this is prose, in bytes: nothing is read from it.
pub(crate) const LONGEST_LINE: usize = 600;

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// `By`, `Von`, `Text:`
    Lead,
    /// A person's name.
    Person,
    /// `Redaktion`, `Staff Reporter` alone.
    Desk,
    /// A known agency, or an outlet where a writer is expected.
    Agency,
    /// The name of a paper, station or body.
    Outlet,
    /// What follows a source label.
    Source,
    /// `Staff Writer`
    Role,
    /// Where the writer is.
    Place,
    /// A section, or words that nothing explains.
    Category,
    /// A date, by its index.
    Date(usize),
    /// An address or a handle.
    Contact,
    /// `Source:`, `Foto:`
    Label,
    /// `Share`, `5 min read`, and what follows a label that is of no use here.
    Noise,
    /// Words of no known kind.
    Other,
}

/// A part of a line.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) what: What,
    pub(super) span: Range<usize>,
}

/// The bytes of words that name who took the pictures or edited the text: `photos by`.
fn of_pictures(rest: &str) -> Option<usize> {
    const WORDS: &[&str] = &[
        "photos by ",
        "photo by ",
        "photography by ",
        "photographs by ",
        "pictures by ",
        "images by ",
        "illustration by ",
        "illustrations by ",
        "illustrated by ",
        "graphics by ",
        "video by ",
        "videos by ",
        "edited by ",
        "editing by ",
        "translated by ",
        "fotos von ",
        "fotos de ",
        "photos de ",
        "foto di ",
        "foto van ",
        "foto door ",
        "fotografie van ",
    ];
    let first = rest.as_bytes().first()?.to_ascii_lowercase();
    if !matches!(first, b'p' | b'i' | b'g' | b'v' | b'e' | b't' | b'f') {
        return None;
    }
    WORDS.iter().find_map(|words| prefix(rest, words)).map(|length| rest[..length].trim_end().len())
}

/// `Text: A B (Fotos)`: what the name in front did.
pub(super) const PICTURE_WORDS: &[&str] = &[
    "fotos",
    "foto",
    "photos",
    "photo",
    "bilder",
    "bild",
    "pictures",
    "kuvat",
    "фото",
    "fotky",
    "fotografie",
    "zdjęcia",
];

fn is_picture_word(word: &str) -> bool {
    PICTURE_WORDS.iter().any(|known| prefix(word, known) == Some(word.len()))
}

/// What is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing in particular: the head of a mixed line.
    Free,
    /// Names of writers.
    Author,
    /// What comes after the writers.
    Tail,
    /// The name of a source.
    Source,
    /// The value of a label that is of no use.
    Skip,
}

pub(super) struct Scan<'t> {
    pub(super) line: &'t str,
    pub(super) mode: Mode,
    /// The mark before the words to be read; `\0` at the start or after a plain space.
    pub(super) before: char,
    pub(super) parts: Vec<Part>,
    /// People so far.
    pub(super) people: usize,
    /// Whether a lead word stood in the line.
    pub(super) led: bool,
}

impl<'t> Scan<'t> {
    /// Reads a line. With `byline`, names are expected from the start, lead word or not.
    pub(super) fn read(line: &'t str, dates: &[Range<usize>], byline: bool) -> Self {
        let mode = if byline { Mode::Author } else { Mode::Free };
        let mut scan = Scan { line, mode, before: '\0', parts: Vec::new(), people: 0, led: false };
        if line.len() > LONGEST_LINE {
            return scan;
        }
        let tokens = tokens::split(line, dates);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token.kind {
                Kind::Date(index) => {
                    scan.push(What::Date(index), token.start..token.end);
                    if matches!(scan.mode, Mode::Skip | Mode::Source) {
                        scan.mode = Mode::Free;
                    } else if scan.mode == Mode::Author && scan.people > 0 {
                        scan.mode = Mode::Tail;
                    }
                    scan.before = '\0';
                }
                Kind::Contact => scan.push(What::Contact, token.start..token.end),
                Kind::Sep(mark) => scan.mark(mark),
                Kind::Open => scan.before = '(',
                Kind::Close => scan.before = ')',
                Kind::Number if !scan.numbered(&tokens, at) => scan.push(What::Noise, token.start..token.end),
                Kind::Word(_) | Kind::Number => {
                    let end = at
                        + tokens[at..]
                            .iter()
                            .take_while(|t| matches!(t.kind, Kind::Word(_) | Kind::Number))
                            .count();
                    let colon = tokens.get(end).is_some_and(|t| t.kind == Kind::Sep(':'));
                    scan.segment(&tokens[at..end], colon, end == tokens.len());
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
        scan
    }

    pub(super) fn text(&self, token: &Token) -> &'t str {
        &self.line[token.start..token.end]
    }

    pub(super) fn push(&mut self, what: What, span: Range<usize>) {
        self.people += usize::from(what == What::Person);
        self.before = '\0';
        self.parts.push(Part { what, span });
    }

    fn mark(&mut self, mark: char) {
        if mark == '='
            && let Some(part) =
                self.parts.last_mut().filter(|p| matches!(p.what, What::Category | What::Person))
        {
            // `한빛통신=김하나 기자`, `青浜＝佐原健`: Korean papers put the paper there, Japanese ones the town.
            let korean = self.line[part.span.clone()].chars().all(super::words::is_hangul);
            self.people -= usize::from(part.what == What::Person);
            part.what = if korean { What::Outlet } else { What::Place };
        }
        if matches!(mark, '|' | '·') {
            self.mode = match self.mode {
                Mode::Author if self.people > 0 => Mode::Tail,
                // `By | 5 May`: the name was lost; what follows is none.
                // Chinese papers put the bar in the place of a colon, `文 | 王某`.
                Mode::Author
                    if self.parts.last().is_some_and(|p| !self.line[p.span.clone()].starts_with(is_han))
                        && self.led =>
                {
                    Mode::Tail
                }
                Mode::Skip if self.parts.last().is_some_and(|p| p.what == What::Label) => Mode::Skip,
                Mode::Source | Mode::Skip => Mode::Free,
                other => other,
            };
        } else if mark == '-' || mark == '/' {
            if self.mode == Mode::Author && self.people > 0 {
                self.mode = Mode::Tail;
            } else if self.mode == Mode::Skip && mark == '-' {
                self.mode = Mode::Free;
            }
        } else if mark == '.' && self.mode == Mode::Author && self.people > 0 {
            self.mode = Mode::Tail;
        } else if mark == ';' && self.mode == Mode::Skip {
            self.mode = Mode::Free;
        }
        if !matches!(mark, '"' | '“' | '”' | '„' | '\'') {
            self.before = mark;
        }
    }

    /// Words with no mark between them.
    fn segment(&mut self, words: &[Token], colon: bool, last: bool) {
        let Some((first, end)) = words.first().zip(words.last()).map(|(f, l)| (f.start, l.end)) else {
            return;
        };
        let whole = &self.line[first..end];
        if colon && self.label(whole, first..end) {
            return;
        }
        // `Text: A B Foto: C D`: a label that lost the mark before it.
        if let Some(to) =
            self.next_label(words, colon).filter(|_| !matches!(self.mode, Mode::Source | Mode::Skip))
        {
            self.segment(&words[..to], false, false);
            let label = words[to].start..end;
            self.label(&self.line[label.clone()], label);
            return;
        }
        match self.mode {
            Mode::Source => return self.source(words, colon),
            Mode::Skip => return self.skip(words, colon),
            _ => {}
        }
        // `Ana Lima (Photos)`
        if self.before == '(' && words.len() == 1 && is_picture_word(whole) {
            if let Some(part) = self.parts.last_mut().filter(|part| part.what == What::Person) {
                part.what = What::Other;
                self.people = self.people.saturating_sub(1);
            }
            return self.push(What::Role, first..end);
        }
        if is_agency(whole) || is_known_paper(whole) {
            let what = if self.people == 0 { What::Agency } else { What::Outlet };
            return self.push(what, first..end);
        }
        let mut at = 0;
        while at < words.len() {
            at = self.advance(words, at, colon, last);
        }
    }

    /// Reads on from the word `at`; returns where the next run begins.
    fn advance(&mut self, words: &[Token], at: usize, colon: bool, last: bool) -> usize {
        let Some(end) = words.last().map(|w| w.end) else { return words.len() };
        let start = words[at].start;
        let rest = &self.line[start..end];
        if let Some(length) = of_pictures(rest) {
            // `By A B Photos by C D`: who took the pictures wrote nothing.
            self.push(What::Label, start..start + length);
            self.mode = Mode::Skip;
            return words.iter().position(|w| w.start >= start + length).unwrap_or(words.len());
        }
        if let Some(length) = self.lead_at(rest, at == 0, colon) {
            self.push(What::Lead, start..start + length);
            self.led = true;
            self.mode = if self.mode == Mode::Skip { Mode::Skip } else { Mode::Author };
            return words.iter().position(|w| w.start >= start + length).unwrap_or(words.len());
        }
        // `… | Foto A B`, `Published 15 hours ago by A B`: over until another lead word.
        let word = self.text(&words[at]);
        let number = words[at].kind == Kind::Number && !self.numbered(words, at);
        if number || self.is_noise(&words[at]) && (at > 0 || !self.opens_name(words)) {
            let to = (at + 1..words.len())
                .find(|i| self.lead_at(&self.line[words[*i].start..end], false, colon).is_some())
                .unwrap_or(words.len());
            self.push(What::Noise, start..words[to - 1].end);
            return to;
        }
        if matches!(words[at].kind, Kind::Word(Case::Han | Case::Hangul)) {
            return cjk::read(self, words, at, last);
        }
        let known = words[at].known;
        if at > 0
            && known.any(Known::OUTLET_BEFORE)
            && self.people > 0
            && words[at].kind == Kind::Word(Case::Lower)
        {
            return runs::outlet(self, words, at + 1);
        }
        if at > 0
            && known.any(Known::PLACE_BEFORE)
            && self.people > 0
            && words[at].kind == Kind::Word(Case::Lower)
            && !self.joins_name(words, at)
        {
            return runs::place(self, words, at + 1);
        }
        let joins = names::joins(&words[at])
            && matches!(words[at].kind, Kind::Word(Case::Lower | Case::Caseless))
            || word == "AND";
        if joins && (self.people > 0 || at > 0 || self.before != '\0') {
            self.before = '&';
            return at + 1;
        }
        let to = self.run_end(words, at, colon);
        runs::run(self, &words[at..to], last && to == words.len());
        to
    }

    /// Where the run of words from `at` ends: before a joining word, a lead, a preposition or noise.
    fn run_end(&self, words: &[Token], at: usize, colon: bool) -> usize {
        let Some(end) = words.last().map(|w| w.end) else { return words.len() };
        for i in at + 1..words.len() {
            let word = self.text(&words[i]);
            let known = words[i].known;
            let stops = match words[i].kind {
                Kind::Number => !self.numbered(words, i),
                Kind::Word(Case::Han | Case::Hangul) => true,
                // `University of Northport`, `Ministerio de Salud`
                Kind::Word(Case::Lower)
                    if words[i - 1].known.any(Known::OUTLET)
                        && matches!(word, "of" | "for" | "für" | "de" | "di" | "da" | "do") =>
                {
                    false
                }
                Kind::Word(Case::Lower) => {
                    !known.any(Known::PARTICLE)
                        && (names::joins(&words[i])
                            || known.any(Known::NOISE.or(Known::PLACE_BEFORE).or(Known::OUTLET_BEFORE)))
                        || names::joins(&words[i]) && word.len() > 1
                        || self.lead_at(&self.line[words[i].start..end], false, colon).is_some()
                }
                Kind::Word(Case::Caseless) => {
                    names::joins(&words[i])
                        || known.any(Known::NOISE)
                        || matches!(words[at].kind, Kind::Word(c) if c != Case::Caseless)
                }
                Kind::Word(_) => {
                    self.is_noise(&words[i])
                        || word == "AND"
                        || self.lead_at(&self.line[words[i].start..end], false, colon).is_some()
                }
                _ => true,
            };
            if stops {
                return i;
            }
        }
        words.len()
    }

    /// `A B i C D`, `A B en C D`: what joins names in one language stands before towns in another.
    fn joins_name(&self, words: &[Token], at: usize) -> bool {
        let next = &words[at + 1..self.run_end(words, at + 1, false).max(at + 1).min(words.len())];
        let least = if self.text(&words[at]) == "i" { 0.4 } else { 0.6 };
        names::joins(&words[at]) && next.len() > 1 && names::name_score(self.line, next) >= least
    }

    /// `7 News`, `Channel 4 News`: a number that belongs to the name of a station.
    fn numbered(&self, words: &[Token], at: usize) -> bool {
        words.get(at + 1).is_some_and(|w| {
            matches!(w.kind, Kind::Word(Case::Title | Case::Upper)) && w.known.any(Known::OUTLET)
        })
    }

    /// Short words of noise are none in capitals: `Lê`, `All`.
    fn is_noise(&self, token: &Token) -> bool {
        let word = self.text(token);
        token.known.any(Known::NOISE)
            && (word.chars().count() > 3 || matches!(token.kind, Kind::Word(Case::Lower | Case::Caseless)))
    }

    /// `Share Lima`: a noise word opens no name, unless names are what the line is for.
    fn opens_name(&self, words: &[Token]) -> bool {
        self.mode == Mode::Author
            && self.people == 0
            && words.len() == 2
            && names::name_score(self.line, words) > 0.5
    }

    /// Length of a lead word that opens `rest`.
    pub(super) fn lead_at(&self, rest: &str, opens: bool, colon: bool) -> Option<usize> {
        if !opens {
            // Inside a line only phrases that nothing else could be, and `by` before a capital.
            let (length, phrase) = longest_phrase(&LEADS_INNER, rest)?;
            let noun = has(&LEADS_COLON, phrase);
            let next = rest[length..].trim_start().chars().next();
            let fits = if noun { colon && next.is_none() } else { next.is_none_or(|c| !c.is_lowercase()) };
            return fits.then_some(length);
        }
        // `Contact A B at a.b@paper.com`: a tagline that names the writer.
        if let Some(length) = prefix(rest, "contact ").filter(|_| self.line.contains('@')) {
            return Some(length - 1);
        }
        // `Na Mwanahawa Sefu`: the Swahili `by` is a small word of many languages, and the given name of `Na Li`.
        if self.parts.is_empty()
            && let Some(name) = rest.strip_prefix("Na ")
            && name.split(' ').take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
        {
            return Some(2);
        }
        lead_phrase(rest, colon)
    }

    /// A label before a colon; sets what is expected after it.
    fn label(&mut self, label: &str, span: Range<usize>) -> bool {
        if has(&SOURCE_LABELS, label) {
            self.mode = Mode::Source;
        } else if has(&OTHER_LABELS, label) {
            self.mode = Mode::Skip;
        } else if has(&LEADS, label) {
            self.mode = Mode::Author;
            self.led = true;
            self.push(What::Lead, span);
            return true;
        } else {
            return false;
        }
        self.push(What::Label, span);
        true
    }

    /// The name after a source label: up to a word of noise or the next label.
    fn source(&mut self, words: &[Token], colon: bool) {
        let noise = words
            .iter()
            .position(|w| {
                matches!(w.kind, Kind::Word(Case::Title | Case::Lower)) && w.known.any(Known::NOISE)
            })
            .filter(|to| *to > 0);
        let to = self.next_label(words, colon).or(noise).unwrap_or(words.len());
        self.value(What::Source, words, to);
    }

    /// The value of a label of no use, up to the next label.
    fn skip(&mut self, words: &[Token], colon: bool) {
        let to = self.next_label(words, colon).unwrap_or(words.len());
        self.value(What::Noise, words, to);
    }

    /// Where a label closes the words and a colon follows: `来源：某报　作者：`.
    fn next_label(&self, words: &[Token], colon: bool) -> Option<usize> {
        let end = words.last().filter(|_| colon)?.end;
        (1..words.len()).find(|i| {
            let label = &self.line[words[*i].start..end];
            has(&LEADS, label) || has(&OTHER_LABELS, label) || has(&SOURCE_LABELS, label)
        })
    }

    fn value(&mut self, what: What, words: &[Token], to: usize) {
        let Some((first, last)) = words.first().zip(words.last()) else { return };
        self.push(what, first.start..words[to - 1].end);
        if to < words.len() {
            let rest = words[to].start..last.end;
            if !self.label(&self.line[rest.clone()], rest.clone()) {
                self.push(What::Noise, rest);
                self.mode = Mode::Free;
            }
        }
    }
}

/// Length of the lead word or phrase that opens a text.
pub(super) fn lead_phrase(text: &str, colon: bool) -> Option<usize> {
    let (length, phrase) = longest_phrase(&LEADS, text)?;
    let rest = text[length..].trim_start_matches(|c: char| crate::lines::is_blank_char(c));
    let alone = rest.is_empty();
    if has(&LEADS_COLON, phrase) {
        return (alone && colon || rest.starts_with([':', '：'])).then_some(length);
    }
    if has(&LEADS_WEAK, phrase) && !colon {
        let next = rest.chars().next();
        let mut words = rest.split_whitespace();
        // `Von dpa`; not the Indonesian sentence that opens `Di antara` as an agency might be called.
        let agency = words.next().is_some_and(is_agency)
            && words.next().is_none_or(|w| !w.starts_with(char::is_lowercase));
        return (alone
            || agency
            || next.is_some_and(|c| is_letter(c) && !c.is_lowercase() || matches!(c, ':' | '：')))
        .then_some(length);
    }
    Some(length)
}
