//! The moment at which the numbers on the items stand while building. It doesn't move the clock.

use serde::{Deserialize, Serialize};

use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::rehearsal::Rehearsal;

/// The moment at which the live numbers stand while building.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LiveMoment {
    /// The time of the rehearsal's clock.
    #[default]
    Clock,
    /// A date and time, in the campaign's local time.
    At(DateTime),
    /// The end of the rehearsal.
    End,
}

impl LiveMoment {
    /// The instant in a rehearsal; `None` for the clock's.
    pub(super) fn instant(self, rehearsal: &Rehearsal, zone: &Zone) -> Option<Instant> {
        match self {
            LiveMoment::Clock => None,
            LiveMoment::At(local) => Some(zone.resolve(local)),
            LiveMoment::End => Some(zone.resolve(rehearsal.until)),
        }
    }
}
