//! `GET /api/v1/stats`: what is in the archive, in figures.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use schemars::JsonSchema;
use serde::Serialize;
use wirecopy_archive::Stats;

use crate::problem::Problem;
use crate::state::AppState;

/// The archive in figures.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct StatsAnswer {
    /// Records.
    records: u64,
    /// Records by kind.
    kinds: BTreeMap<String, u64>,
    /// Records by month of publication, `2018-07`.
    months: BTreeMap<String, u64>,
    /// Records without a date.
    undated: u64,
    /// Records by source, most frequent first, at most a hundred.
    sources: Vec<Count>,
    /// Records by language, most frequent first.
    languages: Vec<Count>,
    /// Records that have a field.
    fields: BTreeMap<String, u64>,
    /// Documents they came from.
    documents: u64,
    /// Bytes of these documents as they came.
    source_bytes: u64,
    /// Bytes on disk: store.
    store_bytes: u64,
    /// Bytes on disk: index.
    index_bytes: u64,
    /// Documents that were not taken.
    rejects: u64,
    /// Newest place in the order of changes.
    seq: u64,
}

/// A value and how often it is there.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Count {
    value: String,
    count: u64,
}

fn counts(pairs: Vec<(String, u64)>) -> Vec<Count> {
    pairs.into_iter().map(|(value, count)| Count { value, count }).collect()
}

impl From<Stats> for StatsAnswer {
    fn from(stats: Stats) -> Self {
        Self {
            records: stats.records,
            kinds: stats.kinds,
            months: stats.months,
            undated: stats.undated,
            sources: counts(stats.sources),
            languages: counts(stats.languages),
            fields: stats.fields,
            documents: stats.documents,
            source_bytes: stats.source_bytes,
            store_bytes: stats.store_bytes,
            index_bytes: stats.index_bytes,
            rejects: stats.rejects,
            seq: stats.seq,
        }
    }
}

/// Answers the route.
pub(crate) async fn stats(State(state): State<AppState>) -> Result<Json<StatsAnswer>, Problem> {
    state.work(|state| Ok(Json(state.archive()?.stats()?.into()))).await
}
