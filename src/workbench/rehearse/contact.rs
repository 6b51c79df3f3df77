//! One contact at an instant of the clock: the way it has come.

use std::collections::BTreeSet;

use crate::calendar::Instant;

use super::finished::Finished;

/// The ids of the items that the contact at a place in the list has reached by an instant.
pub fn path_of(finished: &Finished, place: u64, clock: Instant) -> BTreeSet<u64> {
    let reached = finished.visits(place).filter(|visit| visit.arrived <= clock);
    reached.map(|visit| finished.item(visit.rank)).collect()
}
