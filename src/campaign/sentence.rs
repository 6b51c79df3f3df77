//! What a timer does, in a sentence: short under its tile, full in its settings.

use crate::calendar::Day;
use crate::calendar::timer::{Offset, RunOn, TimeWindow, YearRule, ZoneChoice};
use crate::calendar::words::long_day;

use super::directory::Directory;
use super::fields::Column;
use super::item::Kind;
use super::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};

/// Under a timer on the canvas: `3 days later, on a weekday, at 08:00, contact's time`; `None` for what is no timer
/// or not complete.
pub fn short(kind: &Kind, directory: &Directory) -> Option<String> {
    let (mut parts, time, zone) = match kind {
        Kind::DelayTimer { schedule: Some(schedule) } => delay(schedule)?,
        Kind::DateTimer { schedule: Some(schedule) } => date(schedule)?,
        Kind::FieldTimer { schedule: Some(schedule) } => field(schedule, directory)?,
        _ => return None,
    };
    if time != TimeWindow::AnyTime {
        parts.push(time.to_string());
    }
    if zone == ZoneChoice::Contact {
        parts.push("contact's time".to_owned());
    }
    Some(parts.join(", "))
}

/// The whole of it: `Wait 3 days, then run on a weekday at 08:00, in the contact's time zone`; `None` as for [`short`].
pub fn full(kind: &Kind, directory: &Directory) -> Option<String> {
    let (what, time, zone) = match kind {
        Kind::DelayTimer { schedule: Some(schedule) } => full_delay(schedule)?,
        Kind::DateTimer { schedule: Some(schedule) } => full_date(schedule)?,
        Kind::FieldTimer { schedule: Some(schedule) } => full_field(schedule, directory)?,
        _ => return None,
    };
    let whose = if zone == ZoneChoice::Contact { "contact's" } else { "campaign's" };
    let time = if time == TimeWindow::AnyTime { String::new() } else { format!(" {time}") };
    Some(format!("{what}{time}, in the {whose} time zone"))
}

