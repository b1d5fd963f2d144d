//! How probable each state is on each line, all lines considered.
//!
//! All weights are whole hundredths, as they are written in the table: sums of them are exact, the same on every machine,
//! and half as wide as floating-point numbers, so that a row of states is five vector registers.

use std::sync::OnceLock;

use super::atoms::AtomSet;
use super::chain_table::Table;
use super::features;
use super::states::N_STATES;

/// Hundredths for each state, padded to whole vector registers and aligned like them.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub(crate) struct Weights(pub(super) [i16; ROW]);

impl Weights {
    pub(super) const ZERO: Self = Self([0; ROW]);
}

impl std::ops::Deref for Weights {
    type Target = [i16; ROW];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl std::ops::DerefMut for Weights {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

const ROW: usize = N_STATES.next_multiple_of(8);
/// Probabilities of the states, padded likewise.
pub(crate) type Shares = [f32; SHARES];
const SHARES: usize = N_STATES.next_multiple_of(4);

/// Weights are written in hundredths.
pub(crate) const SCALE: f32 = 100.0;

/// A linear chain whose weights are settled.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    table: Table,
    /// The rows of the atoms of a line and of its neighbours, as many each as a byte can name.
    near: Vec<[Weights; 256]>,
    /// The transitions as odds.
    from_odds: [Shares; N_STATES],
    to_odds: [Shares; N_STATES],
}

impl Chain {
    /// The chain of the crate.
    pub(crate) fn shipped() -> &'static Self {
        static CHAIN: OnceLock<Chain> = OnceLock::new();
        CHAIN.get_or_init(|| Self::read(include_str!("weights.tsv")))
    }

    /// Reads a table, see [`Table::read`].
    pub(crate) fn read(table: &str) -> Self {
        let table = Table::read(table);
        let mut from_odds = [[0.0; SHARES]; N_STATES];
        let mut to_odds = from_odds;
        for (p, row) in table.from.iter().enumerate() {
            from_odds[p] = whole_odds(row);
            for (s, odds) in from_odds[p][..N_STATES].iter().enumerate() {
                to_odds[s][p] = *odds;
            }
        }
        let near = features::near().map(|rows| {
            let mut padded = [Weights::ZERO; 256];
            padded[..rows.len()].copy_from_slice(&table.emissions[rows]);
            padded
        });
        Self { near: near.collect(), table, from_odds, to_odds }
    }

    /// Weight of a feature for a state, as a logarithm of odds.
    pub(crate) fn weight(&self, feature: usize, state: usize) -> f32 {
        f32::from(self.table.emissions[feature][state]) / SCALE
    }

    /// How well each state fits each line by itself.
    pub(crate) fn emit(&self, sets: &[AtomSet]) -> Vec<Weights> {
        let shapes = features::shapes(sets);
        let atoms = features::Listed::of(sets);
        let emissions = &self.table.emissions;
        let sum = |i| {
            // Summed apart from the table, so that the sums can stay in registers.
            let mut sums = Weights::ZERO;
            atoms.each(i, |neighbour, atoms| {
                let rows = &self.near[neighbour];
                for atom in atoms {
                    add(&mut sums, &rows[usize::from(*atom)]);
                }
            });
            for feature in features::pairs(sets, &shapes, i) {
                add(&mut sums, &emissions[feature]);
            }
            sums
        };
        (0..sets.len()).map(sum).collect()
    }

    /// Probability of each state on each line.
    pub(crate) fn marginals(&self, emissions: &[Weights]) -> Vec<Shares> {
        // Emissions are taken from their best value, so that the odds stay in range.
        let local: Vec<Shares> = emissions.iter().map(odds_of).collect();
        let mut shares: Vec<Shares> = Vec::with_capacity(local.len());
        let mut forward = odds_of(&self.table.start);
        for (i, here) in local.iter().enumerate() {
            if i > 0 {
                forward = spread(&forward, &self.from_odds);
            }
            forward = normal(product(&forward, here));
            shares.push(forward);
        }
        let mut backward = normal(odds_of(&self.table.end));
        for (i, share) in shares.iter_mut().enumerate().rev() {
            if let Some(after) = local.get(i + 1) {
                backward = normal(spread(&product(&backward, after), &self.to_odds));
            }
            *share = normal(product(share, &backward));
        }
        shares
    }
}

/// Hundredths below the best at which a state no longer counts: more than all that its neighbours could say for it.
const FAINT: u16 = 3000;

