//! Measures how well and how fast languages are told, of whole texts and of snippets of six words.
//!
//! Arguments: files of JSON Lines with a `lang` (ISO 639-1) and a `text` in each line. A snippet is six words in a row; of
//! a script without blanks it is twelve letters in a row. Prints the share that is right, as the mean over languages, and
//! texts a second on one core, one `name value` a line; then the languages that are told worst.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a program for people")]

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use wirecopy_parse::language;

const WORDS: usize = 6;
/// Letters of a snippet in a script that has no blanks between its words.
const LETTERS: usize = 12;
/// Languages named at the end.
const WORST: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for path in std::env::args_os().skip(1) {
        for line in std::fs::read_to_string(&path)?.lines() {
            let read: serde_json::Value = serde_json::from_str(line)?;
            let field =
                |name: &str| read[name].as_str().map(str::to_owned).ok_or("a line without lang or text");
            texts.push((field("lang")?, field("text")?));
        }
    }
    let short: Vec<(String, String)> = texts
        .iter()
        .flat_map(|(lang, text)| snippets(text).into_iter().map(|snippet| (lang.clone(), snippet)))
        .collect();
    for (name, set) in [("sentences", &texts), ("snippets", &short)] {
        let start = Instant::now();
        let told: Vec<_> =
            set.iter().map(|(_, text)| black_box(language(text)).map(|told| told.code)).collect();
        let seconds = start.elapsed().as_secs_f64();
        let mut by: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for ((lang, _), told) in set.iter().zip(told) {
            let (right, all) = by.entry(lang).or_default();
            *right += usize::from(told == Some(lang.as_str()));
            *all += 1;
        }
        let mut shares: Vec<(f64, &str)> =
            by.into_iter().map(|(lang, (right, all))| (right as f64 / all as f64, lang)).collect();
        shares.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mean = shares.iter().map(|(share, _)| share).sum::<f64>() / shares.len() as f64;
        println!("{name} {}", set.len());
        println!("{name}_languages {}", shares.len());
        println!("{name}_right {mean:.4}");
        println!("{name}_per_second {:.0}", set.len() as f64 / seconds);
        let worst: Vec<String> =
            shares.iter().take(WORST).map(|(share, lang)| format!("{lang} {share:.3}")).collect();
        println!("{name}_worst {}", worst.join(", "));
    }
    Ok(())
}

/// Snippets of a text that do not overlap.
fn snippets(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() >= WORDS {
        return words.chunks_exact(WORDS).map(|chunk| chunk.join(" ")).collect();
    }
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let no_blanks = words.len() * LETTERS < letters.len();
    if no_blanks {
        letters.chunks_exact(LETTERS).map(|chunk| chunk.iter().collect()).collect()
    } else {
        Vec::new()
    }
}
