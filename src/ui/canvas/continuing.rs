//! The words for when waiting contacts continue.

use crate::calendar::Instant;
use crate::campaign::text::thousands;
use crate::simulate::plan::Rank;
use crate::ui::context::panel::RehearsalView;
use crate::ui::controls::dates;
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
    match next.map(|(at, many)| (date_time(panel, shown, at), u64::from(many))) {
        Some((at, 1)) if waiting == 1 => format!("continues {at}"),
        Some((at, many)) if many >= waiting => format!("all {} continue {at}", thousands(waiting)),
        Some((at, 1)) => format!("1 continues {at}"),
        Some((at, many)) => format!("{} continue {at}", thousands(many)),
        None => later_than(panel, shown),
    }
}

/// The words for a wait that is longer than the rehearsal.
pub fn later_than(panel: &RehearsalView<'_>, shown: &FinishedRehearsal) -> String {
    format!("later than {}", date_time(panel, shown, shown.scene.until))
}

/// A date and time in the campaign's zone: `Fri 6 Mar 09:00`.
pub fn date_time(panel: &RehearsalView<'_>, shown: &FinishedRehearsal, at: Instant) -> String {
    let local = shown.scene.plan.zone().local_at(at);
    format!("{} {}", dates::near(panel.settings, local.date()), dates::clock(panel.settings, local))
}
