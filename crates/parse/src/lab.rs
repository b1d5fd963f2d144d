//! What the trainer of the line model needs to see. Not part of the stable interface.

use std::borrow::Cow;

use crate::label::chain::Chain as Weighed;
use crate::label::kind::{self, KindModel};
use crate::label::{emissions, observe, train};
use crate::{Parsed, Parser, read};

pub use crate::label::train::{Sample, Settings};

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
pub struct Kinds(KindModel);

impl Chain {
    /// Learns from samples.
    #[must_use]
    pub fn learn(samples: &[&Sample], settings: Settings) -> Self {
        // Through the table, so that what is measured is what is kept.
        let table = train::learn(samples, settings).write();
        Self { weighed: Weighed::read(&table), table }
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.table.clone()
    }

    /// Observes a document under this model.
    #[must_use]
    pub fn observe(&self, text: &str, is_article: bool, weight: f32) -> KindSample {
        let page = read::read_text(text);
        let observed = observe::observe(text, &page);
        let course = self.weighed.best(&emissions(&page, &self.weighed, &observed));
        KindSample(kind::observations(&observed, &course), is_article, weight)
    }

    /// Roles of the lines under this model, as if the text were an article.
    #[must_use]
    pub fn roles(&self, text: &str) -> Vec<wirecopy_model::LineRole> {
        let page = read::read_text(text);
        let observed = observe::observe(text, &page);
        crate::label::roles_of(&self.weighed.best(&emissions(&page, &self.weighed, &observed)))
    }

    /// Reads a text with these models instead of the crate's own.
    #[must_use]
    pub fn read<'t>(&self, text: &'t str, kinds: &Kinds) -> Parsed<'t> {
        Parser::new().read_with(Cow::Borrowed(text), None, Vec::new(), &self.weighed, &kinds.0)
    }
}

impl Kinds {
    /// Learns from documents; gives the table as it is kept in the crate, too.
    #[must_use]
    pub fn learn(samples: &[&KindSample], pull: f32) -> (Self, String) {
        let rows: Vec<_> = samples.iter().map(|s| (s.0.clone(), s.1, s.2)).collect();
        let table = KindModel::learn(&rows, pull);
        (Self(KindModel::read(&table)), table)
    }
}
