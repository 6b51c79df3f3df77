//! Where playing stops: breakpoints, the first of them on the way.

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::campaign::rehearsal::Breakpoint;
use crate::campaign::scope::Scope;

use super::finished::Finished;

/// A place where playing stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When.
    pub at: Instant,
    /// What stopped it.
    pub by: Breakpoint,
}

/// When a breakpoint is met: the first time only, unless a contact is followed, who may come to an item only once.
pub fn met(finished: &Finished, breakpoint: Breakpoint, follows: Option<u64>) -> Option<Instant> {
    match breakpoint {
        Breakpoint::AtItem(item) => arrival(finished, named(finished, item), follows, None),
        Breakpoint::AtCount(item, count) => {
            let timeline = &finished.index()?.timeline;
            timeline.reached_so_many(finished.rank(named(finished, item))?, count.max(1))
        }
        Breakpoint::AtTime(local) => Some(finished.scene.plan.zone().resolve(local)),
    }
}

/// The item that a breakpoint of the rehearsal names by its id alone.
fn named(finished: &Finished, item: u64) -> ItemRef {
    let Scope::Sequence(sequence) = finished.scene.scope();
    sequence.item(item)
}

/// The first breakpoint that is met after `from` up to `to`.
pub fn next_stop(
    finished: &Finished,
    breakpoints: &[Breakpoint],
    follows: Option<u64>,
    from: Instant,
    to: Instant,
) -> Option<Stop> {
    let stops = breakpoints.iter().filter_map(|&by| met(finished, by, follows).map(|at| Stop { at, by }));
    stops.filter(|stop| from < stop.at && stop.at <= to).min_by_key(|stop| stop.at)
}

/// The first time after an instant, or at all, that somebody comes to an item: the contact that is followed, if there
/// is one.
pub fn arrival(finished: &Finished, item: ItemRef, follows: Option<u64>, after: Option<Instant>) -> Option<Instant> {
    let rank = finished.rank(item)?;
    let after = after.unwrap_or(Instant::FIRST.plus_secs(-1));
    match follows {
        Some(place) => {
            let visits = finished.visits(place).filter(|visit| visit.rank == rank);
            visits.map(|visit| visit.arrived).find(|arrived| *arrived > after)
        }
        None => finished.index()?.timeline.next_arrival(rank, after),
    }
}
