//! Reads dates as users type them.

use super::read::{minutes, number};
use crate::calendar::timer::TimeOfDay;
use crate::calendar::words::format_date;
use crate::calendar::{Date, DateTime};
use crate::ui::context::settings::DateOrder;

/// A date: `2026-07-01`, `2026/7/1`, `20260701`, `1.7.2026`, `1 Jul 2026`, `July 1, 2026`.
/// In `1/4/2027` the month is first if the window writes dates so; otherwise it may be two dates, and is refused.
pub fn date(text: &str, order: DateOrder) -> Result<Date, String> {
    date_of(text, order).ok_or_else(|| match either(text) {
        Some([first, second]) => {
            let words = |day| format_date(day, "%-d %b");
            format!("“{text}” can be {} or {}. Type the month as a word", words(first), words(second))
        }
        None => format!("“{text}” isn't a date. Try 1 Jul 2026"),
    })
}

/// The two dates that a text such as `1/4/2027` can be: with the month first, then with the day first. `None` if it can
/// only be one.
pub fn either(text: &str) -> Option<[Date; 2]> {
    let [month_first, day_first] = [DateOrder::MonthFirst, DateOrder::DayFirst].map(|order| in_order(text, order));
    Some([month_first?, day_first?]).filter(|[month_first, day_first]| month_first != day_first)
}

/// A date of three numbers with slashes, blanks or hyphens, the year last.
fn in_order(text: &str, order: DateOrder) -> Option<Date> {
    let parts = parts(text);
    let &[a, b, c] = parts.as_slice() else { return None };
    if text.contains('.') || a.len() > 2 || b.len() > 2 {
        return None;
    }
    match order {
        DateOrder::MonthFirst => civil(c, a, b),
        DateOrder::DayFirst => civil(c, b, a),
        DateOrder::YearFirst => None,
    }
}

fn parts(text: &str) -> Vec<&str> {
    text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect()
}

/// A date as [`date`], or without a year, which is then the next such date from `earliest` on: `15 Dec`, `December 15`.
pub fn date_from(text: &str, earliest: Date, order: DateOrder) -> Result<Date, String> {
    without_year(text, earliest).map_or_else(|| date(text, order), Ok)
}

/// Years in which a 29 February is found, also around a century without one.
const LEAP: i32 = 8;

fn without_year(text: &str, earliest: Date) -> Option<Date> {
    let parts = parts(text);
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

fn date_of(text: &str, order: DateOrder) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return civil(&text[..4], &text[4..6], &text[6..]);
    }
    let parts = parts(text);
    let &[a, b, c] = parts.as_slice() else { return None };
    let (month_a, month_b) = (month(a), month(b));
    match (month_a, month_b) {
        // Four letters can be a year, or July.
        (None, None) if a.len() == 4 => civil(a, b, c),
        (None, Some(month)) if a.len() == 4 => civil(a, &month.to_string(), c),
        (None, Some(month)) => civil(c, &month.to_string(), a),
        (Some(month), None) => civil(c, &month.to_string(), b),
        // With dots, the day comes first.
        (None, None) if text.contains('.') => civil(c, b, a),
        // 1/4 is clear if the window writes the month first; 13/4 and 4/4 are clear anyway.
        _ => match (in_order(text, DateOrder::MonthFirst), in_order(text, DateOrder::DayFirst)) {
            (Some(one), Some(other)) if one == other || order == DateOrder::MonthFirst => Some(one),
            (Some(_), Some(_)) | (None, None) => None,
            (Some(one), None) | (None, Some(one)) => Some(one),
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
pub fn date_time(text: &str, order: DateOrder) -> Result<DateTime, String> {
    let sentence = || format!("“{text}” isn't a date and time. Try 1 Jul 2026 08:30");
    let trimmed = text.trim();
    let splits = trimmed.char_indices().filter(|(_, c)| matches!(c, ' ' | 'T' | 't')).map(|(at, _)| at);
    let read = |at: usize| {
        let day = date_of(trimmed[..at].trim_end_matches(','), order)?;
        let time = TimeOfDay::from_minutes(minutes(&trimmed[at + 1..])?)?;
        Some(day.at_second(time.secs()))
    };
    splits.into_iter().filter_map(read).next_back().ok_or_else(sentence)
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{DayFirst, MonthFirst};
    use super::*;

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
            assert_eq!(date(typed, DayFirst).map(|day| day.to_string()), Ok("2026-07-01".to_owned()), "{typed}");
        }
        assert_eq!(date("7/25/2026", DayFirst), date("25/7/2026", DayFirst));
    }

    #[test]
    fn a_date_without_a_year_is_the_next_one() {
        let from = |text: &str, earliest| date_from(text, Date::parse(earliest).expect("a date"), DayFirst);
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
            assert!(date(typed, DayFirst).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_moment_is_a_date_and_a_time() {
        for typed in ["2026-07-01 8:30", "2026-07-01T08:30", "1 Jul 2026, 8:30", "1 Jul 2026 8:30", "1.7.2026 0830"] {
            assert_eq!(
                date_time(typed, DayFirst).map(|local| local.to_string()),
                Ok("2026-07-01T08:30".to_owned()),
                "{typed}"
            );
        }
        assert!(date_time("2026-07-01", DayFirst).is_err());
    }

    #[test]
    fn the_month_is_first_where_the_window_writes_it_first() {
        let day = |text: &str| Ok(Date::parse(text).expect("a date"));
        assert_eq!(date("1/4/2027", MonthFirst), day("2027-01-04"));
        assert_eq!(date("13/4/2027", MonthFirst), day("2027-04-13"), "there is no month 13");
        assert_eq!(date("4/4/2027", DayFirst), day("2027-04-04"), "both are the same date");
        assert!(date("1/4/2027", DayFirst).is_err_and(|why| why.contains("4 Jan or 1 Apr")));
        let two = either("1/4/2027").map(|days| days.map(|day| day.to_string()));
        assert_eq!(two, Some(["2027-01-04".to_owned(), "2027-04-01".to_owned()]));
        for one in ["1.4.2027", "2027-04-01", "13/4/2027", "4/4/2027", "soon", "1/4/27"] {
            assert_eq!(either(one), None, "{one}");
        }
    }
}
