//! What happened at each item over time.

use std::collections::BTreeMap;

use crate::calendar::{Date, Instant, Zone};
use crate::report::table::DayCell;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::Plan;

use super::curve::Curve;

/// What happened at one item over time.
#[derive(Clone, Debug, Default)]
pub(super) struct ItemCurves {
    /// Arrivals of contacts that wait; for timers only.
    pub(super) arrived: Curve,
    /// Runs of the item; at a timer, releases.
    pub(super) ran: Curve,
    /// Contacts that started to be held.
    pub(super) held: Curve,
    /// Skips by reason; only reasons that occurred.
    pub(super) skipped: Vec<(Reason, Curve)>,
    pub(super) is_timer: bool,
}

impl ItemCurves {
    pub(super) fn reached(&self, clock: Instant) -> u64 {
        let skipped: u64 = self.skipped.iter().map(|(_, curve)| curve.at(clock)).sum();
        let through = if self.is_timer { &self.arrived } else { &self.ran };
        through.at(clock) + self.held.at(clock) + skipped
    }

    pub(super) fn waiting(&self, clock: Instant) -> u64 {
        if self.is_timer { self.arrived.at(clock) - self.ran.at(clock) } else { 0 }
    }

    /// All curves except `arrived`.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = &Curve> {
        [&self.ran, &self.held].into_iter().chain(self.skipped.iter().map(|(_, curve)| curve))
    }

    pub(super) fn curves(&self) -> impl Iterator<Item = &Curve> {
        [&self.arrived, &self.ran, &self.held].into_iter().chain(self.skipped.iter().map(|(_, curve)| curve))
    }
}

/// The counts of each day in a zone, up to an instant.
pub(super) fn days(items: &[ItemCurves], plan: &Plan, zone: &Zone, clock: Instant) -> BTreeMap<Date, Vec<DayCell>> {
    let mut days: BTreeMap<Date, Vec<DayCell>> = BTreeMap::new();
    for (item, curves) in plan.items().iter().zip(items) {
        let mut add = |curve: &Curve, ran: bool| {
            for (at, count) in curve.growth(Instant::FIRST.plus_secs(-1), clock) {
                let cells = days.entry(zone.date_at(at)).or_default();
                if cells.last().is_none_or(|cell| cell.item != item.item) {
                    cells.push(DayCell { item: item.item, ran: 0, skipped: 0 });
                }
                if let Some(cell) = cells.last_mut() {
                    *(if ran { &mut cell.ran } else { &mut cell.skipped }) += u64::from(count);
                }
            }
        };
        add(&curves.ran, true);
        curves.skipped.iter().for_each(|(_, curve)| add(curve, false));
    }
    days
}
