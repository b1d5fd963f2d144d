//! Trains the models of lines and of kinds, and measures them by cross-validation over publishers.
//!
//! `cargo run --release -p wirecopy-parse --features train --example train -- [--seeds FOLDER] [--variants WEIGHT]
//! [--weak FILE] [--kinds FILE] [--cv OUT.jsonl] [--write FOLDER] GOLD.jsonl…`
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

/// A chain for each fold that is held out, learnt side by side.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
fn learnt(held_out: &[Option<u64>], learn: impl Fn(Option<u64>) -> Chain + Sync) -> Vec<Chain> {
    std::thread::scope(|scope| {
        let learn = &learn;
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let mut chains = Vec::new();
        for group in held_out.chunks(threads) {
            let started: Vec<_> = group.iter().map(|fold| scope.spawn(move || learn(*fold))).collect();
            chains.extend(started.into_iter().filter_map(|thread| thread.join().ok()));
        }
        chains
    })
}

#[expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not part of the library")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut settings = Settings::default();
    let mut second_settings = Settings { epochs: 20, rate: 0.1, pull: 25.0 };
    let (mut kind_files, mut kinds_weight) = (Vec::new(), 0.3);
    let (mut weak, mut weak_weight, mut seeds, mut variants_weight) = (Vec::new(), 0.3, None, 0.0);
    let mut other_weight = 1.0;
    let (mut cv, mut write, mut files, mut kind_pull) = (None, None, Vec::new(), 6.0);
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
    // One chain a fold, that saw no page of the fold's publishers, and where tables are written one that saw all.
    let held_out = (0..FOLDS).map(Some).chain(write.is_some().then_some(None));
    let mut chains = learnt(&held_out.collect::<Vec<_>>(), |held_out| {
        let training = documents.iter().zip(&samples).filter(|(d, _)| Some(of(d)) != held_out);
        let training: Vec<&Sample> = training.filter_map(|(_, s)| s.as_ref()).collect();
        Chain::learn(&training, settings)
    });
    let whole = write.is_some().then(|| chains.pop()).flatten();
    let chain_of = |d: &Document| &chains[usize::try_from(of(d)).unwrap_or(0)];
    // The second reading learns from first readings of documents that the chain had not seen. Labels that were derived
    // leave open just what it is to decide, so it learns from labels by hand alone.
    let second_samples: Vec<(&Document, SecondSample)> = documents
        .iter()
        .filter(|d| d.is_article && !d.is_weak())
        .filter_map(|d| Some((d, chain_of(d).second_sample(&d.text, &d.roles, d.weight)?)))
        .collect();
    let second = |held_out: Option<u64>| {
        let training = second_samples.iter().filter(|(d, _)| Some(of(d)) != held_out);
        SecondLook::learn(&training.map(|(_, sample)| sample).collect::<Vec<_>>(), second_settings)
    };
    let readings: Vec<Readings> = (0..FOLDS)
        .zip(chains.iter().cloned())
        .map(|(fold, chain)| Readings { chain, second: second(Some(fold)) })
        .collect();
    let readings_of = |d: &Document| &readings[usize::try_from(of(d)).unwrap_or(0)];
    // The model of kinds learns from courses of lines that are as uncertain as those of unseen pages.
    // What was labelled by derivation is all articles, and says nothing of how they differ from the rest.
    let seen: Vec<(&Document, KindSample)> = documents
        .iter()
        .chain(&pages)
        .filter(|d| !d.is_weak())
        .map(|d| {
            (
                d,
                readings_of(d).observe(
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
                let parsed = readings_of(document).read(&document.text, &kinds);
                let lines = &parsed.layout().lines;
                if document.is_article {
                    let roles = readings_of(document).roles(&document.text);
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
        std::fs::write(
            format!("{folder}/weights.tsv"),
            whole.map(|chain| chain.table()).unwrap_or_default(),
        )?;
        std::fs::write(format!("{folder}/second.tsv"), second(None).table())?;
        let all: Vec<&KindSample> = seen.iter().map(|(_, s)| s).collect();
        std::fs::write(format!("{folder}/kind.tsv"), Kinds::learn(&all, kind_pull).1)?;
    }
    Ok(())
}
