//! Weights of two features that a line has together.
//!
//! That a line is short says little, that it stands under the headline says little more; that both hold makes it a deck or a
//! byline. Which pairs tell more than their parts is learnt (`train_pairs.rs`), and most do not.

use super::second_blocks::{self as blocks, N_SECOND};
use super::second_found::Shares;

/// Pairs by their first feature.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    /// Where those of each feature begin, and behind them their number.
    from: Vec<u16>,
    second: Vec<u16>,
    weights: Vec<Shares>,
}

/// Pairs while they are read.
pub(super) struct Builder {
    named: Vec<(u64, usize)>,
    pairs: Vec<(usize, usize, Shares)>,
}

impl Builder {
    /// Takes a pair by its names; passes over one whose names are not known.
    pub(super) fn push(&mut self, first: &str, second: &str, row: Shares) {
        if self.named.is_empty() {
            self.named = blocks::paired_by_name();
        }
        let found = blocks::paired(&self.named, first).zip(blocks::paired(&self.named, second));
        self.pairs.extend(found.map(|(first, second)| (first, second, row)));
    }

    pub(super) fn done(self) -> Pairs {
        Pairs::of(self.pairs)
    }
}

impl Pairs {
    pub(super) fn builder() -> Builder {
        Builder { named: Vec::new(), pairs: Vec::new() }
    }

    /// Pairs of features, with what each says for each role.
    pub(super) fn of(mut pairs: Vec<(usize, usize, Shares)>) -> Self {
        pairs.sort_by_key(|(first, second, _)| (*first, *second));
        let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let mut from = vec![0_u16; if pairs.is_empty() { 0 } else { N_SECOND + 1 }];
        for (first, ..) in &pairs {
            from[first + 1] += 1;
        }
        for at in 1..from.len() {
            from[at] += from[at - 1];
        }
        let second = pairs.iter().map(|(_, second, _)| number(*second)).collect();
        Self { from, second, weights: pairs.into_iter().map(|(.., row)| row).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.second.is_empty()
    }

    /// Calls with the number of each pair that a line has, by its features.
    pub(super) fn had(&self, features: &[u16], mut call: impl FnMut(usize)) {
        let mut has = [0_u64; N_SECOND.div_ceil(64)];
        for feature in features {
            has[usize::from(*feature) / 64] |= 1 << (feature % 64);
        }
        for first in features.iter().map(|first| usize::from(*first)) {
            for at in usize::from(self.from[first])..usize::from(self.from[first + 1]) {
                let second = usize::from(self.second[at]);
                if has[second / 64] >> (second % 64) & 1 == 1 {
                    call(at);
                }
            }
        }
    }

    /// Adds the weights of the pairs that a line has.
    pub(super) fn add(&self, features: &[u16], sums: &mut Shares) {
        self.had(features, |at| {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[at]) {
                *sum += weight;
            }
        });
    }

    /// Calls with each pair and its weights.
    #[cfg(any(test, feature = "train"))]
    pub(super) fn each(&self, mut call: impl FnMut(usize, usize, &Shares)) {
        for first in 0..self.from.len().saturating_sub(1) {
            for at in usize::from(self.from[first])..usize::from(self.from[first + 1]) {
                call(first, usize::from(self.second[at]), &self.weights[at]);
            }
        }
    }

    /// What each pair that a line has says for a role against another, with the words of both features.
    pub(super) fn reasons(&self, features: &[u16], own: usize, rival: usize) -> Vec<(String, f32)> {
        let mut reasons = Vec::new();
        if !self.is_empty() {
            let first = |at: usize| self.from.partition_point(|from| usize::from(*from) <= at) - 1;
            self.had(features, |at| {
                let weight = self.weights[at][own] - self.weights[at][rival];
                let words = format!(
                    "{}, and {}",
                    blocks::words(first(at)),
                    blocks::words(usize::from(self.second[at]))
                );
                reasons.push((words, weight));
            });
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;
    use crate::label::second_blocks::{N_ROLES, N_SECOND};

    #[test]
    fn only_pairs_that_a_line_has_whole_count() {
        let last = N_SECOND - 1;
        let pairs =
            Pairs::of(vec![(7, last, [2.0; N_ROLES]), (3, 70, [1.0; N_ROLES]), (3, 9, [4.0; N_ROLES])]);
        let sum = |features: &[u16]| {
            let mut sums = [0.0; N_ROLES];
            pairs.add(features, &mut sums);
            sums[0]
        };
        let last = u16::try_from(last).unwrap_or_default();
        assert_eq!([sum(&[3, 7]), sum(&[3, 70, 7]), sum(&[3, 9, 70, 7, last])], [0.0, 1.0, 7.0]);
        assert_eq!(pairs.reasons(&[3, 9], 0, 1).len(), 1);
        assert!(Pairs::of(Vec::new()).reasons(&[3, 9], 0, 1).is_empty());
    }
}
