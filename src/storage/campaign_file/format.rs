//! Which format of the campaign file is read, and which is written.

use crate::campaign::document::Campaign;
use crate::campaign::item::Item;

/// The newest format that this program reads.
pub const NEWEST: u64 = 2;

/// Fields of format 2 that this program can't read yet.
pub(super) const NOT_READ_YET: &[&str] = &["map", "expectations", "lesson"];

/// The format that a campaign is written in: the oldest that can represent all of it.
pub(super) fn needed_by(campaign: &Campaign) -> u64 {
    let items = campaign.sequences.iter().flat_map(|sequence| &sequence.items);
    items.map(needed_by_item).max().unwrap_or(1)
}

/// The oldest format that can represent an item.
pub(super) fn needed_by_item(item: &Item) -> u64 {
    item.kind.description().format
}
