//! Bylines: who wrote it.

use std::ops::Range;

use super::names::looks_like_name;
use super::scan::{Part, Scan, What, lead_phrase};
use super::words::has;
use super::words::prefix;
use super::words_lead::LEADS_COLON;
use crate::lines::is_blank_char;

/// Who stands in a byline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PersonKind {
    /// A person.
    Person,
    /// A desk or an anonymous role: `Redaktion`, `Staff Reporter`.
    Desk,
    /// An agency or a paper: `Von dpa`.
    Agency,
}

/// One writer. All ranges are bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// The name as written, without lead word, title and role.
    pub(crate) name: Range<usize>,
    /// Whether it is a person's.
    pub(crate) kind: PersonKind,
    /// `Staff Writer`
    pub(crate) role: Option<Range<usize>>,
    /// Paper, agency or institution.
    pub(crate) affiliation: Option<Range<usize>>,
}

/// What was read from a byline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct BylineRead {
    /// The lead word: `By`, `Von`, `Text:`.
    pub(crate) lead: Option<Range<usize>>,
    /// The writers, in the order printed.
    pub(crate) people: Vec<Person>,
    /// An e-mail address or a handle.
    pub(crate) email: Option<Range<usize>>,
    /// Where the writer is: `By A B in Town`.
    pub(crate) place: Option<Range<usize>>,
    /// A lead word whose name was lost: `By`, `By and`, `Article by`.
    pub(crate) emptied: bool,
    /// Bytes of words that nothing explains.
    pub(crate) rest: usize,
}

/// Reads a line that is, or may be, a byline. `dates` are the dates found in it, in order.
///
/// A short line of two unknown words is a name here; whether it is a byline at all is the caller's question, to which
/// [`looks_like_name`] and [`has_lead`] answer.
pub(crate) fn read_byline(line: &str, dates: &[Range<usize>]) -> BylineRead {
    let scan = Scan::read(line, dates, true);
    let mut read = BylineRead::default();
    let mut dated = false;
    for part in &scan.parts {
        match part.what {
            What::Lead => {
                read.lead.get_or_insert(part.span.clone());
            }
            What::Person => read.people.push(person(part, PersonKind::Person)),
            What::Desk => read.people.push(person(part, PersonKind::Desk)),
            What::Agency => read.people.push(person(part, PersonKind::Agency)),
            What::Role => for_open(&mut read.people, |p| &mut p.role, &part.span),
            What::Outlet | What::Source => {
                if read.people.is_empty() {
                    // Before the name, as Korean papers print it: `한빛통신=김하나 기자`.
                    continue;
                }
                for_open(&mut read.people, |p| &mut p.affiliation, &part.span);
            }
            What::Place => {
                read.place.get_or_insert(part.span.clone());
            }
            What::Contact => {
                read.email.get_or_insert(part.span.clone());
            }
            What::Date(_) => dated = true,
            What::Label | What::Noise => {}
            What::Category | What::Other => read.rest += part.span.len(),
        }
    }
    let desk = read.people.iter().any(|p| p.kind == PersonKind::Desk);
    if read.people.is_empty()
        && let Some(outlet) = scan.parts.iter().find(|p| matches!(p.what, What::Outlet | What::Source))
    {
        read.people.push(person(outlet, PersonKind::Agency));
    } else if let Some(outlet) = scan.parts.first().filter(|p| p.what == What::Outlet) {
        for_open(&mut read.people, |p| &mut p.affiliation, &outlet.span);
    }
    if read.people.iter().any(|p| p.kind == PersonKind::Person) {
        read.people.retain(|p| p.kind != PersonKind::Desk);
    } else if desk {
        // `public sector CTO, UiPath`: a second line of roles names no writer, nor does the firm.
        read.people.retain(|p| p.kind == PersonKind::Desk);
    }
    read.emptied = read.lead.is_some() && read.people.is_empty() && (read.rest == 0 || dated);
    read
}

fn person(part: &Part, kind: PersonKind) -> Person {
    Person { name: part.span.clone(), kind, role: None, affiliation: None }
}

/// A role or a paper goes to all the writers before it who have none yet: `A B and C D, Staff Writers`.
fn for_open(people: &mut [Person], field: fn(&mut Person) -> &mut Option<Range<usize>>, span: &Range<usize>) {
    for person in people.iter_mut().rev() {
        let slot = field(person);
        if slot.is_some() {
            break;
        }
        *slot = Some(span.clone());
    }
}

/// The lead word at the start of a line, in any of the languages known: `By`, `Von`, `Text:`, `记者`, `Автор:`.
///
/// Words that are everyday words elsewhere (`di`, `av`, `par`) count only before what looks like a name.
pub(crate) fn has_lead(line: &str) -> Option<Range<usize>> {
    let start = line.len()
        - line
            .trim_start_matches(|c: char| {
                is_blank_char(c) || matches!(c, '-' | '–' | '—' | '*' | '•' | '|' | '□' | '■' | '(' | '[')
            })
            .len();
    let text = &line[start..];
    if let Some(length) = lead_phrase(text, false) {
        let phrase = &text[..length];
        let rest = text[length..].trim_start_matches(|c: char| is_blank_char(c) || matches!(c, ':' | '：'));
        let colon = text[length..].trim_start().starts_with([':', '：']) || has(LEADS_COLON, phrase);
        return (colon || rest.len() < 2 || opens_name(rest)).then_some(start..start + length);
    }
    // `ByNina Pineda`, `记者王某`.
    for lead in ["By", "Von", "Por", "Par"] {
        if let Some(rest) = text.strip_prefix(lead)
            && rest.starts_with(char::is_uppercase)
            && rest.contains(' ')
            && looks_like_name(rest) > 0.7
        {
            return Some(start..start + lead.len());
        }
    }
    super::words_cjk::HAN_REPORTER
        .iter()
        .filter(|lead| lead.chars().count() > 1 && text.len() < 90)
        .filter_map(|lead| prefix(text, lead))
        .max()
        .map(|length| start..start + length)
}

/// Small words after which a byline may still go on: `By and Ana Lima`, `By published`, `Door van der Berg`.
const OPENERS: &[&str] = &["and", "und", "et", "y", "e", "published", "de", "van", "von", "da", "di", "al"];

/// May a name, an agency or a desk follow a lead word here?
fn opens_name(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() || matches!(c, '@' | '|' | '-' | ','))
        || rest.chars().next().is_some_and(char::is_numeric)
        || rest.split_whitespace().next().is_some_and(|word| {
            super::agency::is_agency(word)
                || OPENERS.contains(&word)
                || matches!(word, "the" | "our")
                    && rest[word.len()..].trim_start().starts_with(char::is_uppercase)
        })
}
