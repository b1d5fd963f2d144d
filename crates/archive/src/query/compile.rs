use std::ops::{Bound, Range};

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::ast::{Node, Text, TextField};
use super::phrase::{Phrase, is_wide, pieces};
use super::{MAX_EXPANSIONS, error};
use crate::error::Error;
use crate::index::Fields;
use crate::index::text::proclitics;
use crate::request::{FacetField, Filter};

/// How much more a word counts in the headline block than in the story. Short texts count more by themselves already.
const FRONT: f32 = 2.0;
/// How much a dictionary word adds to the pairs of characters that found it.
const DICTIONARY: f32 = 0.5;
/// How much the words of a run standing together add to the words alone.
const TOGETHER: f32 = 0.5;
/// How much less a word counts with a particle written to it.
const PARTICLE: f32 = 0.8;
/// Shortest beginning of a word that may stand for all its endings, in letters.
const MIN_PREFIX: usize = 2;

/// A question to the index.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) query: Box<dyn Query>,
    /// Whether some hits are better than others: it asks for words that must be there.
    pub(crate) scored: bool,
    /// The parts of the question when it is nothing but a set of words any of which will do.
    pub(crate) alternatives: Option<Vec<Box<dyn Query>>>,
    /// What is to be marked in hits.
    pub(crate) patterns: Vec<(TextField, Phrase)>,
}

/// Turns a query and the filters beside it into a question.
pub(crate) fn compile(
    node: &Node,
    filters: &[Filter],
    searcher: &Searcher,
    fields: &Fields,
) -> Result<Compiled, Error> {
    let mut compiler = Compiler { searcher, fields, patterns: Vec::new(), words_only: true };
    let plan = compiler.node(node, true)?;
    let plain = compiler.words_only && filters.is_empty() && matches!(node, Node::Text(_) | Node::Or(_));
    let alternatives = plain.then(|| match &plan {
        Plan::Any(queries) => queries.iter().map(|query| query.box_clone()).collect(),
        Plan::One(query) => vec![query.box_clone()],
    });
    let query = plan.into_query();
    let scored = !compiler.patterns.is_empty();
    let mut must = vec![(Occur::Must, query)];
    let mut wanted: Vec<FacetField> = filters.iter().map(|filter| filter.field).collect();
    wanted.sort_unstable();
    wanted.dedup();
    for facet in wanted {
        let values =
            filters.iter().filter(|filter| filter.field == facet).map(|filter| filter.value.as_str());
        let any = values.map(|value| compiler.value(facet, value)).collect();
        must.push((Occur::Must, unscored(union(any))));
    }
    let query = if must.len() > 1 && *node == Node::All {
        must.remove(0);
        intersection(must)
    } else {
        intersection(must)
    };
    Ok(Compiled { query, scored, alternatives, patterns: compiler.patterns })
}

struct Compiler<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    patterns: Vec<(TextField, Phrase)>,
    /// Whether nothing but alternatives of single words was met so far.
    words_only: bool,
}

/// A question before it is known what it becomes a part of.
enum Plan {
    /// Any of these; taken apart when it stands among alternatives, since one flat union is pruned and a nested one not.
    Any(Vec<Box<dyn Query>>),
    One(Box<dyn Query>),
}

impl Plan {
    fn into_query(self) -> Box<dyn Query> {
        match self {
            Self::Any(queries) => union(queries),
            Self::One(query) => query,
        }
    }
}

