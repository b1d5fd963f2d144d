//! The search: a query, what it finds, and ways to narrow it. Every state of it is in its address.

mod facets;
mod state;
mod timeline;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use wirecopy_archive::{Error, Highlight, Hit, Page, QueryError};

use self::facets::Facet;
use self::state::SearchState;
use self::timeline::TimelineView;
use super::article::address;
use super::shell::{Place, Shell, respond};
use super::url::Params;
use super::{reading, words};
use crate::problem::Problem;
use crate::shelf::Shelf;

/// What may be written in the box, with an example of each.
static HELP: &[(&str, &str)] = &[
    ("bridge ferry", "both words, anywhere"),
    ("\"old bridge\"", "the words in this order"),
    ("bridge OR ferry, bridge -toll", "either of them; one without the other"),
    ("minist*", "words that begin so"),
    ("headline:bridge", "in one field: headline, body, source, author, place, section, credit"),
    ("source:\"Ems Courier\" lang:de", "a value with spaces in quotes; a language by its code"),
    ("kind:stub", "a kind of record: article, stub, not_article"),
    ("published:2018-07..2018-09", "a time: a year, a month, a day, or two with dots between"),
    ("before:2018 after:2016-06-30", "earlier or later than a date"),
    ("(bridge OR ferry) AND headline:council", "grouped"),
];

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    state: SearchState,
    result: Found,
}

/// What came of a search.
enum Found {
    Page(Box<Results>),
    Trouble(Trouble),
}

struct Results {
    total: u64,
    hits: Vec<HitView>,
    facets: Vec<Facet>,
    timeline: Option<TimelineView>,
    next: Option<String>,
    /// Whether nothing at all is in the archive.
    bare: bool,
    /// Number of the first hit on this page.
    first: u64,
}

/// Why nothing was searched for.
struct Trouble {
    heading: &'static str,
    message: Vec<Run>,
    /// The query before, at and after the place.
    place: Option<(String, String, String)>,
    help: Vec<Run>,
}

struct HitView {
    address: String,
    headline: Option<Vec<Run>>,
    kicker: Option<String>,
    language: Option<String>,
    source: Option<String>,
    people: String,
    when: String,
    iso: String,
    kind: Option<String>,
    copies: u32,
    snippet: Option<Vec<Run>>,
    cut_before: bool,
    cut_after: bool,
}

/// A stretch of a text that was found, or was not.
struct Run {
    text: String,
    found: bool,
}

/// Draws the page of a search.
pub(super) fn page(archive: &Shelf, params: &Params) -> Result<Response, Problem> {
    let state = SearchState::read(params);
    let (status, result) = match archive.search(&state.request()) {
        Ok(page) => {
            let bare = page.total == 0 && !state.is_narrowed() && archive.stats()?.records == 0;
            (StatusCode::OK, Found::Page(Box::new(results(page, &state, bare))))
        }
        Err(Error::Query(error)) => (StatusCode::BAD_REQUEST, Found::Trouble(query_trouble(&state, error))),
        Err(Error::Cursor(_)) => {
            let trouble = Trouble {
                heading: "This page of the result is gone",
                message: quoted("The link to it is too old, or was not made by this archive."),
                place: None,
                help: quoted("Search again to begin with the first page."),
            };
            (StatusCode::BAD_REQUEST, Found::Trouble(trouble))
        }
        Err(other) => return Err(other.into()),
    };
    let title = if state.query.is_empty() { "Search".to_owned() } else { words::excerpt(&state.query, 60) };
    let mut shell = Shell::new(title, Place::Search).scripts(&["search.js"]);
    shell.feed = Some(state.elsewhere("/feed.atom"));
    Ok(respond(status, &SearchPage { shell, state, result }))
}

fn results(page: Page, state: &SearchState, bare: bool) -> Results {
    Results {
        total: page.total,
        facets: facets::draw(page.facets, state),
        timeline: page.timeline.and_then(|buckets| TimelineView::new(&buckets, state)),
        next: page.next.map(|cursor| state.next(&cursor, page.hits.len() as u64)),
        first: state.before + 1,
        hits: page.hits.into_iter().map(hit).collect(),
        bare,
    }
}

fn hit(hit: Hit) -> HitView {
    let article = hit.stored.article;
    let headline = match (hit.headline, &article.headline) {
        (Some(highlight), _) => Some(runs(&highlight)),
        (None, Some(headline)) => Some(vec![Run { text: headline.clone(), found: false }]),
        (None, None) => None,
    };
    let snippet = hit.snippet.as_ref().map(|snippet| runs(&snippet.highlight));
    let stamp = article.dated();
    HitView {
        address: address(&article.id),
        when: reading::when(&article),
        iso: stamp.and_then(wirecopy_model::Stamp::iso).unwrap_or_default(),
        people: article.bylines.iter().map(|byline| byline.name.as_str()).collect::<Vec<_>>().join(", "),
        source: article.source.map(|source| source.name),
        kind: (article.kind != wirecopy_model::Kind::Article).then(|| words::plain(article.kind.as_str())),
        kicker: article.kicker,
        language: article.language,
        copies: hit.stored.copies.map_or(0, |copies| copies.size.saturating_sub(1)),
        cut_before: hit.snippet.as_ref().is_some_and(|snippet| snippet.cut_before),
        cut_after: hit.snippet.as_ref().is_some_and(|snippet| snippet.cut_after),
        headline,
        snippet,
    }
}

