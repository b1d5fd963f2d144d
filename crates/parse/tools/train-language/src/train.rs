//! From snippets to quantised weights.

use crate::corpus::Corpus;
use crate::features::{self, WAYS};
use crate::random::Random;
use crate::script::Script;

/// Slots of the first training, as a power of two; a slot's number must fit `u16`.
const WIDE_BITS: u32 = 16;
/// Passes over the examples in the second.
const EPOCHS: usize = 4;
const RATE: f32 = 0.5;
/// Pull of every weight that an example touches towards zero.
const DECAY: f32 = 2e-6;
/// Share of n-grams hidden from an example at random, so that no single one carries a language.
const DROPOUT: f64 = 0.3;
/// Examples that are right with this probability teach nothing more.
const SURE: f32 = 0.998;

pub struct Trained {
    pub slot_bits: u32,
    pub row_len: usize,
    pub scale: f32,
    pub fingerprints: Vec<u16>,
    pub weights: Vec<i8>,
}

struct Example {
    class: u16,
    slots: Box<[(u16, bool)]>,
}

/// Trains twice: with many n-grams, to learn which ones the decision leans on, then with the best of those.
pub fn train(script: Script, corpora: &[Corpus], weights: &[f64], slot_bits: u32) -> Trained {
    match corpora.len().next_multiple_of(16) {
        16 => rows::<16>(script, corpora, weights, slot_bits),
        32 => rows::<32>(script, corpora, weights, slot_bits),
        48 => rows::<48>(script, corpora, weights, slot_bits),
        _ => rows::<64>(script, corpora, weights, slot_bits),
    }
}

fn rows<const N: usize>(script: Script, corpora: &[Corpus], weights: &[f64], slot_bits: u32) -> Trained {
    let ngrams = count(script, corpora, weights);
    let wide = Owners::choose(ngrams.iter().map(|n| (n.hash, n.says, [0.0; N])), WIDE_BITS);
    let mut table = wide.rows.clone();
    descend(&mut examples(script, corpora, &wide), corpora.len(), &mut table, 2);
    // What an n-gram does for the decision: how often it comes, times how much its weights differ.
    let useful = ngrams.iter().filter_map(|n| {
        let row = table[wide.slot(n.hash)?];
        let mean = row[..corpora.len()].iter().sum::<f32>() / corpora.len() as f32;
        let spread: f32 = row[..corpora.len()].iter().map(|w| (w - mean).powi(2)).sum();
        Some((n.hash, n.share.powf(0.8) * f64::from(spread), row))
    });
    let narrow = Owners::choose(useful, slot_bits);
    let mut table = narrow.rows.clone();
    descend(&mut examples(script, corpora, &narrow), corpora.len(), &mut table, EPOCHS);
    // The scale leaves one weight in ten thousand clipped: the few extreme ones would cost all others precision.
    let mut sizes: Vec<f32> = table.iter().flatten().map(|w| w.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let scale = sizes[sizes.len() - 1 - sizes.len() / 10_000] / 127.0;
    Trained {
        slot_bits,
        row_len: N,
        scale,
        fingerprints: narrow
            .hashes
            .iter()
            .map(|&h| if h == 0 { 0 } else { features::fingerprint(h) })
            .collect(),
        weights: table.iter().flatten().map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8).collect(),
    }
}

/// Which n-gram owns each slot, with a row of weights to begin from.
struct Owners<const N: usize> {
    hashes: Vec<u64>,
    rows: Vec<[f32; N]>,
    slot_bits: u32,
}

impl<const N: usize> Owners<N> {
    /// Of the n-grams that fall on a bucket, the most valuable stay. Of two with one fingerprint only one can.
    fn choose(candidates: impl Iterator<Item = (u64, f64, [f32; N])>, slot_bits: u32) -> Self {
        let mut sorted: Vec<_> = candidates.collect();
        sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut owners =
            Self { hashes: vec![0; 1 << slot_bits], rows: vec![[0.0; N]; 1 << slot_bits], slot_bits };
        for (hash, _, row) in sorted {
            let first = features::bucket(hash, slot_bits) * WAYS;
            let bucket = &owners.hashes[first..first + WAYS];
            if bucket.iter().any(|&h| h != 0 && features::fingerprint(h) == features::fingerprint(hash)) {
                continue;
            }
            if let Some(way) = bucket.iter().position(|&h| h == 0) {
                owners.hashes[first + way] = hash;
                owners.rows[first + way] = row;
            }
        }
        owners
    }

