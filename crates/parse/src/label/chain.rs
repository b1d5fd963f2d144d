//! How probable each state is on each line, all lines considered.
//!
//! All weights are whole hundredths, as they are written in the table: sums of them are exact, the same on every machine,
//! and half as wide as floating-point numbers, so that a row of states is five vector registers.

use std::sync::OnceLock;

use super::atoms::AtomSet;
use super::features::{self, N_FEATURES};
use super::states::{N_STATES, STATES};

/// Hundredths for each state, padded to whole vector registers.
pub(crate) type Weights = [i16; ROW];
const ROW: usize = N_STATES.next_multiple_of(8);
/// Probabilities of the states, padded likewise.
pub(crate) type Shares = [f32; SHARES];
const SHARES: usize = N_STATES.next_multiple_of(4);

/// Weights are written in hundredths.
pub(crate) const SCALE: f32 = 100.0;

/// A linear chain whose weights are settled.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    /// One row a feature.
    emissions: Vec<Weights>,
    start: Weights,
    end: Weights,
    /// The transitions as odds.
    from_odds: Vec<Shares>,
    to_odds: Vec<Shares>,
}

impl Chain {
    /// The chain of the crate.
    pub(crate) fn shipped() -> &'static Self {
        static CHAIN: OnceLock<Chain> = OnceLock::new();
        CHAIN.get_or_init(|| Self::read(include_str!("weights.tsv")))
    }

    /// Reads a table: a line `name<TAB>state=hundredths ...` for each row that is not zero. Names that are not known
    /// (of an atom that was since renamed) are passed over.
    pub(crate) fn read(table: &str) -> Self {
        let mut emissions = vec![[0; ROW]; N_FEATURES];
        let mut from = vec![[0; ROW]; N_STATES];
        let (mut start, mut end) = ([0; ROW], [0; ROW]);
        let names: Vec<String> = (0..N_FEATURES).map(features::name).collect();
        let mut feature = 0;
        for line in table.lines() {
            let Some((name, cells)) = line.split_once('\t') else { continue };
            let row = match name.split_once(' ') {
                Some(("from", state)) => STATES.iter().position(|s| s.0 == state).map(|at| &mut from[at]),
                _ if name == "start" => Some(&mut start),
                _ if name == "end" => Some(&mut end),
                _ => {
                    // Rows stand in the order of the features, so the next is nearly always the one.
                    let found =
                        (feature..N_FEATURES).chain(0..feature).find(|at| names[*at].as_str() == name);
                    feature = found.map_or(feature, |at| at + 1);
                    found.map(|at| &mut emissions[at])
                }
            };
            if let Some(row) = row {
                read_cells(cells, row);
            }
        }
        let mut to = vec![[0; ROW]; N_STATES];
        for (p, row) in from.iter().enumerate() {
            for (s, weight) in row[..N_STATES].iter().enumerate() {
                to[s][p] = *weight;
            }
        }
        let odds = |rows: &[Weights]| rows.iter().map(whole_odds).collect();
        let (from_odds, to_odds) = (odds(&from), odds(&to));
        Self { emissions, start, end, from_odds, to_odds }
    }

    /// Weight of a feature for a state, as a logarithm of odds.
    pub(crate) fn weight(&self, feature: usize, state: usize) -> f32 {
        f32::from(self.emissions[feature][state]) / SCALE
    }

    /// How well each state fits each line by itself.
    pub(crate) fn emit(&self, sets: &[AtomSet]) -> Vec<Weights> {
        let shapes = features::shapes(sets);
        let mut rows = Vec::with_capacity(sets.len());
        for i in 0..sets.len() {
            // Summed apart from the table, so that the sums can stay in registers.
            let mut sums = [0; ROW];
            features::each(sets, &shapes, i, |feature| add(&mut sums, &self.emissions[feature]));
            rows.push(sums);
        }
        rows
    }

    /// Probability of each state on each line.
    pub(crate) fn marginals(&self, emissions: &[Weights]) -> Vec<Shares> {
        let n = emissions.len();
        // Emissions are taken from their best value, so that the odds stay in range.
        let mut shares: Vec<Shares> = Vec::with_capacity(n);
        let local: Vec<Shares> = emissions.iter().map(odds_of).collect();
        let mut forward = odds_of(&self.start);
        for (i, here) in local.iter().enumerate() {
            if i > 0 {
                forward = spread(&forward, &self.from_odds);
            }
            multiply(&mut forward, here);
            normalise(&mut forward);
            shares.push(forward);
        }
        let mut backward = odds_of(&self.end);
        normalise(&mut backward);
        for i in (0..n).rev() {
            if let Some(after) = local.get(i + 1) {
                multiply(&mut backward, after);
                backward = spread(&backward, &self.to_odds);
                normalise(&mut backward);
            }
            multiply(&mut shares[i], &backward);
            normalise(&mut shares[i]);
        }
        shares
    }
}

