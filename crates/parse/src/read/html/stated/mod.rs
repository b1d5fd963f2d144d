//! What a page states of itself for programs: its title, `<meta>`, linked data, microdata.
//!
//! Statements are written in front of the rendered text, one a line, so that whoever is shown a value can be shown
//! where it stands.

mod json_ld;
mod meta;

use wirecopy_model::Span;

use super::tree::Tree;
use crate::page::Claim;

/// A field that a page may state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    Author,
    Published,
    Updated,
    Source,
    Section,
    Keywords,
    Url,
    Description,
    /// What kind of page it is.
    Kind,
    Caption,
    Credit,
}

impl Field {
    /// Whether the record takes its value from what is stated; the others only say what to look for in the text.
    fn is_claimed(self) -> bool {
        !matches!(self, Self::Description | Self::Kind | Self::Caption | Self::Credit)
    }

    /// Its path in the record.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Author => "bylines",
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Source => "source",
            Self::Section => "section",
            Self::Keywords => "keywords",
            Self::Url => "url",
            Self::Description => "standfirst",
            Self::Kind => "kind",
            Self::Caption | Self::Credit => "figures",
        }
    }
}

/// One statement.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) field: Field,
    /// Where the page states it: `json-ld headline`, `meta og:title`.
    pub(super) key: String,
    pub(super) value: String,
    /// How far it is trusted against others on its field, the higher the more.
    pub(super) trust: u8,
    /// Where the value stands in the text.
    pub(super) span: Span,
}

/// What was stated, and the text of the story when linked data hold it.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub(super) statements: Vec<Statement>,
    pub(super) article_body: String,
}

/// Most statements of one page that are looked at, and the longest: what is beyond says nothing new of one article.
const MOST: usize = 120;
const LONGEST: usize = 2000;

impl Stated {
    fn add(&mut self, field: Field, key: impl Into<String>, value: &str, trust: u8) {
        if self.statements.len() >= MOST {
            return;
        }
        let value = one_line(value);
        if value.is_empty() || value.len() > LONGEST {
            return;
        }
        let key = key.into();
        if self
            .statements
            .iter()
            .any(|known| known.field == field && known.key == key && known.value == value)
        {
            return;
        }
        self.statements.push(Statement { field, key, value, trust, span: Span::default() });
    }

    /// The statements on a field, the most trusted first.
    pub(super) fn of(&self, field: Field) -> Vec<&Statement> {
        let mut found: Vec<&Statement> = self.statements.iter().filter(|one| one.field == field).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.trust));
        found
    }

    /// The statements on fields of the record, in their order.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let mut hands: Vec<&str> = Vec::new();
        let mut claims = Vec::new();
        for one in self.statements.iter().filter(|one| one.field.is_claimed()) {
            let known = hands.iter().position(|hand| *hand == one.key);
            let by = known.unwrap_or(hands.len());
            if known.is_none() {
                hands.push(&one.key);
            }
            let reason = match one.key.split(' ').next().unwrap_or("") {
                "json-ld" => "the page's linked data state it",
                "meta" | "link" | "title" => "the page's head states it",
                _ => "an element of the page states it",
            };
            let by = u32::try_from(by).unwrap_or(u32::MAX);
            claims.push(Claim { field: one.field.path(), span: one.span, trust: one.trust, by, reason });
        }
        claims
    }

    /// The lines that are put in front of the text.
    pub(super) fn written(&mut self) -> String {
        let mut text = String::new();
        for one in &mut self.statements {
            text.push_str(&one.key);
            text.push_str(": ");
            let start = text.len();
            text.push_str(&one.value);
            one.span = Span::from_range(start..text.len());
            text.push('\n');
        }
        text
    }
}

/// Collects what a page states.
pub(super) fn collect(tree: &Tree) -> Stated {
    let mut stated = Stated::default();
    meta::collect(tree, &mut stated);
    json_ld::collect(tree, &mut stated);
    stated
}

/// A value on one line, with tags and references to characters that were written into it taken out.
fn one_line(value: &str) -> String {
    let mut line = String::with_capacity(value.len().min(LONGEST));
    for word in value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > LONGEST {
            break;
        }
    }
    line.trim_matches(crate::lines::is_blank_char).to_owned()
}
