//! Accuracy on labelled documents: write them out, let the program explain them, hand its answers to the scorer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::flags::{Score, ScoreText};
use crate::workspace::Workspace;
use crate::{dedup, language, predict, repair, run as process, score_html, tools, train, wrap};

/// Labelled sets; each is scored alone, then all together.
pub(crate) const SETS: [&str; 2] = ["dev", "dev2"];

pub(crate) fn run(workspace: &Workspace, what: &Score) -> Result<bool> {
    match what {
        Score::Text(options) => text(workspace, options),
        Score::Repair(options) => repair::run(workspace, options),
        Score::Dedup(options) => dedup::run(workspace, options),
        Score::Html(options) => score_html::run(workspace, options),
        Score::Language(options) => language::run(workspace, options),
    }
}

fn text(workspace: &Workspace, options: &ScoreText) -> Result<bool> {
    let shared = workspace.root.parent().context("the workspace has no folder around it")?.join("shared");
    let corpus = match &options.corpus {
        Some(given) => given.clone(),
        None => shared.join("corpora").join("text"),
    };
    let corpus = present(&corpus, "the labelled documents", "give their folder with --corpus")?;
    let scorer =
        present(&shared.join("tools").join("score_text.py"), "the scorer", "it stands beside the corpora")?;
    let mut sets = Vec::new();
    for set in SETS {
        let path =
            present(&corpus.join(format!("{set}.jsonl")), "a labelled set", "a corpus has one file a set")?;
        sets.push((set, path));
    }
    let sh = workspace.shell()?;
    let predictions = match &options.predictions {
        Some(given) => Some(present(given, "the predictions", "one JSON line a document")?),
        None => None,
    };
    // Apart from what an earlier run kept: that may be what is scored now.
    let home = workspace.target.join("score").join(if predictions.is_some() { "given" } else { "text" });
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(&home)?;

    ensure!(
        options.wrap.is_none() || !options.cross_validate || options.use_folds.is_some(),
        "what is broken is read with tables that were learnt from the whole: --keep-folds first, then --wrap with --use-folds"
    );
    let mut corpus = corpus;
    if let Some(columns) = options.wrap {
        corpus = wrap::sets(&sets, columns, &home)?;
        sets.iter_mut().for_each(|(set, path)| *path = corpus.join(format!("{set}.jsonl")));
    }
    let gold = home.join("all.jsonl");
    fs::write(&gold, concatenated(&sets)?)?;
    let predictions = match predictions {
        Some(given) => given,
        None if options.cross_validate => cross_validate(workspace, &corpus, &home, options)?,
        None => {
            println!(
                "the shipped weights have seen these documents; --cross-validate gives the honest figure"
            );
            predict(workspace, &sh, &gold, &home)?
        }
    };
    let mut good = true;
    if options.cross_validate {
        // Errors are shown of the rest alone: what is kept aside is to stay unknown.
        let (aside, rest) = parted(&gold, &home)?;
        good &= score(&sh, &scorer, "rest", &rest, &predictions, options)?;
        let quiet = ScoreText { errors: None, ..options.clone() };
        good &= score(&sh, &scorer, "aside", &aside, &predictions, &quiet)?;
        good &= score(&sh, &scorer, "all", &gold, &predictions, &quiet)?;
    } else {
        sets.push(("both", gold));
        for (name, gold) in &sets {
            good &= score(&sh, &scorer, name, gold, &predictions, options)?;
        }
    }
    if options.keep {
        println!("kept in {}", workspace.relative(&home));
    } else {
        fs::remove_dir_all(&home)?;
    }
    Ok(good)
}

/// The canonical path of something that must be there: programs run elsewhere than where a relative path was typed.
fn present(path: &Path, what: &str, hint: &str) -> Result<PathBuf> {
    path.canonicalize().with_context(|| format!("{what} should be at {}: {hint}", path.display()))
}

/// All sets as one file.
fn concatenated(sets: &[(&str, PathBuf)]) -> Result<String> {
    let mut all = String::new();
    for (_, path) in sets {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        all.push_str(text.trim_end());
        all.push('\n');
    }
    Ok(all)
}

/// Writes every document to a file of its own, explains them all in one run, and writes the predictions.
fn predict(workspace: &Workspace, sh: &Shell, gold: &Path, home: &Path) -> Result<PathBuf> {
    let documents = home.join("documents");
    let expected = write_documents(&fs::read_to_string(gold)?, &documents)?;
    cmd!(sh, "cargo build --quiet --release --package wirecopy").run().context("wirecopy does not build")?;
    let program = workspace.target.join("release").join(format!("wirecopy{}", std::env::consts::EXE_SUFFIX));
    let explained = home.join("explained.jsonl");
    let finished = process::run(cmd!(sh, "{program} explain --format jsonl {documents} -o {explained}"))?;
    // Exit code 1 means that some inputs had problems; what it could read is scored all the same.
    let said = fs::read_to_string(&explained).with_context(|| {
        format!("`wirecopy explain` wrote no answers{}", if finished { "" } else { ", and failed" })
    })?;
    converted(&said, expected, home)
}