/// A text cut at its marks. Marks that are not of the text are passed over.
fn runs(highlight: &Highlight) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut from = 0;
    let mut push = |text: Option<&str>, found: bool| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            runs.push(Run { text: text.to_owned(), found });
        }
    };
    for mark in &highlight.marks {
        if mark.start < from || highlight.text.get(mark.clone()).is_none() {
            continue;
        }
        push(highlight.text.get(from..mark.start), false);
        push(highlight.text.get(mark.clone()), true);
        from = mark.end;
    }
    push(highlight.text.get(from..), false);
    runs
}

fn query_trouble(state: &SearchState, error: QueryError) -> Trouble {
    Trouble {
        heading: "The query cannot be read",
        message: quoted(&error.message),
        place: Some(place(state, error.span)),
        help: quoted(error.help.as_deref().unwrap_or_default()),
    }
}

/// A text in which words to type stand between backticks.
fn quoted(text: &str) -> Vec<Run> {
    let parts = text.split('`').zip([false, true].into_iter().cycle());
    parts
        .filter(|(part, _)| !part.is_empty())
        .map(|(part, found)| Run { text: part.to_owned(), found })
        .collect()
}

/// The query before, at and after the place of an error.
fn place(state: &SearchState, span: std::ops::Range<usize>) -> (String, String, String) {
    // The archive was asked with the dates around what was typed.
    let shift = |at: usize| {
        let mut at = at.saturating_sub(state.lead()).min(state.query.len());
        while !state.query.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = shift(span.start);
    let end = shift(span.end).max(start);
    let cut = |from: usize, to: usize| state.query.get(from..to).unwrap_or_default().to_owned();
    (cut(0, start), cut(start, end), cut(end, state.query.len()))
}

#[cfg(test)]
mod tests {
    use askama::Template;
    use wirecopy_archive::{Bucket, Counts, FacetField, Highlight, Hit, Page, Snippet, Stored};
    use wirecopy_model::{Article, Source};

    use super::*;

    const SCRIPT: &str = "<script>alert(1)</script>\"'";

    fn stored() -> Stored {
        let article = Article {
            id: format!("id/{SCRIPT}"),
            headline: Some(SCRIPT.to_owned()),
            kicker: Some(SCRIPT.to_owned()),
            source: Some(Source { name: SCRIPT.to_owned() }),
            language: Some(SCRIPT.to_owned()),
            ..Article::new()
        };
        Stored {
            seq: 1,
            stored_at: 0,
            digest: String::new(),
            source_sha256: String::new(),
            places: Vec::new(),
            copies: None,
            article,
        }
    }

    fn draw(query: &str, page: Page) -> String {
        let state = SearchState::read(&Params::read(query));
        let result = Found::Page(Box::new(results(page, &state, false)));
        SearchPage { shell: Shell::new("Search", Place::Search), state, result }.render().unwrap()
    }

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "one place was found")]
    fn what_comes_from_articles_is_text() {
        let highlight = Highlight { text: SCRIPT.to_owned(), marks: vec![0..8] };
        let snippet = Snippet { highlight: highlight.clone(), cut_before: true, cut_after: true };
        let hit = Hit { stored: stored(), score: 1.0, headline: Some(highlight), snippet: Some(snippet) };
        let page = Page {
            total: 1,
            hits: vec![hit],
            facets: vec![Counts {
                field: FacetField::Source,
                values: vec![(SCRIPT.to_owned(), 1)],
                others: 0,
            }],
            timeline: Some(vec![
                Bucket { label: SCRIPT.to_owned(), count: 1 },
                Bucket { label: "2018".to_owned(), count: 1 },
            ]),
            next: Some(SCRIPT.to_owned()),
        };
        let html = draw("q=%3Cscript%3Ealert(1)&source=%3Cscript%3E\"&from=%3Cscript%3E", page);
        assert!(!html.contains("<script>alert"), "{html}");
        assert!(html.contains("<mark>&#60;script&#62;</mark>"), "{html}");
        assert!(!html.contains("\"<") && !html.contains("onerror"), "{html}");
    }

    #[test]
    fn an_error_stands_at_its_place_in_what_was_typed() {
        let state = SearchState::read(&Params::read("q=brücke AND (&from=2018&to=2019"));
        let at = state.effective().rfind("AND").unwrap();
        assert_eq!(place(&state, at..at + 3), ("brücke ".to_owned(), "AND".to_owned(), " (".to_owned()));
        assert_eq!(place(&state, 900..901).0, "brücke AND (");
    }

    #[test]
    fn words_to_type_are_set_apart() {
        let runs: Vec<_> = quoted("close it with `)`").into_iter().map(|run| (run.text, run.found)).collect();
        assert_eq!(runs, [("close it with ".to_owned(), false), (")".to_owned(), true)]);
        assert!(quoted("").is_empty());
    }

    #[test]
    fn nothing_found_says_what_narrows_it() {
        let html = draw("q=bridge&language=de", Page::default());
        assert!(html.contains("Nothing was found"), "{html}");
        assert!(html.contains("German"), "{html}");
    }
}
