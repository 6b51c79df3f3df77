//! Dates and times in words: `Fri 6 Mar 2026 17:30`.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime};

use super::day::{DAYS_AN_ERA, Day, Wall};
use super::instant::Instant;
use super::zone::Zone;

/// A day by a pattern of chrono's without a year in it: `%-d %b` is `6 Mar`, `%B` is `March`.
///
/// Years are told apart from it ([`Day::civil`]), because chrono holds fewer of them than a `Day` can and
/// puts a sign before those above 9999.
pub fn spelled(day: Day, pattern: &str) -> String {
    // The calendar repeats every 400 years, which are whole weeks.
    let namesake = NaiveDate::from_epoch_days(day.number().rem_euclid(DAYS_AN_ERA)).unwrap_or_default();
    let mut text = String::new();
    // Writing to memory can't fail; a pattern that chrono doesn't know ends the text.
    let _ = write!(text, "{}", namesake.format(pattern));
    text
}

/// A time of day, in seconds since midnight, by a pattern of chrono's: `%H:%M` is `17:30`.
pub fn timed(second_of_day: u32, pattern: &str) -> String {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second_of_day, 0).unwrap_or_default();
    let mut text = String::new();
    // As above.
    let _ = write!(text, "{}", time.format(pattern));
    text
}

/// `Fri 6 Mar`.
pub fn short_day(day: Day) -> String {
    spelled(day, "%a %-d %b")
}

/// `Fri 6 Mar 2026`.
pub fn long_day(day: Day) -> String {
    format!("{} {}", short_day(day), day.civil().0)
}

/// `17:30`, or `17:30:05` where there are seconds.
pub fn clock(wall: Wall) -> String {
    let second = wall.second_of_day();
    timed(second, if second.is_multiple_of(60) { "%H:%M" } else { "%H:%M:%S" })
}

/// `Fri 6 Mar 17:30` on the wall clock of a zone.
pub fn moment(at: Instant, zone: &Zone) -> String {
    let wall = zone.wall_at(at);
    format!("{} {}", short_day(wall.day()), clock(wall))
}

/// `Fri 6 Mar 2026 17:30` on the wall clock of a zone.
pub fn long_moment(at: Instant, zone: &Zone) -> String {
    let wall = zone.wall_at(at);
    format!("{} {}", long_day(wall.day()), clock(wall))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_spelled_whatever_their_year() {
        for (day, words) in [
            (Day::from_civil(2026, 3, 6), "Fri 6 Mar 2026"),
            (Day::from_civil(2028, 2, 29), "Tue 29 Feb 2028"),
            (Day::from_civil(1, 1, 1), "Mon 1 Jan 1"),
            (Day::from_civil(9_999, 12, 31), "Fri 31 Dec 9999"),
            (Day::from_civil(12_026, 3, 6), "Fri 6 Mar 12026"),
            (Day::from_civil(-398, 2, 28), "Thu 28 Feb -398"),
        ] {
            assert_eq!(long_day(day), words);
        }
        let (mut day, last) = (Day::from_number(-100_000_000), Day::from_number(100_000_000));
        while day < last {
            let words = format!("{} {} ", day.weekday().short(), day.civil().2);
            assert!(long_day(day).starts_with(&words) && long_day(day).ends_with(&day.civil().0.to_string()), "{day}");
            day = day.plus_days(99_991);
        }
    }

    #[test]
    fn a_pattern_that_means_nothing_ends_the_text() {
        let day = Day::from_civil(2026, 3, 6);
        assert_eq!(spelled(day, "%B"), "March");
        assert_eq!(timed(0, "%-I:%M %P"), "12:00 am");
        assert!(spelled(day, "%!").len() < 3 && timed(86_400, "%Q").len() < 3);
    }

    #[test]
    fn seconds_are_told_where_there_are_some() {
        let midnight = Day::from_civil(2026, 3, 6);
        assert_eq!(clock(midnight.at_second(0)), "00:00");
        assert_eq!(clock(midnight.at_second(17 * 3_600 + 30 * 60 + 5)), "17:30:05");
    }
}
