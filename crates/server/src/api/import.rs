//! `POST /api/v1/articles`: documents in, a receipt out once they are on the disk.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wirecopy_archive::{Entry, Incoming, Outcome, Receipt, Rejection};
use wirecopy_parse::{Error, Parser};

use crate::api::parse::{BodyKind, parser, unread_json};
use crate::document;
use crate::http::body;
use crate::http::params::Params;
use crate::imports::Arriving;
use crate::problem::Problem;
use crate::state::AppState;

/// Most documents in one request.
pub(crate) const MAX_DOCUMENTS: usize = 10_000;

/// Longest place of a document, in bytes.
const LONGEST_PLACE: usize = 4096;

/// A document to be imported.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// The text of the document.
    text: String,
    /// Where it came from: a path or an address. What comes from the same place again replaces what came before.
    #[serde(default)]
    place: Option<String>,
}

/// Several documents.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Documents {
    /// The documents.
    documents: Vec<Document>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    More(Documents),
    One(Document),
}

/// What became of an import: written only when everything in it is on the disk and can be found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ImportAnswer {
    /// The counts; `seen` is the sum of the others.
    receipt: ReceiptCounts,
    /// What became of each record and of each document that was not taken, in the order in which they came.
    entries: Vec<ImportEntry>,
}

/// Counts of an import.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(crate) struct ReceiptCounts {
    /// Records, and documents that gave none.
    seen: u64,
    /// New records.
    stored: u64,
    /// Records that were there already.
    unchanged: u64,
    /// Records that replace an earlier reading of the same place.
    updated: u64,
    /// Records that are there already from another place.
    duplicate: u64,
    /// Documents that were not taken.
    rejected: u64,
}

/// What became of one record.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ImportEntry {
    /// The document's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// Number of the record in its document; 0 for a document that was not taken.
    record: u32,
    /// `stored`, `unchanged`, `updated`, `duplicate` or `rejected`.
    outcome: &'static str,
    /// The record's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Why it was not taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    rejection: Option<ImportRejection>,
}

/// Why a document was not taken.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ImportRejection {
    /// Stable word for programs.
    code: String,
    /// What was seen.
    detail: String,
}

/// Answers the route.
pub(crate) async fn import(
    State(state): State<AppState>,
    params: Params,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<ImportAnswer>, Problem> {
    state.writable()?;
    let kind = BodyKind::of(&headers)?;
    let place = params.get("place").map(str::to_owned);
    let encoding = params.get("encoding").map(str::to_owned).or(kind.charset());
    let parser = parser(&params, encoding, state.options(), false)?;
    let media_type = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).map(str::to_owned);
    let bytes = body::read(body, state.options()).await?;
    if bytes.is_empty() {
        return Err(Problem::new("unreadable").detail("the body is empty").help("send a document"));
    }
    let documents = state
        .work(move |_| match kind {
            BodyKind::Document(_) => {
                let media_type = media_type.filter(|kind| kind.len() <= 100);
                Ok(vec![read(&parser, checked(place)?, bytes.to_vec(), media_type)?])
            }
            BodyKind::Json | BodyKind::JsonLines => documents(&kind, &bytes)?
                .into_iter()
                .map(|document| {
                    let media_type = Some("text/plain; charset=utf-8".to_owned());
                    read(&parser, checked(document.place)?, document.text.into_bytes(), media_type)
                })
                .collect(),
        })
        .await?;
    let entries = state.imports().add(&state, documents).await?;
    Ok(Json(answer(entries)))
}

/// The documents of a JSON body.
fn documents(kind: &BodyKind, bytes: &[u8]) -> Result<Vec<Document>, Problem> {
    let documents = if *kind == BodyKind::JsonLines {
        let lines = bytes.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty());
        let read = |(at, line)| {
            serde_json::from_slice(line)
                .map_err(|e| unread_json(&e).help(format!("it is document {at} of the body")))
        };
        (1..).zip(lines).take(MAX_DOCUMENTS + 1).map(read).collect::<Result<_, Problem>>()?
    } else {
        // Tells syntax from shape: an untagged type alone would say only that nothing fits.
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|e| unread_json(&e))?;
        match serde_json::from_value(value) {
            Ok(OneOrMore::More(more)) => more.documents,
            Ok(OneOrMore::One(one)) => vec![one],
            Err(_) => {
                return Err(Problem::new("unreadable")
                    .detail("the body's JSON is no document")
                    .help("send {\"text\": …, \"place\": …} or {\"documents\": [{\"text\": …}, …]}"));
            }
        }
    };
    if documents.len() > MAX_DOCUMENTS {
        return Err(Problem::new("body-too-large")
            .detail(format!("more than {MAX_DOCUMENTS} documents in one request"))
            .help("send them in several requests"));
    }
    Ok(documents)
}

fn checked(place: Option<String>) -> Result<Option<String>, Problem> {
    match place {
        Some(place) if place.len() > LONGEST_PLACE || place.contains(char::is_control) => {
            Err(Problem::new("unreadable")
                .detail("the place of a document is too long or holds control characters"))
        }
        other => Ok(other.filter(|place| !place.is_empty())),
    }
}

/// Reads a document; one that cannot be read is kept as rejected, and said to be.
fn read(
    parser: &Parser,
    place: Option<String>,
    bytes: Vec<u8>,
    media_type: Option<String>,
) -> Result<Arriving, Problem> {
    let (records, rejection) = match parser.parse_bytes(&bytes) {
        Ok(parsed) => (document::records(&parsed, place.as_deref(), &bytes), None),
        Err(error) => {
            let code = match error {
                Error::NotText { .. } => "not_text",
                Error::TooLarge { .. } => "too_large",
                _ => "unreadable",
            };
            (Vec::new(), Some(Rejection { code: code.to_owned(), detail: error.to_string() }))
        }
    };
    let entries = records.len().max(1);
    let prepared =
        Incoming { place, bytes, media_type, records, rejection, ..Incoming::default() }.prepare()?;
    Ok(Arriving { prepared, entries })
}

fn answer(entries: Vec<Entry>) -> ImportAnswer {
    let mut receipt = Receipt::default();
    let entries = entries.into_iter().map(|entry| {
        receipt.seen += 1;
        let (outcome, count) = match entry.outcome {
            Outcome::Stored => ("stored", &mut receipt.stored),
            Outcome::Unchanged => ("unchanged", &mut receipt.unchanged),
            Outcome::Updated => ("updated", &mut receipt.updated),
            Outcome::Duplicate => ("duplicate", &mut receipt.duplicate),
            _ => ("rejected", &mut receipt.rejected),
        };
        *count += 1;
        ImportEntry {
            place: entry.place,
            record: entry.record,
            outcome,
            id: entry.id,
            rejection: entry
                .rejection
                .map(|rejection| ImportRejection { code: rejection.code, detail: rejection.detail }),
        }
    });
    let entries = entries.collect();
    let Receipt { seen, stored, unchanged, updated, duplicate, rejected } = receipt;
    ImportAnswer { receipt: ReceiptCounts { seen, stored, unchanged, updated, duplicate, rejected }, entries }
}
