//! `GET /api/v1/changes`: what came, changed and went, in order, for those who follow the archive.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use wirecopy_archive::Change;

use crate::api::list::fields;
use crate::api::wire::{Fields, Record, RecordSchema};
use crate::http::params::Params;
use crate::problem::Problem;
use crate::state::AppState;

/// Changes a page where no number was said, and the most.
const DEFAULT_LIMIT: usize = 100;
pub(crate) const MAX_LIMIT: usize = 1000;

/// Some changes, oldest first.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ChangesAnswer {
    /// The changes.
    #[schemars(with = "Vec<ChangeSchema>")]
    changes: Vec<Told>,
    /// What to ask `since` next: the place of the last change here, or the place that was asked about.
    next: u64,
    /// Whether there are more already.
    more: bool,
}

struct Told {
    change: Change,
    fields: Fields,
}

/// One change.
#[derive(JsonSchema)]
#[serde(tag = "change", rename_all = "snake_case")]
#[schemars(rename = "Change")]
#[expect(dead_code, reason = "describes what `Told` writes")]
enum ChangeSchema {
    /// A record came in or was replaced.
    Stored {
        /// Place in the order of changes.
        seq: u64,
        /// The record as it is now.
        record: Box<RecordSchema>,
    },
    /// A record is gone.
    Deleted {
        /// Place in the order of changes.
        seq: u64,
        /// Id of the record.
        id: String,
    },
}

#[derive(Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
enum Written<'c> {
    Stored { seq: u64, record: Record<'c> },
    Deleted { seq: u64, id: &'c str },
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.change {
            Change::Stored(stored) => {
                let record = Record { stored, fields: self.fields };
                Written::Stored { seq: stored.seq, record }.serialize(serializer)
            }
            Change::Deleted { seq, id } => Written::Deleted { seq: *seq, id }.serialize(serializer),
            _ => serializer.serialize_none(),
        }
    }
}

fn place(change: &Change) -> u64 {
    match change {
        Change::Stored(stored) => stored.seq,
        Change::Deleted { seq, .. } => *seq,
        _ => 0,
    }
}

/// Answers the route.
pub(crate) async fn changes(State(state): State<AppState>, params: Params) -> Result<Response, Problem> {
    let since = params.number("since", 0..=u64::MAX / 2)?.unwrap_or(0);
    let limit = params.number("limit", 1..=MAX_LIMIT)?.unwrap_or(DEFAULT_LIMIT);
    let fields = if params.get("fields").is_some() { fields(&params)? } else { Fields::ALL };
    state
        .work(move |state| {
            // One more than asked for tells whether there are more.
            let mut changes = state.archive()?.changes_since(since, limit + 1)?;
            let more = changes.len() > limit;
            changes.truncate(limit);
            let next = changes.last().map_or(since, place);
            let changes = changes.into_iter().map(|change| Told { change, fields }).collect();
            let body = serde_json::to_vec(&ChangesAnswer { changes, next, more });
            let body = body.map_err(|e| Problem::internal("the changes could not be written", &e))?;
            Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
        })
        .await
}
