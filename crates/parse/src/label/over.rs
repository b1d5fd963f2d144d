//! What reads like prose over the headline and is none of its story: teasers, consent, what a subscriber gets.

use wirecopy_model::LineRole as R;

use super::measure::Measure;
use crate::assemble::are_copies;
use crate::lines::Line;

/// Lines under a headline in which its date or its byline shows that it is the story's own.
const HEADER: usize = 4;
/// Copies that are held against the first headline.
const MOST_COPIES: usize = 6;
/// Units of a headline that says enough to be known again.
const TELLING: u32 = 16;
/// Lines over the first headline, and how many times longer the story under it must be.
const MOST_LINES: usize = 8;
const TIMES: u32 = 4;

/// Gives such lines the role of furniture.
pub(super) fn run(text: &str, lines: &[Line], measures: &[Measure], roles: &mut [R]) {
    between(text, lines, measures, roles);
    before(measures, roles);
}

fn may_be(role: R) -> bool {
    role.is_prose() || matches!(role, R::Crosshead | R::ListItem | R::Quote)
}

/// Between the title of the window and the printed headline, when the header of the story stands under that alone.
pub(crate) fn between(text: &str, lines: &[Line], measures: &[Measure], roles: &mut [R]) {
    let Some(first) = roles.iter().position(|role| *role == R::Headline) else { return };
    let line = |i: usize| &text[lines[i].trimmed.range()];
    let is_header = |role: &R| matches!(role, R::Byline | R::Date | R::Meta);
    let below = (first + 1..roles.len()).filter(|&i| roles[i] == R::Headline).take(MOST_COPIES);
    let copy = below.into_iter().find(|&i| {
        measures[i].units >= TELLING
            && are_copies(line(first), line(i))
            && roles[i + 1..].iter().take(HEADER).any(is_header)
    });
    let Some(copy) = copy.filter(|&copy| !roles[first + 1..copy].iter().any(is_header)) else { return };
    for role in &mut roles[first + 1..copy] {
        if may_be(*role) || *role == R::Standfirst && copy - first > HEADER {
            *role = R::Furniture;
        }
    }
}

/// Over the first headline, when the story under it is far longer.
fn before(measures: &[Measure], roles: &mut [R]) {
    let Some(first) = roles.iter().position(|role| *role == R::Headline) else { return };
    let prose = |range: std::ops::Range<usize>| -> u32 {
        range.filter(|&i| roles[i].is_prose()).map(|i| measures[i].units).sum()
    };
    let over: Vec<usize> =
        (0..first).filter(|&i| may_be(roles[i]) || roles[i] == R::Note).take(MOST_LINES + 1).collect();
    if over.is_empty() || over.len() > MOST_LINES {
        return;
    }
    let (above, story) = (prose(0..first), prose(first..roles.len()));
    if story > 0 && above.saturating_mul(TIMES) <= story {
        over.into_iter().for_each(|i| roles[i] = R::Furniture);
    }
}

#[cfg(test)]
mod tests {
    use super::{R, run};

    const STORY: &str = "The council closed the old bridge over the river on Monday, and nobody could say when it would open again.";
    const HEADLINE: (&str, R) = ("Council closes the old bridge", R::Headline);

    /// Roles of these lines with three paragraphs under them.
    fn over(lines: &[(&str, R)]) -> Vec<R> {
        let mut all = lines.to_vec();
        all.extend([(STORY, R::Paragraph); 3]);
        let text: Vec<&str> = all.iter().map(|line| line.0).collect();
        let text = text.join("\n");
        let page = crate::read::read_text(&text);
        let observed = crate::label::observe::observe(&text, &page);
        let mut roles: Vec<R> = all.iter().map(|line| line.1).collect();
        run(&text, &page.lines, &observed.measures, &mut roles);
        roles.truncate(lines.len());
        roles
    }

    #[test]
    fn decks_between_two_copies_of_the_headline() {
        let window = ("Council closes the old bridge - Northport Chronicle", R::Headline);
        let deck = (
            "An attack on a bar in the lower town left two people injured late on Tuesday, police said.",
            R::Paragraph,
        );
        let by = ("By Ana Lima", R::Byline);
        assert_eq!(over(&[window, deck, deck, HEADLINE, by])[1..3], [R::Furniture; 2]);
        // A story that is headed twice has its header over it.
        assert_eq!(over(&[window, by, deck, deck, HEADLINE, by])[2..4], [R::Paragraph; 2]);
        assert_eq!(over(&[window, deck, deck, HEADLINE])[1..3], [R::Paragraph; 2]);
    }

    #[test]
    fn a_little_over_the_first_headline() {
        for line in ["Your browser is old.", "• Bitte das Kästchen ankreuzen.", "*) obligatoire."] {
            assert_eq!(over(&[(line, R::ListItem), HEADLINE])[0], R::Furniture, "{line}");
        }
        // As long as the story: it is one.
        assert_eq!(over(&[(STORY, R::Paragraph), (STORY, R::Paragraph), HEADLINE])[0], R::Paragraph);
        assert_eq!(over(&[(STORY, R::Paragraph)])[0], R::Paragraph);
    }
}
