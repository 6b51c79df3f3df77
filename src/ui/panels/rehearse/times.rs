//! On whose wall clock instants are said.

use super::signs;
use crate::calendar::{Instant, Zone};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;

/// On whose wall clock instants are shown, and where the clock stands.
pub struct Times {
    /// The zone that is shown.
    pub zone: Zone,
    /// The other one of contact's and campaign's, if it differs.
    pub other: Option<Zone>,
    /// The clock's instant.
    pub clock: Instant,
}

impl Times {
    /// `Tue 17 Mar 10:30`.
    pub fn say(&self, settings: &Settings, at: Instant) -> String {
        signs::moment(settings, at, &self.zone, self.clock)
    }

    /// The same; with the time on the clock of a timer's zone too, where that is another one.
    pub fn say_beside(&self, settings: &Settings, at: Instant, timer: &Zone) -> String {
        if timer.is_same(&self.zone) {
            return self.say(settings, at);
        }
        let (here, there) = (self.zone.wall_at(at), timer.wall_at(at));
        let there = match here.day() == there.day() {
            true => dates::clock(settings, there),
            false => signs::moment(settings, at, timer, self.clock),
        };
        format!("{} {} ({there} {})", self.say(settings, at), self.zone.place(), timer.place())
    }

    /// The same in both zones, with their names.
    pub fn both(&self, settings: &Settings, at: Instant) -> String {
        let in_zone = |zone: &Zone| format!("{} {}", signs::moment(settings, at, zone, self.clock), zone.place());
        let other = self.other.as_ref().map(|zone| format!("\n{}", in_zone(zone))).unwrap_or_default();
        in_zone(&self.zone) + &other
    }
}
