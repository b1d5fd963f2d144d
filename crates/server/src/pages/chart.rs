//! Counts over time, with the gaps that a true axis has.

use chrono::{Datelike, NaiveDate};
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

/// A time written under the bars.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tick {
    /// Where from the left, in per cent of the width.
    pub(super) at: String,
    pub(super) words: String,
    /// Which part of the words stands there: `start`, `middle`, `end`.
    pub(super) anchor: &'static str,
}

/// Steps between times, in years, months or days, from one to the next larger.
const STEPS: [(&str, &[i64]); 3] = [
    ("year", &[1, 2, 5, 10, 20, 50, 100, 200, 500]),
    ("month", &[1, 2, 3, 6, 12, 24, 60, 120]),
    ("day", &[1, 2, 5, 10, 20, 50, 100, 200]),
];

/// Round times to write under bars, at most so many that their words have room on a narrow screen.
pub(super) fn ticks(series: &Series) -> Vec<Tick> {
    let numbers: Option<Vec<i64>> = series.bars.iter().map(|(label, _)| number(label)).collect();
    let Some(numbers) = numbers else { return Vec::new() };
    let most = if series.per == "year" { 7 } else { 5 };
    let steps = STEPS.iter().find(|(per, _)| *per == series.per).map_or(&[][..], |(_, steps)| *steps);
    let round = |step: i64| numbers.iter().enumerate().filter(move |(_, number)| *number % step == 0);
    let Some(&step) = steps.iter().find(|step| round(**step).count() <= most) else { return Vec::new() };
    let share = |at: usize| (at as f64 + 0.5) / numbers.len() as f64 * 100.0;
    let tick = |(at, _): (usize, &i64)| {
        let (label, _) = series.bars.get(at)?;
        let share = share(at);
        let anchor = match share {
            share if share < 4.0 => "start",
            share if share > 96.0 => "end",
            _ => "middle",
        };
        Some(Tick { at: format!("{share:.2}"), words: short(label, step), anchor })
    };
    round(step).filter_map(tick).collect()
}

/// Years, months or days as one number, so that round ones are multiples.
fn number(label: &str) -> Option<i64> {
    match label.parse::<PublishedAt>().ok()? {
        PublishedAt::Year(year) => Some(year.into()),
        PublishedAt::Month { year, month } => Some(i64::from(year) * 12 + i64::from(month) - 1),
        // The first of a month is round, whatever the step; its last days would stand too near to the next first.
        PublishedAt::Day(day) => Some(match day.day() {
            1 => 0,
            day @ 2..=28 => day.into(),
            _ => 1,
        }),
        PublishedAt::Moment { .. } => None,
    }
}

/// A time in few letters: `Jul 2018`, or the year where every tick is a January.
fn short(label: &str, step: i64) -> String {
    match label.parse::<PublishedAt>() {
        Ok(PublishedAt::Month { year, .. }) if step >= 12 => year.to_string(),
        Ok(PublishedAt::Month { year, month }) => NaiveDate::from_ymd_opt(year, month, 1)
            .map_or_else(|| label.to_owned(), |day| day.format("%b %Y").to_string()),
        Ok(PublishedAt::Day(day)) => day.format("%-d %b").to_string(),
        _ => label.to_owned(),
    }
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
    use super::{fill, ticks};

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

    fn words(first: &str, last: &str) -> Vec<String> {
        ticks(&fill([(first, 1), (last, 1)].into_iter())).into_iter().map(|tick| tick.words).collect()
    }

    #[test]
    fn round_times_are_written_and_few() {
        assert_eq!(words("1987", "2025"), ["1990", "2000", "2010", "2020"]);
        assert_eq!(words("2010-01", "2019-12"), ["2010", "2012", "2014", "2016", "2018"]);
        assert_eq!(words("2018-05", "2018-12"), ["May 2018", "Jul 2018", "Sep 2018", "Nov 2018"]);
        assert_eq!(words("2018-07-03", "2018-08-04"), ["10 Jul", "20 Jul", "1 Aug"]);
        let ends = ticks(&fill([("2018-07-01", 1), ("2018-07-30", 1)].into_iter()));
        let ends: Vec<_> =
            ends.iter().map(|tick| (tick.words.as_str(), tick.at.as_str(), tick.anchor)).collect();
        assert_eq!(ends[0], ("1 Jul", "1.67", "start"));
        assert_eq!(ends[2], ("20 Jul", "65.00", "middle"));
        assert_eq!(ends.len(), 3);
        assert!(words("soon", "2018").is_empty());
    }

    #[test]
    fn a_gap_of_ages_and_odd_labels_stay_as_given() {
        assert_eq!(labels(&[("0001", 1), ("2018", 1)]), ["0001", "2018"]);
        assert_eq!(labels(&[("soon", 1), ("2018", 1)]), ["soon", "2018"]);
        assert_eq!(fill(std::iter::empty()).bars, []);
    }
}
