//! `/docs`: the table of routes as a page, without a line of script of its own and without a request to anywhere else.

use std::sync::LazyLock;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Html;

use crate::pages::shell::{Place, Shell};
use crate::problem::CODES;
use crate::routes::{Access, ParamKind, ROUTES, Route};

// Templates name what they call by its module.
use crate::api::docs;

static PAGE: LazyLock<String> = LazyLock::new(page);

/// Answers `/docs`.
pub(crate) async fn docs() -> Html<&'static str> {
    Html(&PAGE)
}

#[derive(Template)]
#[template(path = "docs.html")]
struct DocsPage {
    shell: Shell,
    chapters: Vec<Chapter>,
    problems: &'static [(&'static str, StatusCode, &'static str)],
}

/// Routes that belong together.
struct Chapter {
    name: &'static str,
    routes: Vec<&'static Route>,
}

/// A piece of a sentence.
pub(crate) struct Part {
    pub(crate) text: String,
    /// Whether it is to be typed as it stands.
    pub(crate) code: bool,
}

fn page() -> String {
    let mut chapters: Vec<Chapter> = Vec::new();
    for route in ROUTES {
        match chapters.iter_mut().find(|chapter| chapter.name == route.chapter) {
            Some(chapter) => chapter.routes.push(route),
            None => chapters.push(Chapter { name: route.chapter, routes: vec![route] }),
        }
    }
    let shell = Shell::new("API", Place::Docs).styles(&["docs.css"]);
    // Its parts are all known when the program is built.
    DocsPage { shell, chapters, problems: CODES }.render().unwrap_or_else(|error| error.to_string())
}

/// A sentence in which words between backticks are code.
pub(crate) fn prose(text: impl AsRef<str>) -> Vec<Part> {
    let parts = text.as_ref().split('`').zip([false, true].into_iter().cycle());
    parts
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, code)| Part { text: text.to_owned(), code })
        .collect()
}

/// Who may ask.
pub(crate) fn access(access: &Access) -> &'static str {
    match access {
        Access::Open => "Always open.",
        Access::Read => "Open where everyone may read; else for a token with the scope read.",
        Access::Write => "For a token with the scope write.",
    }
}

/// What a parameter may be.
pub(crate) fn values(kind: &ParamKind) -> String {
    match kind {
        ParamKind::Text => "text".to_owned(),
        ParamKind::Flag => "`true` or `false`".to_owned(),
        ParamKind::Number { least, most } => format!("{least} to {most}"),
        ParamKind::Words(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" "),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_names_every_route_and_loads_nothing_from_elsewhere() {
        let page = super::page();
        for route in super::ROUTES {
            assert!(page.contains(&format!("<section id=\"{}\"", route.operation)), "{}", route.operation);
        }
        for link in page.split("href=\"").chain(page.split("src=\"")).skip(1) {
            assert!(!link.starts_with("http") && !link.starts_with("//"), "{}", &link[..80.min(link.len())]);
        }
        assert!(page.contains("<code>urn:") || page.contains("<code>invalid-query</code>"));
    }
}
