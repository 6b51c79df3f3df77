//! A spatial index: boxes in a grid of cells, so that a part of a large canvas is found without visiting every box.

use rustc_hash::FxHashMap;

use crate::picture::geometry::{Point, Rect};

/// The side of a cell, in points.
const CELL: f32 = 512.0;
/// A box over more cells than this is kept apart and checked for every query.
const SPREAD: i64 = 64;
/// A query over more cells than this checks every box.
const WIDE: i64 = 1024;

/// Boxes by number, and the cells they cover.
#[derive(Clone, Debug, Default)]
pub struct BoxIndex {
    boxes: Vec<Rect>,
    cells: FxHashMap<(i32, i32), Vec<u32>>,
    spread: Vec<u32>,
}

impl BoxIndex {
    /// Replaces the boxes, which are numbered in their order. If they are the same as before, the index is reused.
    pub fn renewed(self, boxes: Vec<Rect>) -> Self {
        if self.boxes == boxes { self } else { Self::new(boxes) }
    }

    /// An index of boxes, numbered in their order.
    pub fn new(boxes: Vec<Rect>) -> Self {
        let mut index = Self { boxes, ..Self::default() };
        for number in 0..index.boxes.len() {
            let cells = CellRange::of(&index.boxes[number]);
            match cells.count() > SPREAD {
                true => index.spread.push(number as u32),
                false => cells.each(|cell| index.cells.entry(cell).or_default().push(number as u32)),
            }
        }
        index
    }

    /// The numbers of the boxes that have a point in common with an area, in order.
    pub fn meeting(&self, area: Rect) -> Vec<usize> {
        let cells = CellRange::of(&area);
        if cells.count() > WIDE || self.boxes.len() <= 64 {
            return (0..self.boxes.len()).filter(|number| self.boxes[*number].meets(&area)).collect();
        }
        // One bit per box gives each hit once and in order, without sorting.
        let mut hits = vec![0_u64; self.boxes.len().div_ceil(64)];
        let mut look_at = |number: u32| {
            if self.boxes[number as usize].meets(&area) {
                hits[number as usize / 64] |= 1 << (number % 64);
            }
        };
        self.spread.iter().copied().for_each(&mut look_at);
        cells.each(|cell| self.cells.get(&cell).into_iter().flatten().copied().for_each(&mut look_at));
        numbers(&hits)
    }

    /// The numbers of the boxes that contain a point, in order.
    pub fn at(&self, at: Point) -> Vec<usize> {
        self.meeting(Rect { min: at, max: at })
    }

    /// The box with this number.
    pub fn area(&self, number: usize) -> Rect {
        self.boxes[number]
    }

    /// The smallest rectangle around all boxes.
    pub fn bounds(&self) -> Option<Rect> {
        self.boxes.iter().copied().reduce(|a, b| a.union(&b))
    }
}

fn numbers(bits: &[u64]) -> Vec<usize> {
    let mut numbers = Vec::with_capacity(bits.iter().map(|word| word.count_ones() as usize).sum());
    for (place, word) in bits.iter().enumerate() {
        let mut left = *word;
        while left != 0 {
            numbers.push(place * 64 + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
    numbers
}

/// The cells under a rectangle, from the first to the last, both included.
struct CellRange {
    first: (i32, i32),
    last: (i32, i32),
}

impl CellRange {
    fn of(area: &Rect) -> Self {
        let cell = |at: Point| ((at.x / CELL).floor() as i32, (at.y / CELL).floor() as i32);
        Self { first: cell(area.min), last: cell(area.max) }
    }

    fn count(&self) -> i64 {
        let side = |first: i32, last: i32| (i64::from(last) - i64::from(first) + 1).max(0);
        side(self.first.0, self.last.0).saturating_mul(side(self.first.1, self.last.1))
    }

    fn each(&self, mut visit: impl FnMut((i32, i32))) {
        for y in self.first.1..=self.last.1 {
            (self.first.0..=self.last.0).for_each(|x| visit((x, y)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::geometry::point;
    use proptest::prelude::*;

    fn boxes() -> impl Strategy<Value = Vec<Rect>> {
        let number = prop_oneof![-3000.0..3000.0_f32, -1.0e6..1.0e6_f32];
        let size = prop_oneof![0.0..200.0_f32, 0.0..1.0e6_f32];
        let one = (number.clone(), number, size.clone(), size);
        proptest::collection::vec(one.prop_map(|(x, y, w, h)| Rect::at(point(x, y), w, h)), 0..200)
    }

    proptest! {
        #[test]
        fn index_finds_what_a_walk_over_all_boxes_finds(boxes in boxes(), asked in boxes()) {
            let index = BoxIndex::new(boxes.clone());
            for area in asked.into_iter().take(20) {
                let found: Vec<usize> = (0..boxes.len()).filter(|n| boxes[*n].meets(&area)).collect();
                prop_assert_eq!(index.meeting(area), found);
            }
        }
    }
}
