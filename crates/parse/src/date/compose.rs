//! Joins the pieces of a line into dates and says what they mean.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use wirecopy_model::{Offset, OffsetBasis, PublishedAt};

use super::atoms::{Atom, Piece};
use super::calendar;
use super::clock::{Clock, Zone};
use super::core::{Core, Shape};
use super::fold::Folded;
use super::windows::SHORT_LINE;
use super::words::{self, Flag};
use super::{Context, Doubt, Form, FoundDate, Label};
use crate::DateOrder;

/// Between two pieces of one date stand at most this many bytes, "  •  at  " included.
const WIDEST_GAP: usize = 24;
/// A bare clock in a longer line is a score or a running time rather than the time of publication.
const CLOCK_LINE: usize = 80;

/// A label that waits for its date.
#[derive(Clone)]
struct Waiting {
    label: Label,
    span: Range<usize>,
    day_first: Option<bool>,
    ideograph: bool,
}

/// The pieces of one date.
#[derive(Default)]
struct Group {
    day: Option<Core>,
    clock: Option<Clock>,
    zone: Option<Zone>,
    weekday: Option<(u8, bool)>,
    weekday_span: Range<usize>,
    day_word: Option<i8>,
    ago: Option<(u32, u32)>,
    span: Range<usize>,
    label: Option<Waiting>,
}

