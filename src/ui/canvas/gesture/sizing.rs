//! A corner of a note or frame that is pulled.

use super::pointer::Pointer;
use crate::campaign::edit::CanvasEdit;
use crate::campaign::item::Position;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::Rect;
use crate::picture::scene::area;
use crate::ui::canvas::hit::Corner;
use crate::workbench::arrange::grid::to_grid;
use crate::workbench::arrange::one::{SMALLEST, area as area_of, sized};

/// A note or frame with another size.
pub struct Sizing {
    /// Its id.
    pub id: u64,
    corner: Corner,
    was: (Position, Position),
    now: (Position, Position),
}

impl Sizing {
    /// Takes hold of a corner.
    pub fn new(sequence: &Sequence, id: u64, corner: Corner) -> Option<Self> {
        let was = area_of(sequence, id)?;
        Some(Self { id, corner, was, now: was })
    }

    /// Follows the pointer.
    pub fn update(&mut self, pointer: &Pointer) {
        let at = Position(f64::from(pointer.at.x), f64::from(pointer.at.y));
        let at = if pointer.grid { to_grid(at) } else { Position(at.0.round(), at.1.round()) };
        let (from, size) = self.was;
        let (x, width) = pull(self.corner.right, from.0, size.0, at.0, SMALLEST.0);
        let (y, height) = pull(self.corner.lower, from.1, size.1, at.1, SMALLEST.1);
        self.now = (Position(x, y), Position(width, height));
    }

    /// How large it is now.
    pub fn rect(&self) -> Rect {
        area(self.now.0, self.now.1)
    }

    /// The edit, unless nothing changed.
    pub fn finish(self, sequence: &Sequence) -> Option<CanvasEdit> {
        if self.now == self.was {
            return None;
        }
        sized(sequence, self.id, self.now.0, self.now.1)
    }
}

/// One axis: start and length, with the near or far end pulled to a place.
fn pull(far: bool, start: f64, length: f64, to: f64, least: f64) -> (f64, f64) {
    match far {
        true => (start, (to - start).max(least)),
        false => {
            let end = start + length;
            let start = to.min(end - least);
            (start, end - start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opposite_corner_stays() {
        assert_eq!(pull(true, 40.0, 200.0, 300.0, 60.0), (40.0, 260.0));
        assert_eq!(pull(false, 40.0, 200.0, 20.0, 60.0), (20.0, 220.0));
        assert_eq!(pull(false, 40.0, 200.0, 900.0, 60.0), (180.0, 60.0), "never smaller than the smallest");
    }
}
