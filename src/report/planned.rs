//! What is still to come at an instant of the clock, as far as it was simulated: communications, tasks and
//! appointments of one contact or of all.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::item::{Family, Kind};
use crate::campaign::sequence::Sequence;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::{Run, Segment};

/// Something that is to come for one contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coming {
    /// When.
    pub at: Instant,
    /// The item, by rank.
    pub rank: Rank,
    /// Whether it was simulated. What is not is a timer that lets the contact go on after the end of the run; what
    /// follows it is not known.
    pub is_simulated: bool,
}

/// Something that is to come for a number of people at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComingToAll {
    /// When, or when the first of it.
    pub first: Instant,
    /// When the last of it.
    pub last: Instant,
    /// The item, by rank.
    pub rank: Rank,
    /// How many people.
    pub people: u64,
    /// As in [`Coming::is_simulated`].
    pub is_simulated: bool,
}

/// What is to come for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// By instant, then rank.
    pub coming: Vec<ComingToAll>,
    /// Whether people of one hour were put together, as their instants are too many.
    pub is_by_hour: bool,
    /// How many more there would have been, all later than these.
    pub left_out: usize,
}

/// Whether an item is something that people plan for: a communication, a task or an appointment.
fn is_planned(kind: &Kind) -> bool {
    kind.family() == Family::Communication || matches!(kind, Kind::CreateTask { .. } | Kind::CreateAppointment { .. })
}

/// What each item of a plan is here, by rank.
struct Items {
    planned: Vec<bool>,
    clock: Instant,
    until: Instant,
}

impl Items {
    fn new(plan: &Plan, sequence: &Sequence, clock: Instant, until: Instant) -> Self {
        let planned = plan.items().iter().map(|item| is_planned(&sequence.items[item.place].kind)).collect();
        Self { planned, clock, until }
    }

    /// What a visit is to bring after the clock's instant.
    fn coming(&self, visit: &Visit) -> Option<Coming> {
        let Visit { rank, outcome, due, .. } = *visit;
        let (at, is_simulated) = match outcome {
            Outcome::Ran if self.planned[rank as usize] => (visit.through()?, true),
            Outcome::Waiting => (due.filter(|due| *due > self.until)?, false),
            _ => return None,
        };
        (at > self.clock).then_some(Coming { at, rank, is_simulated })
    }
}

/// What is to come for the contact whose visits these are, in order.
pub fn of_contact(
    plan: &Plan,
    sequence: &Sequence,
    visits: impl Iterator<Item = Visit>,
    clock: Instant,
    until: Instant,
) -> Vec<Coming> {
    let items = Items::new(plan, sequence, clock, until);
    let mut coming: Vec<Coming> = visits.filter_map(|visit| items.coming(&visit)).collect();
    coming.sort_by_key(|coming| (coming.at, coming.rank));
    coming
}

/// What is to come for all people of a run: by item and instant, or by item and hour where there are more than
/// `most`, and the first `most` of those. Uses the rayon pool it is called in.
pub fn of_all(plan: &Plan, sequence: &Sequence, run: &Run, clock: Instant, until: Instant, most: usize) -> Planned {
    let items = Items::new(plan, sequence, clock, until);
    let segments = run.segments();
    let by_instant = segments.par_iter().fold(Counts::default, |mut counts, segment| {
        count(&mut counts, segment, &items);
        counts
    });
    let by_instant = by_instant.reduce(Counts::default, |mut sum, counts| {
        for (key, people) in counts {
            *sum.entry(key).or_default() += people;
        }
        sum
    });
    let is_by_hour = by_instant.len() > most;
    let mut coming: BTreeMap<(i64, Rank, bool), ComingToAll> = BTreeMap::new();
    for ((at, rank, is_simulated), people) in by_instant {
        let moment = if is_by_hour { at.utc_secs().div_euclid(3600) } else { at.utc_secs() };
        let one = ComingToAll { first: at, last: at, rank, people, is_simulated };
        let mine = coming.entry((moment, rank, is_simulated)).or_insert(ComingToAll { people: 0, ..one });
        (mine.first, mine.last, mine.people) = (mine.first.min(at), mine.last.max(at), mine.people + people);
    }
    let mut coming: Vec<ComingToAll> = coming.into_values().collect();
    let left_out = coming.len().saturating_sub(most);
    coming.truncate(most);
    Planned { coming, is_by_hour, left_out }
}

type Counts = FxHashMap<(Instant, Rank, bool), u64>;

fn count(counts: &mut Counts, segment: &Segment, items: &Items) {
    for coming in segment.visits().filter_map(|visit| items.coming(&visit)) {
        *counts.entry((coming.at, coming.rank, coming.is_simulated)).or_default() += 1;
    }
}
