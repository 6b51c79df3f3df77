//! A finished run over time: every count at any instant, without another pass over the visits.
//!
//! A million contacts make about thirty million visits, and the clock can move sixty times a second. So events are
//! sorted once, by item and outcome; a count at an instant is then a binary search.

mod build;
pub mod curve;
mod hours;
mod items;

use std::collections::BTreeMap;

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::{Plan, Rank};

use super::table::{DayCell, ItemRow, Report, labelled};
use curve::Curve;
use hours::UtcHourCounts;
use items::ItemCurves;

/// The counts of a finished run at every instant.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    items: Vec<ItemCurves>,
    /// Contacts by status. All others have not entered.
    statuses: Vec<Curve>,
    contacts: u64,
    hours: UtcHourCounts,
    first: Option<Instant>,
    last: Option<Instant>,
}

impl Timeline {
    /// The first instant at which something happens; `None` if nothing does.
    pub fn first(&self) -> Option<Instant> {
        self.first
    }

    /// The last instant at which something happens; `None` if nothing does.
    pub fn last(&self) -> Option<Instant> {
        self.last
    }

    /// The number of contacts of the run.
    pub fn contacts(&self) -> u64 {
        self.contacts
    }

    /// The number of visits of an item with an outcome by an instant; for `Waiting`, the number of contacts that wait
    /// then.
    pub fn visits(&self, rank: Rank, outcome: Outcome, clock: Instant) -> u64 {
        let item = &self.items[rank as usize];
        match outcome {
            Outcome::Ran => item.ran.at(clock),
            Outcome::Waiting => item.waiting(clock),
            Outcome::Held => item.held.at(clock),
            Outcome::Skipped(reason) => {
                item.skipped.iter().find(|(of, _)| *of == reason).map_or(0, |(_, curve)| curve.at(clock))
            }
        }
    }

    /// The number of visits of an item by an instant.
    pub fn reached(&self, rank: Rank, clock: Instant) -> u64 {
        self.items[rank as usize].reached(clock)
    }

    /// The number of contacts with a status at an instant.
    pub fn contacts_at(&self, status: Status, clock: Instant) -> u64 {
        let entered = || self.statuses.iter().map(|curve| curve.at(clock)).sum::<u64>();
        match status {
            Status::NotEntered => self.contacts - entered(),
            status => self.statuses[status as usize].at(clock),
        }
    }

    /// The first instant at which `count` visits have reached an item.
    pub fn reached_so_many(&self, rank: Rank, count: u64) -> Option<Instant> {
        let (first, last) = (self.first?, self.last?);
        if self.reached(rank, last) < count {
            return None;
        }
        let (mut low, mut high) = (first.utc_secs(), last.utc_secs());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.reached(rank, Instant::from_utc_secs(middle)) >= count {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        Some(Instant::from_utc_secs(low))
    }

    /// The first instant after `clock` at which something happens.
    pub fn next(&self, clock: Instant) -> Option<Instant> {
        self.curves().filter_map(|curve| curve.next(clock)).min()
    }

    /// The last instant before `clock` at which something happened.
    pub fn previous(&self, clock: Instant) -> Option<Instant> {
        self.curves().filter_map(|curve| curve.previous(clock)).max()
    }

    /// The first instant after `clock` at which a contact arrives at an item.
    pub fn next_arrival(&self, rank: Rank, clock: Instant) -> Option<Instant> {
        let item = &self.items[rank as usize];
        let came = if item.is_timer { &item.arrived } else { &item.ran };
        let skipped = item.skipped.iter().map(|(_, curve)| curve);
        [came, &item.held].into_iter().chain(skipped).filter_map(|curve| curve.next(clock)).min()
    }

    /// The first instant after `clock` at which an item runs, is skipped, or starts to hold a contact.
    pub fn next_outcome(&self, rank: Rank, clock: Instant) -> Option<Instant> {
        self.items[rank as usize].outcomes().filter_map(|curve| curve.next(clock)).min()
    }

    /// The last instant before `clock` at which an item ran, was skipped, or started to hold a contact.
    pub fn previous_outcome(&self, rank: Rank, clock: Instant) -> Option<Instant> {
        self.items[rank as usize].outcomes().filter_map(|curve| curve.previous(clock)).max()
    }

    /// The runs of an item after `from` up to `to`: when, and how many.
    pub fn runs(&self, rank: Rank, from: Instant, to: Instant) -> impl Iterator<Item = (Instant, u32)> + '_ {
        self.items[rank as usize].ran.growth(from, to)
    }

    /// The number of skips of an item after `from` up to `to`, for any reason.
    pub fn skips(&self, rank: Rank, from: Instant, to: Instant) -> u64 {
        self.items[rank as usize].skipped.iter().map(|(_, curve)| curve.at(to) - curve.at(from)).sum()
    }

    /// The number of events in each of `parts` equal parts of the time from `from` up to `to` (not included).
    pub fn histogram(&self, from: Instant, to: Instant, parts: usize) -> Vec<u64> {
        let mut counts = vec![0; parts];
        let (start, length) = (from.utc_secs(), (to.utc_secs() - from.utc_secs()).max(1));
        let mut add = |at: Instant, count: u64| {
            let part = (at.utc_secs() - start) * parts as i64 / length;
            if let Some(counted) = usize::try_from(part).ok().and_then(|part| counts.get_mut(part)) {
                *counted += count;
            }
        };
        if length / parts.max(1) as i64 >= hours::HOUR {
            self.hours.each(from, to, add);
        } else {
            for curve in self.curves() {
                curve.growth(from.plus_secs(-1), to.plus_secs(-1)).for_each(|(at, count)| add(at, u64::from(count)));
            }
        }
        counts
    }

    /// The hours with events, from first to last: when each begins, in UTC, and the number of events.
    pub fn busy_hours(&self) -> impl Iterator<Item = (Instant, u64)> + '_ {
        self.hours.busy()
    }

    /// The report at an instant, with days if `with_days`: an export needs them, and they take longer than everything
    /// else.
    pub fn report(&self, plan: &Plan, sequence: &Sequence, clock: Instant, with_days: bool) -> Report {
        let rows = plan.items().iter().zip(&self.items).map(|(item, curves)| {
            let skipped = curves.skipped.iter().map(|(reason, curve)| (*reason, curve.at(clock)));
            ItemRow {
                reached: curves.reached(clock),
                ran: curves.ran.at(clock),
                waiting: curves.waiting(clock),
                held: curves.held.at(clock),
                skipped: skipped.filter(|(_, count)| *count > 0).collect(),
                ..ItemRow::empty(sequence, item.place)
            }
        });
        let unreachable = plan.unreachable().iter().map(|&place| ItemRow::empty(sequence, place));
        Report {
            contacts: Status::ALL.iter().map(|&status| (status, self.contacts_at(status, clock))).collect(),
            items: labelled(plan, sequence, rows.chain(unreachable)),
            days: if with_days { self.days(plan, plan.zone(), clock) } else { BTreeMap::new() },
        }
    }

    /// The counts of each day in a zone, up to an instant.
    pub fn days(&self, plan: &Plan, zone: &Zone, clock: Instant) -> BTreeMap<Date, Vec<DayCell>> {
        items::days(&self.items, plan, zone, clock)
    }

    fn curves(&self) -> impl Iterator<Item = &Curve> {
        self.items.iter().flat_map(ItemCurves::curves)
    }
}
