//! Whether a document is an article at all.

use std::sync::OnceLock;

use wirecopy_model::LineRole;

use super::kind_seen::{Seen, see};
use super::observe::Observed;
use super::second_found::Shares;

/// Weights by name; positive speaks for an article.
#[derive(Debug)]
pub(crate) struct KindModel(Vec<(String, f32)>);

/// What it says for an article that a headline and a day stand there and no furniture, as a logarithm of odds: a teaser, or the head of
/// a story that was cut. Of so few lines the table has little to say.
pub(super) fn teaser(roles: &[LineRole]) -> f32 {
    const MOST_LINES: usize = 6;
    const SAYS: f32 = 1.0;
    let has = |role| roles.contains(&role);
    let header = has(LineRole::Headline) && (has(LineRole::Date) || has(LineRole::Meta));
    if header && roles.len() <= MOST_LINES && !has(LineRole::Furniture) { SAYS } else { 0.0 }
}

impl KindModel {
    pub(crate) fn shipped() -> &'static Self {
        static MODEL: OnceLock<KindModel> = OnceLock::new();
        MODEL.get_or_init(|| Self::read(include_str!("kind.tsv")))
    }

    pub(crate) fn read(table: &str) -> Self {
        let row = |line: &str| {
            let (name, value) = line.split_once('\t')?;
            Some((name.to_owned(), value.parse::<f32>().ok()? / 100.0))
        };
        Self(table.lines().filter_map(row).collect())
    }

    /// Log-odds that the document is an article.
    pub(crate) fn score(&self, observed: &Observed<'_>, roles: &[LineRole], shares: &[Shares]) -> f32 {
        self.weigh(&see(observed, roles, shares))
    }

    /// Sum of the weights of what holds.
    pub(crate) fn weigh(&self, seen: &Seen) -> f32 {
        // The table is written in the order of the observations.
        let in_order = seen.len() == self.0.len();
        seen.iter()
            .enumerate()
            .filter(|(_, (_, holds))| *holds)
            .map(|(i, (name, _))| match self.0.get(i) {
                Some((known, weight)) if in_order && known == name => *weight,
                _ => self.0.iter().find(|(known, _)| known == name).map_or(0.0, |(_, weight)| *weight),
            })
            .sum()
    }

    /// What speaks most for the kind that was taken, in words.
    pub(crate) fn reasons(&self, observed: &Observed<'_>, roles: &[LineRole], shares: &[Shares]) -> String {
        const MOST: usize = 3;
        let weight =
            |name: &str| self.0.iter().find(|(known, _)| known == name).map_or(0.0, |(_, weight)| *weight);
        let article = self.score(observed, roles, shares) >= 0.0;
        let mut speaking: Vec<(f32, &str)> = see(observed, roles, shares)
            .iter()
            .filter(|(name, holds)| *holds && *name != "bias")
            .map(|(name, _)| (weight(name), *name))
            .filter(|(weight, _)| (*weight > 0.0) == article && weight.abs() > 0.1)
            .collect();
        speaking.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let words: Vec<&str> = speaking.iter().take(MOST).map(|(_, name)| in_words(name)).collect();
        words.join("; ")
    }

    /// Learns weights from documents: logistic regression with a pull towards zero.
    #[cfg(feature = "train")]
    pub(crate) fn learn(samples: &[(Seen, bool, f32)], pull: f32) -> String {
        let Some((first, ..)) = samples.first() else { return String::new() };
        let names: Vec<&str> = first.iter().map(|(name, _)| *name).collect();
        let mut weights = vec![0.0f64; names.len()];
        let rows: Vec<(Vec<usize>, f64, f64)> = samples
            .iter()
            .map(|(seen, is_article, weight)| {
                let active =
                    seen.iter().enumerate().filter(|(_, (_, holds))| *holds).map(|(i, _)| i).collect();
                (active, f64::from(u8::from(*is_article)), f64::from(*weight))
            })
            .collect();
        for step in 0..2000 {
            let mut gradient: Vec<f64> = weights.iter().map(|w| f64::from(pull) * w).collect();
            for (active, target, weight) in &rows {
                let z: f64 = active.iter().map(|i| weights[*i]).sum();
                let error = 1.0 / (1.0 + (-z).exp()) - target;
                for i in active {
                    gradient[*i] += weight * error;
                }
            }
            let rate = 8.0 / rows.len() as f64 / (1.0 + f64::from(step) / 500.0);
            for (w, g) in weights.iter_mut().zip(&gradient) {
                *w -= rate * g;
            }
        }
        names.iter().zip(&weights).map(|(name, w)| format!("{name}\t{:.0}\n", w * 100.0)).collect()
    }
}

