//! A run from the store, while it is shown.

use std::sync::Arc;

use super::finished::FinishedRehearsal;

/// The saved run, and what is drawn while it is shown.
pub(super) struct ShownSavedRun {
    pub(super) run: Arc<FinishedRehearsal>,
    /// The revision of the campaign when it was first shown. After a later edit, the campaign is rehearsed again.
    pub(super) revision: Option<u64>,
    /// Whether the sequence that is drawn is that of the run.
    pub(super) is_drawn: bool,
}
