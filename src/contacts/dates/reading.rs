//! What comes out of a cell: a date, nothing, a question, or the reason why it can't be read.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};

use super::form::DateForm;

/// The order of day and month in the dates of a column that are written with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayMonthOrder {
    /// `03/05/2026` is 5 March.
    MonthFirst,
    /// `03/05/2026` is 3 May.
    DayFirst,
    /// Not known: only dates that fit one order are read. With dots, the day comes first by custom.
    Unknown,
}

/// What a column says about the dates in its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRules {
    /// The order of day and month.
    pub order: DayMonthOrder,
    /// The day on which the file is read. It decides the century of two-digit years.
    pub today: NaiveDate,
    /// Whether the dates are birthdays, which aren't after `today`.
    pub is_birthday: bool,
    /// Whether numbers are read as Excel's days (1 to 73050) or as seconds or milliseconds since 1970. For a column
    /// that is meant to hold dates.
    pub allow_serials: bool,
}

impl DateRules {
    /// Rules for a column of dates that says nothing yet: no known order, no birthdays, no numbers.
    pub fn new(today: NaiveDate) -> Self {
        DateRules { order: DayMonthOrder::Unknown, today, is_birthday: false, allow_serials: false }
    }
}

/// A date as it was written in a cell. It exists (29 February exists if there is no year).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateCell {
    /// The year, 1 to 9999; `None` if none was written.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// Hour, minute and second of a time of day after the date. A fraction of a second is cut.
    pub time: Option<(u8, u8, u8)>,
    /// Seconds that the time is ahead of UTC, if an offset was written.
    pub offset: Option<i32>,
}

impl DateCell {
    /// The date; `None` if it has no year.
    pub fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.year?), u32::from(self.month), u32::from(self.day))
    }

    /// The time of day, if one was written.
    pub fn time_of_day(&self) -> Option<NaiveTime> {
        let (hour, minute, second) = self.time?;
        NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), u32::from(second))
    }
}

impl fmt::Display for DateCell {
    /// The native form: `2026-03-05`, `2026-03-05T10:30`, `--03-05`; with seconds if they aren't zero, and with the
    /// offset if there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day)?,
            None => write!(f, "--{:02}-{:02}", self.month, self.day)?,
        }
        if let Some((hour, minute, second)) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
            if second != 0 {
                write!(f, ":{second:02}")?;
            }
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let minutes = offset.unsigned_abs() / 60;
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// Why a cell can't be read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// It has no known form of a date.
    NotADate,
    /// It has the form of a date, but there is no such day: 29 February 2026, 31 April.
    NoSuchDay,
    /// It is a date only with day and month swapped: `13/05/2026` in a column with the month first.
    OtherOrder,
    /// Its year has neither two nor four digits.
    YearDigits,
    /// It is a number that isn't read as a date: numbers aren't allowed in its column, it is out of range, or it may
    /// be a year alone (1900 to 2099).
    Number,
    /// It is longer than 200 bytes.
    TooLong,
}

impl fmt::Display for DateFault {
    /// Ends a sentence that begins with the cell.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DateFault::NotADate => "isn't a date",
            DateFault::NoSuchDay => "is a day that doesn't exist",
            DateFault::OtherOrder => "has day and month in the other order than its column",
            DateFault::YearDigits => "has a year of neither two nor four digits",
            DateFault::Number => "is a number that isn't a date",
            DateFault::TooLong => "is too long for a date",
        })
    }
}

/// What comes out of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// A date, and the form it was written in.
    Date(DateCell, DateForm),
    /// No date: the cell is blank, has a date of zeros (`0000-00-00`), or a word for "none".
    Empty,
    /// A date that differs with the order of day and month, which isn't known. The form has the month first.
    NeedsOrder(DateForm),
    /// Not a date.
    Unreadable(DateFault),
}