impl Compiler<'_> {
    fn node(&mut self, node: &Node, positive: bool) -> Result<Plan, Error> {
        self.words_only &= matches!(node, Node::Text(_) | Node::Or(_));
        match node {
            Node::All => Ok(Plan::One(unscored(Box::new(AllQuery)))),
            Node::Text(text) => self.text(text, positive),
            Node::Value(facet, value) => Ok(Plan::One(unscored(self.value(*facet, value)))),
            Node::Dates(from, to) => Ok(Plan::One(unscored(self.dates(*from, *to)))),
            Node::Not(inner) => {
                let inner = self.node(inner, !positive)?.into_query();
                let all: Box<dyn Query> = Box::new(AllQuery);
                let clauses = vec![(Occur::Must, all), (Occur::MustNot, inner)];
                Ok(Plan::One(unscored(Box::new(BooleanQuery::new(clauses)))))
            }
            Node::Or(nodes) => {
                let mut all = Vec::new();
                for node in nodes {
                    match self.node(node, positive)? {
                        Plan::Any(queries) => all.extend(queries),
                        Plan::One(query) => all.push(query),
                    }
                }
                Ok(Plan::Any(all))
            }
            Node::And(nodes) => {
                let mut clauses = Vec::new();
                for node in nodes {
                    match node {
                        Node::All => {}
                        Node::Not(inner) => {
                            clauses.push((Occur::MustNot, self.node(inner, !positive)?.into_query()));
                        }
                        _ => clauses.push((Occur::Must, self.node(node, positive)?.into_query())),
                    }
                }
                if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
                    clauses.push((Occur::Must, unscored(Box::new(AllQuery))));
                }
                Ok(Plan::One(intersection(clauses)))
            }
        }
    }

    fn text(&mut self, text: &Text, positive: bool) -> Result<Plan, Error> {
        let span = &text.span;
        if text.quoted || text.field != TextField::Any && !text.text.contains(is_wide) {
            return self.phrase(text.field, &text.text, text.prefix, span, positive, text.quoted);
        }
        let cut = pieces(&text.text);
        let last = cut.pieces.len().saturating_sub(1);
        if cut.pieces.len() <= 1 && cut.words.is_empty() {
            let piece = cut.pieces.first().map_or(text.text.as_str(), String::as_str);
            return self.phrase(text.field, piece, text.prefix, span, positive, false);
        }
        self.words_only = false;
        let mut clauses = Vec::new();
        for (at, piece) in cut.pieces.iter().enumerate() {
            let plan = self.phrase(text.field, piece, text.prefix && at == last, span, positive, false)?;
            clauses.push((Occur::Must, plan.into_query()));
        }
        if positive && matches!(text.field, TextField::Any | TextField::Body | TextField::Headline) {
            if last > 0 {
                let together = self.fielded(text.field, &text.text, false, span)?;
                clauses.extend(together.map(|plan| (Occur::Should, boosted(plan.into_query(), TOGETHER))));
            }
            for word in &cut.words {
                let word = term(self.fields.words, word, IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, boosted(word, DICTIONARY)));
            }
        }
        Ok(Plan::One(intersection(clauses)))
    }

    /// One phrase in the fields it is looked for in, noted for marking.
    fn phrase(
        &mut self,
        field: TextField,
        text: &str,
        prefix: bool,
        span: &Range<usize>,
        positive: bool,
        quoted: bool,
    ) -> Result<Plan, Error> {
        let Some(phrase) = Phrase::read(text, prefix) else {
            return Ok(Plan::One(unscored(Box::new(AllQuery))));
        };
        self.words_only &= phrase.words.len() == 1 && !phrase.prefix;
        let mut plan = self.plan(field, &phrase, span)?;
        let alone = phrase.words.first().filter(|_| phrase.words.len() == 1 && !phrase.prefix && !quoted);
        let others = alone.map_or_else(Vec::new, |word| proclitics(&word.text));
        if positive {
            self.patterns.push((field, phrase));
        }
        for other in others {
            let phrase = Phrase { words: vec![super::Word { offset: 0, text: other }], prefix: false };
            let more = self.plan(field, &phrase, span)?.into_query();
            plan = match plan {
                Plan::Any(mut queries) => {
                    queries.push(boosted(more, PARTICLE));
                    Plan::Any(queries)
                }
                Plan::One(query) => Plan::Any(vec![query, boosted(more, PARTICLE)]),
            };
            if positive {
                self.patterns.push((field, phrase));
            }
        }
        Ok(plan)
    }

    fn fielded(
        &mut self,
        field: TextField,
        text: &str,
        prefix: bool,
        span: &Range<usize>,
    ) -> Result<Option<Plan>, Error> {
        Phrase::read(text, prefix).map(|phrase| self.plan(field, &phrase, span)).transpose()
    }

    fn plan(&self, field: TextField, phrase: &Phrase, span: &Range<usize>) -> Result<Plan, Error> {
        let fields = self.fields;
        let one = |field: Field| Ok(Plan::One(self.in_field(field, phrase, span)?));
        match field {
            TextField::Any => Ok(Plan::Any(vec![
                self.in_field(fields.body, phrase, span)?,
                boosted(self.in_field(fields.front, phrase, span)?, FRONT),
            ])),
            TextField::Headline => one(fields.headline),
            TextField::Body => one(fields.body),
            TextField::Source => one(fields.source_words),
            TextField::Author => one(fields.author_words),
            TextField::Place => one(fields.place_words),
            TextField::Credit => one(fields.credit_words),
            TextField::Section => one(fields.section_words),
        }
    }

    fn in_field(&self, field: Field, phrase: &Phrase, span: &Range<usize>) -> Result<Box<dyn Query>, Error> {
        let terms: Vec<(usize, Term)> =
            phrase.words.iter().map(|word| (word.offset, Term::from_field_text(field, &word.text))).collect();
        let last = phrase.words.last().map_or("", |word| word.text.as_str());
        if phrase.prefix {
            self.check_prefix(field, last, span)?;
        }
        Ok(match (terms.as_slice(), phrase.prefix) {
            ([(_, only)], false) => Box::new(TermQuery::new(only.clone(), IndexRecordOption::WithFreqs)),
            ([(_, only)], true) => {
                let after = Term::from_field_text(field, &beyond(last));
                Box::new(RangeQuery::new(Bound::Included(only.clone()), Bound::Excluded(after)))
            }
            (_, false) => Box::new(PhraseQuery::new_with_offset(terms)),
            (_, true) => {
                let mut query = PhrasePrefixQuery::new_with_offset(terms);
                query.set_max_expansions(u32::try_from(MAX_EXPANSIONS).unwrap_or(u32::MAX));
                Box::new(query)
            }
        })
    }

    /// Refuses a beginning that too many words share: all of them would have to be read.
    fn check_prefix(&self, field: Field, prefix: &str, span: &Range<usize>) -> Result<(), Error> {
        let n_letters = prefix.chars().count();
        let wide = prefix.chars().next().is_some_and(is_wide);
        if n_letters < MIN_PREFIX && !wide {
            let help = format!("put at least {MIN_PREFIX} letters before the star");
            return Err(error(format!("`{prefix}*` could be almost any word"), span.clone(), help).into());
        }
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let range = index.terms().range().ge(prefix).lt(beyond(prefix));
            let mut stream = range.into_stream().map_err(tantivy::TantivyError::from)?;
            let mut n = 0;
            while stream.advance() && n <= MAX_EXPANSIONS {
                n += 1;
            }
            if n > MAX_EXPANSIONS {
                let help = "write more of the word before the star".to_owned();
                let message = format!("more than {MAX_EXPANSIONS} words begin with `{prefix}`");
                return Err(error(message, span.clone(), help).into());
            }
        }
        Ok(())
    }

    fn value(&self, facet: FacetField, value: &str) -> Box<dyn Query> {
        term(self.fields.facet(facet), value, IndexRecordOption::Basic)
    }

    fn dates(&self, from: Option<i64>, to: Option<i64>) -> Box<dyn Query> {
        let bound = |seconds: i64| Term::from_field_i64(self.fields.published, seconds);
        let from = from.map_or(Bound::Included(bound(i64::MIN)), |from| Bound::Included(bound(from)));
        let to = to.map_or(Bound::Unbounded, |to| Bound::Excluded(bound(to)));
        Box::new(RangeQuery::new(from, to))
    }
}

/// The first text after all that begin with the prefix.
fn beyond(prefix: &str) -> String {
    format!("{prefix}{}", char::MAX)
}

fn term(field: Field, text: &str, option: IndexRecordOption) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), option))
}

fn union(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

fn intersection(mut clauses: Vec<(Occur, Box<dyn Query>)>) -> Box<dyn Query> {
    match clauses.as_slice() {
        [(Occur::Must, _)] => clauses.remove(0).1,
        _ => Box::new(BooleanQuery::new(clauses)),
    }
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}

/// A condition: it says whether, not how well.
fn unscored(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
