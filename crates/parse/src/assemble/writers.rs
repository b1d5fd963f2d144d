//! Writers of an article without a byline.

use wirecopy_model::{LineRole, Span};

use super::Context;
use super::clean::{key, within};
use crate::fields::{ending, signature};

/// Lines at the end of a record in which a writer may be described or sign.
const CLOSING: usize = 3;

/// Finds the writer in the deck, in the headline, in a closing note, or behind the last sentence; says where from.
pub(super) fn elsewhere(context: &Context<'_>, members: &[usize]) -> Option<(Span, &'static str)> {
    let of_role = |wanted: &'static [LineRole]| {
        members.iter().copied().filter(move |&i| wanted.contains(&context.roles[i]))
    };
    let at = |i: usize, range: std::ops::Range<usize>| within(context.page.lines[i].trimmed, &range);
    for i in of_role(&[LineRole::Standfirst]) {
        if let Some(name) = signature::in_deck(context.line(i)) {
            return Some((at(i, name), "named in the standfirst"));
        }
    }
    let closing: Vec<usize> = of_role(&[LineRole::Paragraph, LineRole::Note, LineRole::Dateline]).collect();
    let closing = &closing[closing.len().saturating_sub(CLOSING)..];
    for i in of_role(&[LineRole::Headline]) {
        let line = context.line(i);
        let Some(name) = signature::in_headline(line) else { continue };
        // The one who is quoted stands there too; a note that speaks of the writer tells them apart.
        let this = key(&line[name.clone()]);
        let described = |k: &&usize| {
            signature::opens_note(context.line(**k)).is_some_and(|n| key(&context.line(**k)[n]) == this)
        };
        if closing.iter().rev().take(2).any(|k| described(&k)) {
            return Some((at(i, name), "named in the headline"));
        }
    }
    for &i in closing.iter().rev().take(2) {
        if let Some(name) = signature::in_biography(context.line(i)) {
            return Some((at(i, name), "described at the end"));
        }
    }
    for i in of_role(&[LineRole::Paragraph, LineRole::Note]) {
        let line = context.line(i);
        if line.len() <= 80
            && let Some(name) = signature::reporting(line)
        {
            return Some((at(i, name), "reports, says the story"));
        }
    }
    let last = closing.iter().rev().find(|&&i| context.roles[i] != LineRole::Note)?;
    signature::behind_story(context.line(*last))
        .map(|name| (at(*last, name), "signs the last sentence"))
        .or_else(|| {
            // The last paragraph was taken for what stands under it.
            let next = last + 1;
            let under = context.roles.get(next) == Some(&LineRole::Furniture);
            let end = under.then(|| ending::end_credit(context.line(next))).flatten()?;
            end.authors.first().map(|name| (at(next, name.clone()), "signs the last paragraph"))
        })
}
