//! Learns the tables of weights anew, or what cross-validation needs: labelled documents, the seeds, variants of both,
//! and pages of known content rendered to text.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::flags::Train;
use crate::workspace::Workspace;
use crate::{run as process, score, tools};

/// How much a variant of a document counts beside the document, and a page whose labels were derived.
const VARIANT_WEIGHT: &str = "0.3";
const WEAK_WEIGHT: &str = "0.3";
/// Passes over the documents: more were no better by cross-validation.
const EPOCHS: &str = "10";

/// Learns the tables and writes them into the parser.
pub(crate) fn run(workspace: &Workspace, options: &Train) -> Result<bool> {
    let corpora = match &options.corpora {
        Some(given) => given.clone(),
        None => default_corpora(workspace)?,
    };
    let tables = workspace.root.join("crates/parse/src/label");
    example(workspace, &corpora, options.quick, &["--write", &tables.to_string_lossy()])
}

/// `../shared/corpora` beside the workspace.
pub(crate) fn default_corpora(workspace: &Workspace) -> Result<PathBuf> {
    let around = workspace.root.parent().context("the workspace has no folder around it")?;
    Ok(around.join("shared").join("corpora"))
}

/// Runs the trainer with further arguments.
pub(crate) fn example(
    workspace: &Workspace,
    corpora: &Path,
    quick: bool,
    arguments: &[&str],
) -> Result<bool> {
    let text = corpora.join("text");
    let mut golds = Vec::new();
    for set in score::SETS {
        let path = text.join(format!("{set}.jsonl"));
        ensure!(
            path.exists(),
            "a labelled set should be at {}: give the folder of the corpora",
            path.display()
        );
        golds.push(path);
    }
    let mut more: Vec<String> = Vec::new();
    // Shops, forums and services of another collection: what is no article is rare in the labelled sets.
    let kinds = text.join("wcxb_dev_sample.jsonl");
    if kinds.exists() {
        more.extend(["--kinds".to_owned(), kinds.display().to_string()]);
    } else {
        println!("{} is missing: kinds are learnt without it", kinds.display());
    }
    let sh = workspace.shell()?;
    let seeds = workspace.root.join("seeds");
    let home = workspace.target.join("train");
    std::fs::create_dir_all(&home)?;
    let pages = corpora.join("html");
    if quick {
        println!("quick: without rendered pages");
    } else if pages.exists() {
        let rendered = home.join("pages.jsonl");
        let python = tools::python();
        let script = workspace.root.join("crates/parse/tools/train-lines/render.py");
        ensure!(
            process::run(cmd!(sh, "{python} {script} pages {pages} {rendered}"))?,
            "the pages could not be rendered"
        );
        more.extend(["--weak".to_owned(), rendered.display().to_string()]);
        more.extend(["--weak-weight".to_owned(), WEAK_WEIGHT.to_owned()]);
    } else {
        println!("{} is missing: learning without rendered pages", pages.display());
    }
    let command = cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --features train --example train -- --seeds {seeds} --variants {VARIANT_WEIGHT} --epochs {EPOCHS} {more...} {arguments...} {golds...}"
    );
    process::run(command)
}
