//! How dates are written in a file: a pattern such as `MM/DD/YYYY` or `MMM D, YYYY h:mm A`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::calendar::day::MONTHS;
use crate::calendar::{Day, Wall};

/// A pattern for dates, with or without a time of day.
///
/// `YYYY`, `M` or `MM`, `MMM` or `MMMM` (English names), `D` or `DD`, `H` or `HH`, `h` or `hh` with
/// `A` (AM and PM), `mm` (also `MM` behind the hour), `ss`; every other character stands for itself.
/// A pattern without a time of day also reads a cell with one behind the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormat {
    pattern: String,
    tokens: Vec<Token>,
    has_time: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Year,
    Month,
    MonthName,
    Date,
    Hour,
    Minute,
    Second,
    Half,
    Literal(char),
}

/// The form of dates in native files.
pub const NATIVE: &str = "YYYY-MM-DD";

impl Default for DateFormat {
    fn default() -> Self {
        Self::parse(NATIVE).unwrap_or(Self { pattern: NATIVE.to_owned(), tokens: Vec::new(), has_time: false })
    }
}

impl DateFormat {
    /// Reads a pattern; `None` unless it names a year of four digits, a month and a day once each.
    pub fn parse(pattern: &str) -> Option<Self> {
        let (mut tokens, mut has_time) = (Vec::new(), false);
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let run = rest.chars().take_while(|&c| c == first).count();
            let token = match (first, run) {
                ('Y' | 'y', 4) => Token::Year,
                ('M' | 'm', 1 | 2) if has_time => Token::Minute,
                ('M' | 'm', 1 | 2) => Token::Month,
                ('M', 3 | 4) => Token::MonthName,
                ('D' | 'd', 1 | 2) => Token::Date,
                ('H' | 'h', 1 | 2) => Token::Hour,
                ('S' | 's', 1 | 2) => Token::Second,
                ('A' | 'a', 1) => Token::Half,
                ('Y' | 'y' | 'M' | 'm' | 'D' | 'd' | 'H' | 'h' | 'S' | 's' | 'A' | 'a', _) => return None,
                (literal, _) if literal.is_alphabetic() && literal != 'T' => return None,
                (literal, _) => Token::Literal(literal),
            };
            has_time |= token == Token::Hour;
            let taken = if matches!(token, Token::Literal(_)) { 1 } else { run };
            tokens.push(token);
            rest = &rest[first.len_utf8() * taken..];
        }
        let times = |wanted: &[Token]| tokens.iter().filter(|token| wanted.contains(token)).count();
        let whole = times(&[Token::Year]) == 1
            && times(&[Token::Month, Token::MonthName]) == 1
            && times(&[Token::Date]) == 1
            && times(&[Token::Hour]) <= 1
            && times(&[Token::Minute]) == times(&[Token::Hour])
            && times(&[Token::Second, Token::Half]) <= 2 * times(&[Token::Hour]);
        whole.then(|| Self { pattern: pattern.to_owned(), tokens, has_time })
    }

    /// The pattern as it was written.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The pattern with a time of day, which may stand behind the date in any case.
    pub fn with_time(&self) -> String {
        if self.has_time { self.pattern.clone() } else { format!("{} HH:MM", self.pattern) }
    }

    /// The date in a cell; a time of day behind it is passed over.
    pub fn day(&self, cell: &str) -> Option<Day> {
        Some(self.read(cell)?.0)
    }

    /// The date and time of day, to the minute, in a cell; without a time of day 00:00.
    pub fn wall(&self, cell: &str) -> Option<Wall> {
        let (day, second) = self.read(cell)?;
        let second = i64::from(second.unwrap_or(0));
        Some(day.at_second(second - second % 60))
    }

    /// The date and time of day in a cell that must have both.
    pub fn moment(&self, cell: &str) -> Option<Wall> {
        let (day, second) = self.read(cell)?;
        Some(day.at_second(i64::from(second?)))
    }

    fn read(&self, cell: &str) -> Option<(Day, Option<u32>)> {
        let (mut year, mut month, mut date) = (0, 0, 0);
        let mut clock = Clock::default();
        // Without a mark between them, numbers have as many digits as the pattern has letters.
        let tight = self.tokens.windows(2).any(|pair| !pair.iter().any(|token| matches!(token, Token::Literal(_))));
        let width = if tight && !self.has_time { 2..=2 } else { 1..=2 };
        let mut rest = cell;
        for &token in &self.tokens {
            match token {
                Token::Year => year = number(&mut rest, 4..=4)? as i32,
                Token::Month => month = number(&mut rest, width.clone())?,
                Token::MonthName => month = month_name(&mut rest)?,
                Token::Date => date = number(&mut rest, width.clone())?,
                Token::Hour => clock.hour = number(&mut rest, 1..=2)?,
                Token::Minute => clock.minute = number(&mut rest, 2..=2)?,
                Token::Second => clock.second = number(&mut rest, 2..=2)?,
                Token::Half => clock.half = Some(half(&mut rest)?),
                Token::Literal(literal) => rest = rest.strip_prefix(literal)?,
            }
        }
        let day = Day::checked(year, month, date)?;
        if self.has_time {
            return if rest.is_empty() { Some((day, Some(clock.secs()?))) } else { None };
        }
        if rest.is_empty() { Some((day, None)) } else { Some((day, Some(time_behind(rest)?))) }
    }
}

/// A time of day as it stands in a cell.
#[derive(Default)]
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    /// Whether `PM` stands behind it, if `AM` or `PM` does.
    half: Option<bool>,
}

