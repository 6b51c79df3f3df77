//! A camera together with the rectangle it fills: from the canvas to the screen and back.

use eframe::egui::{self, Pos2};

use crate::picture::geometry::{Point, Rect};
use crate::ui::context::camera::Camera;

/// Below this zoom items are dots: not read, pressed or named one by one.
const LEGIBLE: f32 = 0.35;

/// What is seen in one frame.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// The canvas's rectangle on the screen.
    pub rect: egui::Rect,
    /// Pan and zoom.
    pub camera: Camera,
}

impl Sight {
    /// Where a point of the canvas is on the screen.
    pub fn on_screen(&self, at: Point) -> Pos2 {
        self.camera.to_screen(self.rect, at)
    }

    /// Which point of the canvas is there on the screen.
    pub fn on_canvas(&self, at: Pos2) -> Point {
        self.camera.to_canvas(self.rect, at)
    }

    /// Where a rectangle of the canvas is on the screen.
    pub fn rect_on_screen(&self, rect: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.on_screen(rect.min), self.on_screen(rect.max))
    }

    /// The part of the canvas that is seen.
    pub fn seen(&self) -> Rect {
        self.camera.seen(self.rect)
    }

    /// How long something of a length on the screen is on the canvas.
    pub fn points(&self, on_screen: f32) -> f32 {
        on_screen / self.camera.zoom
    }

    /// Whether items are large enough to be read and named one by one.
    pub fn is_legible(&self) -> bool {
        self.camera.zoom >= LEGIBLE
    }
}
