//! Fixes of saved rehearsals.

use crate::calendar::DateTime;
use crate::campaign::document::Campaign;
use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::rehearsal::{People, Rehearsal, RehearsedScope};
use crate::findings::fix::GENERATED;

/// Lets a rehearsal be of the sequence with a name. Breakpoints at items that the sequence doesn't have are removed.
pub(super) fn rehearse_sequence(campaign: &Campaign, rehearsal: &str, known: &str) -> Option<Edit> {
    let found = campaign.sequence_named(known)?;
    changed(campaign, rehearsal, |it| {
        it.of = RehearsedScope::sequence(found.id);
        it.breakpoints.retain(|stop| stop.item().is_none_or(|id| found.item(id).is_some()));
    })
}

/// Removes a rehearsal's breakpoints at an item.
pub(super) fn remove_breakpoint(campaign: &Campaign, rehearsal: &str, item: u64) -> Option<Edit> {
    changed(campaign, rehearsal, |it| it.breakpoints.retain(|breakpoint| breakpoint.item() != Some(item)))
}

/// Lets a rehearsal end at a time.
pub(super) fn end(campaign: &Campaign, rehearsal: &str, until: DateTime) -> Option<Edit> {
    changed(campaign, rehearsal, |it| it.until = until)
}

/// Generates contacts for a rehearsal.
pub(super) fn generate_contacts(campaign: &Campaign, rehearsal: &str) -> Option<Edit> {
    changed(campaign, rehearsal, |it| it.people = People::Generated { count: GENERATED, seed: 1 })
}

/// The rehearsal with this name, changed; `None` if it doesn't exist or is like this already.
fn changed(campaign: &Campaign, name: &str, change: impl FnOnce(&mut Rehearsal)) -> Option<Edit> {
    let place = campaign.rehearsals.iter().position(|rehearsal| rehearsal.name == name)?;
    let mut rehearsal = campaign.rehearsals[place].clone();
    change(&mut rehearsal);
    let is_other = rehearsal != campaign.rehearsals[place];
    is_other.then_some(Edit::Rehearsals(RehearsalsEdit::Change(place, rehearsal)))
}
