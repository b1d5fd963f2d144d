//! The state of a search as its address says it.

use wirecopy_archive::{FacetField, Filter, SearchRequest, Sort, Timeline};

use crate::pages::url::Params;
use crate::pages::words;

/// Fields that narrow a search: name in the address, heading, and most values shown.
pub(super) const FIELDS: [(&str, FacetField, &str, usize); 8] = [
    ("source", FacetField::Source, "Source", 20),
    ("language", FacetField::Language, "Language", 20),
    ("year", FacetField::Year, "Year", 20),
    ("place", FacetField::Place, "Place", 20),
    ("section", FacetField::Section, "Section", 20),
    ("author", FacetField::Author, "Author", 20),
    ("kind", FacetField::Kind, "Kind", 5),
    ("month", FacetField::Month, "Month", 0),
];

const SORTS: [(&str, Sort, &str); 4] = [
    ("relevance", Sort::Relevance, "best"),
    ("newest", Sort::Newest, "newest"),
    ("oldest", Sort::Oldest, "oldest"),
    ("added", Sort::Added, "last added"),
];

/// Hits a page.
const LIMIT: usize = 20;

/// What is looked for.
pub(super) struct SearchState {
    pub(super) query: String,
    /// Days, months or years, both included.
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    filters: Vec<(&'static str, Filter)>,
    sort: &'static str,
    order: Sort,
    cursor: Option<String>,
    /// Hits on the pages before.
    pub(super) before: u64,
    params: Params,
}

/// A filter that can be taken away.
pub(super) struct Chip {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) address: String,
}

impl SearchState {
    /// Reads what is known and forgets the rest, so that links do not carry it on.
    pub(super) fn read(params: &Params) -> Self {
        let mut kept = Params::default();
        let query = params.get("q").unwrap_or_default().trim().to_owned();
        if !query.is_empty() {
            kept.push("q", query.as_str());
        }
        let mut filters = Vec::new();
        for (name, field, ..) in FIELDS {
            for value in params.all(name).filter(|value| !value.is_empty()) {
                kept.push(name, value);
                filters.push((name, Filter { field, value: value.to_owned() }));
            }
        }
        let mut date = |name: &str| {
            let value = params.get(name).filter(|value| is_date(value))?;
            kept.push(name, value);
            Some(value.to_owned())
        };
        let (from, to) = (date("from"), date("to"));
        let asked = params.get("sort").unwrap_or_default();
        let known = SORTS.iter().find(|(name, ..)| *name == asked);
        // Without words there is no best.
        let default = if query.is_empty() { "newest" } else { "relevance" };
        let &(sort, order, _) =
            known.or_else(|| SORTS.iter().find(|(name, ..)| *name == default)).unwrap_or(&SORTS[0]);
        if known.is_some() && sort != default {
            kept.push("sort", sort);
        }
        let cursor = params.get("cursor").filter(|cursor| !cursor.is_empty()).map(str::to_owned);
        let before =
            params.get("before").and_then(|n| n.parse().ok()).filter(|_| cursor.is_some()).unwrap_or(0);
        Self { query, from, to, filters, sort, order, cursor, before, params: kept }
    }

    pub(super) fn request(&self) -> SearchRequest {
        let mut request = SearchRequest::new(self.effective());
        request.filters = self.filters.iter().map(|(_, filter)| filter.clone()).collect();
        request.sort = self.order;
        request.limit = LIMIT;
        request.cursor.clone_from(&self.cursor);
        request.facets = FIELDS.iter().filter(|(.., most)| *most > 0).map(|(_, field, ..)| *field).collect();
        request.timeline = Some(Timeline::Auto);
        request
    }

    /// What was typed with the time chosen beside it.
    pub(super) fn effective(&self) -> String {
        let time = match (&self.from, &self.to) {
            (None, None) => return self.query.clone(),
            (Some(from), Some(to)) if from == to => format!("published:{from}"),
            (from, to) => {
                format!(
                    "published:{}..{}",
                    from.as_deref().unwrap_or_default(),
                    to.as_deref().unwrap_or_default()
                )
            }
        };
        if self.query.is_empty() { time } else { format!("({}) {time}", self.query) }
    }

    /// Bytes that stand before what was typed in what the archive was asked.
    pub(super) fn lead(&self) -> usize {
        usize::from(self.from.is_some() || self.to.is_some())
    }

