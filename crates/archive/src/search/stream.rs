use tantivy::query::EnableScoring;

use super::order::{Place, Places};
use super::page::effective;
use super::{Question, Records, rank};
use crate::error::Error;
use crate::index::Index;
use crate::query::{compile, parse};
use crate::record::Stored;
use crate::request::{SearchRequest, Sort};

/// Every hit of a request, in its order, whatever its limit says.
///
/// Which records these are is settled before the first is given; kept for that are eight bytes a hit, and the records
/// themselves are read one by one.
pub(crate) fn stream<R: Records>(
    index: &Index,
    records: R,
    request: &SearchRequest,
) -> Result<impl Iterator<Item = Result<Stored, Error>> + use<R>, Error> {
    let found = found(index, request)?;
    Ok(found.into_iter().filter_map(move |born| records.by_born(born).transpose()))
}

/// Where all hits first came in the order of changes.
fn found(index: &Index, request: &SearchRequest) -> Result<Vec<u64>, Error> {
    let node = parse(&request.query)?;
    let snapshot = index.snapshot()?;
    let compiled = compile(&node, &request.filters, &snapshot.searcher, index.fields())?;
    let sort = effective(request.sort, &compiled);
    let question = Question::new(&snapshot.searcher, &compiled, &request.query);
    let mut places: Vec<Place> = Vec::new();
    if sort == Sort::Relevance {
        let weight = compiled.query.weight(EnableScoring::enabled_from_searcher(&snapshot.searcher))?;
        for reader in snapshot.searcher.segment_readers() {
            question.go_on()?;
            rank::each_scored(weight.as_ref(), reader, |_, score, born| {
                places.push(Place::scored(score, born));
            })?;
        }
    } else {
        let segment = std::cell::RefCell::new(None);
        question.each_match(
            |_, reader| {
                *segment.borrow_mut() = Some(Places::open(reader, sort)?);
                Ok(())
            },
            |_, docs| {
                if let Some(segment) = segment.borrow().as_ref() {
                    places.extend(docs.iter().map(|&doc| segment.place(doc)));
                }
            },
        )?;
    }
    places.sort_unstable_by(|a, b| b.cmp(a));
    Ok(places.into_iter().map(|place| place.born(sort)).collect())
}