fn read_cells(cells: &str, row: &mut Weights) {
    let mut next = 0;
    // Read byte by byte: there are tens of thousands of cells, and they are read whenever a program starts.
    for cell in cells.as_bytes().split(|byte| *byte == b' ') {
        let Some(mark) = cell.iter().position(|byte| *byte == b'=') else { continue };
        let (state, value) = (&cell[..mark], &cell[mark + 1..]);
        // Cells stand in the order of the states.
        let found = (next..N_STATES).chain(0..next).find(|at| STATES[*at].0.as_bytes() == state);
        if let (Some(at), Some(value)) = (found, number(value)) {
            row[at] = value;
            next = at + 1;
        }
    }
}

/// A whole number as it is written in the tables.
pub(super) fn number(digits: &[u8]) -> Option<i16> {
    let (negative, digits) = match digits {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let value = digits.iter().try_fold(0_i16, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 { None } else { value.checked_mul(10)?.checked_add(i16::from(digit)) }
    })?;
    Some(if negative { -value } else { value })
}

/// Hundredths below the best at which a state no longer counts: more than all that its neighbours could say for it.
const FAINT: usize = 3000;

/// Odds of hundredths against the best of them.
fn odds_of(row: &Weights) -> Shares {
    static ODDS: OnceLock<Vec<f32>> = OnceLock::new();
    let odds = ODDS.get_or_init(|| (0..FAINT).map(odds_below).collect());
    let top = row[..N_STATES].iter().copied().max().unwrap_or(0);
    let mut shares = [0.0; SHARES];
    for (share, weight) in shares.iter_mut().zip(&row[..N_STATES]) {
        *share = odds.get(usize::from(top.abs_diff(*weight))).copied().unwrap_or(0.0);
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
fn spread(shares: &Shares, odds: &[Shares]) -> Shares {
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
    for (a, b) in row.iter_mut().zip(other) {
        *a = a.saturating_add(*b);
    }
}

#[inline]
fn multiply(row: &mut Shares, other: &Shares) {
    for (a, b) in row.iter_mut().zip(other) {
        *a *= b;
    }
}

/// Scales a row to sum 1.
#[inline]
fn normalise(row: &mut Shares) {
    let mut lanes = [0.0f32; 4];
    for part in row.as_chunks::<4>().0 {
        for (lane, share) in lanes.iter_mut().zip(part) {
            *lane += share;
        }
    }
    let sum: f32 = lanes.iter().sum();
    if sum > 0.0 {
        let by = 1.0 / sum;
        row.iter_mut().for_each(|share| *share *= by);
    }
}

#[cfg(test)]
mod tests {
    use super::{Chain, N_STATES, ROW};

    const TABLE: &str = "start\theadline=50\nend\tparagraph=50\nfrom headline\theadline=-100 paragraph=100\n\
                         Bias\tparagraph=10\nno such row\tparagraph=900\n";

    #[test]
    fn rows_and_cells_are_read_by_their_names() {
        let chain = Chain::read(TABLE);
        assert_eq!(chain.start.iter().filter(|w| **w != 0).count(), 1);
        assert!((chain.weight(0, 18) - 0.1).abs() < 1e-6);
        assert!((chain.from_odds[0][18] - 1.0_f32.exp()).abs() < 1e-6);
        assert!((chain.to_odds[18][0] - 1.0_f32.exp()).abs() < 1e-6);
    }

    #[test]
    fn a_line_is_weighed_with_all_others() {
        let chain = Chain::read(TABLE);
        let emissions = [[0; ROW]; 3];
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
