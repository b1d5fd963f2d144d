//! Articles made of real paragraphs in new company, under headlines, names, outlets and dates of our own.
//!
//! Real sentences keep the statistics of words lifelike; what is rare in a real archive, names, is invented: some stand in
//! many articles, most in a few. Every article has a place of its own in ten years, and one of three hundred outlets.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::files;

/// Files in one folder.
pub(super) const IN_FOLDER: usize = 1000;
/// Length of the prose of an article, in bytes: from the first, up to twice the second more. Five to six kilobytes on average.
const LENGTH: (usize, usize) = (2000, 3600);
const N_OUTLETS: usize = 300;
const N_NAMES: usize = 20_000;
/// One article in so many is Chinese or Japanese.
const EAST: usize = 50;
/// Characters of a paragraph of prose; shorter ones are captions and furniture more often than not.
const PROSE: std::ops::Range<usize> = 160..1500;
const EASTERN_PROSE: std::ops::Range<usize> = 40..800;

const SYLLABLES: [&str; 24] = [
    "bo", "cor", "dal", "el", "fen", "gar", "hol", "ir", "jo", "kes", "lam", "mur", "nev", "or", "pel",
    "quin", "ras", "sten", "tor", "ul", "ver", "wyn", "yar", "zel",
];
const PAPERS: [&str; 10] =
    ["Courier", "Post", "Herald", "Gazette", "Observer", "Tribune", "Journal", "Echo", "Argus", "Chronicle"];
const FIRST: [&str; 16] = [
    "Ana", "Tom", "Mira", "Jonas", "Leila", "Pavel", "Irma", "Ravi", "Sofia", "Ken", "Amara", "Luc", "Nora",
    "Emil", "Dana", "Hugo",
];
const VERBS: [&str; 12] = [
    "closes",
    "opens",
    "rebuilds",
    "defends",
    "questions",
    "sells",
    "saves",
    "leaves",
    "backs",
    "delays",
    "wins",
    "drops",
];
const THINGS: [&str; 20] = [
    "bridge",
    "harbour",
    "school",
    "railway",
    "hospital",
    "market",
    "festival",
    "library",
    "power plant",
    "museum",
    "airport",
    "stadium",
    "ferry",
    "theatre",
    "reservoir",
    "prison",
    "forest",
    "archive",
    "cathedral",
    "brewery",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes so many articles below a folder, numbered from `first`. The same numbers and
/// paragraphs give the same articles.
pub(super) fn write(paragraphs: &Paragraphs, folder: &Path, numbers: std::ops::Range<usize>) -> Result<()> {
    let names: Vec<String> = (0..N_NAMES).map(name).collect();
    for n in numbers {
        let inside = folder.join(format!("{:04}", n / IN_FOLDER));
        if n.is_multiple_of(IN_FOLDER) || !inside.exists() {
            fs::create_dir_all(&inside)?;
        }
        let mut dice = Dice::new(n);
        fs::write(inside.join(format!("{n:07}.txt")), article(&mut dice, n, paragraphs, &names))?;
    }
    Ok(())
}

/// Paragraphs to make articles of.
pub(super) struct Paragraphs {
    western: Vec<String>,
    eastern: Vec<String>,
}

impl Paragraphs {
    /// The paragraphs of prose in the texts below a folder: `.txt` files, and `.jsonl` files with a `text` in each line.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let mut found = Self { western: Vec::new(), eastern: Vec::new() };
        for path in files(folder, &["txt", "jsonl"])? {
            let Ok(whole) = fs::read_to_string(&path) else { continue };
            if path.extension().is_some_and(|ending| ending == "txt") {
                found.take(&whole);
                continue;
            }
            for line in whole.lines().filter(|line| !line.trim().is_empty()) {
                let document: Value = serde_json::from_str(line)
                    .with_context(|| format!("a line of {} is not JSON", path.display()))?;
                found.take(document["text"].as_str().unwrap_or_default());
            }
        }
        for part in [&mut found.western, &mut found.eastern] {
            part.sort();
            part.dedup();
        }
        ensure!(
            found.western.len() >= 500 && found.eastern.len() >= 10,
            "{} holds {} paragraphs of western and {} of eastern prose; some thousand and some dozen are wanted",
            folder.display(),
            found.western.len(),
            found.eastern.len()
        );
        Ok(found)
    }

    pub(super) fn len(&self) -> usize {
        self.western.len() + self.eastern.len()
    }

    fn take(&mut self, text: &str) {
        for line in text.lines().map(str::trim) {
            let n_chars = line.chars().count();
            let n_wide = line.chars().filter(|c| ('\u{3040}'..'\u{a000}').contains(c)).count();
            if n_wide * 2 > n_chars && EASTERN_PROSE.contains(&n_chars) {
                self.eastern.push(line.to_owned());
            } else if n_wide == 0 && PROSE.contains(&n_chars) && line.contains(". ") {
                self.western.push(line.to_owned());
            }
        }
    }
}

