//! Copy that was broken at a fixed width, set in paragraphs again before it is read.
//!
//! Teleprinters, mail and terminals broke lines where the paper ended, in the middle of a sentence or of a dateline. All that
//! reads lines would see halves; so the halves are joined first, in a copy of the text, and the answer is moved back to the lines
//! as they came. What comes between sees lines of the usual kind and knows nothing of this.

mod back;
mod copy;
mod width;

#[cfg(feature = "train")]
use std::borrow::Cow;
use std::ops::Range;

use crate::page::Page;

pub(crate) use back::to_lines;

/// A text whose broken lines are joined.
pub(crate) struct Joined {
    /// The text without the ends of the lines that were joined.
    pub(crate) text: String,
    /// Its lines, under the numbers that the first of each has in the document.
    pub(crate) page: Page,
    /// Which lines of the document each line of the page is made of.
    members: Vec<Range<usize>>,
    gaps: copy::Gaps,
}

/// Joins the broken lines of a page; `None` where none are.
pub(crate) fn join(text: &str, page: &Page) -> Option<Joined> {
    let widths = width::widths(text, &page.lines)?;
    let wrap = width::of(text, &page.lines, &widths)?;
    let members = width::groups(text, page, &widths, wrap);
    if members.len() == page.lines.len() {
        return None;
    }
    Some(copy::make(text, page, members))
}

/// A text as it is labelled: what is learnt must be set as what is read.
#[cfg(feature = "train")]
pub(crate) struct AsRead<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) page: Page,
    /// Which lines of the document each line of the page is made of.
    pub(crate) members: Vec<Range<usize>>,
}

#[cfg(feature = "train")]
impl<'t> AsRead<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let page = crate::read::read_text(text);
        match join(text, &page) {
            Some(Joined { text, page, members, .. }) => Self { text: Cow::Owned(text), page, members },
            None => {
                let members = (0..page.lines.len()).map(|i| i..i + 1).collect();
                Self { text: Cow::Borrowed(text), page, members }
            }
        }
    }

    /// Whether the document has so many lines.
    pub(crate) fn has_lines(&self, n: usize) -> bool {
        self.members.last().map_or(0, |group| group.end) == n
    }
}

#[cfg(test)]
mod tests;
