//! Pan and zoom: where a point of the canvas is on the screen.

use eframe::egui::{Pos2, Rect, Vec2, pos2};

use crate::picture::geometry::{self, Point, point};

/// The smallest zoom.
pub const SMALLEST: f32 = 0.1;
/// The largest zoom.
pub const LARGEST: f32 = 4.0;

/// Which part of a canvas is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the canvas in the middle of the view.
    pub middle: Point,
    /// Points on the screen per point of the canvas.
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { middle: point(400.0, 300.0), zoom: 1.0 }
    }
}

impl Camera {
    /// Where a point of the canvas is on the screen; `view` is the canvas's rectangle there.
    pub fn to_screen(&self, view: Rect, at: Point) -> Pos2 {
        let middle = view.center();
        pos2(middle.x + (at.x - self.middle.x) * self.zoom, middle.y + (at.y - self.middle.y) * self.zoom)
    }

    /// Which point of the canvas is there on the screen.
    pub fn to_canvas(&self, view: Rect, at: Pos2) -> Point {
        let middle = view.center();
        point(self.middle.x + (at.x - middle.x) / self.zoom, self.middle.y + (at.y - middle.y) / self.zoom)
    }

    /// The part of the canvas that is seen.
    pub fn seen(&self, view: Rect) -> geometry::Rect {
        geometry::Rect::between(self.to_canvas(view, view.min), self.to_canvas(view, view.max))
    }

    /// Zooms so that what is under `at` stays there.
    pub fn zoom_at(&mut self, view: Rect, at: Pos2, factor: f32) {
        let under = self.to_canvas(view, at);
        self.zoom = (self.zoom * factor).clamp(SMALLEST, LARGEST);
        let now = self.to_canvas(view, at);
        self.middle = point(self.middle.x + under.x - now.x, self.middle.y + under.y - now.y);
    }

    /// Pans by so much on the screen.
    pub fn pan(&mut self, by: Vec2) {
        self.middle = point(self.middle.x - by.x / self.zoom, self.middle.y - by.y / self.zoom);
    }

    /// Shows all of a rectangle, at most at 100 %.
    pub fn fit(view: Rect, bounds: geometry::Rect) -> Self {
        let room = view.shrink(24.0);
        let across = room.width() / bounds.width().max(1.0);
        let down = room.height() / bounds.height().max(1.0);
        Self { middle: bounds.middle(), zoom: across.min(down).clamp(SMALLEST, 1.0) }
    }
}
