//! Undo and redo: every edit is applied here, and nowhere else.

use rustc_hash::FxHashSet;

use super::document::Campaign;
use super::edit::{Edit, Refused};
use super::ids::SequenceId;
use super::patch::{Patch, Way};
use super::selection::Selection;

/// Which edits are one step for undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// A step of its own.
    Alone,
    /// One step with the edits before it of the same mark: typing in one field.
    With(u64),
}

/// What was done, and what was undone. Unlimited but for memory.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    last_state: u64,
}

#[derive(Clone, Debug)]
struct Step {
    label: String,
    patch: Patch,
    before: Selection,
    after: Selection,
    grouping: Grouping,
    /// The name of the state it leads to, never used again.
    state: u64,
}

impl History {
    /// Applies an edit. Returns what is selected afterwards.
    ///
    /// # Errors
    /// If it can't be done; the campaign is as it was.
    pub fn apply(
        &mut self,
        campaign: &mut Campaign,
        edit: &Edit,
        selection: &Selection,
        grouping: Grouping,
    ) -> Result<Selection, Refused> {
        let label = edit.label(campaign);
        let given = if edit.adds_sequence() { self.given() } else { FxHashSet::default() };
        let (patch, after) = Patch::of(edit, campaign, &given)?;
        let after = after.unwrap_or_else(|| selection.clone());
        if patch.is_empty() {
            return Ok(after);
        }
        let mut step = Step { label, patch, before: selection.clone(), after: after.clone(), grouping, state: 0 };
        let joins = matches!(grouping, Grouping::With(_)) && self.undone.is_empty();
        if let Some(last) = self.done.pop_if(|last| joins && last.grouping == grouping) {
            step.patch = last.patch.then(&step.patch, campaign);
            (step.before, step.label) = (last.before, last.label);
        }
        self.undone.clear();
        if !step.patch.is_empty() {
            self.last_state += 1;
            step.state = self.last_state;
            self.done.push(step);
        }
        Ok(after)
    }

    /// Takes the last step back. Returns what was selected before it; `None` if there is none.
    pub fn undo(&mut self, campaign: &mut Campaign) -> Option<Selection> {
        let step = self.done.pop()?;
        step.patch.apply(campaign, Way::Back);
        let selection = step.before.clone();
        self.undone.push(step);
        Some(selection)
    }

    /// Does the last undone step again. Returns what was selected after it; `None` if there is none.
    pub fn redo(&mut self, campaign: &mut Campaign) -> Option<Selection> {
        let step = self.undone.pop()?;
        step.patch.apply(campaign, Way::Forth);
        let selection = step.after.clone();
        self.done.push(step);
        Some(selection)
    }

    /// The ids of sequences that undo can bring back.
    fn given(&self) -> FxHashSet<SequenceId> {
        self.done.iter().flat_map(|step| step.patch.listed()).collect()
    }

    /// What undo would take back: “Move 3 items”.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// The name of the present state: the same one again exactly after undo and redo.
    pub fn state(&self) -> u64 {
        self.done.last().map_or(0, |step| step.state)
    }

    /// Ends a group: the next edit is a step of its own whatever its mark.
    pub fn end_group(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.grouping = Grouping::Alone;
        }
    }
}
