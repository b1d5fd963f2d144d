//! What the result is made of, as filters.

use wirecopy_archive::Counts;

use super::state::{FIELDS, SearchState, shown};
use crate::pages::words;

/// Values that are seen at once; the others fold away.
const FEW: usize = 7;

pub(super) struct Facet {
    pub(super) heading: &'static str,
    pub(super) name: &'static str,
    pub(super) few: Vec<Value>,
    pub(super) more: Vec<Value>,
    /// Values that were not even listed.
    pub(super) others: Option<String>,
}

pub(super) struct Value {
    pub(super) label: String,
    pub(super) count: String,
    pub(super) address: String,
    pub(super) on: bool,
}

/// The facets that have something to choose from.
pub(super) fn draw(counts: Vec<Counts>, state: &SearchState) -> Vec<Facet> {
    counts.into_iter().filter_map(|counts| facet(counts, state)).collect()
}

fn facet(counts: Counts, state: &SearchState) -> Option<Facet> {
    let (name, _, heading, _) = *FIELDS.iter().find(|(_, field, ..)| *field == counts.field)?;
    let mut values: Vec<Value> = counts
        .values
        .into_iter()
        .map(|(value, count)| Value {
            label: shown(name, &value),
            count: words::figure(count),
            address: state.toggled(name, &value),
            on: state.has(name, &value),
        })
        .collect();
    // One value that everything has narrows nothing.
    if values.is_empty() || (values.len() == 1 && !values.iter().any(|value| value.on)) {
        return None;
    }
    // What is chosen stays in sight.
    values.sort_by_key(|value| !value.on);
    let more = if values.len() > FEW + 1 { values.split_off(FEW) } else { Vec::new() };
    let others = (counts.others > 0).then(|| format!("and {} more", words::figure(counts.others)));
    Some(Facet { heading, name, few: values, more, others })
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::{Counts, FacetField};

    use super::draw;
    use crate::pages::search::state::SearchState;
    use crate::pages::url::Params;

    #[test]
    fn what_is_chosen_stays_in_sight_and_can_be_taken_back() {
        let state = SearchState::read(&Params::read("language=fi"));
        let codes = ["en", "de", "fr", "es", "it", "ja", "zh", "ar", "fa", "fi"];
        let values = codes.iter().map(|code| ((*code).to_owned(), 5)).collect();
        let facets = draw(vec![Counts { field: FacetField::Language, values, others: 0 }], &state);
        assert_eq!((facets[0].few.len(), facets[0].more.len()), (7, 3));
        let first = &facets[0].few[0];
        assert_eq!((first.label.as_str(), first.on, first.address.as_str()), ("Finnish", true, "/"));
        assert_eq!(facets[0].few[1].address, "/?language=fi&language=en");
    }

    #[test]
    fn one_value_narrows_nothing() {
        let state = SearchState::read(&Params::default());
        let counts = Counts { field: FacetField::Kind, values: vec![("article".to_owned(), 9)], others: 0 };
        assert!(draw(vec![counts], &state).is_empty());
    }
}
