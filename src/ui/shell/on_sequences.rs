//! Commands on the sequences of a campaign.

use super::app::App;
use crate::campaign::edit::{Edit, SequencesEdit};
use crate::campaign::history::Grouping;
use crate::campaign::selection::Selection;
use crate::campaign::text::numbered_name;

impl App {
    pub(super) fn sequences_edit(&mut self, edit: SequencesEdit) {
        self.edit(&Edit::Sequences(edit), Grouping::Alone);
    }

    pub(super) fn new_sequence(&mut self) {
        let campaign = self.editor.campaign();
        let is_taken = |name: &str| campaign.sequence_named(name).is_some();
        self.sequences_edit(SequencesEdit::Add(numbered_name("Sequence", is_taken)));
    }

    /// Opens the sequence `by` places to the right, wrapping around at the ends.
    pub(super) fn show_sequence(&mut self, by: isize) {
        let (campaign, open) = (self.editor.campaign(), self.view.selection.sequence);
        let (index, count) = (campaign.index_of(open).unwrap_or_default(), campaign.sequences.len());
        let to = campaign.sequences[(index + count).saturating_add_signed(by) % count].id;
        if to != open {
            self.view.selection = Selection::none(to);
        }
    }

    /// Moves the open sequence `by` places to the right, if possible.
    pub(super) fn move_sequence(&mut self, by: isize) {
        let (campaign, open) = (self.editor.campaign(), self.view.selection.sequence);
        let (index, count) = (campaign.index_of(open).unwrap_or_default(), campaign.sequences.len());
        if let Some(to) = index.checked_add_signed(by).filter(|to| *to < count) {
            self.sequences_edit(SequencesEdit::Move(open, to));
        }
    }
}
