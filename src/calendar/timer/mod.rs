//! The settings of the three kinds of timer, complete and within bounds.
//!
//! A campaign on the canvas may be incomplete; these types can't be. `campaign` converts a schedule to one of them, or
//! says what is missing.

mod text;
mod words;

use serde::{Deserialize, Serialize};

use super::date::{Date, Weekday};

/// A unit of a wait or of a field timer's offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    Weekdays,
    Weeks,
    Months,
}

impl Unit {
    /// The largest amount a timer may have in this unit (`rules.md` §6, *Bounds*).
    pub const fn largest(self) -> u64 {
        match self {
            Unit::Minutes => 525_600,
            Unit::Hours => 87_600,
            Unit::Days | Unit::Weekdays => 3_650,
            Unit::Weeks => 520,
            Unit::Months => 120,
        }
    }
}

/// A local time of day, to the minute: 00:00 to 23:59, written `"HH:MM"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

/// The end of a window: a time of day or 24:00, the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClosingTime(u16);

impl TimeOfDay {
    /// The time of day that is `minutes` minutes after midnight; `None` from 24:00 on.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes < 1440).then_some(Self(minutes))
    }

    /// The number of minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The number of seconds since midnight.
    pub const fn secs(self) -> i64 {
        self.0 as i64 * 60
    }
}

impl ClosingTime {
    /// The time of day that is `minutes` minutes after midnight; `None` after 24:00.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes <= 1440).then_some(Self(minutes))
    }

    /// The number of minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The number of seconds since midnight.
    pub const fn secs(self) -> i64 {
        self.0 as i64 * 60
    }
}

/// The time of day at which a timer releases contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeWindow {
    /// At any time of the day.
    AnyTime,
    /// At exactly this time.
    At(TimeOfDay),
    /// Between two times; the second is not included.
    Between(TimeOfDay, ClosingTime),
}

impl TimeWindow {
    /// Whether a window opens before it closes (`rules.md` §6, *Bounds*).
    pub fn is_in_order(self) -> bool {
        match self {
            TimeWindow::Between(from, to) => from.minutes() < to.minutes(),
            TimeWindow::AnyTime | TimeWindow::At(_) => true,
        }
    }
}

/// The days on which a delay timer releases contacts (`rules.md` §4, *Run on*).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RunOn {
    /// On every day of the week.
    AnyDay,
    /// On Monday to Friday.
    Weekdays,
    /// On Saturday and Sunday.
    Weekends,
    /// On these days of the week.
    Days(Vec<Weekday>),
    /// On this day of the month, or its last day if the month is shorter.
    DayOfMonth(u64),
    /// On the first, second, third, fourth or last such weekday of the month.
    Nth(Nth, Weekday),
}

/// Which of the weekdays with the same name in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// Which time zone a timer works in (`rules.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ZoneChoice {
    /// The time zone of the campaign.
    Campaign,
    /// The time zone of the contact, or of the campaign if the contact has none.
    Contact,
}

/// The campaign's rule for waits of days, weeks, weekdays and months (`rules.md` §4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayCount {
    /// "1 day" is the next calendar date, from 00:00 on.
    #[default]
    CalendarDays,
    /// "1 day" is the next calendar date, from the arrival's time of day on.
    ElapsedDays,
}

/// The campaign's rule for 29 February in a common year (`rules.md` §2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LeapDay {
    /// The date is 28 February.
    #[default]
    Feb28,
    /// The date is 1 March.
    Mar1,
}

/// The campaign's rule for when a field timer reads its field (`rules.md` §5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FieldTimersRead {
    /// It reads when the contact enters the sequence.
    #[default]
    AtEntry,
    /// It reads when the contact arrives at the timer.
    OnArrival,
}

/// A delay timer (`rules.md` §4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelayTimer {
    /// The minimum wait, in `unit`.
    pub wait: u64,
    /// The unit of `wait`.
    pub unit: Unit,
    /// The days on which it releases contacts.
    pub run_on: RunOn,
    /// The time of day at which it releases contacts.
    pub time: TimeWindow,
}

/// A date timer (`rules.md` §5): one date, or all dates of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTimer {
    /// The first date of the range.
    pub first: Date,
    /// The last date of the range (included); the same as the first for a single date.
    pub last: Date,
    /// The time of day on each date.
    pub time: TimeWindow,
}

/// The distance from the field's date to the field timer's target date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Offset {
    /// On the date itself.
    On,
    /// This number of units before the date.
    Before(u64, OffsetUnit),
    /// This number of units after the date.
    After(u64, OffsetUnit),
}

/// A unit of a field timer's offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum OffsetUnit {
    Days,
    Weeks,
    Months,
}

impl OffsetUnit {
    /// The same unit as a [`Unit`].
    pub const fn unit(self) -> Unit {
        match self {
            OffsetUnit::Days => Unit::Days,
            OffsetUnit::Weeks => Unit::Weeks,
            OffsetUnit::Months => Unit::Months,
        }
    }
}

impl Offset {
    /// The day at this offset from `day`.
    pub fn shift(self, day: Date) -> Date {
        let (sign, amount, unit) = match self {
            Offset::On => return day,
            Offset::Before(amount, unit) => (-1, amount, unit),
            Offset::After(amount, unit) => (1, amount, unit),
        };
        let amount = sign * i64::try_from(amount).unwrap_or(i64::MAX / 8);
        match unit {
            OffsetUnit::Days => day.plus_days(amount),
            OffsetUnit::Weeks => day.plus_days(amount.saturating_mul(7)),
            OffsetUnit::Months => day.plus_months(amount),
        }
    }

    /// The same offset in the other direction.
    pub fn reversed(self) -> Self {
        match self {
            Offset::On => Offset::On,
            Offset::Before(amount, unit) => Offset::After(amount, unit),
            Offset::After(amount, unit) => Offset::Before(amount, unit),
        }
    }

    /// Whether the amount is within bounds (`rules.md` §6).
    pub fn is_within_bounds(self) -> bool {
        match self {
            Offset::On => true,
            Offset::Before(amount, unit) | Offset::After(amount, unit) => amount <= unit.unit().largest(),
        }
    }
}

/// The year in which a field timer looks for its date (`rules.md` §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearRule {
    /// The first year in which the window of the field's month and day has not passed.
    NextOccurrence,
    /// The field's own year.
    FromField,
}

/// A field timer (`rules.md` §5); the campaign says which field it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldTimer {
    /// The distance from the field's date to the target date.
    pub offset: Offset,
    /// The year in which the date is looked for.
    pub year: YearRule,
    /// The time of day on the target date.
    pub time: TimeWindow,
}
