//! The two forms that most files have, read from the bytes in a few nanoseconds: `2026-03-05` and `3/5/2026`, also with
//! the usual times after them: ` 10:30`, ` 10:30:00.000Z`, ` 10:30:00+02:00`, ` 2:30 PM`.
//!
//! Anything else is `None`, and read the long way, with the same result. A test compares both.

use super::clock::WrittenClock;
use super::form::DateLayout;
use super::resolve::{WrittenDate, WrittenYear};

/// A date of digits with its time.
pub(super) type QuickDate = (WrittenDate, Option<WrittenClock>);

/// `YYYY-MM-DD`, also with a time of day.
#[inline]
pub(super) fn native(cell: &[u8]) -> Option<QuickDate> {
    let (date, rest) = cell.split_at_checked(10)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let (century, year) = (two_digits(y1, y2)?, two_digits(y3, y4)?);
    let (month, day) = (two_digits(m1, m2)?, two_digits(d1, d2)?);
    let year = century * 100 + year;
    // Zeros may mean that there is no date.
    if year == 0 || month == 0 || day == 0 {
        return None;
    }
    let year = WrittenYear::Four(year);
    let written = WrittenDate::Known { year, month, day, layout: DateLayout::YearMonthDay, separator: '-' };
    Some((written, clock(rest)?))
}

/// Whether a cell that is a date with the year first has the form of native files: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`,
/// `YYYY-MM-DDTHH:MM:SS`.
pub(super) fn is_native(cell: &str) -> bool {
    const LONGEST: &[u8] = b"0000-00-00T00:00:00";
    let is_like = |(byte, like): (&u8, &u8)| if *like == b'0' { byte.is_ascii_digit() } else { byte == like };
    matches!(cell.len(), 10 | 16 | 19) && cell.as_bytes().iter().zip(LONGEST).all(is_like)
}

/// `M/D/YYYY` in any order, with `/`, `.` or `-` and one or two digits, with two digits of the year, or without a year.
pub(super) fn pair(cell: &[u8]) -> Option<QuickDate> {
    let (first, rest) = short_number(cell)?;
    let (&separator @ (b'/' | b'.' | b'-'), rest) = rest.split_first()? else { return None };
    let (second, rest) = short_number(rest)?;
    // Zeros may mean that there is no date.
    if first == 0 || second == 0 {
        return None;
    }
    let Some((&same, rest)) = rest.split_first() else {
        let (year, separator) = (WrittenYear::Absent, char::from(separator));
        return Some((WrittenDate::Pair { first, second, year, separator }, None));
    };
    if same != separator {
        return None;
    }
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (year, rest) = match (digits, rest) {
        (4, &[y1, y2, y3, y4, ref rest @ ..]) => {
            (WrittenYear::Four(two_digits(y1, y2)? * 100 + two_digits(y3, y4)?), rest)
        }
        (2, &[y1, y2, ref rest @ ..]) => (WrittenYear::Two(two_digits(y1, y2)?), rest),
        _ => return None,
    };
    let separator = char::from(separator);
    Some((WrittenDate::Pair { first, second, year, separator }, clock(rest)?))
}

/// The time after a date, up to the end of the cell. `None` within if there is nothing more, outside if it is another
/// text.
fn clock(rest: &[u8]) -> Option<Option<WrittenClock>> {
    let (hour, rest) = match rest {
        [] => return Some(None),
        [b' ' | b'T', rest @ ..] => short_number(rest)?,
        _ => return None,
    };
    let (minute, rest) = after_colon(rest)?;
    let (second, rest) = match rest {
        [b':', ..] => after_colon(rest).map(|(second, rest)| (second, without_fraction(rest)))?,
        _ => (0, rest),
    };
    let (hour, offset) = match rest {
        [] => (hour, None),
        b"Z" => (hour, Some(0)),
        b" AM" | b" am" | b"AM" | b"am" => (twelve_hours(hour)?, None),
        b" PM" | b" pm" | b"PM" | b"pm" => (twelve_hours(hour)? + 12, None),
        &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            (hour, Some(offset(sign, two_digits(h1, h2)?, two_digits(m1, m2)?)?))
        }
        _ => return None,
    };
    let is_time = hour <= 23 && minute <= 59 && second <= 59;
    let part = |value: u32| u8::try_from(value).ok();
    let time = (part(hour)?, part(minute)?, part(second)?);
    is_time.then_some(Some(WrittenClock { time, offset }))
}

/// Two digits after a colon, and the rest.
fn after_colon(bytes: &[u8]) -> Option<(u32, &[u8])> {
    match bytes {
        &[b':', one, two, ref rest @ ..] => Some((two_digits(one, two)?, rest)),
        _ => None,
    }
}

/// The rest after `.250`, the fraction of a second.
fn without_fraction(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            // A dot alone stays, and is read the long way.
            if digits == 0 { bytes } else { fraction.get(digits..).unwrap_or_default() }
        }
        _ => bytes,
    }
}

/// The hour before noon of a clock of twelve hours.
fn twelve_hours(hour: u32) -> Option<u32> {
    (1..=12).contains(&hour).then_some(hour % 12)
}

/// The seconds of an offset of less than 18 hours.
fn offset(sign: u8, hours: u32, minutes: u32) -> Option<i32> {
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    (hours < 18 && minutes < 60).then_some(if sign == b'-' { -seconds } else { seconds })
}

/// A number of one or two digits, and the rest.
fn short_number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    match bytes {
        &[one, two, ref rest @ ..] if two.is_ascii_digit() => Some((two_digits(one, two)?, rest)),
        &[one, ref rest @ ..] => Some((two_digits(b'0', one)?, rest)),
        [] => None,
    }
}

fn two_digits(one: u8, two: u8) -> Option<u32> {
    (one.is_ascii_digit() && two.is_ascii_digit()).then(|| u32::from(one - b'0') * 10 + u32::from(two - b'0'))
}
