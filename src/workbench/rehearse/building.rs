//! The numbers while building: they stand at the live moment, and the clock stays where it is.

use super::Rehearsing;
use super::live::LiveMoment;
use super::usual::usual_name;
use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;

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
        self.choices.of(campaign, sequence).map_or_else(|| usual_name(campaign), |rehearsal| rehearsal.name.clone())
    }
}
