//! Captions that a line beside them gives away: a credit alone over or under them, the dateline that opens the story.

use wirecopy_model::LineRole as R;

use super::View;
use super::no_pictures::is_page_part;
use super::picture_words::tells_picture;
use super::pictures::LONGEST_BARE;
use crate::assemble::clean::key;
use crate::fields::agency::is_agency;
use crate::fields::source;
use crate::label::lexicon;
use crate::label::measure::is_bullet;

/// Whether a line right over a credit that stands alone is its caption: no prose, or a piece of it printed twice.
pub(super) fn over_credit(view: &View<'_>, i: usize, typical: u32) -> bool {
    let m = view.measure(i);
    let line = view.line(i);
    let near =
        view.context.page.lines[i + 1].blank_before == 0 || view.context.page.lines[i].blank_before > 0;
    let twice = i > 0 && m.units > 30 && key(line) == key(view.line(i - 1));
    let hits = lexicon::look_up(line);
    let label = hits.covered * 2 >= hits.words.max(1);
    let labelled = || view.readings().credit(i + 1).is_some_and(|read| read.raw.start < read.name.start);
    let under_head = view.head.is_some_and(|head| head < i);
    let fits = match view.roles[i] {
        R::Furniture | R::Crosshead => (12..=LONGEST_BARE).contains(&m.units) && m.words >= 3 && !label,
        // `Ana Lima` under the headline and over `Foto: Agency`: whom the picture shows.
        R::Kicker | R::Source => {
            under_head && m.units <= LONGEST_BARE && labelled() && !is_keyed_name(view, i)
        }
        // A deck stands right under the headline; behind a byline or a date stands the caption.
        R::Standfirst if !twice => {
            let parted = i > 0 && !matches!(view.roles[i - 1], R::Headline | R::Kicker);
            under_head && parted && m.sentences <= 2 && m.units <= LONGEST_BARE && labelled()
        }
        // The first lines under the header that a credit in brackets follows.
        R::Paragraph if !twice => {
            let bracketed = view.line(i + 1).starts_with(['(', '[', '（']);
            let first = bracketed && i == view.story && m.units <= LONGEST_BARE;
            // Half as long as what is usual here, and the line after the credit is the story's.
            let short =
                m.units * 2 <= typical && m.units >= 20 && i + 2 <= view.end && view.roles[i + 2].is_prose();
            (first || short) && m.sentences <= 2 && view.end > i + 2
        }
        R::Paragraph | R::Standfirst => twice,
        _ => false,
    };
    // A row of tags has no small word, a button opens with an arrow.
    let tags = m.small_words == 0 && m.capital_words > 4;
    let undated = m.words > 8 || view.readings().dates(i).is_empty();
    fits && near
        && undated
        && !tags
        && !is_bullet(m.first)
        && !is_page_part(line)
        && i > 0
        && Some(i) != view.head
}

/// Units of a paragraph of this story: half of them are longer.
pub(super) fn typical(view: &View<'_>) -> u32 {
    let prose = (view.story..=view.end).filter(|&i| view.roles[i] == R::Paragraph);
    let mut units: Vec<u32> = prose.map(|i| view.measure(i).units).collect();
    let middle = units.len() / 2;
    if units.is_empty() { 0 } else { *units.select_nth_unstable(middle).1 }
}

/// Whether a line taken for prose stands between the byline or the date and the dateline that opens the story: a deck
/// stands over the byline, so this one tells of a picture.
pub(super) fn before_dateline(view: &View<'_>, i: usize) -> bool {
    let m = view.measure(i);
    view.roles[i] == R::Paragraph
        && view.roles.get(i + 1) == Some(&R::Dateline)
        && matches!(view.roles[i - 1], R::Byline | R::Date | R::Meta)
        && view.head.is_some_and(|head| head < i)
        && (20..=LONGEST_BARE).contains(&m.units)
        && m.sentences <= 2
}

