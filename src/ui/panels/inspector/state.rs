//! What the inspector keeps between frames.

use std::sync::Arc;

use crate::campaign::selection::Selection;

/// What the inspector keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct InspectorState {
    /// Whether the name of the shown item takes focus in the next frame.
    pub takes_keyboard: bool,
    /// The label of another control that takes it instead.
    pub enters: Option<&'static str>,
    /// The selection that was shown in the last frame.
    pub(super) shown: Option<Arc<Selection>>,
}
