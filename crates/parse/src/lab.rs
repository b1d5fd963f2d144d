//! What the trainer of the line model needs to see. Not part of the stable interface.

use std::borrow::Cow;

use wirecopy_model::LineRole;

use crate::label::chain::Chain as Weighed;
use crate::label::kind::{self, KindModel};
use crate::label::rank::Rank;
use crate::label::rank_seen::Reading;
use crate::label::second::{self, Second};
use crate::label::{self, Models, observe, train, train_rank, train_second};
use crate::wrapped::AsRead;
use crate::{Parsed, Parser};

pub use crate::label::train::{Sample, Settings};
pub use crate::label::train_rank::RankSample;
pub use crate::label::train_second::SecondSample;

/// The lines of a text that are not blank, each with the number of blank lines before it.
#[must_use]
pub fn lines(text: &str) -> Vec<(u32, String)> {
    crate::lines::split(text).iter().map(|l| (l.blank_before, text[l.span.range()].to_owned())).collect()
}

/// A learnt model of lines.
#[derive(Debug, Clone)]
pub struct Chain {
    weighed: Weighed,
    table: String,
}

/// What was seen of a whole document, and whether it is an article: what the model of kinds learns from.
#[derive(Debug, Clone)]
pub struct KindSample(Vec<(&'static str, bool)>, bool, f32);

/// A learnt model of kinds.
#[derive(Debug)]
pub struct Kinds {
    model: KindModel,
    table: String,
}

impl Chain {
    /// Learns from samples.
    #[must_use]
    pub fn learn(samples: &[&Sample], settings: Settings) -> Self {
        // Through the table, so that what is measured is what is kept.
        let table = train::learn(samples, settings).write();
        Self { weighed: Weighed::read(&table), table }
    }

    /// Takes a model from its table.
    #[must_use]
    pub fn read(table: &str) -> Self {
        Self { weighed: Weighed::read(table), table: table.to_owned() }
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.table.clone()
    }

    /// A document under the first reading; what the second learns from. Lines without roles may have any.
    #[must_use]
    pub fn second_sample(&self, text: &str, roles: &[Vec<LineRole>], weight: f32) -> Option<SecondSample> {
        SecondSample::new(text, &self.weighed, roles, weight)
    }
}

/// A learnt second reading.
#[derive(Debug, Clone)]
pub struct SecondLook(Second);

impl SecondLook {
    /// Learns from samples that were read by chains which had not seen them.
    #[must_use]
    pub fn learn(samples: &[&SecondSample], settings: Settings) -> Self {
        Self(Second::read(&train_second::learn(samples, settings).write()))
    }

    /// Takes a model from its table.
    #[must_use]
    pub fn read(table: &str) -> Self {
        Self(Second::read(table))
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.0.write()
    }
}

/// A learnt choice among lines that could be the headline.
#[derive(Debug, Clone)]
pub struct Headlines(Rank);

impl Headlines {
    /// Learns from samples that were read by models which had not seen them.
    #[must_use]
    pub fn learn(samples: &[&RankSample], pull: f32) -> Self {
        Self(Rank::read(&train_rank::learn(samples, pull).write()))
    }

    /// Takes a model from its table.
    #[must_use]
    pub fn read(table: &str) -> Self {
        Self(Rank::read(table))
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.0.write()
    }
}

/// Both readings.
#[derive(Debug)]
pub struct Readings {
    /// The first.
    pub chain: Chain,
    /// The second.
    pub second: SecondLook,
}

impl Readings {
    /// Observes a document under these readings.
    #[must_use]
    pub fn observe(&self, text: &str, is_article: bool, weight: f32) -> KindSample {
        let AsRead { text, page, .. } = AsRead::new(text);
        let observed = observe::observe(&text, &page);
        let shares = label::both_readings(&text, &page, &observed, &self.chain.weighed, &self.second.0);
        let roles = second::likeliest(&shares);
        KindSample(kind::observations(&observed, &roles, &shares), is_article, weight)
    }

    /// The lines of an article that could be its headline; what their choice learns from. `None` when the true one is not
    /// among them.
    #[must_use]
    pub fn rank_sample(&self, text: &str, labels: &[LineRole], weight: f32) -> Option<RankSample> {
        let AsRead { text, page, members } = AsRead::new(text);
        let labels: Vec<LineRole> =
            members.iter().filter_map(|group| labels.get(group.start).copied()).collect();
        let observed = observe::observe(&text, &page);
        let shares = label::both_readings(&text, &page, &observed, &self.chain.weighed, &self.second.0);
        let roles = second::likeliest(&shares);
        let reading =
            Reading { text: &text, lines: &page.lines, observed: &observed, shares: &shares, roles: &roles };
        RankSample::new(&reading, &labels, weight)
    }

    /// Roles of the lines under these readings, as if the text were an article.
    #[must_use]
    pub fn roles(&self, text: &str) -> Vec<LineRole> {
        let AsRead { text, page, members } = AsRead::new(text);
        let observed = observe::observe(&text, &page);
        let shares = label::both_readings(&text, &page, &observed, &self.chain.weighed, &self.second.0);
        let roles = second::likeliest(&shares).into_iter();
        roles.zip(members).flat_map(|(role, group)| std::iter::repeat_n(role, group.len())).collect()
    }

    /// Reads a text with these models instead of the crate's own.
    #[must_use]
    pub fn read<'t>(&self, text: &'t str, headlines: &Headlines, kinds: &Kinds) -> Parsed<'t> {
        let models = Models {
            chain: &self.chain.weighed,
            second: &self.second.0,
            rank: &headlines.0,
            kinds: &kinds.model,
        };
        Parser::new().read_with(Cow::Borrowed(text), None, Vec::new(), models)
    }
}

impl Kinds {
    /// Learns from documents.
    #[must_use]
    pub fn learn(samples: &[&KindSample], pull: f32) -> Self {
        let rows: Vec<_> = samples.iter().map(|s| (s.0.clone(), s.1, s.2)).collect();
        Self::read(&KindModel::learn(&rows, pull))
    }

    /// Takes a model from its table.
    #[must_use]
    pub fn read(table: &str) -> Self {
        Self { model: KindModel::read(table), table: table.to_owned() }
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.table.clone()
    }

    /// Log-odds that a document is an article.
    #[must_use]
    pub fn score(&self, sample: &KindSample) -> f32 {
        self.model.weigh(&sample.0)
    }
}

/// One line of a rendered page with what the tags over it say, as JSON: what the prior of pages is learnt from.
#[cfg(feature = "html")]
pub use crate::read::page_lines;
