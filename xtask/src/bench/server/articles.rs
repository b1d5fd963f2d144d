//! Invented articles: paragraphs of the seeds in new company, under headlines, outlets, names and dates of our own.
//!
//! Real sentences alone would give every article the words of every other. So each paragraph may end with a sentence that
//! names two invented places, drawn as words are drawn in a language: the one of rank `k` about `1/k` as often as the first.
//! Of 100,000 articles the first few hold the name of rank 1, a few in a hundred that of rank 100, a hundred that of rank 2,000.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::bench::files;
use crate::workspace::Workspace;

/// Files in one folder.
const IN_FOLDER: usize = 1000;

/// Paragraphs of an article.
const PARAGRAPHS: std::ops::Range<usize> = 6..16;

/// One article in so many is in Chinese, Japanese or Korean.
const WIDE: usize = 50;

/// Invented places.
const NAMES: usize = 20_000;

/// Outlets.
const OUTLETS: usize = 300;

const FIRST: [&str; 12] =
    ["Ana", "Tom", "Mira", "Jonas", "Leila", "Pavel", "Irma", "Ravi", "Sofia", "Ken", "Amara", "Luc"];
const LAST: [&str; 12] =
    ["Lima", "Roe", "Novak", "Berg", "Haddad", "Orlov", "Costa", "Nair", "Weiss", "Mori", "Diallo", "Martin"];
const NOUNS: [&str; 12] = [
    "bridge", "council", "minister", "river", "school", "market", "energy", "harbour", "election",
    "hospital", "railway", "festival",
];
const VERBS: [&str; 8] = ["closes", "opens", "rebuilds", "defends", "questions", "sells", "saves", "leaves"];
const PAPERS: [&str; 6] = ["Courier", "Herald", "Gazette", "Post", "Tribune", "Observer"];
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
const SYLLABLES: [&str; 32] = [
    "bar", "bel", "cor", "dal", "den", "dor", "fal", "fen", "gar", "hal", "hol", "kel", "kor", "lan", "lor",
    "mar", "mel", "mur", "nal", "nor", "pel", "por", "rav", "ros", "sal", "sel", "tar", "tel", "tor", "val",
    "ver", "wen",
];

/// The invented place of a rank, from 0.
pub(super) fn name(rank: usize) -> String {
    // Three syllables in an order that looks like none; 32,768 of them, all different.
    let mixed = (rank * 20_021 + 7_919) % 32_768;
    let syllable = |at: usize| SYLLABLES[mixed >> (5 * at) & 31];
    capital(&format!("{}{}{}", syllable(0), syllable(1), syllable(2)))
}

/// Writes so many articles below a folder. The same number gives the same articles.
pub(super) fn write(workspace: &Workspace, folder: &Path, n_articles: usize) -> Result<()> {
    let (plain, wide) = paragraphs(workspace)?;
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for n in 0..n_articles {
        let inside = folder.join(format!("{:04}", n / IN_FOLDER));
        if n % IN_FOLDER == 0 {
            fs::create_dir_all(&inside)?;
        }
        let prose = if dice.below(WIDE) == 0 { &wide } else { &plain };
        fs::write(inside.join(format!("{n:07}.txt")), article(&mut dice, n, prose))?;
    }
    Ok(())
}

fn article(dice: &mut Dice, n: usize, paragraphs: &[String]) -> String {
    let (one, other) = (dice.pick(&NOUNS), dice.pick(&NOUNS));
    let place = name(dice.rank(OUTLETS));
    let mut text = format!("{} {} {other} for the {}th time\n\n", capital(one), dice.pick(&VERBS), n + 4);
    let _ = write!(text, "By {} {}\n\n", dice.pick(&FIRST), dice.pick(&LAST));
    let outlet = dice.rank(OUTLETS);
    let _ = write!(text, "Source: {} {}\n\n", name(outlet), PAPERS[outlet % PAPERS.len()]);
    let (day, year) = (1 + dice.below(28), 2010 + dice.below(10));
    let _ = write!(text, "{day} {} {year}\n\n{} — ", dice.pick(&MONTHS), place.to_uppercase());
    let n_paragraphs = PARAGRAPHS.start + dice.below(PARAGRAPHS.len());
    for _ in 0..n_paragraphs {
        let _ = write!(text, "{}", paragraphs[dice.below(paragraphs.len())]);
        let (from, to) = (name(dice.rank(NAMES)), name(dice.rank(NAMES)));
        let _ = write!(text, " The {} from {from} to {to} stays.\n\n", dice.pick(&NOUNS));
    }
    text
}

/// Paragraphs of the seeds that are long enough to be prose: in English, and in scripts without spaces.
fn paragraphs(workspace: &Workspace) -> Result<(Vec<String>, Vec<String>)> {
    let mut plain = Vec::new();
    let mut wide = Vec::new();
    for path in files(&workspace.root.join("seeds"), &["txt"])? {
        let Ok(text) = String::from_utf8(fs::read(&path)?) else { continue };
        for part in text.split("\n\n").map(|part| part.trim().replace('\n', " ")) {
            let n_wide = part.chars().filter(|c| ('\u{3040}'..='\u{9fff}').contains(c)).count();
            if part.len() > 200 && part.len() < 1500 && part.is_ascii() {
                plain.push(part);
            } else if n_wide > 60 {
                wide.push(part);
            }
        }
    }
    for found in [&mut plain, &mut wide] {
        found.sort();
        found.dedup();
    }
    ensure!(plain.len() > 20 && wide.len() > 5, "too few paragraphs in the seeds");
    Ok((plain, wide))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % n
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// A rank below `n`, that of rank `k` about `1/(k+1)` as often as the first.
    fn rank(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        // The inverse of the logarithm that the sum of 1/k grows like.
        let rank = ((n + 1) as f64).powf(share) - 1.0;
        #[expect(clippy::cast_possible_truncation, reason = "it is a share of n")]
        let rank = rank as usize;
        rank.min(n - 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_all_different() {
        let names: BTreeSet<String> = (0..NAMES).map(name).collect();
        assert_eq!(names.len(), NAMES);
        assert!(names.iter().all(|name| name.is_ascii() && name.len() == 9), "{:?}", names.first());
    }

    #[test]
    fn low_ranks_come_often_and_high_ones_seldom() {
        let mut dice = Dice(0x2545_f491_4f6c_dd1d);
        let mut counts = vec![0_u32; NAMES];
        (0..200_000).for_each(|_| counts[dice.rank(NAMES)] += 1);
        let share = |ranks: std::ops::Range<usize>| counts[ranks].iter().sum::<u32>();
        assert!(counts[0] > 10_000 && counts[0] > counts[1] && counts[1] > counts[9]);
        // Ten times the rank, a tenth as often: each decade has about the same share.
        let (first, second) = (share(9..99), share(99..999));
        assert!(first.abs_diff(second) * 5 < first, "{first} against {second}");
    }
}
