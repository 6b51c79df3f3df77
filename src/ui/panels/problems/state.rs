//! What the list of problems keeps between frames.

use crate::campaign::ids::SequenceId;
use crate::ui::controls::walk::ListWalk;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct ProblemsState {
    /// Whether only the findings of the open sequence are listed.
    pub(super) only_here: bool,
    /// The listed findings, by index.
    pub(super) listed: Vec<usize>,
    pub(super) of: Option<(u64, SequenceId, bool)>,
    /// The row that has focus, or had it last.
    pub(super) walk: ListWalk,
}
