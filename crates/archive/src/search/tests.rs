use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex};

use wirecopy_model::{Byline, Credit, Dateline, Figure, Source, Stamp};

use super::*;
use crate::index::Index;
use crate::index::tests::stored;
use crate::request::{FacetField, Filter, SearchRequest, Sort, Timeline};

#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<BTreeMap<u64, Stored>>>);

impl Records for Shelf {
    fn by_born(&self, born: u64) -> Result<Option<Stored>, Error> {
        Ok(self.0.lock().unwrap().get(&born).cloned())
    }
}

struct Bench {
    _dir: tempfile::TempDir,
    index: Index,
    shelf: Shelf,
    seq: u64,
}

impl Bench {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let index = Index::create(dir.path()).unwrap();
        Self { _dir: dir, index, shelf: Shelf::default(), seq: 0 }
    }

    fn add(&mut self, records: Vec<Stored>) {
        let mut writer = self.index.writer().unwrap();
        for mut record in records {
            self.seq += 1;
            record.seq = self.seq;
            writer.put((self.seq, self.seq), &record).unwrap();
            self.shelf.0.lock().unwrap().insert(self.seq, record);
        }
        writer.commit(self.seq).unwrap();
    }

    fn page(&self, request: &SearchRequest) -> Result<crate::Page, Error> {
        page(&self.index, &self.shelf, request)
    }

    fn ids(&self, query: &str) -> Vec<String> {
        let mut ids: Vec<String> = self
            .page(&SearchRequest::new(query))
            .unwrap()
            .hits
            .into_iter()
            .map(|h| h.stored.article.id)
            .collect();
        ids.sort();
        ids
    }
}

fn article(id: &str, date: &str, source: &str, author: &str, headline: &str, text: &str) -> Stored {
    let mut record = stored(0, id, headline, &[text]);
    record.article.published =
        date.parse().ok().map(|value| Stamp { raw: date.to_owned(), value: Some(value), ..Stamp::default() });
    record.article.source = Some(Source { name: source.to_owned() });
    record.article.bylines = vec![Byline { name: author.to_owned(), ..Byline::default() }];
    record.article.language = Some("en".to_owned());
    record
}

fn few() -> Bench {
    let mut bench = Bench::new();
    bench.add(vec![
        article(
            "a",
            "2018-07-14",
            "Harbour Herald",
            "Ana Lima",
            "Council closes bridge",
            "The ferry must wait, they said.",
        ),
        article(
            "b",
            "2018-07-31T23:30",
            "Harbour Herald",
            "Tom Roe",
            "Ferry opens",
            "The bridge stays closed; the council's vote stands.",
        ),
        article(
            "c",
            "2019",
            "Inland Times",
            "Ana Lima",
            "Budget passes",
            "Taxes rise. Ministers and ministries agree, O'Brien says.",
        ),
        article("d", "", "Inland Times", "", "Nothing new", "Zürich had no news about the ferry."),
    ]);
    bench
}

#[test]
fn the_language_finds_what_it_says() {
    let bench = few();
    for (query, expected) in [
        ("", "abcd"),
        ("bridge", "ab"),
        ("BRIDGE ferry", "ab"),
        ("bridge -opens", "a"),
        ("NOT bridge", "cd"),
        ("\"council closes\"", "a"),
        ("\"closes council\"", ""),
        ("budget OR zurich", "cd"),
        ("(budget OR ferry) -council", "cd"),
        ("minist*", "c"),
        ("\"ministers and minist*\"", "c"),
        ("O'Brien", "c"),
        ("headline:ferry", "b"),
        ("body:ferry", "ad"),
        ("headline:(ferry OR budget)", "bc"),
        ("source:inland", "cd"),
        ("source:\"harbour herald\" -author:roe", "a"),
        ("author:\"ana lima\"", "ac"),
        ("lima", "ac"),
        ("harbour", "ab"),
        ("harbour ferry roe", "b"),
        ("published:2018", "ab"),
        ("published:2018-07-31", "b"),
        ("published:2018-07..2018-08", "ab"),
        ("published:2019..", "c"),
        ("before:2018-07-31", "a"),
        ("after:2018-07-14", "bc"),
        ("lang:en kind:article -published:2018", "cd"),
        ("lang:de", ""),
        ("nowhere", ""),
    ] {
        assert_eq!(bench.ids(query).concat(), expected, "{query}");
    }
}

