//! Words drawn from n-gram statistics.
//!
//! The model crates hold, for each n-gram of one to five letters inside a word, the logarithm of its count
//! divided by the count of its first n-1 letters. What is missing from the sum over all continuations is the
//! share of words that end there; what is missing from the sum over all letters before an n-gram is the
//! share that begin there. So whole words can be drawn, with the frequencies of the corpus behind the counts.

use std::collections::BTreeMap;
use std::path::Path;

use fst::Streamer;

use crate::random::Random;

/// Letters of context: the longest n-gram less one.
const CONTEXT: usize = 4;

/// Longest word drawn; a chain of fourth order may run in circles.
const MAX_WORD: usize = 24;

pub struct Chain {
    /// First letters of words: all starts of one to four letters with their weight.
    starts: BTreeMap<String, Vec<(char, f64)>>,
    /// Letters that follow a context of four anywhere in a word.
    next: BTreeMap<String, Vec<(char, f64)>>,
}

impl Chain {
    pub fn read(path: &Path) -> Self {
        let map = fst::Map::new(std::fs::read(path).expect("model file")).expect("a transducer");
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        let mut next: BTreeMap<String, Vec<(char, f64)>> = BTreeMap::new();
        let mut stream = map.stream();
        // The stream is sorted, so a prefix is always met before its continuations.
        while let Some((key, bits)) = stream.next() {
            let ngram = str::from_utf8(key).expect("UTF-8").to_owned();
            let share = f64::from_bits(bits).exp();
            let last = ngram.chars().next_back().expect("a letter");
            let prefix = &ngram[..ngram.len() - last.len_utf8()];
            let before = if prefix.is_empty() { 1.0 } else { counts.get(prefix).copied().unwrap_or(0.0) };
            if prefix.chars().count() == CONTEXT {
                next.entry(prefix.to_owned()).or_default().push((last, share));
            }
            counts.insert(ngram, before * share);
        }
        let mut inside: BTreeMap<&str, f64> = BTreeMap::new();
        for (ngram, count) in &counts {
            let first = ngram.chars().next().expect("a letter");
            *inside.entry(&ngram[first.len_utf8()..]).or_default() += count;
        }
        let mut starts: BTreeMap<String, Vec<(char, f64)>> = BTreeMap::new();
        for (ngram, count) in &counts {
            if ngram.chars().count() > CONTEXT {
                continue;
            }
            let begins = count - inside.get(ngram.as_str()).copied().unwrap_or(0.0);
            if begins > 1e-9 {
                let last = ngram.chars().next_back().expect("a letter");
                let prefix = &ngram[..ngram.len() - last.len_utf8()];
                starts.entry(prefix.to_owned()).or_default().push((last, begins));
            }
        }
        // From weights to shares: of those that begin with a prefix, how many go on with which letter.
        let totals: BTreeMap<String, f64> = starts
            .iter()
            .flat_map(|(prefix, letters)| letters.iter().map(move |(c, w)| (format!("{prefix}{c}"), *w)))
            .chain([(String::new(), starts.get("").map_or(1.0, |l| l.iter().map(|x| x.1).sum()))])
            .collect();
        for (prefix, letters) in &mut starts {
            let total = totals.get(prefix).copied().unwrap_or(0.0);
            for letter in letters {
                letter.1 = if total > 0.0 { letter.1 / total } else { 0.0 };
            }
        }
        Self { starts, next }
    }

    /// Appends one word.
    pub fn word(&self, random: &mut Random, out: &mut String) {
        let mut letters: Vec<char> = Vec::with_capacity(MAX_WORD);
        while letters.len() < MAX_WORD {
            let from = letters.len().saturating_sub(CONTEXT);
            let context: String = letters[from..].iter().collect();
            let table = if letters.len() < CONTEXT { &self.starts } else { &self.next };
            let mut left = random.unit();
            let found = table.get(&context).and_then(|choices| {
                choices.iter().find(|(_, share)| {
                    left -= share;
                    left < 0.0
                })
            });
            let Some((letter, _)) = found else { break };
            letters.push(*letter);
        }
        out.extend(letters);
    }
}
