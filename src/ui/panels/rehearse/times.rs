//! The time zone in which instants are shown.

use super::signs;
use crate::calendar::{Instant, Zone};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;

/// The time zone in which instants are shown, and the clock's time.
pub struct Times {
    /// The zone that is shown.
    pub zone: Zone,
    /// The zone that isn't shown, of the contact's and the campaign's; `None` if they are the same.
    pub other: Option<Zone>,
    /// The time of the rehearsal's clock.
    pub clock: Instant,
}

impl Times {
    /// `Tue 17 Mar 10:30`.
    pub fn say(&self, settings: &Settings, at: Instant) -> String {
        signs::date_time(settings, at, &self.zone, self.clock)
    }

    /// As `say`, with the time in a timer's zone too, if that zone differs.
    pub fn say_beside(&self, settings: &Settings, at: Instant, timer: &Zone) -> String {
        if timer.is_same(&self.zone) {
            return self.say(settings, at);
        }
        let (here, there) = (self.zone.local_at(at), timer.local_at(at));
        let there = match here.date() == there.date() {
            true => dates::clock(settings, there),
            false => signs::date_time(settings, at, timer, self.clock),
        };
        format!("{} {} ({there} {})", self.say(settings, at), self.zone.place(), timer.place())
    }

    /// The instant in both zones, with their names.
    pub fn both(&self, settings: &Settings, at: Instant) -> String {
        let in_zone = |zone: &Zone| format!("{} {}", signs::date_time(settings, at, zone, self.clock), zone.place());
        let other = self.other.as_ref().map(|zone| format!("\n{}", in_zone(zone))).unwrap_or_default();
        in_zone(&self.zone) + &other
    }
}
