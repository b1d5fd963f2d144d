//! Training and test text of one class.

use std::fs;
use std::path::Path;

use crate::chain::Chain;
use crate::classes::{Class, MALAY, Source};
use crate::random::Random;

/// Snippets drawn from the n-gram statistics, for a class of weight 1.
const DRAWN: f64 = 40_000.0;

/// Snippets cut from real sentences, for a class of weight 1.
const CUT: f64 = 10_000.0;

/// Of ten sentences, how many are kept for testing.
const TEST_OF_TEN: usize = 3;

pub struct Corpus {
    /// Short texts to learn from.
    pub snippets: Vec<String>,
    /// Whole sentences never learned from.
    pub held_out: Vec<String>,
}

impl Corpus {
    /// `names`, if given, lends words to be strewn in with a capital, as foreign names are in any news text.
    pub fn read(class: &Class, inputs: &Path, seed: u64, names: Option<&Chain>) -> Self {
        let mut random = Random(seed);
        let (sentences, chain) = match class.source {
            Source::Lingua(name) => lingua(inputs, name),
            Source::SerbianLatin => {
                let (sentences, chain) = lingua(inputs, "serbian");
                (sentences.iter().map(|s| serbian_latin(s)).collect(), chain)
            }
            Source::Malay => {
                let (_, chain) = lingua(inputs, "malay");
                (declaration(inputs, "mly_latn"), chain)
            }
            Source::Declaration(file) => (declaration(inputs, file), None),
        };
        let (mut train, mut held_out) = (Vec::new(), Vec::new());
        for (i, sentence) in sentences.into_iter().enumerate() {
            if i % 10 < TEST_OF_TEN { held_out.push(sentence) } else { train.push(sentence) }
        }
        let mut snippets = Vec::new();
        for _ in 0..(CUT * class.weight) as usize {
            snippets.push(cut(&train, &mut random));
        }
        if let Some(chain) = chain {
            for _ in 0..(DRAWN * class.weight) as usize {
                let text = draw(class.source, &chain, names, &mut random);
                let latin = matches!(class.source, Source::SerbianLatin);
                snippets.push(if latin { serbian_latin(&text) } else { text });
            }
        }
        Self { snippets, held_out }
    }
}

/// Two to twelve words in a row from one sentence, sometimes a whole one.
fn cut(sentences: &[String], random: &mut Random) -> String {
    let sentence = &sentences[random.below(sentences.len())];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let n = if random.below(8) == 0 { words.len() } else { (2 + random.below(11)).min(words.len()) };
    let from = random.below(words.len() - n + 1);
    words[from..from + n].join(" ")
}

/// Two to ten words drawn one by one, in one of four snippets with names among them.
fn draw(source: Source, chain: &Chain, names: Option<&Chain>, random: &mut Random) -> String {
    let mut text = String::new();
    let named = random.below(4) == 0;
    for _ in 0..2 + random.below(9) {
        if let Some(names) = names.filter(|_| named && random.below(4) == 0) {
            let start = text.len();
            names.word(random, &mut text);
            if let Some(first) = text.get_mut(start..start + 1) {
                first.make_ascii_uppercase();
            }
            text.push(' ');
        }
        if matches!(source, Source::Malay) && random.below(3) == 0 {
            // Squaring prefers the front of the list, where the common words are.
            let at = (random.unit().powi(2) * MALAY.len() as f64) as usize;
            text.push_str(MALAY[at]);
        } else {
            chain.word(random, &mut text);
        }
        text.push(' ');
    }
    text
}

/// English words: the names that most often stand in other languages' news.
pub fn english(inputs: &Path) -> Chain {
    Chain::read(&inputs.join("vendor/lingua-english-language-model/models/ngrams.fst"))
}

fn lingua(inputs: &Path, name: &str) -> (Vec<String>, Option<Chain>) {
    let folder = inputs.join("vendor").join(format!("lingua-{name}-language-model"));
    let text = fs::read_to_string(folder.join("testdata/sentences.txt")).expect("sentences");
    let sentences = text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    // Indic vowel signs are no letters to the crates' authors, so their n-grams hold no whole words.
    let chain =
        (!matches!(name, "hindi" | "marathi")).then(|| Chain::read(&folder.join("models/ngrams.fst")));
    (sentences, chain)
}

/// The paragraphs of a declaration, cut at sentence ends.
fn declaration(inputs: &Path, file: &str) -> Vec<String> {
    let path = inputs.join("package/declaration").join(format!("{file}.html"));
    let html = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut sentences = Vec::new();
    for line in html.lines().map(str::trim).filter(|l| l.starts_with("<p>") || l.starts_with("<li")) {
        let mut text = String::new();
        let mut tag = false;
        for c in line.chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                _ if !tag => text.push(c),
                _ => {}
            }
        }
        let text = text.replace("&#x27;", "'").replace("&amp;", "&");
        for sentence in text.split_inclusive(['.', '।', ';', '؛', '۔']).map(str::trim) {
            if sentence.split_whitespace().count() > 2 {
                sentences.push(sentence.to_owned());
            }
        }
    }
    sentences
}

/// Serbian is printed in either alphabet, one letter or digraph for each letter.
fn serbian_latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let latin = match c.to_lowercase().next().unwrap_or(c) {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'ђ' => "đ",
            'е' => "e",
            'ж' => "ž",
            'з' => "z",
            'и' => "i",
            'ј' => "j",
            'к' => "k",
            'л' => "l",
            'љ' => "lj",
            'м' => "m",
            'н' => "n",
            'њ' => "nj",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'ћ' => "ć",
            'у' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "c",
            'ч' => "č",
            'џ' => "dž",
            'ш' => "š",
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push_str(latin);
    }
    out
}
