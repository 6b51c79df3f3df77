//! The moment at which the numbers on the items stand while building. It doesn't move the clock.

use serde::{Deserialize, Serialize};

use super::Rehearsing;
use super::usual::usual_name;
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
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

impl Rehearsing {
    /// Shows the numbers at a moment while building; `None` in other modes.
    pub fn build_at(&mut self, moment: Option<LiveMoment>) {
        self.live = moment.unwrap_or_default();
    }

    /// The instant of the live numbers; `None` if they stand where the clock is.
    pub(super) fn live_at(&self) -> Option<Instant> {
        let scene = &self.shown.as_ref()?.scene;
        self.live.instant(self.rehearsal()?, scene.plan.zone())
    }

    /// Moves the clock to the live numbers: what comes next is about what they show.
    pub fn go_to_live(&mut self) {
        if let Some(at) = self.live_at() {
            self.jump(at);
        }
    }

    /// The name of the rehearsal of a sequence: of the chosen one, else of the default one.
    pub fn name_of(&self, campaign: &Campaign, sequence: SequenceId) -> String {
        self.chosen(campaign, sequence).map_or_else(|| usual_name(campaign), |rehearsal| rehearsal.name.clone())
    }
}
