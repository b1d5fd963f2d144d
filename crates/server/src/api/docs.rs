//! `/docs`: the OpenAPI document as a page, without a line of script and without a request to anywhere else.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

use crate::problem::CODES;
use crate::render::feed::xml as escaped;
use crate::routes::{Access, Answer, Media, Param, ParamKind, ROUTES, Route};

static PAGE: LazyLock<String> = LazyLock::new(page);

/// Answers `/docs`.
pub(crate) async fn docs() -> Html<&'static str> {
    Html(&PAGE)
}

/// Answers `/docs/style.css`.
pub(crate) async fn style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("docs.css")).into_response()
}

fn page() -> String {
    let mut out = String::with_capacity(64 << 10);
    out.push_str(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>wirecopy API</title>\n\
         <link rel=\"stylesheet\" href=\"/docs/style.css\">\n</head>\n<body>\n<main>\n<h1>wirecopy API</h1>\n\
         <p>Raw news text in, typed articles out. The same as data: <a href=\"/openapi.json\">openapi.json</a>. \
         <a href=\"/\">To the archive</a></p>\n",
    );
    let mut chapters: Vec<&str> = Vec::new();
    for route in ROUTES {
        if !chapters.contains(&route.chapter) {
            chapters.push(route.chapter);
        }
    }
    out.push_str("<nav aria-label=\"Routes\">\n<ul>\n");
    for route in ROUTES {
        let name = format!("<code>{} {}</code>", route.method, escaped(route.path));
        let _ =
            writeln!(out, "<li><a href=\"#{}\">{name}</a> {}</li>", route.operation, escaped(route.summary));
    }
    out.push_str("<li><a href=\"#problems\">Problems</a></li>\n</ul>\n</nav>\n");
    for chapter in chapters {
        let _ = writeln!(out, "<h2>{}</h2>", escaped(chapter));
        ROUTES.iter().filter(|route| route.chapter == chapter).for_each(|route| section(&mut out, route));
    }
    out.push_str("<h2 id=\"problems\">Problems</h2>\n<p>Every error is a problem of RFC 9457: ");
    out.push_str("<code>application/problem+json</code> with <code>code</code>, <code>status</code>, <code>detail</code>, ");
    out.push_str("<code>help</code> and the <code>request_id</code> that stands in the server's log.</p>\n");
    out.push_str("<table>\n<thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead>\n<tbody>\n");
    for (code, status, meaning) in CODES {
        let _ = writeln!(
            out,
            "<tr><td><code>{code}</code></td><td>{}</td><td>{}</td></tr>",
            status.as_u16(),
            prose(meaning)
        );
    }
    out.push_str("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    out
}

fn section(out: &mut String, route: &Route) {
    let id = route.operation;
    let _ = writeln!(out, "<section id=\"{id}\" aria-labelledby=\"{id}-name\">");
    let _ = writeln!(out, "<h3 id=\"{id}-name\"><code>{} {}</code></h3>", route.method, escaped(route.path));
    let _ = writeln!(out, "<p><strong>{}.</strong> {}</p>", escaped(route.summary), prose(route.description));
    let access = match route.access {
        Access::Open => "Always open.",
        Access::Read => "Open where everyone may read; else a token with the scope <code>read</code>.",
        Access::Write => "Needs a token with the scope <code>write</code>.",
    };
    let _ = writeln!(out, "<p class=\"access\">{access}</p>");
    if !route.params.is_empty() {
        out.push_str(
            "<table>\n<thead><tr><th>parameter</th><th>value</th><th>meaning</th></tr></thead>\n<tbody>\n",
        );
        route.params.iter().for_each(|param| parameter(out, param));
        out.push_str("</tbody>\n</table>\n");
    }
    if let Some(body) = &route.body {
        let _ = writeln!(out, "<p>Body: {} {}</p>", prose(body.description), kinds(body.media));
    }
    for Answer { status, description, media } in route.answers {
        let _ = writeln!(out, "<p>{status}: {} {}</p>", prose(description), kinds(media));
    }
    out.push_str("</section>\n");
}

fn parameter(out: &mut String, param: &Param) {
    let value = match &param.kind {
        ParamKind::Text => "text".to_owned(),
        ParamKind::Flag => "<code>true</code> or <code>false</code>".to_owned(),
        ParamKind::Number { least, most } => format!("{least} to {most}"),
        ParamKind::Words(words) => {
            let words: Vec<String> =
                words.iter().map(|word| format!("<code>{}</code>", escaped(word))).collect();
            words.join(" ")
        }
    };
    let several = if param.repeated { ", several times" } else { "" };
    let meaning = prose(param.description);
    let _ = writeln!(
        out,
        "<tr><td><code>{}</code></td><td>{value}{several}</td><td>{meaning}</td></tr>",
        param.name
    );
}

fn kinds(media: &[Media]) -> String {
    let kinds: Vec<String> =
        media.iter().map(|media| format!("<code>{}</code>", escaped(media.kind))).collect();
    kinds.join(", ")
}

/// A sentence in which words between backticks are code.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        let part = escaped(part);
        out.push_str(&if at % 2 == 1 { format!("<code>{part}</code>") } else { part });
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_names_every_route_and_loads_nothing_from_elsewhere() {
        let page = super::page();
        for route in super::ROUTES {
            assert!(page.contains(&format!("<section id=\"{}\"", route.operation)), "{}", route.operation);
        }
        assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
    }
}
