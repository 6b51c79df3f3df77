//! Instants: whole seconds since 1970, in UTC.

use std::fmt;

use super::date::{Date, DateTime, SECS_A_DAY};

/// An instant in whole UTC seconds since 1970-01-01T00:00:00Z (`rules.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The first instant of simulated time, 1970-01-01T00:00:00Z.
    pub const FIRST: Instant = Instant(0);
    /// The last instant of simulated time, 2099-12-31T23:59:59Z.
    pub const LAST: Instant = Instant(4_102_444_799);

    /// The instant that is `secs` seconds after 1970-01-01T00:00:00Z.
    #[inline]
    pub const fn from_utc_secs(secs: i64) -> Self {
        Instant(secs)
    }

    /// The seconds since 1970-01-01T00:00:00Z.
    #[inline]
    pub const fn utc_secs(self) -> i64 {
        self.0
    }

    /// The instant that is `secs` seconds later (or earlier).
    #[inline]
    pub const fn plus_secs(self, secs: i64) -> Self {
        Instant(self.0.saturating_add(secs))
    }

    /// Whether the instant is within simulated time (1970 to 2099, `rules.md` §2).
    pub fn is_simulated(self) -> bool {
        Self::FIRST <= self && self <= Self::LAST
    }

    /// Reads `YYYY-MM-DDTHH:MM[:SS[.fraction]]` followed by `Z` or `+HH:MM`. A fraction of a second is cut. `None` for
    /// anything else.
    pub fn parse_with_offset(text: &str) -> Option<Self> {
        let (local, rest) = DateTime::parse_prefix(text)?;
        let offset = parse_offset(rest)?;
        Some(Instant(local.secs() - offset))
    }
}

/// `Z` or `±HH:MM` (also `±HHMM`, `±HH`) in seconds.
fn parse_offset(text: &str) -> Option<i64> {
    if text == "Z" || text == "z" {
        return Some(0);
    }
    let bytes = text.as_bytes();
    let sign = match bytes.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: Vec<i64> = match &bytes[1..] {
        [a, b, b':', c, d] | [a, b, c, d] => vec![*a, *b, *c, *d],
        [a, b] => vec![*a, *b, b'0', b'0'],
        _ => return None,
    }
    .into_iter()
    .map(|digit| digit.is_ascii_digit().then(|| i64::from(digit - b'0')))
    .collect::<Option<_>>()?;
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; 20];
        write_instant(*self, &mut text);
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

/// Writes `YYYY-MM-DDTHH:MM:SSZ` (files-and-commands.md, *Columns*): 20 bytes.
pub fn write_instant(at: Instant, out: &mut [u8; 20]) {
    let local = DateTime::from_secs(at.0);
    write_day(local.date(), (&mut out[..10]).try_into().expect("ten bytes"));
    let second = local.second_of_day();
    out[10] = b'T';
    two_digits(second / 3600, &mut out[11..13]);
    out[13] = b':';
    two_digits(second / 60 % 60, &mut out[14..16]);
    out[16] = b':';
    two_digits(second % 60, &mut out[17..19]);
    out[19] = b'Z';
}

/// Writes `YYYY-MM-DD`: 10 bytes.
pub fn write_day(day: Date, out: &mut [u8; 10]) {
    let (year, month, date) = day.civil();
    two_digits((year / 100).clamp(0, 99) as u32, &mut out[..2]);
    two_digits(year.rem_euclid(100) as u32, &mut out[2..4]);
    out[4] = b'-';
    two_digits(month, &mut out[5..7]);
    out[7] = b'-';
    two_digits(date, &mut out[8..10]);
}

#[inline]
fn two_digits(number: u32, out: &mut [u8]) {
    out[0] = b'0' + (number / 10 % 10) as u8;
    out[1] = b'0' + (number % 10) as u8;
}

const _: () = assert!(Instant::LAST.0 == 47_482 * SECS_A_DAY - 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read_with_an_offset_and_written_in_utc() {
        for (text, utc) in [
            ("2028-03-24T23:30:30+01:00", "2028-03-24T22:30:30Z"),
            ("2028-03-24T23:30Z", "2028-03-24T23:30:00Z"),
            ("2028-03-24T23:30:59.999Z", "2028-03-24T23:30:59Z"),
            ("1970-01-01T00:00:00-00:30", "1970-01-01T00:30:00Z"),
        ] {
            let at = Instant::parse_with_offset(text).expect(text);
            assert_eq!(at.to_string(), utc, "{text}");
        }
        for text in ["2028-03-24", "2028-03-24T23:30", "2028-03-24T23:30+1", "2028-02-30T00:00Z", ""] {
            assert_eq!(Instant::parse_with_offset(text), None, "{text}");
        }
    }
}