/// An observation in words; several degrees of one share theirs.
fn in_words(name: &str) -> &'static str {
    let stem = name.trim_end_matches(|c: char| !c.is_alphabetic());
    let stem = stem.split(['<', '>', '=']).next().unwrap_or(stem);
    match stem {
        "weight" => "how much prose stands together",
        "prose" => "the number of paragraphs",
        "share" => "the share of prose in the text",
        "mean" => "the length of the paragraphs",
        "lines" => "the number of lines",
        "run" | "alone" => "whether its paragraphs follow each other",
        "headline" | "headlines" => "what reads like headlines",
        "byline" | "head-lead" | "head-name" => "what reads like a byline",
        "date" | "dates" | "head-date" | "dated-lines" | "relative" => "the dates in it",
        "meta" | "source" | "kicker" | "standfirst" | "section" => "what reads like a header",
        "dateline" | "datelines" | "dateline-strong" => "a dateline",
        "caption" | "credit-strong" => "captions and credits",
        "crossheads" | "list" | "bullets" | "numbered" => "its headings and lists",
        "head-echo" => "a line over the prose that shares its words",
        "again" | "times" | "counted" | "start-digits" => "what is printed again, timed or counted in it",
        "small" | "few-sentences" | "short-runs" | "repeats" => "how few of its lines are sentences",
        "questions" | "exclaims" | "quotes" | "quotes-any" => "its questions, calls and quotes",
        "colons" | "end-colons" | "markup" | "urls" | "digits" | "pictograms" => {
            "its labels, figures and addresses"
        }
        "currency" | "currency-any" | "shop" => "prices and words of a shop",
        "forum" | "comment" => "words of a forum",
        "docs" => "words of a manual or service",
        "nav" | "related" | "letter" => "words of menus and newsletters",
        "role" => "words of the newsroom",
        "you" | "we" => "that it speaks to its reader",
        "i" => "that its writer speaks of himself",
        "sure" | "unsure" | "prose-sure" | "byline-sure" | "date-sure" => {
            "how sure its lines can be told apart"
        }
        "title" | "order-title" | "order" | "order-none" => "what stands over the prose",
        "inside" => "names and dates all through it",
        "furniture" => "how much of it is furniture",
        "code" => "lines of code",
        "sentence" | "names" => "how its sentences are written",
        "title-echo" => "whether its headline comes again in the prose",
        "when" => "the days that it names",
        "actors" => "who acts in it",
        "guide" => "words of shops, services and manuals",
        "story" | "story-n" | "story-sure" | "story-else" | "story-dateline" => {
            "how much of a story stands together"
        }
        "over-title" | "over-echo" | "over-strange" | "over-date" | "over-byline" => {
            "what stands over the story"
        }
        _ if stem.starts_with("in-") => "what stands between the lines of the story",
        "said" | "no-words" => "whether it reports what others said",
        _ => "its words",
    }
}

/// What [`KindModel::learn`] learns from.
#[cfg(feature = "train")]
pub(crate) fn observations(observed: &Observed<'_>, roles: &[LineRole], shares: &[Shares]) -> Seen {
    see(observed, roles, shares)
}

#[cfg(test)]
mod tests {
    use super::{KindModel, in_words};
    use crate::label::kind_seen::names;

    #[test]
    fn weights_add_up_by_name_in_any_order() {
        let model = KindModel::read("lists\t-120\nheadline\t80\n");
        assert!((model.weigh(&vec![("headline", true), ("lists", true)]) + 0.4).abs() < 1e-6);
        assert!((model.weigh(&vec![("headline", true), ("lists", false)]) - 0.8).abs() < 1e-6);
        assert!(model.weigh(&vec![("unheard", true)]).abs() < 1e-6);
    }

    #[test]
    fn every_observation_has_words_of_its_own() {
        for name in names().into_iter().filter(|name| *name != "bias") {
            assert_ne!(in_words(name), "its words", "{name}");
        }
    }
}
