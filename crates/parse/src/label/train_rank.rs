//! Learns which of several lines is the headline, from readings of documents that their models had not seen.

use wirecopy_model::LineRole as R;

use super::rank::Rank;
use super::rank_seen::{N_RANK, Reading};
use super::train::Random;

/// Passes over the documents, first step width, pull towards zero.
const EPOCHS: usize = 40;
const RATE: f32 = 0.1;

/// The candidates of a labelled document.
#[derive(Debug)]
pub struct RankSample {
    features: Vec<Vec<usize>>,
    /// Which of them are the headline; the last says that none is.
    right: Vec<bool>,
    weight: f32,
}

impl RankSample {
    /// The candidates of a document whose lines are labelled; `None` when its headline is not among them.
    pub(crate) fn new(reading: &Reading<'_>, labels: &[R], weight: f32) -> Option<Self> {
        if labels.len() != reading.roles.len() {
            return None;
        }
        let slate = reading.slate()?;
        let mut right: Vec<bool> = slate.lines.iter().map(|i| labels[*i] == R::Headline).collect();
        let none = !labels.contains(&R::Headline);
        right.push(none);
        right.contains(&true).then_some(Self { features: slate.features, right, weight })
    }
}

/// Learns a model. Same samples, same settings: same model.
pub(crate) fn learn(samples: &[&RankSample], pull: f32) -> Rank {
    let mut model = Rank { weights: vec![0.0; N_RANK] };
    let mut sums = vec![1e-6f32; N_RANK];
    let mut counts = vec![0.0f32; N_RANK];
    for f in samples.iter().flat_map(|sample| sample.features.iter().flatten()) {
        counts[*f] += 1.0;
    }
    let (mut mean, mut n_means) = (vec![0.0f32; N_RANK], 0.0f32);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = Random::default();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for sample in order.iter().map(|i| samples[*i]) {
            let got = model.weigh(&sample.features);
            let mass: f32 = got.iter().zip(&sample.right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
            for ((active, p), right) in sample.features.iter().zip(&got).zip(&sample.right) {
                let wanted = if *right { p / mass.max(1e-9) } else { 0.0 };
                for f in active.iter().copied() {
                    let g = sample.weight * (p - wanted) + pull / counts[f] * model.weights[f];
                    sums[f] += g * g;
                    model.weights[f] -= RATE * g / sums[f].sqrt().max(0.3);
                }
            }
        }
        if epoch * 2 >= EPOCHS {
            n_means += 1.0;
            mean.iter_mut().zip(&model.weights).for_each(|(a, b)| *a += b);
        }
    }
    mean.iter_mut().for_each(|w| *w /= n_means.max(1.0));
    Rank { weights: mean }
}
