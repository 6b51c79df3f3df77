//! Formats dates and times by the user's settings. Files are not affected.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::calendar::words::{format_date, format_time};
use crate::calendar::{Date, DateTime, Instant, Weekday, Zone};
use crate::campaign::document::Campaign;
use crate::ui::context::settings::{DateOrder, Settings, WeekStart};

/// The current time of the system.
pub fn now() -> Instant {
    instant(SystemTime::now())
}

/// Today in the campaign's zone: the initial value of a date.
pub fn today(campaign: &Campaign) -> Date {
    let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
    zone.date_at(now())
}

/// `Thu 12 Mar 2026`, or in the order of the settings.
pub fn date(settings: &Settings, day: Date) -> String {
    format!("{} {}", day.weekday().short(), self::day(settings, day))
}

/// `12 Mar 2026`, or in the order of the settings: the text of a field, which can be read back.
pub fn day(settings: &Settings, day: Date) -> String {
    let year = day.civil().0;
    match settings.dates {
        DateOrder::DayFirst => format!("{} {year}", format_date(day, "%-d %b")),
        DateOrder::MonthFirst => format!("{}, {year}", format_date(day, "%b %-d")),
        DateOrder::YearFirst => day.to_string(),
    }
}

/// `Thu 12 Mar`, if the year is known.
pub fn near(settings: &Settings, day: Date) -> String {
    match settings.dates {
        DateOrder::DayFirst => format_date(day, "%a %-d %b"),
        DateOrder::MonthFirst => format_date(day, "%a %b %-d"),
        DateOrder::YearFirst => format!("{} {day}", day.weekday().short()),
    }
}

/// The time of day of a local time.
pub fn clock(settings: &Settings, at: DateTime) -> String {
    time(settings, at.second_of_day() / 60)
}

/// `08:05`, or `8:05 am`; `minutes` counts from midnight.
pub fn time(settings: &Settings, minutes: u32) -> String {
    format_time(minutes % 1_440 * 60, if settings.twelve_hours { "%-I:%M %P" } else { "%H:%M" })
}

/// The time of day to the second: `08:05:30`, or `8:05:30 am`.
pub fn exact_clock(settings: &Settings, at: DateTime) -> String {
    format_time(at.second_of_day(), if settings.twelve_hours { "%-I:%M:%S %P" } else { "%H:%M:%S" })
}

/// `Thu 12 Mar 2026 08:05`.
pub fn date_time(settings: &Settings, at: DateTime) -> String {
    format!("{} {}", date(settings, at.date()), clock(settings, at))
}

/// The instant of a system time.
pub fn instant(at: SystemTime) -> Instant {
    let since = at.duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_utc_secs(since.as_secs().try_into().unwrap_or_default())
}

/// The days of a week, in the order of the settings.
pub fn week(settings: &Settings) -> [Weekday; 7] {
    let first = match settings.week_starts {
        WeekStart::Monday => 0,
        WeekStart::Saturday => 5,
        WeekStart::Sunday => 6,
    };
    std::array::from_fn(|place| Weekday::ALL[(first + place) % 7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_follow_the_settings() {
        let at = DateTime::parse("2026-03-12T00:05").expect("a wall clock");
        let mut settings = Settings::default();
        assert_eq!(date_time(&settings, at), "Thu 12 Mar 2026 00:05");
        (settings.dates, settings.twelve_hours) = (DateOrder::MonthFirst, true);
        assert_eq!(date_time(&settings, at), "Thu Mar 12, 2026 12:05 am");
        settings.dates = DateOrder::YearFirst;
        assert_eq!(date(&settings, at.date()), "Thu 2026-03-12");
        assert_eq!(time(&settings, 12 * 60), "12:00 pm");
        assert_eq!(time(&settings, 23 * 60 + 59), "11:59 pm");
    }

    #[test]
    fn a_day_of_a_known_year_is_short() {
        let day = Date::from_civil(2026, 3, 12);
        let mut settings = Settings::default();
        assert_eq!(near(&settings, day), "Thu 12 Mar");
        settings.dates = DateOrder::MonthFirst;
        assert_eq!(near(&settings, day), "Thu Mar 12");
    }

    #[test]
    fn weeks_begin_where_the_person_begins_them() {
        let mut settings = Settings::default();
        assert_eq!(week(&settings)[0], Weekday::Mon);
        settings.week_starts = WeekStart::Sunday;
        assert_eq!((week(&settings)[0], week(&settings)[6]), (Weekday::Sun, Weekday::Sat));
    }
}
