//! Numbers that count days (Excel) or seconds and milliseconds since 1970 (HubSpot, Klaviyo, JavaScript).

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

use super::form::{DateForm, DateLayout, YearDigits};
use super::reading::{DateCell, DateFault, DateReading};

/// The last serial number that is read: 31 December 2099.
const LAST_SERIAL: i64 = 73_050;
/// Excel's 29 February 1900, which didn't exist. Later numbers are one too high.
const NO_SUCH_SERIAL: i64 = 60;
/// Numbers that are rather a year alone. As Excel's days, they would be dates in 1905.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2099;
const SECONDS_A_DAY: u64 = 86_400;

/// A cell that is a number: its whole part and the digits after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberCell<'c> {
    whole: &'c str,
    fraction: &'c str,
    is_negative: bool,
}

impl<'c> NumberCell<'c> {
    /// The number in a plain cell; `None` if it is another text, or rather a date: `20260305`, `12.05`.
    pub(super) fn of(text: &'c str) -> Option<Self> {
        let unsigned = text.strip_prefix('-');
        let (whole, fraction) =
            unsigned.unwrap_or(text).split_once(['.', ',']).unwrap_or((unsigned.unwrap_or(text), ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) || text.ends_with(['.', ',']) {
            return None;
        }
        let is_date = match whole.len() {
            8 | 14 => fraction.is_empty() && unsigned.is_none(),
            1 | 2 => !fraction.is_empty() && whole != "0",
            _ => false,
        };
        (!is_date).then_some(NumberCell { whole, fraction, is_negative: unsigned.is_some() })
    }

    /// The date, if numbers are allowed.
    pub(super) fn read(self, allow_serials: bool) -> DateReading {
        let is_zero = |text: &str| text.bytes().all(|byte| byte == b'0');
        if is_zero(self.whole) && is_zero(self.fraction) {
            return DateReading::Empty;
        }
        let digits = if self.whole.starts_with('0') || !allow_serials { 0 } else { self.whole.len() };
        let date = match (digits, self.is_negative) {
            (1..=5, false) => self.serial(),
            (9 | 10, _) => self.epoch(1000, DateLayout::EpochSeconds),
            (11..=13, _) => self.epoch(1, DateLayout::EpochMilliseconds),
            _ => None,
        };
        date.unwrap_or(DateReading::Unreadable(DateFault::Number))
    }

    fn serial(self) -> Option<DateReading> {
        let number: i64 = self.whole.parse().ok()?;
        if !(1..=LAST_SERIAL).contains(&number) || number == NO_SUCH_SERIAL || YEARS.contains(&number) {
            return None;
        }
        let days = if number > NO_SUCH_SERIAL { number - 1 } else { number };
        let second = second_of_day(self.fraction);
        let day_before = NaiveDate::from_ymd_opt(1899, 12, 31)?;
        let days = u64::try_from(days).ok()? + second / SECONDS_A_DAY;
        let date = day_before.checked_add_days(Days::new(days))?;
        let time =
            chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(second % SECONDS_A_DAY).ok()?, 0)?;
        let has_time = self.fraction.bytes().any(|digit| digit != b'0');
        reading(date.and_time(time), has_time, None, DateLayout::ExcelNumber)
    }

    /// The time in UTC of a number of seconds or milliseconds; `milliseconds` are in one.
    fn epoch(self, milliseconds: i64, layout: DateLayout) -> Option<DateReading> {
        let number: i64 = self.whole.parse().ok()?;
        let number = if self.is_negative { -number } else { number };
        let at = DateTime::from_timestamp_millis(number.checked_mul(milliseconds)?)?;
        // The years of serial numbers. Others are a phone number or an id.
        if !(1900..=2099).contains(&at.year()) {
            return None;
        }
        reading(at.naive_utc(), true, Some(0), layout)
    }
}

/// The second of the day of a fraction, rounded, as Excel shows it; up to 86400.
fn second_of_day(fraction: &str) -> u64 {
    // Nine digits are a tenth of a millisecond.
    let digits = fraction.get(..9).unwrap_or(fraction);
    let (value, one) =
        digits.bytes().fold((0, 1), |(value, one), digit| (value * 10 + u64::from(digit - b'0'), one * 10));
    (value * SECONDS_A_DAY + one / 2) / one
}

fn reading(at: NaiveDateTime, has_time: bool, offset: Option<i32>, layout: DateLayout) -> Option<DateReading> {
    let part = |value: u32| u8::try_from(value).ok();
    let time = (part(at.hour())?, part(at.minute())?, part(at.second())?);
    let cell = DateCell {
        year: Some(i16::try_from(at.year()).ok()?),
        month: part(at.month())?,
        day: part(at.day())?,
        time: has_time.then_some(time),
        offset,
    };
    Some(DateReading::Date(cell, DateForm { layout, separator: ' ', year: YearDigits::Four, has_time }))
}
