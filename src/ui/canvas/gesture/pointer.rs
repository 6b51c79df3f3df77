//! What the pointer says to a drag.

use eframe::egui::{self, Pos2};

use crate::picture::geometry::{Point, Rect};
use crate::ui::canvas::sight::Sight;
use crate::ui::context::settings::Settings;

/// The pointer in one frame of a drag.
#[derive(Clone, Copy)]
pub struct Pointer {
    /// Where it is on the canvas.
    pub at: Point,
    /// Whether the grid holds: it is on, and Alt is not down.
    pub grid: bool,
    /// Whether neighbours pull: Alt is not down.
    pub pulls: bool,
    /// How long a point on the screen is on the canvas.
    pub pixel: f32,
    /// The part of the canvas that is seen.
    pub seen: Rect,
}

impl Pointer {
    /// What it says in this frame to a drag, or to something on its way from the palette.
    pub fn now(ui: &egui::Ui, settings: &Settings, sight: &Sight, now: Pos2) -> Self {
        let alt = ui.input(|input| input.modifiers.alt);
        Self {
            at: sight.on_canvas(now),
            grid: settings.snap && !alt,
            pulls: !alt,
            pixel: sight.points(1.0),
            seen: sight.seen(),
        }
    }
}
