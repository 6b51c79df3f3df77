//! Undo and redo. Every edit is applied here and nowhere else.

use rustc_hash::FxHashSet;

use super::document::Campaign;
use super::edit::{Edit, Refused};
use super::ids::SequenceId;
use super::patch::Patch;
use super::patch::change::PatchDirection;
use super::selection::Selection;
use super::typed_names::TypedNames;

/// Which edits form one undo step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The edit is a separate step.
    Alone,
    /// The edit joins a step of earlier edits with the same mark, such as typing in one field.
    With(u64),
}

/// The steps that were done and undone, without a limit.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<EditStep>,
    undone: Vec<EditStep>,
    last_state: u64,
    typed_names: TypedNames,
}

#[derive(Clone, Debug)]
struct EditStep {
    label: String,
    patch: Patch,
    before: Selection,
    after: Selection,
    grouping: Grouping,
    /// The number of the state after the step. Numbers are never reused.
    state: u64,
}

impl History {
    /// Applies an edit, and returns the selection after it.
    ///
    /// # Errors
    /// If it can't be applied. The campaign is unchanged.
    pub fn apply(
        &mut self,
        campaign: &mut Campaign,
        edit: &Edit,
        selection: &Selection,
        grouping: Grouping,
    ) -> Result<Selection, Refused> {
        self.typed_names.keep_current(campaign);
        let label = edit.label(campaign);
        let given = if edit.adds_sequence() { self.given() } else { FxHashSet::default() };
        let typed = TypedNames::of(edit, campaign);
        let (patch, after) = Patch::of(&self.typed_names.keeping(edit, campaign), campaign, &given)?;
        let after = after.unwrap_or_else(|| selection.clone());
        if patch.is_empty() {
            return Ok(after);
        }
        let mut step = EditStep { label, patch, before: selection.clone(), after: after.clone(), grouping, state: 0 };
        let joins = matches!(grouping, Grouping::With(_)) && self.undone.is_empty();
        if let Some(last) = self.done.pop_if(|last| joins && last.grouping == grouping) {
            step.patch = last.patch.then(&step.patch, campaign);
            (step.before, step.label) = (last.before, last.label);
        }
        self.undone.clear();
        if step.patch.is_empty() {
            self.typed_names.forget(&typed);
        } else {
            self.typed_names.note(typed);
            self.last_state += 1;
            step.state = self.last_state;
            self.done.push(step);
        }
        Ok(after)
    }

    /// Undoes the last step, and returns the selection before it; `None` if there is no step.
    pub fn undo(&mut self, campaign: &mut Campaign) -> Option<Selection> {
        let step = self.done.pop()?;
        step.patch.apply(campaign, PatchDirection::Backward);
        let selection = step.before.clone();
        self.undone.push(step);
        Some(selection)
    }

    /// Redoes the last undone step, and returns the selection after it; `None` if there is no step.
    pub fn redo(&mut self, campaign: &mut Campaign) -> Option<Selection> {
        let step = self.undone.pop()?;
        step.patch.apply(campaign, PatchDirection::Forward);
        let selection = step.after.clone();
        self.done.push(step);
        Some(selection)
    }

    /// The ids of sequences that undo can bring back.
    fn given(&self) -> FxHashSet<SequenceId> {
        self.done.iter().flat_map(|step| step.patch.listed()).collect()
    }

    /// The label of the step to undo: “Move 3 items”.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    /// The label of the step to redo.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// Whether undo changes a sequence, so that what was selected there is selected again.
    pub fn undo_changes_canvas(&self) -> bool {
        self.done.last().is_some_and(|step| step.patch.changes_sequences())
    }

    /// As [`History::undo_changes_canvas`], for redo.
    pub fn redo_changes_canvas(&self) -> bool {
        self.undone.last().is_some_and(|step| step.patch.changes_sequences())
    }

    /// The number of the current state. Undo and redo lead back to the same numbers.
    pub fn state(&self) -> u64 {
        self.done.last().map_or(0, |step| step.state)
    }

    /// Ends a group: the next edit is a separate step, even with the same mark.
    pub fn end_group(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.grouping = Grouping::Alone;
        }
    }
}
