//! The grid that positions snap to, and the extent of an item.

/// How far an item extends from its centre: its tile with its name, sentence and badges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// To the left of the centre, in points.
    pub left: f64,
    /// To the right of the centre, in points.
    pub right: f64,
    /// Above the centre, in points.
    pub up: f64,
    /// Below the centre, in points.
    pub down: f64,
}

/// The width of the grid that positions snap to, in points.
pub(in crate::campaign) const GRID: f64 = 20.0;

impl Extent {
    /// Non-finite lengths become 0; others are capped.
    pub(super) fn within_reason(self) -> Self {
        let fit = |length: f64| if length.is_finite() { length.clamp(0.0, 10_000.0) } else { 0.0 };
        Self { left: fit(self.left), right: fit(self.right), up: fit(self.up), down: fit(self.down) }
    }
}

/// Rounds a length up to the grid.
pub(super) fn up_to_grid(length: f64) -> f64 {
    (length / GRID).ceil() * GRID
}
