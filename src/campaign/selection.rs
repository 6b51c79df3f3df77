//! The selection on a canvas: not part of the document, but restored by undo.

use std::collections::BTreeSet;

use super::ids::{ItemRef, SequenceId};

/// The things selected in one sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The id of the sequence that the selected things are in.
    pub sequence: SequenceId,
    /// The ids of the selected items, notes and frames.
    pub ids: BTreeSet<u64>,
    /// The index of a selected link; then no ids are selected.
    pub link: Option<usize>,
}

impl Selection {
    /// An empty selection in this sequence.
    pub fn none(sequence: SequenceId) -> Self {
        Self { sequence, ..Self::default() }
    }

    /// A selection of these ids in this sequence.
    pub fn of(sequence: SequenceId, ids: impl IntoIterator<Item = u64>) -> Self {
        Self { sequence, ids: ids.into_iter().collect(), link: None }
    }

    /// A selection of one link.
    pub fn of_link(sequence: SequenceId, link: usize) -> Self {
        Self { sequence, ids: BTreeSet::new(), link: Some(link) }
    }

    /// Whether this item is selected.
    pub fn has(&self, item: ItemRef) -> bool {
        self.sequence == item.sequence && self.ids.contains(&item.item)
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.link.is_none()
    }

    /// The selected id, if exactly one is selected.
    pub fn single(&self) -> Option<u64> {
        if self.ids.len() == 1 { self.ids.first().copied() } else { None }
    }
}
