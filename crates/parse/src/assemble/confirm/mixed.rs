//! Header lines that say more, or less, than their role: a byline with the paper behind a dash, a date with the page's
//! reading time, the letters of a writer's picture, a desk.

use wirecopy_model::LineRole as R;

use super::View;
use crate::date;
use crate::fields::agency::is_agency;
use crate::fields::byline::{self, BylineRead, PersonKind};
use crate::fields::names::looks_like_name;
use crate::fields::outlet::is_known_paper;
use crate::label::lexicon::{self, Class};

/// Longest line that is looked at, in bytes.
const LONGEST: usize = 120;
/// Words of a paper or a place behind the mark.
const WORDS: usize = 4;
/// A name that is a second writer's, 0 to 1.
const WRITER: f32 = 0.45;
/// Marks that set a paper or a place off from a name.
const MARKS: &[&str] = &[" - ", " – ", " — ", " | ", " • ", " · ", "|"];

/// Gives such lines the role of what they say.
pub(super) fn lines(view: &mut View<'_>) {
    for i in 0..view.roles.len() {
        let role = view.roles[i];
        if !matches!(role, R::Byline | R::Meta | R::Caption)
            || view.line(i).len() > LONGEST
            || view.is_keyed(i)
        {
            continue;
        }
        match role {
            R::Byline if are_initials(view, i) => {
                view.set(i, R::Furniture, "the first letters of the name under it");
            }
            R::Byline if is_reading_time(view.line(i)) => {
                view.set(i, R::Furniture, "how long it takes to read");
            }
            R::Byline if is_mixed(view, i) => {
                view.set(i, R::Meta, "a mark sets a paper or a place off from the name");
            }
            R::Meta if is_date(view, i) => {
                view.set(i, R::Date, "a date, and what the page says of itself");
            }
            R::Caption if is_written_by(view, i) => {
                view.set(i, R::Byline, "persons and an agency under a credit that stands alone");
            }
            _ => {}
        }
    }
    desk(view);
}

