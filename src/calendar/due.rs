//! The due instant of date and field timers (`rules.md` §5).

use super::date::{Date, SECS_A_DAY, is_leap_year};
use super::derivation::{DerivationStep, Trace};
use super::instant::Instant;
use super::span::{FieldDate, Span};
use super::timer::{DateTimer, FieldTimer, LeapDay, TimeWindow, YearRule};
use super::zone::Zone;

/// The last day that a timer tries: local dates run at most a day ahead of UTC.
pub(super) const LAST_DAY: Date = Date::from_number((Instant::LAST.utc_secs() / SECS_A_DAY) as i32 + 3);
/// The first day that a timer tries: earlier days end before any arrival.
const FIRST_DAY: Date = Date::from_number(-3);

/// What happens to a contact that arrives at a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The contact continues at this instant.
    At(Instant),
    /// The timer is due after simulated time (after 2099): the contact waits, without a due instant.
    Beyond,
    /// The timer's time has passed: the contact skips ahead (`rules.md` §3.6).
    Passed,
}

/// The result for a due instant, which may be after simulated time.
#[inline]
pub(super) fn as_due<T: Trace>(at: Instant, trace: &mut T) -> Due {
    if at > Instant::LAST {
        trace.step(|| DerivationStep::BeyondTime);
        return Due::Beyond;
    }
    trace.step(|| DerivationStep::Due { at });
    Due::At(at)
}

impl DateTimer {
    /// The earliest instant, not before `arrival`, in the window of a date of the range (`rules.md` §5).
    pub fn due<T: Trace>(&self, zone: &Zone, arrival: Instant, trace: &mut T) -> Due {
        trace.step(|| DerivationStep::TimerSays { first: self.first, last: self.last });
        // Starting two days earlier is enough: a clock change moves a time of day by at most one date.
        let mut day = self.first.max(zone.date_at(arrival).plus_days(-2)).max(FIRST_DAY);
        while day <= self.last && day <= LAST_DAY {
            let span = Span::of(self.time, day, |local| zone.resolve(local));
            if let Some(at) = span.first_from(arrival) {
                if self.first != self.last {
                    trace.step(|| DerivationStep::DateTaken { day });
                }
                trace.step(|| DerivationStep::window(self.time, day, span, arrival, Some(at)));
                trace_opening(self.time, day, None, at == span.opens, zone, trace);
                return as_due(at, trace);
            }
            day = day.plus_days(1);
        }
        if self.last > LAST_DAY {
            trace.step(|| DerivationStep::BeyondTime);
            return Due::Beyond;
        }
        trace.step(|| {
            let span = Span::of(self.time, self.last.max(FIRST_DAY), |local| zone.resolve(local));
            DerivationStep::window(self.time, self.last, span, arrival, None)
        });
        trace.step(|| DerivationStep::Passed);
        Due::Passed
    }
}

impl FieldTimer {
    /// Whether the value says enough for this timer: a date without a year has no year to take from it, and then counts
    /// as empty (files-and-commands.md, *Contacts file*).
    #[inline]
    pub fn can_read(&self, value: FieldDate) -> bool {
        match self.year {
            YearRule::FromField => value.has_year(),
            YearRule::NextOccurrence => true,
        }
    }

    /// The due instant for a field with this value (`rules.md` §5).
    pub fn due<T: Trace>(
        &self,
        value: FieldDate,
        leap_day: LeapDay,
        zone: &Zone,
        arrival: Instant,
        trace: &mut T,
    ) -> Due {
        trace.step(|| DerivationStep::FieldRead { value });
        match self.year {
            YearRule::FromField => self.due_from_field(value, zone, arrival, trace),
            YearRule::NextOccurrence => self.due_next_occurrence(value, leap_day, zone, arrival, trace),
        }
    }

    fn due_from_field<T: Trace>(&self, value: FieldDate, zone: &Zone, arrival: Instant, trace: &mut T) -> Due {
        let target = self.offset.shift(value.local.date());
        trace.step(|| DerivationStep::Shifted { offset: self.offset, base: value.local.date(), target });
        if target > LAST_DAY {
            trace.step(|| DerivationStep::BeyondTime);
            return Due::Beyond;
        }
        let met = (target >= FIRST_DAY).then(|| self.meets(value, target, zone, arrival, trace)).flatten();
        match met {
            Some(at) => as_due(at, trace),
            None => {
                trace.step(|| DerivationStep::Passed);
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
        // Undoing the shift gives a year whose date is near the arrival. One year earlier is early enough, since
        // clamped months move a date by at most three days.
        let near = self.offset.reversed().shift(zone.date_at(arrival));
        let mut year = near.civil().0 - 1;
        loop {
            let base = occurrence(value.local.date(), year, leap_day);
            let target = self.offset.shift(base);
            if target > LAST_DAY {
                trace.step(|| DerivationStep::BeyondTime);
                return Due::Beyond;
            }
            if target >= FIRST_DAY {
                trace.step(|| DerivationStep::Occurrence { year, base, offset: self.offset, target, leap_day });
                if let Some(at) = self.meets(value, target, zone, arrival, trace) {
                    return as_due(at, trace);
                }
            }
            year += 1;
        }
    }

    /// The due instant in the window of the target date, unless it has passed at `arrival`.
    fn meets<T: Trace>(
        &self,
        value: FieldDate,
        target: Date,
        zone: &Zone,
        arrival: Instant,
        trace: &mut T,
    ) -> Option<Instant> {
        let mut span = Span::of(self.time, target, |local| zone.resolve(local));
        let mut from = None;
        if self.time == TimeWindow::AnyTime && value.has_time {
            let second = i64::from(value.local.second_of_day());
            span.opens = zone.resolve(target.at_second(second));
            from = Some(second);
        }
        let met = span.first_from(arrival);
        trace.step(|| {
            let window = DerivationStep::window(self.time, target, span, arrival, met);
            if from.is_some() { window.opening_with_field() } else { window }
        });
        trace_opening(self.time, target, from, met == Some(span.opens), zone, trace);
        met
    }
}

/// Adds a step if the opening of the window decided, and a clock change skips or repeats it.
fn trace_opening<T: Trace>(time: TimeWindow, day: Date, from: Option<i64>, decides: bool, zone: &Zone, trace: &mut T) {
    if T::WANTED && decides {
        let second = match time {
            TimeWindow::At(at) | TimeWindow::Between(at, _) => at.secs(),
            TimeWindow::AnyTime => from.unwrap_or(0),
        };
        trace.reading(zone, day.at_second(second));
    }
}

/// A field's month and day in a year (`rules.md` §2 for 29 February).
fn occurrence(day: Date, year: i32, leap_day: LeapDay) -> Date {
    match (day.civil(), leap_day) {
        ((_, 2, 29), LeapDay::Feb28) if !is_leap_year(year) => Date::from_civil(year, 2, 28),
        ((_, 2, 29), LeapDay::Mar1) if !is_leap_year(year) => Date::from_civil(year, 3, 1),
        ((_, month, date), _) => Date::from_civil(year, month, date),
    }
}
