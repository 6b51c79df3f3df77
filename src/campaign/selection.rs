//! What is selected on a canvas: kept beside the document, and brought back by undo.

use std::collections::BTreeSet;

/// Things selected in one sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The place of the sequence.
    pub sequence: usize,
    /// Ids of items, notes and frames, which differ within a sequence.
    pub ids: BTreeSet<u64>,
    /// The place of a link among the sequence's links; then no ids are.
    pub link: Option<usize>,
}

impl Selection {
    /// Nothing, in the sequence at this place.
    pub fn none(sequence: usize) -> Self {
        Self { sequence, ..Self::default() }
    }

    /// These, in the sequence at this place.
    pub fn of(sequence: usize, ids: impl IntoIterator<Item = u64>) -> Self {
        Self { sequence, ids: ids.into_iter().collect(), link: None }
    }

    /// A link.
    pub fn of_link(sequence: usize, link: usize) -> Self {
        Self { sequence, ids: BTreeSet::new(), link: Some(link) }
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.link.is_none()
    }

    /// The only one, if exactly one is selected.
    pub fn single(&self) -> Option<u64> {
        if self.ids.len() == 1 { self.ids.first().copied() } else { None }
    }
}
