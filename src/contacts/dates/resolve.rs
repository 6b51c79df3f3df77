//! From the parts of a date as they were written to the date, by the rules of its column.

use chrono::NaiveDate;

use super::clock::WrittenClock;
use super::form::{DateForm, DateLayout, YearDigits};
use super::reading::{DateCell, DateFault, DateReading, DateRules, DayMonthOrder};
use super::years::whole_year;

/// A year as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenYear {
    Absent,
    Two(u32),
    Four(u32),
}

/// The parts of a date as they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// Its form says which part is which.
    Known { year: WrittenYear, month: u32, day: u32, layout: DateLayout, separator: char },
    /// Two numbers, one of which is the month.
    Pair { first: u32, second: u32, year: WrittenYear, separator: char },
    /// Zeros only.
    Zero,
}

/// What comes out of a date with the time of day after it.
pub(super) fn resolve(written: WrittenDate, clock: Option<WrittenClock>, rules: &DateRules) -> DateReading {
    match written {
        WrittenDate::Zero => DateReading::Empty,
        WrittenDate::Known { year, month, day, layout, separator } => {
            let form = DateForm { layout, separator, year: year.digits(), has_time: clock.is_some() };
            match dated(year, month, day, rules) {
                Some(day) => date(day, clock, form),
                None => unreadable(&[(month, day)]),
            }
        }
        WrittenDate::Pair { first, second, year, .. } if is_excels_zero(first, second, year) => DateReading::Empty,
        WrittenDate::Pair { first, second, year, separator } => {
            let layout = DateLayout::MonthDayYear;
            let form = DateForm { layout, separator, year: year.digits(), has_time: clock.is_some() };
            let forms = form.both_orders();
            let month_first = dated(year, first, second, rules).map(|day| date(day, clock, forms.0));
            let day_first = dated(year, second, first, rules).map(|day| date(day, clock, forms.1));
            match (month_first, day_first, rules.order) {
                (Some(reading), _, DayMonthOrder::MonthFirst) | (_, Some(reading), DayMonthOrder::DayFirst) => reading,
                (None, Some(_), DayMonthOrder::MonthFirst) | (Some(_), None, DayMonthOrder::DayFirst) => {
                    DateReading::Unreadable(DateFault::OtherOrder)
                }
                (None, None, _) => unreadable(&[(first, second), (second, first)]),
                (Some(reading), None, DayMonthOrder::Unknown) | (None, Some(reading), DayMonthOrder::Unknown) => {
                    reading
                }
                // With dots, the day comes first in nearly every country that writes them.
                (Some(_), Some(reading), DayMonthOrder::Unknown) if separator == '.' => reading,
                (Some(reading), Some(_), DayMonthOrder::Unknown) if first == second => reading,
                (Some(_), Some(_), DayMonthOrder::Unknown) => DateReading::NeedsOrder(forms.0),
            }
        }
    }
}

impl WrittenYear {
    fn digits(self) -> YearDigits {
        match self {
            WrittenYear::Absent | WrittenYear::Four(0) => YearDigits::Absent,
            WrittenYear::Two(_) => YearDigits::Two,
            WrittenYear::Four(_) => YearDigits::Four,
        }
    }
}

/// Why a date that doesn't exist is unreadable, by the months and days it may have.
fn unreadable(months_and_days: &[(u32, u32)]) -> DateReading {
    let looks_right = |&(month, day): &(u32, u32)| (1..=12).contains(&month) && (1..=31).contains(&day);
    let fault = if months_and_days.iter().any(looks_right) { DateFault::NoSuchDay } else { DateFault::NotADate };
    DateReading::Unreadable(fault)
}

fn date((year, month, day): (Option<i16>, u8, u8), clock: Option<WrittenClock>, form: DateForm) -> DateReading {
    let cell = DateCell {
        year,
        month,
        day,
        time: clock.map(|clock| clock.time),
        offset: clock.and_then(|clock| clock.offset),
    };
    DateReading::Date(cell, form)
}

/// The date with its whole year, if it exists.
fn dated(year: WrittenYear, month: u32, day: u32, rules: &DateRules) -> Option<(Option<i16>, u8, u8)> {
    // A leap year: without a year, 29 February is a date.
    const ANY_YEAR: i32 = 2000;
    let year = match year {
        // There is no year 0. It stands for an unknown one.
        WrittenYear::Absent | WrittenYear::Four(0) => None,
        WrittenYear::Two(year) => Some(whole_year(year, month, day, rules.today, rules.is_birthday)),
        WrittenYear::Four(year) => Some(i32::try_from(year).ok()?),
    };
    NaiveDate::from_ymd_opt(year.unwrap_or(ANY_YEAR), month, day)?;
    let year = match year {
        None => None,
        Some(year) => Some(i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?),
    };
    Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// Whether it is 0 January 1900, which Excel shows for a 0 in a column of dates.
fn is_excels_zero(first: u32, second: u32, year: WrittenYear) -> bool {
    first + second == 1 && matches!(year, WrittenYear::Four(1900) | WrittenYear::Two(0))
}
