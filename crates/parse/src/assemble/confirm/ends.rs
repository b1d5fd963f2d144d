//! What closes a report or a release and is none of its text: the agency's signature, the issuer, caution about the
//! future, the end mark.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::fields::agency::is_agency;
use crate::label::lexicon::{self, Class};
use crate::label::remarks::is_lead;

/// Lines from the last sentence on in which these stand.
const REACH: usize = 12;
/// Longest signature, and longest line that names an issuer, in bytes.
const SIGNATURE: usize = 40;
const ISSUER: usize = 80;

/// Gives the closing lines their roles.
pub(super) fn lines(view: &mut View<'_>) {
    let last = (view.story..view.roles.len()).rev().find(|&i| view.roles[i].is_prose()).unwrap_or(view.end);
    initials(view, last);
    told(view, last);
    teaser(view, last);
    boxes(view, last);
    others(view, last);
    speech(view, last);
    related(view, last);
    let issued =
        (view.story + 1..(last + 1 + REACH).min(view.roles.len())).find(|&i| is_issuer(view.line(i)));
    if let Some(i) = issued.filter(|&i| i > view.end) {
        caution(view, i);
        if matches!(view.roles[i], R::Furniture | R::Note | R::Paragraph) && !view.is_keyed(i) {
            view.set(i, R::Source, "the issuer closes the release");
        }
    }
    for i in last + 1..(last + 1 + REACH).min(view.roles.len()) {
        if view.roles[i] != R::Furniture || view.is_keyed(i) {
            continue;
        }
        if is_end_mark(view.line(i)) {
            view.set(i, R::Note, "says that the text has ended");
        } else if i == last + 1 && signs(view, i) {
            view.set(i, R::Source, "the agency signs under the story");
        }
    }
}

/// `- 30 -`, `(END)`
fn is_end_mark(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '/' | '(' | ')' | ' '));
    matches!(bare, "30" | "END" | "ENDS") && bare.len() < line.len()
}

/// `SOURCE Lakeside Biologics`, as the press wires close their releases.
fn is_issuer(line: &str) -> bool {
    line.strip_prefix("SOURCE ").is_some_and(|name| {
        line.len() <= ISSUER
            && name.starts_with(char::is_uppercase)
            && !name.ends_with(['?', '!'])
            && !name.contains(": ")
    })
}

/// Over the issuer of a release stands what may not come true.
fn caution(view: &mut View<'_>, issuer: usize) {
    const WORDS: &[&str] =
        &["forward-looking", "safe harbor", "safe harbour", "zukunftsgerichtet", "déclarations prospectives"];
    for i in (view.story + 1..issuer).rev().take(REACH) {
        let lower = view.line(i).to_lowercase();
        if view.roles[i] == R::Paragraph && WORDS.iter().any(|word| lower.contains(word)) {
            view.set(i, R::Note, "speaks of the release, not of the news");
        }
    }
}

/// `/Nordbureauet/`, `(dpa)`, `- Bernama`: marks around the name of an agency that is known, or named over the story.
fn signs(view: &View<'_>, i: usize) -> bool {
    let line = view.line(i);
    let name = line.trim_matches(|c: char| matches!(c, '/' | '(' | ')' | '[' | ']' | '-' | '–' | '—' | ' '));
    let marked = name.len() < line.len() && line.len() <= SIGNATURE && !name.is_empty();
    marked && (is_agency(name) || named(view, name))
}

/// Whether a line of the header names this house, or the dateline does.
fn named(view: &View<'_>, name: &str) -> bool {
    let this = key(name);
    this.len() > 2
        && (0..=view.story).any(|k| match view.roles[k] {
            R::Byline | R::Source | R::Meta => key(view.line(k)).contains(&this),
            R::Dateline => of_dateline(view, k).is_some_and(|agency| key(agency) == this),
            _ => false,
        })
}

fn of_dateline<'t>(view: &'t View<'_>, i: usize) -> Option<&'t str> {
    let agency = view.readings().dateline(i)?.agency.clone()?;
    view.line(i).get(agency)
}

/// `»It is good flour,« says he. »We bake today.«`: a line of direct speech right under the story belongs to it, whatever
/// stands under that.
fn speech(view: &mut View<'_>, last: usize) {
    let i = last + 1;
    if view.roles.get(i) != Some(&R::Furniture) || view.is_keyed(i) || i > view.end + 1 {
        return;
    }
    let line = view.line(i);
    let opens = line.starts_with(['"', '“', '„', '«', '»', '”']);
    let said = ["\" ", "” ", "“ ", "« ", "» "].iter().any(|close| {
        line.match_indices(close).any(|(at, _)| {
            let comma = line[..at].ends_with(',');
            comma && line[at + close.len()..].starts_with(char::is_lowercase)
        })
    });
    if opens && said && view.measure(i).ends_sentence() {
        view.set(i, R::Paragraph, "somebody of the story speaks");
    }
}

