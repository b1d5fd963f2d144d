//! Invented articles: paragraphs of the seeds in new company, under headlines, names and dates of our own.

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

const PLACES: [&str; 10] =
    ["LEEDS", "OSLO", "TURIN", "NAIROBI", "LIMA", "HANOI", "GHENT", "DENVER", "PERTH", "KRAKOW"];
const FIRST: [&str; 12] =
    ["Ana", "Tom", "Mira", "Jonas", "Leila", "Pavel", "Irma", "Ravi", "Sofia", "Ken", "Amara", "Luc"];
const LAST: [&str; 12] =
    ["Lima", "Roe", "Novak", "Berg", "Haddad", "Orlov", "Costa", "Nair", "Weiss", "Mori", "Diallo", "Martin"];
const VERBS: [&str; 8] = ["closes", "opens", "rebuilds", "defends", "questions", "sells", "saves", "leaves"];
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

/// Writes so many articles below a folder. The same number gives the same articles.
pub(super) fn write(workspace: &Workspace, folder: &Path, n_articles: usize, words: &[&str]) -> Result<()> {
    let paragraphs = paragraphs(workspace)?;
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for n in 0..n_articles {
        let inside = folder.join(format!("{:04}", n / IN_FOLDER));
        if n % IN_FOLDER == 0 {
            fs::create_dir_all(&inside)?;
        }
        fs::write(inside.join(format!("{n:07}.txt")), article(&mut dice, n, &paragraphs, words))?;
    }
    Ok(())
}

fn article(dice: &mut Dice, n: usize, paragraphs: &[String], words: &[&str]) -> String {
    let (one, other) = (dice.pick(words), dice.pick(words));
    let mut text = format!("{} {} {} for the {}th time\n\n", capital(one), dice.pick(&VERBS), other, n + 4);
    let _ = write!(text, "By {} {}\n\n", dice.pick(&FIRST), dice.pick(&LAST));
    let _ = write!(text, "Source: The {} Courier\n\n", capital(&dice.pick(&PLACES).to_lowercase()));
    let (day, year) = (1 + dice.below(28), 2010 + dice.below(10));
    let _ = write!(text, "{day} {} {year}\n\n{} — ", dice.pick(&MONTHS), dice.pick(&PLACES));
    let n_paragraphs = PARAGRAPHS.start + dice.below(PARAGRAPHS.len());
    for _ in 0..n_paragraphs {
        // A word here and there, so that not every article has the words of every other.
        let _ = write!(text, "{}", paragraphs[dice.below(paragraphs.len())]);
        if dice.below(3) == 0 {
            let _ = write!(text, " The {} of {} said so, too.", dice.pick(words), dice.pick(&LAST));
        }
        text.push_str("\n\n");
    }
    text
}

/// Paragraphs in English of the seeds that are long enough to be prose.
fn paragraphs(workspace: &Workspace) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in files(&workspace.root.join("seeds"), &["txt"])? {
        let Ok(text) = String::from_utf8(fs::read(&path)?) else { continue };
        let prose = text.split("\n\n").map(|part| part.trim().replace('\n', " "));
        found.extend(prose.filter(|part| part.len() > 200 && part.len() < 1500 && part.is_ascii()));
    }
    found.sort();
    found.dedup();
    ensure!(found.len() > 20, "too few paragraphs in the seeds");
    Ok(found)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % n
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}
