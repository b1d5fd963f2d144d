//! What is seen of the story alone, if there is one: the stretch with the most prose, and the lines right over it.
//!
//! A page of menus around a story is an article; words of a shop beside the prose speak against one, and far from it against
//! nothing. So what tells a kind is asked of these lines apart from the rest of the document.

use wirecopy_model::LineRole as R;

use super::atoms::Atom;
use super::kind_seen::{Counted, Seen, by_degrees};
use super::observe::Observed;
use super::second_found::{self, Shares};

/// Lines over the prose that belong to it.
const OVER: usize = 8;

const COUNTED: [Counted; 12] = [
    ("in-shop", "in-shop+", "in-shop++", Atom::LexShop),
    ("in-forum", "in-forum+", "in-forum++", Atom::LexForum),
    ("in-docs", "in-docs+", "in-docs++", Atom::LexDocs),
    ("in-currency", "in-currency+", "in-currency++", Atom::HasCurrency),
    ("in-questions", "in-questions+", "in-questions++", Atom::EndQuestion),
    ("in-again", "in-again+", "in-again++", Atom::RepeatsEarlier),
    ("in-nav", "in-nav+", "in-nav++", Atom::LexNav),
    ("in-relative", "in-relative+", "in-relative++", Atom::DateRelative),
    ("in-colons", "in-colons+", "in-colons++", Atom::EndColon),
    ("in-numbered", "in-numbered+", "in-numbered++", Atom::NumberedItem),
    ("in-comment", "in-comment+", "in-comment++", Atom::LexComment),
    ("in-digits", "in-digits+", "in-digits++", Atom::MostlyDigits),
];

/// Observes the story of a document whose lines were read as these roles.
pub(super) fn see(observed: &Observed<'_>, roles: &[R], shares: &[Shares]) -> Seen {
    let tops: Vec<usize> = roles.iter().map(|role| *role as usize).collect();
    let body = second_found::body(&tops, &observed.measures);
    // Without a story nothing of it holds.
    let (first, last) = body.unwrap_or((0, 0));
    let over = first.saturating_sub(OVER);
    let end = if body.is_some() { last + 1 } else { 0 };
    let (whole, inside) = (over.min(end)..end, first.min(end)..end);
    let prose = || inside.clone().filter(|i| roles[*i].is_prose());
    let units: u64 = prose().map(|i| u64::from(observed.measures[i].units)).sum();
    let n = prose().count();
    let is = |wanted: &'static [R]| move |i: &usize| wanted.contains(&roles[*i]);
    let count = |range: std::ops::Range<usize>, wanted: &'static [R]| range.filter(is(wanted)).count();
    let percent = |part: usize, all: usize| part * 100 / all.max(1);
    let furniture = percent(count(inside.clone(), &[R::Furniture]), inside.len());
    let dated = count(first + 1..last.max(first + 1), &[R::Byline, R::Date, R::Meta]);
    let headlines = count(first..last, &[R::Headline]);
    let share = |i: usize| shares[i][R::Headline as usize];
    let above = over..(first + 1).min(end);
    let title = above.clone().rev().max_by(|a, b| share(*a).total_cmp(&share(*b)));
    let sure_title = title.map_or(0.0, share);
    let titled = |atom: Atom| title.is_some_and(|i| observed.sets[i].has(atom)) && sure_title > 0.3;
    #[expect(clippy::cast_precision_loss, reason = "numbers of lines")]
    let sure =
        prose().map(|i| shares[i][R::Paragraph as usize] + shares[i][R::Dateline as usize]).sum::<f32>()
            / n.max(1) as f32;
    let (list, crossheads) = (count(whole.clone(), &[R::ListItem]), count(whole.clone(), &[R::Crosshead]));
    let elsewhere: u64 = (0..roles.len())
        .filter(|i| roles[*i].is_prose() && !inside.contains(i))
        .map(|i| u64::from(observed.measures[i].units))
        .sum();
    let dated_line = |i: usize| roles[i] == R::Dateline || observed.sets[i].has(Atom::DatelineStrong);
    let mut seen: Seen = vec![
        ("story=none", body.is_none()),
        ("story<200", units < 200),
        ("story<400", units < 400),
        ("story<800", units < 800),
        ("story<1500", units < 1500),
        ("story-n=1", n == 1),
        ("story-n=2", n == 2),
        ("story-n<5", (3..5).contains(&n)),
        ("story-n<9", (5..9).contains(&n)),
        ("story-n>8", n > 8),
        ("story-sure>70", sure > 0.7),
        ("story-sure>85", sure > 0.85),
        ("story-sure>93", sure > 0.93),
        ("story-sure>98", sure > 0.98),
        ("story-else", elsewhere * 10 > units * 3),
        ("in-furniture=0", body.is_some() && furniture == 0),
        ("in-furniture<20", (1..20).contains(&furniture)),
        ("in-furniture<50", (20..50).contains(&furniture)),
        ("in-furniture>49", furniture >= 50),
        ("in-dated", dated > 0),
        ("in-dated>2", dated > 2),
        ("in-headline", headlines > 0),
        ("in-list", list > 0),
        ("in-list>25", list * 4 > whole.len()),
        ("in-crossheads>2", crossheads > 2),
        ("in-crossheads>33", crossheads * 3 > whole.len()),
        ("over-title>90", sure_title > 0.9),
        ("over-title<50", body.is_some() && sure_title < 0.5),
        ("over-echo", titled(Atom::EchoHigh)),
        ("over-strange", titled(Atom::EchoNone) || titled(Atom::EchoLow)),
        ("over-date", count(above.clone(), &[R::Date, R::Meta]) > 0),
        ("over-byline", count(above, &[R::Byline, R::Meta]) > 0),
        ("story-dateline", prose().next().is_some_and(dated_line)),
    ];
    let hits = |atom: Atom| whole.clone().filter(|i| observed.sets[*i].has(atom)).count();
    seen.extend(by_degrees(&COUNTED, [8, 18], whole.len(), hits));
    seen
}

#[cfg(test)]
mod tests {
    use super::{R, see};
    use crate::label::second_blocks::N_ROLES;

    #[test]
    fn what_stands_far_from_the_story_is_not_seen() {
        let text = "Add to cart\nPrice\n\nHome\nHome\nHome\nHome\nHome\nHome\nHome\nHome\nCouncil closes the old bridge\nThe council closed \
                    the old bridge over the river on Monday, and nobody could say when it would open again.";
        let page = crate::read::read_text(text);
        let observed = crate::label::observe::observe(text, &page);
        let mut roles = vec![R::Furniture; page.lines.len()];
        let n = roles.len();
        (roles[n - 2], roles[n - 1]) = (R::Headline, R::Paragraph);
        let rows = |role: &R| {
            let mut row = [0.0; N_ROLES];
            row[*role as usize] = 0.99;
            row
        };
        let shares: Vec<_> = roles.iter().map(rows).collect();
        let holds = |name: &str| see(&observed, &roles, &shares).contains(&(name, true));
        assert!(holds("over-title>90") && holds("story-n=1") && holds("story-sure>98"));
        assert!(!holds("in-shop") && !holds("story=none"));
        roles[n - 1] = R::Furniture;
        assert!(see(&observed, &roles, &shares).contains(&("in-shop", false)));
    }
}
