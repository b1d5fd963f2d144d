use std::collections::BTreeMap;

use chrono::{DateTime, Datelike};
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::error::Error;
use crate::index::PUBLISHED;
use crate::request::{Bucket, Timeline};

const DAY: i64 = 86_400;
/// Bars that fit beside one another; a little more than sixty lets two months stand as days and five years as months.
const MAX_BARS: i64 = 62;
/// Days that a segment's dates may span to be counted in a row of counters: about a thousand years. Beyond that a date is
/// a mistake, and the row would be as long as the mistake is large.
const MAX_ROW: i64 = 400_000;

/// Counts by day of publication.
#[derive(Default)]
pub(super) struct TimeCount {
    days: BTreeMap<i64, u64>,
    segment: Option<Segment>,
}

struct Segment {
    column: Column<i64>,
    first: i64,
    row: Vec<u64>,
}

impl TimeCount {
    pub(super) fn enter(&mut self, reader: &SegmentReader) -> Result<(), Error> {
        self.leave();
        self.segment = reader.fast_fields().column_opt::<i64>(PUBLISHED)?.map(|column| {
            let (first, last) = (column.min_value().div_euclid(DAY), column.max_value().div_euclid(DAY));
            let n_days = last.saturating_sub(first).saturating_add(1);
            let row = if (1..=MAX_ROW).contains(&n_days) { usize::try_from(n_days).unwrap_or(0) } else { 0 };
            Segment { column, first, row: vec![0; row] }
        });
        Ok(())
    }

    pub(super) fn count(&mut self, docs: &[DocId]) {
        let Some(segment) = &mut self.segment else { return };
        for &doc in docs {
            let Some(seconds) = segment.column.first(doc) else { continue };
            let day = seconds.div_euclid(DAY);
            match usize::try_from(day - segment.first).ok().and_then(|at| segment.row.get_mut(at)) {
                Some(count) => *count += 1,
                None => *self.days.entry(day).or_default() += 1,
            }
        }
    }

    fn leave(&mut self) {
        let Some(segment) = self.segment.take() else { return };
        for (day, count) in (segment.first..).zip(segment.row).filter(|(_, count)| *count > 0) {
            *self.days.entry(day).or_default() += count;
        }
    }

    /// The bars, from the earliest.
    pub(super) fn finish(mut self, cut: Timeline) -> Vec<Bucket> {
        self.leave();
        let cut = match cut {
            Timeline::Auto => self.fitting(),
            cut => cut,
        };
        let mut bars: Vec<Bucket> = Vec::new();
        for (day, count) in self.days {
            let Some(date) = DateTime::from_timestamp(day.saturating_mul(DAY), 0) else { continue };
            let label = match cut {
                Timeline::Year => format!("{:04}", date.year()),
                Timeline::Month => format!("{:04}-{:02}", date.year(), date.month()),
                Timeline::Day | Timeline::Auto => date.date_naive().to_string(),
            };
            match bars.last_mut() {
                Some(last) if last.label == label => last.count += count,
                _ => bars.push(Bucket { label, count }),
            }
        }
        bars
    }

    fn fitting(&self) -> Timeline {
        let (Some((first, _)), Some((last, _))) = (self.days.first_key_value(), self.days.last_key_value())
        else {
            return Timeline::Month;
        };
        match last - first {
            days if days < MAX_BARS => Timeline::Day,
            days if days / 30 < MAX_BARS => Timeline::Month,
            _ => Timeline::Year,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(days: &[(i64, u64)], cut: Timeline) -> Vec<(String, u64)> {
        let count = TimeCount { days: days.iter().copied().collect(), segment: None };
        count.finish(cut).into_iter().map(|bar| (bar.label, bar.count)).collect()
    }

    #[test]
    fn days_are_gathered_into_bars() {
        let days = [(-1, 1), (0, 2), (31, 3), (32, 4)];
        let of = |text: &str, n: u64| (text.to_owned(), n);
        assert_eq!(labels(&days, Timeline::Year), [of("1969", 1), of("1970", 9)]);
        assert_eq!(labels(&days, Timeline::Month), [of("1969-12", 1), of("1970-01", 2), of("1970-02", 7)]);
        assert_eq!(labels(&days, Timeline::Auto).first().unwrap().0, "1969-12-31");
        assert_eq!(labels(&[(0, 1), (900, 1)], Timeline::Auto).first().unwrap().0, "1970-01");
        assert_eq!(labels(&[(0, 1), (9000, 1)], Timeline::Auto).first().unwrap().0, "1970");
        assert!(labels(&[], Timeline::Auto).is_empty());
    }
}
