//! Dates, and dates with a time of day: local time without a time zone.
//!
//! A [`Date`] is a number, not chrono's `NaiveDate` (a year and a day in it). Nearly every timer rule adds days, compares
//! dates or asks for the weekday. Each of these is one instruction on a number, measured several times faster. A test
//! compares the results with chrono's, and [`conversions`](super::conversions) turns one into the other.

use serde::{Deserialize, Serialize};

/// Seconds of a day in local time. (At a clock change, a local day has more or fewer seconds in UTC.)
pub const SECS_A_DAY: i64 = 86_400;

/// A date of the proleptic Gregorian calendar, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    /// The English name, written out.
    pub fn name(self) -> &'static str {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][self as usize]
    }

    /// The first three letters of the English name.
    pub fn short(self) -> &'static str {
        &self.name()[..3]
    }
}

/// Days in 400 years, after which the calendar repeats.
pub(super) const DAYS_AN_ERA: i32 = 146_097;
/// Periods of 400 years added to a year to make it positive.
const SHIFT_ERAS: i32 = 2_000;
/// Days from 1 March of the shifted year 0 to 1970-01-01.
const DAYS_BEFORE_1970: i32 = SHIFT_ERAS * DAYS_AN_ERA + 719_468;

impl Date {
    /// The year of dates without a year. No date of a file or a campaign has it, and it has a 29 February.
    pub const NO_YEAR: i32 = 0;

    /// A month and day without a year; `None` if there is no such day in any year.
    pub fn without_year(month: u32, date: u32) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(Self::NO_YEAR, month)).contains(&date);
        exists.then(|| Date::from_civil(Self::NO_YEAR, month, date))
    }

    /// Whether this isn't a month and day [without a year](Self::without_year).
    #[inline]
    pub const fn has_year(self) -> bool {
        const FIRST: i32 = Date::from_civil(Date::NO_YEAR, 1, 1).0;
        const LAST: i32 = Date::from_civil(Date::NO_YEAR, 12, 31).0;
        self.0 < FIRST || self.0 > LAST
    }

    /// The day that is `days` days after 1970-01-01.
    #[inline]
    pub const fn from_number(days: i32) -> Self {
        Date(days)
    }

    /// The number of days since 1970-01-01.
    #[inline]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of a year, month (1–12) and day of the month, which must exist (see [`days_in_month`]).
    #[inline]
    pub const fn from_civil(year: i32, month: u32, date: u32) -> Self {
        // Howard Hinnant's "days from civil". Years begin in March, so that a leap day comes last. They count from long
        // before any possible year, so that division needs no sign.
        let year = (year + SHIFT_ERAS * 400 - if month <= 2 { 1 } else { 0 }) as u32;
        let (era, year_of_era) = (year / 400, year % 400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Date((era * DAYS_AN_ERA as u32 + day_of_era) as i32 - DAYS_BEFORE_1970)
    }

    /// The year, month (1–12) and day of the month (1–31).
    #[inline]
    pub const fn civil(self) -> (i32, u32, u32) {
        let days = (self.0 + DAYS_BEFORE_1970) as u32;
        let (era, day_of_era) = (days / DAYS_AN_ERA as u32, days % DAYS_AN_ERA as u32);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = (era * 400 + year_of_era) as i32 - SHIFT_ERAS * 400;
        (if month <= 2 { year + 1 } else { year }, month, date)
    }

    /// The day of the week.
    #[inline]
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday. The offset keeps the sum positive for every day.
        const MONDAY: i32 = 3 + 7 * 20_000_000;
        Weekday::ALL[((self.0 + MONDAY) as u32 % 7) as usize]
    }

    /// The day that is `days` days later (or earlier), at most 100,000,000 days before or after 1970-01-01.
    #[inline]
    pub const fn plus_days(self, days: i64) -> Self {
        const BOUND: i64 = 100_000_000;
        let sum = (self.0 as i64).saturating_add(days);
        Date(if sum > BOUND {
            BOUND as i32
        } else if sum < -BOUND {
            -(BOUND as i32)
        } else {
            sum as i32
        })
    }

    /// The day that is a few days later or earlier, without a check for overflow.
    #[inline]
    pub(super) const fn near(self, days: i32) -> Self {
        Date(self.0 + days)
    }

    /// The same date `months` later (or earlier), clamped to the end of the month (`rules.md` §2).
    pub fn plus_months(self, months: i64) -> Self {
        let (year, month, date) = self.civil();
        let sum = i64::from(year) * 12 + i64::from(month) - 1 + months.clamp(-2_000_000, 2_000_000);
        let (year, month) = (sum.div_euclid(12) as i32, sum.rem_euclid(12) as u32 + 1);
        Date::from_civil(year, month, date.min(days_in_month(year, month)))
    }

    /// The n-th Monday-to-Friday date after this one; this day itself for `n` = 0 (`rules.md` §4).
    pub fn plus_weekdays(self, n: i64) -> Self {
        if n <= 0 {
            return self;
        }
        let weekday = self.weekday() as i64;
        // Counting from a weekend equals counting from the Friday before it.
        let (from, weekday) = if weekday > 4 { (self.plus_days(4 - weekday), 4) } else { (self, weekday) };
        let over_weekend = if weekday + n % 5 > 4 { 2 } else { 0 };
        from.plus_days(n / 5 * 7 + n % 5 + over_weekend)
    }

    /// The local time that is `second_of_day` seconds after 00:00 on this day.
    #[inline]
    pub const fn at_second(self, second_of_day: i64) -> DateTime {
        DateTime(self.0 as i64 * SECS_A_DAY + second_of_day)
    }

    /// The day of a year, month and day of the month; `None` if it doesn't exist or the year doesn't have four digits.
    pub fn checked(year: i32, month: u32, date: u32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&date);
        exists.then(|| Date::from_civil(year, month, date))
    }
}

