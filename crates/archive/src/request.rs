use std::ops::Range;

use crate::record::Stored;

/// What to look for.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchRequest {
    /// The query, in the language of the archive; an empty one finds everything.
    pub query: String,
    /// Values that facets must have; values of one field are alternatives, fields are all asked for.
    pub filters: Vec<Filter>,
    /// Order of the hits.
    pub sort: Sort,
    /// Hits a page, from 0 to [`SearchRequest::MAX_LIMIT`].
    pub limit: usize,
    /// Where the page before ended: [`Page::next`].
    pub cursor: Option<String>,
    /// Facets to count.
    pub facets: Vec<FacetField>,
    /// Most values a facet gives.
    pub facet_limit: usize,
    /// Count by time.
    pub timeline: Option<Timeline>,
    /// Whether hits come with snippets.
    pub snippets: bool,
}

impl SearchRequest {
    /// Most hits a page.
    pub const MAX_LIMIT: usize = 1000;

    /// A search for a query: best first, twenty hits with snippets, no facets.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            filters: Vec::new(),
            sort: Sort::Relevance,
            limit: 20,
            cursor: None,
            facets: Vec::new(),
            facet_limit: 20,
            timeline: None,
            snippets: true,
        }
    }
}

/// One value that a facet must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The field.
    pub field: FacetField,
    /// The value as facets give it.
    pub value: String,
}

/// Order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Sort {
    /// Best first (BM25, headlines weigh more); by date where the query has no words.
    #[default]
    Relevance,
    /// Latest publication first; without a date last.
    Newest,
    /// Earliest publication first; without a date last.
    Oldest,
    /// Last come in first; what was replaced keeps its place.
    Added,
}

/// Fields that can be counted and filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FacetField {
    /// Publisher or agency.
    Source,
    /// Names of bylines.
    Author,
    /// Year of publication.
    Year,
    /// Month of publication, `2018-07`.
    Month,
    /// Language.
    Language,
    /// Place of the dateline.
    Place,
    /// Section.
    Section,
    /// Kind of record.
    Kind,
}

/// How a count by time is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeline {
    /// By year.
    Year,
    /// By month.
    Month,
    /// By day.
    Day,
    /// Whichever gives at most about sixty bars.
    Auto,
}

/// One page of a search.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// All that was found, exactly.
    pub total: u64,
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// The facets asked for, in that order.
    pub facets: Vec<Counts>,
    /// Counts by time, from the earliest, months without a hit left out; `None` unless asked for.
    pub timeline: Option<Vec<Bucket>>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<String>,
}

/// One hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record.
    pub stored: Stored,
    /// How good it is; higher is better, comparable within one search only.
    pub score: f32,
    /// The headline with what was found in it.
    pub headline: Option<Highlight>,
    /// Where it was found in the body.
    pub snippet: Option<Snippet>,
}

/// A text and the places in it that the query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The text.
    pub text: String,
    /// The places, in bytes, in order, not overlapping.
    pub marks: Vec<Range<usize>>,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The piece with its marks.
    pub highlight: Highlight,
    /// Whether text was left out before it.
    pub cut_before: bool,
    /// Whether text was left out after it.
    pub cut_after: bool,
}

/// Counts of one facet, most frequent first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The field.
    pub field: FacetField,
    /// Values and how often they were found.
    pub values: Vec<(String, u64)>,
    /// Values left out because of the limit.
    pub others: u64,
}

/// One bar of a count by time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// `2018`, `2018-07` or `2018-07-14`.
    pub label: String,
    /// How many.
    pub count: u64,
}
