//! Headlines put right after reading: copies of the headline that were read as something else, and those of posts under
//! each other.

use wirecopy_model::LineRole as R;

use super::lexicon;
use super::measure::Measure;
use crate::assemble::are_copies;
use crate::folded::is_letter_or_number;
use crate::lines::Line;

/// Headlines of one document that others are held against.
const MOST_HEADLINES: usize = 3;
/// Lines of a header that are held against them.
const MOST_HELD: usize = 60;
/// A line at least this long says enough to be known again, in units.
const TELLING: u32 = 20;
/// Units of the shortest and the longest line that may become one.
const FITTING: std::ops::RangeInclusive<u32> = 12..=220;

/// A document whose lines were read.
pub(super) struct Titles<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) measures: &'a [Measure],
}

impl Titles<'_> {
    pub(super) fn run(&self, roles: &mut [R]) {
        self.deck_alone(roles);
        self.posts(roles);
        self.copies(roles);
        self.paths(roles);
    }

    fn line(&self, i: usize) -> &str {
        &self.text[self.lines[i].trimmed.range()]
    }

    /// Where the story begins: its first long line of prose, else its first.
    fn story(&self, roles: &[R]) -> Option<usize> {
        let prose = |i: &usize| roles[*i].is_prose();
        (0..roles.len())
            .find(|i| prose(i) && self.measures[*i].units > 60)
            .or_else(|| (0..roles.len()).find(prose))
    }

    /// Whether a line is as long as a headline and ends as one does.
    fn fits(&self, i: usize) -> bool {
        let m = &self.measures[i];
        FITTING.contains(&m.units) && !m.ends_sentence()
    }

    /// A deck stands under a headline: where there is none, what was taken for the deck, with the writer or the day
    /// under it, is the headline.
    fn deck_alone(&self, roles: &mut [R]) {
        if roles.contains(&R::Headline) {
            return;
        }
        let story = self.story(roles).unwrap_or(roles.len());
        let stands_over = |i: usize| matches!(roles.get(i + 1), Some(R::Byline | R::Date));
        let deck = (0..story).find(|&i| roles[i] == R::Standfirst);
        if let Some(i) = deck.filter(|&i| stands_over(i) && self.fits(i)) {
            roles[i] = R::Headline;
        }
    }

    /// A page of posts: what stands between a date and its story is a headline, when one that stands so was read.
    fn posts(&self, roles: &mut [R]) {
        let last = roles.len().saturating_sub(1);
        let between = |roles: &[R], i: usize| roles[i - 1] == R::Date && roles[i + 1].is_prose();
        if !(1..last).any(|i| roles[i] == R::Headline && between(roles, i)) {
            return;
        }
        for i in 1..last {
            let other = matches!(roles[i], R::Furniture | R::Kicker | R::Crosshead | R::Standfirst);
            if other && between(roles, i) && self.fits(i) {
                roles[i] = R::Headline;
            }
        }
    }

    /// The way to the page through its site, with the headline at its end: `Home > Sport > Headline`.
    fn paths(&self, roles: &mut [R]) {
        let heads: Vec<usize> =
            (0..roles.len()).filter(|&i| roles[i] == R::Headline).take(MOST_HEADLINES + 1).collect();
        for &i in &heads {
            let is_end = |&other: &usize| other != i && is_path_to(self.line(i), self.line(other));
            if heads.iter().any(is_end) {
                roles[i] = R::Furniture;
            }
        }
    }

    /// The headline once more, over the story: the title of the browser's window with the site's name behind it, or the
    /// printed one under that.
    fn copies(&self, roles: &mut [R]) {
        let Some(story) = self.story(roles) else { return };
        let heads: Vec<usize> =
            (0..story).filter(|&i| roles[i] == R::Headline).take(MOST_HEADLINES).collect();
        for head in heads {
            let size = self.measures[head].units;
            let near = |i: &usize| {
                let m = &self.measures[*i];
                m.units >= TELLING && m.units * 5 >= size * 2 && m.units * 2 <= size * 5
            };
            let from = story.saturating_sub(MOST_HELD);
            for i in (from..story).filter(near) {
                let other = matches!(roles[i], R::Standfirst | R::Furniture | R::Kicker | R::Caption);
                if other && are_copies(self.line(head), self.line(i)) {
                    roles[i] = R::Headline;
                }
            }
        }
    }
}

