//! Arrivals as text: how they are shown in rows, and read as typed.

use crate::calendar::{Date, DateTime, Weekday};
use crate::ui::context::settings::{DateOrder, Settings};
use crate::ui::controls::{dates, read, read_dates};

/// What a typed arrival means if it lacks something.
#[derive(Clone, Copy, Debug)]
pub(super) struct ArrivalDefaults {
    /// The first day of the week in which a day such as `Fri` is.
    pub monday: Date,
    /// The year of dates without one. Rows don't show it.
    pub year: i32,
    /// The order of the parts of dates in numbers.
    pub order: DateOrder,
}

/// `Mon 7 Dec 09:00`; with the year if it is another one.
pub(super) fn write(settings: &Settings, local: DateTime, defaults: ArrivalDefaults) -> String {
    let day = match local.date().civil().0 == defaults.year {
        true => dates::near(settings, local.date()),
        false => dates::date(settings, local.date()),
    };
    format!("{day} {}", dates::clock(settings, local))
}

/// `Mon 9:00`, `friday 5pm`, or a date and a time.
pub(super) fn arrival(text: &str, defaults: ArrivalDefaults) -> Result<DateTime, String> {
    match read_arrival(text, defaults)? {
        local if (1971..2099).contains(&local.date().civil().0) => Ok(local),
        _ => Err("Choose a date from 1970 to 2099".to_owned()),
    }
}

fn read_arrival(text: &str, defaults: ArrivalDefaults) -> Result<DateTime, String> {
    if text.trim().is_empty() {
        return Err("Type an arrival, such as Fri 17:30".to_owned());
    }
    let sentence = || format!("“{text}” isn't an arrival. Try Fri 17:30 or 6 Mar 2026 17:30");
    if let Some((first, rest)) = text.trim().split_once([' ', ',']) {
        let first = first.to_lowercase();
        let is_named = |day: &Weekday| first.len() >= 2 && day.name().to_lowercase().starts_with(&first);
        if let Some(weekday) = Weekday::ALL.into_iter().find(is_named) {
            return match read::time(rest) {
                Ok(time) => Ok(defaults.monday.plus_days(weekday as i64).at_second(time.secs())),
                // `Fri 6 Mar 2026 17:30`: the weekday says nothing new.
                Err(_) => date_time(rest, (defaults.year, defaults.order)).ok_or_else(sentence),
            };
        }
    }
    date_time(text, (defaults.year, defaults.order)).ok_or_else(sentence)
}

/// A date with or without a year, and a time of day.
fn date_time(text: &str, (year, order): (i32, DateOrder)) -> Option<DateTime> {
    let earliest = Date::from_civil(year, 1, 1);
    let without_year = || {
        let text = text.trim();
        let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        // From the right, since `9:00 am` has a blank too.
        blanks.into_iter().find_map(|at| {
            let day = read_dates::date_from(&text[..at], earliest, order).ok()?;
            Some(day.at_second(read::time(&text[at + 1..]).ok()?.secs()))
        })
    };
    read_dates::date_time(text, order).ok().or_else(without_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrivals_are_days_of_this_week_or_dates() {
        let defaults = ArrivalDefaults { monday: Date::from_civil(2026, 3, 2), year: 2026, order: DateOrder::DayFirst };
        for (typed, local) in [
            ("Mon 9", "2026-03-02T09:00"),
            ("friday 5:30pm", "2026-03-06T17:30"),
            ("sa 12:00", "2026-03-07T12:00"),
            ("2024-03-01 0900", "2024-03-01T09:00"),
            ("Fri 1 Mar 2024 9:00", "2024-03-01T09:00"),
            ("Thu 31 Dec 9:00 am", "2026-12-31T09:00"),
            ("1 Jan 23:50", "2026-01-01T23:50"),
        ] {
            let read = arrival(typed, defaults).expect(typed);
            assert_eq!(read.to_string(), local);
            // Everything written is read back, in every format.
            for dates in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
                for twelve_hours in [false, true] {
                    let settings = Settings { dates, twelve_hours, ..Settings::default() };
                    assert_eq!(arrival(&write(&settings, read, defaults), defaults), Ok(read));
                }
            }
        }
        for wrong in ["soon", "31 Feb", "Mon 31 Feb 9:00", "7 Dec"] {
            assert!(arrival(wrong, defaults).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_row_has_its_date_and_the_year_only_if_it_is_another_one() {
        let defaults =
            ArrivalDefaults { monday: Date::from_civil(2026, 12, 7), year: 2026, order: DateOrder::DayFirst };
        let shown = |local: &str| write(&Settings::default(), DateTime::parse_minutes(local).expect(local), defaults);
        assert_eq!(shown("2026-12-07T09:00"), "Mon 7 Dec 09:00");
        assert_eq!(shown("2027-01-11T09:00"), "Mon 11 Jan 2027 09:00");
    }
}
