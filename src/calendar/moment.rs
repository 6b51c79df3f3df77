//! The due instant of date and field timers (`rules.md` §5).

use super::day::{Day, SECS_A_DAY, is_leap_year};
use super::derivation::{Step, Trace};
use super::instant::Instant;
use super::span::{FieldDate, Span};
use super::timer::{Dated, Fielded, LeapDay, TimeWindow, YearRule};
use super::zone::Zone;

/// The last day a timer looks at: local dates run at most a day ahead of UTC.
pub(super) const LAST_DAY: Day = Day::from_number((Instant::LAST.utc_secs() / SECS_A_DAY) as i32 + 3);
/// The first day on which a moment can still be ahead of any arrival.
const FIRST_DAY: Day = Day::from_number(-3);

/// What a timer answers to an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The contact goes on at this instant.
    At(Instant),
    /// Its moment is later than simulated time (after 2099): it waits, without a due instant.
    Beyond,
    /// Its moment has passed (`rules.md` §3.6).
    Passed,
}

/// `at` as an answer: beyond where simulated time has ended.
#[inline]
pub(super) fn as_due<T: Trace>(at: Instant, trace: &mut T) -> Due {
    if at > Instant::LAST {
        trace.step(|| Step::BeyondTime);
        return Due::Beyond;
    }
    trace.step(|| Step::Due { at });
    Due::At(at)
}

impl Dated {
    /// The earliest instant from `arrival` on that lies in a window of a date in the range.
    pub fn due<T: Trace>(&self, zone: &Zone, arrival: Instant, trace: &mut T) -> Due {
        trace.step(|| Step::TimerSays { first: self.first, last: self.last });
        // Two days back is enough: a time of day resolves at most one date later than it was asked.
        let mut day = self.first.max(zone.day_at(arrival).plus_days(-2)).max(FIRST_DAY);
        while day <= self.last && day <= LAST_DAY {
            let span = Span::of(self.time, day, |wall| zone.resolve(wall));
            if let Some(at) = span.first_from(arrival) {
                if self.first != self.last {
                    trace.step(|| Step::DateTaken { day });
                }
                trace.step(|| Step::window(self.time, day, span, arrival, Some(at)));
                trace_opening(self.time, day, None, at == span.opens, zone, trace);
                return as_due(at, trace);
            }
            day = day.plus_days(1);
        }
        if self.last > LAST_DAY {
            trace.step(|| Step::BeyondTime);
            return Due::Beyond;
        }
        trace.step(|| {
            let span = Span::of(self.time, self.last.max(FIRST_DAY), |wall| zone.resolve(wall));
            Step::window(self.time, self.last, span, arrival, None)
        });
        trace.step(|| Step::Passed);
        Due::Passed
    }
}

impl Fielded {
    /// The due instant for a field that holds `value`.
    pub fn due<T: Trace>(
        &self,
        value: FieldDate,
        leap_day: LeapDay,
        zone: &Zone,
        arrival: Instant,
        trace: &mut T,
    ) -> Due {
        trace.step(|| Step::FieldRead { value });
        match self.year {
            YearRule::FromField => self.due_from_field(value, zone, arrival, trace),
            YearRule::NextOccurrence => self.due_next_occurrence(value, leap_day, zone, arrival, trace),
        }
    }

    fn due_from_field<T: Trace>(&self, value: FieldDate, zone: &Zone, arrival: Instant, trace: &mut T) -> Due {
        let target = self.offset.shift(value.wall.day());
        trace.step(|| Step::Shifted { offset: self.offset, base: value.wall.day(), target });
        if target > LAST_DAY {
            trace.step(|| Step::BeyondTime);
            return Due::Beyond;
        }
        let met = (target >= FIRST_DAY).then(|| self.meets(value, target, zone, arrival, trace)).flatten();
        match met {
            Some(at) => as_due(at, trace),
            None => {
                trace.step(|| Step::Passed);
                Due::Passed
            }
        }
    }

    fn due_next_occurrence<T: Trace>(
        &self,
        value: FieldDate,
        leap_day: LeapDay,
        zone: &Zone,
        arrival: Instant,
        trace: &mut T,
    ) -> Due {
        // The shift undone leads to the year whose date is near the arrival; a year before it is
        // early enough, as clamped months move a date by three days at most.
        let near = self.offset.reversed().shift(zone.day_at(arrival));
        let mut year = near.civil().0 - 1;
        loop {
            let base = occurrence(value.wall.day(), year, leap_day);
            let target = self.offset.shift(base);
            if target > LAST_DAY {
                trace.step(|| Step::BeyondTime);
                return Due::Beyond;
            }
            if target >= FIRST_DAY {
                trace.step(|| Step::Occurrence { year, base, offset: self.offset, target, leap_day });
                if let Some(at) = self.meets(value, target, zone, arrival, trace) {
                    return as_due(at, trace);
                }
            }
            year += 1;
        }
    }

    /// The moment on the target date from `arrival` on, if its window has not passed.
    fn meets<T: Trace>(
        &self,
        value: FieldDate,
        target: Day,
        zone: &Zone,
        arrival: Instant,
        trace: &mut T,
    ) -> Option<Instant> {
        let mut span = Span::of(self.time, target, |wall| zone.resolve(wall));
        let mut from = None;
        if self.time == TimeWindow::AnyTime && value.has_time {
            let second = i64::from(value.wall.second_of_day());
            span.opens = zone.resolve(target.at_second(second));
            from = Some(second);
        }
        let met = span.first_from(arrival);
        trace.step(|| Step::window(self.time, target, span, arrival, met));
        trace_opening(self.time, target, from, met == Some(span.opens), zone, trace);
        met
    }
}

/// Says so where the opening of a window decided and falls into a gap or an overlap.
fn trace_opening<T: Trace>(time: TimeWindow, day: Day, from: Option<i64>, decides: bool, zone: &Zone, trace: &mut T) {
    if T::WANTED && decides {
        let second = match time {
            TimeWindow::At(at) | TimeWindow::Between(at, _) => at.secs(),
            TimeWindow::AnyTime => from.unwrap_or(0),
        };
        trace.reading(zone, day.at_second(second));
    }
}

/// A field's month and day in a year (`rules.md` §2 for 29 February).
fn occurrence(day: Day, year: i32, leap_day: LeapDay) -> Day {
    match (day.civil(), leap_day) {
        ((_, 2, 29), LeapDay::Feb28) if !is_leap_year(year) => Day::from_civil(year, 2, 28),
        ((_, 2, 29), LeapDay::Mar1) if !is_leap_year(year) => Day::from_civil(year, 3, 1),
        ((_, month, date), _) => Day::from_civil(year, month, date),
    }
}
