//! The weights while they are learnt, and the table that is written of them. [`chain`](super::chain) reads it.

use super::chain::SCALE;
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
const UNSEEN: f32 = -4.0;
/// Weights below this many hundredths are not written: they decide nothing and double the table.
const LEAST: f32 = 5.0;

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

    /// Writes the table that [`Chain::read`](super::chain::Chain::read) reads.
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

    /// Sets transitions that training never met.
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
