//! Dates, times and lengths of time in words: `Fri 6 Mar 2026 17:30`, `2 d 23 h`; and what every sentence needs, a
//! capital.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime};

use super::date::{DAYS_AN_ERA, Date, DateTime, SECS_A_DAY};
use super::instant::Instant;
use super::zone::{LocalTimeMatch, Zone};

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A day, by a pattern of chrono without a year: `%-d %b` gives `6 Mar`, `%B` gives `March`.
///
/// Years come from [`Date::civil`] instead: chrono supports fewer years than `Date`, and writes a sign before those
/// above 9999.
pub fn format_date(day: Date, pattern: &str) -> String {
    // The calendar repeats every 400 years, which are whole weeks.
    let namesake = NaiveDate::from_epoch_days(day.number().rem_euclid(DAYS_AN_ERA)).unwrap_or_default();
    let mut text = String::new();
    // Writing to memory can't fail; a pattern that chrono doesn't know ends the text.
    let _ = write!(text, "{}", namesake.format(pattern));
    text
}

/// A time of day, in seconds since midnight, by a pattern of chrono: `%H:%M` gives `17:30`.
pub fn format_time(second_of_day: u32, pattern: &str) -> String {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second_of_day, 0).unwrap_or_default();
    let mut text = String::new();
    // Writing to memory can't fail, as in `format_date`.
    let _ = write!(text, "{}", time.format(pattern));
    text
}

/// A date as its short weekday, day and month, such as `Fri 6 Mar`.
pub fn short_date(day: Date) -> String {
    format_date(day, "%a %-d %b")
}

/// `Fri 6 Mar 2026`.
pub fn long_date(day: Date) -> String {
    format!("{} {}", short_date(day), day.civil().0)
}

/// `17:30`, or `17:30:05` if the seconds aren't zero.
pub fn clock(local: DateTime) -> String {
    let second = local.second_of_day();
    format_time(second, if second.is_multiple_of(60) { "%H:%M" } else { "%H:%M:%S" })
}

/// `Fri 6 Mar 17:30`, in the local time of a zone. Where this local time occurs twice, it says which one it is.
pub fn short_instant(at: Instant, zone: &Zone) -> String {
    let local = zone.local_at(at);
    format!("{} {}{}", short_date(local.date()), clock(local), which_of_two(at, zone))
}

/// `Fri 6 Mar 2026 17:30`, in the local time of a zone. Where this local time occurs twice, it says which one it is.
pub fn long_instant(at: Instant, zone: &Zone) -> String {
    let local = zone.local_at(at);
    format!("{} {}{}", long_date(local.date()), clock(local), which_of_two(at, zone))
}

/// Which one an instant is, in brackets, if its local time occurs twice in a zone; empty if it doesn't.
fn which_of_two(at: Instant, zone: &Zone) -> &'static str {
    let local = zone.local_at(at);
    match zone.reading(local) {
        LocalTimeMatch::Twice if zone.resolve(local) == at => " (before clocks go back)",
        LocalTimeMatch::Twice => " (after clocks went back)",
        LocalTimeMatch::Once | LocalTimeMatch::Gap(_) => "",
    }
}

/// A length of time in its two largest units, such as `5 min` or `2 d 23 h`; `no wait` for 0 seconds. Below two days it
/// is in hours, since a timer's day isn't always 24 hours.
pub fn length(seconds: i64) -> String {
    let days = if seconds < 2 * SECS_A_DAY { 0 } else { seconds / SECS_A_DAY };
    let (hours, minutes) = ((seconds - days * SECS_A_DAY) / 3_600, seconds / 60 % 60);
    let parts = [(days, "d"), (hours, "h"), (minutes, "min"), (seconds % 60, "s")];
    let shown = parts.iter().skip_while(|(count, _)| *count == 0).take(2).filter(|(count, _)| *count > 0);
    let shown: Vec<String> = shown.map(|(count, unit)| format!("{count} {unit}")).collect();
    if shown.is_empty() { "no wait".to_owned() } else { shown.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_spelled_whatever_their_year() {
        for (day, words) in [
            (Date::from_civil(2026, 3, 6), "Fri 6 Mar 2026"),
            (Date::from_civil(2028, 2, 29), "Tue 29 Feb 2028"),
            (Date::from_civil(1, 1, 1), "Mon 1 Jan 1"),
            (Date::from_civil(9_999, 12, 31), "Fri 31 Dec 9999"),
            (Date::from_civil(12_026, 3, 6), "Fri 6 Mar 12026"),
            (Date::from_civil(-398, 2, 28), "Thu 28 Feb -398"),
        ] {
            assert_eq!(long_date(day), words);
        }
        let (mut day, last) = (Date::from_number(-100_000_000), Date::from_number(100_000_000));
        while day < last {
            let words = format!("{} {} ", day.weekday().short(), day.civil().2);
            assert!(
                long_date(day).starts_with(&words) && long_date(day).ends_with(&day.civil().0.to_string()),
                "{day}"
            );
            day = day.plus_days(99_991);
        }
    }

    #[test]
    fn only_the_first_letter_becomes_a_capital() {
        for (text, with_capital) in [("delay timer", "Delay timer"), ("élan", "Élan"), ("ßa", "SSa"), ("", "")] {
            assert_eq!(capital(text), with_capital);
        }
    }

    #[test]
    fn a_pattern_that_means_nothing_ends_the_text() {
        let day = Date::from_civil(2026, 3, 6);
        assert_eq!(format_date(day, "%B"), "March");
        assert_eq!(format_time(0, "%-I:%M %P"), "12:00 am");
        assert!(format_date(day, "%!").len() < 3 && format_time(86_400, "%Q").len() < 3);
    }

    #[test]
    fn a_local_time_that_occurs_twice_says_which_one_it_is() {
        let zone = Zone::named("America/New_York").expect("a zone");
        let hours = ["2026-11-01T04:30Z", "2026-11-01T05:30Z", "2026-11-01T06:30Z", "2026-11-01T07:30Z"];
        let words = hours.map(|hour| short_instant(Instant::parse_with_offset(hour).expect(hour), &zone));
        assert_eq!(
            words,
            [
                "Sun 1 Nov 00:30",
                "Sun 1 Nov 01:30 (before clocks go back)",
                "Sun 1 Nov 01:30 (after clocks went back)",
                "Sun 1 Nov 02:30",
            ]
        );
        let last = Instant::parse_with_offset("2026-11-01T05:59:59Z").expect("an instant");
        assert_eq!(long_instant(last, &zone), "Sun 1 Nov 2026 01:59:59 (before clocks go back)");
        assert_eq!(long_instant(last.plus_secs(1), &zone), "Sun 1 Nov 2026 01:00 (after clocks went back)");
        let spring = Instant::parse_with_offset("2026-03-08T07:30Z").expect("an instant");
        assert_eq!(short_instant(spring, &zone), "Sun 8 Mar 03:30");
    }

    #[test]
    fn seconds_are_told_where_there_are_some() {
        let midnight = Date::from_civil(2026, 3, 6);
        assert_eq!(clock(midnight.at_second(0)), "00:00");
        assert_eq!(clock(midnight.at_second(17 * 3_600 + 30 * 60 + 5)), "17:30:05");
    }

    #[test]
    fn a_wait_of_24_hours_is_not_called_a_day() {
        let waits = [0, 300, 86_400, 86_400 + 3_600, 2 * 86_400, 3 * 86_400 - 3_600].map(length);
        assert_eq!(waits, ["no wait", "5 min", "24 h", "25 h", "2 d", "2 d 23 h"]);
    }
}
