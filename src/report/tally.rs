//! Counters of visits and contacts, which can be summed in any grouping.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::derivation::NoTrace;
use crate::calendar::{Date, Instant, Zone};
use crate::simulate::at::status_of;
use crate::simulate::kernel::{Observer, Visit};
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::Run;
use crate::simulate::segment::Segment;

/// The counts of one item on one day in the campaign's zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemDayCounts {
    /// The number of visits that ran on that day.
    pub ran: u64,
    /// The number of visits that were skipped on that day.
    pub skipped: u64,
}

/// The counters of a run.
#[derive(Clone, Debug)]
pub struct Tally {
    zone: Zone,
    items: Vec<[u64; Outcome::CODES]>,
    contacts: [u64; Status::ALL.len()],
    /// `None` if days are not needed: they take longer than everything else.
    days: Option<DayTable>,
    no_steps: NoTrace,
}

impl Tally {
    /// A tally with all counters at 0.
    pub fn new(plan: &Plan) -> Self {
        Self {
            zone: plan.zone().clone(),
            items: vec![[0; Outcome::CODES]; plan.items().len()],
            contacts: [0; Status::ALL.len()],
            days: Some(DayTable::new(plan.items().len())),
            no_steps: NoTrace,
        }
    }

    /// A tally with all counters at 0 that doesn't count days.
    fn without_days(plan: &Plan) -> Self {
        Self { days: None, ..Self::new(plan) }
    }

    /// The tally of a run whose visits are kept.
    pub fn of_run(plan: &Plan, run: &Run) -> Self {
        let mut tally = Tally::new(plan);
        for segment in run.segments() {
            segment.visits().for_each(|visit| tally.count(&visit));
            segment.statuses().iter().for_each(|&status| tally.count_contact(status));
        }
        tally
    }

    /// The tally of a run at an instant of the clock, with days if `with_days`.
    pub fn at(plan: &Plan, run: &Run, clock: Instant, with_days: bool) -> Self {
        let new = || if with_days { Tally::new(plan) } else { Tally::without_days(plan) };
        let segments = run.segments();
        let part = |mut tally: Tally, segment: &Segment| {
            for (_, span) in segment.contacts() {
                let visits_then = span.filter_map(|place| segment.visit(place).at(clock));
                let status = status_of(plan, visits_then.inspect(|visit| tally.count(visit)));
                tally.count_contact(status);
            }
            tally
        };
        segments.par_iter().fold(new, part).reduce(new, |mut sum, part| {
            sum.add(&part);
            sum
        })
    }

    /// Adds one visit to the counters.
    #[inline]
    pub fn count(&mut self, visit: &Visit) {
        self.items[visit.rank as usize][visit.outcome.code() as usize] += 1;
        let Some(days) = &mut self.days else { return };
        match visit.outcome {
            Outcome::Ran => {
                let at = visit.due.unwrap_or(visit.arrived);
                days.add(visit.rank, self.zone.date_at(at), ItemDayCounts { ran: 1, skipped: 0 });
            }
            Outcome::Skipped(_) => {
                days.add(visit.rank, self.zone.date_at(visit.arrived), ItemDayCounts { ran: 0, skipped: 1 });
            }
            Outcome::Waiting | Outcome::Held => {}
        }
    }

    /// Adds one contact to the count of its status.
    #[inline]
    pub fn count_contact(&mut self, status: Status) {
        self.contacts[status as usize] += 1;
    }

    /// Adds the counters of another tally of the same plan.
    pub fn add(&mut self, other: &Tally) {
        for (mine, theirs) in self.items.iter_mut().zip(&other.items) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
        self.contacts.iter_mut().zip(other.contacts).for_each(|(mine, theirs)| *mine += theirs);
        if let Some((mine, theirs)) = self.days.as_mut().zip(other.days.as_ref()) {
            theirs.each(|rank, day, count| mine.add(rank, day, count));
        }
    }

    /// The number of visits of an item that ended with an outcome.
    pub fn visits(&self, rank: Rank, outcome: Outcome) -> u64 {
        self.items[rank as usize][outcome.code() as usize]
    }

