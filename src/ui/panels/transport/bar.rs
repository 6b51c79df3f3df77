//! The time bar while it is drawn: converts between instants and positions.

use eframe::egui::Rect;

use crate::calendar::Instant;
use crate::workbench::rehearse::axis::TimeBarAxis;

/// The time bar while it is drawn.
pub struct TimeBar<'a> {
    /// The rectangle on the screen.
    pub rect: Rect,
    /// The visible part, as fractions of the whole.
    pub seen: (f64, f64),
    /// The axis of the whole bar.
    pub axis: &'a TimeBarAxis,
}

impl TimeBar<'_> {
    /// The x position of an instant, in UTC seconds.
    pub fn x(&self, at: f64) -> f32 {
        let share = (self.axis.place(at) - self.seen.0) / (self.seen.1 - self.seen.0);
        self.rect.left() + share as f32 * self.rect.width()
    }

    /// The position on the whole bar, from 0 to 1, at an x position.
    pub fn place(&self, x: f32) -> f64 {
        let share = f64::from((x - self.rect.left()) / self.rect.width().max(1.0));
        self.seen.0 + share * (self.seen.1 - self.seen.0)
    }

    /// The instant at an x position.
    pub fn instant(&self, x: f32) -> Instant {
        self.axis.instant(self.place(x).clamp(0.0, 1.0))
    }

    /// Whether an x position is on the visible part.
    pub fn shows(&self, x: f32) -> bool {
        (self.rect.left() - 0.5..=self.rect.right() + 0.5).contains(&x)
    }
}
