//! Dates and times as the person likes to read them; files are not affected.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::calendar::words::{spelled, timed};
use crate::calendar::{Day, Instant, Wall, Weekday, Zone};
use crate::campaign::document::Campaign;
use crate::ui::context::settings::{DateOrder, Settings, WeekStart};
use crate::workbench::samples::system_zone;

/// The present moment.
pub fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_utc_secs(since.as_secs().try_into().unwrap_or_default())
}

/// Today in the campaign's zone: where a date that nobody chose yet begins.
pub fn today(campaign: &Campaign) -> Day {
    let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
    zone.day_at(now())
}

/// `Thu 12 Mar 2026`, or in the order the person likes.
pub fn date(settings: &Settings, day: Day) -> String {
    format!("{} {}", day.weekday().short(), self::day(settings, day))
}

/// `12 Mar 2026`, or in the order the person likes: what stands in a field, and is read from one again.
pub fn day(settings: &Settings, day: Day) -> String {
    let year = day.civil().0;
    match settings.dates {
        DateOrder::DayFirst => format!("{} {year}", spelled(day, "%-d %b")),
        DateOrder::MonthFirst => format!("{}, {year}", spelled(day, "%b %-d")),
        DateOrder::YearFirst => day.to_string(),
    }
}

/// `Thu 12 Mar`, for a day of a year that is known.
pub fn near(settings: &Settings, day: Day) -> String {
    match settings.dates {
        DateOrder::DayFirst => spelled(day, "%a %-d %b"),
        DateOrder::MonthFirst => spelled(day, "%a %b %-d"),
        DateOrder::YearFirst => format!("{} {day}", day.weekday().short()),
    }
}

/// The time of a moment.
pub fn clock(settings: &Settings, at: Wall) -> String {
    time(settings, at.second_of_day() / 60)
}

/// `08:05`, or `8:05 am`; `minutes` are those since midnight.
pub fn time(settings: &Settings, minutes: u32) -> String {
    timed(minutes % 1_440 * 60, if settings.twelve_hours { "%-I:%M %P" } else { "%H:%M" })
}

/// The time of a moment to the second: `08:05:30`, or `8:05:30 am`.
pub fn exact_clock(settings: &Settings, at: Wall) -> String {
    timed(at.second_of_day(), if settings.twelve_hours { "%-I:%M:%S %P" } else { "%H:%M:%S" })
}

/// `Thu 12 Mar 2026 08:05`.
pub fn moment(settings: &Settings, at: Wall) -> String {
    format!("{} {}", date(settings, at.day()), clock(settings, at))
}

/// A moment of the computer's, in its own time zone.
pub fn system_moment(settings: &Settings, at: SystemTime) -> String {
    let since = at.duration_since(UNIX_EPOCH).unwrap_or_default();
    let at = Instant::from_utc_secs(since.as_secs().try_into().unwrap_or_default());
    let zone = Zone::named(&system_zone()).unwrap_or_else(Zone::utc);
    moment(settings, zone.wall_at(at))
}

/// The days of a week, in the order the person likes.
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
        let at = Wall::parse("2026-03-12T00:05").expect("a wall clock");
        let mut settings = Settings::default();
        assert_eq!(moment(&settings, at), "Thu 12 Mar 2026 00:05");
        (settings.dates, settings.twelve_hours) = (DateOrder::MonthFirst, true);
        assert_eq!(moment(&settings, at), "Thu Mar 12, 2026 12:05 am");
        settings.dates = DateOrder::YearFirst;
        assert_eq!(date(&settings, at.day()), "Thu 2026-03-12");
        assert_eq!(time(&settings, 12 * 60), "12:00 pm");
        assert_eq!(time(&settings, 23 * 60 + 59), "11:59 pm");
    }

    #[test]
    fn a_day_of_a_known_year_is_short() {
        let day = Day::from_civil(2026, 3, 12);
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
