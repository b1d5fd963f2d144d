//! `POST /api/v1/parse`: a document in, its articles out, nothing kept.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use chrono::{FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wirecopy_model::{Article, Diagnostic, LayoutKind, LineRole, Span};
use wirecopy_parse::{DateOrder, Error, Parsed, Parser, is_html};

use crate::document::{self, NO_PLACE};
use crate::http::body;
use crate::http::params::{Params, wrong};
use crate::options::Options;
use crate::problem::Problem;
use crate::state::AppState;

/// Words of `date_order`.
pub(crate) const DATE_ORDERS: &[&str] = &["document", "day-first", "month-first"];

/// A document as JSON: its text, decoded.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct Text {
    /// The text of the document.
    pub(crate) text: String,
}

/// What was read from a document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ParseAnswer {
    /// The records, in the order of the document; at least one, which may say that the document is no article.
    records: Vec<Article>,
    /// How paragraphs are set apart.
    layout: LayoutKind,
    /// The encoding that was read; absent for text that came as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    /// What was doubtful about the document as a whole.
    diagnostics: Vec<Diagnostic>,
    /// With `explain`: why it was read so.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
}

/// Every line and every candidate of a document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Explanation {
    /// The decoded text into which all spans point, in bytes of UTF-8.
    text: String,
    /// Every line that is not blank.
    lines: Vec<Line>,
    /// Candidates for each field.
    decisions: Vec<Decision>,
}

/// One line of a document.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Line {
    /// Line number, from 1, blank lines counted.
    n: u32,
    /// The line without its line end.
    span: Span,
    /// What the line is.
    role: LineRole,
    /// How sure that is, from 0 to 1.
    confidence: f32,
    /// Number of the record that it belongs to; absent for furniture.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<u32>,
    /// Why.
    reasons: Vec<Reason>,
}

/// One reason for or against a role.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reason {
    /// In words.
    text: String,
    /// How much it weighs, as a logarithm of odds; negative weighs against.
    weight: f32,
}

/// One candidate for the value of a field.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Decision {
    /// Number of the record.
    record: u32,
    /// Path of the field in the record.
    field: String,
    /// The candidate.
    value: String,
    /// Where it was read.
    span: Span,
    /// Whether it became the value.
    chosen: bool,
    /// Why it did or did not.
    reason: String,
}

/// Answers the route.
pub(crate) async fn parse(
    State(state): State<AppState>,
    params: Params,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<ParseAnswer>, Problem> {
    let explain = params.flag("explain")?;
    let kind = BodyKind::of(&headers)?;
    let encoding = params.get("encoding").map(str::to_owned).or(kind.charset());
    let parser = parser(&params, encoding, state.options(), explain)?;
    let bytes = body::read(body, state.options()).await?;
    state
        .work(move |_| {
            if let BodyKind::Json = kind {
                let document: Text = serde_json::from_slice(&bytes).map_err(|e| unread_json(&e))?;
                let text = &document.text;
                let parsed = if is_html(text) { parser.parse_html(text) } else { parser.parse(text) };
                return Ok(Json(answer(&parsed, text.as_bytes(), explain)));
            }
            let parsed = parser.parse_bytes(&bytes).map_err(|e| unreadable(&e))?;
            Ok(Json(answer(&parsed, &bytes, explain)))
        })
        .await
}

fn answer(parsed: &Parsed<'_>, bytes: &[u8], explain: bool) -> ParseAnswer {
    ParseAnswer {
        records: document::records(parsed, NO_PLACE, bytes),
        layout: parsed.layout().kind,
        encoding: parsed.encoding(),
        diagnostics: parsed.diagnostics().cloned().collect(),
        explanation: explain.then(|| explanation(parsed)),
    }
}

fn explanation(parsed: &Parsed<'_>) -> Explanation {
    let lines = parsed.layout().lines.iter().map(|line| Line {
        n: line.number,
        span: line.span,
        role: line.role,
        // Three decimals: more would promise more than a score can keep.
        confidence: (line.confidence * 1000.0).round() / 1000.0,
        record: line.record,
        reasons: line.reasons.iter().map(|r| Reason { text: r.text.clone(), weight: r.weight }).collect(),
    });
    let decisions = parsed.decisions().iter().map(|decision| Decision {
        record: decision.record,
        field: decision.field.clone(),
        value: decision.value.clone(),
        span: decision.span,
        chosen: decision.chosen,
        reason: decision.reason.clone(),
    });
    Explanation { text: parsed.text().to_owned(), lines: lines.collect(), decisions: decisions.collect() }
}

/// What a body says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// A document as it is, with the charset that was named.
    Document(Option<String>),
    /// A JSON object.
    Json,
    /// JSON objects, one a line.
    JsonLines,
}