    fn slot(&self, hash: u64) -> Option<usize> {
        let first = features::bucket(hash, self.slot_bits) * WAYS;
        (first..first + WAYS).find(|&slot| self.hashes[slot] == hash)
    }
}

fn examples<const N: usize>(script: Script, corpora: &[Corpus], owners: &Owners<N>) -> Vec<Example> {
    let mut examples = Vec::new();
    for (class, corpus) in corpora.iter().enumerate() {
        for snippet in &corpus.snippets {
            let mut slots = Vec::new();
            let see = |hash, capital| slots.extend(owners.slot(hash).map(|slot| (slot as u16, capital)));
            features::each(snippet, script, &mut Told(see));
            examples.push(Example { class: class as u16, slots: slots.into() });
        }
    }
    examples
}

/// A closure that is told of every n-gram.
struct Told<F>(F);

impl<F: FnMut(u64, bool)> features::Reader for Told<F> {
    fn see(&mut self, hash: u64, capital: bool) {
        self.0(hash, capital);
    }
}

struct Ngram {
    hash: u64,
    /// Share of all n-grams, the mean over the languages.
    share: f64,
    /// What it says about the language: the sum over languages of its share there times the logarithm of
    /// that share over the mean.
    says: f64,
}

fn count(script: Script, corpora: &[Corpus], weights: &[f64]) -> Vec<Ngram> {
    let mut counts: Vec<(u64, u16, f64)> = Vec::new();
    for (class, corpus) in corpora.iter().enumerate() {
        let mut hashes = Vec::new();
        for snippet in corpus.snippets.iter().step_by(2) {
            features::each(snippet, script, &mut Told(|hash, _| hashes.push(hash)));
        }
        hashes.sort_unstable();
        let total = hashes.len() as f64;
        for run in hashes.chunk_by(|a, b| a == b).filter(|run| run.len() > 3) {
            counts.push((run[0], class as u16, run.len() as f64 / total));
        }
    }
    counts.sort_by_key(|&(hash, class, _)| (hash, class));
    let all: f64 = weights.iter().sum();
    counts
        .chunk_by(|a, b| a.0 == b.0)
        .map(|run| {
            let share = run.iter().map(|&(_, c, p)| weights[usize::from(c)] * p).sum::<f64>() / all;
            let says = run.iter().map(|&(_, c, p)| weights[usize::from(c)] * p * (p / share).ln()).sum();
            Ngram { hash: run[0].0, share, says }
        })
        .collect()
}

/// Multinomial logistic regression by stochastic gradient descent, with a step of its own for each row.
fn descend<const N: usize>(examples: &mut [Example], classes: usize, table: &mut [[f32; N]], epochs: usize) {
    let mut seen = vec![1f32; table.len()];
    let mut random = Random(7);
    let mut kept: Vec<(u16, f32)> = Vec::new();
    for epoch in 0..epochs {
        random.shuffle(examples);
        let rate = RATE * (1.0 - epoch as f32 / epochs as f32);
        let (mut right, mut loss) = (0usize, 0.0);
        for example in examples.iter() {
            kept.clear();
            for &(slot, capital) in &example.slots {
                if random.unit() >= DROPOUT {
                    kept.push((slot, if capital { 0.5 } else { 1.0 }));
                }
            }
            let mut scores = [0f32; N];
            for &(slot, value) in &kept {
                for (s, w) in scores.iter_mut().zip(&table[usize::from(slot)]) {
                    *s += value * w;
                }
            }
            let top = scores[..classes].iter().copied().fold(f32::MIN, f32::max);
            let class = usize::from(example.class);
            right += usize::from(scores[class] == top);
            let mut total = 0.0;
            for s in &mut scores[..classes] {
                *s = (*s - top).exp();
                total += *s;
            }
            for s in &mut scores {
                *s /= total;
            }
            loss -= f64::from(scores[class].max(1e-9).ln());
            if scores[class] > SURE {
                continue;
            }
            scores[class] -= 1.0;
            scores[classes..].fill(0.0);
            let size: f32 = scores.iter().map(|g| g * g).sum();
            for &(slot, value) in &kept {
                let slot = usize::from(slot);
                seen[slot] += value * size;
                let step = value * rate / (seen[slot].sqrt() * (kept.len() as f32).sqrt());
                for (w, g) in table[slot].iter_mut().zip(&scores) {
                    *w -= step * g + DECAY * *w;
                }
            }
        }
        let n = examples.len() as f64;
        println!("  pass {}: right {:.4}, loss {:.4}", epoch + 1, right as f64 / n, loss / n);
    }
}
