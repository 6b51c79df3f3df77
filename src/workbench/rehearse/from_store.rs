//! A run from the store, while it is shown.

use std::sync::Arc;

use super::finished::Finished;

/// The run, and what is drawn while it is shown.
pub(super) struct Reopened {
    pub(super) run: Arc<Finished>,
    /// The state of the campaign when it was first shown; an edit after that is rehearsed again.
    pub(super) revision: Option<u64>,
    /// Whether the sequence that is drawn is the one it is a run of.
    pub(super) is_drawn: bool,
}
