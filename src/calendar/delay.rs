//! The due instant of a delay timer (`rules.md` §4).

use super::date::{Date, DateTime, Weekday, days_in_month};
use super::derivation::{DerivationStep, Trace};
use super::due::{Due, LAST_DAY, as_due};
use super::instant::Instant;
use super::span::Span;
use super::timer::{DayCount, DelayTimer, Nth, RunOn, TimeWindow, Unit};
use super::zone::{OffsetCache, Zone};

/// A delay timer, compiled once for many arrivals.
#[derive(Clone, Debug)]
pub struct DelayPlan {
    timer: DelayTimer,
    day_count: DayCount,
    days: DayRule,
}

/// *Run on* in a form that is fast to test.
#[derive(Clone, Copy, Debug)]
enum DayRule {
    /// The allowed weekdays: bit 0 is Monday. The seven bits are doubled, so that a shift by the weekday needs no wrap.
    Weekdays(u16),
    DayOfMonth(u32),
    Nth(Nth, Weekday),
}

impl DelayPlan {
    /// Compiles a timer under the campaign's rule for days.
    pub fn new(timer: DelayTimer, day_count: DayCount) -> Self {
        let mask = |days: &[Weekday]| {
            let week = days.iter().fold(0u16, |mask, &day| mask | 1 << day as u16);
            DayRule::Weekdays(week | week << 7)
        };
        let days = match &timer.run_on {
            RunOn::AnyDay => mask(&Weekday::ALL),
            RunOn::Weekdays => mask(&Weekday::ALL[..5]),
            RunOn::Weekends => mask(&Weekday::ALL[5..]),
            RunOn::Days(days) => mask(days),
            RunOn::DayOfMonth(date) => DayRule::DayOfMonth((*date).clamp(1, 31) as u32),
            RunOn::Nth(nth, day) => DayRule::Nth(*nth, *day),
        };
        Self { timer, day_count, days }
    }

    /// The settings of the timer.
    pub fn timer(&self) -> &DelayTimer {
        &self.timer
    }

    /// When a contact that arrives at `arrival` continues. The trace receives the steps of the derivation.
    #[inline]
    pub fn due<T: Trace>(&self, zone: &Zone, arrival: Instant, trace: &mut T) -> Due {
        let cache = zone.offset_cache(arrival);
        let earliest = self.earliest(zone, &cache, arrival, trace);
        if earliest > Instant::LAST {
            trace.step(|| DerivationStep::BeyondTime);
            return Due::Beyond;
        }
        let first = cache.local_at(earliest).date();
        let mut from = first;
        loop {
            let day = self.days.first_from(from);
            trace.step(|| DerivationStep::DaysRefused { from, until: day, run_on: self.timer.run_on.clone() });
            if day > LAST_DAY {
                trace.step(|| DerivationStep::BeyondTime);
                return Due::Beyond;
            }
            trace.step(|| DerivationStep::DayTaken { day, run_on: self.timer.run_on.clone() });
            if let Some(due) = self.meets(zone, &cache, day, day == first, earliest, trace) {
                return as_due(due, trace);
            }
            from = day.near(1);
        }
    }

    /// The earliest instant at which the timer may be due: the table of `rules.md` §4.
    #[inline]
    fn earliest<T: Trace>(&self, zone: &Zone, cache: &OffsetCache<'_>, arrival: Instant, trace: &mut T) -> Instant {
        let wait = self.timer.wait as i64;
        let unit = self.timer.unit;
        let exact = match unit {
            Unit::Minutes => Some(wait * 60),
            Unit::Hours => Some(wait * 3600),
            Unit::Weekdays if wait == 0 => Some(0),
            _ => None,
        };
        if let Some(secs) = exact {
            let earliest = arrival.plus_secs(secs);
            trace.step(|| DerivationStep::WaitedExactly { amount: self.timer.wait, unit, earliest });
            return earliest;
        }
        let local = cache.local_at(arrival);
        let from = local.date();
        let day = match unit {
            Unit::Weeks => from.plus_days(wait * 7),
            Unit::Weekdays => from.plus_weekdays(wait),
            Unit::Months => from.plus_months(wait),
            Unit::Days | Unit::Minutes | Unit::Hours => from.plus_days(wait),
        };
        if day > LAST_DAY {
            return Instant::LAST.plus_secs(1);
        }
        let second = match self.day_count {
            DayCount::CalendarDays => 0,
            DayCount::ElapsedDays => i64::from(local.second_of_day()),
        };
        let reading = day.at_second(second);
        let earliest = arrival.max(cache.resolve(reading));
        trace.step(|| DerivationStep::WaitedDays {
            amount: self.timer.wait,
            unit,
            clamped: unit == Unit::Months && day.civil().2 != from.civil().2,
            day,
            day_count: self.day_count,
            earliest,
        });
        self.trace_reading(zone, reading, second != 0, trace);
        earliest
    }

    /// The instant on an allowed day that meets the timer's time of day, if it is not before `earliest`.
    #[inline]
    fn meets<T: Trace>(
        &self,
        zone: &Zone,
        cache: &OffsetCache<'_>,
        day: Date,
        own_day: bool,
        earliest: Instant,
        trace: &mut T,
    ) -> Option<Instant> {
        match self.timer.time {
            TimeWindow::AnyTime if own_day => Some(earliest),
            TimeWindow::AnyTime => Some(earliest.max(cache.resolve(day.at_second(0)))),
            time => {
                let span = Span::of(time, day, |local| cache.resolve(local));
                let met = span.first_from(earliest);
                trace.step(|| DerivationStep::window(time, day, span, earliest, met));
                if let TimeWindow::At(at) | TimeWindow::Between(at, _) = time {
                    self.trace_reading(zone, day.at_second(at.secs()), met == Some(span.opens), trace);
                }
                met
            }
        }
    }

    /// Adds a step if the local time that decided is skipped or repeated by a clock change.
    #[inline]
    fn trace_reading<T: Trace>(&self, zone: &Zone, asked: DateTime, decides: bool, trace: &mut T) {
        if T::WANTED && decides {
            trace.reading(zone, asked);
        }
    }
}

impl DayRule {
    /// The first allowed day that is not before `from`.
    #[inline]
    fn first_from(self, from: Date) -> Date {
        match self {
            DayRule::Weekdays(mask) => {
                let ahead = (mask >> from.weekday() as u16).trailing_zeros();
                from.near(ahead as i32)
            }
            DayRule::DayOfMonth(_) | DayRule::Nth(..) => {
                let (year, month, _) = from.civil();
                let this = self.in_month(year, month);
                if this >= from {
                    return this;
                }
                let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                self.in_month(year, month)
            }
        }
    }

    /// The one allowed day of a month.
    fn in_month(self, year: i32, month: u32) -> Date {
        match self {
            DayRule::DayOfMonth(date) => Date::from_civil(year, month, date.min(days_in_month(year, month))),
            DayRule::Nth(Nth::Last, weekday) => {
                let last = Date::from_civil(year, month, days_in_month(year, month));
                last.near(-((last.weekday() as i32 - weekday as i32).rem_euclid(7)))
            }
            DayRule::Nth(nth, weekday) => {
                let first = Date::from_civil(year, month, 1);
                let ahead = (weekday as i32 - first.weekday() as i32).rem_euclid(7);
                first.near(ahead + 7 * nth as i32)
            }
            DayRule::Weekdays(_) => Date::from_civil(year, month, 1),
        }
    }
}
