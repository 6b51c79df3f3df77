//! Ids of sequences, and references to items of any sequence.

use std::fmt;

/// The id of a sequence, unique in its campaign.
///
/// It never changes, even if the sequence is moved or renamed. An id isn't used again while undo can bring its sequence
/// back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SequenceId(u64);

/// A reference to an item of a campaign: the id of its sequence, and its own id in that sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemRef {
    /// The id of the sequence that the item belongs to.
    pub sequence: SequenceId,
    /// The item's id, unique within its sequence.
    pub item: u64,
}

impl SequenceId {
    /// The id with this number, as in files and exports.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The id of a sequence if a file leaves the id out: its position in the list, from 1. `index` counts from 0.
    pub const fn of_place(index: usize) -> Self {
        Self(index as u64 + 1)
    }

    /// The number of the id, as in files and exports.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// A reference to an item of this sequence.
    pub const fn item(self, item: u64) -> ItemRef {
        ItemRef { sequence: self, item }
    }
}

impl Default for SequenceId {
    /// The id of the first sequence of most campaigns.
    fn default() -> Self {
        Self::of_place(0)
    }
}

impl fmt::Display for SequenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