/// The dates that the pieces of a line make.
pub(super) fn compose(line: &str, atoms: &[Atom], context: &Context) -> Vec<FoundDate> {
    let mut composer = Composer { line, context, found: Vec::new(), last_day: None };
    let mut group: Option<Group> = None;
    let mut waiting: Option<Waiting> = None;
    for atom in atoms {
        if let Piece::Label { label, day_first, ideograph } = atom.piece {
            composer.close(group.take());
            waiting = Some(Waiting { label, span: atom.start..atom.end, day_first, ideograph });
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
struct Composer<'a> {
    line: &'a str,
    context: &'a Context,
    found: Vec<FoundDate>,
    last_day: Option<NaiveDate>,
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
        let date = self.read(&group);
        if let Some(day) = date.value.and_then(PublishedAt::day)
            && date.form == Form::Absolute
        {
            self.last_day = Some(day);
        }
        self.found.push(date);
    }

    fn read(&self, group: &Group) -> FoundDate {
        let day_first = group.label.as_ref().and_then(|l| l.day_first);
        let mut date = FoundDate {
            span: group.span.clone(),
            label: group.label.as_ref().map(|l| l.label),
            label_span: group.label.as_ref().map(|l| l.span.clone()),
            form: Form::Absolute,
            value: None,
            offset: None,
            alternatives: Vec::new(),
            month_day: None,
            doubts: Vec::new(),
        };
        let at = |day: NaiveDate| match group.clock {
            Some(clock) => {
                PublishedAt::Moment { local: day.and_time(clock.time), precision: clock.precision }
            }
            None => PublishedAt::Day(day),
        };
        if let Some(core) = group.day {
            let weekday = group.weekday.map(|(day, _)| day);
            self.read_day(core, weekday, day_first, &mut date, &at);
        } else if let Some((count, unit)) = group.ago {
            date.form = Form::Relative;
            date.value = self.context.reference.and_then(|day| before(day, count, unit));
        } else if let Some(days) = group.day_word {
            date.form = Form::Relative;
            let back = Days::new(u64::from(days.unsigned_abs()));
            date.value = self.context.reference.and_then(|day| day.checked_sub_days(back)).map(at);
        } else if let Some((weekday, _)) = group.weekday {
            date.form = Form::Relative;
            date.value = self.context.reference.and_then(|day| last_weekday(day, weekday)).map(at);
        } else {
            date.form = Form::Time;
            // "July 9, 2020 | Updated 08:24": the change is of the day just named.
            date.value = self.last_day.filter(|_| group.label.is_some()).map(at);
        }
        if date.form == Form::Relative && date.value.is_none() {
            date.doubts.push(Doubt::RelativeUnresolved);
        }
        if let (Some((weekday, weak)), Some(day), false) =
            (group.weekday, date.value.and_then(PublishedAt::day), date.form == Form::Relative)
            && !weak
            && day.weekday().number_from_monday() != u32::from(weekday)
        {
            date.doubts.push(Doubt::WeekdayMismatch);
        }
        if group.clock.is_some() {
            self.read_zone(group.zone, &mut date);
        }
        date
    }

    fn read_day(
        &self,
        core: Core,
        weekday: Option<u8>,
        day_first: Option<bool>,
        date: &mut FoundDate,
        at: &dyn Fn(NaiveDate) -> PublishedAt,
    ) {
        if core.century {
            date.doubts.push(Doubt::CenturyAssumed);
        }
        let day = match core.shape {
            Shape::Month { year, month } => {
                date.value = Some(PublishedAt::Month { year, month });
                return;
            }
            Shape::Day { year, month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Shape::Persian { year, month, day } => calendar::persian(year, month, day),
            Shape::Open { first, second, year } => {
                let readings = [
                    NaiveDate::from_ymd_opt(year, second, first),
                    NaiveDate::from_ymd_opt(year, first, second),
                ];
                match self.settle(readings, weekday, day_first) {
                    Some(true) => readings[0],
                    Some(false) => readings[1],
                    None => {
                        date.alternatives = readings.into_iter().flatten().map(at).collect();
                        date.doubts.push(Doubt::Ambiguous);
                        return;
                    }
                }
            }
            Shape::MonthDay { month, day } => {
                self.read_month_day(month, day, date, at);
                return;
            }
            Shape::OpenMonthDay { first, second } => {
                date.form = Form::MonthDay;
                match self.settle([None, None], None, day_first) {
                    Some(true) => self.read_month_day(second, first, date, at),
                    Some(false) => self.read_month_day(first, second, date, at),
                    None => date.doubts.push(Doubt::Ambiguous),
                }
                return;
            }
        };
        match day {
            Some(day) => date.value = Some(at(day)),
            None => date.doubts.push(Doubt::OutOfRange),
        }
    }

    /// A day without a year. Behind a full date of the same line it is of that year, or of the next when it would lie before.
    fn read_month_day(
        &self,
        month: u32,
        day: u32,
        date: &mut FoundDate,
        at: &dyn Fn(NaiveDate) -> PublishedAt,
    ) {
        date.form = Form::MonthDay;
        // 2000 was a leap year: 29 February may be meant.
        if NaiveDate::from_ymd_opt(2000, month, day).is_none() {
            date.doubts.push(Doubt::OutOfRange);
            return;
        }
        date.month_day = Some((month, day));
        if let Some(last) = self.last_day.filter(|_| date.label.is_some() || self.line.len() <= CLOCK_LINE) {
            let same = NaiveDate::from_ymd_opt(last.year(), month, day).filter(|d| *d >= last);
            let later = || NaiveDate::from_ymd_opt(last.year() + 1, month, day);
            date.value = same.or_else(later).map(at);
        }
    }

    /// Whether the day stands first in a date that can be read both ways.
    fn settle(
        &self,
        readings: [Option<NaiveDate>; 2],
        weekday: Option<u8>,
        day_first: Option<bool>,
    ) -> Option<bool> {
        match self.context.order {
            DateOrder::DayFirst => return Some(true),
            DateOrder::MonthFirst => return Some(false),
            DateOrder::Document => {}
        }
        weekday_says(readings, weekday).or(self.context.day_first_hint).or(day_first)
    }

    fn read_zone(&self, zone: Option<Zone>, date: &mut FoundDate) {
        let Some(zone) = zone else {
            let moment =
                matches!(date.value, Some(PublishedAt::Moment { .. })) || !date.alternatives.is_empty();
            if let (true, Some(assumed)) = (moment, self.context.assume_zone) {
                date.offset = Some(Offset {
                    seconds: assumed.local_minus_utc(),
                    basis: OffsetBasis::Assumed,
                    zone: None,
                });
            }
            return;
        };
        let assumed = self.context.assume_zone.map(|z| z.local_minus_utc());
        let minutes = match zone.minutes {
            [only] => Some(*only),
            // BST: the British clock is put forward from the end of March to the end of October.
            [60, 360]
                if date.value.and_then(PublishedAt::day).is_some_and(|d| (4..=10).contains(&d.month())) =>
            {
                Some(60)
            }
            several => several.iter().copied().find(|m| Some(i32::from(*m) * 60) == assumed),
        };
        let Some(minutes) = minutes else {
            date.doubts.push(Doubt::AmbiguousZone);
            return;
        };
        let written =
            self.line.get(zone.start..zone.end).unwrap_or_default().trim_matches(['(', ')', '[', ']', ' ']);
        date.offset = Some(Offset {
            seconds: i32::from(minutes + zone.shift) * 60,
            basis: OffsetBasis::Stated,
            zone: zone.written_word.then(|| written.to_owned()),
        });
    }

    /// East Asian papers also put the label behind ("1月14日 01時40分更新"); a label at the end of the line tells that all do.
    fn labels_behind(&mut self, tail: Option<Waiting>) {
        let Some(tail) = tail.filter(|t| t.ideograph) else { return };
        let Some(last) = self.found.last() else { return };
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
        // A change told by its month and day, or by its time, belongs to the day before it in the line.
        if let [.., first, second] = self.found.as_mut_slice()
            && let (Some(PublishedAt::Day(_) | PublishedAt::Moment { .. }), None, Form::Time) =
                (first.value, second.value, second.form)
        {
            second.doubts.retain(|d| *d != Doubt::RelativeUnresolved);
        }
    }
}

/// Which reading the weekday agrees with, when it is exactly one.
pub(super) fn weekday_says(readings: [Option<NaiveDate>; 2], weekday: Option<u8>) -> Option<bool> {
    let weekday = weekday?;
    let agrees = readings.map(|r| r.is_some_and(|d| d.weekday().number_from_monday() == u32::from(weekday)));
    match agrees {
        [true, false] => Some(true),
        [false, true] => Some(false),
        _ => None,
    }
}

/// So many units before a day. Hours and minutes stay on the day: its own hour is not known.
fn before(day: NaiveDate, count: u32, unit: u32) -> Option<PublishedAt> {
    match unit {
        31_536_000 => Some(PublishedAt::Year(day.year().checked_sub_unsigned(count)?)),
        2_592_000 => {
            let day = day.checked_sub_months(Months::new(count))?;
            Some(PublishedAt::Month { year: day.year(), month: day.month() })
        }
        _ => {
            let days = u64::from(count) * u64::from(unit) / 86_400;
            day.checked_sub_days(Days::new(days)).map(PublishedAt::Day)
        }
    }
}

/// The last such weekday up to a day, the day included.
fn last_weekday(day: NaiveDate, weekday: u8) -> Option<NaiveDate> {
    let wanted = Weekday::try_from(weekday.checked_sub(1)?).ok()?;
    let back = (7 + day.weekday().num_days_from_monday() - wanted.num_days_from_monday()) % 7;
    day.checked_sub_days(Days::new(u64::from(back)))
}
