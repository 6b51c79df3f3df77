//! A camera with its rectangle on the screen: converts between canvas and screen.

use eframe::egui::{self, Pos2};

use crate::picture::geometry::{Point, Rect};
use crate::ui::context::camera::Camera;

/// Below this zoom items are dots: they can't be read, pressed or named one by one.
const LEGIBLE: f32 = 0.35;

/// The view in one frame.
#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    /// The canvas's rectangle on the screen.
    pub rect: egui::Rect,
    /// The camera: pan and zoom.
    pub camera: Camera,
}

impl Viewport {
    /// The position on the screen of a point of the canvas.
    pub fn on_screen(&self, at: Point) -> Pos2 {
        self.camera.to_screen(self.rect, at)
    }

    /// The point of the canvas at a position on the screen.
    pub fn on_canvas(&self, at: Pos2) -> Point {
        self.camera.to_canvas(self.rect, at)
    }

    /// The rectangle on the screen of a rectangle of the canvas.
    pub fn rect_on_screen(&self, rect: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.on_screen(rect.min), self.on_screen(rect.max))
    }

    /// The visible part of the canvas.
    pub fn seen(&self) -> Rect {
        self.camera.seen(self.rect)
    }

    /// Converts a length on the screen to the canvas.
    pub fn points(&self, on_screen: f32) -> f32 {
        on_screen / self.camera.zoom
    }

    /// Whether items are large enough to be read and named one by one.
    pub fn is_legible(&self) -> bool {
        self.camera.zoom >= LEGIBLE
    }
}
