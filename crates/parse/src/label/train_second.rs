//! Learns the table of the second reading from first readings of documents that the chain had not seen.

use wirecopy_model::LineRole;

use super::second::{Second, offsets, softmax};
use super::second_blocks::{N_ROLES, N_SECOND};
use super::second_found::{Found, Shares};
use super::train::Settings;
use super::{chain::Chain, first_reading, observe};
use crate::wrapped::AsRead;

/// How much of what was learnt is kept. Answers about a reading repeat what led to it, so together they say it too often.
const TRUST: f32 = 0.35;

/// A labelled document under the chain's first reading.
#[derive(Debug)]
pub struct SecondSample {
    first: Vec<Shares>,
    features: Vec<Vec<u32>>,
    /// Roles that each line may have.
    allowed: Vec<[bool; N_ROLES]>,
    weight: f32,
}

impl SecondSample {
    /// Reads a text with a chain; a line without roles may have any. `None` when the numbers of lines differ.
    pub(crate) fn new(text: &str, chain: &Chain, roles: &[Vec<LineRole>], weight: f32) -> Option<Self> {
        let read = AsRead::new(text);
        if !read.has_lines(roles.len()) {
            return None;
        }
        let AsRead { text, page, members } = read;
        let roles: Vec<&Vec<LineRole>> = members.iter().map(|group| &roles[group.start]).collect();
        let observed = observe::observe(&text, &page);
        let (_, first) = first_reading(&page, chain, &observed);
        let found = Found::new(&text, &page.lines, &observed, &first);
        let features = (0..roles.len())
            .map(|i| {
                let mut active = Vec::new();
                found.each(i, |f| active.push(u32::try_from(f).unwrap_or(0)));
                active
            })
            .collect();
        let allowed = roles
            .iter()
            .map(|roles| LineRole::ALL.map(|role| roles.is_empty() || roles.contains(&role)))
            .collect();
        Some(Self { first, features, allowed, weight })
    }
}

/// Learns a model. Same samples, same settings: same model.
pub(crate) fn learn(samples: &[&SecondSample], settings: Settings) -> Second {
    let mut model = Second { weights: vec![[0.0; N_ROLES]; N_SECOND] };
    let mut sums = vec![[1e-6f32; N_ROLES]; N_SECOND];
    let mut counts = vec![0.0f32; N_SECOND];
    for f in samples.iter().flat_map(|s| s.features.iter().flatten()) {
        counts[*f as usize] += 1.0;
    }
    let mut mean = model.clone();
    let mut n_means = 0.0f32;
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = super::train::Random::default();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for sample in order.iter().map(|i| samples[*i]) {
            for (i, active) in sample.features.iter().enumerate() {
                let mut scores = offsets(&sample.first[i]);
                for f in active {
                    for (score, weight) in scores.iter_mut().zip(&model.weights[*f as usize]) {
                        *score += weight;
                    }
                }
                let got = softmax(&scores);
                let allowed = &sample.allowed[i];
                let mass: f32 = got.iter().zip(allowed).filter(|(_, may)| **may).map(|(p, _)| p).sum();
                let gradient: Shares = std::array::from_fn(|r| {
                    let wanted = if allowed[r] { got[r] / mass.max(1e-9) } else { 0.0 };
                    sample.weight * (got[r] - wanted)
                });
                for f in active.iter().map(|f| *f as usize) {
                    let pull = settings.pull / counts[f];
                    for r in 0..N_ROLES {
                        let g = gradient[r] + pull * model.weights[f][r];
                        sums[f][r] += g * g;
                        model.weights[f][r] -= settings.rate * g / sums[f][r].sqrt().max(0.3);
                    }
                }
            }
        }
        if epoch * 2 >= settings.epochs {
            n_means += 1.0;
            for (a, b) in mean.weights.iter_mut().zip(&model.weights) {
                a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
            }
        }
    }
    mean.weights.iter_mut().flatten().for_each(|w| *w *= TRUST / n_means.max(1.0));
    mean
}
