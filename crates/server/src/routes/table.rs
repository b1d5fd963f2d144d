//! The table itself.

use axum::http::Method;
use axum::routing::{get, post};
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{Access, Answer, Media, Param, ParamKind, RequestBody, Route};
use crate::api::{health, parse};

const fn json<T: JsonSchema>() -> Media {
    Media { kind: "application/json", schema: Some(schema::<T>) }
}

fn schema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

const fn plain(kind: &'static str) -> Media {
    Media { kind, schema: None }
}

const fn one(name: &'static str, kind: ParamKind, description: &'static str) -> Param {
    Param { name, repeated: false, kind, description }
}

// How a document is read: the same options as `wirecopy parse`.
const ENCODING: Param =
    one("encoding", ParamKind::Text, "Encoding of the bytes; detected where it is left out.");
const DATE_ORDER: Param =
    one("date_order", ParamKind::Words(parse::DATE_ORDERS), "How to read `03/04/2018`.");
const REFERENCE_DATE: Param = one(
    "reference_date",
    ParamKind::Text,
    "The day on which the text was read, `2018-07-14`, for \"on Friday\".",
);
const ASSUME_ZONE: Param =
    one("assume_zone", ParamKind::Text, "Zone of times that state none, `+08:00`; marked as assumed.");

/// Every route of the API.
pub(crate) static ROUTES: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/api/v1/parse",
        chapter: "Reading",
        operation: "parse",
        access: Access::Read,
        summary: "Read a document",
        description: "Reads the articles of a document that is sent as it is, and keeps nothing of it. With `explain`, \
                      every line with its role and each field's candidates come with the records.",
        params: &[
            one("explain", ParamKind::Flag, "Also give lines, roles, reasons and candidates."),
            ENCODING,
            DATE_ORDER,
            REFERENCE_DATE,
            ASSUME_ZONE,
        ],
        body: Some(RequestBody {
            description: "The bytes of the document, or a JSON object with its text.",
            media: &[plain("text/plain"), plain("application/octet-stream"), json::<parse::Text>()],
        }),
        answers: &[Answer {
            status: 200,
            description: "What was read.",
            media: &[json::<parse::ParseAnswer>()],
        }],
        problems: &["body-too-large", "unsupported-media-type", "unreadable", "timeout"],
        handler: || post(parse::parse),
    },
    Route {
        method: Method::GET,
        path: "/healthz",
        chapter: "Operation",
        operation: "healthz",
        access: Access::Open,
        summary: "Whether the process answers",
        description: "Says nothing of the archive: see `/readyz`.",
        params: &[],
        body: None,
        answers: &[Answer { status: 200, description: "It does.", media: &[json::<health::Health>()] }],
        problems: &[],
        handler: || get(health::alive),
    },
];
