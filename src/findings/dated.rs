//! The dates of date timers, and how to move them into a later year.

use crate::calendar::timer::{DateTimer, ZoneChoice};
use crate::campaign::item::Item;
use crate::campaign::kinds::{DateTimerSettings, Kind};
use crate::campaign::schedule::On;

use super::fix::Fix;

/// The dates of an item and the zone they are in; `None` if it isn't a date timer with a complete schedule.
pub(super) fn dated(item: &Item) -> Option<(DateTimer, ZoneChoice)> {
    let Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) }) = &item.kind else { return None };
    schedule.complete()
}

/// The same dates in the first later year in which they fit, within a hundred years.
pub(super) fn move_years(item: u64, timer: &DateTimer, fits: impl Fn(&DateTimer) -> bool) -> Option<Fix> {
    let moved = (1..100).map(|years| DateTimer {
        first: timer.first.plus_months(years * 12),
        last: timer.last.plus_months(years * 12),
        time: timer.time,
    });
    let fitting = moved.take_while(|moved| moved.last.civil().0 < 2100).find(fits)?;
    let on = match fitting.first == fitting.last {
        true => On::Date(fitting.first),
        false => On::Range(fitting.first, fitting.last),
    };
    Some(Fix::MoveDate { item, on })
}