    /// Whether anything narrows the search.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.query.is_empty() || !self.filters.is_empty() || self.from.is_some() || self.to.is_some()
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.filters.iter().any(|(known, filter)| *known == name && filter.value == value)
    }

    /// The address with a value of a filter on when it was off, and off when it was on.
    pub(super) fn toggled(&self, name: &str, value: &str) -> String {
        self.params.clone().toggled(name, value).at("/")
    }

    /// The address with another time.
    pub(super) fn during(&self, from: &str, to: &str) -> String {
        self.params.clone().with("from", from).with("to", to).at("/")
    }

    /// The address of the next page.
    pub(super) fn next(&self, cursor: &str, hits: u64) -> String {
        let before = self.before.saturating_add(hits).to_string();
        self.params.clone().with("cursor", cursor).with("before", before).at("/")
    }

    pub(super) fn first_page(&self) -> Option<String> {
        self.cursor.is_some().then(|| self.params.at("/"))
    }

    /// The same result at another address: as a feed, as a file.
    pub(super) fn elsewhere(&self, path: &str) -> String {
        let mut params = Params::default();
        let query = self.effective();
        if !query.is_empty() {
            params.push("q", query);
        }
        for (name, filter) in &self.filters {
            params.push(name, filter.value.as_str());
        }
        params.at(path)
    }

    /// Fields of the form that are not seen: all but what it asks for itself.
    pub(super) fn hidden<const N: usize>(&self, but: &[&str; N]) -> Vec<(&str, &str)> {
        self.params.pairs().filter(|(name, _)| !but.contains(name)).collect()
    }

    /// Orders, with their address and whether they hold now.
    pub(super) fn sorts(&self) -> Vec<(&'static str, String, bool)> {
        SORTS
            .iter()
            .filter(|(name, ..)| *name != "relevance" || !self.query.is_empty())
            .map(|(name, _, words)| {
                (*words, self.params.clone().with("sort", *name).at("/"), *name == self.sort)
            })
            .collect()
    }

    pub(super) fn chips(&self) -> Vec<Chip> {
        let mut chips: Vec<Chip> = self
            .filters
            .iter()
            .map(|(name, filter)| Chip {
                name: FIELDS.iter().find(|(known, ..)| known == name).map_or("", |(.., heading, _)| heading),
                value: shown(name, &filter.value),
                address: self.toggled(name, &filter.value),
            })
            .collect();
        let time = match (&self.from, &self.to) {
            (None, None) => None,
            (Some(from), Some(to)) if from == to => Some(words::period(from)),
            (Some(from), Some(to)) => Some(format!("{} to {}", words::period(from), words::period(to))),
            (Some(from), None) => Some(format!("from {}", words::period(from))),
            (None, Some(to)) => Some(format!("to {}", words::period(to))),
        };
        if let Some(value) = time {
            let address = self.params.clone().without("from").without("to").at("/");
            chips.push(Chip { name: "Published", value, address });
        }
        chips
    }
}

/// A value as people read it: the archive counts languages by their codes.
pub(super) fn shown(field: &str, value: &str) -> String {
    match field {
        "language" => words::language(value).to_owned(),
        "kind" => words::plain(value),
        "month" => words::period(value),
        _ => value.to_owned(),
    }
}

/// A year, a month or a day; anything else could change the query that it is put into.
fn is_date(value: &str) -> bool {
    let mut lengths = [4, 2, 2].into_iter();
    !value.is_empty()
        && value
            .split('-')
            .all(|part| lengths.next() == Some(part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::Sort;

    use super::{Params, SearchState, is_date};

    fn state(query: &str) -> SearchState {
        SearchState::read(&Params::read(query))
    }

    #[test]
    fn a_time_is_put_beside_what_was_typed() {
        assert_eq!(
            state("q=a OR b&from=2018-07&to=2018-09").effective(),
            "(a OR b) published:2018-07..2018-09"
        );
        assert_eq!(state("from=2018&to=2018").effective(), "published:2018");
        assert_eq!(state("q=a&from=2018) OR (b").effective(), "a");
    }

    #[test]
    fn only_dates_are_dates() {
        assert!(["2018", "2018-07", "2018-07-14"].into_iter().all(is_date));
        assert!(!["", "18", "2018-", "2018-7", "2018-07-14-01", "٢٠١٨"].into_iter().any(is_date));
    }

    #[test]
    fn links_keep_the_state_and_drop_the_page() {
        let state = state("q=a b&language=de&sort=oldest&cursor=x&before=20&nonsense=1");
        assert_eq!((state.before, state.request().sort), (20, Sort::Oldest));
        assert_eq!(state.toggled("language", "de"), "/?q=a+b&sort=oldest");
        assert_eq!(state.first_page().as_deref(), Some("/?q=a+b&language=de&sort=oldest"));
        assert_eq!(state.next("y", 20), "/?q=a+b&language=de&sort=oldest&cursor=y&before=40");
        assert_eq!(state.elsewhere("/feed.atom"), "/feed.atom?q=a+b&language=de");
    }

    #[test]
    fn without_words_the_newest_come_first() {
        assert_eq!(state("language=de").request().sort, Sort::Newest);
        assert_eq!(state("q=a").request().sort, Sort::Relevance);
        assert_eq!(state("sort=nonsense").request().sort, Sort::Newest);
    }
}