/// What models that saw no page of a document's publisher say of it.
fn cross_validate(workspace: &Workspace, corpus: &Path, home: &Path, options: &ScoreText) -> Result<PathBuf> {
    let corpora = corpus.parent().context("the corpus has no folder around it")?;
    let explained = home.join("explained.jsonl");
    let mut arguments = vec!["--cv".to_owned(), explained.display().to_string()];
    let good = if let Some(folds) = &options.use_folds {
        arguments.extend(["--use-folds".to_owned(), folds.display().to_string()]);
        train::with_kept(workspace, corpora, &arguments)?
    } else {
        if let Some(folds) = &options.keep_folds {
            arguments.extend(["--keep-folds".to_owned(), folds.display().to_string()]);
        }
        train::example(workspace, corpora, options.quick, &arguments)?
    };
    ensure!(good, "the trainer failed");
    let said = fs::read_to_string(&explained)?;
    converted(&said, said.lines().count(), home)
}

/// The labelled documents that are kept aside, and the others, by what the trainer said of them.
fn parted(gold: &Path, home: &Path) -> Result<(PathBuf, PathBuf)> {
    let mut asides = std::collections::BTreeSet::new();
    for line in fs::read_to_string(home.join("explained.jsonl"))?.lines() {
        let answer: Value = serde_json::from_str(line)?;
        if answer["aside"] == true {
            let path = answer["path"].as_str().unwrap_or("");
            asides.insert(path.trim_end_matches(".txt").to_owned());
        }
    }
    let (mut aside, mut rest) = (String::new(), String::new());
    for line in fs::read_to_string(gold)?.lines().filter(|line| !line.trim().is_empty()) {
        let document: Value = serde_json::from_str(line)?;
        let kept = document["id"].as_str().is_some_and(|id| asides.contains(id));
        let part = if kept { &mut aside } else { &mut rest };
        part.push_str(line);
        part.push('\n');
    }
    let paths = (home.join("aside.jsonl"), home.join("rest.jsonl"));
    fs::write(&paths.0, aside)?;
    fs::write(&paths.1, rest)?;
    Ok(paths)
}

/// Answers of `explain` as predictions of the scorer.
fn converted(said: &str, expected: usize, home: &Path) -> Result<PathBuf> {
    let mut predictions = String::new();
    let mut n_predictions = 0_usize;
    for line in said.lines().filter(|line| !line.trim().is_empty()) {
        predictions.push_str(&predict::prediction(line)?.to_string());
        predictions.push('\n');
        n_predictions += 1;
    }
    if n_predictions != expected {
        println!("warning: {expected} documents, {n_predictions} answers: the missing ones score as empty");
    }
    let path = home.join("predictions.jsonl");
    fs::write(&path, predictions)?;
    Ok(path)
}

/// Writes `<id>.txt` for each document, byte for byte; says how many there are.
fn write_documents(gold: &str, folder: &Path) -> Result<usize> {
    fs::create_dir_all(folder)?;
    let mut n_documents = 0;
    for line in gold.lines().filter(|line| !line.trim().is_empty()) {
        let document: Value = serde_json::from_str(line).context("a labelled document is not JSON")?;
        let (Some(id), Some(text)) = (document["id"].as_str(), document["text"].as_str()) else {
            bail!("a labelled document without id or text: {}", line.chars().take(80).collect::<String>());
        };
        ensure!(
            id.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c)),
            "`{id}` is not fit for a file name"
        );
        let path = folder.join(format!("{id}.txt"));
        ensure!(!path.exists(), "two labelled documents are called {id}");
        fs::write(path, text)?;
        n_documents += 1;
    }
    Ok(n_documents)
}

fn score(
    sh: &Shell,
    scorer: &Path,
    name: &str,
    gold: &Path,
    predictions: &Path,
    options: &ScoreText,
) -> Result<bool> {
    println!("==> {name}");
    let python = tools::python();
    let mut command = cmd!(sh, "{python} {scorer} {gold} {predictions}");
    if let Some(by) = options.by {
        command = command.args(["--by", by.as_str()]);
    }
    if let Some(errors) = options.errors {
        command = command.args(["--errors".to_owned(), errors.to_string()]);
    }
    process::run(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own under the build's temporary folder.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-score-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn documents_are_written_byte_for_byte() {
        let folder = folder("bytes");
        let gold = "{\"id\":\"D1\",\"text\":\"Ferry\\r\\nsinks\\u2028\"}\n\n{\"id\":\"D2\",\"text\":\"\"}\n";
        assert_eq!(write_documents(gold, &folder).unwrap(), 2);
        assert_eq!(fs::read_to_string(folder.join("D1.txt")).unwrap(), "Ferry\r\nsinks\u{2028}");
        assert_eq!(fs::read_to_string(folder.join("D2.txt")).unwrap(), "");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn names_that_climb_or_repeat_are_refused() {
        let folder = folder("names");
        assert!(write_documents("{\"id\":\"../D1\",\"text\":\"x\"}", &folder).is_err());
        assert!(
            write_documents("{\"id\":\"D1\",\"text\":\"x\"}\n{\"id\":\"D1\",\"text\":\"y\"}", &folder)
                .is_err()
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = present(Path::new("no/such/folder"), "the scorer", "look around").unwrap_err();
        assert!(
            format!("{error:#}").starts_with("the scorer should be at no/such/folder: look around"),
            "{error:#}"
        );
    }
}
