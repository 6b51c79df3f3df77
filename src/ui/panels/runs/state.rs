//! What the list of kept runs keeps between frames.

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The name for the run that is shown, while it is typed.
    pub(super) name: Option<String>,
    /// The run whose name is being changed, and what stands in its field.
    pub(super) renaming: Option<(i64, String)>,
    /// The run that is to be deleted, once that is agreed to.
    pub(super) deleting: Option<i64>,
}
