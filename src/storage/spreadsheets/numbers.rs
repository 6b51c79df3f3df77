//! Numbers and dates of cells as text.

use chrono::{Days, NaiveDate};

use super::formats::NumberKind;

/// The first day of a workbook's calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FirstDay {
    /// 1 January 1900 is 1, as Excel counts: with a 29 February 1900 that never was.
    #[default]
    Of1900,
    /// 1 January 1904 is 0, as Excel for Mac did.
    Of1904,
}

/// A number as text: without exponent, without zeros at the end, and with the 15 digits that a spreadsheet has.
/// `None` if it isn't finite.
pub(super) fn number_text(number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    if number == 0.0 {
        return Some("0".to_owned());
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return Some(format!("{number}"));
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    Some(format!("{rounded}"))
}

/// A number in its format as text: a date, a time of day, both, or the number. `None` if it isn't finite.
pub(super) fn formatted_text(number: f64, kind: NumberKind, first: FirstDay) -> Option<String> {
    dated(number, kind, first).or_else(|| number_text(number))
}

fn dated(number: f64, kind: NumberKind, first: FirstDay) -> Option<String> {
    // Excel's last day is 31 December 9999.
    if kind == NumberKind::Plain || !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let seconds = (number * 86_400.0).round() as u64;
    let (day, second) = (seconds / 86_400, seconds % 86_400);
    match kind {
        NumberKind::Plain => None,
        NumberKind::Date => day_text(number as u64, first),
        NumberKind::Time => Some(clock_text(seconds)),
        NumberKind::DateTime if day == 0 && first == FirstDay::Of1900 => Some(clock_text(second)),
        NumberKind::DateTime => Some(format!("{}T{}", day_text(day, first)?, clock_text(second))),
    }
}

fn day_text(day: u64, first: FirstDay) -> Option<String> {
    let start = match (first, day) {
        (FirstDay::Of1904, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        // The day before the first, and the day that never was.
        (FirstDay::Of1900, 0 | 60) => None,
        (FirstDay::Of1900, 1..60) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (FirstDay::Of1900, 61..) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    let date = start?.checked_add_days(Days::new(day))?;
    Some(date.format("%Y-%m-%d").to_string())
}

/// A time of day, or a duration of more than a day, as `HH:MM`, with `:SS` if there are any.
fn clock_text(seconds: u64) -> String {
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match second {
        0 => format!("{hour:02}:{minute:02}"),
        second => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// A date as XML has it (`2026-03-05T00:00:00.000`) as in a contacts file. Midnight is only written as a time if
/// `with_time`. Other texts stay.
pub(super) fn iso_text(text: &str, with_time: bool) -> String {
    let text = text.trim();
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.split(['.', ',']).next().unwrap_or_default().trim_end_matches('Z');
    let time = if time.len() == 8 { time.strip_suffix(":00").unwrap_or(time) } else { time };
    match time {
        "" => date.to_owned(),
        "00:00" if !with_time => date.to_owned(),
        time => format!("{date}T{time}"),
    }
}

/// A duration as XML has it (`PT10H30M00S`) as `HH:MM`, with seconds if there are any. Other texts stay.
pub(super) fn duration_text(text: &str) -> String {
    let read = |text: &str| -> Option<u64> {
        let mut seconds = 0u64;
        let mut rest = text.strip_prefix("PT")?;
        while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let count: u64 = rest[..at].split(['.', ',']).next()?.parse().ok()?;
            let unit = match rest.as_bytes()[at] {
                b'H' => 3600,
                b'M' => 60,
                b'S' => 1,
                _ => return None,
            };
            seconds = seconds.checked_add(count.checked_mul(unit)?)?;
            rest = &rest[at + 1..];
        }
        Some(seconds)
    };
    read(text).map_or_else(|| text.to_owned(), clock_text)
}
