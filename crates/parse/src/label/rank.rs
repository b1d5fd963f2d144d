//! The headline over a story, chosen among the lines that could be it.
//!
//! The readings ask of each line whether it is a headline; of a document it has to be asked which line is. So the
//! likeliest lines over the story are weighed against each other, and against there being none: a section's name and
//! the line under it, a deck and the line over it, the greeting of a site and the headline under its menu.

use std::sync::OnceLock;

use wirecopy_model::LineRole as R;

use super::rank_seen::{self as seen, N_RANK, Reading, Slate};
use super::second_blocks::N_ROLES;
use super::second_found::Shares;
use crate::plain;

/// Weights are written in hundredths.
const SCALE: f32 = 100.0;
/// How sure it has to be that there is no headline to take one away.
const SURE: f32 = 0.5;

/// A weight for each feature; above zero speaks for the line.
#[derive(Debug, Clone)]
pub(crate) struct Rank {
    pub(crate) weights: Vec<f32>,
}

impl Rank {
    /// The model of the crate.
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: OnceLock<Rank> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(include_str!("headline.tsv")))
    }

    /// Reads a table: a line `name<TAB>hundredths` for each feature. Unknown names are passed over.
    pub(crate) fn read(table: &str) -> Self {
        let names: Vec<String> = (0..N_RANK).map(seen::name).collect();
        let mut weights = vec![0.0; N_RANK];
        let mut next = 0;
        for (name, value) in plain::rows(table) {
            // Rows stand in the order of the features.
            let at = (next..N_RANK).chain(0..next).find(|at| names[*at] == name);
            if let (Some(at), Ok(hundredths)) = (at, value.parse::<i16>()) {
                weights[at] = f32::from(hundredths) / SCALE;
                next = at + 1;
            }
        }
        Self { weights }
    }

    /// Writes the table that [`read`](Self::read) reads.
    #[cfg(feature = "train")]
    pub(crate) fn write(&self) -> String {
        let row = |(f, weight): (usize, &f32)| {
            let hundredths = (weight * SCALE).round();
            (hundredths != 0.0).then(|| format!("{}\t{hundredths}\n", seen::name(f)))
        };
        self.weights.iter().enumerate().filter_map(row).collect()
    }

    /// Probability of each line of a slate, and behind them that there is no headline.
    pub(crate) fn weigh(&self, features: &[Vec<usize>]) -> Vec<f32> {
        let sums: Vec<f32> =
            features.iter().map(|active| active.iter().map(|f| self.weights[*f]).sum()).collect();
        let top = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let odds: Vec<f32> = sums.iter().map(|sum| (sum - top).exp()).collect();
        let all: f32 = odds.iter().sum();
        odds.iter().map(|odd| odd / all).collect()
    }

    /// Gives the headline's role to the line that it fits best, and takes it from those over the story that are neither
    /// its copies nor its other half.
    pub(crate) fn choose(&self, reading: &Reading<'_>) -> Choice {
        let mut choice = Choice { roles: reading.roles.to_vec(), odds: Vec::new() };
        let Some(Slate { lines, features }) = reading.slate() else { return choice };
        let odds = self.weigh(&features);
        let none = odds[lines.len()];
        let Some(best) = (0..lines.len()).rev().max_by(|a, b| odds[*a].total_cmp(&odds[*b])) else {
            return choice;
        };
        let won = (none <= odds[best]).then_some(lines[best]);
        if won.is_none() && none <= SURE {
            return choice;
        }
        let says_it = |i: usize| {
            won.is_some_and(|won| {
                i == won || reading.is_one_headline(i.min(won), i.max(won)) || reading.say_the_same(i, won)
            })
        };
        let held: Vec<bool> = lines.iter().map(|i| says_it(*i)).collect();
        let together: f32 = odds.iter().zip(&held).filter(|(_, held)| **held).map(|(p, _)| p).sum();
        for ((&i, p), held) in lines.iter().zip(&odds).zip(held) {
            if Some(i) == won {
                choice.roles[i] = R::Headline;
            } else if reading.roles[i] == R::Headline && !held {
                choice.roles[i] = otherwise(&reading.shares[i]);
            }
            let share = reading.shares[i][R::Headline as usize];
            let p = if Some(i) == won {
                together.max(share)
            } else if held {
                share
            } else {
                *p
            };
            if choice.roles[i] == R::Headline || reading.roles[i] == R::Headline {
                choice.odds.push((i, p));
            }
        }
        choice
    }
}

/// The roles of a document after its headline was chosen.
pub(crate) struct Choice {
    pub(crate) roles: Vec<R>,
    /// How likely the lines that are the headline, or were taken for it, are it.
    pub(crate) odds: Vec<(usize, f32)>,
}

