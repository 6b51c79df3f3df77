//! The grid that everything stands on, and how far an item reaches on it.

/// How far an item reaches from its middle: its tile with its name, sentence and badges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// To the left.
    pub left: f64,
    /// To the right.
    pub right: f64,
    /// Up.
    pub up: f64,
    /// Down.
    pub down: f64,
}

/// Everything stands on a grid of this width, as things that are dragged do.
pub(in crate::campaign) const GRID: f64 = 20.0;

impl Extent {
    /// What is no length is none, and nothing reaches farther than a large label.
    pub(super) fn within_reason(self) -> Self {
        let fit = |length: f64| if length.is_finite() { length.clamp(0.0, 10_000.0) } else { 0.0 };
        Self { left: fit(self.left), right: fit(self.right), up: fit(self.up), down: fit(self.down) }
    }
}

/// The next line of the grid, or this one.
pub(super) fn up_to_grid(length: f64) -> f64 {
    (length / GRID).ceil() * GRID
}
