//! From what a scene holds to shapes: one file for each kind of thing.
//!
//! All take a [`Pen`], which says where the thing is and how large; the window draws at its zoom, files at 100 %.

pub mod badge;
pub mod frame;
pub mod item;
pub mod lines;
pub mod note;
pub mod tile;
pub mod whole;
pub mod wire;

use super::geometry::{Point, Rect, point};
use super::shape::Shape;

/// How much of what nobody reaches, or what is out of the light, is drawn.
pub const FADED: f32 = 0.45;

/// Where something is drawn, and how large.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Where its own origin is drawn.
    pub origin: Point,
    /// Pixels for a point of the canvas.
    pub zoom: f32,
    /// Its colours are this strong.
    pub strength: f32,
}

impl Pen {
    /// At full strength.
    pub fn new(origin: Point, zoom: f32) -> Self {
        Self { origin, zoom, strength: 1.0 }
    }

    /// Where a point is, given in points from the origin.
    pub fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.zoom, self.origin.y + y * self.zoom)
    }

    /// A rectangle, given in points from the origin.
    pub fn area(&self, min: (f32, f32), max: (f32, f32)) -> Rect {
        Rect { min: self.at(min.0, min.1), max: self.at(max.0, max.1) }
    }

    /// The width of a line that has `width` at 100 %: thinner when far, but never gone.
    pub fn line(&self, width: f32) -> f32 {
        (width * self.zoom).clamp(width.min(1.0), width * 1.6)
    }
}

/// Where shapes go.
pub type Shapes<'a> = Vec<Shape<'a>>;
