//! How well text is repaired that was decoded wrongly: the parser's own example, over every text at hand.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::flags::ScoreRepair;
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
        let folder = corpora.join(folder);
        files.extend(train::files(&folder, "jsonl").with_context(|| {
            format!("texts should be at {}: give the folder around it with --corpora", folder.display())
        })?);
    }
    files.sort();
    ensure!(!files.is_empty(), "no *.jsonl below {}", corpora.display());
    let sh = workspace.shell()?;
    let errors = options.errors.unwrap_or(0).to_string();
    process::run(cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --features probe --example repair -- --errors {errors} {files...}"
    ))
}
