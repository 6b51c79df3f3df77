//! Which parts of a timer's schedule are missing or out of bounds (`rules.md` §6, *Bounds*), in words.
//!
//! This doesn't decide whether the timer is configured; it is only used if it is not. Findings and explanations of held
//! contacts read it.

use crate::calendar::timer::{Offset, RunOn, TimeWindow, Unit};
use crate::campaign::directory::Directory;
use crate::campaign::fields::{Field, field_name};
use crate::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings, Kind};
use crate::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};

use super::words;

/// The missing and the wrong parts of a timer's schedule.
#[derive(Default)]
pub(super) struct Parts {
    missing: Vec<String>,
    wrong: Vec<String>,
}

/// Why a timer is not set up, in words without a full stop; `None` if there is nothing to say but that, as for one
/// without any schedule.
pub fn why_not_set_up(kind: &Kind, directory: &Directory) -> Option<String> {
    let mut parts = of(kind);
    if let Some(key) = kind.settings().read_field().filter(|key| !key.is_empty()) {
        let name = words::quote(&field_name(key, directory));
        match Field::named(key, directory) {
            None => parts.wrong.push(format!("there is no field “{name}”")),
            Some(field) if !field.is_dated(directory) => parts.wrong.push(format!("“{name}” isn't a date field")),
            Some(_) => {}
        }
    }
    (!parts.is_empty()).then(|| parts.sentence())
}

/// What to do about a schedule, where the code's own advice says too little.
pub(super) fn advice(kind: &Kind) -> Option<&'static str> {
    let time = if let Kind::DelayTimer(settings) = kind {
        settings.schedule.as_ref()?.time
    } else if let Kind::DateTimer(settings) = kind {
        settings.schedule.as_ref()?.time
    } else if let Kind::FieldTimer(settings) = kind {
        settings.schedule.as_ref()?.time
    } else {
        None
    };
    time.is_some_and(goes_over_midnight).then_some(
        "Let the time end at 24:00 at the latest. For the hours after midnight, use a second timer on a track of its own.",
    )
}

/// Whether a window would end on the next day.
fn goes_over_midnight(time: TimeWindow) -> bool {
    matches!(time, TimeWindow::Between(from, to) if to.minutes() < from.minutes())
}

/// The faults of a timer's schedule, except for an unknown field or one that isn't a date.
pub(super) fn of(kind: &Kind) -> Parts {
    let mut parts = Parts::default();
    if let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = kind {
        parts.delay(schedule);
    } else if let Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) }) = kind {
        parts.date(schedule);
    } else if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind {
        parts.field(schedule);
    }
    parts
}

impl Parts {
    /// Whether nothing is missing or out of bounds.
    pub(super) fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.wrong.is_empty()
    }

    /// The missing and wrong parts in words: `it lacks the zone; its wait is longer than 3650 days`.
    pub(super) fn sentence(&self) -> String {
        let mut clauses = Vec::new();
        if !self.missing.is_empty() {
            clauses.push(format!("it lacks {}", words::list(&self.missing)));
        }
        clauses.extend(self.wrong.iter().cloned());
        clauses.join("; ")
    }

    fn needs(&mut self, is_there: bool, part: &str) {
        if !is_there {
            self.missing.push(part.to_owned());
        }
    }

    fn delay(&mut self, schedule: &DelaySchedule) {
        self.needs(schedule.wait.is_some(), "how long it waits");
        self.needs(schedule.unit.is_some(), "the unit of its wait");
        self.needs(schedule.run_on.is_some(), "the days it runs on");
        self.window(schedule.time);
        self.needs(schedule.zone.is_some(), "the time zone");
        if let (Some(wait), Some(unit)) = (schedule.wait, schedule.unit) {
            self.at_most("wait", wait, unit);
        }
        match &schedule.run_on {
            Some(RunOn::Days(days)) if days.is_empty() => {
                self.wrong.push("no day of the week is chosen".to_owned());
            }
            Some(RunOn::DayOfMonth(date)) if !(1..=31).contains(date) => {
                self.wrong.push("its day of the month isn't between 1 and 31".to_owned());
            }
            _ => {}
        }
    }

    fn date(&mut self, schedule: &DateSchedule) {
        self.needs(schedule.on.is_some(), "the date");
        self.window(schedule.time);
        self.needs(schedule.zone.is_some(), "the time zone");
        if let Some(On::Range(first, last)) = schedule.on {
            if last < first {
                self.wrong.push("its last date is before its first".to_owned());
            } else if schedule.complete().is_none() && self.is_empty() {
                // No other fault is possible here.
                self.wrong.push("its dates span more than ten years".to_owned());
            }
        }
    }

    fn field(&mut self, schedule: &FieldSchedule) {
        self.needs(schedule.field.as_deref().is_some_and(|field| !field.is_empty()), "the field");
        self.needs(schedule.offset.is_some(), "the offset");
        self.needs(schedule.year.is_some(), "the year");
        self.window(schedule.time);
        self.needs(schedule.zone.is_some(), "the time zone");
        if let Some(Offset::Before(amount, unit) | Offset::After(amount, unit)) = schedule.offset {
            self.at_most("offset", amount, unit.unit());
        }
    }

    fn window(&mut self, time: Option<TimeWindow>) {
        self.needs(time.is_some(), "the time of day");
        match time {
            Some(time) if goes_over_midnight(time) => {
                self.wrong.push(format!("its time, {time}, goes over midnight, which a timer's time can't"));
            }
            Some(time) if !time.is_in_order() => self.wrong.push(format!("its time, {time}, ends when it begins")),
            Some(_) | None => {}
        }
    }

    fn at_most(&mut self, part: &str, amount: u64, unit: Unit) {
        if amount > unit.largest() {
            self.wrong.push(format!("its {part} is longer than {}", unit.phrase(unit.largest())));
        }
    }
}
