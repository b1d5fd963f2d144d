//! What every page has around it.

use askama::Template;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;

use super::assets;
use crate::problem::Problem;

/// Where in the site a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Search,
    Try,
    Stats,
    Docs,
    Elsewhere,
}

/// Title, place and files of a page.
#[derive(Debug)]
pub(crate) struct Shell {
    pub(crate) title: String,
    place: Place,
    pub(crate) styles: &'static [&'static str],
    pub(crate) scripts: &'static [&'static str],
    /// Address of the result as a feed, announced to feed readers.
    pub(crate) feed: Option<String>,
}

impl Shell {
    pub(crate) fn new(title: impl Into<String>, place: Place) -> Self {
        Self { title: title.into(), place, styles: &[], scripts: &[], feed: None }
    }

    pub(crate) fn styles(mut self, styles: &'static [&'static str]) -> Self {
        self.styles = styles;
        self
    }

    pub(crate) fn scripts(mut self, scripts: &'static [&'static str]) -> Self {
        self.scripts = scripts;
        self
    }

    pub(crate) fn is_at(&self, place: &str) -> bool {
        matches!(
            (self.place, place),
            (Place::Search, "search") | (Place::Try, "try") | (Place::Stats, "stats") | (Place::Docs, "docs")
        )
    }

    pub(crate) fn asset(name: &str) -> String {
        format!("/assets/{name}?v={}", assets::version())
    }
}

/// A page that says why there is no other.
#[derive(Template)]
#[template(path = "problem.html")]
pub(crate) struct ProblemPage {
    shell: Shell,
    heading: String,
    detail: String,
    help: String,
}

impl ProblemPage {
    pub(crate) fn respond(&self, status: StatusCode) -> Response {
        respond(status, self)
    }
}

impl From<&Problem> for ProblemPage {
    fn from(problem: &Problem) -> Self {
        Self {
            shell: Shell::new(problem.title(), Place::Elsewhere),
            heading: problem.title().to_owned(),
            detail: problem.seen().unwrap_or_default().to_owned(),
            help: problem.advice().unwrap_or_default().to_owned(),
        }
    }
}

/// Draws a page.
pub(crate) fn respond(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => html_response(status, html),
        Err(error) => {
            tracing::error!(%error, "a page could not be drawn");
            html_response(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be drawn.".to_owned())
        }
    }
}

/// A page that is drawn already. What it shows can change with the next import, so nobody keeps it unasked.
///
/// Controls have no place in HTML, and browsers draw boxes for them. The source view names each where it stands.
pub(crate) fn html_response(status: StatusCode, mut html: String) -> Response {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if html.contains(control) {
        html.retain(|c| !control(c));
    }
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache"));
    response
}
