//! Copies of the headline that are none: the last step of the way to the page, a link, a button's words; and the section that
//! stands over it.

use wirecopy_model::LineRole as R;

use super::View;
use crate::assemble::clean::key;
use crate::label::lexicon::{self, Class};
use crate::label::measure::is_bullet;
use crate::label::over;

/// Letters of a headline that is known again at the end of a line, and inside one.
const TELLING: usize = 12;
const TELLING_INSIDE: usize = 20;
/// Headlines that are held against the one over the story.
const MOST: usize = 12;

/// Takes the headline's role from copies that lead to it, and gives the section over it its own.
pub(super) fn links(view: &mut View<'_>) {
    for i in 0..view.roles.len() {
        if view.roles[i] == R::Headline && !view.is_keyed(i) && is_labelled_path(view.line(i)) {
            view.set(i, R::Furniture, "a label and the way through the site");
        }
    }
    view.find();
    numbered(view);
    if let Some(head) = view.head {
        copies(view, head);
        section(view, head);
    }
}

/// What stands between the title of the window and the printed headline, which may have been found just now.
pub(super) fn teasers(view: &mut View<'_>) {
    let mut roles = view.roles.clone();
    over::between(view.context.text, &view.context.page.lines, &view.context.observed.measures, &mut roles);
    for (i, role) in roles.into_iter().enumerate() {
        if role != view.roles[i] && !view.is_keyed(i) {
            view.set(i, role, "stands between two copies of the headline");
        }
    }
}

/// `Group: Town » Town`: a label and the way through the site.
fn is_labelled_path(line: &str) -> bool {
    const LONGEST: usize = 120;
    line.len() <= LONGEST
        && line.split_once([':', '：']).is_some_and(|(label, path)| {
            label.split_whitespace().count() <= 2
                && [" » ", " › "].iter().any(|mark| path.contains(mark))
                && !path.contains(['«', '‹'])
        })
}

/// `* Council closes bridge` or `Home / News / Council closes bridge` over `Council closes bridge`. The first line is the
/// title of the browser's window.
fn copies(view: &mut View<'_>, head: usize) {
    let this = key(view.line(head));
    if this.len() < TELLING || unmarked(view.line(head)).is_some() {
        return;
    }
    let others: Vec<usize> =
        (1..head).rev().filter(|&i| view.roles[i] == R::Headline && !view.is_keyed(i)).take(MOST).collect();
    for i in others {
        let line = view.line(i);
        if let Some(bare) = unmarked(line) {
            let bare = key(bare);
            let inside = bare.len() >= TELLING_INSIDE && (this.contains(&bare) || bare.contains(&this));
            if bare == this || inside {
                view.set(i, R::Furniture, "a link that says the headline");
                continue;
            }
        }
        let whole = key(line);
        if whole.len() > this.len() && whole.ends_with(&this) {
            view.set(i, R::Furniture, "says where the headline stands in its site");
        }
    }
}

/// What stands behind the bullet or the number of a link.
fn unmarked(line: &str) -> Option<&str> {
    let rest = match number(line) {
        Some((_, rest)) => rest.strip_prefix(['.', ')'])?,
        None => line.strip_prefix(|c: char| {
            is_bullet(c) || matches!(c, '>' | '›' | '»' | '+' | '-' | '–' | '—' | '►' | '▶')
        })?,
    };
    rest.starts_with([' ', '\u{a0}']).then(|| rest.trim_start())
}

/// A number of one digit or two at the head of a line, and what stands behind it.
fn number(line: &str) -> Option<(u32, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    Some((line[..digits].parse().ok()?, &line[digits..]))
}

/// The steps of the way to a page, numbered: the last says the headline in short, the line below says it in full.
fn numbered(view: &mut View<'_>) {
    let step_of =
        |i: usize| number(view.line(i)).filter(|(_, rest)| rest.starts_with(". ")).map(|(step, _)| step);
    let Some(head) = view.head.filter(|&head| head > 0 && !view.is_keyed(head)) else { return };
    let Some(step) = step_of(head) else { return };
    if step_of(head - 1).is_none_or(|before| before + 1 != step) || view.roles[head - 1] != R::Furniture {
        return;
    }
    if view.roles.get(head + 1) == Some(&R::Standfirst) {
        view.set(head, R::Furniture, "the last of the numbered steps to the page");
        view.set(head + 1, R::Headline, "stands under the steps to the page");
        view.find();
    }
}

/// The name of a section alone right over the headline is its kicker, unless it is the last of a row of sections.
fn section(view: &mut View<'_>, head: usize) {
    const WORDS: u32 = 3;
    let names_section = |i: usize| {
        let hits = lexicon::look_up(view.line(i));
        hits.has(Class::Section) && hits.covered >= hits.words
    };
    let mut first = head;
    while first > 0 && view.roles[first - 1] == R::Headline {
        first -= 1;
    }
    let Some(i) = first.checked_sub(1) else { return };
    let m = view.measure(i);
    if view.roles[i] == R::Furniture
        && m.words <= WORDS
        && m.digits == 0
        && m.letters > 2
        && !is_bullet(m.first)
        && !view.line(i).contains(['>', '›', '»', '/', '|'])
        && !view.is_keyed(i)
        && names_section(i)
        && (i == 0 || !names_section(i - 1))
    {
        view.set(i, R::Kicker, "names a section, right over the headline");
    }
}
