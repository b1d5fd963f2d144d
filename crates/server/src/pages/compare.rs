//! Two copies of an article side by side, with what differs.

mod diff;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use wirecopy_archive::Stored;
use wirecopy_model::Article;

use self::diff::{Pair, Run};
use super::article::{address, copies, get, share, title};
use super::reading::when;
use super::shell::{Place, Shell, respond};
use super::words;
use crate::problem::Problem;
use crate::shelf::Shelf;

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    shell: Shell,
    left: Side,
    right: Side,
    similarity: Option<String>,
    fields: Vec<FieldRow>,
    pairs: Vec<Pair>,
    same: usize,
    differ: usize,
}

struct Side {
    address: String,
    title: String,
    language: Option<String>,
    place: Option<String>,
}

/// A field that the two do not have alike.
struct FieldRow {
    name: &'static str,
    left: Vec<Run>,
    right: Vec<Run>,
}

fn side(stored: &Stored) -> Side {
    Side {
        address: address(&stored.article.id),
        title: title(stored),
        language: stored.article.language.clone(),
        place: stored.places.first().cloned(),
    }
}

pub(super) fn page(archive: &Shelf, id: &str, other: &str) -> Result<Response, Problem> {
    let (left, right) = (get(archive, id)?, get(archive, other)?);
    let copies = copies(archive, id);
    let similarity = copies.iter().find(|copy| copy.id == other).map(|copy| share(copy.similarity));
    let texts = |article: &Article| article.body.iter().map(|block| block.text.clone()).collect::<Vec<_>>();
    let pairs = diff::paragraphs(&texts(&left.article), &texts(&right.article));
    let differ = pairs.iter().filter(|pair| !pair.same).count();
    let page = ComparePage {
        shell: Shell::new(format!("What differs: {}", title(&left)), Place::Elsewhere)
            .styles(&["reading.css"]),
        fields: fields(&left.article, &right.article),
        left: side(&left),
        right: side(&right),
        similarity,
        same: pairs.len() - differ,
        differ,
        pairs,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// The fields that differ, in the order of a page.
fn fields(left: &Article, right: &Article) -> Vec<FieldRow> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let people = |article: &Article| {
        article.bylines.iter().map(|byline| byline.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let captions = |article: &Article| {
        article.figures.iter().filter_map(|figure| figure.caption.as_deref()).collect::<Vec<_>>().join(" / ")
    };
    let both = |name: &'static str, value: &dyn Fn(&Article) -> String| (name, value(left), value(right));
    let rows = [
        both("Kicker", &|article| text(&article.kicker)),
        both("Headline", &|article| text(&article.headline)),
        both("Standfirst", &|article| text(&article.standfirst)),
        both("Source", &|article| {
            article.source.as_ref().map(|source| source.name.clone()).unwrap_or_default()
        }),
        both("Byline", &people),
        both("Published", &when),
        both("Dateline", &|article| {
            article.dateline.as_ref().map(|dateline| dateline.raw.clone()).unwrap_or_default()
        }),
        both("Captions", &captions),
    ];
    rows.into_iter()
        .filter(|(_, left, right)| left != right)
        .map(|(name, left, right)| {
            let (left, right) = diff::words(&left, &right);
            FieldRow { name, left, right }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use wirecopy_model::{Article, Source};

    use super::fields;

    #[test]
    fn only_fields_that_differ_are_listed() {
        let left = Article { headline: Some("Ferry returns".to_owned()), ..Article::new() };
        let right = Article { source: Some(Source { name: "dpa".to_owned() }), ..left.clone() };
        let rows = fields(&left, &right);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].name, rows[0].left.len(), rows[0].right[0].text.as_str()), ("Source", 0, "dpa"));
    }
}
