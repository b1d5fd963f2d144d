//! Decks that were taken for the first paragraph: the paragraph under them says the same again, or the byline stands between.

use wirecopy_model::LineRole as R;

use super::View;

/// Units of a deck.
const LENGTH: std::ops::RangeInclusive<u32> = 40..=500;
/// Lines under it in which the story begins.
const NEAR: usize = 5;
/// Letters of a word that counts, and words of a deck at least.
const LETTERS: usize = 4;
const WORDS: usize = 6;
/// Of a hundred words of the deck so many stand in the paragraph under it.
const SHARED: usize = 45;

/// Makes a deck of the first paragraph under the headline.
pub(super) fn first(view: &mut View<'_>) {
    let i = view.story;
    let Some(head) = view.head else { return };
    let decked = (head..i).any(|k| view.roles[k] == R::Standfirst);
    if view.roles[i] != R::Paragraph || decked || !LENGTH.contains(&view.measure(i).units) || view.is_keyed(i)
    {
        return;
    }
    let below = i + 1..(i + 1 + NEAR).min(view.roles.len());
    let Some(next) = below.clone().find(|&k| view.roles[k].is_prose()) else { return };
    // The time of an entry stands over each of a live text.
    let day = |k: usize| view.readings().dates(k).iter().any(|date| date.form != crate::date::Form::Time);
    let header = (i + 1..next).any(|k| match view.roles[k] {
        R::Byline | R::Meta | R::Source => true,
        R::Date => day(k),
        _ => false,
    });
    if header && view.context.observed.layout.kind != wirecopy_model::LayoutKind::HardWrapped {
        view.set(i, R::Standfirst, "the header stands under it, and the story under that");
        view.find();
    } else if view.measure(next).units >= 60 && says_again(view.line(i), view.line(next)) {
        view.set(i, R::Standfirst, "the paragraph under it says the same again");
        view.find();
    }
}

/// Whether about half of the words of a line stand in another.
fn says_again(deck: &str, paragraph: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.chars().count() >= LETTERS).map(str::to_lowercase).collect()
    };
    let own = words(deck);
    if own.len() < WORDS {
        return false;
    }
    let mut other = words(paragraph);
    other.sort_unstable();
    let shared = own.iter().filter(|word| other.binary_search(word).is_ok()).count();
    shared * 100 >= own.len() * SHARED
}
