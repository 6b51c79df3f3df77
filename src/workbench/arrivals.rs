//! Whom the worked examples of a timer begin with, until a person types others: the usual arrivals, in the week and
//! with the field that tell most about the timer.

use crate::calendar::span::FieldDate;
use crate::calendar::timer::YearRule;
use crate::calendar::{Day, Wall, Weekday};
use crate::campaign::directory::FieldKind;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Field;
use crate::campaign::item::Kind;
use crate::campaign::kinds::{DateTimerSettings, FieldTimerSettings};
use crate::campaign::schedule::{DateSchedule, On};

/// Monday 09:00, Friday 17:30 and Saturday noon of the week that begins on `monday`.
pub fn usual_arrivals(monday: Day) -> Vec<Wall> {
    let usual = [(Weekday::Mon, 9 * 60), (Weekday::Fri, 17 * 60 + 30), (Weekday::Sat, 12 * 60)];
    usual.map(|(weekday, minute)| monday.plus_days(weekday as i64).at_second(minute * 60)).to_vec()
}

/// The Monday of a day's week.
pub fn monday_of(day: Day) -> Day {
    day.plus_days(-(day.weekday() as i64))
}

/// The Monday of the arrivals: of the week that holds a date timer's first date, where some come in time and some too
/// late, and of today's for all other timers.
pub fn week_for(kind: &Kind, today: Day) -> Day {
    let day = if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: Some(on), .. }) }) = kind {
        let (On::Date(day) | On::Range(day, _)) = on;
        *day
    } else {
        today
    };
    monday_of(day)
}

/// Whether a field timer reads a field that holds a time of day too.
pub fn reads_time(campaign: &Campaign, kind: &Kind) -> bool {
    let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind else { return false };
    let directory = &campaign.directory;
    let field = schedule.field.as_deref().and_then(|key| Field::named(key, directory));
    field.is_some_and(|field| field.kind(directory) == FieldKind::DateTime)
}

/// What the contact's field holds: a birthday for a timer that takes the next occurrence, and for one that takes the
/// field's own year a date that lets people go on in the middle of the week after that of `monday`.
pub fn usual_field(campaign: &Campaign, kind: &Kind, monday: Day) -> FieldDate {
    let has_time = reads_time(campaign, kind);
    let day = if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind
        && schedule.year == Some(YearRule::FromField)
    {
        let next_week = monday.plus_days(9);
        schedule.offset.map_or(next_week, |offset| offset.reversed().shift(next_week))
    } else {
        Day::from_civil(1990, 5, 12)
    };
    let second = if has_time { 14 * 3600 + 30 * 60 } else { 0 };
    FieldDate { wall: day.at_second(second), has_time }
}
