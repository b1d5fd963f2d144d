//! Counts over time, with the gaps that a true axis has.

use wirecopy_model::PublishedAt;

/// Bars of a picture: more would be thinner than a line.
const MAX_BARS: usize = 400;

/// Counts from the first time to the last without a gap.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Series {
    pub(super) bars: Vec<(String, u64)>,
    /// What one bar is: `year`, `month`, `day`.
    pub(super) per: &'static str,
}

/// Puts zeroes between counts. Where that would be too many bars, or labels are of different kinds, they stand side by side.
pub(super) fn fill<'a>(counts: impl Iterator<Item = (&'a str, u64)>) -> Series {
    let given: Vec<(&str, u64)> = counts.collect();
    let per = match given.first().map(|(label, _)| label.len()) {
        Some(4) => "year",
        Some(7) => "month",
        _ => "day",
    };
    let as_given = || given.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect();
    let mut bars: Vec<(String, u64)> = Vec::new();
    for (label, count) in &given {
        let Some(time) = label.parse::<PublishedAt>().ok() else { return Series { bars: as_given(), per } };
        while let Some(gap) = bars.last().and_then(|(last, _)| following(last)) {
            if gap.as_str() >= *label {
                break;
            }
            bars.push((gap, 0));
            if bars.len() > MAX_BARS {
                return Series { bars: as_given(), per };
            }
        }
        bars.push((time.to_string(), *count));
    }
    Series { bars, per }
}

/// The year, month or day after another.
fn following(label: &str) -> Option<String> {
    let next = match label.parse::<PublishedAt>().ok()? {
        PublishedAt::Year(year) => PublishedAt::Year(year.checked_add(1)?),
        PublishedAt::Month { year, month: 12 } => PublishedAt::Month { year: year.checked_add(1)?, month: 1 },
        PublishedAt::Month { year, month } => PublishedAt::Month { year, month: month + 1 },
        PublishedAt::Day(day) => PublishedAt::Day(day.succ_opt()?),
        PublishedAt::Moment { .. } => return None,
    };
    Some(next.to_string())
}

#[cfg(test)]
mod tests {
    use super::fill;

    fn labels(counts: &[(&str, u64)]) -> Vec<String> {
        fill(counts.iter().copied()).bars.into_iter().map(|(label, _)| label).collect()
    }

    #[test]
    fn gaps_are_filled_in_every_unit() {
        assert_eq!(labels(&[("1999", 1), ("2002", 1)]), ["1999", "2000", "2001", "2002"]);
        assert_eq!(labels(&[("2018-11", 1), ("2019-01", 1)]), ["2018-11", "2018-12", "2019-01"]);
        assert_eq!(
            labels(&[("2020-02-28", 1), ("2020-03-01", 1)]),
            ["2020-02-28", "2020-02-29", "2020-03-01"]
        );
    }

    #[test]
    fn a_gap_of_ages_and_odd_labels_stay_as_given() {
        assert_eq!(labels(&[("0001", 1), ("2018", 1)]), ["0001", "2018"]);
        assert_eq!(labels(&[("soon", 1), ("2018", 1)]), ["soon", "2018"]);
        assert_eq!(fill(std::iter::empty()).bars, []);
    }
}
