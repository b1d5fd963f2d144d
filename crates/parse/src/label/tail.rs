//! What stands far under a story and is none of it: comments, decks of other stories, who publishes the page.
//!
//! A story is told in one piece. Where a longer stretch of the page's furniture has ended it, a few more lines that read
//! like prose do not take it up again: they have found their role by their shape alone.

use wirecopy_model::LineRole as R;

use super::measure::Measure;
use crate::page::Page;

/// Units of the paragraph that a story begins with.
const OPENING: u32 = 60;
/// Paragraphs that a story has told before it can have ended.
const TOLD: usize = 3;
/// Lines of furniture without a break that end it, and that end it whatever stands below.
const PARTED: usize = 5;
const PARTED_WIDE: usize = 8;
/// Paragraphs that may stand below, the part of the story's length that they may have, and the longest of them in units.
const MOST_BELOW: usize = 8;
const SHARE: (u32, u32) = (3, 10);
const LONGEST_BELOW: u32 = 300;
/// Lines of furniture over a headline with which nothing begins.
const OVER_HEADLINE: usize = 2;

/// What stands below a line.
#[derive(Clone, Copy, Default)]
struct Below {
    paragraphs: usize,
    units: u32,
    longest: u32,
    headline: bool,
}

/// Gives what stands under the end of the story the role of furniture.
pub(super) fn run(page: &Page, measures: &[Measure], roles: &mut [R]) {
    stranded(roles);
    let Some(cut) = cut(measures, roles) else { return };
    for (i, role) in roles.iter_mut().enumerate().skip(cut + 1) {
        // Who signs, who owns and what the newsroom says may stand anywhere.
        let stays = matches!(role, R::Furniture | R::Source | R::Byline | R::Note);
        if !stays && !page.hints.iter().any(|hint| hint.line == i) {
            *role = R::Furniture;
        }
    }
}

/// The line of furniture with which the story has ended, when hardly anything like prose follows and no other story.
fn cut(measures: &[Measure], roles: &[R]) -> Option<usize> {
    let story = (0..roles.len()).find(|&i| roles[i].is_prose() && measures[i].units > OPENING)?;
    let mut below = vec![Below::default(); roles.len() + 1];
    for i in (story..roles.len()).rev() {
        let mut this = below[i + 1];
        if roles[i].is_prose() {
            this.paragraphs += 1;
            this.units += measures[i].units;
            this.longest = this.longest.max(measures[i].units);
        }
        this.headline |= roles[i] == R::Headline;
        below[i] = this;
    }
    let (mut told, mut units, mut parted) = (0, 0u32, 0);
    for i in story..roles.len() {
        if roles[i].is_prose() {
            told += 1;
            units += measures[i].units;
        }
        parted = if roles[i] == R::Furniture { parted + 1 } else { 0 };
        let rest = below[i + 1];
        if told >= TOLD
            && parted >= PARTED
            && !rest.headline
            && rest.paragraphs <= MOST_BELOW
            && u64::from(rest.units) * u64::from(SHARE.1) <= u64::from(units) * u64::from(SHARE.0)
            && (rest.longest <= LONGEST_BELOW || parted >= PARTED_WIDE)
        {
            return Some(i);
        }
    }
    None
}

/// A headline under the story with furniture over it and no prose below is that of another page.
fn stranded(roles: &mut [R]) {
    let Some(last) = roles.iter().rposition(|role| role.is_prose()) else { return };
    if !roles[..last].contains(&R::Headline) {
        return;
    }
    for i in last + 1 + OVER_HEADLINE..roles.len() {
        let over = roles[i - OVER_HEADLINE..i].iter().all(|role| *role == R::Furniture);
        if roles[i] == R::Headline && over {
            roles[i] = R::Furniture;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{R, run};

    const STORY: &str = "The council closed the old bridge over the river on Monday, and nobody could say when it would open again.";

    /// Roles of a story of four paragraphs with these lines under it.
    fn under(lines: &[(&str, R)]) -> Vec<R> {
        let mut all = vec![("Council closes the old bridge", R::Headline)];
        all.extend([(STORY, R::Paragraph); 4]);
        all.extend(lines);
        let text: Vec<&str> = all.iter().map(|line| line.0).collect();
        let text = text.join("\n");
        let page = crate::read::read_text(&text);
        let observed = crate::label::observe::observe(&text, &page);
        let mut roles: Vec<R> = all.iter().map(|line| line.1).collect();
        run(&page, &observed.measures, &mut roles);
        roles[5..].to_vec()
    }

    const LINK: (&str, R) = ("Weather", R::Furniture);

    #[test]
    fn comments_under_the_page_are_no_story() {
        for comment in
            ["It was about time, that bridge was a danger.", "Es war höchste Zeit.", "早就该关了。"]
        {
            let got = under(&[LINK, LINK, LINK, LINK, LINK, (comment, R::Paragraph), ("1", R::ListItem)]);
            assert_eq!(got[5..], [R::Furniture; 2], "{comment}");
        }
    }

    #[test]
    fn a_story_goes_on_behind_a_box() {
        let got = under(&[LINK, LINK, LINK, (STORY, R::Paragraph)]);
        assert_eq!(got[3], R::Paragraph);
        // As long as what stands above.
        let mut long = vec![LINK; 6];
        long.extend([(STORY, R::Paragraph); 3]);
        assert_eq!(under(&long)[6..], [R::Paragraph; 3]);
    }

    #[test]
    fn signatures_and_other_stories_stay() {
        let signed = [LINK, LINK, LINK, LINK, LINK, ("Source: Coastwire", R::Source)];
        assert_eq!(under(&signed)[5], R::Source);
        let mut other = vec![LINK; 6];
        other.extend([("School opens on the hill", R::Headline), ("It has two rooms.", R::Paragraph)]);
        assert_eq!(under(&other)[6..], [R::Headline, R::Paragraph]);
    }

    #[test]
    fn a_headline_with_nothing_under_it() {
        let got = under(&[LINK, LINK, ("School opens on the hill", R::Headline), LINK]);
        assert_eq!(got[2], R::Furniture);
        assert_eq!(under(&[("School opens on the hill", R::Headline)])[0], R::Headline);
    }
}
