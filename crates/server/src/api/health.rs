//! Whether the server lives, whether it can answer from its archive, and its figures.

use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use crate::problem::Problem;
use crate::state::AppState;

/// How the server is.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Health {
    /// Always `ok`: a server that is not gives a problem.
    status: &'static str,
    /// Version of the server.
    version: &'static str,
}

const FINE: Health = Health { status: "ok", version: env!("CARGO_PKG_VERSION") };

/// Answers as long as the process runs.
pub(crate) async fn alive() -> Json<Health> {
    Json(FINE)
}

/// Answers when the archive can be read.
pub(crate) async fn ready(State(state): State<AppState>) -> Result<Json<Health>, Problem> {
    state
        .work(|state| {
            let unread = |e: wirecopy_archive::Error| {
                tracing::error!(cause = %e, "the archive cannot be read");
                Problem::new("unavailable").detail("the archive cannot be read").retry_after(10)
            };
            state.archive()?.changes_since(u64::MAX >> 1, 1).map_err(unread)?;
            Ok(Json(FINE))
        })
        .await
}

/// The counters, for Prometheus.
pub(crate) async fn metrics(State(state): State<AppState>) -> Response {
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], state.metrics().text()).into_response()
}
