//! What the labelling is told of a page: which lines are set apart, and what speaks for the role of the others.

use wirecopy_model::LineRole as R;

use super::outlook::Outlook;
use super::render::Shown;
use super::stated::{Field, Stated};
use super::tags::Tags;
use super::words::Words;
use crate::lines::Line;
use crate::page::{Lean, Page};

/// Log-odds of a line to be a part of the story under which it is set apart, when it does not stand near the story's
/// header or its pictures.
const APART: f32 = -2.5;
/// Lines over the headline that may belong to the article's header.
const ABOVE: usize = 6;
/// Lines under the story that may belong to it: notes, writers, the owner of the rights.
const BELOW: usize = 6;
/// How much of the prior's log-odds is told, in hundredths for each, and at most.
const TOLD: f32 = 250.0;
const MOST: f32 = 1500.0;

pub(super) struct Hints<'a> {
    pub(super) outlook: &'a Outlook<'a>,
    pub(super) shown: &'a [Shown],
    pub(super) lines: &'a [Line],
    pub(super) words: &'a [&'a str],
    pub(super) weights: &'a [f32],
    pub(super) stated: &'a Stated,
}

impl Hints<'_> {
    /// Writes lines and hints into the page.
    pub(super) fn give(&self, page: &mut Page) {
        let n = self.lines.len();
        let likely = |i: &usize| self.weights[*i] > 0.0 && self.shown[*i].letters > 30;
        let first = (0..n).find(likely);
        let last = (0..n).rev().find(likely);
        let head = self.outlook.headline.or(first).unwrap_or(0);
        let head = first.map_or(head, |first| head.min(first));
        let mut before = 0u32;
        for i in 0..n {
            let near = self.is_near(i, head, first, last);
            if !near && self.weights[i] < APART {
                page.apart.push(self.lines[i]);
                before = before.max(self.lines[i].blank_before).max(1);
                continue;
            }
            let mut line = self.lines[i];
            line.blank_before = if page.lines.is_empty() { 0 } else { line.blank_before.max(before) };
            before = 0;
            self.lean(i, page.lines.len(), head, first, page);
            page.lines.push(line);
        }
        page.apart.sort_by_key(|line| line.number);
        page.article = self.article();
    }

    /// Whether a line may be of the header, a picture's, or of the end.
    fn is_near(&self, i: usize, head: usize, first: Option<usize>, last: Option<usize>) -> bool {
        let shown = &self.shown[i];
        if self.outlook.headline == Some(i) {
            return true;
        }
        let never = Tags(Tags::NAV.0 | Tags::FOOTER.0 | Tags::FORM.0 | Tags::BUTTON.0);
        let unread = Words(
            Words::SHARE.0
                | Words::RELATED.0
                | Words::COMMENT.0
                | Words::NAV.0
                | Words::SIGNUP.0
                | Words::ADVERT.0
                | Words::LEGAL.0,
        );
        if shown.tags.has(never) || shown.own.has(unread) {
            return false;
        }
        let (Some(first), Some(last)) = (first, last) else { return i + ABOVE >= head };
        let in_header = i + ABOVE >= head && i <= first;
        let is_picture = shown.tags.has(Tags(Tags::FIGURE.0 | Tags::FIGCAPTION.0))
            || shown.own.has(Words::CAPTION.with(Words::CREDIT));
        let is_end = i > last && i <= last + BELOW;
        in_header
            || is_end
            || (is_picture && i >= head && i <= last)
            || ((first..=last).contains(&i) && self.weights[i] > APART * 2.0)
    }

    fn lean(&self, i: usize, line: usize, head: usize, first: Option<usize>, page: &mut Page) {
        let shown = &self.shown[i];
        let mut lean = |role: R, weight: i16| page.leans.push(Lean { line, role, weight });
        #[expect(clippy::cast_possible_truncation, reason = "held within bounds")]
        let told = (self.weights[i] * TOLD).clamp(-MOST, MOST) as i16;
        for role in [R::Paragraph, R::Dateline, R::ListItem, R::Quote, R::Crosshead] {
            lean(role, told);
        }
        let heading = shown.tags.has(Tags::ANY_HEADING);
        if self.outlook.headline == Some(i) {
            lean(R::Headline, 900);
        } else if shown.tags.has(Tags::H1) || self.outlook.says_headline(i) {
            lean(R::Headline, 100);
        } else if heading && i > head {
            lean(R::Crosshead, 250);
        }
        // A page has one article: where its headline is known, there is no other.
        if self.outlook.headline.is_some_and(|headline| headline != i) && !self.outlook.says_headline(i) {
            lean(R::Headline, -700);
        }
        if shown.tags.has(Tags::ITEM) && shown.letters > 0 {
            lean(R::ListItem, 150);
        }
        if shown.tags.has(Tags::BLOCKQUOTE) {
            lean(R::Quote, 150);
        }
        if shown.tags.has(Tags::FIGCAPTION) || shown.own.has(Words::CAPTION) {
            lean(R::Caption, 400);
            lean(R::Credit, 300);
        }
        if shown.own.has(Words::CREDIT) && shown.over.has(Words::MEDIA) {
            lean(R::Credit, 200);
        }
        let in_header = i > head && first.is_some_and(|first| i <= first);
        if in_header {
            if shown.own.has(Words::AUTHOR) {
                lean(R::Byline, 150);
                lean(R::Meta, 100);
            }
            if shown.own.has(Words::DATE) || shown.tags.has(Tags::TIME) {
                lean(R::Date, 150);
                lean(R::Meta, 100);
            }
            if shown.own.has(Words::DEK) && shown.letters > 30 {
                lean(R::Standfirst, 200);
            }
        }
        if shown.own.has(Words::KICKER) && i < head {
            lean(R::Kicker, 100);
        } else if i < head && shown.letters > 0 && shown.link_letters == shown.letters {
            // The name of the site and its menu, which no tag sets apart.
            lean(R::Furniture, 300);
        }
        // Rows of figures, and who owns the page.
        let words = self.words[i];
        if words.contains('\t') || (words.contains('©') && shown.letters < 120) {
            lean(R::Furniture, 500);
        }
    }

    /// How much the page speaks for being an article.
    fn article(&self) -> f32 {
        const LETTERS: f32 = 250.0;
        #[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
        let mass: f32 = self
            .shown
            .iter()
            .zip(self.weights)
            .map(|(shown, weight)| shown.letters.min(400) as f32 / (1.0 + (-weight).exp()))
            .sum();
        let says = |word: &str| {
            self.stated.of(Field::Kind).iter().any(|one| one.value.to_lowercase().contains(word))
        };
        let stated = if says("article") || says("posting") { 2.0 } else { 0.0 };
        ((mass - LETTERS) / 150.0).clamp(-2.0, 6.0) + stated
    }
}