impl Clock {
    fn secs(&self) -> Option<u32> {
        let hour = match self.half {
            None => self.hour,
            Some(_) if !(1..=12).contains(&self.hour) => return None,
            Some(afternoon) => self.hour % 12 + if afternoon { 12 } else { 0 },
        };
        (hour <= 23 && self.minute <= 59 && self.second <= 59).then_some(hour * 3600 + self.minute * 60 + self.second)
    }
}

/// ` 14:05`, `T14:05:30.25`, `, 2:05 PM`: a time of day behind a date.
fn time_behind(rest: &str) -> Option<u32> {
    let mut rest = rest.strip_prefix('T').or_else(|| rest.strip_prefix(", ")).or_else(|| rest.strip_prefix(' '))?;
    let mut clock = Clock { hour: number(&mut rest, 1..=2)?, ..Clock::default() };
    rest = rest.strip_prefix(':')?;
    clock.minute = number(&mut rest, 2..=2)?;
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        clock.second = number(&mut rest, 2..=2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    rest = rest.trim_start();
    if !rest.is_empty() {
        clock.half = Some(half(&mut rest)?);
    }
    if rest.is_empty() { clock.secs() } else { None }
}

/// Takes digits off the front.
fn number(rest: &mut &str, width: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let digits = rest.bytes().take(*width.end()).take_while(u8::is_ascii_digit).count();
    if digits < *width.start() {
        return None;
    }
    let (number, behind) = rest.split_at(digits);
    *rest = behind;
    number.parse().ok()
}

/// Takes an English month, short or written out, off the front.
fn month_name(rest: &mut &str) -> Option<u32> {
    const LONG: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, behind) = rest.split_at(letters);
    let place = LONG
        .iter()
        .zip(MONTHS)
        .position(|(long, short)| name.eq_ignore_ascii_case(long) || name.eq_ignore_ascii_case(short))?;
    *rest = behind.strip_prefix('.').unwrap_or(behind);
    Some(place as u32 + 1)
}

/// Takes `AM` or `PM` off the front: whether it is the afternoon.
fn half(rest: &mut &str) -> Option<bool> {
    let (word, behind) = rest.split_at_checked(2)?;
    *rest = behind;
    match word {
        "AM" | "am" => Some(false),
        "PM" | "pm" => Some(true),
        _ => None,
    }
}

impl fmt::Display for DateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)
    }
}

impl Serialize for DateFormat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pattern)
    }
}

impl<'de> Deserialize<'de> for DateFormat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateFormat::parse(&text).ok_or_else(|| {
            de::Error::custom(format!(
                "`{text}` is no date format: expected one such as \"MM/DD/YYYY\" or \"D.M.YYYY\""
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_what_they_say() {
        for (pattern, cell, wall) in [
            ("YYYY-MM-DD", "2026-03-06", "2026-03-06T00:00"),
            ("YYYY-MM-DD", "2026-03-06 14:05:59.5", "2026-03-06T14:05"),
            ("MM/DD/YYYY", "3/6/2026", "2026-03-06T00:00"),
            ("DD/MM/YYYY", "3/6/2026", "2026-06-03T00:00"),
            ("D.M.YYYY", "6.3.2026", "2026-03-06T00:00"),
            ("MMM D, YYYY", "March 6, 2026", "2026-03-06T00:00"),
            ("MMM D, YYYY", "Mar 6, 2026, 12:05 AM", "2026-03-06T00:05"),
            ("MM/DD/YYYY hh:mm A", "03/06/2026 12:30 PM", "2026-03-06T12:30"),
            ("YYYY-MM-DDTHH:MM", "2026-03-06T09:08", "2026-03-06T09:08"),
            ("YYYYMMDD", "20260306", "2026-03-06T00:00"),
        ] {
            let format = DateFormat::parse(pattern).expect(pattern);
            assert_eq!(format.wall(cell).map(|wall| wall.to_string()).as_deref(), Some(wall), "{pattern} of {cell}");
        }
    }

    #[test]
    fn a_pattern_tells_its_time_of_day_once() {
        for (pattern, with_time) in [
            ("DD/MM/YYYY", "DD/MM/YYYY HH:MM"),
            ("YYYY-MM-DDTHH:MM", "YYYY-MM-DDTHH:MM"),
            ("D.M.YYYY", "D.M.YYYY HH:MM"),
        ] {
            assert_eq!(DateFormat::parse(pattern).expect(pattern).with_time(), with_time);
        }
    }

    #[test]
    fn what_does_not_fit_or_exist_is_none() {
        for (pattern, cell) in [
            ("YYYY-MM-DD", "2026-02-29"),
            ("MM/DD/YYYY", "13/01/2026"),
            ("MM/DD/YYYY", "01/02/26"),
            ("MM/DD/YYYY", "01/02/2026x"),
            ("MMM D, YYYY", "Foo 6, 2026"),
            ("MM/DD/YYYY h:mm A", "03/06/2026 13:30 PM"),
            ("YYYY-MM-DD", "2026-03-06 25:00"),
        ] {
            assert_eq!(DateFormat::parse(pattern).expect(pattern).wall(cell), None, "{pattern} of {cell}");
        }
        for pattern in ["", "YYYY", "MM/DD", "MM/DD/YY", "YYYY-MM-DD HH", "DD/DD/YYYY", "YYYY-MM-DD x"] {
            assert_eq!(DateFormat::parse(pattern), None, "{pattern}");
        }
    }
}
