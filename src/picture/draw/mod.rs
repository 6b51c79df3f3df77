//! Turns the contents of a scene into shapes, with one file for each kind of thing.
//!
//! Each function takes a [`Pen`], which says where the thing is and how large. The window draws at its zoom, picture
//! files at 100 %.

pub mod badge;
pub mod count_form;
pub mod frame;
pub mod item;
pub mod layout;
pub mod legend;
pub mod lines;
pub mod note;
pub mod tile;
pub mod whole;
pub mod wire;

use super::geometry::{Point, Rect, point};
use super::shape::Shape;

/// The strength of items that no contact reaches, and of things that are dimmed.
pub const FADED: f32 = 0.45;

/// Where something is drawn, and how large.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// Where the thing's own origin is drawn, in pixels.
    pub origin: Point,
    /// Pixels per point of the canvas.
    pub zoom: f32,
    /// How strong the colours are: 1 is full strength.
    pub strength: f32,
}

impl Pen {
    /// A pen at full strength.
    pub fn new(origin: Point, zoom: f32) -> Self {
        Self { origin, zoom, strength: 1.0 }
    }

    /// The position in pixels of a point given in points from the origin.
    pub fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.zoom, self.origin.y + y * self.zoom)
    }

    /// The area in pixels of a rectangle given in points from the origin.
    pub fn area(&self, min: (f32, f32), max: (f32, f32)) -> Rect {
        Rect { min: self.at(min.0, min.1), max: self.at(max.0, max.1) }
    }

    /// The width in pixels of a line that is `width` wide at 100 %: thinner at a small zoom, but always visible.
    pub fn line(&self, width: f32) -> f32 {
        (width * self.zoom).clamp(width.min(1.0), width * 1.6)
    }
}

/// The shapes drawn so far, from the back to the front.
pub type Shapes<'a> = Vec<Shape<'a>>;
