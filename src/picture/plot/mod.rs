//! Plots as plain shapes: what ran when, and who is busy at which hour.
//!
//! They are drawn once, at 100 %, in the colours' names, and written by the same hands as the canvas.

pub mod bars;
mod chart;
pub mod heat;

use super::draw::Shapes;
use super::geometry::Rect;
use super::svg::{Ground, Picture};

/// A plot that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Its shapes, from the back to the front.
    pub shapes: Shapes<'static>,
    /// The rectangle that they take.
    pub bounds: Rect,
    /// What it shows, in words.
    pub words: String,
}

impl Plot {
    /// The plot on its way to a file.
    pub fn picture(&self, ground: Ground) -> Picture<'_> {
        Picture { shapes: &self.shapes, bounds: self.bounds, ground, words: Some(&self.words) }
    }
}