/// Odds of hundredths against the best of them.
fn odds_of(row: &Weights) -> Shares {
    /// Places of a table that no number of twelve bits is beyond.
    const PLACES: usize = 1 << 12;
    const { assert!((FAINT as usize) < PLACES) };
    static ODDS: OnceLock<Box<[f32; PLACES]>> = OnceLock::new();
    let odds = ODDS.get_or_init(|| {
        let mut odds = Box::new([0.0; PLACES]);
        odds[..usize::from(FAINT)].iter_mut().enumerate().for_each(|(below, odds)| *odds = odds_below(below));
        odds
    });
    let top = row[..N_STATES].iter().fold(i16::MIN, |top, weight| top.max(*weight));
    // All at once, at most the faintest: in a form that vector registers have an instruction for.
    let below: [u16; ROW] = std::array::from_fn(|s| {
        let below = top.wrapping_sub(row[s]).cast_unsigned();
        below - below.saturating_sub(FAINT)
    });
    let mut shares = [0.0; SHARES];
    for (share, below) in shares[..N_STATES].iter_mut().zip(below) {
        *share = odds[usize::from(below) % PLACES];
    }
    shares
}

/// Odds of hundredths as they are.
fn whole_odds(row: &Weights) -> Shares {
    let mut shares = [0.0; SHARES];
    for (share, weight) in shares.iter_mut().zip(&row[..N_STATES]) {
        *share = (f32::from(*weight) / SCALE).exp();
    }
    shares
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn odds_below(hundredths: usize) -> f32 {
    (-(hundredths as f32) / SCALE).exp()
}

/// What reaches each state from the shares of others, by rows of odds for each of those. Few states have a share.
fn spread(shares: &Shares, odds: &[Shares; N_STATES]) -> Shares {
    const LEAST: f32 = 1e-7;
    let mut sums = [0.0; SHARES];
    for (share, row) in shares.iter().zip(odds).filter(|(share, _)| **share > LEAST) {
        for (sum, odds) in sums.iter_mut().zip(row) {
            *sum += share * odds;
        }
    }
    sums
}

#[inline]
fn add(row: &mut Weights, other: &Weights) {
    // Copied out whole, so that a compiler knows how it is aligned.
    let Weights(other) = *other;
    for (a, b) in row.0.iter_mut().zip(other) {
        *a = a.saturating_add(b);
    }
}

#[inline]
fn product(one: &Shares, other: &Shares) -> Shares {
    std::array::from_fn(|s| one[s] * other[s])
}

/// A row scaled to sum 1.
#[inline]
fn normal(row: Shares) -> Shares {
    let mut lanes = [0.0f32; 4];
    for part in row.as_chunks::<4>().0 {
        for (lane, share) in lanes.iter_mut().zip(part) {
            *lane += share;
        }
    }
    let sum: f32 = lanes.iter().sum();
    if sum > 0.0 {
        let by = 1.0 / sum;
        return row.map(|share| share * by);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::{Chain, N_STATES, Weights};

    const TABLE: &str = "start\theadline=50\nend\tparagraph=50\nfrom headline\theadline=-100 paragraph=100\n\
                         Bias\tparagraph=10\nno such row\tparagraph=900\n";

    #[test]
    fn rows_and_cells_are_read_by_their_names() {
        let chain = Chain::read(TABLE);
        assert_eq!(chain.table.start.iter().filter(|w| **w != 0).count(), 1);
        assert!((chain.weight(0, 18) - 0.1).abs() < 1e-6);
        assert!((chain.from_odds[0][18] - 1.0_f32.exp()).abs() < 1e-6);
        assert!((chain.to_odds[18][0] - 1.0_f32.exp()).abs() < 1e-6);
    }

    #[test]
    fn a_line_is_weighed_with_all_others() {
        let chain = Chain::read(TABLE);
        let emissions = [Weights::ZERO; 3];
        let likeliest = |row: &super::Shares| (0..N_STATES).max_by(|a, b| row[*a].total_cmp(&row[*b]));
        let rows = chain.marginals(&emissions);
        assert_eq!(likeliest(&rows[0]), Some(0));
        assert_eq!(likeliest(&rows[1]), Some(18));
        for row in chain.marginals(&emissions) {
            assert!((row[..N_STATES].iter().sum::<f32>() - 1.0).abs() < 1e-4);
            assert!(row[N_STATES..].iter().all(|share| *share == 0.0));
        }
        assert!(chain.marginals(&[]).is_empty());
    }
}