impl BodyKind {
    /// What the headers say. A body without a type is a document.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let Some(given) = headers.get(CONTENT_TYPE) else { return Ok(Self::Document(None)) };
        let given = String::from_utf8_lossy(given.as_bytes()).into_owned();
        let mut parts = given.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "" | "text/plain" | "text/html" | "application/xhtml+xml" | "application/octet-stream" => {
                let charset = parts.find_map(|part| {
                    let (name, value) = part.split_once('=')?;
                    name.trim()
                        .eq_ignore_ascii_case("charset")
                        .then(|| value.trim().trim_matches('"').to_owned())
                });
                Ok(Self::Document(charset))
            }
            "application/json" => Ok(Self::Json),
            "application/x-ndjson" | "application/jsonl" => Ok(Self::JsonLines),
            // What curl --data sends unless told otherwise: say so, as nobody means it.
            "application/x-www-form-urlencoded" => Err(Problem::new("unsupported-media-type")
                .detail("the body says that it is a form")
                .help("with curl: --data-binary @FILE -H 'Content-Type: text/plain'")),
            _ => Err(Problem::new("unsupported-media-type")
                .detail(format!(
                    "a body of type {:?} is not read here",
                    kind.chars().take(80).collect::<String>()
                ))
                .help("send text/plain, text/html, application/octet-stream or application/json")),
        }
    }

    /// The charset that a text named.
    pub(crate) fn charset(&self) -> Option<String> {
        match self {
            Self::Document(charset) => charset.clone(),
            Self::Json | Self::JsonLines => None,
        }
    }
}

/// A parser for one request's options.
pub(crate) fn parser(
    params: &Params,
    encoding: Option<String>,
    options: &Options,
    explain: bool,
) -> Result<Parser, Problem> {
    let mut builder = Parser::builder().max_input(options.max_body).explain(explain);
    if let Some(encoding) = encoding {
        builder = builder.encoding(encoding);
    }
    if let Some(day) = params.get("reference_date") {
        let read = NaiveDate::parse_from_str(day, "%Y-%m-%d");
        builder =
            builder.reference_date(read.map_err(|_| wrong("reference_date", day, "a day as `2018-07-14`"))?);
    }
    if let Some(zone) = params.get("assume_zone") {
        // A plus that was not escaped arrives as a space.
        let written = zone.replace(' ', "+");
        let read = written.parse::<FixedOffset>();
        builder = builder.assume_zone(read.map_err(|_| wrong("assume_zone", zone, "an offset as `+08:00`"))?);
    }
    let orders = [
        ("document", None),
        ("day-first", Some(DateOrder::DayFirst)),
        ("month-first", Some(DateOrder::MonthFirst)),
    ];
    if let Some(order) = params.choice("date_order", &orders)?.flatten() {
        builder = builder.date_order(order);
    }
    Ok(builder.build())
}

/// Why a document could not be read.
pub(crate) fn unreadable(error: &Error) -> Problem {
    match error {
        Error::TooLarge { .. } => Problem::new("body-too-large").detail(error.to_string()),
        Error::UnknownEncoding { label } => {
            wrong("encoding", label, "a label of the WHATWG Encoding Standard, or leave it out")
        }
        Error::NotText { .. } => Problem::new("unreadable")
            .detail(error.to_string())
            .help("plain text is read; if this is text in a rare encoding, name it with `encoding`"),
        _ => Problem::new("unreadable").detail(error.to_string()),
    }
}

/// Why JSON could not be read: not JSON at all, or not what was expected.
pub(crate) fn unread_json(error: &serde_json::Error) -> Problem {
    let code = if error.is_data() { "unreadable" } else { "bad-request" };
    Problem::new(code).detail(format!("the body's JSON: {error}"))
}
