//! Trains the models of lines and of kinds, and measures them by cross-validation over publishers.
//!
//! `cargo run --release -p wirecopy-parse --features train --example train -- [--seeds FOLDER] [--variants WEIGHT]
//! [--frames WEIGHT] [--hand FILE] [--weak FILE] [--kinds FILE] [--cv OUT.jsonl] [--keep-folds FOLDER | --use-folds FOLDER] [--write FOLDER]
//! GOLD.jsonl…`
//!
//! `--more` learns once more with other weights of pages by hand, of invented pages, and of those behind `--chosen`, which the first
//! time teach kinds alone; the tables are the mean.
//!
//! `--cv` writes what the models that saw no page of a document's publisher read from it, in the form of
//! `wirecopy explain --format jsonl`; `--write` writes the tables of models that saw everything. `--keep-folds` keeps the
//! tables of the folds, and `--use-folds` reads with these instead of learning, for changes behind the models; with
//! `--relearn yes` the choice of headlines and the model of kinds are learnt anew behind the kept readings.

mod average;
mod documents;
mod folds;
mod frames;
mod options;
mod publisher;
mod report;
mod variants;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use wirecopy_parse::model::LineRole;

use documents::Document;
use folds::Fold;
use options::Options;

type Failure = Box<dyn std::error::Error>;

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Failure> {
    let options = Options::read(std::env::args().skip(1))?;
    let mut gold = Vec::new();
    for file in &options.gold {
        gold.extend(documents::read(file, 1.0, false)?);
    }
    let folds = match &options.use_folds {
        Some(folder) if !options.relearn => folds::kept(folder)?,
        _ => learnt(&gold, &options)?,
    };
    if let Some(path) = &options.cv {
        println!("{} documents", gold.len());
        answer(path, &gold, &folds)?;
    }
    Ok(())
}

/// The tables of the folds, learnt from everything.
fn learnt(gold: &[Document], options: &Options) -> Result<Vec<Fold>, Failure> {
    let first = Weights { hand: options.hand_weight, invented: options.invented_weight, chosen: 0.0 };
    let mut runs = vec![run(gold, options, first)?];
    for [hand, invented, chosen] in options.more.iter().copied() {
        runs.push(run(gold, options, Weights { hand, invented, chosen })?);
    }
    let mut folds = average::of(&runs);
    if let Some(folder) = &options.write {
        // Tables that saw everything stand behind those of the folds.
        folds::keep(Path::new(folder), &folds.pop().ok_or("nothing was learnt")?)?;
    }
    if let Some(folder) = &options.keep_folds {
        for (fold, tables) in folds.iter().enumerate() {
            folds::keep(&Path::new(folder).join(fold.to_string()), tables)?;
        }
    }
    Ok(folds)
}

/// What a page of a set counts beside a labelled document, where lines are learnt.
#[derive(Clone, Copy)]
struct Weights {
    hand: f32,
    invented: f32,
    /// Of those that show rare shapes: many of them shift how likely a role is at all.
    chosen: f32,
}

/// Learns once.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
fn run(gold: &[Document], options: &Options, weights: Weights) -> Result<Vec<Fold>, Failure> {
    let mut documents = gold.to_vec();
    for file in &options.hand {
        let read = documents::read(file, weights.hand, false)?.into_iter();
        documents.extend(read.map(|d| d.by_its_prose().of_rare_kinds()));
    }
    for (files, weight) in [(&options.invented, weights.invented), (&options.chosen, weights.chosen)] {
        for file in files {
            let read = documents::read(file, weight, false)?.into_iter();
            documents.extend(read.map(Document::of_chosen_kinds));
        }
    }
    if let Some(folder) = &options.seeds {
        documents.extend(documents::read_seeds(Path::new(folder), 1.0)?);
    }
    // For the model of kinds alone: the readings got worse by them.
    let mut pages = if options.frames_weight > 0.0 {
        frames::around(&documents, options.frames_weight)
    } else {
        Vec::new()
    };
    if options.variants_weight > 0.0 {
        let more: Vec<Document> =
            documents.iter().flat_map(|d| variants::of(d, options.variants_weight * d.weight)).collect();
        documents.extend(more);
    }
    // What is derived gives way to what was labelled by hand, and what is kept aside is not learnt from at all.
    let mut without: BTreeSet<String> =
        documents.iter().filter_map(Document::page).map(str::to_owned).collect();
    for file in &options.aside {
        let list = std::fs::read_to_string(file)?;
        without.extend(list.lines().filter_map(|row| Some(row.split_once('\t')?.0.to_owned())));
    }
    for file in &options.weak {
        let derived = documents::read(file, options.weak_weight, true)?;
        documents.extend(derived.into_iter().filter(|d| d.page().is_none_or(|page| !without.contains(page))));
    }
    for file in &options.kinds {
        pages.extend(documents::read_kinds(file, options.kinds_weight, options.kind_articles)?);
    }
    Ok(match &options.use_folds {
        Some(folder) => folds::relearn(&documents, &pages, folds::kept(folder)?, options),
        None => folds::learn(&documents, &pages, options, options.write.is_some()),
    })
}

/// Reads each document with the tables of its fold, writes the answers, and says how right the lines are.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
fn answer(path: &str, gold: &[Document], folds: &[Fold]) -> Result<(), Failure> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
    let mut kind_scores = Vec::new();
    let mut confusion: BTreeMap<(LineRole, LineRole), usize> = BTreeMap::new();
    for document in gold {
        let Fold { readings, headlines, kinds } = &folds[folds::of(document)];
        let aside = publisher::is_aside(&document.publisher);
        if !aside {
            let seen = readings.observe(&document.text, document.is_article, 1.0);
            kind_scores.push((document.is_article, kinds.score(&seen)));
        }
        if document.is_article && !aside {
            for (gold, got) in document.roles.iter().zip(readings.roles(&document.text)) {
                let gold = gold.first().copied().unwrap_or(LineRole::Furniture);
                *confusion.entry((gold, got)).or_default() += 1;
            }
        }
        let parsed = readings.read(&document.text, headlines, kinds);
        let lines: Vec<serde_json::Value> = parsed
            .layout()
            .lines
            .iter()
            .map(|l| serde_json::json!({"n": l.number, "role": l.role, "confidence": l.confidence}))
            .collect();
        let articles: Vec<_> = parsed.articles().collect();
        let line = serde_json::json!({
            "path": format!("{}.txt", document.id), "layout": parsed.layout().kind, "lines": lines, "articles": articles,
            "aside": aside,
        });
        writeln!(out, "{line}")?;
    }
    report::report(&confusion);
    report::kinds(&kind_scores);
    Ok(())
}
