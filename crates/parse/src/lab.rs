//! What the trainer of the line model needs to see. Not part of the stable interface.

use wirecopy_model::LineRole;

use crate::label::{model::Model, observe, train};
use crate::read;

pub use crate::label::train::{Sample, Settings};

/// A learnt model.
#[derive(Debug, Clone)]
pub struct Learnt(pub(crate) Model);

impl Learnt {
    /// Learns from samples.
    #[must_use]
    pub fn from_samples(samples: &[&Sample], settings: Settings) -> Self {
        Self(train::learn(samples, settings))
    }

    /// The model that the crate ships.
    #[must_use]
    pub fn shipped() -> Self {
        Self(Model::shipped().clone())
    }

    /// The table of weights as it is kept in the crate.
    #[must_use]
    pub fn table(&self) -> String {
        self.0.write()
    }

    /// Roles of the lines of a text under this model.
    #[must_use]
    pub fn roles(&self, text: &str) -> Vec<LineRole> {
        let page = read::read_text(text);
        let observed = observe::observe(text, &page);
        crate::label::roles_of(&self.0.best(&crate::label::emissions(&page, &self.0, &observed)))
    }
}
