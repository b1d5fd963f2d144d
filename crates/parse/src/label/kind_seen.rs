//! What is seen of a whole document and of its reading, by which articles are told from the rest.

use wirecopy_model::LineRole;

use super::atoms::{Atom, AtomSet};
use super::kind_story;
use super::measure::Measure;
use super::observe::Observed;
use super::second_found::Shares;

/// Yes-or-no observations on a whole document, with names for the table of weights.
pub(crate) type Seen = Vec<(&'static str, bool)>;

/// Observes a document whose lines were read as these roles.
pub(super) fn see(observed: &Observed<'_>, roles: &[LineRole], shares: &[Shares]) -> Seen {
    let sets = &observed.sets;
    let n = sets.len().max(1);
    let count = |atom: Atom| sets.iter().filter(|set| set.has(atom)).count();
    let share = |count: usize, percent: usize| count * 100 >= n * percent;
    let n_role = |role: LineRole| roles.iter().filter(|r| **r == role).count();
    let prose = n_role(LineRole::Paragraph) + n_role(LineRole::Dateline);
    let weight = observed.zone.map_or(0.0, |zone| zone.weight);
    let total: u64 = observed.measures.iter().map(|m| u64::from(m.units)).sum();
    let in_prose: u64 = observed
        .measures
        .iter()
        .zip(roles)
        .filter(|(_, role)| role.is_prose())
        .map(|(m, _)| u64::from(m.units))
        .sum();
    let prose_share = in_prose * 100 / total.max(1);
    let mean = in_prose / (prose.max(1) as u64);
    let before_prose = roles.iter().position(|r| r.is_prose()).unwrap_or(roles.len());
    let headed = |atom: Atom| head(sets, before_prose).iter().any(|set| set.has(atom));
    let sentences: u32 = observed.measures.iter().map(|m| m.sentences).sum();
    let questions = count(Atom::EndQuestion);
    let mut seen: Seen = vec![
        ("bias", true),
        ("weight<1", weight < 1.0),
        ("weight<3", (1.0..3.0).contains(&weight)),
        ("weight<6", (3.0..6.0).contains(&weight)),
        ("weight<12", (6.0..12.0).contains(&weight)),
        ("weight>=12", weight >= 12.0),
        ("prose=0", prose == 0),
        ("prose=1", prose == 1),
        ("prose=2", prose == 2),
        ("prose=3..5", (3..=5).contains(&prose)),
        ("prose=6..10", (6..=10).contains(&prose)),
        ("prose>10", prose > 10),
        ("share<10", prose_share < 10),
        ("share<25", (10..25).contains(&prose_share)),
        ("share<50", (25..50).contains(&prose_share)),
        ("share<75", (50..75).contains(&prose_share)),
        ("share>=75", prose_share >= 75),
        ("mean<80", mean < 80),
        ("mean<150", (80..150).contains(&mean)),
        ("mean<300", (150..300).contains(&mean)),
        ("mean>=300", mean >= 300),
        ("lines<6", n < 6),
        ("lines<20", (6..20).contains(&n)),
        ("lines<60", (20..60).contains(&n)),
        ("lines>=60", n >= 60),
        ("headline", n_role(LineRole::Headline) > 0),
        ("headlines>2", n_role(LineRole::Headline) > 2),
        ("byline", n_role(LineRole::Byline) > 0),
        ("date", n_role(LineRole::Date) > 0),
        ("dates>3", n_role(LineRole::Date) > 3),
        ("meta", n_role(LineRole::Meta) > 0),
        ("dateline", n_role(LineRole::Dateline) > 0),
        ("datelines>2", n_role(LineRole::Dateline) > 2),
        ("caption", n_role(LineRole::Caption) + n_role(LineRole::Credit) > 0),
        ("standfirst", n_role(LineRole::Standfirst) > 0),
        ("kicker", n_role(LineRole::Kicker) > 0),
        ("source", n_role(LineRole::Source) > 0),
        ("crossheads", n_role(LineRole::Crosshead) > 2),
        ("crossheads>prose", n_role(LineRole::Crosshead) * 2 > prose.max(1)),
        ("list", n_role(LineRole::ListItem) > 3),
        ("list>prose", n_role(LineRole::ListItem) > prose),
        ("head-date", headed(Atom::DateOnly) || headed(Atom::DateMixed)),
        ("head-lead", headed(Atom::BylineLead)),
        ("head-name", headed(Atom::NameHigh)),
        ("head-echo", headed(Atom::EchoBest)),
        ("credit-strong", count(Atom::CreditStrong) > 0),
        ("dateline-strong", count(Atom::DatelineStrong) > 0),
        ("few-sentences", (sentences as usize) < n / 2),
        ("questions", share(questions, 10)),
        ("bullets", share(count(Atom::StartBullet), 25)),
        ("numbered", share(count(Atom::NumberedItem), 12)),
        ("colons", share(count(Atom::EarlyColon), 15)),
        ("end-colons", share(count(Atom::EndColon), 8)),
        ("currency", share(count(Atom::HasCurrency), 5)),
        ("currency-any", count(Atom::HasCurrency) > 2),
        ("pictograms", share(count(Atom::HasPictogram), 5)),
        ("markup", count(Atom::HasMarkup) > 2),
        ("urls", share(count(Atom::HasUrl), 10)),
        ("digits", share(count(Atom::MostlyDigits), 15)),
        ("dated-lines", share(count(Atom::DateOnly) + count(Atom::DateMixed), 12)),
        ("relative", share(count(Atom::DateRelative), 8)),
        ("quotes", share(count(Atom::HasQuotes), 15)),
        ("quotes-any", count(Atom::HasQuotes) > 0),
        ("repeats", share(count(Atom::RepeatsEarlier), 10)),
        ("short-runs", share(count(Atom::ShortRunMore), 50)),
        ("exclaims", share(count(Atom::EndExclaim), 6)),
    ];
    seen.extend(listing(observed));
    let (longest, alone) = prose_runs(roles, observed);
    seen.extend([
        ("run=1", longest == 1),
        ("run=2", longest == 2),
        ("run=3..4", (3..=4).contains(&longest)),
        ("run>4", longest > 4),
        ("alone>40", alone > 40),
        ("alone>70", alone > 70),
    ]);
    let voice = &observed.voice;
    let (you, i, we, said) =
        (voice.rate(voice.you), voice.rate(voice.i), voice.rate(voice.we), voice.rate(voice.said));
    seen.extend([
        ("you=0", you == 0),
        ("you>8", you > 8),
        ("you>20", you > 20),
        ("you>40", you > 40),
        ("i>8", i > 8),
        ("i>25", i > 25),
        ("i>50", i > 50),
        ("we>10", we > 10),
        ("we>25", we > 25),
        ("said=0", said == 0),
        ("said>3", said > 3),
        ("said>8", said > 8),
        ("said>16", said > 16),
        ("said>30", said > 30),
        ("you>said", you > said && you > 10),
        ("i>said", i > said && i > 10),
        ("no-words", voice.words < 30),
    ]);
    let (when, actors, guide) = (voice.rate(voice.when), voice.rate(voice.actors), voice.rate(voice.guide));
    seen.extend([
        ("when=0", when == 0),
        ("when>4", when > 4),
        ("when>10", when > 10),
        ("actors=0", actors == 0),
        ("actors>5", actors > 5),
        ("actors>12", actors > 12),
        ("actors>25", actors > 25),
        ("guide=0", guide == 0),
        ("guide>8", guide > 8),
        ("guide>16", guide > 16),
        ("guide>30", guide > 30),
        ("guide>50", guide > 50),
        ("guide>actors", guide > actors + when),
    ]);
    seen.extend(certainty(roles, shares));
    seen.extend(course(roles, observed));
    seen.extend(prose_style(roles, shares, observed));
    let topics: [Counted; 9] = [
        ("shop", "shop+", "shop++", Atom::LexShop),
        ("forum", "forum+", "forum++", Atom::LexForum),
        ("docs", "docs+", "docs++", Atom::LexDocs),
        ("nav", "nav+", "nav++", Atom::LexNav),
        ("section", "section+", "section++", Atom::LexSection),
        ("comment", "comment+", "comment++", Atom::LexComment),
        ("role", "role+", "role++", Atom::LexRole),
        ("related", "related+", "related++", Atom::LexRelated),
        ("letter", "letter+", "letter++", Atom::LexLetter),
    ];
    seen.extend(by_degrees(&topics, [6, 15], n, count));
    seen.extend(kind_story::see(observed, roles, shares));
    seen
}

/// A question in three degrees, with the atom that is counted.
pub(super) type Counted = (&'static str, &'static str, &'static str, Atom);

/// Its answers where `count` of `n` lines have the atom: whether any has it, and whether so many of a hundred have it.
pub(super) fn by_degrees(
    asked: &[Counted],
    [some_of, many_of]: [usize; 2],
    n: usize,
    count: impl Fn(Atom) -> usize,
) -> Seen {
    let answers = asked.iter().flat_map(|(any, some, many, atom)| {
        let hits = count(*atom);
        let share = |percent: usize| hits * 100 >= n * percent;
        [(*any, hits > 0), (*some, hits > 1 && share(some_of)), (*many, hits > 2 && share(many_of))]
    });
    answers.collect()
}

/// What a page that lists has: the same words under every entry, the time over it, or its number.
fn listing(observed: &Observed<'_>) -> Seen {
    let sets = &observed.sets;
    let count = |atom: Atom| sets.iter().filter(|set| set.has(atom)).count();
    let percent = |n: usize| n * 100 / sets.len().max(1);
    let again = count(Atom::RepeatsEarlier);
    // Numbers on lines of their own that count the entries.
    let mut counted = 0;
    for number in observed.measures.iter().filter_map(lone_number) {
        counted += u32::from(number == counted + 1);
    }
    vec![
        ("again>2", again > 2),
        ("again>6", again > 6),
        ("again>15", again > 15),
        ("times", percent(count(Atom::DateTimeOnly)) >= 5),
        ("start-digits", percent(count(Atom::StartDigit)) >= 15),
        ("counted>2", counted > 2),
        ("counted>5", counted > 5),
        ("small", percent(count(Atom::StartSmall)) >= 20),
    ]
}

/// The number that a line is, of one or two digits.
fn lone_number(m: &Measure) -> Option<u32> {
    match (m.units, m.digits) {
        (1, 1) => m.first.to_digit(10),
        (2, 2) => Some(m.first.to_digit(10)? * 10 + m.last.to_digit(10)?),
        _ => None,
    }
}

/// How sure the reading of the lines is: the readings know articles only, and what is none puzzles them.
#[expect(clippy::cast_precision_loss, reason = "numbers of lines")]
fn certainty(roles: &[LineRole], shares: &[Shares]) -> Seen {
    let own = |i: usize| shares[i][roles[i] as usize];
    let mean = (0..roles.len()).map(own).sum::<f32>() / roles.len().max(1) as f32;
    let unsure = (0..roles.len()).filter(|i| own(*i) < 0.7).count() * 100 / roles.len().max(1);
    let best = |role: LineRole| shares.iter().map(|row| row[role as usize]).fold(0.0, f32::max);
    let prose: Vec<f32> = (0..roles.len()).filter(|&i| roles[i].is_prose()).map(own).collect();
    let prose = prose.iter().sum::<f32>() / prose.len().max(1) as f32;
    let headline = best(LineRole::Headline);
    vec![
        ("sure<80", mean < 0.8),
        ("sure<88", (0.8..0.88).contains(&mean)),
        ("sure<94", (0.88..0.94).contains(&mean)),
        ("sure>=94", mean >= 0.94),
        ("unsure>10", unsure > 10),
        ("unsure>25", unsure > 25),
        ("unsure>40", unsure > 40),
        ("title<30", headline < 0.3),
        ("title<60", (0.3..0.6).contains(&headline)),
        ("title<90", (0.6..0.9).contains(&headline)),
        ("title>=90", headline >= 0.9),
        ("prose-sure<70", prose < 0.7),
        ("prose-sure<85", (0.7..0.85).contains(&prose)),
        ("prose-sure<95", (0.85..0.95).contains(&prose)),
        ("prose-sure>=95", prose >= 0.95),
        ("byline-sure", best(LineRole::Byline) > 0.8),
        ("date-sure", best(LineRole::Date).max(best(LineRole::Meta)) > 0.8),
    ]
}

/// The order of what was found: an article has its header over its prose, a forum has names and dates all through it,
/// an index headlines.
fn course(roles: &[LineRole], observed: &Observed<'_>) -> Seen {
    let first = roles.iter().position(|r| r.is_prose()).unwrap_or(roles.len());
    let over = |role: LineRole| roles[..first].contains(&role);
    let dated = |i: usize| matches!(roles[i], LineRole::Date | LineRole::Meta | LineRole::Byline);
    let inside = (first..roles.len()).filter(|&i| dated(i)).count();
    let furniture = roles.iter().filter(|r| **r == LineRole::Furniture).count() * 100 / roles.len().max(1);
    let code = |m: &Measure| {
        matches!(m.last, ';' | '{' | '}' | '>' | '=') || matches!(m.first, '{' | '}' | '<' | '$')
    };
    let coded = observed.measures.iter().filter(|m| code(m)).count();
    let headed = u8::from(over(LineRole::Date) || over(LineRole::Meta)) + u8::from(over(LineRole::Byline));
    vec![
        ("order-title", over(LineRole::Headline)),
        ("order-1", headed == 1 && over(LineRole::Headline)),
        ("order-2", headed == 2 && over(LineRole::Headline)),
        ("order-none", headed == 0 && !over(LineRole::Headline)),
        ("inside>1", inside > 1),
        ("inside>4", inside > 4),
        ("furniture=0", furniture == 0),
        ("furniture<30", (1..30).contains(&furniture)),
        ("furniture<70", (30..70).contains(&furniture)),
        ("furniture<90", (70..90).contains(&furniture)),
        ("furniture>=90", furniture >= 90),
        ("code", coded > 2),
    ]
}

/// How the prose is written: news has long sentences full of names, and its headline's words come again in it.
fn prose_style(roles: &[LineRole], shares: &[Shares], observed: &Observed<'_>) -> Seen {
    let (mut words, mut sentences, mut capitals, mut small) = (0u32, 0u32, 0u32, 0u32);
    let prose = |m: &&Measure| m.units >= 60 && m.sentences > 0;
    for m in observed.measures.iter().filter(prose) {
        words += m.words;
        sentences += m.sentences;
        capitals += m.capital_words;
        small += m.small_words;
    }
    let length = words / sentences.max(1);
    let names = capitals * 100 / (capitals + small).max(1);
    let title =
        (0..roles.len()).rev().filter(|i| shares[*i][LineRole::Headline as usize] > 0.3).max_by(|a, b| {
            shares[*a][LineRole::Headline as usize].total_cmp(&shares[*b][LineRole::Headline as usize])
        });
    let titled = |atom: Atom| title.is_some_and(|i| observed.sets[i].has(atom));
    let spaced = words > 40 && capitals + small > 0;
    vec![
        ("sentence<11", spaced && length < 11),
        ("sentence<15", spaced && (11..15).contains(&length)),
        ("sentence<20", spaced && (15..20).contains(&length)),
        ("sentence<26", spaced && (20..26).contains(&length)),
        ("sentence>=26", spaced && length >= 26),
        ("names<6", spaced && names < 6),
        ("names<10", spaced && (6..10).contains(&names)),
        ("names<16", spaced && (10..16).contains(&names)),
        ("names<24", spaced && (16..24).contains(&names)),
        ("names>=24", spaced && names >= 24),
        ("title-echo=0", titled(Atom::EchoNone) || titled(Atom::EchoLow)),
        ("title-echo", titled(Atom::EchoHigh)),
    ]
}

/// Lines in the longest run of prose, and the share (in percent) of prose lines with no prose beside them: an index is
/// a headline, a teaser, a headline, a teaser.
fn prose_runs(roles: &[LineRole], observed: &Observed<'_>) -> (usize, usize) {
    let is_prose = |i: usize| {
        roles.get(i).is_some_and(|role| role.is_prose())
            || observed.measures.get(i).is_some_and(|m| m.units > 90 && m.ends_sentence())
    };
    let (mut longest, mut run, mut alone, mut all) = (0, 0, 0, 0);
    for i in 0..roles.len() {
        if is_prose(i) {
            run += 1;
            all += 1;
            longest = longest.max(run);
            alone += usize::from((i == 0 || !is_prose(i - 1)) && !is_prose(i + 1));
        } else {
            run = 0;
        }
    }
    (longest, alone * 100 / all.max(1))
}

/// Lines close before the prose.
fn head(sets: &[AtomSet], before_prose: usize) -> &[AtomSet] {
    &sets[before_prose.saturating_sub(12)..before_prose.min(sets.len())]
}

/// Names of all observations.
#[cfg(test)]
pub(super) fn names() -> Vec<&'static str> {
    let page = crate::read::read_text("One line.");
    let observed = super::observe::observe("One line.", &page);
    see(&observed, &[LineRole::Paragraph], &[[0.0; 16]]).into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::{LineRole, names, see};
    use crate::label::second_blocks::N_ROLES;

    fn holds(text: &str, roles: &[LineRole], share: f32) -> Vec<&'static str> {
        let page = crate::read::read_text(text);
        let observed = crate::label::observe::observe(text, &page);
        let shares: Vec<_> = roles
            .iter()
            .map(|role| {
                let mut row = [0.0; N_ROLES];
                row[*role as usize] = share;
                row
            })
            .collect();
        see(&observed, roles, &shares).into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect()
    }

    #[test]
    fn no_name_stands_twice() {
        let mut names = names();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn a_news_story_and_a_shop_page_show_different_things() {
        let story = "Council closes old bridge\n\nBy Ana Lima\n\nNORTHPORT - Police closed the bridge on Monday, the mayor said. \
                     The government will pay for its repair, a spokesman announced on Tuesday.";
        let seen = holds(story, &[LineRole::Headline, LineRole::Byline, LineRole::Dateline], 0.99);
        for name in ["order-title", "order-1", "when>10", "actors>12", "sure>=94", "byline-sure"] {
            assert!(seen.contains(&name), "{name} is missing from {seen:?}");
        }
        let shop = "Garden bench\n\nBuy this product at our best price and choose free delivery: click the button to order, \
                    and our service will contact you.";
        let seen = holds(shop, &[LineRole::Headline, LineRole::Paragraph], 0.6);
        for name in ["guide>50", "guide>actors", "when=0", "sure<80", "furniture=0"] {
            assert!(seen.contains(&name), "{name} is missing from {seen:?}");
        }
    }
}
