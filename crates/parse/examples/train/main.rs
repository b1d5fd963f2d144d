//! Trains the models of lines and of kinds, and measures them by cross-validation over publishers.
//!
//! `cargo run --release -p wirecopy-parse --features train --example train -- [--seeds FOLDER] [--variants WEIGHT]
//! [--weak FILE] [--cv OUT.jsonl] [--write FOLDER] GOLD.jsonl…`
//!
//! `--cv` writes what the models that saw no page of a document's publisher read from it, in the form of
//! `wirecopy explain --format jsonl`; `--write` writes the tables of models that saw everything.

mod documents;
mod report;
mod variants;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use wirecopy_parse::lab::Settings;
use wirecopy_parse::lab::{Chain, KindSample, Kinds, Readings, Sample, SecondLook, SecondSample};
use wirecopy_parse::model::LineRole;

use documents::Document;

const FOLDS: u64 = 5;

fn fold(publisher: &str) -> u64 {
    let hash = publisher
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) % FOLDS
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut settings = Settings::default();
    let mut second_settings = Settings { epochs: 12, rate: 0.1, pull: 8.0 };
    let (mut kind_files, mut kinds_weight) = (Vec::new(), 0.5);
    let (mut cache, mut second_weak) = (None, 1.0);
    let (mut weak, mut weak_weight, mut seeds, mut variants_weight) = (Vec::new(), 0.3, None, 0.0);
    // What is no article is one document in seven of those labelled, and half of what a crawl holds.
    let mut other_weight = 1.5;
    let (mut cv, mut write, mut files, mut kind_pull) = (None, None, Vec::new(), 3.0);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--cv" => cv = Some(value()?),
            "--write" => write = Some(value()?),
            "--epochs" => settings.epochs = value()?.parse()?,
            "--rate" => settings.rate = value()?.parse()?,
            "--pull" => settings.pull = value()?.parse()?,
            "--kinds" => kind_files.push(value()?),
            "--kinds-weight" => kinds_weight = value()?.parse()?,
            "--second-weak" => second_weak = value()?.parse()?,
            "--cache" => cache = Some(value()?),
            "--second-epochs" => second_settings.epochs = value()?.parse()?,
            "--second-rate" => second_settings.rate = value()?.parse()?,
            "--second-pull" => second_settings.pull = value()?.parse()?,
            "--other-weight" => other_weight = value()?.parse()?,
            "--kind-pull" => kind_pull = value()?.parse()?,
            "--weak" => {
                weak.push(value()?);
            }
            "--seeds" => seeds = Some(value()?),
            "--variants" => variants_weight = value()?.parse()?,
            "--weak-weight" => weak_weight = value()?.parse()?,
            _ => files.push(arg),
        }
    }
    let mut documents = Vec::new();
    let mut pages = Vec::new();
    for file in &kind_files {
        pages.extend(documents::read_kinds(file, kinds_weight)?);
    }
    for file in &files {
        documents.extend(documents::read(file, 1.0, true)?);
    }
    for file in &weak {
        documents.extend(documents::read(file, weak_weight, false)?);
    }
    if let Some(folder) = seeds {
        documents.extend(documents::read_seeds(Path::new(&folder), 1.0)?);
    }
    if variants_weight > 0.0 {
        let more: Vec<Document> = documents.iter().flat_map(|d| variants::of(d, variants_weight)).collect();
        documents.extend(more);
    }
    let samples: Vec<Option<Sample>> = documents.iter().map(|d| d.sample()).collect();
    println!("{} documents, {} samples", documents.len(), samples.iter().flatten().count());
    let of = |d: &Document| fold(&d.publisher);
    let learn = |without: &[u64]| {
        let cached = cache.as_ref().map(|folder| format!("{folder}/{without:?}.tsv"));
        if let Some(table) = cached.as_ref().and_then(|path| std::fs::read_to_string(path).ok()) {
            return Chain::from_table(&table);
        }
        let training = documents.iter().zip(&samples).filter(|(d, _)| !without.contains(&of(d)));
        let training: Vec<&Sample> = training.filter_map(|(_, s)| s.as_ref()).collect();
        let chain = Chain::learn(&training, settings);
        if let Some(path) = cached {
            let _ = std::fs::write(path, chain.table());
        }
        chain
    };
    // One chain a fold, that saw no page of the fold's publishers.
    let chains: Vec<Chain> = (0..FOLDS).map(|fold| learn(&[fold])).collect();
    let second_samples = |held_out: Option<u64>| -> Vec<SecondSample> {
        let mut samples = Vec::new();
        for fold in (0..FOLDS).filter(|fold| Some(*fold) != held_out) {
            let apart;
            let chain = match held_out {
                Some(held_out) => {
                    apart = learn(&[fold.min(held_out), fold.max(held_out)]);
                    &apart
                }
                None => &chains[usize::try_from(fold).unwrap_or(0)],
            };
            let inside = documents.iter().filter(|d| of(d) == fold && d.is_article);
            let counted = inside.filter(|d| !d.is_weak() || second_weak > 0.0);
            let weight = |d: &Document| if d.is_weak() { d.weight * second_weak } else { d.weight };
            samples.extend(counted.filter_map(|d| chain.second_sample(&d.text, &d.roles, weight(d))));
        }
        samples
    };
    // A second reading learns from first readings of documents that the chain had not seen.
    let second = |held_out: Option<u64>| {
        let samples = second_samples(held_out);
        SecondLook::learn(&samples.iter().collect::<Vec<_>>(), second_settings)
    };
    let readings: Vec<Readings> = (0..FOLDS)
        .zip(chains.iter().cloned())
        .map(|(fold, chain)| Readings { chain, second: second(Some(fold)) })
        .collect();
    let chain_of = |d: &Document| &readings[usize::try_from(of(d)).unwrap_or(0)];
    // The model of kinds learns from courses of lines that are as uncertain as those of unseen pages.
    // What was labelled by derivation is all articles, and says nothing of how they differ from the rest.
    let seen: Vec<(&Document, KindSample)> = documents
        .iter()
        .chain(&pages)
        .filter(|d| !d.is_weak())
        .map(|d| {
            (
                d,
                chain_of(d).observe(
                    &d.text,
                    d.is_article,
                    if d.is_article { d.weight } else { d.weight * other_weight },
                ),
            )
        })
        .collect();
    if let Some(path) = cv {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        let mut kind_scores = Vec::new();
        let mut confusion: BTreeMap<(LineRole, LineRole), usize> = BTreeMap::new();
        for held_out in 0..FOLDS {
            let training: Vec<&KindSample> =
                seen.iter().filter(|(d, _)| of(d) != held_out).map(|(_, s)| s).collect();
            let (kinds, _) = Kinds::learn(&training, kind_pull);
            for (d, sample) in seen.iter().filter(|(d, _)| of(d) == held_out && d.measured) {
                kind_scores.push((d.is_article, kinds.score(sample)));
            }
            for document in documents.iter().filter(|d| of(d) == held_out && d.measured) {
                let parsed = chain_of(document).read(&document.text, &kinds);
                let lines = &parsed.layout().lines;
                if document.is_article {
                    let roles = chain_of(document).roles(&document.text);
                    for (gold, got) in document.roles.iter().zip(&roles) {
                        let gold = gold.first().copied().unwrap_or(LineRole::Furniture);
                        *confusion.entry((gold, *got)).or_default() += 1;
                    }
                }
                let lines: Vec<serde_json::Value> = lines
                    .iter()
                    .map(|l| serde_json::json!({"n": l.number, "role": l.role, "confidence": l.confidence}))
                    .collect();
                let articles: Vec<_> = parsed.articles().collect();
                let layout = parsed.layout().kind;
                let path = format!("{}.txt", document.id);
                let line =
                    serde_json::json!({"path": path, "layout": layout, "lines": lines, "articles": articles});
                writeln!(out, "{line}")?;
            }
        }
        report::report(&confusion);
        report::kinds(&kind_scores);
    }
    if let Some(folder) = write {
        let all: Vec<&Sample> = samples.iter().flatten().collect();
        std::fs::write(format!("{folder}/weights.tsv"), Chain::learn(&all, settings).table())?;
        std::fs::write(format!("{folder}/second.tsv"), second(None).table())?;
        let all: Vec<&KindSample> = seen.iter().map(|(_, s)| s).collect();
        std::fs::write(format!("{folder}/kind.tsv"), Kinds::learn(&all, kind_pull).1)?;
    }
    Ok(())
}
