//! Finds the rule for a step of an explanation, or for the reason of a skipped visit.

use crate::calendar::derivation::DerivationStep;
use crate::calendar::timer::{DayCount, LeapDay, Unit};
use crate::simulate::outcome::Reason;

/// The id of the rule for a step of a derivation.
pub fn section_for(step: &DerivationStep) -> &'static str {
    match step {
        DerivationStep::WaitedExactly { .. } => "minutes-hours",
        DerivationStep::WaitedDays { unit: Unit::Months, clamped: true, .. } => "month-end",
        DerivationStep::WaitedDays { day_count: DayCount::ElapsedDays, .. } => "elapsed",
        DerivationStep::WaitedDays { unit: Unit::Months, .. } => "months",
        DerivationStep::WaitedDays { unit: Unit::Weekdays, .. } => "weekdays",
        DerivationStep::WaitedDays { .. } => "days-weeks",
        DerivationStep::DaysRefused { .. } | DerivationStep::DayTaken { .. } => "run-on",
        DerivationStep::Window { .. } => "time-of-day",
        DerivationStep::TimerSays { .. } | DerivationStep::DateTaken { .. } => "date-timer",
        DerivationStep::FieldRead { .. } | DerivationStep::YearMissing { .. } => "field-read",
        DerivationStep::Shifted { .. } => "field-window",
        DerivationStep::Occurrence { leap_day: LeapDay::Mar1, base, .. }
            if base.civil().1 == 3 && base.civil().2 == 1 =>
        {
            "leap-day"
        }
        DerivationStep::Occurrence { .. } => "next-occurrence",
        DerivationStep::Gap { .. } | DerivationStep::Twice { .. } => "clock-change",
        DerivationStep::BeyondTime => "simulated-time",
        DerivationStep::Passed => "jump",
        DerivationStep::Due { .. } => "due",
    }
}

/// The id of the rule for the reason of a skipped visit.
pub fn section_for_reason(reason: Reason) -> &'static str {
    reason.rule()
}
