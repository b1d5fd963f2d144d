//! The second reading: the role of a line once more, when what the whole document holds is known.
//!
//! The chain sees two neighbours on each side. Whether a short line is a kicker or a menu, a deck or the first
//! paragraph, a crosshead or a related story, shows only when headline and body have been found. So the probabilities
//! of the first reading are weighed again, line by line, with answers about where the line stands in what was found.

use std::sync::OnceLock;

use wirecopy_model::LineRole;

use super::atoms::ATOMS;
use super::chain::Shares as Row;
use super::second_blocks::{self as blocks, BLOCKS, N_ROLES, N_SECOND};
use super::second_found::{Found, Shares};
use super::states::{N_STATES, STATES};
use crate::plain::{self, Names};

/// Weights are written in hundredths.
const SCALE: f32 = 100.0;
/// Weights below this many hundredths are not written.
#[cfg(feature = "train")]
const LEAST: f32 = 4.0;
/// The first reading is never taken for quite impossible.
const FLOOR: f32 = 1e-4;
/// Features that a line can have at most.
const MOST_FEATURES: usize = BLOCKS.len() + ATOMS.len();
/// Its logarithm.
const FLOOR_LN: f32 = -9.210_340_5;

/// Weights of the second reading: for each feature what it says for each role.
#[derive(Debug, Clone)]
pub(crate) struct Second {
    pub(crate) weights: Vec<Shares>,
}

impl Second {
    /// The model of the crate.
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: OnceLock<Second> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(include_str!("second.tsv")))
    }

    /// Reads a table: a line `name<TAB>role=hundredths ...` for each feature. Unknown names are passed over.
    pub(crate) fn read(table: &str) -> Self {
        let mut weights = vec![[0.0; N_ROLES]; N_SECOND];
        let names = Names::of(LineRole::ALL.map(LineRole::as_str));
        let mut next = 0;
        for (name, cells) in plain::rows(table) {
            // Rows stand in the order of the features, and their cells in that of the roles.
            let mut order = (next..N_SECOND).chain(0..next);
            let Some(at) = order.find(|at| blocks::is_named(*at, name.as_bytes())) else { continue };
            next = at + 1;
            let row: &mut Shares = &mut weights[at];
            plain::cells(cells.as_bytes(), &names, |role, value| row[role] = f32::from(value) / SCALE);
        }
        Self { weights }
    }

    /// Writes the table that [`read`](Self::read) reads.
    #[cfg(feature = "train")]
    pub(crate) fn write(&self) -> String {
        let mut table = String::new();
        let mut write = |name: &str, row: &Shares| {
            let cells: Vec<String> = LineRole::ALL
                .iter()
                .zip(row)
                .map(|(role, weight)| (role, (weight * SCALE).round()))
                .filter(|(_, hundredths)| hundredths.abs() >= LEAST)
                .map(|(role, hundredths)| format!("{}={hundredths}", role.as_str()))
                .collect();
            if !cells.is_empty() {
                table.push_str(&format!("{name}\t{}\n", cells.join(" ")));
            }
        };
        for (f, row) in self.weights.iter().enumerate() {
            write(&blocks::name(f), row);
        }
        table
    }

    /// Probability of each role of each line after the second reading.
    pub(crate) fn revise(&self, found: &Found<'_>, first: &[Shares]) -> Vec<Shares> {
        let mut revised = first.to_vec();
        for (i, row) in revised.iter_mut().enumerate() {
            // Listed first, so that the sums can stay in registers.
            let (mut features, mut n) = ([0_u16; MOST_FEATURES], 0);
            found.each(i, |f| {
                features[n] = u16::try_from(f).unwrap_or_default();
                n += 1;
            });
            let mut sums = offsets(row);
            for feature in &features[..n] {
                for (sum, weight) in sums.iter_mut().zip(&self.weights[usize::from(*feature)]) {
                    *sum += weight;
                }
            }
            *row = softmax(&sums);
        }
        revised
    }
}

/// What the first reading says, as logarithms.
pub(crate) fn offsets(shares: &Shares) -> Shares {
    // Most roles of most lines are as good as impossible, and a logarithm takes its time.
    shares.map(|share| if share <= FLOOR { FLOOR_LN } else { logarithm(share) })
}

/// Set apart, or a compiler would rather take all logarithms than ask.
#[inline(never)]
fn logarithm(share: f32) -> f32 {
    share.ln()
}

pub(crate) fn softmax(sums: &Shares) -> Shares {
    let top = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds = sums.map(|sum| (sum - top).exp());
    let all: f32 = odds.iter().sum();
    odds.map(|odd| odd / all)
}

/// Probabilities of roles out of those of states.
pub(crate) fn shares(marginals: &[Row]) -> Vec<Shares> {
    const ROLES: [usize; N_STATES] = {
        let mut roles = [0; N_STATES];
        let mut state = 0;
        while state < N_STATES {
            roles[state] = STATES[state].1 as usize;
            state += 1;
        }
        roles
    };
    let share = |row: &Row| {
        let mut shares = [0.0; N_ROLES];
        for (role, share) in ROLES.iter().zip(row) {
            shares[*role] += share;
        }
        shares
    };
    marginals.iter().map(share).collect()
}

/// The likeliest role of each line, the first of equals.
pub(crate) fn likeliest(shares: &[Shares]) -> Vec<LineRole> {
    let best = |row: &Shares| (0..N_ROLES).rev().max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0);
    shares.iter().map(|row| LineRole::ALL[best(row)]).collect()
}

#[cfg(test)]
mod tests {
    use super::{N_ROLES, Second, likeliest, softmax};
    use wirecopy_model::LineRole;

    #[test]
    fn a_table_is_read_by_names() {
        let second = Second::read("order=0\theadline=50 kicker=-25\nno such question\theadline=900\n");
        let all: f32 = second.weights.iter().flatten().map(|w| w.abs()).sum();
        assert!((all - 0.75).abs() < 1e-6, "{all}");
    }

    #[test]
    fn the_floor_has_its_logarithm() {
        assert_eq!(super::FLOOR.ln().to_bits(), super::FLOOR_LN.to_bits());
    }

    #[test]
    fn shares_sum_up_and_the_first_of_equals_is_taken() {
        let even = softmax(&[1.0; N_ROLES]);
        assert!((even.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert_eq!(likeliest(&[even]), [LineRole::Headline]);
    }
}
