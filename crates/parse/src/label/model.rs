//! The table of weights and the best course of states under it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::atoms::AtomSet;
use super::features::{self, N_FEATURES};
use super::states::{N_STATES, STATES};

/// One value for each state, padded so that rows add up in whole vector registers.
pub(crate) type Row = [f32; ROW];
const ROW: usize = N_STATES.next_multiple_of(4);
const _: () = assert!(N_STATES <= ROW);

/// Weights of a linear-chain model.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// One row a feature.
    pub(crate) emissions: Vec<Row>,
    /// `transitions[from][to]`.
    pub(crate) transitions: Vec<Row>,
    pub(crate) start: Row,
    pub(crate) end: Row,
}

/// What no training document did: improbable, not impossible.
#[cfg(feature = "train")]
const UNSEEN: f32 = -4.0;
/// Weights below this many hundredths are not written: they decide nothing and double the table.
#[cfg(feature = "train")]
const LEAST: f32 = 5.0;
/// Weights are written in hundredths.
const SCALE: f32 = 100.0;

impl Model {
    /// A model that knows nothing.
    pub(crate) fn zero() -> Self {
        Self {
            emissions: vec![[0.0; ROW]; N_FEATURES],
            transitions: vec![[0.0; ROW]; N_STATES],
            start: [0.0; ROW],
            end: [0.0; ROW],
        }
    }

