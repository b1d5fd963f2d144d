//! Joins the pieces of a line into dates and says what they mean.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use wirecopy_model::PublishedAt;

use super::atoms::{Atom, Piece};
use super::clock::{Clock, Zone};
use super::core::{Core, Shape};
use super::fold::Folded;
use super::windows::SHORT_LINE;
use super::words::{self, Flag};
use super::{Context, Form, FoundDate, Label};

/// Between two pieces of one date stand at most this many bytes, "  •  at  " included.
const WIDEST_GAP: usize = 24;
/// A bare clock in a longer line is a score or a running time rather than the time of publication.
pub(super) const CLOCK_LINE: usize = 80;

/// A label that waits for its date.
#[derive(Clone)]
pub(super) struct Waiting {
    pub(super) label: Label,
    pub(super) span: Range<usize>,
    pub(super) day_first: Option<bool>,
    pub(super) behind: bool,
}

/// The pieces of one date.
#[derive(Default)]
pub(super) struct Group {
    pub(super) day: Option<Core>,
    pub(super) clock: Option<Clock>,
    pub(super) zone: Option<Zone>,
    pub(super) weekday: Option<(u8, bool)>,
    pub(super) weekday_span: Range<usize>,
    pub(super) day_word: Option<i8>,
    pub(super) ago: Option<(u32, u32)>,
    pub(super) span: Range<usize>,
    pub(super) label: Option<Waiting>,
}

/// The dates that the pieces of a line make.
pub(super) fn compose(line: &str, atoms: &[Atom], context: &Context) -> Vec<FoundDate> {
    let mut composer = Composer { line, context, found: Vec::new(), last_day: None };
    let mut group: Option<Group> = None;
    let mut waiting: Option<Waiting> = None;
    for atom in atoms {
        if let Piece::Label { label, day_first, behind } = atom.piece {
            composer.close(group.take());
            waiting = Some(Waiting { label, span: atom.start..atom.end, day_first, behind });
            continue;
        }
        if let Some(open) = &mut group
            && open.takes(line, atom)
        {
            open.add(atom);
            continue;
        }
        composer.close(group.take());
        if let Piece::Zone(_) = atom.piece {
            continue;
        }
        let mut fresh = Group { span: atom.start..atom.end, ..Group::default() };
        fresh.label = waiting.take().filter(|w| joins(line, w.span.end, atom.start));
        fresh.add(atom);
        group = Some(fresh);
    }
    composer.close(group);
    composer.labels_behind(waiting);
    composer.found
}

impl Group {
    fn has_day(&self) -> bool {
        self.day.is_some() || self.day_word.is_some() || self.ago.is_some()
    }

    /// Whether the piece belongs to the date that is being put together.
    fn takes(&self, line: &str, atom: &Atom) -> bool {
        let free = match atom.piece {
            Piece::Day(_) | Piece::DayWord(_) => !self.has_day(),
            Piece::Ago { .. } | Piece::Label { .. } => false,
            Piece::Clock(_) => self.clock.is_none() && self.ago.is_none(),
            // "28 Apr 2020 CET": without a time the zone says nothing, but it is no other text either.
            Piece::Zone(_) => {
                self.zone.is_none()
                    && (self.clock.is_some() || self.day.is_some() && atom.start == self.span.end + 1)
            }
            // A weekday behind a full stop opens the next sentence.
            Piece::Weekday { .. } => {
                self.weekday.is_none()
                    && !line.get(self.span.end..atom.start).is_some_and(|gap| gap.contains(". "))
            }
        };
        free && joins(line, self.span.end, atom.start)
    }

    fn add(&mut self, atom: &Atom) {
        match atom.piece {
            Piece::Day(core) => self.day = Some(core),
            Piece::Clock(clock) => self.clock = Some(clock),
            Piece::Zone(zone) => self.zone = Some(zone),
            Piece::Weekday { day, weak } => {
                self.weekday = Some((day, weak));
                self.weekday_span = atom.start..atom.end;
            }
            Piece::DayWord(days) => self.day_word = Some(days),
            Piece::Ago { count, unit } => self.ago = Some((count, unit)),
            Piece::Label { .. } => {}
        }
        self.span.end = self.span.end.max(atom.end);
    }
}

