//! The format of dates in a file: a pattern such as `MM/DD/YYYY` or `MMM D, YYYY h:mm A`.
//!
//! A pattern is kept as written. A cell is read one part of the pattern at a time (`date_part`).

use std::fmt;

use chrono::format::Parsed;
use chrono::{NaiveDate, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date_part::{PatternPart, Quantity, time_after_date};
use crate::calendar::{Date, DateTime};

/// A pattern for dates, with or without a time of day.
///
/// `YYYY`, `M` or `MM`, `MMM` or `MMMM` (English names), `D` or `DD`, `H` or `HH`, `h` or `hh` with `A` (AM and PM),
/// `mm` (also `MM` after the hour), `ss`; every other character stands for itself. A pattern without a time of day also
/// reads a cell that has one after the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormat {
    pattern: String,
    parts: Vec<PatternPart>,
    has_time: bool,
}

/// The form of dates in native files.
pub const NATIVE: &str = "YYYY-MM-DD";

impl Default for DateFormat {
    fn default() -> Self {
        Self::parse(NATIVE).unwrap_or(Self { pattern: NATIVE.to_owned(), parts: Vec::new(), has_time: false })
    }
}

impl DateFormat {
    /// Reads a pattern; `None` unless it has a four-digit year, a month and a day, once each.
    pub fn parse(pattern: &str) -> Option<Self> {
        let (mut parts, mut has_time) = (Vec::new(), false);
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let run = rest.chars().take_while(|&c| c == first).count();
            let part = match (first, run) {
                ('Y' | 'y', 4) => PatternPart::Number(Quantity::Year, 4),
                ('M' | 'm', 1 | 2) if has_time => PatternPart::Number(Quantity::Minute, 2),
                ('M' | 'm', 1 | 2) => PatternPart::Number(Quantity::Month, 1),
                ('M', 3 | 4) => PatternPart::MonthName,
                ('D' | 'd', 1 | 2) => PatternPart::Number(Quantity::Day, 1),
                ('H' | 'h', 1 | 2) => PatternPart::Number(Quantity::Hour, 1),
                ('S' | 's', 1 | 2) => PatternPart::Number(Quantity::Second, 2),
                ('A' | 'a', 1) => PatternPart::AmPm,
                ('Y' | 'y' | 'M' | 'm' | 'D' | 'd' | 'H' | 'h' | 'S' | 's' | 'A' | 'a', _) => return None,
                (literal, _) if literal.is_alphabetic() && literal != 'T' => return None,
                (literal, _) => PatternPart::Literal(literal),
            };
            has_time |= part == PatternPart::Number(Quantity::Hour, 1);
            let taken = if matches!(part, PatternPart::Literal(_)) { 1 } else { run };
            parts.push(part);
            rest = &rest[first.len_utf8() * taken..];
        }
        let is_whole = is_whole(&parts);
        settle(&mut parts, has_time);
        is_whole.then(|| Self { pattern: pattern.to_owned(), parts, has_time })
    }

    /// The pattern as it was written.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The pattern with a time of day. ` HH:MM` is added if it has none, since a cell may always have a time after the
    /// date.
    pub fn with_time(&self) -> String {
        if self.has_time { self.pattern.clone() } else { format!("{} HH:MM", self.pattern) }
    }

    /// The date in a cell, without the time of day after it; `None` if the cell doesn't match.
    pub fn day(&self, cell: &str) -> Option<Date> {
        Some(self.read(cell)?.0)
    }

    /// The date and time of day in a cell, cut to the minute; 00:00 if it has no time. `None` if the cell doesn't
    /// match.
    pub fn local(&self, cell: &str) -> Option<DateTime> {
        let (day, second) = self.read(cell)?;
        let second = i64::from(second.unwrap_or(0));
        Some(day.at_second(second - second % 60))
    }

    /// The date and time of day in a cell, to the second; `None` if the cell doesn't match or has no time.
    pub fn moment(&self, cell: &str) -> Option<DateTime> {
        let (day, second) = self.read(cell)?;
        Some(day.at_second(i64::from(second?)))
    }

    /// The date, and the second of the day if the cell has a time.
    fn read(&self, cell: &str) -> Option<(Date, Option<u32>)> {
        // The form that most files have, in a fraction of the time.
        if self.pattern == NATIVE
            && let Some(day) = Date::parse(cell)
        {
            return Some((day, None));
        }
        let (mut parsed, mut rest) = (Parsed::new(), cell);
        for part in &self.parts {
            rest = part.take(&mut parsed, rest)?;
        }
        // There is no year 0.
        let year = parsed.year().filter(|year| *year > 0)?;
        let day = Date::from(NaiveDate::from_ymd_opt(year, parsed.month()?, parsed.day()?)?);
        if !self.has_time {
            if rest.is_empty() {
                return Some((day, None));
            }
            time_after_date(&mut parsed, rest)?;
        } else if !rest.is_empty() {
            return None;
        }
        let time = parsed.to_naive_time().ok()?;
        // chrono gives a leap second 1,000,000,000 nanoseconds or more; it is rejected.
        (time.nanosecond() < 1_000_000_000).then(|| (day, Some(time.num_seconds_from_midnight())))
    }
}