    /// The number of visits of an item.
    pub fn reached(&self, rank: Rank) -> u64 {
        self.items[rank as usize].iter().sum()
    }

    /// The number of contacts with a status at the end.
    pub fn contacts(&self, status: Status) -> u64 {
        self.contacts[status as usize]
    }

    /// The counts of each day, by rank; empty if the tally doesn't count days.
    pub fn days(&self) -> BTreeMap<Date, BTreeMap<Rank, ItemDayCounts>> {
        let mut days: BTreeMap<Date, BTreeMap<Rank, ItemDayCounts>> = BTreeMap::new();
        let Some(counted) = &self.days else { return days };
        counted.each(|rank, day, count| {
            days.entry(day).or_default().insert(rank, count);
        });
        days
    }
}

impl Observer for Tally {
    type Steps = NoTrace;

    fn steps(&mut self) -> &mut NoTrace {
        &mut self.no_steps
    }

    #[inline]
    fn visit(&mut self, visit: Visit, _: &Zone) {
        self.count(&visit);
    }
}

/// Counts by item and day. Days close to each other, as nearly all are, share an indexed row; days that would make a
/// row too long go into a map.
#[derive(Clone, Debug)]
struct DayTable {
    rows: Vec<DayRow>,
    far: FxHashMap<(Rank, Date), ItemDayCounts>,
    cells: usize,
}

#[derive(Clone, Debug, Default)]
struct DayRow {
    first: i32,
    counts: Vec<ItemDayCounts>,
}

/// Most cells in all rows together (16 bytes each).
const MOST_CELLS: usize = 2_000_000;

impl DayTable {
    fn new(items: usize) -> Self {
        Self { rows: vec![DayRow::default(); items], far: FxHashMap::default(), cells: 0 }
    }

    #[inline]
    fn add(&mut self, rank: Rank, day: Date, count: ItemDayCounts) {
        let row = &mut self.rows[rank as usize];
        let index = i64::from(day.number()) - i64::from(row.first);
        if index < 0 || index as usize >= row.counts.len() {
            return self.add_outside(rank, day, count);
        }
        let cell = &mut row.counts[index as usize];
        cell.ran += count.ran;
        cell.skipped += count.skipped;
    }

    #[cold]
    fn add_outside(&mut self, rank: Rank, day: Date, count: ItemDayCounts) {
        let row = &mut self.rows[rank as usize];
        let number = day.number();
        let (first, end) = match row.counts.len() {
            0 => (number - 8, number + 24),
            length => (row.first.min(number - 32), (row.first + length as i32).max(number + 33)),
        };
        let length = (end - first) as usize;
        if self.cells + length - row.counts.len() > MOST_CELLS {
            let cell = self.far.entry((rank, day)).or_default();
            cell.ran += count.ran;
            cell.skipped += count.skipped;
            return;
        }
        self.cells += length - row.counts.len();
        let mut counts = vec![ItemDayCounts::default(); length];
        let shift = (row.first - first).max(0) as usize;
        if !row.counts.is_empty() {
            counts[shift..shift + row.counts.len()].copy_from_slice(&row.counts);
        }
        *row = DayRow { first, counts };
        self.add(rank, day, count);
    }

    /// Calls `see` for every item and day with a count.
    fn each(&self, mut see: impl FnMut(Rank, Date, ItemDayCounts)) {
        for (rank, row) in self.rows.iter().enumerate() {
            for (index, &count) in row.counts.iter().enumerate() {
                let day = Date::from_number(row.first + index as i32);
                let far = self.far.get(&(rank as Rank, day)).copied().unwrap_or_default();
                let count = ItemDayCounts { ran: count.ran + far.ran, skipped: count.skipped + far.skipped };
                if count != ItemDayCounts::default() {
                    see(rank as Rank, day, count);
                }
            }
        }
        let covers = |rank: Rank, day: Date| {
            let row = &self.rows[rank as usize];
            (row.first..row.first + row.counts.len() as i32).contains(&day.number())
        };
        for (&(rank, day), &count) in self.far.iter().filter(|&(&(rank, day), _)| !covers(rank, day)) {
            see(rank, day, count);
        }
    }
}
