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
        name: free_name(campaign, "Rehearsal"),
        of: RehearsedScope::sequence(sequence),
        people: People::Generated { count, seed: 1 },
        enter: Enter::At(monday.at_second(9 * 3_600)),
        until: monday.plus_months(12).at_second(9 * 3_600),
        breakpoints: Vec::new(),
    }
}

/// A name like `wanted` that no rehearsal of the campaign has.
fn free_name(campaign: &Campaign, wanted: &str) -> String {
    text::free_name(wanted, " ", |name| campaign.rehearsal(name).is_some())
}
