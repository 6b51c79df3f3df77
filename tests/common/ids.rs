//! Names in the campaigns of the tests.

use dripline::campaign::ids::{ItemRef, SequenceId};

/// The first sequence of a campaign whose file says nothing else.
pub const FIRST: SequenceId = SequenceId::new(1);

/// The second one.
pub const SECOND: SequenceId = SequenceId::new(2);

/// An item of the first sequence.
pub const fn item(id: u64) -> ItemRef {
    FIRST.item(id)
}
