//! Which rule a step of an explanation, or the reason of a skipped visit, comes from.

use crate::calendar::derivation::Step;
use crate::calendar::timer::{DayCount, LeapDay, Unit};
use crate::simulate::outcome::Reason;

/// The id of the rule behind a step of a derivation.
pub fn section_for(step: &Step) -> &'static str {
    match step {
        Step::WaitedExactly { .. } => "minutes-hours",
        Step::WaitedDays { unit: Unit::Months, clamped: true, .. } => "month-end",
        Step::WaitedDays { day_count: DayCount::ElapsedDays, .. } => "elapsed",
        Step::WaitedDays { unit: Unit::Months, .. } => "months",
        Step::WaitedDays { unit: Unit::Weekdays, .. } => "weekdays",
        Step::WaitedDays { .. } => "days-weeks",
        Step::DaysRefused { .. } | Step::DayTaken { .. } => "run-on",
        Step::Window { .. } => "time-of-day",
        Step::TimerSays { .. } | Step::DateTaken { .. } => "date-timer",
        Step::FieldRead { .. } => "field-read",
        Step::Shifted { .. } => "field-window",
        Step::Occurrence { leap_day: LeapDay::Mar1, base, .. } if base.civil().1 == 3 && base.civil().2 == 1 => {
            "leap-day"
        }
        Step::Occurrence { .. } => "next-occurrence",
        Step::Gap { .. } | Step::Twice { .. } => "clock-change",
        Step::BeyondTime => "simulated-time",
        Step::Passed => "jump",
        Step::Due { .. } => "due",
    }
}

/// The id of the rule behind the reason of a skipped visit.
pub fn section_for_reason(reason: Reason) -> &'static str {
    reason.rule()
}
