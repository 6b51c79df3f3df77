//! How the instants of one contact's story are written.

use crate::calendar::{Instant, Zone};
use crate::ui::context::settings::Settings;
use crate::ui::controls::shown_zone::ShownZone;

/// The time zone in which instants are shown, and the clock's time.
pub struct Times {
    /// The zone that is shown for this contact.
    pub shown: ShownZone,
    /// The time of the rehearsal's clock.
    pub clock: Instant,
}

impl Times {
    /// `Tue 17 Mar 10:30`: the head of the story names the zone.
    pub fn say(&self, settings: &Settings, at: Instant) -> String {
        self.shown.unnamed().near(settings, at, self.clock)
    }

    /// A cell with an instant, or with a local time of the campaign, as [`Times::say`]; `None` for other texts.
    pub fn cell(&self, settings: &Settings, cell: &str, campaign: &Zone) -> Option<String> {
        let local = || crate::calendar::DateTime::parse(cell).map(|local| campaign.resolve(local));
        Instant::parse_with_offset(cell).or_else(local).map(|at| self.shown.unnamed().date_time(settings, at))
    }
}