/// Whether a line ends with a headline and says before it where that stands.
fn is_path_to(line: &str, headline: &str) -> bool {
    const LONGEST: usize = 400;
    let length = |text: &str| text.chars().filter(|c| is_letter_or_number(*c)).count();
    let (all, end) = (length(line), length(headline));
    if line.len() > LONGEST || all <= end || end < 12 || !are_copies(line, headline) {
        return false;
    }
    // Where the letters of the headline begin, if they close the line.
    let from = line.char_indices().filter(|(_, c)| is_letter_or_number(*c)).nth(all - end);
    let Some(before) = from.map(|(at, _)| &line[..at]) else { return false };
    let steps = before.contains(['>', '»', '›']);
    are_copies(&line[before.len()..], headline)
        && (steps || lexicon::look_up(before).starts_with(lexicon::Class::Nav))
}

#[cfg(test)]
mod tests {
    use super::{R, Titles, is_path_to};

    #[test]
    fn a_path_leads_to_a_headline() {
        let headline = "Council closes the old bridge";
        assert!(is_path_to("Home > News > Council closes the old bridge", headline));
        assert!(is_path_to("Home|News| Council closes the old bridge", headline));
        assert!(is_path_to("You are here » Council closes the old bridge", headline));
        assert!(!is_path_to("Northport: Council closes the old bridge", headline));
        assert!(!is_path_to("Council closes the old bridge > Home", headline));
        assert!(!is_path_to(headline, headline));
    }

    const STORY: &str = "The council closed the old bridge over the river on Monday, and nobody could say when it would open.";

    /// Roles after putting right.
    fn run(lines: &[(&str, R)]) -> Vec<R> {
        let text: Vec<&str> = lines.iter().map(|line| line.0).collect();
        let text = text.join("\n");
        let page = crate::read::read_text(&text);
        let observed = crate::label::observe::observe(&text, &page);
        let mut roles: Vec<R> = lines.iter().map(|line| line.1).collect();
        Titles { text: &text, lines: &page.lines, measures: &observed.measures }.run(&mut roles);
        roles
    }

    #[test]
    fn a_story_without_a_headline_stays_without() {
        let lines = [("Share this story", R::Furniture), (STORY, R::Paragraph)];
        assert_eq!(run(&lines), [R::Furniture, R::Paragraph]);
        assert_eq!(run(&[]), []);
    }

    #[test]
    fn posts_under_their_dates_have_headlines() {
        let lines = [
            ("3 May 2021", R::Date),
            ("Council closes the old bridge", R::Furniture),
            (STORY, R::Paragraph),
            ("2 May 2021", R::Date),
            ("School opens on the hill", R::Headline),
            (STORY, R::Paragraph),
        ];
        assert_eq!(run(&lines)[1], R::Headline);
    }

    #[test]
    fn a_deck_under_nothing_is_the_headline() {
        let page = |role| {
            [
                ("Search", R::Furniture),
                ("Council closes the old bridge over the Elder", role),
                ("Ana Lima", R::Byline),
                (STORY, R::Paragraph),
            ]
        };
        assert_eq!(run(&page(R::Standfirst))[1], R::Headline);
        // Under a headline it stays what it is, and so does a line that has neither writer nor day under it.
        let mut under = page(R::Standfirst);
        under[0] = ("Bridge closed until May", R::Headline);
        assert_eq!(run(&under)[1], R::Standfirst);
        let mut alone = page(R::Standfirst);
        alone[2] = ("Menu", R::Furniture);
        assert_eq!(run(&alone)[1], R::Standfirst);
    }

    #[test]
    fn the_printed_copy_of_a_window_title_is_a_headline() {
        let lines = [
            ("Council closes the old bridge - The Northport Post", R::Headline),
            ("Home", R::Furniture),
            ("Council closes the old bridge", R::Standfirst),
            ("Council opens new school", R::Furniture),
            (STORY, R::Paragraph),
        ];
        assert_eq!(run(&lines)[2..], [R::Headline, R::Furniture, R::Paragraph]);
    }
}