/// The number of days in a month (1–12).
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether a year has a 29 February.
pub const fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// A local date and time of day, in seconds since 1970-01-01T00:00 local time.
///
/// A [`Zone`](super::Zone) converts it to an [`Instant`](super::Instant).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(i64);

/// Days added to a local time to make it positive.
const SHIFT_DAYS: i32 = 200_000_000;

impl DateTime {
    /// The local time that is `secs` seconds after 1970-01-01T00:00.
    #[inline]
    pub const fn from_secs(secs: i64) -> Self {
        DateTime(secs)
    }

    /// Seconds since 1970-01-01T00:00, in local time.
    #[inline]
    pub const fn secs(self) -> i64 {
        self.0
    }

    /// The local time, shifted to be positive, since unsigned division is faster.
    #[inline]
    const fn shifted(self) -> u64 {
        (self.0 + SHIFT_DAYS as i64 * SECS_A_DAY) as u64
    }

    /// The date of this local time.
    #[inline]
    pub const fn date(self) -> Date {
        Date((self.shifted() / SECS_A_DAY as u64) as i32 - SHIFT_DAYS)
    }

    /// Seconds since local midnight, 0 to 86,399.
    #[inline]
    pub const fn second_of_day(self) -> u32 {
        (self.shifted() % SECS_A_DAY as u64) as u32
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Days, Months, NaiveDate};

    use super::*;

    #[test]
    fn days_agree_with_chrono_over_four_centuries() {
        let mut naive = NaiveDate::from_ymd_opt(1799, 12, 30).expect("a date");
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a date");
        for _ in 0..146_200 {
            let day = Date::from_number(naive.signed_duration_since(epoch).num_days() as i32);
            assert_eq!(day.civil(), (naive.year(), naive.month(), naive.day()));
            assert_eq!(Date::from_civil(naive.year(), naive.month(), naive.day()), day);
            assert_eq!(day.weekday() as u32, naive.weekday().num_days_from_monday());
            assert_eq!(Date::parse(&naive.to_string()), Some(day));
            for months in [1, 2, 11, 13] {
                let later = naive.checked_add_months(Months::new(months)).expect("in range");
                assert_eq!(day.plus_months(i64::from(months)).to_string(), later.to_string());
            }
            naive = naive.checked_add_days(Days::new(1)).expect("in range");
        }
    }

    #[test]
    fn the_farthest_days_go_there_and_back() {
        for number in [-100_000_000, -719_163, 0, 2_932_896, 100_000_000] {
            let day = Date::from_number(number);
            let (year, month, date) = day.civil();
            assert_eq!(Date::from_civil(year, month, date), day);
            assert!(day.plus_months(2_000_000) > day && day.plus_months(-2_000_000) < day);
        }
    }

    #[test]
    fn nth_weekday_after_equals_counting_one_by_one() {
        for start in 0..14 {
            let start = Date::from_number(start);
            let (mut day, mut counted) = (start, 0);
            while counted < 40 {
                day = day.plus_days(1);
                if day.weekday() <= Weekday::Fri {
                    counted += 1;
                    assert_eq!(start.plus_weekdays(counted), day, "{start} + {counted}");
                }
            }
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "2026-01-01 ", "20260101", "２026-01-01"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for text in ["2026-01-01T24:00", "2026-01-01T10:60", "2026-01-01 10:00", "2026-01-01T10:00:00"] {
            assert_eq!(DateTime::parse_minutes(text), None, "{text}");
        }
    }
}