/// `… said the police. (jmu)`, `……建成。（完）`: a sentence and behind it who wrote it, or that it is the last: a paragraph,
/// whatever the bracket made of it.
fn told(view: &mut View<'_>, last: usize) {
    const SHORTEST: u32 = 30;
    for i in view.story + 1..(last + 2).min(view.roles.len()) {
        if matches!(view.roles[i], R::Note | R::Byline | R::Source | R::Furniture)
            && view.roles[i - 1].is_prose()
            && view.measure(i).units >= SHORTEST
            && !view.is_keyed(i)
            && signed_sentence(view.line(i))
        {
            view.set(i, R::Paragraph, "a sentence with a signature behind it");
        }
    }
}

/// Writers of other stories: bylines behind furniture, far in the story or under it, of a text whose header has one.
fn others(view: &mut View<'_>, last: usize) {
    const FAR: usize = 6;
    let header = view.header();
    if !header.into_iter().any(|i| matches!(view.roles[i], R::Byline | R::Meta)) {
        return;
    }
    for i in view.story + FAR..view.roles.len() {
        let furniture = |k: usize| view.roles[k] == R::Furniture;
        let apart = furniture(i - 1) && (i < last || furniture(i - 2));
        if view.roles[i] == R::Byline && apart && !view.is_keyed(i) {
            view.set(i, R::Furniture, "the writer of another story");
        }
    }
}

/// A box in the story: a label for other stories, a headline, who wrote it or its deck, and its date.
fn boxes(view: &mut View<'_>, last: usize) {
    const LINES: usize = 4;
    for i in view.story + 2..last {
        let dated =
            view.roles[i] == R::Date && view.readings().dates(i).iter().any(|date| date.value.is_some());
        if !dated || view.is_keyed(i) {
            continue;
        }
        let label = (i.saturating_sub(LINES).max(view.story + 1)..i).rev().find(|&k| {
            let hits = lexicon::look_up(view.line(k));
            let leads = hits.starts_with(Class::Related) && hits.covered >= hits.words;
            matches!(view.roles[k], R::Furniture | R::Crosshead) && (leads || is_lead(view.line(k)))
        });
        if let Some(label) = label.filter(|label| label + 1 < i) {
            for k in label..=i {
                if view.roles[k] != R::Headline {
                    view.set(k, R::Furniture, "of a box that leads to another story");
                }
            }
        }
    }
}

/// A date under the headline of another story, under this one: both are none of it.
fn teaser(view: &mut View<'_>, last: usize) {
    const WORDS: u32 = 5;
    for i in last + 2..(last + 1 + REACH).min(view.roles.len()) {
        let over = i - 1;
        let headline = matches!(view.roles[over], R::Furniture | R::Note | R::Crosshead | R::Headline)
            && view.measure(over).words >= WORDS
            && !view.measure(over).ends_sentence();
        let dated =
            view.roles[i] == R::Date && view.readings().dates(i).iter().all(|date| date.label.is_none());
        if headline && dated && !view.is_keyed(i) && view.head.is_some_and(|head| head < last) {
            view.set(i, R::Furniture, "the date of another story");
            view.set(over, R::Furniture, "the headline of another story");
        }
    }
}

/// A sentence, then initials or an end mark in brackets.
fn signed_sentence(line: &str) -> bool {
    const MARKS: [&str; 6] = ["完", "終わり", "终", "끝", "END", "ends"];
    let Some(inner) = line.trim_end_matches(['.', ' ']).strip_suffix([')', '）']) else { return false };
    let Some(at) = inner.rfind(['(', '（']) else { return false };
    let (sentence, name) = (inner[..at].trim_end(), inner[at..].trim_start_matches(['(', '（']));
    let initials = name
        .split('/')
        .all(|part| (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let small = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'/');
    sentence.ends_with(['.', '!', '?', '。', '！', '？', '"', '”', '“', '»', '다'])
        && !sentence.starts_with(['(', '（'])
        && (initials && small || MARKS.contains(&name))
}

/// A label for other stories and one headline under it, at the end of a text: the headline is none of the story's.
fn related(view: &mut View<'_>, last: usize) {
    let Some(label) = last.checked_sub(1).filter(|&i| i > view.story) else { return };
    let over = matches!(view.roles[label], R::Crosshead | R::Furniture);
    let headline = !view.measure(last).ends_sentence() && view.line(last).len() <= 2 * ISSUER;
    if !over || !headline || view.roles[last] != R::Paragraph || view.is_keyed(last) {
        return;
    }
    let hits = lexicon::look_up(view.line(label));
    if hits.has(Class::Related) && hits.covered >= hits.words {
        view.set(label, R::Furniture, "names other stories");
        view.set(last, R::Furniture, "the headline of another story");
    }
}

/// `(spt) hk mj`: the agency of the dateline and the initials of those who wrote and edited.
fn initials(view: &mut View<'_>, last: usize) {
    let line = view.line(last);
    let Some((house, rest)) = line.strip_prefix('(').and_then(|inner| inner.split_once(')')) else { return };
    let mut words = rest.split_whitespace();
    let short = line.len() <= SIGNATURE
        && words.clone().next().is_some()
        && words.all(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_lowercase()));
    let ours = (0..last).any(|k| {
        view.roles[k] == R::Dateline && of_dateline(view, k).is_some_and(|agency| key(agency) == key(house))
    });
    if view.roles[last] == R::Paragraph && short && (ours || is_agency(house)) {
        view.set(last, R::Note, "agency and initials sign the report");
    }
}
