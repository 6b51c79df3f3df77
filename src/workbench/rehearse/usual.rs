//! The rehearsal of a sequence that has none.

use crate::calendar::Date;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{Enter, People, Rehearsal, RehearsedScope};
use crate::campaign::text;

/// Contacts of the default rehearsal.
const USUAL_COUNT: u64 = 1_000;
/// Most visits of the default rehearsal: large sequences get fewer contacts.
const USUAL_VISITS: u64 = 300_000;

/// The default rehearsal of a sequence: generated contacts who all enter next Monday morning.
pub fn usual(campaign: &Campaign, sequence: SequenceId, today: Date) -> Rehearsal {
    let monday = today.plus_days(7 - i64::from(today.weekday() as u8));
    let items = campaign.sequence(sequence).map_or(0, |sequence| sequence.items.len() as u64);
    let count = (USUAL_VISITS / items.max(1)).clamp(10, USUAL_COUNT);
    Rehearsal {
        name: usual_name(campaign),
        of: RehearsedScope::sequence(sequence),
        people: People::Generated { count, seed: 1 },
        enter: Enter::At(monday.at_second(9 * 3_600)),
        until: monday.plus_months(12).at_second(9 * 3_600),
        breakpoints: Vec::new(),
    }
}

/// The name of the default rehearsal, which no other rehearsal of the campaign has.
pub fn usual_name(campaign: &Campaign) -> String {
    text::free_name("Rehearsal", " ", |name| campaign.rehearsal(name).is_some())
}
