use tantivy::{DocId, SegmentReader};

use super::cursor::{self, Cursor};
use super::facets::FacetCount;
use super::marks::Marker;
use super::order::{Place, Places, Top};
use super::timeline::TimeCount;
use super::{Question, Records, rank, snippet};
use crate::error::Error;
use crate::index::Index;
use crate::query::{Compiled, compile, parse};
use crate::request::{Hit, Page, SearchRequest, Sort};

/// Answers a request.
pub(crate) fn page(index: &Index, records: &dyn Records, request: &SearchRequest) -> Result<Page, Error> {
    let node = parse(&request.query)?;
    let mut snapshot = index.snapshot()?;
    let mut compiled = compile(&node, &request.filters, &snapshot.searcher, index.fields())?;
    let sort = effective(request.sort, &compiled);
    let asked = cursor::question(request, sort);
    let mut bound = Bound { after: None, newest: u64::MAX };
    if let Some(text) = &request.cursor {
        let cursor = Cursor::read(text, asked)?;
        match index.kept(cursor.process, cursor.state) {
            Some(kept) => {
                snapshot = kept;
                compiled = compile(&node, &request.filters, &snapshot.searcher, index.fields())?;
            }
            // Scores shift with whatever comes in; dates and places in the order of changes do not.
            None if sort == Sort::Relevance => {
                return Err(Error::Cursor("the state of the archive it belongs to is gone; search again"));
            }
            None => bound.newest = cursor.newest,
        }
        bound.after = Some(cursor.place);
    }
    let question = Question::new(&snapshot.searcher, &compiled, &request.query);
    let limit = request.limit.min(SearchRequest::MAX_LIMIT);
    // One more than wanted tells whether there is a next page.
    let size = if limit == 0 { 0 } else { limit + 1 };
    let mut page = Page::default();
    let mut places = collect(&question, request, sort, size, bound, &mut page)?;
    if places.len() > limit {
        places.truncate(limit);
        let newest = if bound.newest == u64::MAX { snapshot.newest } else { bound.newest };
        page.next = places.last().map(|&last| {
            index.keep(&snapshot);
            Cursor::new(snapshot.process, snapshot.state, newest, last, asked).write()
        });
    }
    page.hits = hits(&compiled, records, request, sort, &places)?;
    Ok(page)
}

/// The order that a request comes to: without words all hits are equally good, and the latest come first.
pub(super) fn effective(sort: Sort, compiled: &Compiled) -> Sort {
    if sort == Sort::Relevance && !compiled.scored { Sort::Newest } else { sort }
}

/// Where a page begins.
#[derive(Clone, Copy)]
struct Bound {
    after: Option<Place>,
    /// Newest entry that belongs to the walk.
    newest: u64,
}

/// The places of the hits; what is counted goes into the page.
fn collect(
    question: &Question<'_>,
    request: &SearchRequest,
    sort: Sort,
    size: usize,
    bound: Bound,
    page: &mut Page,
) -> Result<Vec<Place>, Error> {
    let scored = sort == Sort::Relevance;
    let mut tally = Tally::new(request, bound, if scored { 0 } else { size }, sort);
    let leaves = question.compiled.alternatives.as_deref().filter(|_| scored);
    if scored && size > 0 && leaves.is_none() {
        let shared = std::cell::RefCell::new(&mut tally);
        let places = rank::counted(
            question,
            size,
            bound.after,
            |reader| shared.borrow_mut().enter(reader),
            |docs| shared.borrow_mut().count(docs),
        )?;
        tally.finish(request, page)?;
        return Ok(places);
    }
    let counts_alone = tally.facets.is_empty() && tally.time.is_none() && bound.newest == u64::MAX;
    if counts_alone && (scored || size == 0) {
        tally.total = question.count()?;
    } else {
        let tally = std::cell::RefCell::new(&mut tally);
        question.each_match(
            |_, reader| tally.borrow_mut().enter(reader),
            |_, docs| tally.borrow_mut().count(docs),
        )?;
    }
    let top = tally.finish(request, page)?;
    match leaves {
        Some(leaves) => rank::best(question, leaves, size, bound.after),
        None => Ok(top.into_places()),
    }
}

/// Everything that is counted in one pass over the matches.
struct Tally {
    total: u64,
    facets: Vec<FacetCount>,
    time: Option<TimeCount>,
    top: Top,
    sort: Sort,
    size: usize,
    newest: u64,
    places: Option<Places>,
    kept: Vec<DocId>,
}

impl Tally {
    fn new(request: &SearchRequest, bound: Bound, size: usize, sort: Sort) -> Self {
        Self {
            total: 0,
            facets: request.facets.iter().map(|&field| FacetCount::new(field)).collect(),
            time: request.timeline.map(|_| TimeCount::default()),
            top: Top::new(size, bound.after),
            sort,
            size,
            newest: bound.newest,
            places: None,
            kept: Vec::new(),
        }
    }

    fn enter(&mut self, reader: &SegmentReader) -> Result<(), Error> {
        for facet in &mut self.facets {
            facet.enter(reader)?;
        }
        if let Some(time) = &mut self.time {
            time.enter(reader)?;
        }
        self.places = Some(Places::open(reader, self.sort)?);
        Ok(())
    }

    /// What was counted goes into the page; what is left is the first hits.
    fn finish(self, request: &SearchRequest, page: &mut Page) -> Result<Top, Error> {
        page.total = self.total;
        for facet in self.facets {
            page.facets.push(facet.finish(request.facet_limit)?);
        }
        page.timeline = self.time.zip(request.timeline).map(|(time, cut)| time.finish(cut));
        Ok(self.top)
    }

    fn count(&mut self, docs: &[DocId]) {
        let Some(places) = &self.places else { return };
        let mut docs = docs;
        if self.newest != u64::MAX {
            self.kept.clear();
            self.kept.extend(docs.iter().copied().filter(|&doc| places.born(doc) <= self.newest));
            docs = &self.kept;
        }
        self.total += docs.len() as u64;
        for facet in &mut self.facets {
            facet.count(docs);
        }
        if let Some(time) = &mut self.time {
            time.count(docs);
        }
        if self.size > 0 {
            docs.iter().for_each(|&doc| self.top.offer(places.place(doc)));
        }
    }
}

fn hits(
    compiled: &Compiled,
    records: &dyn Records,
    request: &SearchRequest,
    sort: Sort,
    places: &[Place],
) -> Result<Vec<Hit>, Error> {
    let marker = Marker::new(&compiled.patterns);
    let mut hits = Vec::with_capacity(places.len());
    for place in places {
        // What is gone since is no hit any more; what was replaced is shown as it is now.
        let Some(stored) = records.by_born(place.born(sort))? else { continue };
        let article = &stored.article;
        let (headline, snippet) = if request.snippets {
            (snippet::headline(article, &marker), snippet::snippet(article, &marker))
        } else {
            (None, None)
        };
        let score = if sort == Sort::Relevance { place.score() } else { 0.0 };
        hits.push(Hit { stored, score, headline, snippet });
    }
    Ok(hits)
}
