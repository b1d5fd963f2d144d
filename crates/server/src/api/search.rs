//! What to look for, as parameters say it: the same words in the API, the feeds, the exports and the pages.

use wirecopy_archive::{FacetField, Filter, SearchRequest, Sort, Timeline};

use crate::http::params::{Params, choose, wrong};
use crate::problem::Problem;

/// Hits a page where none was said.
const DEFAULT_LIMIT: usize = 20;

/// Most values of a facet that may be asked for.
pub(crate) const MAX_FACET_LIMIT: usize = 500;

/// Fields that can be counted and filtered by, with their names in parameters and answers.
pub(crate) const FACETS: [(&str, FacetField); 8] = [
    ("source", FacetField::Source),
    ("author", FacetField::Author),
    ("year", FacetField::Year),
    ("month", FacetField::Month),
    ("language", FacetField::Language),
    ("place", FacetField::Place),
    ("section", FacetField::Section),
    ("kind", FacetField::Kind),
];

/// Words of `sort`.
pub(crate) const SORTS: [(&str, Sort); 4] = [
    ("relevance", Sort::Relevance),
    ("newest", Sort::Newest),
    ("oldest", Sort::Oldest),
    ("added", Sort::Added),
];

/// Words of `timeline`.
pub(crate) const TIMELINES: [(&str, Timeline); 4] =
    [("auto", Timeline::Auto), ("year", Timeline::Year), ("month", Timeline::Month), ("day", Timeline::Day)];

/// The name of a field in parameters and answers.
pub(crate) fn facet_name(field: FacetField) -> &'static str {
    FACETS.iter().find(|(_, known)| *known == field).map_or("other", |(name, _)| name)
}

/// Kinds of records, as filters name them.
pub(crate) const KINDS: [&str; 3] = ["article", "stub", "not_article"];

/// What is found, without order and paging: the query and the filters.
pub(crate) fn selection(params: &Params) -> Result<SearchRequest, Problem> {
    let mut request = SearchRequest::new(params.get("q").unwrap_or_default());
    for (name, field) in FACETS {
        request.filters.extend(params.all(name).map(|value| Filter { field, value: value.to_owned() }));
    }
    if let Some(strange) = params.all("kind").find(|kind| !KINDS.contains(kind)) {
        return Err(wrong(
            "kind",
            strange,
            &format!("one of {}", KINDS.map(|kind| format!("`{kind}`")).join(", ")),
        ));
    }
    request.snippets = false;
    Ok(request)
}

/// The whole of a search.
pub(crate) fn request(params: &Params) -> Result<SearchRequest, Problem> {
    let mut request = selection(params)?;
    request.sort = params.choice("sort", &SORTS)?.unwrap_or_default();
    request.limit = params.number("limit", 0..=SearchRequest::MAX_LIMIT)?.unwrap_or(DEFAULT_LIMIT);
    request.cursor = params.get("cursor").map(str::to_owned);
    for word in params.list("facet") {
        let field = choose("facet", word, &FACETS)?;
        if !request.facets.contains(&field) {
            request.facets.push(field);
        }
    }
    if let Some(limit) = params.number("facet_limit", 1..=MAX_FACET_LIMIT)? {
        request.facet_limit = limit;
    }
    request.timeline = params.choice("timeline", &TIMELINES)?;
    request.snippets = match params.get("snippets") {
        None => true,
        Some(_) => params.flag("snippets")?,
    };
    Ok(request)
}

/// The same parameters with others in place of some, as a query string: for links to the next page and to other forms.
pub(crate) fn relink(params: &Params, without: &[&str], with: &[(&str, &str)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    for (name, value) in params.iter().filter(|(name, value)| !value.is_empty() && !without.contains(name)) {
        out.append_pair(name, value);
    }
    out.extend_pairs(with);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_become_a_request() {
        let params = Params::parse(
            "q=bridge&source=AFP&source=dpa&kind=article&sort=newest&limit=5&facet=year,source&facet=year&timeline=auto",
        );
        let read = request(&params).unwrap();
        assert_eq!((read.query.as_str(), read.sort, read.limit), ("bridge", Sort::Newest, 5));
        assert_eq!(read.facets, [FacetField::Year, FacetField::Source]);
        assert_eq!(read.filters.len(), 3);
        assert_eq!(read.filters[2], Filter { field: FacetField::Kind, value: "article".to_owned() });
        assert!(read.snippets && read.timeline == Some(Timeline::Auto));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for query in [
            "sort=best",
            "kind=essay",
            "limit=1001",
            "facet=colour",
            "timeline=hour",
            "facet_limit=0",
            "limit=-1",
        ] {
            assert_eq!(request(&Params::parse(query)).unwrap_err().code(), "invalid-parameter", "{query}");
        }
    }

    #[test]
    fn a_link_keeps_what_it_does_not_change() {
        let params = Params::parse("q=a%26b&cursor=x&limit=2&source=");
        assert_eq!(relink(&params, &["cursor"], &[("cursor", "y z")]), "q=a%26b&limit=2&cursor=y+z");
    }
}
