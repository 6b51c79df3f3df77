//! What the population panel keeps between frames.

use std::sync::Arc;

use super::entered::Before;
use crate::campaign::rehearsal::People;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::controls::form::Form;
use crate::workbench::population::by_hand::Fault;
use crate::workbench::population::reading::{Reading, Seen};

/// What the panel keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The field for the file's path takes the keyboard in the next frame.
    pub type_path: bool,
    pub(super) reading: Option<Arc<Reading>>,
    /// The file shall be read again.
    pub(super) is_stale: bool,
    /// What was last seen of the same file and when it was let go, in seconds: shown for a moment while it is read again, so
    /// that nothing jumps.
    pub(super) earlier: Option<(Seen, f64)>,
    /// The mapping that the reading was to keep is kept.
    pub(super) is_noted: bool,
    /// Why the last change to a mapping was not kept.
    pub(super) refused: Option<String>,
    /// The people of each kind that the shown rehearsal had, to go back to: generated, a file, by hand.
    pub(super) before: (String, [Option<People>; 3]),
    /// How they entered, in the same way.
    pub(super) entered: Before,
    /// The people shall come from a file, and nobody said yet from which.
    pub(super) asks_file: bool,
    /// The fields of people by hand that are shown beside those that somebody has.
    pub(super) columns: Vec<String>,
    pub(super) hand: Known,
}

/// What is known of the people: worked out once for each state of the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) of: Option<(u64, String)>,
    pub(super) faults: Vec<Fault>,
    pub(super) used: Vec<String>,
    /// The cell that takes the keyboard in the next frame: the person's place and the field's key.
    pub(super) enter: Option<(usize, String)>,
}

impl State {
    /// The file is read again, here and for the rehearsal.
    pub(super) fn read_again(&mut self, form: &mut Form<'_>) {
        (self.is_stale, self.refused) = (true, None);
        form.actions.push(Action::Rehearse(Rehearse::Again));
    }
}
