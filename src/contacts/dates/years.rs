//! The century of a year of two digits.

use chrono::{Datelike, NaiveDate};

/// Years ahead of today and before it in which dates with two-digit years lie. Those of birthdays lie in the hundred
/// years up to today.
const REACH: i32 = 50;

/// The whole year of a two-digit one, by its month and day and the day on which the file is read.
///
/// A birthday is today or before it, at most a hundred years. Other dates are at most fifty years ahead, and less than
/// fifty years before today.
pub(super) fn whole_year(two_digits: u32, month: u32, day: u32, today: NaiveDate, is_birthday: bool) -> i32 {
    let now = (today.year(), today.month(), today.day());
    let last = if is_birthday { now } else { (now.0 + REACH, now.1, now.2) };
    let two_digits = i32::try_from(two_digits % 100).unwrap_or(0);
    let year = last.0 - last.0.rem_euclid(100) + two_digits;
    if (year, month, day) > last { year - 100 } else { year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(two_digits: u32, month: u32, day: u32, is_birthday: bool) -> i32 {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        whole_year(two_digits, month, day, today, is_birthday)
    }

    #[test]
    fn birthdays_lie_in_the_hundred_years_up_to_today() {
        assert_eq!(year(65, 5, 22, true), 1965);
        assert_eq!(year(26, 3, 2, true), 2026);
        assert_eq!(year(26, 3, 3, true), 1926);
        assert_eq!(year(27, 1, 1, true), 1927);
        assert_eq!(year(0, 2, 29, true), 2000);
    }

    #[test]
    fn other_dates_lie_within_fifty_years() {
        assert_eq!(year(76, 3, 2, false), 2076);
        assert_eq!(year(76, 3, 3, false), 1976);
        assert_eq!(year(75, 12, 31, false), 2075);
        assert_eq!(year(99, 12, 31, false), 1999);
        assert_eq!(year(27, 1, 1, false), 2027);
    }
}
