//! `GET /api/v1/export.ndjson` and `.csv`: all that a query finds, streamed.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body::Frame;
use tokio::sync::mpsc;
use wirecopy_archive::{SearchRequest, Stored};

use crate::api::list::fields;
use crate::api::search::{SORTS, selection};
use crate::api::wire::{Fields, Record};
use crate::http::params::Params;
use crate::problem::Problem;
use crate::render::csv;
use crate::state::AppState;

/// Bytes gathered before they are sent on.
const PIECE: usize = 64 << 10;

/// Pieces that may wait for the client: with them an export holds less than a megabyte, however long it is.
const PIECES: usize = 4;

/// Answers the route of JSON Lines.
pub(crate) async fn ndjson(State(state): State<AppState>, params: Params) -> Result<Response, Problem> {
    let fields = if params.get("fields").is_some() { fields(&params)? } else { Fields::ALL };
    let row = move |out: &mut Vec<u8>, stored: &Stored| {
        // Writing to memory does not fail and maps have string keys.
        let written = serde_json::to_writer(&mut *out, &Record { stored, fields });
        out.push(b'\n');
        written.map_err(std::io::Error::other)
    };
    export(&state, &params, "application/x-ndjson", "articles.ndjson", "", row).await
}

/// Answers the route of the table.
pub(crate) async fn table(State(state): State<AppState>, params: Params) -> Result<Response, Problem> {
    let row = |out: &mut Vec<u8>, stored: &Stored| {
        csv::row(out, stored);
        Ok(())
    };
    export(&state, &params, "text/csv; charset=utf-8; header=present", "articles.csv", csv::HEADER, row).await
}

async fn export<R>(
    state: &AppState,
    params: &Params,
    kind: &'static str,
    name: &'static str,
    header: &'static str,
    row: R,
) -> Result<Response, Problem>
where
    R: Fn(&mut Vec<u8>, &Stored) -> std::io::Result<()> + Send + 'static,
{
    let mut request = selection(params)?;
    request.sort = params.choice("sort", &SORTS)?.unwrap_or_default();
    let place = state
        .export_place()
        .ok_or_else(|| Problem::new("overloaded").detail("too many exports are under way").retry_after(10))?;
    let (send, receive) = mpsc::channel(PIECES);
    let (begun, begins) = tokio::sync::oneshot::channel();
    let archive = state.archive()?.clone();
    // Not one of the workers: an export lasts as long as its reader takes.
    tokio::task::spawn_blocking(move || {
        let _place = place;
        let rows = match archive.stream(&request) {
            Ok(rows) => rows,
            Err(error) => {
                let _ = begun.send(Err(error));
                return;
            }
        };
        let _ = begun.send(Ok(()));
        let mut piece = header.as_bytes().to_vec();
        for stored in rows {
            let written = stored.map_err(std::io::Error::other).and_then(|stored| row(&mut piece, &stored));
            if let Err(error) = written {
                tracing::error!(%error, "an export broke off");
                // The connection is cut: a client must not take a part for the whole.
                let _ = send.blocking_send(Err(error));
                return;
            }
            if piece.len() >= PIECE {
                let full = std::mem::replace(&mut piece, Vec::with_capacity(PIECE + PIECE / 4));
                if send.blocking_send(Ok(full.into())).is_err() {
                    // The client is gone.
                    return;
                }
            }
        }
        if !piece.is_empty() {
            let _ = send.blocking_send(Ok(piece.into()));
        }
    });
    // Errors of the query come before the first byte and are problems like any other.
    begins.await.map_err(|e| Problem::internal("the export broke off", &e))??;
    let head =
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    Ok((head, Body::new(Pieces(receive))).into_response())
}

/// All that a feed shows of a query, at most `limit`.
pub(crate) fn newest(params: &Params, limit: usize) -> Result<SearchRequest, Problem> {
    let mut request = selection(params)?;
    request.sort = wirecopy_archive::Sort::Added;
    request.limit = limit;
    Ok(request)
}

/// A body made of pieces as they come.
struct Pieces(mpsc::Receiver<std::io::Result<Bytes>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        self.0.poll_recv(cx).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}
