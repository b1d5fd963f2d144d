//! The table itself.

use axum::http::Method;
use axum::routing::{get, post};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use wirecopy_archive::SearchRequest;

use super::{Access, Answer, Media, Param, ParamKind, RequestBody, Route};
use crate::api::article::{self, CopiesAnswer, Form};
use crate::api::changes::{self, ChangesAnswer};
use crate::api::export;
use crate::api::feeds;
use crate::api::health::{self, Health};
use crate::api::import::{self, Document, Documents, ImportAnswer};
use crate::api::list::{self, ArticlePage};
use crate::api::stats::{self, StatsAnswer};
use crate::api::wire::RecordSchema;
use crate::api::{docs, openapi, parse, search};

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

const fn many(name: &'static str, kind: ParamKind, description: &'static str) -> Param {
    Param { name, repeated: true, kind, description }
}

// What is looked for: the same words wherever articles are found.
const Q: Param = one("q", ParamKind::Text, "The query; without one everything is found.");
const SOURCE: Param = many("source", ParamKind::Text, "Only from this publisher or agency.");
const AUTHOR: Param = many("author", ParamKind::Text, "Only with this name in the byline.");
const YEAR: Param = many("year", ParamKind::Text, "Only published in this year.");
const MONTH: Param = many("month", ParamKind::Text, "Only published in this month, `2018-07`.");
const LANGUAGE: Param = many("language", ParamKind::Text, "Only in this language, `en`.");
const PLACE: Param = many("place", ParamKind::Text, "Only with this place in the dateline.");
const SECTION: Param = many("section", ParamKind::Text, "Only of this section.");
const KIND: Param = many("kind", ParamKind::Words(&search::KINDS), "Only records of this kind.");
const SORT: Param = one(
    "sort",
    ParamKind::Words(&["relevance", "newest", "oldest", "added"]),
    "Order; by date where the query has no words.",
);
const FIELDS: Param = many(
    "fields",
    ParamKind::Text,
    "Fields of the records, `headline,published`; `*` for all. Lists leave body, figures, evidence and diagnostics out.",
);

const fn number(name: &'static str, least: u64, most: u64, description: &'static str) -> Param {
    one(name, ParamKind::Number { least, most }, description)
}

const fn ok(description: &'static str, media: &'static [Media]) -> Answer {
    Answer { status: 200, description, media }
}

const UNCHANGED: Answer = Answer { status: 304, description: "What the client has is current.", media: &[] };