/// What people call a field: a custom field's label, `first name` for a column.
pub fn field_name(key: &str, directory: &Directory) -> String {
    if Column::named(key).is_some() {
        return key.replace('_', " ");
    }
    let custom = directory.custom_fields.iter().find(|field| field.key == key);
    custom.map(|field| field.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(key).to_owned()
}

type Parts = (Vec<String>, TimeWindow, ZoneChoice);

fn delay(schedule: &DelaySchedule) -> Option<Parts> {
    let mut parts = vec![format!("{} later", schedule.unit?.phrase(schedule.wait?))];
    parts.extend(days(schedule.run_on.as_ref()?));
    Some((parts, schedule.time?, schedule.zone?))
}

fn full_delay(schedule: &DelaySchedule) -> Option<(String, TimeWindow, ZoneChoice)> {
    let wait = schedule.unit?.phrase(schedule.wait?);
    let time = schedule.time?;
    let sentence = match (days(schedule.run_on.as_ref()?), time) {
        (None, TimeWindow::AnyTime) => format!("Wait {wait}"),
        (None, _) => format!("Wait {wait}, then run"),
        (Some(days), _) => format!("Wait {wait}, then run {days}"),
    };
    Some((sentence, time, schedule.zone?))
}

/// `on a weekday`, `on a Tue or Thu`; `None` for any day.
fn days(run_on: &RunOn) -> Option<String> {
    Some(match run_on {
        RunOn::AnyDay => return None,
        RunOn::Weekdays => "on a weekday".to_owned(),
        RunOn::Weekends => "on a weekend".to_owned(),
        RunOn::Days(days) => {
            let (last, others) = days.split_last()?;
            let names: Vec<&str> = others.iter().map(|day| day.short()).collect();
            match names.len() {
                0 => format!("on a {}", last.name()),
                _ => format!("on a {} or {}", names.join(", "), last.short()),
            }
        }
        RunOn::DayOfMonth(31) => "on the last day of the month".to_owned(),
        RunOn::DayOfMonth(date) => format!("on day {date} of the month"),
        RunOn::Nth(nth, day) => format!("on the {} {} of the month", nth.word(), day.name()),
    })
}

fn date(schedule: &DateSchedule) -> Option<Parts> {
    let day = |day: Day| long_day(day)[4..].to_owned();
    let on = match schedule.on? {
        On::Date(date) => format!("on {}", day(date)),
        On::Range(first, last) => format!("{} to {}", day(first), day(last)),
    };
    Some((vec![on], schedule.time?, schedule.zone?))
}

fn full_date(schedule: &DateSchedule) -> Option<(String, TimeWindow, ZoneChoice)> {
    let sentence = match schedule.on? {
        On::Date(date) => format!("Wait until {}, then run", long_day(date)),
        On::Range(first, last) => format!("Run on a day from {} to {}", long_day(first), long_day(last)),
    };
    Some((sentence, schedule.time?, schedule.zone?))
}

fn field(schedule: &FieldSchedule, directory: &Directory) -> Option<Parts> {
    let field = field_name(schedule.field.as_deref().filter(|key| !key.is_empty())?, directory);
    let mut parts = vec![format!("{} {field}", schedule.offset?)];
    if schedule.year? == YearRule::NextOccurrence {
        parts.push("each year".to_owned());
    }
    Some((parts, schedule.time?, schedule.zone?))
}

fn full_field(schedule: &FieldSchedule, directory: &Directory) -> Option<(String, TimeWindow, ZoneChoice)> {
    let field = field_name(schedule.field.as_deref().filter(|key| !key.is_empty())?, directory);
    let year = match schedule.year? {
        YearRule::NextOccurrence => "the next",
        YearRule::FromField => "the date in",
    };
    let sentence = match schedule.offset? {
        Offset::On => format!("Run on {year} {field}"),
        offset => format!("Run {offset} {year} {field}"),
    };
    Some((sentence, schedule.time?, schedule.zone?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Weekday;
    use crate::calendar::timer::{OffsetUnit, TimeOfDay, Unit};
    use crate::campaign::directory::{CustomField, FieldKind};

    fn eight() -> TimeWindow {
        TimeWindow::At(TimeOfDay::parse("08:00").expect("a time"))
    }

    fn both(kind: &Kind) -> [String; 2] {
        let label = CustomField { key: "renewal".into(), label: "Renewal date".into(), kind: FieldKind::Date };
        let directory = Directory { custom_fields: vec![label], ..Directory::default() };
        [short(kind, &directory), full(kind, &directory)].map(Option::unwrap_or_default)
    }

    fn delay(run_on: RunOn, time: TimeWindow, zone: ZoneChoice) -> Kind {
        let schedule = DelaySchedule {
            wait: Some(3),
            unit: Some(Unit::Days),
            run_on: Some(run_on),
            time: Some(time),
            zone: Some(zone),
        };
        Kind::DelayTimer { schedule: Some(schedule) }
    }

    #[test]
    fn a_delay_timer_is_told_as_people_say_it() {
        assert_eq!(
            both(&delay(RunOn::Weekdays, eight(), ZoneChoice::Contact)),
            [
                "3 days later, on a weekday, at 08:00, contact's time",
                "Wait 3 days, then run on a weekday at 08:00, in the contact's time zone",
            ]
        );
        assert_eq!(
            both(&delay(RunOn::AnyDay, TimeWindow::AnyTime, ZoneChoice::Campaign)),
            ["3 days later", "Wait 3 days, in the campaign's time zone",]
        );
        let days = RunOn::Days(vec![Weekday::Tue, Weekday::Thu]);
        assert_eq!(both(&delay(days, TimeWindow::AnyTime, ZoneChoice::Campaign))[0], "3 days later, on a Tue or Thu");
    }

    #[test]
    fn dates_and_fields_are_told_by_their_names() {
        let day = |text: &str| Day::parse(text).expect("a date");
        let on = Some(On::Range(day("2026-07-01"), day("2026-07-05")));
        let zone = Some(ZoneChoice::Campaign);
        let kind = Kind::DateTimer { schedule: Some(DateSchedule { on, time: Some(eight()), zone }) };
        assert_eq!(
            both(&kind),
            [
                "1 Jul 2026 to 5 Jul 2026, at 08:00",
                "Run on a day from Wed 1 Jul 2026 to Sun 5 Jul 2026 at 08:00, in the campaign's time zone",
            ]
        );
        let schedule = FieldSchedule {
            field: Some("renewal".to_owned()),
            offset: Some(Offset::Before(7, OffsetUnit::Days)),
            year: Some(YearRule::FromField),
            time: Some(TimeWindow::AnyTime),
            zone,
        };
        assert_eq!(
            both(&Kind::FieldTimer { schedule: Some(schedule) }),
            ["7 days before Renewal date", "Run 7 days before the date in Renewal date, in the campaign's time zone",]
        );
    }

    #[test]
    fn what_is_not_complete_has_no_sentence() {
        assert_eq!(short(&Kind::DelayTimer { schedule: None }, &Directory::default()), None);
        assert_eq!(full(&Kind::DelayTimer { schedule: Some(DelaySchedule::default()) }, &Directory::default()), None);
        assert_eq!(full(&Kind::Start, &Directory::default()), None);
    }
}
