//! Records that share the rarest words of a text.

use std::collections::HashSet;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::tokenizer::TokenStream;
use tantivy::{DocAddress, Score, Term};

use super::text::Scanner;
use super::{BORN, Index, Snapshot};
use crate::error::Error;

impl Index {
    /// Where the records first came that share most of the `n_words` rarest words of a text with it, at most `limit`.
    pub(crate) fn sharing(
        &self,
        snapshot: &Snapshot,
        text: &str,
        n_words: usize,
        limit: usize,
    ) -> Result<Vec<u64>, Error> {
        let mut words = HashSet::new();
        let mut scanner = Scanner::new(text);
        while scanner.advance() {
            if !words.contains(&scanner.token().text) {
                words.insert(scanner.token().text.clone());
            }
        }
        let mut words: Vec<String> = words.into_iter().collect();
        words.sort_unstable();
        let mut rare: Vec<(u64, Term)> = Vec::with_capacity(words.len());
        for word in words {
            let term = Term::from_field_text(self.fields.body, &word);
            let n = snapshot.searcher.doc_freq(&term)?;
            // A word that stands in one record is shared by none.
            if n > 1 {
                rare.push((n, term));
            }
        }
        rare.sort();
        rare.truncate(n_words);
        if rare.is_empty() {
            return Ok(Vec::new());
        }
        let any = rare.into_iter().map(|(_, term)| -> Box<dyn Query> {
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        });
        let query = BooleanQuery::union(any.collect());
        let top: Vec<(Score, DocAddress)> =
            snapshot.searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?;
        let mut born = Vec::with_capacity(top.len());
        for (_, at) in top {
            let segment = snapshot.searcher.segment_reader(at.segment_ord);
            born.extend(segment.fast_fields().u64(BORN)?.first(at.doc_id));
        }
        Ok(born)
    }
}
