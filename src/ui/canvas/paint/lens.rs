//! What all painting of a frame depends on: the view of the canvas, and each thing's offset and opacity.

use eframe::egui::{self, Pos2};

use super::look::CanvasLook;
use crate::picture::geometry::{self, Point};
use crate::ui::context::camera::Camera;

/// The view of the canvas: its rectangle, camera and visible part.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The canvas's rectangle on the screen.
    pub view: egui::Rect,
    /// The camera: pan and zoom.
    pub camera: &'a Camera,
    /// The visible part of the canvas, with a margin for what reaches into it.
    pub seen: geometry::Rect,
}

impl Lens<'_> {
    /// The position on the screen of a point of the canvas.
    pub fn on_screen(&self, at: Point) -> Pos2 {
        self.camera.to_screen(self.view, at)
    }

    /// The position on the screen, as plain data.
    pub fn pixel(&self, at: Point) -> Point {
        let at = self.on_screen(at);
        geometry::point(at.x, at.y)
    }

    /// The rectangle on the screen of a rectangle of the canvas.
    pub fn area(&self, area: geometry::Rect) -> geometry::Rect {
        geometry::Rect { min: self.pixel(area.min), max: self.pixel(area.max) }
    }

    /// The zoom of the camera.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom
    }
}

/// The offset of a thing while it is dragged, in points of the canvas.
pub fn shift(look: &CanvasLook<'_>, id: u64) -> (f32, f32) {
    match look.moved {
        Some(moved) if moved.ids.contains(&id) => (moved.dx, moved.dy),
        _ => (0.0, 0.0),
    }
}

/// The point, moved by an offset.
pub fn shifted(at: Point, (dx, dy): (f32, f32)) -> Point {
    geometry::point(at.x + dx, at.y + dy)
}

/// The opacity of a thing: what isn't highlighted is faded.
pub fn strength(look: &CanvasLook<'_>, id: u64) -> f32 {
    match look.lit {
        Some(lit) if !lit.contains(&id) => 0.25,
        _ => 1.0,
    }
}
