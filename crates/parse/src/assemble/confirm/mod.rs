//! A second look at the roles, by what the fields find in the lines.
//!
//! The chain judges a line by its shape and its neighbours; what a field reader finds in it may be stronger: a town, a
//! day and an agency before a dash are a dateline wherever they stand, and a name beside a lone date is a byline.
//! Only lines around the story are looked at, and only where a field is still missing or a reader is nearly certain.

mod captions;
mod closing;
mod copies;
mod dateline;
mod days;
mod decks;
mod ends;
mod headline;
mod lost;
mod mixed;
mod names;
mod no_pictures;
mod papers;
mod picture_words;
mod pictures;
mod quotes;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_habits;
mod wire;

use wirecopy_model::{Kind, LineRole as R};

pub(super) use no_pictures::is_page_part;
pub(super) use papers::{is_named_elsewhere, is_trusted};

use super::Context;
use super::clean::are_copies;
use crate::label::measure::Measure;
use crate::label::readings::Readings;

/// Lines over the headline that may belong to the article's header.
const ABOVE: usize = 4;
/// Lines under the story that may belong to its end.
const BELOW: usize = 6;
/// Lines under the first sentence that may still be the header's.
const DECK: usize = 3;

/// The roles as the fields confirm or correct them.
pub(super) fn roles(context: &Context<'_>) -> (Vec<R>, Vec<Correction>) {
    let mut view = View {
        context,
        roles: context.roles.to_vec(),
        corrections: Vec::new(),
        head: None,
        top: 0,
        story: 0,
        end: 0,
    };
    if context.kind == Kind::NotArticle || !view.find() {
        return (view.roles, view.corrections);
    }
    wire::rows(&mut view);
    lost::first_paragraph(&mut view);
    headline::copies(&mut view);
    view.find();
    copies::links(&mut view);
    copies::teasers(&mut view);
    days::labels(&mut view);
    view.find();
    dateline::opening(&mut view);
    pictures::captions(&mut view);
    quotes::pulled(&mut view);
    view.find();
    days::dates(&mut view);
    names::bylines(&mut view);
    mixed::lines(&mut view);
    decks::first(&mut view);
    papers::sources(&mut view);
    lost::masthead(&mut view);
    ends::lines(&mut view);
    closing::notes(&mut view);
    wire::signature(&mut view);
    (view.roles, view.corrections)
}

/// A line whose role the fields corrected.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Correction {
    pub(crate) line: usize,
    /// The role that it had.
    pub(crate) from: R,
    /// In words.
    pub(crate) why: &'static str,
}

/// The document with its roles as they stand now, and where the story is.
struct View<'a> {
    context: &'a Context<'a>,
    roles: Vec<R>,
    corrections: Vec<Correction>,
    /// The headline nearest over the story.
    head: Option<usize>,
    /// The first of its copies, in whose company the byline may stand.
    top: usize,
    /// First and last line of the story.
    story: usize,
    end: usize,
}

impl View<'_> {
    fn line(&self, i: usize) -> &str {
        self.context.line(i)
    }

    fn readings(&self) -> &Readings<'_> {
        self.context.readings()
    }

    fn measure(&self, i: usize) -> &Measure {
        &self.context.observed.measures[i]
    }

    /// Gives a line another role, for a reason.
    fn set(&mut self, i: usize, role: R, why: &'static str) {
        let from = std::mem::replace(&mut self.roles[i], role);
        if from != role && self.context.options.explain {
            self.corrections.push(Correction { line: i, from, why });
        }
    }

    fn has(&self, role: R) -> bool {
        self.roles.contains(&role)
    }

    /// Whether a key of the format names the line's role.
    fn is_keyed(&self, i: usize) -> bool {
        self.context.page.hints.iter().any(|hint| hint.line == i)
    }

    /// Finds where the story stands; `false` when there is none.
    fn find(&mut self) -> bool {
        let Some(zone) = self.context.observed.zone else { return false };
        let roles = &self.roles;
        let Some(in_zone) = (zone.first..=zone.last).find(|&i| roles[i].is_prose()) else { return false };
        self.head = (0..in_zone).rev().find(|&i| roles[i] == R::Headline);
        let from = self.head.map_or(0, |head| head + 1);
        self.story = (from..=in_zone).find(|&i| roles[i].is_prose()).unwrap_or(in_zone);
        self.top = self.head.map_or(0, |head| self.first_copy(head));
        self.end = (in_zone..=zone.last).rev().find(|&i| roles[i].is_prose()).unwrap_or(in_zone);
        true
    }

    /// The first copy of the headline that stands near over it; the very first line is the browser window's title.
    fn first_copy(&self, head: usize) -> usize {
        const REACH: usize = 30;
        let line = self.line(head);
        if self.measure(head).units < 20 {
            return head;
        }
        (head.saturating_sub(REACH).max(1)..head).find(|&i| are_copies(self.line(i), line)).unwrap_or(head)
    }

    /// Lines of the header: from a few lines over the headline to the story, and the short lines under its first
    /// sentence, which may be the deck's.
    fn header(&self) -> std::ops::Range<usize> {
        let from = self.head.map_or(0, |_| self.top.saturating_sub(ABOVE));
        let short = (self.story + 1..=self.end.min(self.story + DECK))
            .take_while(|&i| !self.roles[i].is_prose() || self.measure(i).units < 60)
            .count();
        from..self.story + if short > 0 { short + 1 } else { 0 }
    }

    /// Lines under the story.
    fn tail(&self) -> std::ops::Range<usize> {
        self.end + 1..(self.end + 1 + BELOW).min(self.roles.len())
    }

    /// Lines of the header between headline and story, then those over it, then those under the story.
    fn around(&self) -> Vec<usize> {
        let header = self.header();
        let below = self.head.map_or(0, |_| self.top + 1);
        let over = header.start..below;
        (below..header.end).chain(over.rev()).chain(self.tail()).collect()
    }
}
