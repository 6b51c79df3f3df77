//! Positions of items: columns by depth, rows by track.

use super::grid::{Extent, GRID, Page, up_to_grid};
use crate::campaign::item::Position;
use crate::campaign::sequence::{Forest, Sequence};

/// Distance between items along a track, in points, unless an item is wider.
const COLUMN: f64 = 200.0;
/// Smallest distance between rows, in points.
const ROW: f64 = 100.0;
/// The room for a link to the beginning of a row, above the row.
const WAY: f64 = 40.0;
/// The zoom at which names, sentences and numbers can be read; a track takes several rows only below it.
const READABLE: f64 = 0.5;
/// The usual distance between rows, by which the shape of the drawing is compared with that of the view.
const USUAL_ROW: f64 = 200.0;
/// Most rows for one track that are considered, and the fewest items of a row.
const MOST_ROWS: usize = 60;
const LEAST_COLUMNS: usize = 4;
/// Smallest gap between the extents of neighbours, in points.
const GAP: f64 = 20.0;

/// The position of each item, by its index in the sequence.
pub(super) fn places(sequence: &Sequence, extents: &[Extent], page: Page) -> Vec<Position> {
    let forest = sequence.forest();
    let roots = roots(sequence, &forest);
    let Some(&first) = roots.first() else { return Vec::new() };
    let Cells { at: cells, continuing } = readable(&forest, &roots, page);
    let reach = |number: fn(&(usize, usize)) -> usize, length: fn(&Extent) -> f64| {
        let mut longest = vec![0.0_f64; cells.iter().map(number).max().unwrap_or(0) + 1];
        for (cell, extent) in cells.iter().zip(extents) {
            let longest = &mut longest[number(cell)];
            *longest = longest.max(length(extent));
        }
        longest
    };
    let (left, right) = (reach(|cell| cell.0, |extent| extent.left), reach(|cell| cell.0, |extent| extent.right));
    let (up, down) = (reach(|cell| cell.1, |extent| extent.up), reach(|cell| cell.1, |extent| extent.down));
    let mut up = up;
    continuing.iter().for_each(|row| up[*row] += WAY);
    let from = sequence.items[first].position;
    let columns = lines(&left, &right, COLUMN, from.0);
    let rows = lines(&up, &down, ROW, from.1);
    cells.iter().map(|(column, row)| Position(columns[*column], rows[*row]).within_canvas()).collect()
}

/// The Starts, then other items without an incoming link, both in rank order.
fn roots(sequence: &Sequence, forest: &Forest) -> Vec<usize> {
    let is_start: rustc_hash::FxHashSet<usize> = forest.starts.iter().copied().collect();
    let loose = |place: &usize| forest.previous[*place].is_none() && !is_start.contains(place);
    let mut others: Vec<usize> = (0..sequence.items.len()).filter(loose).collect();
    let key = |place: usize| {
        let item = &sequence.items[place];
        (item.position.1 + 0.0, item.position.0 + 0.0, item.id)
    };
    others.sort_by(|a, b| {
        let (a, b) = (key(*a), key(*b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
    });
    forest.starts.iter().copied().chain(others).collect()
}

/// The column and row of each item.
struct Cells {
    at: Vec<(usize, usize)>,
    /// The rows in which a track goes on, so that a link comes from the end of another row.
    continuing: Vec<usize>,
}

impl Cells {
    /// The zoom at which all of it fits into a view.
    fn zoom(&self, page: Page) -> f64 {
        let last = |number: fn(&(usize, usize)) -> usize| self.at.iter().map(number).max().unwrap_or(0) as f64 + 1.0;
        let (columns, rows) = (last(|cell| cell.0), last(|cell| cell.1));
        (page.width / (columns * COLUMN)).min(page.height / (rows * USUAL_ROW))
    }
}

/// The cells with tracks in one row each, if all can be read then; else with as many columns as can be read best.
fn readable(forest: &Forest, roots: &[usize], page: Page) -> Cells {
    let whole = cells(forest, roots, usize::MAX);
    let depth = whole.at.iter().map(|cell| cell.0 + 1).max().unwrap_or(1);
    let mut best = (whole.zoom(page), whole);
    let mut columns = depth;
    for rows in 2..=MOST_ROWS {
        // Rows of equal length leave no single item over.
        let next = depth.div_ceil(rows);
        if best.0 >= READABLE || next < LEAST_COLUMNS {
            break;
        }
        if next == columns {
            continue;
        }
        columns = next;
        let wrapped = cells(forest, roots, columns);
        let zoom = wrapped.zoom(page);
        if zoom > best.0 {
            best = (zoom, wrapped);
        }
    }
    best.1
}

/// The cells with at most so many columns. The first item after an item stays in its row; each other one starts a new
/// row below. After the last column a track goes on below, in the first column.
fn cells(forest: &Forest, roots: &[usize], columns: usize) -> Cells {
    let mut cells = vec![(0, 0); forest.next.len()];
    let mut continuing = Vec::new();
    let mut row = 0;
    // An item, its column, and whether it starts a row.
    let mut open: Vec<(usize, usize, bool)> = roots.iter().rev().map(|&root| (root, 0, true)).collect();
    if let Some(last) = open.last_mut() {
        last.2 = false;
    }
    while let Some((place, column, opens)) = open.pop() {
        let wraps = column >= columns;
        row += usize::from(opens || wraps);
        if wraps {
            continuing.push(row);
        }
        let column = if wraps { 0 } else { column };
        cells[place] = (column, row);
        let next = forest.next[place].iter().enumerate().rev();
        open.extend(next.map(|(number, &next)| (next, column + 1, number > 0)));
    }
    Cells { at: cells, continuing }
}

/// The positions of lines, from `from` on, given the extent before and after each. They are moved back if the last
/// would leave the canvas, and closer together if needed.
fn lines(before: &[f64], behind: &[f64], apart: f64, from: f64) -> Vec<f64> {
    let mut at = 0.0;
    let mut lines = vec![0.0];
    for number in 1..before.len() {
        at += up_to_grid((behind[number - 1] + before[number] + GAP).max(apart));
        lines.push(at);
    }
    let whole = 2.0 * Position::FARTHEST;
    if at > whole {
        lines.iter_mut().for_each(|line| *line *= whole / at);
        at = whole;
    }
    let first = ((from / GRID).round() * GRID).min(Position::FARTHEST - at).max(-Position::FARTHEST);
    lines.iter().map(|line| first + line).collect()
}
