//! How well copies of one story are found: each text goes the way of any other file, through the parser into an archive,
//! and what the archive says of it is handed to the scorer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::flags::ScoreDedup;
use crate::run as process;
use crate::train;
use crate::workspace::Workspace;

/// Runs the measurement.
pub(crate) fn run(workspace: &Workspace, options: &ScoreDedup) -> Result<bool> {
    let shared = workspace.root.parent().context("the workspace has no folder around it")?.join("shared");
    let corpus = options.corpus.clone().unwrap_or_else(|| shared.join("corpora").join("dedup"));
    let corpus = corpus.canonicalize().with_context(|| {
        format!("labelled copies should be at {}: give their folder with --corpus", corpus.display())
    })?;
    let scorer = shared.join("tools").join("score_dedup.py");
    ensure!(scorer.is_file(), "the scorer should be at {}", scorer.display());
    let files = train::files(&corpus, "jsonl")?;
    ensure!(!files.is_empty(), "no *.jsonl in {}", corpus.display());

    let home = workspace.target.join("score").join("dedup");
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    let sh = workspace.shell()?;
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let mut good = true;
    for gold in &files {
        let name = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!("==> {name}");
        let predictions = predict(&sh, &program, gold, &home.join(&name))?;
        good &= process::run(cmd!(sh, "python3 {scorer} {gold} {predictions}"))?;
    }
    if options.keep {
        println!("kept in {}", workspace.relative(&home));
    } else {
        fs::remove_dir_all(&home)?;
    }
    Ok(good)
}

/// Imports every text as a file of its own, and writes down which of them the archive takes for copies.
fn predict(sh: &Shell, program: &Path, gold: &Path, home: &Path) -> Result<PathBuf> {
    let documents = home.join("documents");
    fs::create_dir_all(&documents)?;
    for line in fs::read_to_string(gold)?.lines().filter(|line| !line.trim().is_empty()) {
        let text: Value = serde_json::from_str(line).context("a labelled text is not JSON")?;
        let (Some(id), Some(body)) = (text["id"].as_str(), text["text"].as_str()) else {
            bail!("a labelled text without id or text: {}", line.chars().take(80).collect::<String>());
        };
        ensure!(
            id.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c)),
            "`{id}` is not fit for a file name"
        );
        let title = text["title"].as_str().unwrap_or_default();
        fs::write(documents.join(format!("{id}.txt")), format!("{title}\n\n{body}\n"))?;
    }
    let archive = home.join("archive");
    // Exit code 1 means that some inputs had problems; what it could read is scored all the same.
    process::run(cmd!(sh, "{program} import --quiet {documents} --archive {archive}"))?;
    let said = cmd!(sh, "{program} dedupe --format jsonl --archive {archive}").read()?;
    let mut predictions = String::new();
    for line in said.lines() {
        let cluster: Value = serde_json::from_str(line).context("`wirecopy dedupe` wrote no JSON")?;
        let copies = cluster["copies"].as_array().context("a cluster without copies")?;
        for place in copies.iter().filter_map(|copy| copy["places"].as_array()).flatten() {
            let id = Path::new(place.as_str().unwrap_or_default()).file_stem().unwrap_or_default();
            let line = json!({ "id": id.to_string_lossy(), "cluster": cluster["cluster"] });
            predictions.push_str(&format!("{line}\n"));
        }
    }
    let path = home.join("predictions.jsonl");
    fs::write(&path, predictions)?;
    Ok(path)
}