#[test]
fn credits_are_words_and_an_update_or_a_dateline_gives_a_date() {
    let stamp = |date: &str| Stamp { raw: date.to_owned(), value: date.parse().ok(), ..Stamp::default() };
    let mut updated = article("a", "", "Harbour Herald", "", "Ferry sold", "Nobody wanted it.");
    updated.article.updated = Some(stamp("2018-07-14"));
    let credit = Credit { raw: "Photo/Coastwire".to_owned(), ..Credit::default() };
    updated.article.figures.push(Figure { credit: Some(credit), ..Figure::default() });
    let mut wired = article("b", "", "Harbour Herald", "", "Ferry bought", "Somebody wanted it.");
    wired.article.dateline = Some(Dateline { date: Some(stamp("2019-03-02")), ..Dateline::default() });
    let mut bench = Bench::new();
    bench.add(vec![updated, wired]);
    for (query, expected) in [
        ("coastwire", "a"),
        ("credit:coastwire", "a"),
        ("source:coastwire", ""),
        ("published:2018-07", "a"),
        ("after:2018", "b"),
    ] {
        assert_eq!(bench.ids(query).concat(), expected, "{query}");
    }
}

#[test]
fn orders_counts_facets_and_bars() {
    let bench = few();
    let order = |sort: Sort| {
        let page = bench.page(&SearchRequest { sort, ..SearchRequest::new("") }).unwrap();
        page.hits.iter().map(|hit| hit.stored.article.id.as_str()).collect::<String>()
    };
    assert_eq!(order(Sort::Newest), "cbad");
    assert_eq!(order(Sort::Oldest), "abcd");
    assert_eq!(order(Sort::Added), "dcba");
    assert_eq!(order(Sort::Relevance), "cbad");
    let request = SearchRequest {
        facets: vec![FacetField::Source, FacetField::Year, FacetField::Author],
        facet_limit: 1,
        timeline: Some(Timeline::Month),
        limit: 0,
        ..SearchRequest::new("ferry")
    };
    let page = bench.page(&request).unwrap();
    assert_eq!((page.total, page.hits.len(), page.next), (3, 0, None));
    assert_eq!(page.facets[0].values, [("Harbour Herald".to_owned(), 2)]);
    assert_eq!(page.facets[0].others, 1);
    assert_eq!(page.facets[1].values, [("2018".to_owned(), 2)]);
    assert_eq!(page.facets[2].others, 1);
    let bars = page.timeline.unwrap();
    assert_eq!((bars.len(), bars[0].label.as_str(), bars[0].count), (1, "2018-07", 2));
    let filters = vec![
        Filter { field: FacetField::Source, value: "Inland Times".to_owned() },
        Filter { field: FacetField::Source, value: "Harbour Herald".to_owned() },
        Filter { field: FacetField::Author, value: "Ana Lima".to_owned() },
    ];
    assert_eq!(bench.page(&SearchRequest { filters, ..SearchRequest::new("") }).unwrap().total, 2);
}

#[test]
fn the_headline_weighs_more_and_matches_are_marked() {
    let bench = few();
    let page = bench.page(&SearchRequest::new("bridge")).unwrap();
    assert_eq!(page.hits[0].stored.article.id, "a");
    assert!(page.hits[0].score > page.hits[1].score);
    let headline = page.hits[0].headline.as_ref().unwrap();
    assert_eq!(&headline.text[headline.marks[0].clone()], "bridge");
    let snippet = &page.hits[1].snippet.as_ref().unwrap().highlight;
    assert_eq!(&snippet.text[snippet.marks[0].clone()], "bridge");
}

#[test]
fn a_broad_beginning_is_refused_at_its_place() {
    let bench = few();
    let Err(Error::Query(error)) = bench.page(&SearchRequest::new("ferry a*")) else { panic!("found") };
    assert_eq!(error.span, 6..8);
}

