//! What the list of saved runs keeps between frames.

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct RunsState {
    /// The name for the shown run, while it is typed.
    pub(super) name: Option<String>,
    /// The run that is being renamed, and the text of its field.
    pub(super) renaming: Option<(i64, String)>,
    /// The run to delete, once the user agrees.
    pub(super) deleting: Option<i64>,
}
