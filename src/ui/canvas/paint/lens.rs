//! What all painting of a frame goes by: where the canvas is seen, what is moved, what is lit.

use eframe::egui::{self, Pos2};

use super::look::Look;
use crate::picture::geometry::{self, Point};
use crate::ui::context::camera::Camera;

/// Where the canvas is seen, and what of it.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The canvas's rectangle on the screen.
    pub view: egui::Rect,
    /// Pan and zoom.
    pub camera: &'a Camera,
    /// The part of the canvas that is seen, with what reaches into it.
    pub seen: geometry::Rect,
}

impl Lens<'_> {
    /// Where a point of the canvas is on the screen.
    pub fn on_screen(&self, at: Point) -> Pos2 {
        self.camera.to_screen(self.view, at)
    }

    /// The same as plain data.
    pub fn pixel(&self, at: Point) -> Point {
        let at = self.on_screen(at);
        geometry::point(at.x, at.y)
    }

    /// Where a rectangle of the canvas is on the screen.
    pub fn area(&self, area: geometry::Rect) -> geometry::Rect {
        geometry::Rect { min: self.pixel(area.min), max: self.pixel(area.max) }
    }

    /// The zoom.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom
    }
}

/// How far a thing is from where the scene has it, in points of the canvas.
pub fn shift(look: &Look<'_>, id: u64) -> (f32, f32) {
    match look.moved {
        Some(moved) if moved.ids.contains(&id) => (moved.dx, moved.dy),
        _ => (0.0, 0.0),
    }
}

/// A point so far from where it is.
pub fn shifted(at: Point, (dx, dy): (f32, f32)) -> Point {
    geometry::point(at.x + dx, at.y + dy)
}

/// How strong a thing's colours are: what is out of the light is faded.
pub fn strength(look: &Look<'_>, id: u64) -> f32 {
    match look.lit {
        Some(lit) if !lit.contains(&id) => 0.25,
        _ => 1.0,
    }
}
