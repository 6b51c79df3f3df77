//! Dates, and dates with a time of day, as native files have them: `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`.
//!
//! They are read here and not by chrono: a million rows hold millions of dates, and this takes 6 ns a date where chrono
//! takes 110.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::{Date, DateTime};

impl Date {
    /// Reads `YYYY-MM-DD`, years 0001 to 9999; `None` for anything else and for dates that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Date::checked(number(&bytes[..4])? as i32, number(&bytes[5..7])?, number(&bytes[8..])?)
    }
}

impl DateTime {
    /// Reads `YYYY-MM-DDTHH:MM` and nothing more.
    pub fn parse_minutes(text: &str) -> Option<Self> {
        if text.len() != 16 {
            return None;
        }
        Self::parse(text)
    }

    /// Reads `YYYY-MM-DDTHH:MM`, with seconds if they are there; a fraction of a second is cut.
    pub fn parse(text: &str) -> Option<Self> {
        match Self::parse_prefix(text)? {
            (local, "") => Some(local),
            _ => None,
        }
    }

    /// As [`DateTime::parse`], but also returns the text after it.
    pub(super) fn parse_prefix(text: &str) -> Option<(Self, &str)> {
        let bytes = text.as_bytes();
        if bytes.len() < 16 || bytes[10] != b'T' || bytes[13] != b':' || !text.is_ascii() {
            return None;
        }
        let day = Date::parse(&text[..10])?;
        let (hour, minute) = (number(&bytes[11..13])?, number(&bytes[14..16])?);
        let (mut second, mut rest) = (0, &text[16..]);
        if let Some(after) = rest.strip_prefix(':') {
            second = number(after.as_bytes().get(..2)?)?;
            rest = &after[2..];
            if let Some(fraction) = rest.strip_prefix('.') {
                let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
                if digits == 0 {
                    return None;
                }
                rest = &fraction[digits..];
            }
        }
        let fits = hour <= 23 && minute <= 59 && second <= 59;
        fits.then(|| (day.at_second(i64::from(hour * 3600 + minute * 60 + second)), rest))
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, date) = self.civil();
        write!(f, "{year:04}-{month:02}-{date:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).ok_or_else(|| {
            de::Error::custom(format!("`{text}` isn't a date: expected \"YYYY-MM-DD\", a day that exists"))
        })
    }
}

impl fmt::Display for DateTime {
    /// `YYYY-MM-DDTHH:MM`, with `:SS` only if the seconds aren't zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second_of_day();
        write!(f, "{}T{:02}:{:02}", self.date(), second / 3600, second / 60 % 60)?;
        if !second.is_multiple_of(60) {
            write!(f, ":{:02}", second % 60)?;
        }
        Ok(())
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateTime::parse_minutes(&text)
            .ok_or_else(|| de::Error::custom(format!("`{text}` isn't a date and time: expected \"YYYY-MM-DDTHH:MM\"")))
    }
}
