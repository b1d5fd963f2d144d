//! `/openapi.json`: the table of routes as an OpenAPI 3.1 document, its schemas in the dialect of the record's own.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Map, Value, json};

use crate::problem::{CODES, PROBLEM_JSON, Problem};
use crate::routes::{Access, Media, Param, ParamKind, ROUTES, Route};

/// Problems that every route may have.
const EVERYWHERE: [&str; 7] = [
    "bad-request",
    "invalid-parameter",
    "unauthorized",
    "misdirected",
    "too-many-requests",
    "internal",
    "overloaded",
];

static DOCUMENT: LazyLock<Value> = LazyLock::new(document);

/// Answers the route.
pub(crate) async fn openapi() -> Response {
    let body = serde_json::to_vec_pretty(&*DOCUMENT).unwrap_or_default();
    ([(CONTENT_TYPE, "application/vnd.oai.openapi+json;version=3.1")], body).into_response()
}

/// The document.
pub(crate) fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut paths = Map::new();
    for route in ROUTES {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.as_str().to_ascii_lowercase()] = operation(route, &mut generator);
    }
    let problem = generator.subschema_for::<Problem>();
    let mut schemas = generator.take_definitions(true);
    for schema in schemas.values_mut() {
        if let Ok(schema) = <&mut schemars::Schema>::try_from(schema) {
            RecursiveTransform(plain_description).transform(schema);
        }
    }
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "wirecopy",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "News articles: read, kept, found.",
            "description": "Errors are problem details of RFC 9457; `code` is the stable word for programs. Fields that are \
                            not known are absent rather than null. Reading may be open; writing needs a bearer token.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": {"Problem": {
                "description": "What went wrong.",
                "content": {PROBLEM_JSON: {"schema": problem}},
            }},
            "securitySchemes": {"token": {
                "type": "http",
                "scheme": "bearer",
                "description": "Made with `wirecopy token add --scope read|write`.",
            }},
        },
    })
}

fn operation(route: &Route, generator: &mut SchemaGenerator) -> Value {
    let mut parameters: Vec<Value> = route.params.iter().map(parameter).collect();
    if route.path.contains("{id}") {
        parameters.push(json!({
            "name": "id", "in": "path", "required": true, "description": "Id of an article.",
            "schema": {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,64}$"},
        }));
    }
    let mut responses = Map::new();
    for answer in route.answers {
        let mut response = json!({"description": answer.description});
        if !answer.media.is_empty() {
            response["content"] = content(answer.media, generator);
        }
        responses.insert(answer.status.to_string(), response);
    }
    let mut problems: Vec<&str> = EVERYWHERE.iter().chain(route.problems).copied().collect();
    if route.access != Access::Open {
        problems.push("forbidden");
    }
    for (code, status, _) in CODES {
        if problems.contains(code) {
            let status = status.as_u16().to_string();
            responses.entry(status).or_insert_with(|| json!({"$ref": "#/components/responses/Problem"}));
        }
    }
    let mut operation = json!({
        "operationId": route.operation,
        "summary": route.summary,
        "description": route.description,
        "tags": [route.chapter],
        "parameters": parameters,
        "responses": responses,
    });
    operation["security"] = match route.access {
        Access::Open => json!([]),
        Access::Read => json!([{}, {"token": ["read"]}]),
        Access::Write => json!([{"token": ["write"]}]),
    };
    if let Some(body) = &route.body {
        operation["requestBody"] = json!({
            "description": body.description, "required": body.required, "content": content(body.media, generator),
        });
    }
    operation
}

fn parameter(param: &Param) -> Value {
    let one = match &param.kind {
        ParamKind::Text => json!({"type": "string"}),
        ParamKind::Flag => json!({"type": "boolean"}),
        ParamKind::Number { least, most } => json!({"type": "integer", "minimum": least, "maximum": most}),
        ParamKind::Words(words) => json!({"type": "string", "enum": words}),
    };
    let mut out = json!({"name": param.name, "in": "query", "description": param.description});
    if matches!(param.kind, ParamKind::Flag) {
        // The name alone means yes.
        out["allowEmptyValue"] = json!(true);
    }
    out["schema"] = if param.repeated { json!({"type": "array", "items": one}) } else { one };
    out
}

fn content(media: &[Media], generator: &mut SchemaGenerator) -> Value {
    let mut out = Map::new();
    for media in media {
        let schema = media.schema.map(|schema| json!({"schema": schema(generator)}));
        out.insert(media.kind.to_owned(), schema.unwrap_or_else(|| json!({})));
    }
    Value::Object(out)
}

/// Descriptions are doc comments, wrapped and linked for Rust's readers: here they become plain sentences.
fn plain_description(schema: &mut schemars::Schema) {
    let Some(text) = schema.get("description").and_then(|text| text.as_str()) else { return };
    let paragraphs: Vec<String> = text.split("\n\n").map(|p| unlinked(&p.replace('\n', " "))).collect();
    schema.insert("description".to_owned(), paragraphs.join("\n\n").into());
}

/// The text with ``[`field`](Self::field)`` and ``[`Type`]`` as ``` `field` ``` and ``` `Type` ```.
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        out.push_str(before);
        out.push_str(&format!("`{name}`"));
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(map) => {
                found.extend(map.get("$ref").and_then(Value::as_str));
                map.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 50, "{}", found.len());
        for reference in found {
            let place = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference}"));
            assert!(document.pointer(place).is_some(), "{reference}");
        }
    }

    #[test]
    fn operations_have_names_of_their_own_and_known_problems() {
        for (at, route) in ROUTES.iter().enumerate() {
            assert!(
                ROUTES[..at].iter().all(|other| other.operation != route.operation),
                "{}",
                route.operation
            );
            for code in route.problems.iter().chain(&EVERYWHERE) {
                assert!(CODES.iter().any(|(known, ..)| known == code), "{code} of {}", route.operation);
            }
        }
    }
}
