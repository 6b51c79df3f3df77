//! Ids in the campaigns of the tests.

use dripline::campaign::ids::{ItemRef, SequenceId};

/// The id of the first sequence, if the campaign's file gives no ids.
pub const FIRST: SequenceId = SequenceId::new(1);

/// The id of the second sequence.
pub const SECOND: SequenceId = SequenceId::new(2);

/// An item of the first sequence.
pub const fn item(id: u64) -> ItemRef {
    FIRST.item(id)
}