fn article(dice: &mut Dice, n: usize, paragraphs: &Paragraphs, names: &[String]) -> String {
    let eastern = n % EAST == EAST - 1;
    let from = if eastern { &paragraphs.eastern } else { &paragraphs.western };
    let place = capital(&name(dice.below(N_OUTLETS)));
    let outlet = dice.below(N_OUTLETS);
    let mut text = format!(
        "{} {} {} {}\n\n",
        capital(dice.seldom(names)),
        dice.pick(&VERBS),
        capital(dice.seldom(names)),
        dice.pick(&THINGS)
    );
    let _ = write!(text, "By {} {}\n\n", dice.pick(&FIRST), capital(dice.seldom(names)));
    let paper = PAPERS[outlet % PAPERS.len()];
    let _ = write!(text, "Source: {} {paper}\n\n", capital(&name(outlet)));
    let (day, month, year) = (1 + dice.below(28), dice.pick(&MONTHS), 2010 + dice.below(10));
    let _ = write!(text, "{day} {month} {year}\n\n");
    if !eastern {
        let _ = write!(text, "{} — ", place.to_uppercase());
    }
    let wanted = LENGTH.0 + dice.below(LENGTH.1) + dice.below(LENGTH.1);
    let mut length = 0;
    while length < wanted {
        let paragraph = &from[dice.below(from.len())];
        length += paragraph.len();
        text.push_str(paragraph);
        if !eastern {
            // The names of a story, so that no two articles have all their words in common.
            let (one, other) = (capital(dice.seldom(names)), capital(dice.seldom(names)));
            let more = format!(" {} {one} of {other} was there.", dice.pick(&FIRST));
            length += more.len();
            text.push_str(&more);
        }
        text.push_str("\n\n");
    }
    text
}

/// An invented name; every number has its own.
fn name(number: usize) -> String {
    let mut rest = number;
    let mut name = String::new();
    for _ in 0..3 {
        name.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    if rest > 0 {
        name.push_str(SYLLABLES[rest % SYLLABLES.len()]);
    }
    name
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn new(seed: usize) -> Self {
        let mut dice = Self((seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        dice.below(2);
        dice
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % n
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// The names of low number often, those of high number seldom: about as often as one over the number, as names are.
    fn seldom<'w>(&mut self, names: &'w [String]) -> &'w str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        #[expect(clippy::cast_possible_truncation, reason = "below the number of names")]
        let rank = (names.len() as f64).powf(share) as usize;
        &names[rank.min(names.len()) - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::{Dice, N_NAMES, Paragraphs, article, name};

    #[test]
    fn the_same_number_gives_the_same_article_and_others_others() {
        let line = |n: usize| format!("Sentence {n} of the story. {}", "And so on it went. ".repeat(10));
        let mut paragraphs =
            Paragraphs { western: Vec::new(), eastern: vec!["市议会决定。".repeat(10)] };
        (0..50).for_each(|n| paragraphs.take(&line(n)));
        assert_eq!(paragraphs.western.len(), 50);
        let names: Vec<String> = (0..N_NAMES).map(name).collect();
        let mut unique = names.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), N_NAMES);
        let text = |n| article(&mut Dice::new(n), n, &paragraphs, &names);
        assert_eq!(text(7), text(7));
        assert_ne!(text(7), text(8));
        assert!(text(7).contains("\n\nBy ") && text(7).contains("\n\nSource: "), "{}", text(7));
        assert!(text(49).contains("市议会"));
    }
}
