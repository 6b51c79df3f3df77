//! The grid that positions snap to, the extent of an item, and the shape of the view.

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

/// The size of the view in which a tidied sequence is to be read, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Default for Page {
    /// The canvas of a window of usual size.
    fn default() -> Self {
        Self { width: 1_200.0, height: 700.0 }
    }
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
