//! A saved run while it is shown.

use std::sync::Arc;

use super::finished::FinishedRehearsal;

/// A saved run, and what is needed while it is shown.
pub(super) struct ShownSavedRun {
    pub(super) run: Arc<FinishedRehearsal>,
    /// The revision of the campaign when it was first shown. After a later edit, the campaign is rehearsed again.
    pub(super) revision: Option<u64>,
    /// Whether the sequence that is drawn is the one of the run.
    pub(super) is_drawn: bool,
}
