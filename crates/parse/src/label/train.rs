//! Learns the table of weights from labelled documents: maximum likelihood of the course of states, with a pull of all
//! weights towards zero.

use wirecopy_model::LineRole;

use super::features::{self, N_FEATURES};
use super::model::{Model, Row};
use super::observe;
use super::states::{N_STATES, STATES, states_of};
use crate::wrapped::AsRead;

const N_ROLES: usize = LineRole::ALL.len();

/// A labelled document, ready to learn from.
#[derive(Debug)]
pub struct Sample {
    features: Vec<Vec<u32>>,
    /// States that each line may have, as bits; one bit where the label is sure.
    allowed: Vec<u64>,
    weight: f32,
}

impl Sample {
    /// Observes a text whose lines carry these roles; `None` when the numbers of lines differ.
    #[must_use]
    pub fn new(text: &str, roles: &[LineRole], weight: f32) -> Option<Self> {
        let read = AsRead::new(text);
        let features = features_of(&read).filter(|_| read.has_lines(roles.len()))?;
        let roles: Vec<LineRole> = read.members.iter().map(|group| roles[group.start]).collect();
        let allowed = states_of(&roles).into_iter().map(|state| 1 << state).collect();
        Some(Self { features, allowed, weight })
    }

    /// Observes a text whose lines may have any of several roles: labels that were derived, not read.
    #[must_use]
    pub fn weak(text: &str, roles: &[Vec<LineRole>], weight: f32) -> Option<Self> {
        let read = AsRead::new(text);
        let features = features_of(&read).filter(|_| read.has_lines(roles.len()))?;
        let states_that_may_be = |roles: &Vec<LineRole>| {
            let may_be = |s: &usize| roles.is_empty() || roles.contains(&STATES[*s].1);
            (0..N_STATES).filter(may_be).fold(0, |bits, s| bits | 1 << s)
        };
        let allowed = read.members.iter().map(|group| states_that_may_be(&roles[group.start])).collect();
        Some(Self { features, allowed, weight })
    }
}

/// The features of each line; `None` when there is no line.
fn features_of(read: &AsRead<'_>) -> Option<Vec<Vec<u32>>> {
    let observed = observe::observe(&read.text, &read.page);
    let shapes = features::shapes(&observed.sets);
    let of_line = |i| {
        let mut active = Vec::new();
        features::each(&observed.sets, &shapes, i, |f| active.push(u32::try_from(f).unwrap_or(0)));
        active
    };
    let n = read.page.lines.len();
    (n > 0).then(|| (0..n).map(of_line).collect())
}

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Passes over all samples.
    pub epochs: usize,
    /// First step width.
    pub rate: f32,
    /// Pull towards zero.
    pub pull: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 16, rate: 0.15, pull: 8.0 }
    }
}

/// Weights while they are learnt: shared by the states of a role, and each state's own.
struct Learner {
    model: Model,
    shared: Vec<[f32; N_ROLES]>,
    own: Vec<Row>,
    shared_sum: Vec<[f32; N_ROLES]>,
    own_sum: Vec<Row>,
    transition_sum: Vec<Row>,
    start_sum: Row,
    end_sum: Row,
    counts: Vec<f32>,
    role_of: [usize; N_STATES],
    settings: Settings,
}