    /// The model of the crate.
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(include_str!("weights.tsv")))
    }

    /// Reads a table: a line `name<TAB>state=hundredths ...` for each row that is not zero. Names that are not known
    /// (of an atom that was since renamed) are passed over.
    pub(crate) fn read(table: &str) -> Self {
        let mut model = Self::zero();
        let states: HashMap<&str, usize> = STATES.iter().enumerate().map(|(i, s)| (s.0, i)).collect();
        let names: HashMap<String, usize> = (0..N_FEATURES).map(|i| (features::name(i), i)).collect();
        for line in table.lines() {
            let Some((name, cells)) = line.split_once('\t') else { continue };
            let row = match name.split_once(' ') {
                Some(("from", state)) => states.get(state).map(|at| &mut model.transitions[*at]),
                _ if name == "start" => Some(&mut model.start),
                _ if name == "end" => Some(&mut model.end),
                _ => names.get(name).map(|at| &mut model.emissions[*at]),
            };
            let Some(row) = row else { continue };
            for cell in cells.split(' ') {
                let Some((state, value)) = cell.split_once('=') else { continue };
                if let (Some(at), Ok(value)) = (states.get(state), value.parse::<f32>()) {
                    row[*at] = value / SCALE;
                }
            }
        }
        model
    }

    /// Writes the table that [`read`](Self::read) reads.
    #[cfg(feature = "train")]
    pub(crate) fn write(&self) -> String {
        let mut table = String::new();
        let mut line = |name: &str, row: &Row| {
            let cells: Vec<String> = (0..N_STATES)
                .filter_map(|s| {
                    let hundredths = (row[s] * SCALE).round();
                    (hundredths.abs() >= LEAST).then(|| format!("{}={hundredths}", STATES[s].0))
                })
                .collect();
            if !cells.is_empty() {
                table.push_str(&format!("{name}\t{}\n", cells.join(" ")));
            }
        };
        line("start", &self.start);
        line("end", &self.end);
        for (s, row) in self.transitions.iter().enumerate() {
            line(&format!("from {}", STATES[s].0), row);
        }
        for (f, row) in self.emissions.iter().enumerate() {
            line(&features::name(f), row);
        }
        table
    }

    /// How well each state fits each line by itself.
    pub(crate) fn emit(&self, sets: &[AtomSet]) -> Vec<Row> {
        let shapes = features::shapes(sets);
        let mut rows = vec![[0.0; ROW]; sets.len()];
        for (i, row) in rows.iter_mut().enumerate() {
            // Summed apart from the table, so that the sums can stay in registers.
            let mut sums = [0.0; ROW];
            features::each(sets, &shapes, i, |feature| add(&mut sums, &self.emissions[feature]));
            *row = sums;
        }
        rows
    }

    /// The best course of states.
    pub(crate) fn best(&self, emissions: &[Row]) -> Vec<usize> {
        let n = emissions.len();
        if n == 0 {
            return Vec::new();
        }
        // Only the best scores are kept going forward, which is a maximum of whole registers; which predecessor gave one
        // is asked again on the way back, for the states of the course alone.
        let mut scores = vec![[0.0; ROW]; n];
        scores[0] = self.start;
        add(&mut scores[0], &emissions[0]);
        for i in 1..n {
            let mut next = [f32::NEG_INFINITY; ROW];
            for (p, row) in self.transitions.iter().enumerate() {
                let base = scores[i - 1][p];
                for s in 0..ROW {
                    let value = base + row[s];
                    next[s] = if value > next[s] { value } else { next[s] };
                }
            }
            add(&mut next, &emissions[i]);
            scores[i] = next;
        }
        let mut last = scores[n - 1];
        add(&mut last, &self.end);
        let mut state = (0..N_STATES).max_by(|a, b| last[*a].total_cmp(&last[*b])).unwrap_or(0);
        let mut course = vec![state; n];
        for i in (1..n).rev() {
            let mut best = f32::NEG_INFINITY;
            let mut from = 0;
            // Of equals the first, as everywhere.
            for (p, row) in self.transitions.iter().enumerate() {
                let value = scores[i - 1][p] + row[state];
                if value > best {
                    (best, from) = (value, p);
                }
            }
            state = from;
            course[i - 1] = state;
        }
        course
    }

    /// Probability of each state on each line, and the logarithm of the sum over all courses.
    pub(crate) fn marginals(&self, emissions: &[Row]) -> (Vec<Row>, f64) {
        let n = emissions.len();
        if n == 0 {
            return (Vec::new(), 0.0);
        }
        let exp_row = |row: &Row| row.map(f32::exp);
        // The model of the crate never changes, so its exponentials are taken once; one in training does.
        static SHIPPED: OnceLock<Odds> = OnceLock::new();
        let own;
        let odds = if std::ptr::eq(self, Self::shipped()) {
            SHIPPED.get_or_init(|| Odds::of(&self.transitions))
        } else {
            own = Odds::of(&self.transitions);
            &own
        };
        let mut log_sum = 0.0f64;
        // Emissions are shifted by their best value so that the exponentials stay in range.
        let local: Vec<Row> = emissions
            .iter()
            .map(|row| {
                let top = row[..N_STATES].iter().copied().fold(f32::NEG_INFINITY, f32::max);
                log_sum += f64::from(top);
                let mut shifted = [0.0; ROW];
                for s in 0..N_STATES {
                    shifted[s] = (row[s] - top).exp();
                }
                shifted
            })
            .collect();
        let mut forward = vec![[0.0; ROW]; n];
        forward[0] = exp_row(&self.start);
        multiply(&mut forward[0], &local[0]);
        log_sum += normalise(&mut forward[0]);
        for i in 1..n {
            let mut next = [0.0; ROW];
            for (p, row) in odds.from.iter().enumerate() {
                let mass = forward[i - 1][p];
                for s in 0..ROW {
                    next[s] += mass * row[s];
                }
            }
            multiply(&mut next, &local[i]);
            log_sum += normalise(&mut next);
            forward[i] = next;
        }
        let mut backward = exp_row(&self.end);
        let mut last = forward[n - 1];
        multiply(&mut last, &backward);
        log_sum += normalise(&mut last);
        normalise(&mut backward);
        let mut result = vec![[0.0; ROW]; n];
        result[n - 1] = last;
        for i in (0..n - 1).rev() {
            multiply(&mut backward, &local[i + 1]);
            let mut previous = [0.0; ROW];
            // All predecessors side by side; each still sums its successors in their order.
            for (row, mass) in odds.to.iter().zip(backward) {
                for s in 0..ROW {
                    previous[s] += mass * row[s];
                }
            }
            normalise(&mut previous);
            backward = previous;
            let mut here = forward[i];
            multiply(&mut here, &backward);
            normalise(&mut here);
            result[i] = here;
        }
        (result, log_sum)
    }

    /// Sets transitions that training never met.
    #[cfg(feature = "train")]
    pub(crate) fn discourage_unseen(&mut self, seen: &[[u32; N_STATES]]) {
        for (p, row) in self.transitions.iter_mut().enumerate() {
            for s in 0..N_STATES {
                if seen[p][s] == 0 {
                    row[s] = row[s].min(UNSEEN);
                }
            }
        }
    }
}

/// Transitions as odds instead of their logarithms.
struct Odds {
    /// `from[from][to]`
    from: Vec<Row>,
    /// `to[to][from]`
    to: Vec<Row>,
}

impl Odds {
    fn of(transitions: &[Row]) -> Self {
        let from: Vec<Row> = transitions.iter().map(|row| row.map(f32::exp)).collect();
        let mut to = vec![[0.0; ROW]; N_STATES];
        for (p, row) in from.iter().enumerate() {
            for (s, odds) in row[..N_STATES].iter().enumerate() {
                to[s][p] = *odds;
            }
        }
        Self { from, to }
    }
}

#[inline]
fn add(row: &mut Row, other: &Row) {
    for (a, b) in row.iter_mut().zip(other) {
        *a += b;
    }
}

fn multiply(row: &mut Row, other: &Row) {
    for (a, b) in row.iter_mut().zip(other) {
        *a *= b;
    }
}

/// Scales a row to sum 1 and gives the logarithm of what it summed to.
fn normalise(row: &mut Row) -> f64 {
    let sum: f32 = row[..N_STATES].iter().sum();
    if sum > 0.0 {
        for value in row.iter_mut() {
            *value /= sum;
        }
    }
    f64::from(sum.max(f32::MIN_POSITIVE)).ln()
}
