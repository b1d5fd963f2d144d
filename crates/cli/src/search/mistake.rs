//! What is wrong with a query, drawn at its place in it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Renderer, Snippet};
use wirecopy_archive::QueryError;

use crate::failure::Outcome;
use crate::output;
use crate::terminal::{escape, width};

/// Draws the mistake and says how the run ends.
pub(crate) fn draw(query: &str, error: &QueryError) -> Outcome {
    output::note(&drawn(query, error));
    Outcome::CouldNotRun
}

fn drawn(query: &str, error: &QueryError) -> String {
    // What acts on a terminal takes more room when it is shown, so that each part is made safe by itself.
    let before = escape(query.get(..error.span.start).unwrap_or_default());
    let marked = escape(query.get(error.span.clone()).unwrap_or_default());
    let after = escape(query.get(error.span.end..).unwrap_or_default());
    let text = format!("{before}{marked}{after}");
    let message = escape(&error.message);
    let help = error.help.as_deref().map(escape);
    let span = before.len()..before.len() + marked.len();
    let mut group = Level::ERROR
        .primary_title(message.as_ref())
        .element(Snippet::source(text.as_str()).path("query").annotation(AnnotationKind::Primary.span(span)));
    if let Some(help) = &help {
        group = group.element(Element::from(Level::HELP.message(help.as_ref())));
    }
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(width());
    format!("{}\n", renderer.render(&[group]))
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::check_query;

    use super::drawn;

    #[test]
    fn the_place_is_marked_below_the_query() {
        let query = "\x1b bridge foo:bar";
        let text = anstream::adapter::strip_str(&drawn(query, &check_query(query).unwrap_err())).to_string();
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains("bridge foo:bar")).unwrap();
        assert_eq!(lines[at].find("foo:"), lines[at + 1].find("^^^^"), "{text}");
        assert!(text.starts_with("error: there is no field `foo`"), "{text}");
    }
}
