//! An index of boxes on the canvas, to find overlaps.

use rustc_hash::FxHashMap;

use crate::campaign::item::Position;

/// A box, by its corners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box2 {
    pub from: Position,
    pub to: Position,
}

impl Box2 {
    pub(super) fn of_size(from: Position, size: Position) -> Self {
        Self { from, to: Position(from.0 + size.0.max(0.0), from.1 + size.1.max(0.0)) }
    }

    pub(super) fn middle(self) -> Position {
        Position((self.from.0 + self.to.0) / 2.0, (self.from.1 + self.to.1) / 2.0)
    }

    pub(super) fn holds(self, point: Position) -> bool {
        (self.from.0..=self.to.0).contains(&point.0) && (self.from.1..=self.to.1).contains(&point.1)
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        let along = |a: (f64, f64), b: (f64, f64)| a.0 < b.1 && b.0 < a.1;
        along((self.from.0, self.to.0), (other.from.0, other.to.0))
            && along((self.from.1, self.to.1), (other.from.1, other.to.1))
    }

    /// The smallest box around both.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            from: Position(self.from.0.min(other.from.0), self.from.1.min(other.from.1)),
            to: Position(self.to.0.max(other.to.0), self.to.1.max(other.to.1)),
        }
    }
}

/// The side of a cell of the index, in points.
const CELL: f64 = 400.0;
/// A box over more cells than this is compared with every other box.
const MOST_CELLS: f64 = 64.0;

/// Boxes by the cells that they overlap.
#[derive(Default)]
pub(super) struct Boxes {
    all: Vec<Box2>,
    cells: FxHashMap<(i64, i64), Vec<usize>>,
    large: Vec<usize>,
}

impl Boxes {
    pub(super) fn add(&mut self, one: Box2) {
        let number = self.all.len();
        self.all.push(one);
        match cells(one) {
            Some(cells) => cells.for_each(|cell| self.cells.entry(cell).or_default().push(number)),
            None => self.large.push(number),
        }
    }

    pub(super) fn is_free(&self, one: Box2) -> bool {
        let hits = |number: &usize| self.all[*number].overlaps(one);
        if self.large.iter().any(hits) {
            return false;
        }
        match cells(one) {
            Some(mut cells) => !cells.any(|cell| self.cells.get(&cell).is_some_and(|there| there.iter().any(hits))),
            None => !self.all.iter().any(|other| other.overlaps(one)),
        }
    }

    /// The lowest edge of all boxes.
    pub(super) fn bottom(&self) -> Option<f64> {
        self.all.iter().map(|one| one.to.1).reduce(f64::max)
    }
}

fn cells(one: Box2) -> Option<impl Iterator<Item = (i64, i64)>> {
    let range = |from: f64, to: f64| ((from / CELL).floor(), (to / CELL).floor());
    let (columns, rows) = (range(one.from.0, one.to.0), range(one.from.1, one.to.1));
    let count = (columns.1 - columns.0 + 1.0) * (rows.1 - rows.0 + 1.0);
    (count <= MOST_CELLS).then(|| {
        let rows = rows.0 as i64..=rows.1 as i64;
        (columns.0 as i64..=columns.1 as i64).flat_map(move |column| rows.clone().map(move |row| (column, row)))
    })
}
