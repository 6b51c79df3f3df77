//! Examples of rules. The engine computes them when they are shown.

use crate::calendar::timer::{
    ClosingTime, DayCount, LeapDay, Nth, Offset, OffsetUnit, RunOn, TimeOfDay, TimeWindow, Unit, YearRule, ZoneChoice,
};
use crate::calendar::{Date, DateTime, Weekday, Zone};
use crate::campaign::directory::{CustomField, Directory, FieldKind};
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings, Kind};
use crate::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};
use crate::campaign::sentence::goes_by_contact;
use crate::workbench::examples::{ExampleRow, table};

/// The time zone of the campaign in all examples and pictures.
pub(super) const CAMPAIGN_ZONE_NAME: &str = "America/New_York";

/// A timer and its arrivals. The campaign's time zone is America/New_York.
#[derive(Debug)]
pub struct Example {
    /// The settings of the timer.
    pub timer: fn() -> Kind,
    /// When contacts arrive, as `YYYY-MM-DDTHH:MM`.
    pub arrivals: &'static [&'static str],
    /// The time zone of the contact.
    pub zone: &'static str,
    /// The value of the contact's field, for a field timer; may be empty.
    pub field: &'static str,
    /// The campaign's rule for counting days.
    pub day_count: DayCount,
    /// The campaign's rule for 29 February.
    pub leap_day: LeapDay,
}

const EXAMPLE: Example = Example {
    timer: || Kind::DelayTimer(DelayTimerSettings { schedule: None }),
    arrivals: &[],
    zone: CAMPAIGN_ZONE_NAME,
    field: "",
    day_count: DayCount::CalendarDays,
    leap_day: LeapDay::Feb28,
};

impl Example {
    /// The campaign for the example, without a sequence.
    fn campaign(&self) -> Campaign {
        let renewal = CustomField { key: "meeting".to_owned(), label: "Meeting".to_owned(), kind: FieldKind::DateTime };
        let rules = Rules { day_count: self.day_count, leap_day: self.leap_day, ..Rules::default() };
        let directory = Directory { custom_fields: vec![renewal], ..Directory::default() };
        Campaign::unnamed(CAMPAIGN_ZONE_NAME, rules, directory)
    }

    /// What happens to each arriving contact, computed by the engine.
    pub fn rows(&self) -> Vec<ExampleRow> {
        let arrivals: Vec<DateTime> = self.arrivals.iter().filter_map(|text| DateTime::parse_minutes(text)).collect();
        let field = (!self.field.is_empty()).then_some(self.field);
        table(&self.campaign(), &(self.timer)(), &arrivals, &[self.zone.to_owned()], field)
    }

    /// The date in the contact's field, and whether the timer uses its day in every year; `None` if it reads no field.
    pub fn field_day(&self) -> Option<(Date, bool)> {
        let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = (self.timer)() else { return None };
        let date = Date::parse(self.field.get(..10)?)?;
        Some((date, schedule.year == Some(YearRule::NextOccurrence)))
    }

    /// The time zone in which the timer works.
    pub fn clock(&self) -> Zone {
        let name = if goes_by_contact(&(self.timer)()) { self.zone } else { CAMPAIGN_ZONE_NAME };
        Zone::named(name).unwrap_or_else(Zone::utc)
    }

    /// What the timer does, in a sentence.
    pub fn sentence(&self) -> String {
        let sentence = crate::campaign::sentence::short(&(self.timer)(), &self.campaign().directory, None);
        sentence.unwrap_or_else(|| "Not set up".to_owned())
    }
}

pub(super) fn at(hour: u16, minute: u16) -> TimeWindow {
    TimeOfDay::from_minutes(hour * 60 + minute).map_or(TimeWindow::AnyTime, TimeWindow::At)
}

fn between(from: u16, to: u16) -> TimeWindow {
    match (TimeOfDay::from_minutes(from * 60), ClosingTime::from_minutes(to * 60)) {
        (Some(from), Some(to)) => TimeWindow::Between(from, to),
        _ => TimeWindow::AnyTime,
    }
}

pub(super) fn delay(wait: u64, unit: Unit, run_on: RunOn, time: TimeWindow) -> Kind {
    delay_in(ZoneChoice::Campaign, wait, unit, run_on, time)
}

fn delay_in(zone: ZoneChoice, wait: u64, unit: Unit, run_on: RunOn, time: TimeWindow) -> Kind {
    let (wait, unit, run_on, time, zone) = (Some(wait), Some(unit), Some(run_on), Some(time), Some(zone));
    Kind::DelayTimer(DelayTimerSettings { schedule: Some(DelaySchedule { wait, unit, run_on, time, zone }) })
}

pub(super) fn field(key: &str, offset: Offset, year: YearRule, time: TimeWindow) -> Kind {
    let schedule = FieldSchedule {
        field: Some(key.to_owned()),
        offset: Some(offset),
        year: Some(year),
        time: Some(time),
        zone: Some(ZoneChoice::Campaign),
    };
    Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) })
}

/// Two contacts of one day: one arrives just after midnight, the other just before the next.
const EARLY_AND_LATE: &[&str] = &["2026-05-14T00:10", "2026-05-14T23:50"];

pub(super) const ONE_DAY_EARLY_AND_LATE: Example =
    Example { timer: || delay(1, Unit::Days, RunOn::AnyDay, TimeWindow::AnyTime), arrivals: EARLY_AND_LATE, ..EXAMPLE };

pub(super) const ONE_DAY_SAME_TIME: Example = Example { day_count: DayCount::ElapsedDays, ..ONE_DAY_EARLY_AND_LATE };

pub(super) const HOURS_24: Example = Example {
    timer: || delay(24, Unit::Hours, RunOn::AnyDay, TimeWindow::AnyTime),
    arrivals: EARLY_AND_LATE,
    ..EXAMPLE
};

