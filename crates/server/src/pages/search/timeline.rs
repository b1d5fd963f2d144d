//! The result over time, as bars that narrow it.

use wirecopy_archive::Bucket;

use super::state::SearchState;
use crate::pages::chart::{Series, Tick, fill, ticks};
use crate::pages::words;

pub(super) struct TimelineView {
    pub(super) bars: Vec<Bar>,
    /// Units of the picture from left to right; bars are ten units apart.
    pub(super) width: usize,
    pub(super) ticks: Vec<Tick>,
    pub(super) peak: String,
    pub(super) per: &'static str,
    /// Where the bars begin and end, for the form beside them.
    pub(super) from: String,
    pub(super) to: String,
    /// The address without a time, to which dragging adds one.
    pub(super) address: String,
}

pub(super) struct Bar {
    pub(super) label: String,
    pub(super) words: String,
    pub(super) address: String,
    pub(super) x: usize,
    pub(super) y: u64,
    pub(super) height: u64,
    pub(super) count: u64,
}

/// Height of the picture in its own units.
const HEIGHT: u64 = 100;

impl TimelineView {
    /// `None` when there is nothing to compare.
    pub(super) fn new(buckets: &[Bucket], state: &SearchState) -> Option<Self> {
        let series = fill(buckets.iter().map(|bucket| (bucket.label.as_str(), bucket.count)));
        let ticks = ticks(&series);
        let Series { bars: filled, per } = series;
        if filled.len() < 2 {
            return None;
        }
        let most = filled.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let bars: Vec<Bar> = filled
            .iter()
            .enumerate()
            .map(|(i, (label, count))| {
                // One article among thousands is still a bar that can be seen.
                let height = if *count == 0 { 0 } else { (count * HEIGHT / most).max(3) };
                Bar {
                    words: format!(
                        "{}: {}",
                        words::period(label),
                        words::counted(*count, "article", "articles")
                    ),
                    address: state.during(label, label),
                    label: label.clone(),
                    x: i * 10,
                    y: HEIGHT - height,
                    height,
                    count: *count,
                }
            })
            .collect();
        let (first, last) = (bars.first()?, bars.last()?);
        Some(Self {
            width: bars.len() * 10,
            ticks,
            peak: words::figure(most),
            per,
            from: first.label.clone(),
            to: last.label.clone(),
            address: state.during("", ""),
            bars,
        })
    }
}

#[cfg(test)]
mod tests {
    use wirecopy_archive::Bucket;

    use super::{SearchState, TimelineView};
    use crate::pages::url::Params;

    fn bucket(label: &str, count: u64) -> Bucket {
        Bucket { label: label.to_owned(), count }
    }

    #[test]
    fn months_without_an_article_are_gaps() {
        let state = SearchState::read(&Params::read("q=a"));
        let buckets = [bucket("2017-11", 1), bucket("2018-02", 400)];
        let view = TimelineView::new(&buckets, &state).unwrap();
        let bars: Vec<_> = view.bars.iter().map(|bar| (bar.label.as_str(), bar.height)).collect();
        assert_eq!(bars, [("2017-11", 3), ("2017-12", 0), ("2018-01", 0), ("2018-02", 100)]);
        assert_eq!(view.bars[3].address, "/?q=a&from=2018-02&to=2018-02");
        assert_eq!(view.bars[3].words, "February 2018: 400 articles");
        assert_eq!((view.per, view.ticks.len()), ("month", 4));
    }

    #[test]
    fn one_bar_compares_nothing() {
        let state = SearchState::read(&Params::default());
        assert!(TimelineView::new(&[bucket("2018", 3)], &state).is_none());
        assert!(TimelineView::new(&[], &state).is_none());
    }
}