/// Whether a line right over the dateline is the deck: under the headline and without a word of a picture, or a paragraph of
/// two sentences and more.
pub(super) fn is_deck(view: &View<'_>, i: usize) -> bool {
    let m = view.measure(i);
    let over = view.roles.get(i + 1) == Some(&R::Dateline) && view.head.is_some_and(|head| head < i);
    let first = (view.head.unwrap_or(0)..i).all(|k| !view.roles[k].is_prose());
    if !over || !first || view.is_keyed(i) {
        return false;
    }
    match view.roles[i] {
        R::Caption => {
            view.roles[i - 1] == R::Headline
                && m.units >= 20
                && view.readings().caption(i).credit.is_none()
                && !tells_picture(view.line(i), m.sentences)
        }
        R::Paragraph => m.units > LONGEST_BARE || m.sentences > 2,
        _ => false,
    }
}

/// Whether a line taken for a caption stands under a credit that has its caption over it, as all have on this page: then it
/// is the story.
pub(super) fn behind_credit(view: &View<'_>, i: usize) -> bool {
    view.roles[i] == R::Caption
        && i >= 2
        && view.roles[i - 1] == R::Credit
        && view.roles[i - 2] == R::Caption
        && view.measure(i).ends_sentence()
        && view.readings().caption(i).credit.is_none()
        && view.readings().caption(i - 2).credit.is_none()
        && view.roles.get(i + 1) != Some(&R::Credit)
        && i > view.story
}

/// `click to enlarge`, then whom the picture is of, then what it shows: how some weeklies print theirs.
pub(super) fn enlarged(view: &View<'_>, i: usize) -> bool {
    const BUTTONS: &[&str] = &["click to enlarge", "click to view", "tap to enlarge"];
    let names = |k: usize| {
        let m = view.measure(k);
        matches!(view.roles[k], R::Furniture | R::Byline | R::Source | R::Kicker | R::Crosshead | R::Credit)
            && (3..=80).contains(&m.units)
            && !m.ends_sentence()
    };
    let shows = |k: usize| {
        let m = view.measure(k);
        matches!(view.roles[k], R::Paragraph | R::Furniture | R::Standfirst | R::Crosshead | R::Caption)
            && (12..=LONGEST_BARE).contains(&m.units)
            && m.sentences <= 2
    };
    view.line(i).len() <= 20
        && BUTTONS.iter().any(|button| view.line(i).eq_ignore_ascii_case(button))
        && i + 2 < view.roles.len()
        && names(i + 1)
        && shows(i + 2)
}

/// Whether a line of its own names the source with a label.
fn is_keyed_name(view: &View<'_>, i: usize) -> bool {
    view.roles[i] == R::Source
        && (source::has_label(view.line(i)) || source::names_paper(view.line(i)) || is_agency(view.line(i)))
}

/// Whether a line right under a credit that stands alone is its caption: some pages print the credit over it.
pub(super) fn under_credit(view: &View<'_>, i: usize) -> bool {
    let m = view.measure(i);
    let line = view.line(i);
    let hits = lexicon::look_up(line);
    let over = view.roles[i - 2];
    // A deck that stands over the headline and under a credit tells of the picture.
    if view.roles[i] == R::Standfirst && view.head.is_some_and(|head| head > i) && over != R::Caption {
        return m.sentences <= 2
            && (20..=LONGEST_BARE).contains(&m.units)
            && view.readings().credit(i - 1).is_some_and(|read| read.raw.start < read.name.start);
    }
    view.roles[i] == R::Furniture
        && over != R::Caption
        && view.head.is_some_and(|head| head < i)
        && view.context.page.lines[i].blank_before <= view.context.page.lines[i - 1].blank_before
        && (20..=LONGEST_BARE).contains(&m.units)
        && m.words >= 4
        && m.small_words > 0
        && m.sentences <= 2
        && hits.covered * 3 < hits.words.max(1)
        && !is_bullet(m.first)
        && !is_page_part(line)
        && view.readings().credit(i - 1).is_some_and(|read| {
            read.raw.start < read.name.start || read.agency.is_some() && view.line(i - 1).contains('/')
        })
        && view.readings().caption(i).credit.is_none()
        && view.readings().dates(i).is_empty()
}
