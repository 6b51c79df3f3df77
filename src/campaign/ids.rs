//! Names of sequences and of items, wherever more than one sequence can be meant.

use std::fmt;

/// Names a sequence of a campaign.
///
/// It is unique among the campaign's sequences and never changes, wherever the sequence moves in the list and whatever
/// it is called. An id is not given again as long as undo can bring its sequence back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SequenceId(u64);

/// Names an item of a campaign: its sequence, and its id within that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemRef {
    /// The id of the sequence that the item belongs to.
    pub sequence: SequenceId,
    /// The item's id, unique within its sequence.
    pub item: u64,
}

impl SequenceId {
    /// The id of this number, as files and exports write it.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The id that a file means where it leaves it out: the sequence's place, from 1. `index` counts from 0.
    pub const fn of_place(index: usize) -> Self {
        Self(index as u64 + 1)
    }

    /// Its number, as files and exports write it.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Names an item of this sequence.
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
