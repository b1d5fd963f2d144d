//! Captions and credits that a reader of credits is nearly certain of, or that their words give away.

use wirecopy_model::LineRole as R;

use super::View;
use super::captions::{
    before_dateline, behind_credit, enlarged, is_deck, over_credit, typical, under_credit,
};
use super::no_pictures::{is_no_credit, is_none};
use super::picture_words::tells_picture;
use crate::fields::agency::{is_agency, is_picture_house};
use crate::fields::credit::may_be_labelled;
use crate::fields::names::looks_like_name;

/// How certain a credit behind a sentence must be, 0 to 1.
const CERTAIN: f32 = 0.88;
/// The same for a line that was taken for a credit as a whole.
const CREDITED: f32 = 0.8;
/// The same for a label at the head of a short line.
const OPENING: f32 = 0.6;
/// Longest caption that is told by its words, in units.
const LONGEST: u32 = 420;
/// A credit alone is no longer than this, in units.
const LONGEST_ALONE: u32 = 120;
/// A caption without a credit is no longer than this, in units.
pub(super) const LONGEST_BARE: u32 = 330;

/// Puts captions and credits right, from the header to the end of the story.
pub(super) fn captions(view: &mut View<'_>) {
    let from = view.header().start;
    let last = view.roles.iter().rposition(|role| role.is_prose()).unwrap_or(view.end);
    let far = (view.end.max(last) + 3).min(view.roles.len());
    let to = (view.end + 3).min(view.roles.len());
    let headlines = view.roles.iter().filter(|role| **role == R::Headline).count();
    for i in from..far {
        if view.is_keyed(i) || Some(i) == view.head && headlines < 2 {
            continue;
        }
        if let Some(role) = of_itself(view, i, from) {
            view.set(i, role, "its words or its credit tell of a picture");
        }
    }
    for i in from.max(1)..to {
        if is_deck(view, i) {
            view.set(i, R::Standfirst, "stands between the headline and the dateline");
        } else if before_dateline(view, i) {
            view.set(i, R::Caption, "stands between the header and the dateline");
        } else if behind_credit(view, i) {
            view.set(i, R::Paragraph, "the credit over it has its caption");
        } else if enlarged(view, i) {
            view.set(i, R::Furniture, "a button that shows the picture");
            view.set(i + 1, R::Credit, "stands under the button that shows the picture");
            view.set(i + 2, R::Caption, "stands under the credit of a picture");
        }
    }
    let typical = typical(view);
    for i in from.max(1)..to {
        if view.roles[i] == R::Credit && over_credit(view, i - 1, typical) {
            view.set(i - 1, R::Caption, "a credit stands alone under it");
        }
    }
    for i in from.max(1)..to.min(view.roles.len() - 1) {
        if view.roles[i] == R::Credit && under_credit(view, i + 1) {
            view.set(i + 1, R::Caption, "a credit stands alone over it");
        }
    }
    for i in from..to {
        let role = match view.roles[i] {
            R::Caption => is_none(view, i),
            R::Credit => is_no_credit(view, i),
            _ => None,
        };
        if let Some(role) = role {
            view.set(i, role, "nothing in it tells of a picture");
        }
    }
}

