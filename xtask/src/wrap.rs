//! Labelled documents broken at a width, as mail and teleprinters break them: what was read of the whole lines should be read of
//! the pieces.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

/// Writes sets of labelled documents anew, their lines broken at `columns`; gives the folder. Documents in scripts without blanks
/// between words are left out: nobody breaks those at words.
pub(crate) fn sets(sets: &[(&str, PathBuf)], columns: usize, home: &Path) -> Result<PathBuf> {
    // As the corpus lies: what learns and reads looks for it there.
    let folder = home.join("wrapped").join("text");
    fs::create_dir_all(&folder)?;
    for (set, path) in sets {
        let mut all = String::new();
        for line in fs::read_to_string(path)?.lines() {
            let mut record: Value = serde_json::from_str(line)?;
            if broken(&mut record, columns).with_context(|| format!("a document of {set}"))? {
                all.push_str(&record.to_string());
                all.push('\n');
            }
        }
        fs::write(folder.join(format!("{set}.jsonl")), all)?;
    }
    Ok(folder)
}

/// Breaks the lines of one document, each piece under the label of its line; `false` for one that is left out.
fn broken(record: &mut Value, columns: usize) -> Result<bool> {
    let text = record["text"].as_str().context("no text")?.to_owned();
    if text.chars().any(is_without_blanks) {
        return Ok(false);
    }
    let labels = record["line_classes"].as_array().context("no labels")?.clone();
    let mut labels = labels.into_iter();
    let (mut lines, mut of_lines) = (Vec::new(), Vec::new());
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let pieces = pieces(line, columns);
        if line.chars().any(|c| !c.is_whitespace() && !is_zero_width(c)) {
            let label = labels.next().context("more lines than labels")?;
            of_lines.extend(pieces.iter().map(|_| label.clone()));
        }
        lines.extend(pieces);
    }
    record["text"] = lines.join("\n").into();
    record["line_classes"] = of_lines.into();
    Ok(true)
}

/// A line in pieces of whole words, each as long as fits.
fn pieces(line: &str, columns: usize) -> Vec<String> {
    if line.chars().count() <= columns {
        return vec![line.to_owned()];
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut width = 0;
    for word in line.split_whitespace() {
        let letters = word.chars().count();
        match pieces.last_mut().filter(|_| width + 1 + letters <= columns) {
            Some(piece) => {
                piece.push(' ');
                piece.push_str(word);
                width += 1 + letters;
            }
            None => {
                pieces.push(word.to_owned());
                width = letters;
            }
        }
    }
    pieces
}

/// What a blank line may hold; labels count the others.
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pieces_have_the_label_of_their_line() {
        let text = "Mills to cut hours\n\nThree wool mills will work a four-day week.\r\nBy Ana Lima";
        let mut record = json!({"text": text, "line_classes": ["title", "body", "byline"]});
        assert!(broken(&mut record, 20).unwrap());
        assert_eq!(
            record["text"],
            "Mills to cut hours\n\nThree wool mills\nwill work a four-day\nweek.\nBy Ana Lima"
        );
        assert_eq!(record["line_classes"], json!(["title", "body", "body", "body", "byline"]));
        assert!(!broken(&mut json!({"text": "市議会", "line_classes": ["title"]}), 20).unwrap());
    }
}
