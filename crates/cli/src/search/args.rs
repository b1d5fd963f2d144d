use clap::{Args, ValueEnum};
use wirecopy_archive::{FacetField, Sort};

use crate::archive::ArchiveArgs;
use crate::args::ColorWhen;

/// What `wirecopy search` is asked.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// Words, phrases, fields and dates to look for; without it, everything
    ///
    /// Put it in single quotes where it has signs that the shell takes for its own. A query that begins with a minus
    /// stands behind `--`.
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[command(flatten)]
    pub(super) archive: ArchiveArgs,
    /// How to write what is found; `pretty` on a terminal, `jsonl` elsewhere
    #[arg(long, short = 'f', value_enum, value_name = "FORMAT")]
    pub(super) format: Option<SearchFormat>,
    /// What comes first
    #[arg(long, short = 's', value_enum, value_name = "ORDER", default_value_t = SearchSort::Relevance)]
    pub(super) sort: SearchSort,
    /// Most articles; 10 for `pretty`, all for the other formats
    #[arg(long, short = 'n', value_name = "N")]
    pub(super) limit: Option<usize>,
    /// Count what was found by this field; may be given several times
    #[arg(long, value_enum, value_name = "FIELD")]
    pub(super) facet: Vec<SearchFacet>,
    /// Only what was published later than this year, month or day
    #[arg(long, value_name = "DATE")]
    pub(super) after: Option<String>,
    /// Only what was published earlier than this year, month or day
    #[arg(long, value_name = "DATE")]
    pub(super) before: Option<String>,
    /// When to use colors
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = ColorWhen::Auto)]
    pub(super) color: ColorWhen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SearchFormat {
    /// For people: headline, where and when, the words found
    Pretty,
    /// One record of JSON a line
    Jsonl,
    /// A table with commas
    Csv,
    /// A table with tabs; tabs, line feeds and backslashes in values are written as \t, \n and \\
    Tsv,
    /// The ids alone
    Ids,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SearchSort {
    /// Best first; latest first where the query has no words
    Relevance,
    /// Latest publication first
    Newest,
    /// Earliest publication first
    Oldest,
    /// Last stored first
    Added,
}

impl From<SearchSort> for Sort {
    fn from(sort: SearchSort) -> Self {
        match sort {
            SearchSort::Relevance => Self::Relevance,
            SearchSort::Newest => Self::Newest,
            SearchSort::Oldest => Self::Oldest,
            SearchSort::Added => Self::Added,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SearchFacet {
    Source,
    Author,
    Year,
    Month,
    Language,
    Place,
    Section,
    Kind,
}

impl From<SearchFacet> for FacetField {
    fn from(facet: SearchFacet) -> Self {
        match facet {
            SearchFacet::Source => Self::Source,
            SearchFacet::Author => Self::Author,
            SearchFacet::Year => Self::Year,
            SearchFacet::Month => Self::Month,
            SearchFacet::Language => Self::Language,
            SearchFacet::Place => Self::Place,
            SearchFacet::Section => Self::Section,
            SearchFacet::Kind => Self::Kind,
        }
    }
}
