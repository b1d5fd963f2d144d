//! How certain a dateline is from its form alone.

use super::agency::is_agency_like;
use super::dateline_date::{digit, is_calendar_word};
use super::dateline_house::{is_paper_word, is_site};
use super::dateline_place::{PlaceKind, place_kind};
use super::dateline_west::{Head, Mark};
use crate::folded::{is_letter, is_letter_or_number};

/// How certain the form is.
pub(super) fn strength(head: &Head<'_>, mark: Mark, rest: &str) -> f32 {
    let agency = head.agency.map(agency_weight);
    let place = head.place.and_then(place_kind);
    let base = match (place, head.date, agency) {
        (Some(p), Some(_), Some(a)) => {
            if p.caps || p.known || a >= 0.8 {
                0.98
            } else {
                0.9
            }
        }
        (Some(p), None, Some(a)) => place_agency(p, a, head.bracketed, mark),
        (Some(p), Some(_), None) => place_date(p, mark),
        (Some(p), None, None) if head.staff => {
            if p.words <= 3 {
                0.9
            } else {
                0.4
            }
        }
        (Some(p), None, None) => place_only(p, mark),
        (None, Some(date), Some(a)) => {
            if has_year(date) || a >= 0.8 {
                0.9
            } else {
                0.6
            }
        }
        (None, Some(date), None) => date_only(date, mark),
        (None, None, Some(a)) => agency_only(a, head.bracketed, mark),
        (None, None, None) => 0.0,
    };
    // `3 May 2021 - 14:05`: a time of day makes it a date line.
    if head.date.is_some() && opens_with_clock(rest) {
        return base * 0.15;
    }
    // A sentence begins with a capital; what runs on in small letters was a parenthesis or a list.
    match rest.chars().find(|c| is_letter_or_number(*c)) {
        Some(c) if c.is_lowercase() => base * 0.4,
        _ => base,
    }
}

/// `14:05`, `14h05`, `14.05 Uhr`.
fn opens_with_clock(rest: &str) -> bool {
    let tail = rest.trim_start_matches(|c: char| digit(c).is_some());
    let hours = rest.len() - tail.len();
    let mut next = tail.chars();
    (1..=2).contains(&hours)
        && matches!(next.next(), Some(':' | '.' | 'h' | 'H'))
        && next.next().and_then(digit).is_some()
}

fn agency_weight(name: &str) -> f32 {
    let letters = name.chars().filter(|c| is_letter(*c)).count();
    let small = name.chars().filter(|c| c.is_lowercase()).count();
    if is_agency_like(name) {
        1.0
    } else if is_site(name) || is_paper_word(name) || small == 0 && (3..=7).contains(&letters) {
        0.8
    } else if small == 0 || letters > 4 {
        0.7
    } else {
        0.4
    }
}

fn place_agency(p: PlaceKind, agency: f32, bracketed: bool, mark: Mark) -> f32 {
    let base = match (p.caps || p.known, agency >= 0.95) {
        (true, true) => 0.97,
        (true, false) => 0.92,
        (false, true) => 0.93,
        // A person and a party, a player and a club: `Anna Berg (XYZ) - `.
        (false, false) if p.words == 1 && bracketed => 0.6,
        (false, false) => 0.4,
    };
    if mark == Mark::Danda && agency < 0.95 {
        return if p.caseless && p.words <= 2 { 0.65 } else { 0.2 };
    }
    match mark {
        Mark::Dash | Mark::Colon | Mark::Danda => base,
        Mark::Closer if agency >= 0.95 => base * 0.9,
        Mark::Closer if p.caps && bracketed => 0.45,
        Mark::Stop if agency >= 0.95 => base * 0.8,
        _ => 0.2,
    }
}

fn place_date(p: PlaceKind, mark: Mark) -> f32 {
    let base = if p.caps || p.known { 0.95 } else { 0.8 };
    match mark {
        Mark::Dash | Mark::Danda => base,
        Mark::Colon => base - 0.1,
        Mark::Stop => base - 0.45,
        _ => 0.3,
    }
}

fn place_only(p: PlaceKind, mark: Mark) -> f32 {
    match mark {
        Mark::Dash if p.caps => {
            if p.letters >= 4 || p.known {
                0.9
            } else {
                0.4
            }
        }
        Mark::Dash if p.known => 0.85,
        Mark::Dash if p.region => 0.6,
        Mark::Dash if p.caseless => {
            if p.words == 1 {
                0.4
            } else {
                0.3
            }
        }
        Mark::Dash => match p.words {
            1 => 0.45,
            2 => 0.35,
            _ => 0.25,
        },
        Mark::Colon if p.known => {
            if p.caps {
                0.85
            } else {
                0.6
            }
        }
        Mark::Colon if p.caps && p.letters >= 4 && p.words <= 3 => 0.55,
        Mark::Colon => 0.2,
        Mark::Danda if p.known => 0.6,
        Mark::Stop if p.known => 0.5,
        Mark::Stop if p.words == 1 && p.letters >= 4 => 0.25,
        Mark::Stop if p.words <= 3 && p.letters >= 4 => 0.1,
        _ => 0.0,
    }
}

fn has_year(date: &str) -> bool {
    date.chars().filter(|c| digit(*c).is_some()).count() >= 5
}

fn date_only(date: &str, mark: Mark) -> f32 {
    match mark {
        Mark::Dash if has_year(date) => 0.65,
        Mark::Dash if !is_calendar_word(date) => 0.35,
        Mark::Colon | Mark::Dash => 0.1,
        _ => 0.0,
    }
}

fn agency_only(agency: f32, bracketed: bool, mark: Mark) -> f32 {
    match (mark, bracketed) {
        (Mark::Dash, true) => {
            if agency >= 0.95 {
                0.95
            } else if agency >= 0.7 {
                0.85
            } else {
                0.5
            }
        }
        (Mark::Dash, false) if agency >= 0.8 => 0.8,
        (Mark::Colon, true) if agency >= 0.95 => 0.6,
        (Mark::Closer, true) if agency >= 0.95 => 0.6,
        (Mark::Closer, true) if agency >= 0.8 => 0.3,
        _ => 0.0,
    }
}
