//! Reads numbers, times and dates as users type them.

use crate::calendar::timer::{ClosingTime, TimeOfDay};
use crate::calendar::{Date, DateTime};
use crate::campaign::text::thousands;

/// Reads a whole number, with or without commas and blanks between its digits.
pub fn whole(text: &str) -> Result<u64, String> {
    whole_of_any_size(text)?.ok_or_else(|| format!("Use {} or less", thousands(u64::MAX)))
}

/// Reads a whole number as [`whole`]; `None` if it is too large, so that the caller can name its own limit.
pub fn whole_of_any_size(text: &str) -> Result<Option<u64>, String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\'')).collect();
    match !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Ok(digits.parse().ok()),
        false => Err(format!("“{text}” isn't a whole number. Try 3")),
    }
}

/// Reads a position or size on the canvas.
pub fn points(text: &str) -> Result<f64, String> {
    let number = text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let number = number.ok_or_else(|| format!("“{text}” isn't a number. Try 120 or 12.5"))?;
    match number.abs() <= crate::campaign::item::Position::FARTHEST {
        true => Ok(number + 0.0),
        false => Err("That is outside the canvas, which ends at 1,000,000 points".to_owned()),
    }
}

/// A time of day: `8`, `8:30`, `8.30`, `0830`, `8pm`, `noon`.
pub fn time(text: &str) -> Result<TimeOfDay, String> {
    let time = minutes(text).and_then(TimeOfDay::from_minutes);
    time.ok_or_else(|| format!("“{text}” isn't a time of day. Try 8:30 or 17:00"))
}

/// The end of a time window: as [`time`], and 24:00.
pub fn closing(text: &str) -> Result<ClosingTime, String> {
    let time = minutes(text).and_then(ClosingTime::from_minutes);
    time.ok_or_else(|| format!("“{text}” isn't a time of day. Try 8:30, or 24:00 for the end of the day"))
}

fn minutes(text: &str) -> Option<u16> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "noon" | "midday" => return Some(720),
        "midnight" => return Some(0),
        _ => {}
    }
    let (text, half) = half_of_day(&text);
    let (hours, minutes) = match text.split_once([':', '.', 'h']) {
        Some((hours, "")) => (hours, "0"),
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if text.len() <= 2 => (text, "0"),
        None if text.len() <= 4 && text.is_ascii() => text.split_at(text.len() - 2),
        None => return None,
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let hours = match half {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(afternoon) => hours % 12 + if afternoon { 12 } else { 0 },
    };
    (minutes < 60 && hours <= 24).then_some(hours * 60 + minutes).filter(|minutes| *minutes <= 1440)
}

/// Removes `am` or `pm`, and returns whether it was `pm`.
fn half_of_day(text: &str) -> (&str, Option<bool>) {
    for (ending, afternoon) in [("p.m.", true), ("pm", true), ("p", true), ("a.m.", false), ("am", false), ("a", false)]
    {
        if let Some(rest) = text.strip_suffix(ending) {
            return (rest.trim_end(), Some(afternoon));
        }
    }
    (text, None)
}