fn many(from: usize, n: usize) -> Vec<Stored> {
    let words = ["harbour", "bridge", "ferry", "council", "budget", "vote", "storm"];
    let text =
        |n: usize| (0..n % 9 + 3).map(|k| words[(n * 7 + k * k * 3) % 7]).collect::<Vec<_>>().join(" ");
    let date = |n: usize| {
        if n.is_multiple_of(11) { String::new() } else { format!("2018-{:02}-{:02}", n % 12 + 1, n % 5 + 1) }
    };
    (from..from + n)
        .map(|n| article(&format!("{n:06}"), &date(n), "S", "A", words[n % 7], &text(n)))
        .collect()
}

/// Walks through all pages, importing between them.
fn walk(query: &str, sort: Sort, limit: usize, imports: bool) {
    let mut bench = Bench::new();
    for part in 0..4 {
        bench.add(many(part * 100, 100));
    }
    let mut request = SearchRequest { sort, limit, snippets: false, ..SearchRequest::new(query) };
    let expected: Vec<u64> =
        stream(&bench.index, bench.shelf.clone(), &request).unwrap().map(|s| s.unwrap().seq).collect();
    assert!(expected.len() > 2 * limit, "{query}: {}", expected.len());
    let mut walked = Vec::new();
    let mut next = 400;
    loop {
        let page = bench.page(&request).unwrap();
        if imports || walked.is_empty() {
            assert_eq!(page.total, expected.len() as u64, "{query} {sort:?}");
        }
        walked.extend(page.hits.iter().map(|hit| hit.stored.seq));
        if page.next.is_none() {
            break;
        }
        request.cursor = page.next;
        if imports {
            bench.add(many(next, 7));
            next += 7;
        }
    }
    assert_eq!(walked.iter().collect::<HashSet<_>>().len(), walked.len(), "repeated: {query} {sort:?}");
    let (mut a, mut b) = (walked.clone(), expected.clone());
    a.sort_unstable();
    b.sort_unstable();
    assert_eq!(a, b, "skipped: {query} {sort:?}");
    if sort != Sort::Relevance {
        assert_eq!(walked, expected, "{query} {sort:?}");
    }
}

#[test]
fn a_walk_neither_repeats_nor_skips_while_others_import() {
    for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Added] {
        for query in ["bridge", "bridge OR ferry OR vote OR council", "harbour -storm", ""] {
            walk(query, sort, 13, true);
        }
    }
    walk("harbour OR storm OR budget", Sort::Relevance, 1, false);
}

#[test]
fn a_cursor_outlives_its_state_where_the_order_does_not_shift() {
    let mut bench = Bench::new();
    bench.add(many(0, 50));
    let mut request = SearchRequest { sort: Sort::Added, limit: 10, ..SearchRequest::new("") };
    request.cursor = bench.page(&request).unwrap().next;
    let mut scored = SearchRequest { limit: 3, ..SearchRequest::new("bridge") };
    scored.cursor = bench.page(&scored).unwrap().next;
    assert!(scored.cursor.is_some());
    bench.index = Index::open(bench._dir.path()).unwrap().unwrap();
    bench.add(many(50, 5));
    let page = bench.page(&request).unwrap();
    assert_eq!((page.total, page.hits[0].stored.seq), (50, 40));
    assert!(matches!(bench.page(&scored), Err(Error::Cursor(_))));
    assert!(matches!(
        bench.page(&SearchRequest { query: "ferry".to_owned(), ..request }),
        Err(Error::Cursor(_))
    ));
}

#[test]
fn what_another_process_commits_is_found_at_once() {
    let bench = few();
    let other = Index::open(bench._dir.path()).unwrap().unwrap();
    let find = |query: &str| page(&other, &bench.shelf, &SearchRequest::new(query)).unwrap().total;
    assert_eq!(find("lighthouse"), 0);
    let mut writer = bench.index.writer().unwrap();
    writer.put((9, 9), &stored(9, "z", "Lighthouse lit", &["At last."])).unwrap();
    writer.commit(9).unwrap();
    assert_eq!(find("lighthouse"), 1);
}
