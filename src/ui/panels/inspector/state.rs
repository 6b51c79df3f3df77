//! What the inspector keeps between frames.

use std::sync::Arc;

use crate::campaign::selection::Selection;

/// What the inspector keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The name of the item that is shown takes the keyboard in the next frame: settings are to be edited.
    pub takes_keyboard: bool,
    /// What was shown in the last frame.
    pub(super) shown: Option<Arc<Selection>>,
}
