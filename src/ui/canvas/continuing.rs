//! The words for when waiting contacts continue.

use crate::calendar::Instant;
use crate::calendar::timer::ZoneChoice;
use crate::campaign::item::Item;
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
        None => later_than(panel, shown),
    }
}

/// The words for a wait that is longer than the rehearsal.
pub fn later_than(panel: &RehearsalView<'_>, shown: &FinishedRehearsal) -> String {
    // The end can be most of a year away, so the year is always there.
    format!("later than {}", zone(panel).date_time(panel.settings, shown.scene.until))
}

/// A date and time in the chosen zone, with its year if that isn't the clock's: `Fri 6 Mar 09:00`.
pub fn date_time(panel: &RehearsalView<'_>, at: Instant, clock: Instant) -> String {
    zone(panel).near(panel.settings, at, clock)
}

/// The chosen zone. The clock next to the canvas names it, so captions don't, unless a timer on the canvas goes by the
/// contact's time: next to its sentence, their times could be mistaken for that.
fn zone(panel: &RehearsalView<'_>) -> ShownZone {
    let zone = ShownZone::of(panel);
    let goes_by_contact = |item: &Item| item.kind.settings().timer_zone() == Some(ZoneChoice::Contact);
    match panel.sequence().items.iter().any(goes_by_contact) {
        true => zone,
        false => zone.unnamed(),
    }
}
