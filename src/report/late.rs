//! Counts the contacts who reach each timer after its date has passed: a finding that needs a run.

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::Family;
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::{Outcome, Reason};
use crate::simulate::plan::Plan;
use crate::simulate::run::Run;

/// The contacts who reached a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateArrivals {
    /// The sequence and the id of the timer.
    pub item: ItemRef,
    /// Its index in the sequence.
    pub place: usize,
    /// The number of contacts who reached it.
    pub arrived: u64,
    /// The number of those for whom its date had passed.
    pub late: u64,
    /// When the first contact reached it.
    pub first: Instant,
}

/// The first entry of a run, and the counts of every timer that a contact reached, in order of rank.
pub fn late_arrivals(plan: &Plan, sequence: &Sequence, run: &Run) -> (Option<Instant>, Vec<LateArrivals>) {
    let is_timer: Vec<bool> =
        plan.items().iter().map(|item| sequence.items[item.place].kind.family() == Family::Timer).collect();
    let nothing = || (None, vec![(0u64, 0u64, None); is_timer.len()]);
    let (entry, counts) = run
        .segments()
        .par_iter()
        .fold(nothing, |(mut entry, mut counts), segment| {
            for visit in segment.visits() {
                entry = earlier(entry, Some(visit.arrived));
                if is_timer[visit.rank as usize] {
                    let (arrived, late, first) = &mut counts[visit.rank as usize];
                    *arrived += 1;
                    *late += u64::from(visit.outcome == Outcome::Skipped(Reason::DatePassed));
                    *first = earlier(*first, Some(visit.arrived));
                }
            }
            (entry, counts)
        })
        .reduce(nothing, |(entry, mut sum), (other, counts)| {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum = (sum.0 + count.0, sum.1 + count.1, earlier(sum.2, count.2));
            }
            (earlier(entry, other), sum)
        });
    let timers = plan.items().iter().zip(counts).filter_map(|(item, (arrived, late, first))| {
        Some(LateArrivals { item: item.item, place: item.place, arrived, late, first: first? })
    });
    (entry, timers.collect())
}

/// The earlier of two instants, if there is any.
fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    one.into_iter().chain(other).min()
}
