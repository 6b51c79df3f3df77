//! The items planned after an instant of the clock, as far as the run was simulated: communications and tasks, for one
//! contact or for all. An appointment takes place at another time than its item runs, so it isn't among them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Sequence;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::Outcome;
use crate::simulate::pass::Pass;
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::Run;
use crate::simulate::segment::Segment;

/// A planned item for one contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedItem {
    /// When the item will run.
    pub at: Instant,
    /// The item, by rank.
    pub rank: Rank,
    /// The contact's pass through the item's sequence.
    pub pass: Pass,
    /// Whether it was simulated. The exception is a timer that will release the contact after the end of the run: what
    /// comes after it isn't known.
    pub is_simulated: bool,
}

/// Most contacts that are named for one planned item.
pub const MOST_NAMED: usize = 5;

/// A planned item for several contacts, at the same instant or in the same hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedForAll {
    /// When it will run for the first contact.
    pub first: Instant,
    /// When it will run for the last contact.
    pub last: Instant,
    /// The item, by rank.
    pub rank: Rank,
    /// The number of contacts.
    pub people: u64,
    /// The first of them, by their positions in the list: at most [`MOST_NAMED`].
    pub named: Vec<u64>,
    /// Whether it was simulated, as in [`PlannedItem::is_simulated`].
    pub is_simulated: bool,
}

/// The planned items for all contacts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// The planned items, by instant, then rank.
    pub coming: Vec<PlannedForAll>,
    /// Whether contacts are grouped by hour, since there are too many instants.
    pub is_by_hour: bool,
    /// The number of later items that were left out.
    pub left_out: usize,
}

/// Which items are planned, and between which instants.
struct Items {
    /// Whether plans list an item, by rank.
    planned: Vec<bool>,
    clock: Instant,
    until: Instant,
}

impl Items {
    fn new(plan: &Plan, sequence: &Sequence, clock: Instant, until: Instant) -> Self {
        let is_planned =
            |kind: &Kind| kind.description().planned.is_some() && !matches!(kind, Kind::CreateAppointment(_));
        let planned = plan.items().iter().map(|item| is_planned(&sequence.items[item.place].kind)).collect();
        Self { planned, clock, until }
    }

    /// The planned item of a visit; `None` if plans don't list it, or if it isn't after the clock's instant.
    fn coming(&self, visit: &Visit) -> Option<PlannedItem> {
        let Visit { rank, pass, outcome, due, .. } = *visit;
        let (at, is_simulated) = match outcome {
            Outcome::Ran if self.planned[rank as usize] => (visit.through()?, true),
            Outcome::Waiting => (due.filter(|due| *due > self.until)?, false),
            _ => return None,
        };
        (at > self.clock).then_some(PlannedItem { at, rank, pass, is_simulated })
    }
}

/// The planned items for one contact. `visits` are its visits, in order.
pub fn of_contact(
    plan: &Plan,
    sequence: &Sequence,
    visits: impl Iterator<Item = Visit>,
    clock: Instant,
    until: Instant,
) -> Vec<PlannedItem> {
    let items = Items::new(plan, sequence, clock, until);
    let mut coming: Vec<PlannedItem> = visits.filter_map(|visit| items.coming(&visit)).collect();
    coming.sort_by_key(|coming| (coming.at, coming.rank, coming.pass));
    coming
}

/// The planned items for all contacts of a run: by item and instant, or by item and hour if there are more than `most`.
/// At most the first `most` are returned. Uses the rayon pool it is called in.
pub fn of_all(plan: &Plan, sequence: &Sequence, run: &Run, clock: Instant, until: Instant, most: usize) -> Planned {
    let items = Items::new(plan, sequence, clock, until);
    let segments = run.segments();
    let by_instant = segments.par_iter().fold(PlannedCounts::default, |mut counts, segment| {
        count(&mut counts, segment, &items);
        counts
    });
    let by_instant = by_instant.reduce(PlannedCounts::default, |mut sum, counts| {
        for (key, people) in counts {
            sum.entry(key).or_default().merge(&people);
        }
        sum
    });
    let is_by_hour = by_instant.len() > most;
    let mut coming: BTreeMap<(i64, Rank, bool), PlannedForAll> = BTreeMap::new();
    for ((at, rank, is_simulated), counted) in by_instant {
        let moment = if is_by_hour { at.utc_secs().div_euclid(3600) } else { at.utc_secs() };
        let mine = coming.entry((moment, rank, is_simulated)).or_insert_with(|| {
            let named = Vec::with_capacity(MOST_NAMED);
            PlannedForAll { first: at, last: at, rank, people: 0, named, is_simulated }
        });
        (mine.first, mine.last, mine.people) = (mine.first.min(at), mine.last.max(at), mine.people + counted.people);
        mine.named.extend(counted.named());
        mine.named.sort_unstable();
        mine.named.truncate(MOST_NAMED);
    }
    let mut coming: Vec<PlannedForAll> = coming.into_values().collect();
    let left_out = coming.len().saturating_sub(most);
    coming.truncate(most);
    Planned { coming, is_by_hour, left_out }
}

type PlannedCounts = FxHashMap<(Instant, Rank, bool), CountedContacts>;

/// The number of contacts, and the first of them by their positions in the list.
#[derive(Clone, Copy, Default)]
struct CountedContacts {
    people: u64,
    first: [u64; MOST_NAMED],
}

impl CountedContacts {
    /// The positions of the first contacts, in order.
    fn named(&self) -> impl Iterator<Item = u64> {
        self.first.into_iter().take(self.people.min(MOST_NAMED as u64) as usize)
    }

    /// Adds a contact.
    fn push(&mut self, place: u64) {
        self.merge(&CountedContacts { people: 1, first: [place; MOST_NAMED] });
    }

    /// Adds other contacts.
    fn merge(&mut self, other: &Self) {
        let mut first: Vec<u64> = self.named().chain(other.named()).collect();
        first.sort_unstable();
        for (mine, place) in self.first.iter_mut().zip(first) {
            *mine = place;
        }
        self.people += other.people;
    }
}

fn count(counts: &mut PlannedCounts, segment: &Segment, items: &Items) {
    for (row, span) in segment.contacts() {
        let place = segment.first_place() + row as u64;
        for coming in span.filter_map(|at| items.coming(&segment.visit(at))) {
            let counted = counts.entry((coming.at, coming.rank, coming.is_simulated)).or_default();
            // The contacts of a segment come in order, so later ones are only counted.
            match counted.people < MOST_NAMED as u64 {
                true => counted.push(place),
                false => counted.people += 1,
            }
        }
    }
}
