//! The bar over time while it is drawn: where an instant is on it, and which instant is where.

use eframe::egui::Rect;

use crate::calendar::Instant;
use crate::workbench::rehearse::axis::Axis;

/// The bar while it is drawn.
pub struct Bar<'a> {
    /// Where it is drawn.
    pub rect: Rect,
    /// What of the whole is seen, as parts of it.
    pub seen: (f64, f64),
    /// The whole.
    pub axis: &'a Axis,
}

impl Bar<'_> {
    /// Where an instant is, in UTC seconds.
    pub fn x(&self, at: f64) -> f32 {
        let share = (self.axis.place(at) - self.seen.0) / (self.seen.1 - self.seen.0);
        self.rect.left() + share as f32 * self.rect.width()
    }

    /// Which part of the whole is drawn there.
    pub fn place(&self, x: f32) -> f64 {
        let share = f64::from((x - self.rect.left()) / self.rect.width().max(1.0));
        self.seen.0 + share * (self.seen.1 - self.seen.0)
    }

    /// The instant that is drawn there.
    pub fn instant(&self, x: f32) -> Instant {
        self.axis.instant(self.place(x).clamp(0.0, 1.0))
    }

    /// Whether that is within what is seen.
    pub fn shows(&self, x: f32) -> bool {
        (self.rect.left() - 0.5..=self.rect.right() + 0.5).contains(&x)
    }
}
