//! How well and how fast languages are told: the parser's own example, over sentences whose languages are known.

use std::fs;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::flags::ScoreLanguage;
use crate::run as process;
use crate::train;
use crate::workspace::Workspace;

/// Runs the measurement.
pub(crate) fn run(workspace: &Workspace, options: &ScoreLanguage) -> Result<bool> {
    let corpus = match &options.corpus {
        Some(given) => given.clone(),
        None => train::default_corpora(workspace)?.join("language"),
    };
    let files = train::files(&corpus, "jsonl").with_context(|| {
        format!("sentences should be at {}: give their folder with --corpus", corpus.display())
    })?;
    ensure!(!files.is_empty(), "no *.jsonl in {}", corpus.display());
    let table = workspace.root.join("crates/parse/src/language/language.bin");
    println!("table_bytes {}", fs::metadata(&table).context("the table of languages is missing")?.len());
    let sh = workspace.shell()?;
    process::run(cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --example languages -- {files...}"
    ))
}
