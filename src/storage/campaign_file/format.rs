//! Which format of the campaign file is read, and which is written.

use crate::campaign::document::Campaign;

/// The newest format that this program reads.
pub const NEWEST: u64 = 1;

/// The format that a campaign is written in: the oldest that can hold all of it.
pub(super) fn needed_by(_: &Campaign) -> u64 {
    1
}