/// The role that the words of a line give it, beside its neighbours.
fn of_itself(view: &View<'_>, i: usize, from: usize) -> Option<R> {
    let role = view.roles[i];
    let m = view.measure(i);
    let line = view.line(i);
    let bare = line.trim_matches(['*', '•', ' ']);
    if matches!(role, R::Credit | R::Caption) && is_agency(bare) && after_credited(view, i) {
        // The picture has its credit: this one is the text's.
        return Some(R::Source);
    }
    // `© A B/AGENCY` alone was taken for a caption; `Quelle: AGENCY` under one signs it.
    let under = i > 0 && view.roles[i - 1] == R::Caption && !after_credited(view, i);
    if role == R::Caption && m.units <= LONGEST_ALONE && may_be_labelled(line)
        || role == R::Source && under && i > view.story && line.contains([':', '：'])
    {
        let read = view.readings().caption(i);
        let labelled = read.credit.as_ref().is_some_and(|credit| credit.raw.start < credit.name.start);
        if role == R::Caption && read.caption.is_none() && labelled && read.strength >= CREDITED
            || role == R::Source
                && view.readings().credit(i).is_some_and(|credit| credit.raw.start < credit.name.start)
        {
            return Some(R::Credit);
        }
    }
    if m.units > 600 || !may_be(role) {
        return None;
    }
    // A credit without a label says something of few lines only.
    let telling = match role {
        R::Credit => true,
        R::Furniture => i > 0 && view.roles[i - 1] == R::Caption,
        R::Byline => line.contains('/'),
        // `… at dusk. AGENCY/A B`
        R::Paragraph | R::Standfirst | R::Headline | R::Crosshead => {
            m.units <= LONGEST_BARE && ends_signed(line)
        }
        _ => false,
    };
    let credited = (telling || may_be_labelled(line)).then(|| view.readings().caption(i));
    if let Some(read) = credited
        && let Some(credit) = &read.credit
    {
        let labelled = credit.raw.start < credit.name.start;
        match &read.caption {
            None => {
                let bare = matches!(role, R::Source | R::Furniture | R::Crosshead | R::Kicker | R::Paragraph);
                // `Image: A B`: a weak label is enough where it opens a short line that the headline stands over.
                let opens =
                    line.len() <= 80 && line.contains([':', '：']) && view.head.is_some_and(|head| head < i);
                let needed = if opens { OPENING } else { CERTAIN };
                if labelled
                    && read.strength >= needed
                    && bare
                    && i > from
                    && view.readings().credit(i).is_some()
                {
                    return Some(R::Credit);
                }
                let under = i > 0 && view.roles[i - 1] == R::Caption;
                if under && role == R::Furniture && read.strength >= 0.5 && !after_credited(view, i) {
                    return Some(R::Credit);
                }
                // `agency.example/Ana Lima` signs a picture, not a story.
                if role == R::Byline && credit.agency.is_some() && line.contains('/') && read.strength >= 0.6
                {
                    return Some(R::Credit);
                }
            }
            Some(caption) if role != R::Byline => {
                let words = line[caption.clone()].split_whitespace().count();
                let under_headline = role == R::Furniture && view.head.is_some_and(|head| head < i);
                let enough = words >= 3 || m.wide > 6 || under_headline;
                // `(A B/AGENCY)`, `[AP Photo/A B]`: a person and a house; a house alone may sign a paragraph.
                let name = &line[credit.name.clone()];
                let parts = || name.split(['/', '|']);
                let signed = m.sentences <= 2
                    && m.units <= LONGEST_BARE
                    && name.contains(['/', '|'])
                    && (parts().any(|part| is_agency(part.trim()))
                        || credit.person.is_some() && ends_in_bracket(line));
                let needed = if role == R::Credit || signed { CREDITED } else { CERTAIN };
                if read.strength >= needed && enough && (labelled || signed || role == R::Credit) {
                    return Some(R::Caption);
                }
            }
            Some(_) => {}
        }
    }
    // `work / Shutterstock`: a picture house behind a slash, under the headline and over the story.
    let word = role == R::Credit && line.starts_with(char::is_lowercase);
    if (matches!(role, R::Furniture | R::Kicker | R::Crosshead | R::Byline | R::Source) || word)
        && view.head.is_some_and(|head| head < i)
        && i < view.story
        && line.len() <= 120
        && let Some((head, tail)) = line.split_once(" / ")
        && head.chars().any(char::is_alphabetic)
        && (tail.split(['/', ',']).any(is_picture_house) || tail.starts_with("autor: "))
    {
        let person = looks_like_name(head) >= 0.6;
        return Some(if person { R::Credit } else { R::Caption });
    }
    (role != R::Credit && m.units <= LONGEST && tells_picture(line, m.sentences)).then_some(R::Caption)
}

/// Does the line end in a slash and a few words, or a bracket: the shapes of a credit without a label?
fn ends_signed(line: &str) -> bool {
    const TAIL: usize = 60;
    let from =
        (line.len().saturating_sub(TAIL)..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    ends_in_bracket(line) || line[from..].contains(['/', '|'])
}

fn ends_in_bracket(line: &str) -> bool {
    line.trim_end_matches(['.', ' ']).ends_with([')', ']', '）', '】'])
}

fn may_be(role: R) -> bool {
    matches!(
        role,
        R::Paragraph
            | R::Crosshead
            | R::Furniture
            | R::Standfirst
            | R::Headline
            | R::Source
            | R::Credit
            | R::Quote
            | R::ListItem
            | R::Kicker
            | R::Byline
            | R::Dateline
    )
}

/// Whether the line over this one is a caption with a credit of its own.
fn after_credited(view: &View<'_>, i: usize) -> bool {
    let over = (i.saturating_sub(2)..i).rev().find(|&k| view.roles[k] != R::Furniture);
    over.is_some_and(|k| view.roles[k] == R::Caption && view.readings().caption(k).credit.is_some())
}