fn number(text: &str, longest: usize) -> Option<u16> {
    let fits = (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// A date: `2026-07-01`, `2026/7/1`, `20260701`, `1.7.2026`, `1 Jul 2026`, `July 1, 2026`.
pub fn date(text: &str) -> Result<Date, String> {
    date_of(text).ok_or_else(|| format!("“{text}” isn't a date. Try 2026-07-01 or 1 Jul 2026"))
}

/// A date as [`date`], or without a year, which is then the next such date from `earliest` on: `15 Dec`, `December 15`.
pub fn date_from(text: &str, earliest: Date) -> Result<Date, String> {
    without_year(text, earliest).map_or_else(|| date(text), Ok)
}

/// Years in which a 29 February is found, also around a century without one.
const LEAP: i32 = 8;

fn without_year(text: &str, earliest: Date) -> Option<Date> {
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    let &[a, b] = parts.as_slice() else { return None };
    let (month, day) = match (month(a), month(b)) {
        (Some(month), None) => (month, number(b, 2)?),
        (None, Some(month)) => (month, number(a, 2)?),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let year = earliest.civil().0;
    let days = (year..=year + LEAP).filter_map(|year| Date::checked(year, month, day.into()));
    days.into_iter().find(|day| *day >= earliest)
}

fn date_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return civil(&text[..4], &text[4..6], &text[6..]);
    }
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    let &[a, b, c] = parts.as_slice() else { return None };
    let (month_a, month_b) = (month(a), month(b));
    match (month_a, month_b) {
        // Four letters can be a year, or July.
        (None, None) if a.len() == 4 => civil(a, b, c),
        (None, Some(month)) if a.len() == 4 => civil(a, &month.to_string(), c),
        (None, Some(month)) => civil(c, &month.to_string(), a),
        (Some(month), None) => civil(c, &month.to_string(), b),
        // With dots, the day comes first; 7/1 is ambiguous.
        (None, None) if text.contains('.') => civil(c, b, a),
        _ => match (number(a, 2)?, number(b, 2)?) {
            (13.., _) => civil(c, b, a),
            (_, 13..) => civil(c, a, b),
            _ => None,
        },
    }
}

fn month(text: &str) -> Option<u32> {
    let start: String = text.chars().take(3).collect();
    let found: chrono::Month = start.parse().ok()?;
    text.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(found.number_from_month())
}

fn civil(year: &str, month: &str, date: &str) -> Option<Date> {
    let year = if year.len() == 4 { number(year, 4)? } else { return None };
    Date::checked(i32::from(year), number(month, 2)?.into(), number(date, 2)?.into())
}

/// A date and a time of day, in this order: `2026-07-01 8:30`, `2026-07-01T08:30`.
pub fn date_time(text: &str) -> Result<DateTime, String> {
    let sentence = || format!("“{text}” isn't a date and time. Try 2026-07-01 08:30");
    let trimmed = text.trim();
    let splits = trimmed.char_indices().filter(|(_, c)| matches!(c, ' ' | 'T' | 't')).map(|(at, _)| at);
    let read = |at: usize| {
        let day = date_of(trimmed[..at].trim_end_matches(','))?;
        let time = TimeOfDay::from_minutes(minutes(&trimmed[at + 1..])?)?;
        Some(day.at_second(time.secs()))
    };
    splits.into_iter().filter_map(read).next_back().ok_or_else(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let reads = [
            ("8", "08:00"),
            ("8:30", "08:30"),
            ("0830", "08:30"),
            ("830", "08:30"),
            ("8pm", "20:00"),
            ("8 PM", "20:00"),
            ("12am", "00:00"),
            ("12 p.m.", "12:00"),
            ("8.30", "08:30"),
            ("17h", "17:00"),
            ("noon", "12:00"),
            (" 23:59 ", "23:59"),
            ("8:30a", "08:30"),
        ];
        for (typed, time) in reads {
            assert_eq!(super::time(typed).map(|time| time.to_string()), Ok(time.to_owned()), "{typed}");
        }
    }

    #[test]
    fn nonsense_is_no_time() {
        for typed in ["", "x", "25", "24:00", "8:3", "8:60", "13pm", "0pm", "123456", "8:30:00", "-1", "８"] {
            assert!(time(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn the_end_of_a_day_is_a_closing_time() {
        assert_eq!(closing("24:00").map(|time| time.to_string()), Ok("24:00".to_owned()));
        assert_eq!(closing("24").map(|time| time.to_string()), Ok("24:00".to_owned()));
        assert!(closing("24:01").is_err());
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        let typed = [
            "2026-07-01",
            "2026-7-1",
            "2026/07/01",
            "20260701",
            "1.7.2026",
            "01.07.2026",
            "1 Jul 2026",
            "Jul 1, 2026",
            "July 1 2026",
            "2026 jul 1",
        ];
        for typed in typed {
            assert_eq!(date(typed).map(|day| day.to_string()), Ok("2026-07-01".to_owned()), "{typed}");
        }
        assert_eq!(date("7/25/2026"), date("25/7/2026"));
    }

    #[test]
    fn a_date_without_a_year_is_the_next_one() {
        let from = |text: &str, earliest| date_from(text, Date::parse(earliest).expect("a date"));
        let day = |text: &str| Ok(Date::parse(text).expect("a date"));
        for typed in ["Dec 15", "15 Dec", "15. December", "dec-15"] {
            assert_eq!(from(typed, "2026-12-07"), day("2026-12-15"), "{typed}");
        }
        assert_eq!(from("Dec 15", "2026-12-15"), day("2026-12-15"), "on that day");
        assert_eq!(from("Dec 15", "2026-12-16"), day("2027-12-15"));
        assert_eq!(from("29 Feb", "2096-03-01"), day("2104-02-29"));
        assert_eq!(from("1 Jul 2026", "2027-01-01"), day("2026-07-01"), "with a year");
        for typed in ["31 Apr", "Dec", "Dec 2026", "12 15", "Dec Jan"] {
            assert!(from(typed, "2026-12-07").is_err(), "{typed}");
        }
    }

    #[test]
    fn a_date_that_may_be_two_dates_is_asked_for_again() {
        for typed in ["7/1/2026", "2026-02-29", "1.7.26", "", "tomorrow", "2026-13-01", "Julius 1 20266"] {
            assert!(date(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_moment_is_a_date_and_a_time() {
        for typed in ["2026-07-01 8:30", "2026-07-01T08:30", "1 Jul 2026, 8:30", "1 Jul 2026 8:30", "1.7.2026 0830"] {
            assert_eq!(date_time(typed).map(|local| local.to_string()), Ok("2026-07-01T08:30".to_owned()), "{typed}");
        }
        assert!(date_time("2026-07-01").is_err());
    }

    #[test]
    fn numbers_may_be_grouped() {
        assert_eq!(whole("525,600"), Ok(525_600));
        assert_eq!(whole("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(whole_of_any_size("99999999999999999999"), Ok(None));
        let too_large = whole("99999999999999999999").expect_err("too large");
        assert_eq!(too_large, "Use 18,446,744,073,709,551,615 or less");
        assert!(whole("-3").is_err() && whole("").is_err() && whole("3.5").is_err());
        assert!(points("nan").is_err() && points("2000000").is_err());
        assert_eq!(points("-12,5"), Ok(-12.5));
    }
}
