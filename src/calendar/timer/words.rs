//! The words for a timer's settings: in sentences, in explanations, in files.

use std::fmt;

use super::{DayCount, FieldTimersRead, LeapDay, Nth, Offset, RunOn, TimeWindow, Unit};

impl Unit {
    /// `3 days`, `1 week`.
    pub fn phrase(self, amount: u64) -> String {
        format!("{amount} {}", self.word(amount))
    }

    /// The unit of an amount: `days`, or `day` for one.
    pub const fn word(self, amount: u64) -> &'static str {
        let many = match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Weekdays => "weekdays",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        if amount == 1 { many.split_at(many.len() - 1).0 } else { many }
    }
}

impl fmt::Display for TimeWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeWindow::AnyTime => f.write_str("at any time"),
            TimeWindow::At(time) => write!(f, "at {time}"),
            TimeWindow::Between(from, to) => write!(f, "between {from} and {to}"),
        }
    }
}

impl fmt::Display for RunOn {
    /// The words in an explanation: `weekdays only`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunOn::AnyDay => f.write_str("any day"),
            RunOn::Weekdays => f.write_str("weekdays only"),
            RunOn::Weekends => f.write_str("weekends only"),
            RunOn::Days(days) => {
                for (i, day) in days.iter().enumerate() {
                    let separator = match i {
                        0 => "",
                        _ if i + 1 == days.len() => " and ",
                        _ => ", ",
                    };
                    write!(f, "{separator}{}", day.short())?;
                }
                f.write_str(" only")
            }
            RunOn::DayOfMonth(31) => f.write_str("the last day of the month only"),
            RunOn::DayOfMonth(date) => write!(f, "day {date} of the month only"),
            RunOn::Nth(nth, day) => write!(f, "the {} {} of the month only", nth.word(), day.name()),
        }
    }
}

impl Nth {
    /// The word in a sentence, such as `first`.
    pub const fn word(self) -> &'static str {
        match self {
            Nth::First => "first",
            Nth::Second => "second",
            Nth::Third => "third",
            Nth::Fourth => "fourth",
            Nth::Last => "last",
        }
    }
}

impl DayCount {
    /// The name in files.
    pub const fn word(self) -> &'static str {
        match self {
            DayCount::CalendarDays => "CalendarDays",
            DayCount::ElapsedDays => "ElapsedDays",
        }
    }
}

impl LeapDay {
    /// The name in files.
    pub const fn word(self) -> &'static str {
        match self {
            LeapDay::Feb28 => "Feb28",
            LeapDay::Mar1 => "Mar1",
        }
    }
}

impl FieldTimersRead {
    /// The name in files.
    pub const fn word(self) -> &'static str {
        match self {
            FieldTimersRead::AtEntry => "AtEntry",
            FieldTimersRead::OnArrival => "OnArrival",
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Offset::On => f.write_str("on"),
            Offset::Before(amount, unit) => write!(f, "{} before", unit.unit().phrase(*amount)),
            Offset::After(amount, unit) => write!(f, "{} after", unit.unit().phrase(*amount)),
        }
    }
}
