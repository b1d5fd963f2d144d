//! Measures the repair of text that was decoded wrongly: clean texts must stay as they are, damaged ones become what they
//! were.
//!
//! Arguments: files of JSON Lines with a `text` in each line; `--errors N` shows the first wrong answers of each kind.
//! Every text is tried whole and line by line.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a program for people")]

use std::collections::BTreeSet;
use std::error::Error;

use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254};
use wirecopy_parse::probe::repaired;

/// Bytes that windows-1252 has no letter for: the Encoding Standard makes control characters of them, other programs
/// U+FFFD or nothing.
const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// A way of reading bytes of UTF-8 wrongly.
type Damage = fn(&str) -> String;

const DAMAGES: &[(&str, Damage)] = &[
    ("windows-1252", |text| read_as(text, WINDOWS_1252)),
    ("windows-1252, undefined bytes as U+FFFD", |text| lossy(text, "\u{fffd}")),
    ("windows-1252, undefined bytes dropped", |text| lossy(text, "")),
    ("Latin-1", latin1),
    ("windows-1250", |text| read_as(text, WINDOWS_1250)),
    ("windows-1251", |text| read_as(text, WINDOWS_1251)),
    ("windows-1254", |text| read_as(text, WINDOWS_1254)),
    ("windows-1252 twice", |text| read_as(&read_as(text, WINDOWS_1252), WINDOWS_1252)),
    ("Latin-1 twice", |text| latin1(&latin1(text))),
    ("windows-1250 twice", |text| read_as(&read_as(text, WINDOWS_1250), WINDOWS_1250)),
];

fn read_as(text: &str, encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

fn latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn lossy(text: &str, instead: &str) -> String {
    UNDEFINED.iter().fold(read_as(text, WINDOWS_1252), |text, byte| text.replace(char::from(*byte), instead))
}

/// Whether a repaired text is the original. A letter that lost a byte may be marked as lost.
fn is_right(original: &str, repaired: &str, lossy: bool) -> bool {
    if original == repaired || !lossy {
        return original == repaired;
    }
    let lost = |c: char| c.to_string().bytes().any(|byte| UNDEFINED.contains(&byte));
    original.chars().count() == repaired.chars().count()
        && original.chars().zip(repaired.chars()).all(|(was, is)| was == is || lost(was) && is == '\u{fffd}')
}

#[derive(Default)]
struct Score {
    tried: usize,
    wrong: usize,
    shown: usize,
}

impl Score {
    fn add(&mut self, right: bool, errors: usize, show: impl Fn() -> String) {
        self.tried += 1;
        self.wrong += usize::from(!right);
        if !right && self.shown < errors {
            self.shown += 1;
            println!("    {}", show().chars().take(300).collect::<String>().escape_debug());
        }
    }

    fn print(&self, name: &str) {
        let right = self.tried - self.wrong;
        let share = if self.tried == 0 { 100.0 } else { 100.0 * right as f64 / self.tried as f64 };
        println!("{name:<44} {right:>7} of {:>7}  {share:.3} %", self.tried);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut errors = 0;
    let mut texts = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--errors" {
            errors = arguments.next().ok_or("--errors asks for a number")?.parse()?;
            continue;
        }
        for line in std::fs::read_to_string(&argument)?.lines().filter(|line| !line.trim().is_empty()) {
            let document: serde_json::Value = serde_json::from_str(line)?;
            texts.extend(document["text"].as_str().map(str::to_owned));
        }
    }
    let lines: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| text.lines())
        .filter(|l| !l.trim().is_empty())
        .map(str::to_owned)
        .collect();
    let documents: BTreeSet<String> = texts.into_iter().collect();
    for (what, texts) in [("documents", documents), ("lines", lines)] {
        // What is damaged as it comes is no clean text, and no original to come back to.
        println!("==> {} {what}", texts.len());
        let mut clean = Score::default();
        for text in &texts {
            let answer = repaired(text);
            clean.add(answer.is_none(), errors, || changed(text, answer.as_deref().unwrap_or("")));
        }
        clean.print("clean, untouched");
        let originals: Vec<&String> = texts
            .iter()
            .filter(|text| {
                text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) && repaired(text).is_none()
            })
            .collect();
        for (name, damage) in DAMAGES {
            let mut score = Score::default();
            for original in &originals {
                let damaged = damage(original);
                let answer = repaired(&damaged);
                let answer = answer.as_deref().unwrap_or(&damaged);
                let right = is_right(original, answer, name.contains("undefined"));
                score.add(right, errors, || changed(original, answer));
            }
            score.print(name);
        }
    }
    Ok(())
}

/// The first line in which two texts differ, as it was and as it is.
fn changed(was: &str, is: &str) -> String {
    let lines = was.lines().zip(is.lines()).find(|(was, is)| was != is);
    let (was, is) = lines.unwrap_or((was, is));
    // From a little before the first difference on.
    let same = was.char_indices().zip(is.chars()).find(|((_, a), b)| a != b).map_or(0, |((at, _), _)| at);
    let from =
        (0..=same.saturating_sub(30)).rev().find(|at| was.is_char_boundary(*at) && is.is_char_boundary(*at));
    let cut = |text: &str| text[from.unwrap_or(0)..].chars().take(90).collect::<String>();
    format!("{} => {}", cut(was), cut(is))
}
