//! Says what the pieces of one date mean: its day, its time, its zone, and what is doubtful about them.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use wirecopy_model::{Offset, OffsetBasis, PublishedAt};

use super::calendar;
use super::clock::Zone;
use super::compose::{CLOCK_LINE, Composer, Group};
use super::core::{Core, Shape};
use super::{Doubt, Form, FoundDate};
use crate::DateOrder;

impl Composer<'_> {
    /// What the pieces put together mean.
    pub(super) fn read(&self, group: &Group) -> FoundDate {
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
            // "May 3, 2021 | Updated 17:11": the change is of the day just named.
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
