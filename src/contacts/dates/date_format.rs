//! The format of dates in a file: a pattern such as `MM/DD/YYYY` or `MMM D, YYYY h:mm A`.
//!
//! A pattern is kept as written. A cell is read one part of the pattern at a time (`date_part`).

use std::fmt;

use chrono::format::Parsed;
use chrono::{NaiveDate, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date_part::{PatternPart, Quantity, time_after_date};
use super::reading::{DateCell, DateRules, DayMonthOrder};
use super::years::whole_year;

/// A pattern for dates, with or without a time of day.
///
/// `YYYY` or `YY`, `M` or `MM`, `MMM` or `MMMM` (English names), `D` or `DD`, `H` or `HH`, `h` or `hh` with `A` (AM and
/// PM), `mm` (also `MM` after the hour), `ss`; every other character stands for itself. The year may be missing. A
/// pattern without a time of day also reads a cell that has one after the date.
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
    /// Reads a pattern; `None` unless it has a month and a day once each, and at most one year, of two or
    /// four digits.
    pub fn parse(pattern: &str) -> Option<Self> {
        let (mut parts, mut has_time) = (Vec::new(), false);
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let run = rest.chars().take_while(|&c| c == first).count();
            let part = match (first, run) {
                ('Y' | 'y', 4) => PatternPart::Number(Quantity::Year, 4),
                ('Y' | 'y', 2) => PatternPart::Number(Quantity::YearOfCentury, 2),
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

    /// Whether cells of this pattern are read in the same way without it, if the order of day and month is known.
    pub fn is_plain(&self) -> bool {
        const PLAIN: [&str; 12] = [
            "YYYY-MM-DD",
            "MM/DD/YYYY",
            "DD/MM/YYYY",
            "MM-DD-YYYY",
            "DD-MM-YYYY",
            "YYYY/MM/DD",
            "D.M.YYYY",
            "DD.MM.YYYY",
            "MMM D, YYYY",
            "D MMM YYYY",
            "MMM D YYYY",
            "YYYYMMDD",
        ];
        PLAIN.contains(&self.pattern.as_str())
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

    /// The order of day and month that it says for dates of digits; unknown if the year comes first or the month has a
    /// name, as no order can be mistaken then.
    pub fn order(&self) -> DayMonthOrder {
        let at = |wanted: Quantity| self.parts.iter().position(|part| part.is_number_of(wanted));
        let year = at(Quantity::Year).or_else(|| at(Quantity::YearOfCentury));
        match (at(Quantity::Month), at(Quantity::Day)) {
            (Some(month), Some(day)) if year.is_none_or(|year| year > month.min(day)) => {
                if month < day {
                    DayMonthOrder::MonthFirst
                } else {
                    DayMonthOrder::DayFirst
                }
            }
            _ => DayMonthOrder::Unknown,
        }
    }

    /// The date in a cell, with its time of day if it has one; `None` if the cell doesn't match. The rules say the
    /// century of a two-digit year.
    pub fn read(&self, cell: &str, rules: &DateRules) -> Option<DateCell> {
        let (mut parsed, mut rest) = (Parsed::new(), cell);
        for part in &self.parts {
            rest = part.take(&mut parsed, rest)?;
        }
        let has_time = self.has_time || !rest.is_empty();
        if !self.has_time && has_time {
            time_after_date(&mut parsed, rest)?;
        } else if !rest.is_empty() {
            return None;
        }
        let (year, month, day) = date_of(&parsed, rules)?;
        let time = if has_time { Some(time_of(&parsed)?) } else { None };
        Some(DateCell { year, month, day, time, offset: None })
    }
}

/// The date, if it exists. Without a year, 29 February does.
fn date_of(parsed: &Parsed, rules: &DateRules) -> Option<(Option<i16>, u8, u8)> {
    const ANY_LEAP_YEAR: i32 = 2000;
    let (month, day) = (parsed.month()?, parsed.day()?);
    let of_century = || {
        let year = u32::try_from(parsed.year_mod_100()?).ok()?;
        Some(whole_year(year, month, day, rules.today, rules.is_birthday))
    };
    let year = parsed.year().or_else(of_century);
    NaiveDate::from_ymd_opt(year.unwrap_or(ANY_LEAP_YEAR), month, day)?;
    let year = match year {
        // There is no year 0.
        Some(year) => Some(i16::try_from(year).ok().filter(|year| *year > 0)?),
        None => None,
    };
    Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// The time of day, unless it is a leap second, which chrono gives a billion nanoseconds or more.
fn time_of(parsed: &Parsed) -> Option<(u8, u8, u8)> {
    let time = parsed.to_naive_time().ok().filter(|time| time.nanosecond() < 1_000_000_000)?;
    let part = |value: u32| u8::try_from(value).ok();
    Some((part(time.hour())?, part(time.minute())?, part(time.second())?))
}

/// Whether a pattern has exactly one month and day, and at most one year and one time of day.
fn is_whole(parts: &[PatternPart]) -> bool {
    let times = |wanted: &[PatternPart]| {
        let is_wanted = |part: &&PatternPart| wanted.iter().any(|wanted| part.names_the_same(wanted));
        parts.iter().filter(is_wanted).count()
    };
    let number = |quantity| PatternPart::Number(quantity, 1);
    let hours = times(&[number(Quantity::Hour)]);
    times(&[number(Quantity::Year), number(Quantity::YearOfCentury)]) <= 1
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
                "`{text}` isn't a date format. Try one such as \"MM/DD/YYYY\", \"M/D/YY\" or \"D.M.YYYY\""
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More than 700 patterns and cells with the expected result, which a reader without chrono computed.
    const FORMS: &str = include_str!("cells/date_patterns.tsv");

    fn rules(is_birthday: bool) -> DateRules {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        DateRules { is_birthday, ..DateRules::new(today) }
    }

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
            let read = format.expect(pattern).read(cell, &rules(false));
            let told = |cell: DateCell| match cell.time {
                Some((_, _, 0)) => format!("{cell}:00"),
                Some(_) | None => cell.to_string(),
            };
            assert_eq!(read.map_or("-".to_owned(), told), wanted, "{pattern} of {cell}");
        }
    }

    #[test]
    fn patterns_read_what_they_say() {
        for (pattern, cell, wanted) in [
            ("YYYY-MM-DD", "2026-03-06", "2026-03-06"),
            ("YYYY-MM-DD", "2026-03-06 14:05:59.5", "2026-03-06T14:05:59"),
            ("MMM D, YYYY", "Mar 6, 2026, 12:05 AM", "2026-03-06T00:05"),
            ("M/D/YY", "5/22/65", "1965-05-22"),
            ("M/D/YY", "12/31/02", "2002-12-31"),
            ("DD.MM.YY", "01.04.26 10:30", "1926-04-01T10:30"),
            ("M/D/'YY", "5/22/'65", "1965-05-22"),
            ("YY-MM-DD", "90-05-22", "1990-05-22"),
            ("YYMMDD", "900522", "1990-05-22"),
            ("MM/DD", "2/29", "--02-29"),
            ("DD.MM.", "12.05.", "--05-12"),
            ("D MMM", "12 May", "--05-12"),
        ] {
            let read = DateFormat::parse(pattern).expect(pattern).read(cell, &rules(true));
            assert_eq!(read.map(|cell| cell.to_string()).as_deref(), Some(wanted), "{pattern} of {cell}");
        }
    }

    #[test]
    fn what_does_not_fit_or_exist_is_none() {
        for (pattern, cell) in [
            ("YYYY-MM-DD", "2026-02-29"),
            ("MM/DD/YYYY", "01/02/26"),
            ("M/D/YY", "01/02/2026"),
            ("M/D/YY", "01/02/6"),
            ("MM/DD", "02/30"),
            ("MM/DD", "02/03/2026"),
            ("MM/DD/YYYY h:mm A", "03/06/2026 13:30 PM"),
        ] {
            assert_eq!(
                DateFormat::parse(pattern).expect(pattern).read(cell, &rules(false)),
                None,
                "{pattern} of {cell}"
            );
        }
        for pattern in ["", "YYYY", "YY/MM/DD/YYYY", "MM/YY", "YYYY-MM-DD HH", "DD/DD/YYYY", "YYYY-MM-DD x", "M/D/Y"] {
            assert_eq!(DateFormat::parse(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn a_pattern_says_its_order_and_its_time_of_day() {
        for (pattern, order) in [
            ("M/D/YY", DayMonthOrder::MonthFirst),
            ("MM/DD", DayMonthOrder::MonthFirst),
            ("D.M.YYYY", DayMonthOrder::DayFirst),
            ("DD.MM.", DayMonthOrder::DayFirst),
            ("YYYY-MM-DD", DayMonthOrder::Unknown),
            ("D MMM YYYY", DayMonthOrder::Unknown),
        ] {
            assert_eq!(DateFormat::parse(pattern).expect(pattern).order(), order, "{pattern}");
        }
        for (pattern, with_time) in
            [("DD/MM/YYYY", "DD/MM/YYYY HH:MM"), ("YYYY-MM-DDTHH:MM", "YYYY-MM-DDTHH:MM"), ("M/D/YY", "M/D/YY HH:MM")]
        {
            assert_eq!(DateFormat::parse(pattern).expect(pattern).with_time(), with_time);
        }
    }
}
