//! Finds where playing stops: the first breakpoint on the way.

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::campaign::rehearsal::Breakpoint;
use crate::campaign::scope::Scope;

use super::finished::FinishedRehearsal;

/// Where playing stopped, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The instant at which playing stopped.
    pub at: Instant,
    /// The breakpoint that stopped it.
    pub by: Breakpoint,
}

/// The first instant at which a breakpoint is reached; `None` if it never is. A breakpoint at an item is reached by the
/// followed contact, if there is one, else by any contact. A breakpoint with a count counts all contacts.
pub fn met(finished: &FinishedRehearsal, breakpoint: Breakpoint, follows: Option<u64>) -> Option<Instant> {
    match breakpoint {
        Breakpoint::AtItem(item) => arrival(finished, named(finished, item), follows, None),
        Breakpoint::AtCount(item, count) => {
            let timeline = &finished.index()?.timeline;
            timeline.reached_so_many(finished.rank(named(finished, item))?, count.max(1))
        }
        Breakpoint::AtTime(local) => Some(finished.scene.plan.zone().resolve(local)),
    }
}

/// The item of a breakpoint, which has only its id, in the rehearsal's sequence.
fn named(finished: &FinishedRehearsal, item: u64) -> ItemRef {
    let Scope::Sequence(sequence) = finished.scene.scope();
    sequence.item(item)
}

/// The first breakpoint that is reached after `from` up to `to`.
pub fn next_stop(
    finished: &FinishedRehearsal,
    breakpoints: &[Breakpoint],
    follows: Option<u64>,
    from: Instant,
    to: Instant,
) -> Option<Stop> {
    let stops = breakpoints.iter().filter_map(|&by| met(finished, by, follows).map(|at| Stop { at, by }));
    stops.filter(|stop| from < stop.at && stop.at <= to).min_by_key(|stop| stop.at)
}

/// The first arrival at an item, of the followed contact if there is one. With `after`, only later arrivals count.
pub fn arrival(
    finished: &FinishedRehearsal,
    item: ItemRef,
    follows: Option<u64>,
    after: Option<Instant>,
) -> Option<Instant> {
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
