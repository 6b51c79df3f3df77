//! A saved run that is shown instead of the campaign's own: only on its own sequence, and until an edit.

use std::sync::Arc;

use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::sequence::Sequence;

use super::Rehearsing;
use super::finished::FinishedRehearsal;
use super::from_store::ShownSavedRun;

impl Rehearsing {
    /// Shows a saved run instead of the campaign's own. Its indexes must be built already.
    pub fn reopen(&mut self, finished: Arc<FinishedRehearsal>) {
        (self.begins, self.follows, self.stopped) = (true, None, None);
        self.reopened = Some(ShownSavedRun { run: Arc::clone(&finished), revision: None, is_drawn: false });
        self.show(finished);
    }

    /// The saved run that is shown, if one is.
    pub fn reopened(&self) -> Option<&Arc<FinishedRehearsal>> {
        self.reopened.as_ref().map(|reopened| &reopened.run)
    }

    /// Whether the run that is shown belongs to the sequence that is drawn, so that its numbers are on the right
    /// items.
    pub fn is_drawn(&self) -> bool {
        self.reopened.as_ref().is_none_or(|reopened| reopened.is_drawn)
    }

    /// Shows the campaign's own run again.
    pub fn close_reopened(&mut self) {
        if self.reopened.take().is_some() {
            (self.asked, self.shown, self.begins) = (None, None, true);
            self.number += 1;
        }
    }

    /// Shows the campaign's own run again after an edit, so that its effect is visible.
    pub(super) fn leave_reopened(&mut self, (campaign, revision): (&Campaign, u64), sequence: SequenceId) {
        let Some(reopened) = &mut self.reopened else { return };
        if *reopened.revision.get_or_insert(revision) != revision {
            return self.close_reopened();
        }
        let scene = &reopened.run.scene;
        // The run may be of another file, or of an earlier state of this one. So the names must match, not only the
        // ids.
        let is_same = |drawn: &Sequence| (drawn.id, &drawn.name) == (scene.sequence().id, &scene.sequence().name);
        reopened.is_drawn = campaign.name == scene.campaign.name && campaign.sequence(sequence).is_some_and(is_same);
    }
}