/// Learns a model. Same samples, same settings: same model.
#[must_use]
pub(crate) fn learn(samples: &[&Sample], settings: Settings) -> Model {
    let zero = Model::zero();
    let width = zero.start;
    let mut role_of = [0; N_STATES];
    for (s, state) in STATES.iter().enumerate() {
        role_of[s] = LineRole::ALL.iter().position(|role| *role == state.1).unwrap_or(0);
    }
    let mut learner = Learner {
        shared: vec![[0.0; N_ROLES]; N_FEATURES],
        own: vec![width; N_FEATURES],
        shared_sum: vec![[1e-6; N_ROLES]; N_FEATURES],
        own_sum: vec![width.map(|_| 1e-6); N_FEATURES],
        transition_sum: vec![width.map(|_| 1e-6); N_STATES],
        start_sum: width.map(|_| 1e-6),
        end_sum: width.map(|_| 1e-6),
        counts: vec![0.0; N_FEATURES],
        role_of,
        settings,
        model: zero,
    };
    let mut seen = [[0u32; N_STATES]; N_STATES];
    for sample in samples {
        for active in &sample.features {
            for f in active {
                learner.counts[*f as usize] += 1.0;
            }
        }
        for pair in sample.allowed.windows(2) {
            for (p, row) in seen.iter_mut().enumerate().filter(|(p, _)| pair[0] & (1 << p) != 0) {
                debug_assert!(p < N_STATES);
                for (s, count) in row.iter_mut().enumerate() {
                    *count += u32::from(pair[1] & (1 << s) != 0);
                }
            }
        }
    }
    let mut average = Average::new(&learner.model);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = Random::default();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for &i in &order {
            learner.step(samples[i]);
        }
        if epoch * 2 >= settings.epochs {
            average.add(&learner.model);
        }
    }
    let mut model = average.mean();
    model.discourage_unseen(&seen);
    model
}

/// Random order with a fixed seed.
pub(super) struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }
}

impl Random {
    pub(super) fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            let j = usize::try_from(self.0 % (i as u64 + 1)).unwrap_or(0);
            order.swap(i, j);
        }
    }
}

/// The mean of the models after each pass of the second half: steadier than the last one.
struct Average {
    sum: Model,
    n: f32,
}

impl Average {
    fn new(like: &Model) -> Self {
        let mut sum = like.clone();
        each_row(&mut sum, like, |a, _| *a = 0.0);
        Self { sum, n: 0.0 }
    }

    fn add(&mut self, model: &Model) {
        each_row(&mut self.sum, model, |a, b| *a += b);
        self.n += 1.0;
    }

    fn mean(mut self) -> Model {
        let n = self.n.max(1.0);
        let like = self.sum.clone();
        each_row(&mut self.sum, &like, |a, _| *a /= n);
        self.sum
    }
}

/// Calls with every pair of weights of two models.
fn each_row(to: &mut Model, from: &Model, mut call: impl FnMut(&mut f32, f32)) {
    let rows = to.emissions.iter_mut().chain(&mut to.transitions).chain([&mut to.start, &mut to.end]);
    let others = from.emissions.iter().chain(&from.transitions).chain([&from.start, &from.end]);
    for (row, other) in rows.zip(others) {
        row.iter_mut().zip(other).for_each(|(a, b)| call(a, *b));
    }
}

impl Learner {
    fn step(&mut self, sample: &Sample) {
        let n = sample.features.len();
        let mut emissions = vec![Model::zero().start; n];
        for (row, active) in emissions.iter_mut().zip(&sample.features) {
            for f in active {
                for (sum, weight) in row.iter_mut().zip(&self.model.emissions[*f as usize]) {
                    *sum += weight;
                }
            }
        }
        let (marginals, pairs) = expectations(&self.model, &emissions, None);
        let (wanted, wanted_pairs) = expectations(&self.model, &emissions, Some(&sample.allowed));
        let w = sample.weight;
        for (i, active) in sample.features.iter().enumerate() {
            let mut gradient = marginals[i];
            let mut by_role = [0.0f32; N_ROLES];
            for s in 0..N_STATES {
                gradient[s] = w * (gradient[s] - wanted[i][s]);
                by_role[self.role_of[s]] += gradient[s];
            }
            for f in active {
                self.update_feature(*f as usize, &gradient, &by_role);
            }
        }
        let (rate, pull) = (self.settings.rate, self.settings.pull);
        for p in 0..N_STATES {
            for s in 0..N_STATES {
                let gradient =
                    w * (pairs[p][s] - wanted_pairs[p][s]) + pull * 0.002 * self.model.transitions[p][s];
                self.transition_sum[p][s] += gradient * gradient;
                self.model.transitions[p][s] -= rate * gradient / self.transition_sum[p][s].sqrt().max(0.1);
            }
        }
        for s in 0..N_STATES {
            let first = w * (marginals[0][s] - wanted[0][s]);
            self.start_sum[s] += first * first;
            self.model.start[s] -= rate * first / self.start_sum[s].sqrt().max(0.1);
            let last = w * (marginals[n - 1][s] - wanted[n - 1][s]);
            self.end_sum[s] += last * last;
            self.model.end[s] -= rate * last / self.end_sum[s].sqrt().max(0.1);
        }
    }

