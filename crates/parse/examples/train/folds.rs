//! The tables of each fold: learnt from the documents of the other folds, or kept from an earlier run.

use std::path::Path;

use wirecopy_parse::lab::{Chain, KindSample, Kinds, Readings, Sample, SecondLook, SecondSample};

use crate::documents::Document;
use crate::options::Options;
use crate::publisher::{FOLDS, fold};

type Failure = Box<dyn std::error::Error>;

/// What reads the documents of one fold, and saw no page of their publishers.
pub(crate) struct Fold {
    pub(crate) readings: Readings,
    pub(crate) kinds: Kinds,
}

/// Files of a fold's tables.
const FILES: [&str; 3] = ["weights.tsv", "second.tsv", "kind.tsv"];

/// Fold that a document belongs to.
pub(crate) fn of(document: &Document) -> usize {
    usize::try_from(fold(&document.publisher)).unwrap_or(0)
}

/// Takes the folds' tables from where they were kept.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn kept(folder: &str) -> Result<Vec<Fold>, Failure> {
    (0..FOLDS)
        .map(|fold| {
            let read = |file: &str| {
                let path = Path::new(folder).join(fold.to_string()).join(file);
                std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
            };
            let [chain, second, kinds] = FILES.map(read);
            let readings = Readings { chain: Chain::read(&chain?), second: SecondLook::read(&second?) };
            Ok(Fold { readings, kinds: Kinds::read(&kinds?) })
        })
        .collect()
}

/// Writes the tables of a fold, or of all documents.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn keep(folder: &Path, tables: &Fold) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    let tables = [tables.readings.chain.table(), tables.readings.second.table(), tables.kinds.table()];
    for (file, table) in FILES.iter().zip(tables) {
        std::fs::write(folder.join(file), table)?;
    }
    Ok(())
}

/// Learns something for each fold that is held out, side by side.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
fn side_by_side<T: Send>(held_out: &[Option<usize>], learn: impl Fn(Option<usize>) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let learn = &learn;
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let mut learnt = Vec::new();
        for group in held_out.chunks(threads) {
            let started: Vec<_> = group.iter().map(|fold| scope.spawn(move || learn(*fold))).collect();
            learnt.extend(started.into_iter().filter_map(|thread| thread.join().ok()));
        }
        learnt
    })
}

/// Learns the tables of all folds, and behind them, where asked for, those of all documents. `pages` have a kind alone.
///
/// The second reading and the model of kinds learn from what tables of other folds read: of documents as unsure as those
/// that nobody has seen.
pub(crate) fn learn(documents: &[Document], pages: &[Document], options: &Options, whole: bool) -> Vec<Fold> {
    let mut held_out: Vec<Option<usize>> = (0..usize::try_from(FOLDS).unwrap_or(0)).map(Some).collect();
    held_out.extend(whole.then_some(None));
    let samples: Vec<Option<Sample>> = documents.iter().map(Document::sample).collect();
    let chains = side_by_side(&held_out, |held_out| {
        let training = documents.iter().zip(&samples).filter(|(d, _)| Some(of(d)) != held_out);
        let training: Vec<&Sample> = training.filter_map(|(_, s)| s.as_ref()).collect();
        Chain::learn(&training, options.first)
    });
    // Labels that were derived leave open just what the second reading is to decide.
    let second_samples: Vec<(usize, SecondSample)> = documents
        .iter()
        .filter(|d| d.is_article && !d.derived)
        .filter_map(|d| Some((of(d), chains[of(d)].second_sample(&d.text, &d.roles, d.weight)?)))
        .collect();
    let readings: Vec<Readings> = side_by_side(&held_out, |held_out| {
        let training = second_samples.iter().filter(|(fold, _)| Some(*fold) != held_out);
        SecondLook::learn(&training.map(|(_, sample)| sample).collect::<Vec<_>>(), options.second)
    })
    .into_iter()
    .zip(chains)
    .map(|(second, chain)| Readings { chain, second })
    .collect();
    // What was labelled by derivation is all articles, and says nothing of how they differ from the rest.
    let seen: Vec<(usize, KindSample)> = documents
        .iter()
        .chain(pages)
        .filter(|d| !d.derived && d.kind_weight > 0.0)
        .map(|d| (of(d), readings[of(d)].observe(&d.text, d.is_article, d.kind_weight)))
        .collect();
    let kinds = side_by_side(&held_out, |held_out| {
        let training = seen.iter().filter(|(fold, _)| Some(*fold) != held_out);
        Kinds::learn(&training.map(|(_, sample)| sample).collect::<Vec<_>>(), options.kind_pull)
    });
    readings.into_iter().zip(kinds).map(|(readings, kinds)| Fold { readings, kinds }).collect()
}
