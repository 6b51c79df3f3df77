//! The items that the counts of days are made of, computed once for each day that has been visible.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{Date, Zone};
use crate::report::load::{DayShare, shares_of_day};
use crate::ui::panels::report::figures::Figures;

/// The items of the days that have been visible.
#[derive(Clone, Debug, Default)]
pub(super) struct ShareCache {
    /// The run, the zone of the days, and the kind that was sent.
    of: Option<(u64, Zone, &'static str)>,
    days: BTreeMap<Date, Arc<[DayShare]>>,
}

impl ShareCache {
    /// The items of a day; none if what is counted isn't sent by items.
    pub(super) fn of_day(
        &mut self,
        (figures, zone): (&Figures, &Zone),
        sent: Option<&'static str>,
        day: Date,
    ) -> Arc<[DayShare]> {
        let Some((sent, index)) = sent.zip(figures.run.index()) else { return Arc::default() };
        let is_same = |of: &(u64, Zone, &str)| of.0 == figures.of.0 && of.1 == *zone && of.2 == sent;
        if !self.of.as_ref().is_some_and(is_same) {
            *self = Self { of: Some((figures.of.0, zone.clone(), sent)), days: BTreeMap::new() };
        }
        let scene = &figures.run.scene;
        let shares = || shares_of_day(zone, &scene.plan, scene.sequence(), &index.timeline, sent, day).into();
        Arc::clone(self.days.entry(day).or_insert_with(shares))
    }
}
