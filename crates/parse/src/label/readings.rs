//! What the readers of fields found in each line, kept for whoever asks again.
//!
//! A line is asked about while it is labelled (does it *look like* a byline?), while its role is confirmed, and while records
//! are built. The readers see the line alone, so that their answer is the same each time. Nothing is read before somebody asks.

use std::cell::OnceCell;
use std::ops::Range;

use crate::date::{self, FoundDate, Label};
use crate::fields::byline::{BylineRead, read_byline};
use crate::fields::credit::{self, CaptionRead, CreditRead, CreditSigns};
use crate::fields::dateline::{DatelineRead, read_dateline};
use crate::label::measure::Measure;

/// What was read in the lines of a document so far.
pub(crate) struct Readings<'t> {
    lines: Vec<Line<'t>>,
}

#[derive(Default)]
struct Line<'t> {
    text: &'t str,
    /// A figure, or an ideograph of the calendar, may stand in it.
    figures: bool,
    dates: OnceCell<Vec<FoundDate>>,
    lone_label: OnceCell<Option<Label>>,
    dateline: OnceCell<Option<DatelineRead>>,
    byline: OnceCell<BylineRead>,
    credit: OnceCell<Option<credit::Found>>,
    caption: OnceCell<CaptionRead>,
}

impl<'t> Readings<'t> {
    /// Readings of these lines, of which none was read yet.
    pub(crate) fn of<'m>(lines: impl Iterator<Item = (&'t str, &'m Measure)>) -> Self {
        let line = |(text, m): (&'t str, &'m Measure)| Line {
            text,
            figures: m.may_have_figures(),
            ..Line::default()
        };
        Self { lines: lines.map(line).collect() }
    }

    /// The dates of line `i`, read without knowing more.
    pub(crate) fn dates(&self, i: usize) -> &[FoundDate] {
        let line = &self.lines[i];
        line.dates.get_or_init(|| {
            if line.figures {
                date::scan(line.text, &date::Context::default())
            } else {
                date::scan_words(line.text)
            }
        })
    }

    /// What line `i` says of a date that was lost, see [`date::lone_label`].
    pub(crate) fn lone_label(&self, i: usize) -> Option<Label> {
        let line = &self.lines[i];
        *line.lone_label.get_or_init(|| date::lone_label(line.text))
    }

    /// Where the dates of line `i` stand, their labels included.
    pub(crate) fn date_spans(&self, i: usize) -> Vec<Range<usize>> {
        let from = |date: &FoundDate| {
            date.label_span.as_ref().map_or(date.span.start, |label| label.start.min(date.span.start))
        };
        self.dates(i).iter().map(|date| from(date)..date.span.end).collect()
    }

    /// The dateline that line `i` opens with.
    pub(crate) fn dateline(&self, i: usize) -> Option<&DatelineRead> {
        let line = &self.lines[i];
        line.dateline.get_or_init(|| read_dateline(line.text)).as_ref()
    }

    /// Line `i` as a byline without dates.
    pub(crate) fn byline(&self, i: usize) -> &BylineRead {
        let line = &self.lines[i];
        line.byline.get_or_init(|| read_byline(line.text, &[]))
    }

    /// Line `i` as a byline with the dates that were found in it.
    pub(crate) fn dated_byline(&self, i: usize, dates: &[Range<usize>]) -> BylineRead {
        if dates.is_empty() { self.byline(i).clone() } else { read_byline(self.lines[i].text, dates) }
    }

    fn found_credit(&self, i: usize) -> Option<&credit::Found> {
        let line = &self.lines[i];
        line.credit.get_or_init(|| credit::find(line.text)).as_ref()
    }

    /// What line `i` shows of a credit.
    pub(crate) fn credit_signs(&self, i: usize) -> CreditSigns {
        credit::credit_signs(self.lines[i].text, || self.found_credit(i))
    }

    /// Line `i` as a credit alone.
    pub(crate) fn credit(&self, i: usize) -> Option<CreditRead> {
        credit::read_found(self.lines[i].text, self.found_credit(i))
    }

    /// Line `i` as a caption and its credit.
    pub(crate) fn caption(&self, i: usize) -> &CaptionRead {
        let line = &self.lines[i];
        line.caption.get_or_init(|| credit::split_found(line.text, self.found_credit(i)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, Readings, read_byline};

    #[test]
    fn a_line_is_read_as_if_for_the_first_time() {
        let lines = ["By Ana Lima, 3 May 2021", "Photo: B C", ""];
        let measures = lines.map(Measure::of);
        let readings = Readings::of(lines.into_iter().zip(&measures));
        let spans = readings.date_spans(0);
        assert_eq!((spans.len(), &lines[0][spans[0].clone()]), (1, "3 May 2021"));
        assert_eq!(readings.dated_byline(0, &spans), read_byline(lines[0], &spans));
        for _ in 0..2 {
            assert_eq!(*readings.byline(0), read_byline(lines[0], &[]));
            assert!(readings.caption(1).credit.is_some() && readings.dateline(1).is_none());
            assert!(readings.dates(2).is_empty());
        }
    }
}