    fn update_feature(&mut self, f: usize, gradient: &Row, by_role: &[f32; N_ROLES]) {
        let (rate, pull) = (self.settings.rate, self.settings.pull / self.counts[f]);
        for (r, role_gradient) in by_role.iter().enumerate() {
            let g = role_gradient + pull * self.shared[f][r];
            self.shared_sum[f][r] += g * g;
            self.shared[f][r] -= rate * g / self.shared_sum[f][r].sqrt().max(0.3);
        }
        for (s, state_gradient) in gradient.iter().enumerate().take(N_STATES) {
            let g = state_gradient + 2.0 * pull * self.own[f][s];
            self.own_sum[f][s] += g * g;
            self.own[f][s] -= rate * g / self.own_sum[f][s].sqrt().max(0.3);
            self.model.emissions[f][s] = self.own[f][s] + self.shared[f][self.role_of[s]];
        }
    }
}

/// Expected states and expected pairs of neighbouring states under the model.
fn expectations(
    model: &Model,
    emissions: &[Row],
    allowed: Option<&[u64]>,
) -> (Vec<Row>, Vec<[f32; N_STATES]>) {
    let n = emissions.len();
    let local: Vec<[f32; N_STATES]> = emissions
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let may = |s: usize| allowed.is_none_or(|allowed| allowed[i] & (1 << s) != 0);
            let top = (0..N_STATES).filter(|s| may(*s)).map(|s| row[s]).fold(f32::NEG_INFINITY, f32::max);
            std::array::from_fn(|s| if may(s) { (row[s] - top).exp() } else { 0.0 })
        })
        .collect();
    let trans: Vec<[f32; N_STATES]> =
        model.transitions.iter().map(|row| std::array::from_fn(|s| row[s].exp())).collect();
    let scale = |row: &mut [f32; N_STATES]| {
        let sum: f32 = row.iter().sum::<f32>().max(1e-30);
        row.iter_mut().for_each(|v| *v /= sum);
    };
    let mut forward = vec![[0.0f32; N_STATES]; n];
    forward[0] = std::array::from_fn(|s| model.start[s].exp() * local[0][s]);
    scale(&mut forward[0]);
    for i in 1..n {
        let mut next = [0.0f32; N_STATES];
        for p in 0..N_STATES {
            let mass = forward[i - 1][p];
            for s in 0..N_STATES {
                next[s] += mass * trans[p][s];
            }
        }
        for s in 0..N_STATES {
            next[s] *= local[i][s];
        }
        scale(&mut next);
        forward[i] = next;
    }
    let mut marginals = vec![Model::zero().start; n];
    let mut pairs = vec![[0.0f32; N_STATES]; N_STATES];
    let mut backward: [f32; N_STATES] = std::array::from_fn(|s| model.end[s].exp());
    for i in (0..n).rev() {
        let mut here: [f32; N_STATES] = std::array::from_fn(|s| forward[i][s] * backward[s]);
        scale(&mut here);
        marginals[i][..N_STATES].copy_from_slice(&here);
        if i == 0 {
            break;
        }
        let onward: [f32; N_STATES] = std::array::from_fn(|s| local[i][s] * backward[s]);
        let mut total = 0.0f32;
        let mut joint = [[0.0f32; N_STATES]; N_STATES];
        let mut previous = [0.0f32; N_STATES];
        for p in 0..N_STATES {
            let mass = forward[i - 1][p];
            let mut sum = 0.0;
            for s in 0..N_STATES {
                let flow = trans[p][s] * onward[s];
                sum += flow;
                joint[p][s] = mass * flow;
            }
            previous[p] = sum;
            total += mass * sum;
        }
        let total = total.max(1e-30);
        for p in 0..N_STATES {
            for s in 0..N_STATES {
                pairs[p][s] += joint[p][s] / total;
            }
        }
        scale(&mut previous);
        backward = previous;
    }
    (marginals, pairs)
}
