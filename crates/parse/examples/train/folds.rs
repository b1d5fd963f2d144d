//! The tables of each fold: learnt from the documents of the other folds, or kept from an earlier run.

use std::path::Path;

use wirecopy_parse::lab::{
    Chain, Headlines, KindSample, Kinds, RankSample, Readings, Sample, SecondLook, SecondSample,
};
use wirecopy_parse::model::LineRole;

use crate::documents::Document;
use crate::options::Options;
use crate::publisher::{FOLDS, fold};

type Failure = Box<dyn std::error::Error>;

/// What reads the documents of one fold, and saw no page of their publishers.
pub(crate) struct Fold {
    pub(crate) readings: Readings,
    pub(crate) headlines: Headlines,
    pub(crate) kinds: Kinds,
}

/// The tables of a fold as text, one for each file.
pub(crate) type Tables = [String; 4];

impl Fold {
    pub(crate) fn of(tables: &Tables) -> Self {
        let [chain, second, headlines, kinds] = tables;
        let readings = Readings { chain: Chain::read(chain), second: SecondLook::read(second) };
        Self { readings, headlines: Headlines::read(headlines), kinds: Kinds::read(kinds) }
    }

    pub(crate) fn tables(&self) -> Tables {
        let Readings { chain, second } = &self.readings;
        [chain.table(), second.table(), self.headlines.table(), self.kinds.table()]
    }
}

/// Files of a fold's tables.
const FILES: [&str; 4] = ["weights.tsv", "second.tsv", "headline.tsv", "kind.tsv"];

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
            let [chain, second, headlines, kinds] = FILES.map(read);
            Ok(Fold::of(&[chain?, second?, headlines?, kinds?]))
        })
        .collect()
}

/// Writes the tables of a fold, or of all documents.
#[expect(clippy::disallowed_methods, reason = "a program, not part of the library")]
pub(crate) fn keep(folder: &Path, tables: &Fold) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    for (file, table) in FILES.iter().zip(tables.tables()) {
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
        .filter(|d| d.is_article && !d.derived && d.weight > 0.0)
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
    behind(documents, pages, readings, &held_out, options)
}

/// Learns anew what stands behind kept readings: the choice of headlines and the model of kinds.
pub(crate) fn relearn(
    documents: &[Document],
    pages: &[Document],
    kept: Vec<Fold>,
    options: &Options,
) -> Vec<Fold> {
    let held_out: Vec<Option<usize>> = (0..kept.len()).map(Some).collect();
    behind(documents, pages, kept.into_iter().map(|fold| fold.readings).collect(), &held_out, options)
}

/// What the readings of each fold are followed by.
fn behind(
    documents: &[Document],
    pages: &[Document],
    readings: Vec<Readings>,
    held_out: &[Option<usize>],
    options: &Options,
) -> Vec<Fold> {
    let headlines = headlines(documents, &readings, held_out, options);
    // What was labelled by derivation is all articles, and says nothing of how they differ from the rest.
    let seen: Vec<(usize, KindSample)> = documents
        .iter()
        .chain(pages)
        .filter(|d| !d.derived && d.kind_weight > 0.0)
        .map(|d| (of(d), readings[of(d)].observe(&d.text, d.is_article, d.kind_weight)))
        .collect();
    let kinds = side_by_side(held_out, |held_out| {
        let training = seen.iter().filter(|(fold, _)| Some(*fold) != held_out);
        Kinds::learn(&training.map(|(_, sample)| sample).collect::<Vec<_>>(), options.kind_pull)
    });
    let tables = readings.into_iter().zip(headlines).zip(kinds);
    tables.map(|((readings, headlines), kinds)| Fold { readings, headlines, kinds }).collect()
}

/// Learns for each fold which of several lines is the headline.
fn headlines(
    documents: &[Document],
    readings: &[Readings],
    held_out: &[Option<usize>],
    options: &Options,
) -> Vec<Headlines> {
    let sample = |d: &Document| {
        let labels: Vec<LineRole> = d.roles.iter().filter_map(|roles| roles.first().copied()).collect();
        Some((of(d), readings[of(d)].rank_sample(&d.text, &labels, d.weight)?))
    };
    let samples: Vec<(usize, RankSample)> = documents
        .iter()
        .filter(|d| d.is_article && !d.derived && d.weight > 0.0)
        .filter_map(sample)
        .collect();
    side_by_side(held_out, |held_out| {
        let training = samples.iter().filter(|(fold, _)| Some(*fold) != held_out);
        Headlines::learn(&training.map(|(_, sample)| sample).collect::<Vec<_>>(), options.headline_pull)
    })
}
