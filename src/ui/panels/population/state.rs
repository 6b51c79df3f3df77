//! What the contacts panel keeps between frames.

use std::sync::Arc;

use super::column_field::ColumnField;
use super::entered::Before;
use crate::campaign::rehearsal::People;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::controls::form::Form;
use crate::workbench::population::by_hand::CellFault;
use crate::workbench::population::reading::{PartialPreview, PendingPreview};

/// What the panel keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct PopulationState {
    pub(super) reading: Option<Arc<PendingPreview>>,
    /// Whether the file must be read again.
    pub(super) is_stale: bool,
    /// The last preview of the same file, and when it was replaced, in egui's seconds. It is shown for a short time
    /// while the file is read again, so that nothing jumps.
    pub(super) earlier: Option<(PartialPreview, f64)>,
    /// Whether the mapping has been saved.
    pub(super) is_noted: bool,
    /// The custom field that is created once the user has said how its column's dates are written.
    pub(super) new_field: Option<ColumnField>,
    /// Why the last change of a mapping was not saved.
    pub(super) refused: Option<String>,
    /// The last contacts of each source, to go back to: generated, file, by hand.
    pub(super) before: (String, [Option<People>; 3]),
    /// The last entry settings, to go back to.
    pub(super) entered: Before,
    /// Whether a file was chosen as the source, but no path yet.
    pub(super) asks_file: bool,
    /// Extra columns that are shown in the table of typed contacts.
    pub(super) columns: Vec<String>,
    pub(super) hand: ContactFacts,
}

/// Facts about the contacts, computed once for each state of the document.
#[derive(Clone, Debug, Default)]
pub(super) struct ContactFacts {
    pub(super) of: Option<(u64, String)>,
    pub(super) faults: Vec<CellFault>,
    pub(super) used: Vec<String>,
    /// The cell that takes focus in the next frame: the contact's index and the field's key.
    pub(super) enter: Option<(usize, String)>,
}

impl PopulationState {
    /// Reads the file again: the user has imported it once more.
    pub fn file_may_have_changed(&mut self) {
        (self.is_stale, self.refused) = (true, None);
    }

    /// Reads the file again, here and for the rehearsal.
    pub(super) fn read_again(&mut self, form: &mut Form<'_>) {
        (self.is_stale, self.refused) = (true, None);
        form.actions.push(Action::Rehearse(Rehearse::Again));
    }
}
