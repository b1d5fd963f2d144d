//! A second look at the roles, by what the fields find in the lines.
//!
//! The chain judges a line by its shape and its neighbours; what a field reader finds in it may be stronger: a town, a
//! day and an agency before a dash are a dateline wherever they stand, and a name beside a lone date is a byline.
//! Only lines around the story are looked at, and only where a field is still missing or a reader is nearly certain.

mod dateline;
mod days;
mod headline;
mod names;
mod papers;
mod pictures;

use wirecopy_model::{Kind, LineRole as R};

use super::Context;
use crate::label::measure::Measure;

/// Lines over the headline that may belong to the article's header.
const ABOVE: usize = 4;
/// Lines under the story that may belong to its end.
const BELOW: usize = 6;

/// The roles as the fields confirm or correct them.
pub(super) fn roles(context: &Context<'_>) -> Vec<R> {
    let mut view = View { context, roles: context.roles.to_vec(), head: None, story: 0, end: 0 };
    if context.kind == Kind::NotArticle || !view.find() {
        return view.roles;
    }
    headline::copies(&mut view);
    view.find();
    dateline::opening(&mut view);
    pictures::captions(&mut view);
    view.find();
    days::dates(&mut view);
    names::bylines(&mut view);
    papers::sources(&mut view);
    view.roles
}

/// The document with its roles as they stand now, and where the story is.
struct View<'a> {
    context: &'a Context<'a>,
    roles: Vec<R>,
    /// The headline nearest over the story.
    head: Option<usize>,
    /// First and last line of the story.
    story: usize,
    end: usize,
}

impl View<'_> {
    fn line(&self, i: usize) -> &str {
        self.context.line(i)
    }

    fn measure(&self, i: usize) -> &Measure {
        &self.context.observed.measures[i]
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
        self.end = (in_zone..=zone.last).rev().find(|&i| roles[i].is_prose()).unwrap_or(in_zone);
        true
    }

    /// Lines of the header: from a few lines over the headline to the story.
    fn header(&self) -> std::ops::Range<usize> {
        self.head.map_or(0, |head| head.saturating_sub(ABOVE))..self.story
    }

    /// Lines under the story.
    fn tail(&self) -> std::ops::Range<usize> {
        self.end + 1..(self.end + 1 + BELOW).min(self.roles.len())
    }

    /// Lines of the header between headline and story, then those over it, then those under the story.
    fn around(&self) -> Vec<usize> {
        let below = self.head.map_or(0, |head| head + 1);
        let over = self.header().start..below;
        (below..self.story).chain(over.rev()).chain(self.tail()).collect()
    }
}
