//! Converts our dates and times to chrono's, and chrono's to ours.
//!
//! Ours cover more years (up to about 5,800,000) than chrono's (up to 262,142). So a conversion to chrono is checked,
//! and one from chrono always works. Fractions of a second are cut; a leap second becomes the second before it.

use chrono::{NaiveDate, NaiveDateTime, Utc};

use super::date::{Date, DateTime, Weekday};
use super::instant::Instant;

/// A date or time that chrono can't hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("chrono's years go from -262143 to 262142")]
pub struct OutOfRange;

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Date::from_number(date.to_epoch_days())
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = OutOfRange;

    fn try_from(day: Date) -> Result<Self, OutOfRange> {
        NaiveDate::from_epoch_days(day.number()).ok_or(OutOfRange)
    }
}

impl From<NaiveDateTime> for DateTime {
    fn from(at: NaiveDateTime) -> Self {
        DateTime::from_secs(at.and_utc().timestamp())
    }
}

impl TryFrom<DateTime> for NaiveDateTime {
    type Error = OutOfRange;

    fn try_from(local: DateTime) -> Result<Self, OutOfRange> {
        let at = chrono::DateTime::from_timestamp(local.secs(), 0).ok_or(OutOfRange)?;
        Ok(at.naive_utc())
    }
}

impl From<chrono::DateTime<Utc>> for Instant {
    fn from(at: chrono::DateTime<Utc>) -> Self {
        Instant::from_utc_secs(at.timestamp())
    }
}

impl TryFrom<Instant> for chrono::DateTime<Utc> {
    type Error = OutOfRange;

    fn try_from(at: Instant) -> Result<Self, OutOfRange> {
        chrono::DateTime::from_timestamp(at.utc_secs(), 0).ok_or(OutOfRange)
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Weekday::Mon,
            chrono::Weekday::Tue => Weekday::Tue,
            chrono::Weekday::Wed => Weekday::Wed,
            chrono::Weekday::Thu => Weekday::Thu,
            chrono::Weekday::Fri => Weekday::Fri,
            chrono::Weekday::Sat => Weekday::Sat,
            chrono::Weekday::Sun => Weekday::Sun,
        }
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Mon => chrono::Weekday::Mon,
            Weekday::Tue => chrono::Weekday::Tue,
            Weekday::Wed => chrono::Weekday::Wed,
            Weekday::Thu => chrono::Weekday::Thu,
            Weekday::Fri => chrono::Weekday::Fri,
            Weekday::Sat => chrono::Weekday::Sat,
            Weekday::Sun => chrono::Weekday::Sun,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveTime, TimeDelta};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_chrono_holds_at_its_ends_goes_there_and_back() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let day = Date::from(date);
            assert_eq!(day.civil(), (date.year(), date.month(), date.day()));
            assert_eq!(NaiveDate::try_from(day), Ok(date));
        }
        for at in [chrono::DateTime::<Utc>::MIN_UTC, chrono::DateTime::<Utc>::MAX_UTC] {
            let whole = at - TimeDelta::nanoseconds(i64::from(at.timestamp_subsec_nanos()));
            assert_eq!(chrono::DateTime::try_from(Instant::from(at)), Ok(whole));
            assert_eq!(NaiveDateTime::try_from(DateTime::from(at.naive_utc())), Ok(whole.naive_utc()));
        }
    }

    #[test]
    fn what_lies_beyond_chronos_ends_is_an_error() {
        let (first, last) = (Date::from(NaiveDate::MIN), Date::from(NaiveDate::MAX));
        for day in [first.plus_days(-1), last.plus_days(1), Date::from_number(i32::MIN), Date::from_number(i32::MAX)] {
            assert_eq!(NaiveDate::try_from(day), Err(OutOfRange));
        }
        for secs in [i64::MIN, first.at_second(0).secs() - 1, last.at_second(86_400).secs(), i64::MAX] {
            assert_eq!(NaiveDateTime::try_from(DateTime::from_secs(secs)), Err(OutOfRange));
            assert_eq!(chrono::DateTime::try_from(Instant::from_utc_secs(secs)), Err(OutOfRange));
        }
    }

    #[test]
    fn fractions_are_cut_and_leap_seconds_are_the_second_before() {
        let date = NaiveDate::from_ymd_opt(1969, 12, 31).expect("a date");
        for (nanos, text) in [(0, "1969-12-31T23:59:59"), (999_999_999, "1969-12-31T23:59:59")] {
            let time = NaiveTime::from_hms_nano_opt(23, 59, 59, nanos).expect("a time");
            assert_eq!(DateTime::from(date.and_time(time)).to_string(), text);
            assert_eq!(Instant::from(date.and_time(time).and_utc()).to_string(), format!("{text}Z"));
        }
        let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_500_000_000).expect("a leap second");
        assert_eq!(DateTime::from(date.and_time(leap)).to_string(), "1969-12-31T23:59:59");
    }

    proptest! {
        #[test]
        fn all_that_chrono_holds_goes_there_and_back(secs in -8_334_601_228_800_i64..=8_210_266_876_799) {
            let at = chrono::DateTime::try_from(Instant::from_utc_secs(secs)).expect("chrono holds it");
            prop_assert_eq!(Instant::from(at), Instant::from_utc_secs(secs));
            let civil = NaiveDateTime::try_from(DateTime::from_secs(secs)).expect("chrono holds it");
            prop_assert_eq!(DateTime::from(civil), DateTime::from_secs(secs));
            let day = DateTime::from_secs(secs).date();
            prop_assert_eq!(NaiveDate::try_from(day), Ok(civil.date()));
            prop_assert_eq!(Date::from(civil.date()), day);
            prop_assert_eq!(Weekday::from(civil.weekday()), day.weekday());
            prop_assert_eq!(chrono::Weekday::from(day.weekday()), civil.weekday());
        }
    }
}
