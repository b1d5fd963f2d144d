use std::sync::OnceLock;

use tantivy::Index;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

use super::text::{Grams, Words};
use crate::request::FacetField;

/// Fast field of the place in the order of changes.
pub(crate) const SEQ: &str = "seq";
/// Fast field of the place in the order of changes at which the record first came: stays when it is replaced.
pub(crate) const BORN: &str = "born";
/// Fast field of the date of an article, see [`super::published_seconds`].
pub(crate) const PUBLISHED: &str = "published";

const GRAMS: &str = "grams";
const WORDS: &str = "words";

/// The fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) id: Field,
    pub(crate) seq: Field,
    pub(crate) born: Field,
    pub(crate) published: Field,
    /// The headline alone.
    pub(crate) headline: Field,
    /// What stands above the story: kicker, headline, standfirst, names, source, keywords.
    pub(crate) front: Field,
    /// The story: blocks, captions with their credits, notes.
    pub(crate) body: Field,
    /// Dictionary words of scripts without spaces, from front and body.
    pub(crate) words: Field,
    pub(crate) source_words: Field,
    pub(crate) author_words: Field,
    pub(crate) place_words: Field,
    pub(crate) section_words: Field,
    pub(crate) credit_words: Field,
    facets: [Field; 8],
}

/// The order of [`Fields::facets`].
static FACETS: [(FacetField, &str); 8] = [
    (FacetField::Source, "source"),
    (FacetField::Author, "author"),
    (FacetField::Year, "year"),
    (FacetField::Month, "month"),
    (FacetField::Language, "language"),
    (FacetField::Place, "place"),
    (FacetField::Section, "section"),
    (FacetField::Kind, "kind"),
];

impl Fields {
    /// The schema and the fields in it.
    pub(crate) fn build() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", raw());
        let seq = schema.add_u64_field(SEQ, FAST);
        let born = schema.add_u64_field(BORN, FAST);
        let published = schema.add_i64_field(PUBLISHED, FAST);
        let text = |schema: &mut SchemaBuilder, name: &str| {
            schema.add_text_field(name, indexed(GRAMS, IndexRecordOption::WithFreqsAndPositions))
        };
        let fields = Self {
            id,
            seq,
            born,
            published,
            headline: text(&mut schema, "headline"),
            front: text(&mut schema, "front"),
            body: text(&mut schema, "body"),
            words: schema.add_text_field("words", indexed(WORDS, IndexRecordOption::WithFreqs)),
            source_words: text(&mut schema, "source_words"),
            author_words: text(&mut schema, "author_words"),
            place_words: text(&mut schema, "place_words"),
            section_words: text(&mut schema, "section_words"),
            credit_words: text(&mut schema, "credit_words"),
            facets: FACETS.map(|(_, name)| schema.add_text_field(name, raw().set_fast("raw"))),
        };
        (schema.build(), fields)
    }

    /// The fields: the same for every index of this version.
    pub(crate) fn get() -> &'static Self {
        static FIELDS: OnceLock<Fields> = OnceLock::new();
        FIELDS.get_or_init(|| Self::build().1)
    }

    /// The field that holds the values of a facet as they are.
    pub(crate) fn facet(&self, facet: FacetField) -> Field {
        let at = FACETS.iter().position(|(field, _)| *field == facet).unwrap_or_default();
        // Eight facets, eight fields: the fallback is never taken, and would be a facet, too.
        self.facets.get(at).copied().unwrap_or(self.id)
    }
}

/// Name of the fast field that holds the values of a facet.
pub(crate) fn facet_name(facet: FacetField) -> &'static str {
    FACETS.iter().find(|(field, _)| *field == facet).map_or("", |(_, name)| name)
}

/// Values as they are, for exact comparison.
fn raw() -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    )
}

fn indexed(tokenizer: &str, option: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
    TextOptions::default().set_indexing_options(indexing)
}

/// Tells an index how its texts are read.
pub(super) fn register(index: &Index) {
    index.tokenizers().register(GRAMS, Grams);
    index.tokenizers().register(WORDS, Words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_its_own_field() {
        let (schema, fields) = Fields::build();
        for (facet, name) in FACETS {
            assert_eq!(schema.get_field_name(fields.facet(facet)), name);
            assert_eq!(facet_name(facet), name);
        }
    }
}
