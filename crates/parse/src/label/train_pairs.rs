//! Finds the pairs of features that tell more of unsure lines than the second reading knows of them, and learns their weights.
//!
//! Pairs are taken in rounds: those along which the error falls most, then the weights of all that were taken so far.

use super::second::{Second, is_unsure, offsets, softmax};
use super::second_blocks::{N_ROLES, N_SECOND, PAIRED};
use super::second_found::Shares;
use super::second_pairs::Pairs;
use super::train::Random;
use super::train_second::SecondSample;

/// How to find pairs.
#[derive(Debug, Clone, Copy)]
pub struct PairSettings {
    /// Pairs in all; none are looked for at 0.
    pub most: usize,
    /// Pull of the weights towards zero.
    pub pull: f32,
    /// How much of what was learnt is kept.
    pub trust: f32,
}

/// Rounds, passes over the lines in each, step width.
const ROUNDS: usize = 5;
const EPOCHS: usize = 4;
const RATE: f32 = 0.1;
/// What is added to the curvature, so that pairs of few lines are not taken.
const DAMPING: f32 = 20.0;
/// Pairs of a round that share a feature.
const OF_ONE: usize = 8;
/// A role below this share moves no weight.
const FAINT: f32 = 0.01;

/// A line whose role is not sure.
struct Row {
    /// Its features that may be paired, by their place among those.
    features: Vec<u16>,
    scores: Shares,
    allowed: [bool; N_ROLES],
    weight: f32,
    pairs: Vec<u16>,
}

impl Row {
    fn gradient(&self, weights: &[Shares]) -> (Shares, Shares) {
        let mut scores = self.scores;
        for pair in &self.pairs {
            for (score, weight) in scores.iter_mut().zip(&weights[usize::from(*pair)]) {
                *score += weight;
            }
        }
        let got = softmax(&scores);
        let mass: f32 = got.iter().zip(&self.allowed).filter(|(_, may)| **may).map(|(p, _)| p).sum();
        let wanted = |r: usize| if self.allowed[r] { got[r] / mass.max(1e-9) } else { 0.0 };
        (std::array::from_fn(|r| self.weight * (got[r] - wanted(r))), got)
    }
}

/// Finds the pairs for a second reading.
pub(super) fn learn(samples: &[&SecondSample], second: &Second, settings: PairSettings) -> Pairs {
    let paired: Vec<usize> = (0..N_SECOND).filter(|f| PAIRED[*f]).collect();
    let mut place = vec![u16::MAX; N_SECOND];
    for (at, f) in paired.iter().enumerate() {
        place[*f] = u16::try_from(at).unwrap_or(u16::MAX);
    }
    let mut rows: Vec<Row> = samples.iter().flat_map(|sample| unsure(sample, second, &place)).collect();
    let n = paired.len();
    let (mut taken, mut weights): (Vec<(usize, usize)>, Vec<Shares>) = (Vec::new(), Vec::new());
    let mut sums: Vec<Shares> = Vec::new();
    let mut random = Random::default();
    let mut mean: Vec<Shares> = Vec::new();
    for round in 0..ROUNDS {
        let wanted = settings.most * (round + 1) / ROUNDS;
        let mut of_feature = vec![0; n];
        for (first, second) in ranked(&rows, &weights, n) {
            if taken.len() >= wanted {
                break;
            }
            if of_feature[first].max(of_feature[second]) < OF_ONE && !taken.contains(&(first, second)) {
                of_feature[first] += 1;
                of_feature[second] += 1;
                taken.push((first, second));
            }
        }
        weights.resize(taken.len(), [0.0; N_ROLES]);
        sums.resize(taken.len(), [1e-6; N_ROLES]);
        let counts = count(&mut rows, &taken, n);
        let mut order: Vec<usize> = (0..rows.len()).collect();
        mean = vec![[0.0; N_ROLES]; taken.len()];
        for epoch in 0..EPOCHS {
            random.shuffle(&mut order);
            for row in order.iter().map(|i| &rows[*i]).filter(|row| !row.pairs.is_empty()) {
                let (gradient, _) = row.gradient(&weights);
                for pair in row.pairs.iter().map(|pair| usize::from(*pair)) {
                    let pull = settings.pull / counts[pair];
                    for r in 0..N_ROLES {
                        let g = gradient[r] + pull * weights[pair][r];
                        sums[pair][r] += g * g;
                        weights[pair][r] -= RATE * g / sums[pair][r].sqrt().max(0.3);
                    }
                }
            }
            if epoch * 2 >= EPOCHS {
                for (a, b) in mean.iter_mut().flatten().zip(weights.iter().flatten()) {
                    *a += b / (EPOCHS - EPOCHS / 2) as f32;
                }
            }
        }
    }
    let whole = taken.iter().zip(mean);
    Pairs::of(
        whole
            .map(|((first, second), row)| (paired[*first], paired[*second], row.map(|w| w * settings.trust)))
            .collect(),
    )
}

