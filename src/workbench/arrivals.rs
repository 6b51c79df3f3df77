//! The initial arrivals for a timer's worked examples, until the user types others. The week and the field value are
//! chosen so that they show as much as possible about the timer.

use crate::calendar::span::FieldDate;
use crate::calendar::timer::YearRule;
use crate::calendar::{Date, DateTime, Weekday};
use crate::campaign::directory::FieldKind;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Field;
use crate::campaign::kinds::{DateTimerSettings, FieldTimerSettings, Kind};
use crate::campaign::schedule::{DateSchedule, On};

/// Monday 09:00, Friday 17:30 and Saturday 12:00 of the week that begins on `monday`.
pub fn usual_arrivals(monday: Date) -> Vec<DateTime> {
    let usual = [(Weekday::Mon, 9 * 60), (Weekday::Fri, 17 * 60 + 30), (Weekday::Sat, 12 * 60)];
    usual.map(|(weekday, minute)| monday.plus_days(weekday as i64).at_second(minute * 60)).to_vec()
}

/// The Monday of the week of a day.
pub fn monday_of(day: Date) -> Date {
    day.plus_days(-(day.weekday() as i64))
}

/// The Monday of the arrivals: for a date timer, of the week of its first date, so that some arrive in time and some
/// too late; for other timers, of today's week.
pub fn week_for(kind: &Kind, today: Date) -> Date {
    let day = if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: Some(on), .. }) }) = kind {
        let (On::Date(day) | On::Range(day, _)) = on;
        *day
    } else {
        today
    };
    monday_of(day)
}

/// Whether a field timer reads a field with a time of day.
pub fn reads_time(campaign: &Campaign, kind: &Kind) -> bool {
    let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind else { return false };
    let directory = &campaign.directory;
    let field = schedule.field.as_deref().and_then(|key| Field::named(key, directory));
    field.is_some_and(|field| field.kind(directory) == FieldKind::DateTime)
}

/// The value of the contact's field: for a timer with the next occurrence, a birthday; for one with the field's own
/// year, a date that releases contacts in the middle of the week after `monday`.
pub fn usual_field(campaign: &Campaign, kind: &Kind, monday: Date) -> FieldDate {
    let has_time = reads_time(campaign, kind);
    let day = if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind
        && schedule.year == Some(YearRule::FromField)
    {
        let next_week = monday.plus_days(9);
        schedule.offset.map_or(next_week, |offset| offset.reversed().shift(next_week))
    } else {
        Date::from_civil(1990, 5, 12)
    };
    let second = if has_time { 14 * 3600 + 30 * 60 } else { 0 };
    FieldDate { local: day.at_second(second), has_time }
}
