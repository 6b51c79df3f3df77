//! What the dialog of a test keeps between frames.

/// What the dialog keeps between frames; every test begins with a new one.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// This one request may go to an address that is not one of the open internet.
    pub(super) may_be_special: bool,
    /// What was drawn in the last frame: the keyboard goes to the harmless button of each new part.
    pub(super) drawn: Option<Part>,
    /// Since when it is waited for an answer, in egui's seconds.
    pub(super) since: f64,
}

/// The parts of a test, as they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    LookingUp,
    Asks,
    Sending,
    Over,
}