impl Choice {
    /// What was chosen of a line that was read as another role, for the reasons of its role: in words, and the logarithm
    /// of its odds.
    pub(crate) fn reason(&self, i: usize, read: R) -> Option<(&'static str, f32)> {
        let (_, p) = self.odds.iter().find(|(line, _)| *line == i)?;
        let odds = (p / (1.0 - p).max(1e-4)).max(1e-4).ln();
        match (read, self.roles[i]) {
            (before, after) if before == after => None,
            (_, R::Headline) => Some(("of the lines over the story it is the likeliest headline", odds)),
            _ => Some(("another line over the story is the likelier headline", -odds)),
        }
    }

    /// Writes what was chosen into the probabilities of the roles.
    pub(crate) fn settle(&self, shares: &mut [Shares]) {
        for &(i, p) in &self.odds {
            let row = &mut shares[i];
            let rest = 1.0 - row[R::Headline as usize];
            row.iter_mut().for_each(|share| *share *= (1.0 - p) / rest.max(1e-6));
            row[R::Headline as usize] = p;
        }
    }
}

/// The likeliest role but for the headline's.
fn otherwise(shares: &Shares) -> R {
    let other = (0..N_ROLES).rev().filter(|r| *r != R::Headline as usize);
    other.max_by(|a, b| shares[*a].total_cmp(&shares[*b])).map_or(R::Furniture, |r| R::ALL[r])
}

#[cfg(test)]
mod tests {
    use super::{R, Rank, Reading, Shares};
    use crate::label::second_blocks::N_ROLES;

    const STORY: &str = "The council closed the old bridge over the river on Monday, and nobody could say when it would open.";

    fn row(role: R, share: f32, headline: f32) -> Shares {
        let mut row = [0.0; N_ROLES];
        row[role as usize] = share;
        row[R::Headline as usize] = headline;
        row
    }

    /// Roles and headline shares after the choice among these lines, each with its first role, the share of that and
    /// the share of a headline.
    fn chosen(table: &str, lines: &[(&str, R, f32, f32)]) -> (Vec<R>, Vec<f32>) {
        let text: Vec<&str> = lines.iter().map(|line| line.0).collect();
        let text = text.join("\n");
        let page = crate::read::read_text(&text);
        let observed = crate::label::observe::observe(&text, &page);
        let roles: Vec<R> = lines.iter().map(|line| line.1).collect();
        let mut shares: Vec<Shares> = lines.iter().map(|line| row(line.1, line.2, line.3)).collect();
        let reading =
            Reading { text: &text, lines: &page.lines, observed: &observed, shares: &shares, roles: &roles };
        let choice = Rank::read(table).choose(&reading);
        choice.settle(&mut shares);
        (choice.roles, shares.iter().map(|row| row[R::Headline as usize]).collect())
    }

    #[test]
    fn the_line_that_weighs_most_is_the_headline_and_the_other_is_none() {
        let lines = [
            ("BRIDGES AND ROADS", R::Headline, 0.6, 0.6),
            ("Council closes the old bridge", R::Standfirst, 0.6, 0.4),
            (STORY, R::Paragraph, 1.0, 0.0),
        ];
        let (roles, shares) = chosen("role=standfirst\t300\nSentenceCase\t100\n", &lines);
        assert_eq!(roles[1..], [R::Headline, R::Paragraph]);
        assert_ne!(roles[0], R::Headline);
        assert!(shares[1] > 0.9 && shares[0] < 0.1, "{shares:?}");
    }

    #[test]
    fn copies_and_halves_of_the_headline_stay() {
        let lines = [
            ("Council closes the old bridge - The Northport Post", R::Headline, 0.9, 0.9),
            ("Home", R::Furniture, 0.9, 0.0),
            ("Council closes", R::Headline, 0.5, 0.5),
            ("the old bridge", R::Headline, 0.5, 0.5),
            (STORY, R::Paragraph, 1.0, 0.0),
        ];
        let (roles, _) = chosen("share=50\t300\n", &lines);
        assert_eq!(roles[2..4], [R::Headline, R::Headline]);
        let (roles, _) = chosen("share=85\t300\n", &lines);
        assert_eq!(roles[0], R::Headline);
    }

    #[test]
    fn there_may_be_none() {
        let lines = [("Read more", R::Headline, 0.5, 0.5), (STORY, R::Paragraph, 1.0, 0.0)];
        let (roles, shares) = chosen("none-held=1\t300\n", &lines);
        assert!(roles[0] != R::Headline && shares[0] < 0.1, "{roles:?} {shares:?}");
        assert_eq!(chosen("", &[]).0, []);
        assert_eq!(chosen("", &lines[1..]).0, [R::Paragraph]);
    }

    #[test]
    fn a_table_is_read_by_names() {
        let rank = Rank::read("share=99\t150\nno such name\t900\nEndColon\t-50\n");
        assert!((rank.weights.iter().sum::<f32>() - 1.0).abs() < 1e-6);
    }
}