impl Group {
    /// "3 May 2021 (15:04)": the bracket that was opened inside belongs to the date.
    fn close_bracket(&mut self, line: &str) {
        let text = line.get(self.span.clone()).unwrap_or_default();
        let rest = line.get(self.span.end..).unwrap_or_default();
        for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
            if text.matches(open).count() > text.matches(close).count() && rest.starts_with(close) {
                self.span.end += close.len_utf8();
                return;
            }
        }
    }

    /// "mar 2 marzo" and "fr 5. Mai" begin with a weekday, "la 5 mai" and "May 3 to" do not: a word that may as well be
    /// a preposition counts only when it agrees with the date.
    fn drop_weak_weekday(&mut self, line: &str) {
        let Some((weekday, true)) = self.weekday else { return };
        let agrees = match self.day.map(|core| core.shape) {
            Some(Shape::Day { year, month, day }) => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        }
        .is_some_and(|day| day.weekday().number_from_monday() == u32::from(weekday));
        if agrees {
            return;
        }
        self.weekday = None;
        let span = self.weekday_span.clone();
        if span.start == self.span.start {
            let rest = line.get(span.end..self.span.end).unwrap_or_default();
            self.span.start = self.span.end - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        } else if span.end == self.span.end {
            let rest = line.get(self.span.start..span.start).unwrap_or_default();
            let kept = rest.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.').len();
            self.span.end = self.span.start + kept;
        }
    }
}

/// Whether only blanks, marks and small words ("at", "um", "à") stand between two places.
fn joins(line: &str, from: usize, to: usize) -> bool {
    let Some(gap) = line.get(from..to) else { return false };
    if gap.len() > WIDEST_GAP {
        return false;
    }
    gap.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(is_joiner)
}

pub(super) fn is_joiner(word: &str) -> bool {
    let mut folded = Folded::new();
    folded.push_word(word).is_some() && {
        let senses = words::lookup(folded.as_bytes());
        senses.is(Flag::Joiner) || senses.is(Flag::HourMark)
    }
}

/// Whether a mark or nothing stands before a place: a verse ("Psalm 23:4") and a score follow a word.
fn set_off(line: &str, at: usize) -> bool {
    line.get(..at)
        .and_then(|before| before.trim_end().chars().next_back())
        .is_none_or(|c| !c.is_alphanumeric())
}

/// Whether nothing but marks, and small words, stand on both sides up to the next bar, bullet or end of the line.
fn stands_alone(line: &str, span: &Range<usize>) -> bool {
    let bars = ['|', '•', '·', '—', '–', '/', '｜', '│'];
    let before = line.get(..span.start).unwrap_or_default();
    let after = line.get(span.end..).unwrap_or_default();
    let before = before.rsplit(bars).next().unwrap_or_default();
    let after = after.split(bars).next().unwrap_or_default();
    [before, after]
        .iter()
        .all(|side| side.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(is_joiner))
}

/// Gathers dates; remembers the last full day of the line for what is told by its time or day alone.
pub(super) struct Composer<'a> {
    pub(super) line: &'a str,
    pub(super) context: &'a Context,
    pub(super) found: Vec<FoundDate>,
    pub(super) last_day: Option<NaiveDate>,
}

impl Composer<'_> {
    fn close(&mut self, group: Option<Group>) {
        let Some(mut group) = group else { return };
        let labelled = group.label.is_some();
        group.drop_weak_weekday(self.line);
        let sure = labelled || group.weekday.is_some() || group.clock.is_some_and(|c| !c.weak);
        if group.day.is_some_and(|d| d.weak) && !sure {
            return;
        }
        let relative = group.day_word.is_some() || group.weekday.is_some() || group.ago.is_some();
        if group.day.is_none() && !relative {
            let Some(clock) = group.clock else { return };
            let sure = labelled || group.zone.is_some() || clock.marked;
            let alone = self.line.len() <= CLOCK_LINE && set_off(self.line, group.span.start);
            if !labelled && clock.weak || !sure && !alone {
                return;
            }
        } else if group.day.is_none() && group.ago.is_none() {
            let sure = labelled || group.clock.is_some_and(|c| !c.weak) && self.line.len() <= SHORT_LINE;
            if !sure && !stands_alone(self.line, &group.span) {
                return;
            }
        }
        group.close_bracket(self.line);
        let date = self.read(&group);
        if let Some(day) = date.value.and_then(PublishedAt::day)
            && date.form == Form::Absolute
        {
            self.last_day = Some(day);
        }
        self.found.push(date);
    }

    /// East Asian papers, and verbs in German, put the label behind ("2月17日 03時51分更新"); a label at the end of the line tells that all do.
    fn labels_behind(&mut self, tail: Option<Waiting>) {
        let Some(tail) = tail.filter(|t| t.behind) else { return };
        let Some(last) = self.found.last() else { return };
        let gap = self.line.get(last.span.end..tail.span.start).unwrap_or_default();
        let east_asian = self.line.get(tail.span.clone()).is_some_and(|l| l.chars().all(|c| c > '\u{2fff}'));
        if !east_asian && gap != " " {
            return;
        }
        if !joins(self.line, last.span.end, tail.span.start)
            || self.found.first().is_some_and(|d| d.label.is_some())
        {
            return;
        }
        let mut next = (Some(tail.label), Some(tail.span));
        for date in self.found.iter_mut().rev() {
            let own = (date.label, date.label_span.take());
            (date.label, date.label_span) = next;
            next = own;
        }
    }
}
