//! "Try it": a text or a file goes in, what is read from it comes out, nothing is kept.

mod form;

use askama::Template;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use wirecopy_parse::{Error, Parser};

use super::shell::{Place, Shell, html_response, respond};
use super::source::SourceView;
use super::words;

/// Text that is given back in the box; a file of megabytes would only make the page slow.
const ECHO: usize = 200_000;

/// What the button "Read an example" reads.
const SAMPLE: &str = include_str!("sample.txt");

#[derive(Template)]
#[template(path = "try.html")]
struct TryPage<'a> {
    shell: Shell,
    text: &'a str,
    shows_sample: bool,
    result: Tried<'a>,
}

/// What came of an attempt.
enum Tried<'a> {
    Nothing,
    Read(SourceView<'a>),
    Refused(Refused),
}

/// Why the bytes could not be read.
#[derive(Template)]
#[template(path = "_refused.html")]
struct Refused {
    heading: &'static str,
    detail: String,
}

impl Refused {
    fn new(error: &Error) -> Self {
        match error {
            Error::TooLarge { size, limit } => Self {
                heading: "This is too large to read here.",
                detail: format!(
                    "It has {}, and at most {} are read.",
                    words::bytes(*size as u64),
                    words::bytes(*limit as u64)
                ),
            },
            Error::NotText { what } => Self {
                heading: "This is no text.",
                detail: format!(
                    "It looks like {what}. Only text can be read: save the article as text and try again."
                ),
            },
            other => Self { heading: "This could not be read.", detail: other.to_string() },
        }
    }
}

fn shell() -> Shell {
    Shell::new("Try it", Place::Try).styles(&["source.css"]).scripts(&["source.js", "try.js"])
}

/// The page before anything was tried.
pub(crate) fn empty() -> Response {
    respond(StatusCode::OK, &TryPage { shell: shell(), text: "", shows_sample: true, result: Tried::Nothing })
}

/// What was sent: by a form a page comes back, by a script the view alone.
///
/// Takes as long as parsing takes: call it off the async threads.
pub(crate) fn attempt(parser: &Parser, headers: &HeaderMap, body: &Bytes) -> Response {
    let sent_as = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(boundary) = form::boundary(sent_as) else {
        return fragment(parser, body);
    };
    let form = form::read(body, &boundary);
    // A file goes before the text: whoever chose one meant it, and a browser always sends both.
    let file = form.iter().find(|part| part.name == "file" && !part.body.is_empty()).map(|part| part.body);
    let typed = form.iter().find(|part| part.name == "text").map_or(&[][..], |part| part.body);
    let sample = form.iter().any(|part| part.name == "sample");
    let bytes = if sample { SAMPLE.as_bytes() } else { file.unwrap_or(typed) };
    if bytes.is_empty() {
        return empty();
    }
    let parsed = match parser.parse_bytes(bytes) {
        Ok(parsed) => parsed,
        Err(error) => {
            let result = Tried::Refused(Refused::new(&error));
            let text = std::str::from_utf8(typed).unwrap_or_default();
            let page = TryPage { shell: shell(), text, shows_sample: true, result };
            return respond(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let text = if parsed.text().len() > ECHO { "" } else { parsed.text() };
    let result = Tried::Read(SourceView::new(&parsed, None));
    respond(StatusCode::OK, &TryPage { shell: shell(), text, shows_sample: false, result })
}

fn fragment(parser: &Parser, bytes: &[u8]) -> Response {
    let drawn = match parser.parse_bytes(bytes) {
        Ok(parsed) => SourceView::new(&parsed, None).render().map(|html| (StatusCode::OK, html)),
        Err(error) => Refused::new(&error).render().map(|html| (StatusCode::UNPROCESSABLE_ENTITY, html)),
    };
    match drawn {
        Ok((status, html)) => html_response(status, html),
        Err(error) => html_response(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn send(content_type: &'static str, body: &str) -> (StatusCode, String) {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type));
        let parser = Parser::builder().explain(true).max_input(10_000).build();
        let response = attempt(&parser, &headers, &Bytes::copy_from_slice(body.as_bytes()));
        let status = response.status();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let body = runtime.block_on(axum::body::to_bytes(response.into_body(), usize::MAX)).unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    fn form(fields: &[(&str, &str)]) -> String {
        let part = |(name, value): &(&str, &str)| {
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        fields.iter().map(part).collect::<String>() + "--b--\r\n"
    }

    #[test]
    fn a_form_gets_a_page_and_a_script_the_view() {
        let text = "Council closes bridge\r\n\r\nBy Ana Lima\r\n\r\nThe council voted on Monday.";
        let (status, page) = send("multipart/form-data; boundary=b", &form(&[("text", text), ("file", "")]));
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("<!doctype html>") && page.contains("id=\"L3\""), "{page}");
        assert!(
            page.contains(">Council closes bridge\r\n\r\nBy Ana Lima"),
            "the text stays in its box: {page}"
        );
        let (status, view) = send("text/plain", text);
        assert_eq!(status, StatusCode::OK);
        assert!(view.starts_with("<div class=\"sv\"") && !view.contains("<!doctype"), "{view}");
    }

    #[test]
    fn a_file_goes_before_the_text() {
        let (_, page) = send(
            "multipart/form-data; boundary=b",
            &form(&[("text", "typed"), ("file", "From a file\n\nBody.")]),
        );
        assert!(page.contains("From a file") && !page.contains("typed"), "{page}");
    }

    #[test]
    fn nothing_and_too_much_are_said() {
        let (status, page) = send("multipart/form-data; boundary=b", &form(&[("text", "")]));
        assert!(status == StatusCode::OK && !page.contains("data-sv"), "{page}");
        let (status, view) = send("text/plain", &"x".repeat(10_001));
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(view.contains("at most 10 kB"), "{view}");
        let (status, view) = send("application/octet-stream", "%PDF-1.7 x");
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(view.contains("a PDF document"), "{view}");
    }

    #[test]
    fn the_example_reads_well() {
        let (status, page) = send("multipart/form-data; boundary=b", &form(&[("sample", "1")]));
        assert_eq!(status, StatusCode::OK);
        for role in ["r-headline", "r-standfirst", "r-byline", "r-dateline", "r-caption"] {
            assert!(page.contains(&format!("class=\"line {role}\"")), "{role}");
        }
    }

    #[test]
    fn markup_in_the_text_stays_text() {
        let hostile = "</textarea><script>alert(1)</script>\n\nThe council voted on Monday.";
        let (_, page) = send("multipart/form-data; boundary=b", &form(&[("text", hostile)]));
        assert!(!page.contains("<script>alert"), "{page}");
    }
}
