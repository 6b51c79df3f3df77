//! The sentence that says what a timer does: short under its tile, full in its settings.

use crate::calendar::timer::{TimeWindow, ZoneChoice};

use super::directory::Directory;
use super::kinds::Kind;

/// Whether it is a timer that works in each contact's own time zone.
pub fn goes_by_contact(kind: &Kind) -> bool {
    kind.settings().timer_zone() == Some(ZoneChoice::Contact)
}

/// The sentence under a timer on the canvas: `3 days later, on a weekday, at 08:00, contact's time`; `None` if it
/// isn't a timer, or not complete. `place` names the campaign's time zone where it could be mistaken for the contact's.
pub fn short(kind: &Kind, directory: &Directory, place: Option<&str>) -> Option<String> {
    let words = kind.settings().timer_words(directory)?;
    let mut parts = words.short;
    if words.time != TimeWindow::AnyTime {
        parts.push(words.time.to_string());
    }
    match (words.zone, place) {
        (ZoneChoice::Contact, _) => parts.push("contact's time".to_owned()),
        (ZoneChoice::Campaign, Some(place)) if words.time != TimeWindow::AnyTime => parts.push(format!("{place} time")),
        (ZoneChoice::Campaign, _) => {}
    }
    Some(parts.join(", "))
}

/// The full sentence: `Wait 3 days, then run on a weekday at 08:00, in the contact's time zone`; `None` as in
/// [`short`]. `place` names the campaign's time zone.
pub fn full(kind: &Kind, directory: &Directory, place: Option<&str>) -> Option<String> {
    let words = kind.settings().timer_words(directory)?;
    let zone = match (words.zone, place) {
        (ZoneChoice::Contact, _) => "in the contact's time zone".to_owned(),
        (ZoneChoice::Campaign, Some(place)) => format!("in the campaign's time zone, {place}"),
        (ZoneChoice::Campaign, None) => "in the campaign's time zone".to_owned(),
    };
    let time = if words.time == TimeWindow::AnyTime { String::new() } else { format!(" {}", words.time) };
    Some(format!("{}{time}, {zone}", words.full))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::timer::{Offset, OffsetUnit, RunOn, TimeOfDay, Unit, YearRule};
    use crate::calendar::{Date, Weekday};
    use crate::campaign::directory::{CustomField, FieldKind};
    use crate::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings};
    use crate::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};

    fn eight() -> TimeWindow {
        TimeWindow::At(TimeOfDay::parse("08:00").expect("a time"))
    }

    fn both(kind: &Kind) -> [String; 2] {
        let label = CustomField { key: "renewal".into(), label: "Renewal date".into(), kind: FieldKind::Date };
        let directory = Directory { custom_fields: vec![label], ..Directory::default() };
        [short(kind, &directory, None), full(kind, &directory, None)].map(Option::unwrap_or_default)
    }

    fn delay(run_on: RunOn, time: TimeWindow, zone: ZoneChoice) -> Kind {
        let schedule = DelaySchedule {
            wait: Some(3),
            unit: Some(Unit::Days),
            run_on: Some(run_on),
            time: Some(time),
            zone: Some(zone),
        };
        Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) })
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
    fn the_campaigns_zone_is_named_where_a_time_of_day_could_be_mistaken() {
        let of = |zone, time| {
            let kind = delay(RunOn::AnyDay, time, zone);
            [short, full].map(|words| words(&kind, &Directory::default(), Some("New York")).unwrap_or_default())
        };
        assert_eq!(
            of(ZoneChoice::Campaign, eight()),
            [
                "3 days later, at 08:00, New York time",
                "Wait 3 days, then run at 08:00, in the campaign's time zone, New York"
            ]
        );
        assert_eq!(of(ZoneChoice::Campaign, TimeWindow::AnyTime)[0], "3 days later");
        assert_eq!(of(ZoneChoice::Contact, eight())[0], "3 days later, at 08:00, contact's time");
    }

    #[test]
    fn dates_and_fields_are_told_by_their_names() {
        let day = |text: &str| Date::parse(text).expect("a date");
        let on = Some(On::Range(day("2026-07-01"), day("2026-07-05")));
        let zone = Some(ZoneChoice::Campaign);
        let kind =
            Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on, time: Some(eight()), zone }) });
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
            both(&Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) })),
            ["7 days before Renewal date", "Run 7 days before the date in Renewal date, in the campaign's time zone",]
        );
    }

    #[test]
    fn a_timer_that_waits_once_for_each_contact_does_not_say_each_year() {
        let birthday = |offset| {
            Kind::FieldTimer(FieldTimerSettings {
                schedule: Some(FieldSchedule {
                    field: Some("birthday".to_owned()),
                    offset: Some(offset),
                    year: Some(YearRule::NextOccurrence),
                    time: Some(eight()),
                    zone: Some(ZoneChoice::Contact),
                }),
            })
        };
        assert_eq!(
            both(&birthday(Offset::Before(7, OffsetUnit::Days))),
            [
                "7 days before the next birthday, at 08:00, contact's time",
                "Run 7 days before the next birthday at 08:00, in the contact's time zone",
            ]
        );
        assert_eq!(both(&birthday(Offset::On))[0], "on the next birthday, at 08:00, contact's time");
    }

    #[test]
    fn what_is_not_complete_has_no_sentence() {
        assert_eq!(short(&Kind::DelayTimer(DelayTimerSettings { schedule: None }), &Directory::default(), None), None);
        assert_eq!(
            full(
                &Kind::DelayTimer(DelayTimerSettings { schedule: Some(DelaySchedule::default()) }),
                &Directory::default(),
                None
            ),
            None
        );
        assert_eq!(full(&Kind::Start, &Directory::default(), None), None);
    }
}
