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
    let nothing = || (Instant::LAST, vec![(0u64, 0u64, Instant::LAST); is_timer.len()]);
    let (entry, counts) = run
        .segments()
        .par_iter()
        .fold(nothing, |(mut entry, mut counts), segment| {
            for visit in segment.visits() {
                entry = entry.min(visit.arrived);
                if is_timer[visit.rank as usize] {
                    let (arrived, late, first) = &mut counts[visit.rank as usize];
                    *arrived += 1;
                    *late += u64::from(visit.outcome == Outcome::Skipped(Reason::DatePassed));
                    *first = visit.arrived.min(*first);
                }
            }
            (entry, counts)
        })
        .reduce(nothing, |(entry, mut sum), (other, counts)| {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum = (sum.0 + count.0, sum.1 + count.1, sum.2.min(count.2));
            }
            (entry.min(other), sum)
        });
    let reached = plan.items().iter().zip(&counts).filter(|(_, (arrived, ..))| *arrived > 0);
    let timers = reached.map(|(item, &(arrived, late, first))| LateArrivals {
        item: item.item,
        place: item.place,
        arrived,
        late,
        first,
    });
    (run.segments().iter().any(|segment| segment.visits().next().is_some()).then_some(entry), timers.collect())
}
