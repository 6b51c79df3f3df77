//! Plots as plain shapes: what ran when, and the load by hour.
//!
//! They are drawn once, at 100 %, with named colours, and written by the same code as the canvas.

pub mod bars;
mod chart;
pub mod heat;

use super::draw::Shapes;
use super::geometry::Rect;
use super::options::Background;
use super::svg::Picture;

/// A finished plot, ready to paint or write.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The shapes, from back to front.
    pub shapes: Shapes<'static>,
    /// The bounding rectangle of the shapes.
    pub bounds: Rect,
    /// What the plot shows, in words.
    pub words: String,
}

impl Plot {
    /// The plot as a picture, to write it to a file.
    pub fn picture(&self, ground: Background) -> Picture<'_> {
        Picture { shapes: &self.shapes, bounds: self.bounds, ground, words: Some(&self.words) }
    }
}
