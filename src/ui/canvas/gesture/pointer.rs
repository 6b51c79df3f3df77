//! The pointer's input to a drag.

use eframe::egui::{self, Pos2};

use crate::picture::geometry::{Point, Rect};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::context::settings::Settings;

/// The pointer state in one frame of a drag.
#[derive(Clone, Copy)]
pub struct Pointer {
    /// The pointer's position on the canvas.
    pub at: Point,
    /// Whether to snap to the grid: it is on, and Alt is not pressed.
    pub grid: bool,
    /// Whether to snap to neighbours: Alt is not pressed.
    pub pulls: bool,
    /// The length on the canvas of one point on the screen.
    pub pixel: f32,
    /// The visible part of the canvas.
    pub seen: Rect,
}

impl Pointer {
    /// The pointer state in this frame, for a drag on the canvas or from the palette.
    pub fn now(ui: &egui::Ui, settings: &Settings, viewport: &Viewport, now: Pos2) -> Self {
        let alt = ui.input(|input| input.modifiers.alt);
        Self {
            at: viewport.on_canvas(now),
            grid: settings.snap && !alt,
            pulls: !alt,
            pixel: viewport.points(1.0),
            seen: viewport.seen(),
        }
    }
}