pub(super) const ONE_DAY_AT_NINE: Example =
    Example { timer: || delay(1, Unit::Days, RunOn::AnyDay, at(9, 0)), arrivals: EARLY_AND_LATE, ..EXAMPLE };

pub(super) const ONE_WEEK: Example = Example {
    timer: || delay(1, Unit::Weeks, RunOn::AnyDay, TimeWindow::AnyTime),
    arrivals: &["2026-05-13T15:00"],
    ..EXAMPLE
};

pub(super) const NO_WAIT: Example = Example {
    timer: || delay(0, Unit::Days, RunOn::AnyDay, at(9, 0)),
    arrivals: &["2026-05-13T07:30", "2026-05-13T15:00"],
    ..EXAMPLE
};

pub(super) const THREE_DAYS: Example =
    Example { timer: || delay(3, Unit::Days, RunOn::Weekdays, at(8, 0)), arrivals: &["2024-03-01T09:00"], ..EXAMPLE };

pub(super) const THREE_DAYS_THURSDAY: Example = Example { arrivals: &["2024-02-29T09:00"], ..THREE_DAYS };

pub(super) const ELAPSED: Example = Example { day_count: DayCount::ElapsedDays, ..THREE_DAYS };

pub(super) const HOURS: Example = Example {
    timer: || delay(2, Unit::Hours, RunOn::Weekdays, between(8, 17)),
    arrivals: &["2024-03-04T17:30"],
    ..EXAMPLE
};

pub(super) const ONE_WEEKDAY: Example = Example {
    timer: || delay(1, Unit::Weekdays, RunOn::AnyDay, at(9, 0)),
    arrivals: &["2024-03-01T16:00", "2024-03-02T10:00"],
    ..EXAMPLE
};

pub(super) const MONTH_END: Example = Example {
    timer: || delay(1, Unit::Months, RunOn::AnyDay, TimeWindow::AnyTime),
    arrivals: &["2024-01-31T12:00"],
    ..EXAMPLE
};

pub(super) const TWO_MONTHS: Example =
    Example { timer: || delay(2, Unit::Months, RunOn::AnyDay, TimeWindow::AnyTime), ..MONTH_END };

pub(super) const TWICE: Example =
    Example { timer: || delay(1, Unit::Days, RunOn::AnyDay, at(1, 30)), arrivals: &["2026-10-31T20:00"], ..EXAMPLE };

pub(super) const GAP: Example =
    Example { timer: || delay(1, Unit::Days, RunOn::AnyDay, at(2, 30)), arrivals: &["2026-03-07T20:00"], ..EXAMPLE };

pub(super) const RUN_ON: Example = Example {
    timer: || delay(0, Unit::Days, RunOn::Nth(Nth::Last, Weekday::Fri), at(15, 0)),
    arrivals: &["2026-05-11T09:00", "2026-05-29T16:00"],
    ..EXAMPLE
};

pub(super) const CONTACT_ZONE: Example = Example {
    timer: || delay_in(ZoneChoice::Contact, 1, Unit::Days, RunOn::AnyDay, at(9, 0)),
    arrivals: &["2026-05-11T20:00"],
    zone: "Asia/Tokyo",
    ..EXAMPLE
};

pub(super) const CAMPAIGN_ZONE: Example = Example {
    timer: || delay(1, Unit::Days, RunOn::AnyDay, at(9, 0)),
    arrivals: &["2026-05-11T07:00"],
    ..CONTACT_ZONE
};

pub(super) const PASSED: Example = Example {
    timer: || {
        let schedule = DateSchedule {
            on: Some(On::Date(Date::from_civil(2026, 7, 1))),
            time: Some(TimeWindow::AnyTime),
            zone: Some(ZoneChoice::Campaign),
        };
        Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) })
    },
    arrivals: &["2026-06-30T10:00", "2026-07-01T10:00", "2026-07-02T10:00"],
    ..EXAMPLE
};

pub(super) const BIRTHDAY: Example = Example {
    timer: || field("birthday", Offset::Before(7, OffsetUnit::Days), YearRule::NextOccurrence, at(10, 0)),
    arrivals: &["2026-05-10T09:00"],
    field: "1990-05-12",
    ..EXAMPLE
};

pub(super) const LEAP_DAY: Example = Example {
    timer: || field("birthday", Offset::On, YearRule::NextOccurrence, at(10, 0)),
    arrivals: &["2027-01-15T09:00", "2028-01-15T09:00"],
    field: "2000-02-29",
    ..EXAMPLE
};

pub(super) const LEAP_DAY_MARCH: Example = Example { leap_day: LeapDay::Mar1, ..LEAP_DAY };

pub(super) const FIELD_TIME: Example = Example {
    timer: || field("meeting", Offset::Before(1, OffsetUnit::Days), YearRule::FromField, TimeWindow::AnyTime),
    arrivals: &["2026-05-04T09:00", "2026-05-11T16:00"],
    field: "2026-05-12T14:00",
    ..EXAMPLE
};

pub(super) const FROM_FIELD: Example = Example {
    timer: || field("meeting", Offset::Before(1, OffsetUnit::Days), YearRule::FromField, at(10, 0)),
    arrivals: &["2026-05-04T09:00", "2026-05-12T09:00"],
    field: "2026-05-12T14:00",
    ..EXAMPLE
};

pub(super) const EMPTY_FIELD: Example = Example { field: "", ..BIRTHDAY };

pub(super) const BEYOND: Example = Example {
    timer: || delay(10, Unit::Months, RunOn::AnyDay, TimeWindow::AnyTime),
    arrivals: &["2099-06-15T09:00"],
    ..EXAMPLE
};
