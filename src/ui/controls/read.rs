//! Reads numbers and times of day as users type them.

use crate::calendar::timer::{ClosingTime, TimeOfDay};
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

/// The minutes from midnight of a time of day, up to 1,440.
pub(super) fn minutes(text: &str) -> Option<u16> {
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

/// A number of at most `longest` digits.
pub(super) fn number(text: &str, longest: usize) -> Option<u16> {
    let fits = (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
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