/// Whether a pattern has exactly one year, month and day, and at most one time of day.
fn is_whole(parts: &[PatternPart]) -> bool {
    let times = |wanted: &[PatternPart]| {
        let is_wanted = |part: &&PatternPart| wanted.iter().any(|wanted| part.names_the_same(wanted));
        parts.iter().filter(is_wanted).count()
    };
    let number = |quantity| PatternPart::Number(quantity, 1);
    let hours = times(&[number(Quantity::Hour)]);
    times(&[number(Quantity::Year)]) == 1
        && times(&[number(Quantity::Month), PatternPart::MonthName]) == 1
        && times(&[number(Quantity::Day)]) == 1
        && hours <= 1
        && times(&[number(Quantity::Minute)]) == hours
        && times(&[number(Quantity::Second), PatternPart::AmPm]) <= 2 * hours
}

/// Adjusts parts that depend on other parts: with `A`, hours go to 12. In a pattern for dates only, month and day have
/// two digits if some parts have no separator between them.
fn settle(parts: &mut [PatternPart], has_time: bool) {
    let has_am_pm = parts.contains(&PatternPart::AmPm);
    let is_literal = |part: &PatternPart| matches!(part, PatternPart::Literal(_));
    let is_tight = parts.windows(2).any(|pair| !pair.iter().any(is_literal)) && !has_time;
    for part in parts {
        match part {
            PatternPart::Number(quantity, _) if has_am_pm && *quantity == Quantity::Hour => {
                *quantity = Quantity::Hour12
            }
            PatternPart::Number(Quantity::Month | Quantity::Day, least) if is_tight => *least = 2,
            PatternPart::Number(..) | PatternPart::MonthName | PatternPart::AmPm | PatternPart::Literal(_) => {}
        }
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
                "`{text}` isn't a date format: expected one such as \"MM/DD/YYYY\" or \"D.M.YYYY\""
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More than 700 patterns and cells with the expected result, which a reader without chrono computed.
    const FORMS: &str = include_str!("../../tests/golden/date-forms.tsv");

    #[test]
    fn every_form_is_read_or_refused_as_it_always_was() {
        let rows: Vec<Vec<&str>> = FORMS.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert!(rows.len() > 700 && rows.iter().filter(|row| row[2] == "-").count() > 300);
        for row in rows {
            let &[pattern, cell, wanted] = row.as_slice() else { panic!("{row:?}: three columns") };
            let format = DateFormat::parse(pattern);
            if wanted == "no pattern" {
                assert_eq!(format, None, "{pattern}");
                continue;
            }
            let format = format.expect(pattern);
            let (day, moment, local) = (format.day(cell), format.moment(cell), format.local(cell));
            let told = |day: Date, second: u32| {
                format!("{day}T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
            };
            let read = match (day, moment) {
                (None, _) => "-".to_owned(),
                (Some(day), None) => day.to_string(),
                (Some(_), Some(moment)) => told(moment.date(), moment.second_of_day()),
            };
            assert_eq!(read, wanted, "{pattern} of {cell}");
            // `local` is cut to the minute, and 00:00 if the cell has no time.
            let whole = moment.or(day.map(|day| day.at_second(0)));
            assert_eq!(
                local,
                whole.map(|at| DateTime::from_secs(at.secs() - at.secs().rem_euclid(60))),
                "{pattern} of {cell}"
            );
        }
    }

    #[test]
    fn patterns_read_what_they_say() {
        for (pattern, cell, local) in [
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
            assert_eq!(
                format.local(cell).map(|local| local.to_string()).as_deref(),
                Some(local),
                "{pattern} of {cell}"
            );
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
            assert_eq!(DateFormat::parse(pattern).expect(pattern).local(cell), None, "{pattern} of {cell}");
        }
        for pattern in ["", "YYYY", "MM/DD", "MM/DD/YY", "YYYY-MM-DD HH", "DD/DD/YYYY", "YYYY-MM-DD x"] {
            assert_eq!(DateFormat::parse(pattern), None, "{pattern}");
        }
    }
}
