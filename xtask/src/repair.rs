//! How well text is repaired that was decoded wrongly, and languages are told: the parser's own examples, over every text at
//! hand.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::flags::{ScoreLanguage, ScoreRepair};
use crate::run as process;
use crate::train;
use crate::workspace::Workspace;

/// Folders of the corpora that hold plain text, a JSON object with a `text` in each line.
const FOLDERS: [&str; 2] = ["text", "language"];

/// Runs the measurement.
pub(crate) fn run(workspace: &Workspace, options: &ScoreRepair) -> Result<bool> {
    let corpora = match &options.corpora {
        Some(given) => given.clone(),
        None => train::default_corpora(workspace)?,
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in FOLDERS {
        files.extend(texts(&corpora.join(folder), "--corpora")?);
    }
    ensure!(!files.is_empty(), "no *.jsonl below {}", corpora.display());
    let sh = workspace.shell()?;
    let errors = options.errors.unwrap_or(0).to_string();
    process::run(cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --features probe --example repair -- --errors {errors} {files...}"
    ))
}

/// Measures languages in the same way.
pub(crate) fn languages(workspace: &Workspace, options: &ScoreLanguage) -> Result<bool> {
    let corpus = match &options.corpus {
        Some(given) => given.clone(),
        None => train::default_corpora(workspace)?.join("language"),
    };
    let files = texts(&corpus, "--corpus")?;
    ensure!(!files.is_empty(), "no *.jsonl below {}", corpus.display());
    let table = workspace.root.join("crates/parse/src/language/language.bin");
    println!("table_bytes {}", fs::metadata(&table).context("the table of languages is missing")?.len());
    let sh = workspace.shell()?;
    process::run(cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --example languages -- {files...}"
    ))
}

/// The files of texts in a folder, in the order of their names.
fn texts(folder: &Path, option: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| {
        format!("texts should be at {}: give another folder with {option}", folder.display())
    })?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    Ok(files)
}
