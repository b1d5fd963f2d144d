//! The learnt weights of the chain as they are written.
//!
//! The table is half a megabyte of text, read whenever a program starts: byte by byte, each name told by the place where it
//! is expected.

use super::chain::Weights;
use super::features::{self, N_FEATURES};
use super::states::{N_STATES, STATES};
use crate::plain::{self, Names};

/// Weights of a chain.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// One row a feature.
    pub(super) emissions: Vec<Weights>,
    /// `from[state]`: what follows it.
    pub(super) from: [Weights; N_STATES],
    pub(super) start: Weights,
    pub(super) end: Weights,
}

impl Table {
    /// Reads a table: a line `name<TAB>state=hundredths ...` for each row that is not zero. Names that are not known
    /// (of an atom that was since renamed) are passed over.
    pub(super) fn read(table: &str) -> Self {
        let zero = Weights::ZERO;
        let mut read =
            Self { emissions: vec![zero; N_FEATURES], from: [zero; N_STATES], start: zero, end: zero };
        let names = Names::of(std::array::from_fn::<_, N_STATES, _>(|at| STATES[at].0));
        let mut feature = 0;
        for (name, cells) in plain::rows(table) {
            let row = match name.strip_prefix("from ") {
                Some(state) => STATES.iter().position(|s| s.0 == state).map(|at| &mut read.from[at]),
                _ if name == "start" => Some(&mut read.start),
                _ if name == "end" => Some(&mut read.end),
                _ => {
                    // Rows stand in the order of the features, so the next is nearly always the one.
                    let found = (feature..N_FEATURES)
                        .chain(0..feature)
                        .find(|at| features::is_named(*at, name.as_bytes()));
                    feature = found.map_or(feature, |at| at + 1);
                    found.map(|at| &mut read.emissions[at])
                }
            };
            if let Some(row) = row {
                plain::cells(cells.as_bytes(), &names, |state, value| row[state] = value);
            }
        }
        read
    }
}
