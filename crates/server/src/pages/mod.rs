//! What people look at.

use axum::Router;

use crate::state::AppState;

/// The routes of the pages.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
}
