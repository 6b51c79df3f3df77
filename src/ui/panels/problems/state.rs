//! What the list of problems keeps between frames.

use rustc_hash::FxHashMap;

use crate::campaign::ids::SequenceId;
use crate::ui::controls::walk::ListWalk;

use super::fix_edits::FixEdits;
use super::words::Distinction;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct ProblemsState {
    /// Whether only the findings of the open sequence are listed.
    pub(super) only_here: bool,
    /// The listed findings, by index.
    pub(super) listed: Vec<usize>,
    pub(super) of: Option<(u64, SequenceId, bool)>,
    /// The listed findings that would read the same as another one, and what tells each apart.
    pub(super) alike: FxHashMap<usize, Distinction>,
    /// The number of rows for which the list was unfolded. Its height doesn't follow their number.
    pub(super) rows: Option<usize>,
    /// The number of rows that are out of view below.
    pub(super) below: usize,
    /// The edits of the fixes, which are computed for the rows that have been visible.
    pub(super) fixes: FixEdits,
    /// The row that has focus, or had it last.
    pub(super) walk: ListWalk,
}
