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
/// How much a document amid the menus of another page counts for the model of kinds.
const FRAME_WEIGHT: &str = "0.3";
const WEAK_WEIGHT: &str = "0.3";
/// How much articles of the collection of other kinds count: guides and blogs without their headlines, of which the labelled sets have
/// few. Without them whatever has no header would be no article.
const KIND_ARTICLES: &str = "0.5";
/// A page whose labels are by hand, in each of its forms.
const HAND_WEIGHT: &str = "0.25";
/// An invented page.
const INVENTED_WEIGHT: &str = "0.15";
/// The same two for further runs, whose mean is taken, and what an invented page counts there that shows rare shapes.
const MORE_WEIGHTS: [&str; 2] = ["0.5,0.15,0", "0.35,0.07,0.07"];
/// Passes over the documents: more were no better by cross-validation.
const EPOCHS: &str = "10";

/// Learns the tables and writes them into the parser.
pub(crate) fn run(workspace: &Workspace, options: &Train) -> Result<bool> {
    let corpora = match &options.corpora {
        Some(given) => given.clone(),
        None => default_corpora(workspace)?,
    };
    let tables = workspace.root.join("crates/parse/src/label");
    example(workspace, &corpora, options.quick, &["--write".to_owned(), tables.display().to_string()])
}

/// `../shared/corpora` beside the workspace.
pub(crate) fn default_corpora(workspace: &Workspace) -> Result<PathBuf> {
    let around = workspace.root.parent().context("the workspace has no folder around it")?;
    Ok(around.join("shared").join("corpora"))
}

/// Reads the labelled documents with tables that were kept of an earlier cross-validation.
pub(crate) fn with_kept(workspace: &Workspace, corpora: &Path, arguments: &[String]) -> Result<bool> {
    let golds = golds(corpora)?;
    trainer(workspace, arguments.iter().cloned().chain(golds).collect())
}

/// The labelled sets.
fn golds(corpora: &Path) -> Result<Vec<String>> {
    let mut golds = Vec::new();
    for set in score::SETS {
        let path = corpora.join("text").join(format!("{set}.jsonl"));
        ensure!(
            path.exists(),
            "a labelled set should be at {}: give the folder of the corpora",
            path.display()
        );
        golds.push(path.display().to_string());
    }
    Ok(golds)
}

fn trainer(workspace: &Workspace, arguments: Vec<String>) -> Result<bool> {
    let sh = workspace.shell()?;
    process::run(cmd!(
        sh,
        "cargo run --quiet --release --package wirecopy-parse --features train --example train -- {arguments...}"
    ))
}

/// Learns with further arguments.
pub(crate) fn example(
    workspace: &Workspace,
    corpora: &Path,
    quick: bool,
    arguments: &[String],
) -> Result<bool> {
    let mut all: Vec<String> = arguments.to_vec();
    let mut say = |name: &str, value: &str| all.extend([name.to_owned(), value.to_owned()]);
    say("--seeds", &workspace.root.join("seeds").display().to_string());
    say("--variants", VARIANT_WEIGHT);
    say("--frames", FRAME_WEIGHT);
    say("--kind-articles", KIND_ARTICLES);
    say("--epochs", EPOCHS);
    // Shops, forums and services of another collection: what is no article is rare in the labelled sets.
    let kinds = corpora.join("text").join("wcxb_dev_sample.jsonl");
    if kinds.exists() {
        say("--kinds", &kinds.display().to_string());
    } else {
        println!("{} is missing: kinds are learnt without it", kinds.display());
    }
    let pages = corpora.join("html");
    if quick {
        println!("quick: without rendered pages");
    } else if pages.exists() {
        all.extend(rendered(workspace, &pages)?);
    } else {
        println!("{} is missing: learning without rendered pages", pages.display());
    }
    all.extend(golds(corpora)?);
    trainer(workspace, all)
}

/// Renders pages to text, with labels that are derived from what is known of them, and with labels by hand; says what the
/// trainer is to be told of them.
fn rendered(workspace: &Workspace, pages: &Path) -> Result<Vec<String>> {
    let sh = workspace.shell()?;
    let home = workspace.target.join("train");
    std::fs::create_dir_all(&home)?;
    let [derived, by_hand, invented, chosen] =
        ["pages", "hand", "invented", "chosen"].map(|name| home.join(format!("{name}.jsonl")));
    let python = tools::python();
    let tools = workspace.root.join("crates/parse/tools/train-lines");
    let (render, hand, invent) = (tools.join("render.py"), tools.join("hand.py"), tools.join("invented.py"));
    ensure!(
        process::run(cmd!(sh, "{python} {render} pages {pages} {derived}"))?,
        "the pages could not be rendered"
    );
    // Pages that are kept aside are never learnt from.
    let (aside, labels): (Vec<PathBuf>, Vec<PathBuf>) = files(&tools.join("hand"), "tsv")?
        .into_iter()
        .partition(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("aside")));
    ensure!(
        process::run(cmd!(sh, "{python} {hand} make {pages} {labels...} {by_hand}"))?,
        "the pages labelled by hand could not be rendered"
    );
    for (folder, to) in
        [(tools.join("invented"), &invented), (tools.join("invented").join("chosen"), &chosen)]
    {
        let made = files(&folder, "txt")?;
        ensure!(
            process::run(cmd!(sh, "{python} {invent} make {made...} {to}"))?,
            "the invented pages could not be read"
        );
    }
    let mut said = Vec::new();
    let mut say = |name: &str, value: String| said.extend([name.to_owned(), value]);
    say("--weak", derived.display().to_string());
    say("--weak-weight", WEAK_WEIGHT.to_owned());
    say("--hand", by_hand.display().to_string());
    say("--hand-weight", HAND_WEIGHT.to_owned());
    say("--invented", invented.display().to_string());
    say("--invented-weight", INVENTED_WEIGHT.to_owned());
    say("--chosen", chosen.display().to_string());
    MORE_WEIGHTS.iter().for_each(|weights| say("--more", (*weights).to_owned()));
    aside.iter().for_each(|list| say("--aside", list.display().to_string()));
    Ok(said)
}

/// Files of a folder with this ending, in the order of their names.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
