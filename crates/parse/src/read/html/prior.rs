//! How likely each line of a page is a part of the story, by its tags and its place alone.

use std::sync::OnceLock;

use super::features::{N_FEATURES, name};
use super::outlook::Outlook;

/// Weights, as logarithms of odds.
pub(super) struct Prior(Vec<f32>);

impl Prior {
    /// The table of the crate.
    pub(super) fn shipped() -> &'static Self {
        static PRIOR: OnceLock<Prior> = OnceLock::new();
        PRIOR.get_or_init(|| Self::read(include_str!("prior.tsv")))
    }

    /// Reads a table: a line `name<TAB>hundredths` for each answer. Unknown names are passed over.
    fn read(table: &str) -> Self {
        let names: Vec<String> = (0..N_FEATURES).map(name).collect();
        let mut weights = vec![0.0; N_FEATURES];
        for line in table.lines() {
            let Some((name, value)) = line.split_once('\t') else { continue };
            let found = names.iter().position(|known| known == name);
            if let (Some(at), Ok(hundredths)) = (found, value.parse::<i16>()) {
                weights[at] = f32::from(hundredths) / 100.0;
            }
        }
        Self(weights)
    }

    /// Log-odds of each of `n` lines that it is a part of the story.
    pub(super) fn weigh(&self, outlook: &Outlook<'_>, n: usize) -> Vec<f32> {
        (0..n).map(|i| outlook.features(i).iter().map(|row| self.0[usize::from(*row)]).sum()).collect()
    }
}
