//! What a timer does, in a sentence.

use crate::calendar::timer::{Offset, RunOn, TimeWindow, ZoneChoice};

use super::item::Kind;
use super::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};

/// Under a timer on the canvas: `3 days later, weekdays only, at 08:00, contact's time`; `None` for what is no timer
/// or not complete.
pub fn short(kind: &Kind) -> Option<String> {
    let parts = match kind {
        Kind::DelayTimer { schedule: Some(schedule) } => delay(schedule)?,
        Kind::DateTimer { schedule: Some(schedule) } => date(schedule)?,
        Kind::FieldTimer { schedule: Some(schedule) } => field(schedule)?,
        _ => return None,
    };
    Some(parts.join(", "))
}

fn delay(schedule: &DelaySchedule) -> Option<Vec<String>> {
    let mut parts = vec![format!("{} later", schedule.unit?.phrase(schedule.wait?))];
    let run_on = schedule.run_on.as_ref()?;
    if *run_on != RunOn::AnyDay {
        parts.push(run_on.to_string());
    }
    tail(&mut parts, schedule.time?, schedule.zone?);
    Some(parts)
}

fn date(schedule: &DateSchedule) -> Option<Vec<String>> {
    let mut parts = match schedule.on? {
        On::Date(day) => vec![format!("on {day}")],
        On::Range(first, last) => vec![format!("{first} to {last}")],
    };
    tail(&mut parts, schedule.time?, schedule.zone?);
    Some(parts)
}

fn field(schedule: &FieldSchedule) -> Option<Vec<String>> {
    let field = schedule.field.as_deref()?;
    let mut parts = match schedule.offset? {
        Offset::On => vec![format!("on {field}")],
        offset => vec![format!("{offset} {field}")],
    };
    tail(&mut parts, schedule.time?, schedule.zone?);
    Some(parts)
}

fn tail(parts: &mut Vec<String>, time: TimeWindow, zone: ZoneChoice) {
    if time != TimeWindow::AnyTime {
        parts.push(time.to_string());
    }
    if zone == ZoneChoice::Contact {
        parts.push("contact's time".to_owned());
    }
}