const FINDING: [&str; 2] = ["invalid-query", "unavailable"];

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
        example: "curl --data-binary @article.txt -H 'Content-Type: text/plain' 'http://127.0.0.1:8077/api/v1/parse?explain=true'",
        params: &[
            one("explain", ParamKind::Flag, "Also give lines, roles, reasons and candidates."),
            ENCODING,
            DATE_ORDER,
            REFERENCE_DATE,
            ASSUME_ZONE,
        ],
        body: Some(RequestBody {
            // Nothing is a document, too: an empty one.
            required: false,
            description: "The bytes of the document, or a JSON object with its text.",
            media: &[
                plain("text/plain"),
                plain("text/html"),
                plain("application/octet-stream"),
                json::<parse::Text>(),
            ],
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
        path: "/api/v1/articles",
        chapter: "Finding",
        operation: "search",
        access: Access::Read,
        summary: "Find articles",
        description: "A page of what a query finds, with exact counts. Filters of one field are alternatives, fields are all \
                      asked for. `next` and the `Link` header lead to the next page; a walk over the pages neither repeats \
                      nor skips an article, also while others come in.",
        example: "curl 'http://127.0.0.1:8077/api/v1/articles?q=bridge+-toll&language=en&facet=source&facet=year&timeline=month'",
        params: &[
            Q,
            SOURCE,
            AUTHOR,
            YEAR,
            MONTH,
            LANGUAGE,
            PLACE,
            SECTION,
            KIND,
            SORT,
            number("limit", 0, SearchRequest::MAX_LIMIT as u64, "Articles a page; 20 where it is left out."),
            one("cursor", ParamKind::Text, "Where the page before ended: its `next`."),
            many(
                "facet",
                ParamKind::Words(&[
                    "source", "author", "year", "month", "language", "place", "section", "kind",
                ]),
                "Fields to count values of.",
            ),
            number(
                "facet_limit",
                1,
                search::MAX_FACET_LIMIT as u64,
                "Most values of each facet; 20 where it is left out.",
            ),
            one(
                "timeline",
                ParamKind::Words(&["auto", "year", "month", "day"]),
                "Count by time of publication.",
            ),
            one(
                "snippets",
                ParamKind::Flag,
                "Whether headlines and pieces of the body come with marks; they do.",
            ),
            FIELDS,
        ],
        body: None,
        answers: &[ok("A page of articles.", &[json::<ArticlePage<'static>>()])],
        problems: &["invalid-query", "invalid-cursor", "unavailable"],
        handler: || get(list::list),
    },
    Route {
        method: Method::POST,
        path: "/api/v1/articles",
        chapter: "Writing",
        operation: "import",
        access: Access::Write,
        summary: "Import documents",
        description: "Reads documents and keeps them with their articles. The answer is written when all of it is on the disk \
                      and can be found; without an answer, send it again: what is there already is `unchanged`.",
        example: "curl --data-binary @article.txt -H 'Content-Type: text/plain' -H \"Authorization: Bearer $TOKEN\" \\\n  'http://127.0.0.1:8077/api/v1/articles?place=wire/7'",
        params: &[
            one("place", ParamKind::Text, "Where the document came from, when it is sent as it is."),
            ENCODING,
            DATE_ORDER,
            REFERENCE_DATE,
            ASSUME_ZONE,
        ],
        body: Some(RequestBody {
            required: true,
            description: "One document as it is, or one or several with their places as JSON, or one a line.",
            media: &[
                plain("text/plain"),
                plain("application/octet-stream"),
                Media { kind: "application/json", schema: Some(one_or_more) },
                Media { kind: "application/x-ndjson", schema: Some(schema::<Document>) },
            ],
        }),
        answers: &[ok("What became of each.", &[json::<ImportAnswer>()])],
        problems: &[
            "body-too-large",
            "unsupported-media-type",
            "unreadable",
            "timeout",
            "read-only",
            "full",
            "unavailable",
        ],
        handler: || post(import::import),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/articles/{id}",
        chapter: "Finding",
        operation: "article",
        access: Access::Read,
        summary: "One article",
        description: "The record, or the article in another form, as `Accept` or `format` ask. The `ETag` is strong.",
        example: "curl -H 'Accept: text/markdown' http://127.0.0.1:8077/api/v1/articles/$ID",
        params: &[one(
            "format",
            ParamKind::Words(&["json", "jsonld", "markdown", "text"]),
            "In place of `Accept`.",
        )],
        body: None,
        answers: &[
            ok(
                "The article.",
                &[
                    json::<RecordSchema>(),
                    plain(Form::JsonLd.kind()),
                    plain(Form::Markdown.kind()),
                    plain(Form::Text.kind()),
                ],
            ),
            UNCHANGED,
        ],
        problems: &["not-found", "not-acceptable", "unavailable"],
        handler: || get(article::article),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/articles/{id}/source",
        chapter: "Finding",
        operation: "source",
        access: Access::Read,
        summary: "The document an article was read from",
        description: "Byte for byte as it came.",
        example: "curl -OJ http://127.0.0.1:8077/api/v1/articles/$ID/source",
        params: &[],
        body: None,
        answers: &[ok("The document.", &[plain("text/plain"), plain("application/octet-stream")]), UNCHANGED],
        problems: &["not-found", "unavailable"],
        handler: || get(article::source),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/articles/{id}/copies",
        chapter: "Finding",
        operation: "copies",
        access: Access::Read,
        summary: "Copies of an article",
        description: "The same story in other papers, nearest first.",
        example: "curl http://127.0.0.1:8077/api/v1/articles/$ID/copies",
        params: &[],
        body: None,
        answers: &[ok("The copies.", &[json::<CopiesAnswer>()])],
        problems: &["not-found", "unavailable"],
        handler: || get(article::copies),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/changes",
        chapter: "Following",
        operation: "changes",
        access: Access::Read,
        summary: "What changed since",
        description: "Changes in the order in which they were made. Ask again with `since` set to `next`.",
        example: "curl 'http://127.0.0.1:8077/api/v1/changes?since=0&limit=2&fields=id,headline'",
        params: &[
            number(
                "since",
                0,
                u64::MAX / 2,
                "Place in the order of changes; from the beginning where it is left out.",
            ),
            number("limit", 1, changes::MAX_LIMIT as u64, "Changes a page; 100 where it is left out."),
            FIELDS,
        ],
        body: None,
        answers: &[ok("Some changes.", &[json::<ChangesAnswer>()])],
        problems: &["unavailable"],
        handler: || get(changes::changes),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/export.ndjson",
        chapter: "Following",
        operation: "export_ndjson",
        access: Access::Read,
        summary: "All that a query finds, as JSON Lines",
        description: "One record a line, all of the same moment, as many as the search counts. An export that cannot be \
                      finished is cut off, not ended.",
        example: "curl -o bridges.ndjson 'http://127.0.0.1:8077/api/v1/export.ndjson?q=bridge&fields=headline,published,body'",
        params: &[Q, SOURCE, AUTHOR, YEAR, MONTH, LANGUAGE, PLACE, SECTION, KIND, SORT, FIELDS],
        body: None,
        answers: &[ok(
            "The records.",
            &[Media { kind: "application/x-ndjson", schema: Some(schema::<RecordSchema>) }],
        )],
        problems: &FINDING,
        handler: || get(export::ndjson),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/export.csv",
        chapter: "Following",
        operation: "export_csv",
        access: Access::Read,
        summary: "All that a query finds, as a table",
        description: "One row an article, RFC 4180. Values are what the articles say, also where a spreadsheet would take them \
                      for a formula.",
        example: "curl -o bridges.csv 'http://127.0.0.1:8077/api/v1/export.csv?q=bridge&sort=newest'",
        params: &[Q, SOURCE, AUTHOR, YEAR, MONTH, LANGUAGE, PLACE, SECTION, KIND, SORT],
        body: None,
        answers: &[ok("The table.", &[plain("text/csv")])],
        problems: &FINDING,
        handler: || get(export::table),
    },
    Route {
        method: Method::GET,
        path: "/feed.atom",
        chapter: "Following",
        operation: "feed_atom",
        access: Access::Read,
        summary: "A saved search as an Atom feed",
        description: "What a query finds, last stored first.",
        example: "curl 'http://127.0.0.1:8077/feed.atom?q=headline:bridge'",
        params: &[Q, SOURCE, AUTHOR, YEAR, MONTH, LANGUAGE, PLACE, SECTION, KIND, ENTRIES],
        body: None,
        answers: &[ok("The feed.", &[plain("application/atom+xml")]), UNCHANGED],
        problems: &FINDING,
        handler: || get(feeds::atom),
    },
    Route {
        method: Method::GET,
        path: "/feed.json",
        chapter: "Following",
        operation: "feed_json",
        access: Access::Read,
        summary: "A saved search as a JSON Feed",
        description: "What a query finds, last stored first; JSON Feed 1.1.",
        example: "curl 'http://127.0.0.1:8077/feed.json?q=headline:bridge'",
        params: &[Q, SOURCE, AUTHOR, YEAR, MONTH, LANGUAGE, PLACE, SECTION, KIND, ENTRIES],
        body: None,
        answers: &[ok("The feed.", &[plain("application/feed+json")]), UNCHANGED],
        problems: &FINDING,
        handler: || get(feeds::json),
    },
    Route {
        method: Method::GET,
        path: "/api/v1/stats",
        chapter: "Operation",
        operation: "stats",
        access: Access::Read,
        summary: "The archive in figures",
        description: "Records by month, source, language and kind, how complete they are, and what they take.",
        example: "curl http://127.0.0.1:8077/api/v1/stats",
        params: &[],
        body: None,
        answers: &[ok("The figures.", &[json::<StatsAnswer>()])],
        problems: &["unavailable"],
        handler: || get(stats::stats),
    },
    Route {
        method: Method::GET,
        path: "/healthz",
        chapter: "Operation",
        operation: "healthz",
        access: Access::Open,
        summary: "Whether the process answers",
        description: "Says nothing of the archive: see `/readyz`.",
        example: "",
        params: &[],
        body: None,
        answers: &[ok("It does.", &[json::<Health>()])],
        problems: &[],
        handler: || get(health::alive),
    },
    Route {
        method: Method::GET,
        path: "/readyz",
        chapter: "Operation",
        operation: "readyz",
        access: Access::Open,
        summary: "Whether the archive can be read",
        description: "For those who decide whether to send requests here.",
        example: "",
        params: &[],
        body: None,
        answers: &[ok("It can.", &[json::<Health>()])],
        problems: &["unavailable"],
        handler: || get(health::ready),
    },
    Route {
        method: Method::GET,
        path: "/metrics",
        chapter: "Operation",
        operation: "metrics",
        access: Access::Read,
        summary: "Figures of the server, for Prometheus",
        description: "Requests by route and class of status, times, connections, memory.",
        example: "curl http://127.0.0.1:8077/metrics",
        params: &[],
        body: None,
        answers: &[ok("The figures.", &[plain("text/plain")])],
        problems: &[],
        handler: || get(health::metrics),
    },
    Route {
        method: Method::GET,
        path: "/openapi.json",
        chapter: "Operation",
        operation: "openapi",
        access: Access::Open,
        summary: "This description, for programs",
        description: "OpenAPI 3.1.",
        example: "",
        params: &[],
        body: None,
        answers: &[ok("The document.", &[plain("application/vnd.oai.openapi+json;version=3.1")])],
        problems: &[],
        handler: || get(openapi::openapi),
    },
    Route {
        method: Method::GET,
        path: "/docs",
        chapter: "Operation",
        operation: "docs",
        access: Access::Open,
        summary: "This description, for people",
        description: "A page that loads nothing from elsewhere.",
        example: "",
        params: &[],
        body: None,
        answers: &[ok("The page.", &[plain("text/html")])],
        problems: &[],
        handler: || get(docs::docs),
    },
];

const ENTRIES: Param =
    number("limit", 1, feeds::MAX_ENTRIES as u64, "Entries of the feed; 50 where it is left out.");

fn one_or_more(generator: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({
        "oneOf": [generator.subschema_for::<Document>(), generator.subschema_for::<Documents>()]
    })
}
