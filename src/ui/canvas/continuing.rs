//! The words for when waiting contacts continue.

use crate::calendar::Instant;
use crate::campaign::text::thousands;
use crate::simulate::plan::Rank;
use crate::ui::context::panel::RehearsalView;
use crate::ui::controls::shown_zone::ShownZone;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// How many of the contacts that wait at a timer continue next, and when: `257 continue Fri 6 Mar 09:00`.
pub fn continuing(
    panel: &RehearsalView<'_>,
    shown: &FinishedRehearsal,
    rank: Rank,
    waiting: u64,
    clock: Instant,
) -> String {
    let next = shown.index().and_then(|index| index.timeline.runs(rank, clock, shown.scene.until).next());
    match next.map(|(at, many)| (date_time(panel, at, clock), u64::from(many))) {
        Some((at, 1)) if waiting == 1 => format!("continues {at}"),
        Some((at, many)) if many >= waiting => format!("all {} continue {at}", thousands(waiting)),
        Some((at, 1)) => format!("1 continues {at}"),
        Some((at, many)) => format!("{} continue {at}", thousands(many)),
        None => later_than(panel, shown, clock),
    }
}

/// The words for a wait that is longer than the rehearsal.
pub fn later_than(panel: &RehearsalView<'_>, shown: &FinishedRehearsal, clock: Instant) -> String {
    format!("later than {}", date_time(panel, shown.scene.until, clock))
}

/// A date and time in the chosen zone, with its year if that isn't the clock's: `Fri 6 Mar 09:00`. The clock next to the
/// canvas names the zone.
pub fn date_time(panel: &RehearsalView<'_>, at: Instant, clock: Instant) -> String {
    ShownZone::of(panel).unnamed().near(panel.settings, at, clock)
}