/// `Ana Lima - Example Daily`, `Por Ana Lima — Porto Novo`, `Von Jutta Brandmoor, Seldmar`. A role behind the mark is the
/// writer's, and another name a second writer's.
fn is_mixed(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    let mark = MARKS.iter().filter_map(|mark| Some((line.rfind(mark)?, mark.len()))).max();
    let read = view.readings().byline(i);
    let Some((at, len)) = mark else { return is_placed(line, read) };
    let (head, tail) = (&line[..at], &line[at + len..]);
    let once = !MARKS.iter().any(|mark| tail.contains(mark));
    let words = tail.split_whitespace().count();
    let by_person = read.people.iter().any(|p| p.kind == PersonKind::Person && p.name.end <= at);
    let has_role = read.people.iter().any(|p| p.role.as_ref().is_some_and(|role| role.start >= at));
    once && by_person
        && !has_role
        && (1..=WORDS).contains(&words)
        && !head.is_empty()
        && !tail.contains(['@', '(', ':'])
        && !tail.bytes().any(|b| b.is_ascii_digit())
        && tail.contains(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
        && byline::role_alone(tail).is_none()
        && !byline::ends_as_desk(tail)
        && (words == 1 || head.contains(',') || looks_like_name(tail) < WRITER)
}

/// `Von Jutta Brandmoor, Seldmar`: a lead word, a person and behind a comma the place. Behind `By` stands what the writer is.
fn is_placed(line: &str, read: &BylineRead) -> bool {
    let Some(place) = &read.place else { return false };
    let named = read
        .people
        .iter()
        .all(|p| p.kind == PersonKind::Person && p.affiliation.is_none() && p.role.is_none());
    let name = &line[place.clone()];
    read.lead.as_ref().is_some_and(|lead| !line[lead.clone()].eq_ignore_ascii_case("by"))
        && !read.people.is_empty()
        && named
        && line[..place.start].trim_end().ends_with(',')
        && place.end == line.len()
        && !is_agency(name)
        && !is_known_paper(name)
}

/// `minute read`, whose number was lost.
fn is_reading_time(line: &str) -> bool {
    line.len() <= 24 && {
        let hits = lexicon::look_up(line);
        hits.words > 0 && hits.covered >= hits.words && hits.has(Class::ReadTime)
    }
}

/// `AL` over `By Ana Lima`: what stands for the picture of the writer.
fn are_initials(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    let letters = (2..=3).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_uppercase());
    if !letters || !matches!(view.roles.get(i + 1), Some(R::Byline | R::Meta)) {
        return false;
    }
    let next = view.line(i + 1);
    let read = view.readings().dated_byline(i + 1, &view.readings().date_spans(i + 1));
    let initials = |name: &str| -> String {
        name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    read.people.iter().any(|p| {
        p.kind == PersonKind::Person && {
            let all = initials(&next[p.name.clone()]);
            all == line || line.len() == 2 && all.starts_with(&line[..1]) && all.ends_with(&line[1..])
        }
    })
}

/// `May 3, 2021 - 11 minutes`, `Wed, May 3, 2021 page1`, `03.05.2021 Lesedauer: 4 Minuten`.
fn is_date(view: &View<'_>, i: usize) -> bool {
    #[rustfmt::skip]
    const PAGE: &[&str] = &[
        "page", "seite", "lesedauer", "lesezeit", "lecture", "lectura", "lettura", "leitura", "leestijd", "lästid", "reading",
        "read", "time", "tempo", "tiempo", "temps", "de", "di", "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti",
    ];
    let line = view.line(i);
    let dates = view.readings().dates(i);
    if dates.is_empty() || view.has(R::Date) && view.roles[..i].contains(&R::Date) {
        return false;
    }
    let left = date::residue(line, dates);
    left.stretches.iter().all(|part| {
        line[part.clone()].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
            let word = word.trim_matches(|c: char| c.is_ascii_digit()).to_lowercase();
            word.is_empty() || PAGE.contains(&word.as_str())
        })
    })
}

/// `Ana Lima Tom Roe, Coastwire Press` right under a credit that stands alone: the picture has its credit, and these wrote.
fn is_written_by(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    let under =
        i > 0 && view.roles[i - 1] == R::Credit && view.head.is_some_and(|head| head < i) && i < view.story;
    let Some((names, house)) = line.rsplit_once(", ").filter(|_| under) else { return false };
    let words = names.split_whitespace();
    is_agency(house)
        && (2..=8).contains(&words.clone().count())
        && words.into_iter().all(|word| word.starts_with(char::is_uppercase))
}

/// `HT Correspondent`, `Newsdesk`: a desk in a line of its own in the header of a text that names no writer.
fn desk(view: &mut View<'_>) {
    const WORDS: usize = 3;
    if view.has(R::Byline) {
        return;
    }
    let found = view.header().find(|&i| {
        let line = view.line(i);
        let last = line.split(' ').next_back().unwrap_or("").to_lowercase();
        let ends = matches!(
            last.as_str(),
            "correspondent"
                | "newsdesk"
                | "desk"
                | "bureau"
                | "reporter"
                | "report"
                | "redaktion"
                | "redacción"
                | "redazione"
        );
        let company = [i.checked_sub(1), i.checked_add(1)].into_iter().flatten();
        let mut company = company.filter_map(|k| view.roles.get(k));
        view.roles[i] == R::Furniture
            && ends
            && line.len() <= LONGEST / 2
            && line.split(' ').count() <= WORDS
            && line.starts_with(char::is_uppercase)
            && !line.starts_with("Full ")
            && !view.is_keyed(i)
            && view.head.is_some_and(|head| head < i)
            && company.any(|role| matches!(role, R::Date | R::Meta | R::Headline | R::Dateline))
    });
    if let Some(i) = found {
        view.set(i, R::Byline, "names a desk, in the header of a text without a writer");
    }
}
