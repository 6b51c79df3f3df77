//! What the dialog of a test keeps between frames.

/// What the dialog keeps between frames; every test starts with a new one.
#[derive(Clone, Debug, Default)]
pub struct PostTestState {
    /// Whether this request may go to an address that is not on the open internet.
    pub(super) may_be_special: bool,
    /// The part drawn in the last frame: each new part focuses its harmless button.
    pub(super) drawn: Option<TestDialogPart>,
    /// Since when the response is awaited, in egui's seconds.
    pub(super) since: f64,
}

/// The parts of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TestDialogPart {
    LookingUp,
    Asks,
    Sending,
    Over,
}
