//! The form that a date was written in, and its pattern for people.

use std::fmt;

/// The parts of a date, in the order they were written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateLayout {
    /// `2026-03-05`, with any separator.
    YearMonthDay,
    /// `20260305`.
    EightDigits,
    /// `03/05/2026` for 5 March.
    MonthDayYear,
    /// `05/03/2026` for 5 March.
    DayMonthYear,
    /// `03/05` for 5 March.
    MonthDay,
    /// `05/03` for 5 March.
    DayMonth,
    /// `--03-05` or `--0305`, the form without a year of vCard and Google.
    DashesMonthDay,
    /// `March 5, 2026`.
    NameDayYear,
    /// `5 March 2026`.
    DayNameYear,
    /// `2026 March 5`.
    YearNameDay,
    /// `March 5`.
    NameDay,
    /// `5 March`.
    DayName,
    /// Days as Excel counts them; 1 is 1 January 1900. A fraction is a time of day.
    ExcelNumber,
    /// Seconds since 1970, UTC.
    EpochSeconds,
    /// Milliseconds since 1970, UTC.
    EpochMilliseconds,
}

/// How many digits the year was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearDigits {
    /// There is no year.
    Absent,
    /// Two digits: the century was added.
    Two,
    /// Four digits. Also for numbers of days or seconds, which leave no doubt about the year.
    Four,
}

/// The form that a cell's date was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateForm {
    /// The order of its parts.
    pub layout: DateLayout,
    /// The character between its first two parts. A blank where the layout has no separator.
    pub separator: char,
    /// The digits of its year.
    pub year: YearDigits,
    /// Whether a time of day was written. An Excel number with a fraction has one, too.
    pub has_time: bool,
}

impl DateForm {
    /// The form of dates in native files, `YYYY-MM-DD`.
    pub const NATIVE: DateForm =
        DateForm { layout: DateLayout::YearMonthDay, separator: '-', year: YearDigits::Four, has_time: false };

    /// The pattern of the date alone, with the file's own separator and digits of the year, such as `DD.MM.YY`.
    /// Numbers are told in words, such as `Excel's number`.
    pub fn date_pattern(&self) -> String {
        let separator = self.separator;
        let year = match self.year {
            YearDigits::Absent => "",
            YearDigits::Two => "YY",
            YearDigits::Four => "YYYY",
        };
        let joined = |parts: [&str; 3]| {
            let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            known.join(separator.encode_utf8(&mut [0; 4]))
        };
        match self.layout {
            DateLayout::YearMonthDay => joined([year, "MM", "DD"]),
            DateLayout::EightDigits => "YYYYMMDD".to_owned(),
            DateLayout::MonthDayYear | DateLayout::MonthDay => joined(["MM", "DD", year]),
            DateLayout::DayMonthYear | DateLayout::DayMonth => joined(["DD", "MM", year]),
            DateLayout::DashesMonthDay => "--MM-DD".to_owned(),
            DateLayout::NameDayYear if separator == ' ' => format!("MMM D, {year}"),
            DateLayout::NameDayYear | DateLayout::NameDay => joined(["MMM", "D", year]),
            DateLayout::DayNameYear | DateLayout::DayName => joined(["D", "MMM", year]),
            DateLayout::YearNameDay => joined([year, "MMM", "D"]),
            DateLayout::ExcelNumber => "Excel's number".to_owned(),
            DateLayout::EpochSeconds => "seconds since 1970".to_owned(),
            DateLayout::EpochMilliseconds => "milliseconds since 1970".to_owned(),
        }
    }

    /// Whether it is a number that counts days, seconds or milliseconds.
    pub fn is_number(&self) -> bool {
        matches!(self.layout, DateLayout::ExcelNumber | DateLayout::EpochSeconds | DateLayout::EpochMilliseconds)
    }

    /// Whether the month comes first in a date of two numbers with or without a year; `None` for other layouts, whose
    /// parts can't be mistaken.
    pub fn is_month_first(&self) -> Option<bool> {
        match self.layout {
            DateLayout::MonthDayYear | DateLayout::MonthDay => Some(true),
            DateLayout::DayMonthYear | DateLayout::DayMonth => Some(false),
            DateLayout::YearMonthDay
            | DateLayout::EightDigits
            | DateLayout::DashesMonthDay
            | DateLayout::NameDayYear
            | DateLayout::DayNameYear
            | DateLayout::YearNameDay
            | DateLayout::NameDay
            | DateLayout::DayName
            | DateLayout::ExcelNumber
            | DateLayout::EpochSeconds
            | DateLayout::EpochMilliseconds => None,
        }
    }

    /// The same form with month first and with day first, for the question which of both it is.
    pub fn both_orders(&self) -> (DateForm, DateForm) {
        let (month_first, day_first) = match self.year {
            YearDigits::Absent => (DateLayout::MonthDay, DateLayout::DayMonth),
            YearDigits::Two | YearDigits::Four => (DateLayout::MonthDayYear, DateLayout::DayMonthYear),
        };
        (DateForm { layout: month_first, ..*self }, DateForm { layout: day_first, ..*self })
    }
}

impl fmt::Display for DateForm {
    /// The pattern, with ` HH:MM` if a time of day was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.date_pattern())?;
        if self.has_time && !self.is_number() { f.write_str(" HH:MM") } else { Ok(()) }
    }
}