/// The lines of a sample that the second reading leaves unsure.
fn unsure(sample: &SecondSample, second: &Second, place: &[u16]) -> Vec<Row> {
    let row = |i: usize| {
        let mut scores = offsets(&sample.first[i]);
        for f in &sample.features[i] {
            for (score, weight) in scores.iter_mut().zip(&second.weights[*f as usize]) {
                *score += weight;
            }
        }
        let mut features: Vec<u16> =
            sample.features[i].iter().map(|f| place[*f as usize]).filter(|at| *at != u16::MAX).collect();
        features.sort_unstable();
        is_unsure(&softmax(&scores)).then(|| Row {
            features,
            scores,
            allowed: sample.allowed[i],
            weight: sample.weight,
            pairs: Vec::new(),
        })
    };
    (0..sample.features.len()).filter_map(row).collect()
}

/// All pairs, those first along which the error falls most.
fn ranked(rows: &[Row], weights: &[Shares], n: usize) -> Vec<(usize, usize)> {
    let mut slopes = vec![[0.0_f32; N_ROLES]; n * n];
    let mut curves = slopes.clone();
    for row in rows {
        let (gradient, got) = row.gradient(weights);
        let moved: Vec<usize> =
            (0..N_ROLES).filter(|r| got[*r] > FAINT || gradient[*r].abs() > FAINT).collect();
        for (k, first) in row.features.iter().enumerate() {
            for second in &row.features[k + 1..] {
                let at = usize::from(*first) * n + usize::from(*second);
                for &r in &moved {
                    slopes[at][r] += gradient[r];
                    curves[at][r] += row.weight * got[r] * (1.0 - got[r]);
                }
            }
        }
    }
    let gain = |at: usize| -> f32 {
        slopes[at].iter().zip(&curves[at]).map(|(slope, curve)| slope * slope / (curve + DAMPING)).sum()
    };
    let mut gains: Vec<(f32, usize)> =
        (0..n * n).map(|at| (gain(at), at)).filter(|(gain, _)| *gain > 0.0).collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    gains.into_iter().map(|(_, at)| (at / n, at % n)).collect()
}

/// Notes which pairs each line has; gives how many lines have each.
fn count(rows: &mut [Row], taken: &[(usize, usize)], n: usize) -> Vec<f32> {
    let mut by_first: Vec<Vec<(usize, u16)>> = vec![Vec::new(); n];
    for (pair, (first, second)) in taken.iter().enumerate() {
        by_first[*first].push((*second, u16::try_from(pair).unwrap_or(u16::MAX)));
    }
    let mut counts = vec![0.0; taken.len()];
    for row in rows {
        let mut has = vec![false; n];
        row.features.iter().for_each(|f| has[usize::from(*f)] = true);
        let first = |f: &u16| by_first[usize::from(*f)].iter().filter(|(second, _)| has[*second]);
        row.pairs = row.features.iter().flat_map(first).map(|(_, pair)| *pair).collect();
        row.pairs.iter().for_each(|pair| counts[usize::from(*pair)] += 1.0);
    }
    counts
}
