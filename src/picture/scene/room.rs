//! The room around each tile for what belongs to its item: texts and numbers below, a caption above.
//!
//! Rooms of two items never overlap, so whatever is drawn in them at any zoom doesn't either. They follow from the
//! places of the tiles alone: a picture of a part of the canvas shows the same as a picture of the whole.

use rustc_hash::FxHashMap;

use crate::picture::geometry::{Point, Rect, point};
use crate::picture::looks::TILE;

/// The room for an item's texts and numbers, in points from the middle of its tile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRoom {
    /// How far they may reach to either side.
    pub aside: f32,
    /// How far they may reach down.
    pub down: f32,
    /// How far a caption may reach up.
    pub up: f32,
    /// Whether there is room for a word on the upper edge of the tile.
    pub has_word: bool,
}

/// The room of an item without neighbours.
pub const FREE: TextRoom = TextRoom { aside: 98.0, down: 272.0, up: 120.0, has_word: true };

/// How far a tile reaches up with the mark of a finding, in points from its middle.
pub(super) const TOP_WITH_MARK: f32 = 42.0;
/// How far a tile reaches up with the word on its upper edge.
pub(super) const TOP_WITH_WORD: f32 = 48.0;
/// How far a tile reaches up with the caption of an item that holds contacts.
pub(super) const TOP_WITH_CAPTION: f32 = 76.0;
/// Neighbours at least this much lower share the room above and below; others share it left and right.
const BELOW: f32 = 140.0;
/// Neighbours at least this much lower leave all the room that a text can need.
const FAR: f32 = FREE.down + TOP_WITH_CAPTION;
/// A row of items has one room, as long as each has at least this much below the middle of its tile.
pub const ROOMY: f32 = 110.0;
/// The room for a name and a row of numbers, which a note below leaves free even if it is closer.
const LEAST: f32 = TILE / 2.0 + 52.0;
/// The width that most texts have to either side.
const TEXT: f32 = 70.0;

/// What takes room: a tile.
#[derive(Clone, Copy, Debug)]
pub(super) struct TileSpot {
    /// The middle of the tile.
    pub middle: Point,
    /// How far it reaches up, with what is drawn on and above it.
    pub top: f32,
}

/// The room of each tile; `others` are notes and titles of frames.
pub(super) fn rooms(tiles: &[TileSpot], others: impl Iterator<Item = Rect>) -> Vec<TextRoom> {
    let mut rooms = vec![FREE; tiles.len()];
    let cells = TileCells::new(tiles);
    for one in 0..tiles.len() {
        cells.after(tiles, one, |other| share(tiles, &mut rooms, one, other));
    }
    for area in others {
        cells.meeting(tiles, area.grown(FREE.aside), |one| yield_to(&mut rooms[one], tiles[one].middle, &area));
    }
    rooms
}

/// Divides the room between two tiles.
fn share(tiles: &[TileSpot], rooms: &mut [TextRoom], one: usize, other: usize) {
    let (a, b) = (tiles[one].middle, tiles[other].middle);
    let is_upper = (a.y, a.x, one as f32) <= (b.y, b.x, other as f32);
    let (upper, lower) = if is_upper { (one, other) } else { (other, one) };
    let (across, down) = ((a.x - b.x).abs(), (a.y - b.y).abs());
    if across >= FREE.aside * 2.0 || down >= FAR {
        return;
    }
    if down < BELOW && across >= TILE {
        let half = across / 2.0 - 1.0;
        rooms[one].aside = rooms[one].aside.min(half);
        rooms[other].aside = rooms[other].aside.min(half);
        return;
    }
    rooms[upper].down = rooms[upper].down.min(down - tiles[lower].top);
    rooms[lower].up = rooms[lower].up.min(down - TILE / 2.0);
    rooms[lower].has_word &= down >= TILE / 2.0 + TOP_WITH_WORD;
}

/// Keeps an item's texts off a note or the title of a frame below or beside its tile, as far as there is room.
fn yield_to(room: &mut TextRoom, middle: Point, area: &Rect) {
    let (left, right) = (area.min.x - middle.x, area.max.x - middle.x);
    let (top, bottom) = (area.min.y - middle.y, area.max.y - middle.y);
    if bottom < TILE / 2.0 || top > FREE.down {
        return;
    }
    let beside = left.max(-right) - 2.0;
    if top < BELOW && (beside >= TEXT || top < LEAST && beside >= TILE / 2.0) {
        room.aside = room.aside.min(beside.max(TILE / 2.0));
    } else if top >= TILE / 2.0 && (beside < TEXT || top >= BELOW) {
        room.down = room.down.min((top - 2.0).max(LEAST));
    }
}

/// The side of a cell, in points. Tiles that can share room are in the same cell or in neighbouring ones.
const CELL: f32 = 360.0;

/// Tiles by the cell that they are in.
struct TileCells(FxHashMap<(i32, i32), Vec<u32>>);

impl TileCells {
    fn new(tiles: &[TileSpot]) -> Self {
        let mut cells: FxHashMap<(i32, i32), Vec<u32>> = FxHashMap::default();
        for (number, tile) in tiles.iter().enumerate() {
            cells.entry(cell(tile.middle)).or_default().push(number as u32);
        }
        Self(cells)
    }

    /// Visits the tiles near one that come after it, so that each pair is visited once.
    fn after(&self, tiles: &[TileSpot], one: usize, mut visit: impl FnMut(usize)) {
        let (x, y) = cell(tiles[one].middle);
        for column in x.saturating_sub(1)..=x.saturating_add(1) {
            for row in y.saturating_sub(1)..=y.saturating_add(1) {
                let near = self.0.get(&(column, row)).into_iter().flatten();
                near.map(|number| *number as usize).filter(|number| *number > one).for_each(&mut visit);
            }
        }
    }

    /// Visits the tiles whose room below can meet an area.
    fn meeting(&self, tiles: &[TileSpot], area: Rect, mut visit: impl FnMut(usize)) {
        let area = Rect { min: point(area.min.x, area.min.y - FREE.down), max: area.max };
        let (first, last) = (cell(area.min), cell(area.max));
        let wide = |from: i32, to: i32| i64::from(to) - i64::from(from) + 1;
        if wide(first.0, last.0).saturating_mul(wide(first.1, last.1)) > self.0.len() as i64 {
            return (0..tiles.len()).filter(|number| area.contains(tiles[*number].middle)).for_each(visit);
        }
        for column in first.0..=last.0 {
            for row in first.1..=last.1 {
                let near = self.0.get(&(column, row)).into_iter().flatten().map(|number| *number as usize);
                near.filter(|number| area.contains(tiles[*number].middle)).for_each(&mut visit);
            }
        }
    }
}

fn cell(at: Point) -> (i32, i32) {
    ((at.x / CELL).floor() as i32, (at.y / CELL).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(places: &[(f32, f32)]) -> Vec<TextRoom> {
        let spots: Vec<TileSpot> =
            places.iter().map(|(x, y)| TileSpot { middle: point(*x, *y), top: TOP_WITH_WORD }).collect();
        rooms(&spots, std::iter::empty())
    }

    #[test]
    fn neighbours_on_the_pitch_leave_each_other_all_that_is_usual() {
        let rooms = of(&[(0.0, 0.0), (200.0, 0.0), (0.0, 200.0), (200.0, 200.0)]);
        assert_eq!(rooms[0], TextRoom { down: 152.0, ..FREE });
        assert_eq!(rooms[3], TextRoom { up: 168.0_f32.min(FREE.up), ..FREE });
    }

    #[test]
    fn close_neighbours_share_the_room_between_them() {
        let rooms = of(&[(0.0, 0.0), (100.0, 40.0), (100.0, 190.0)]);
        assert_eq!((rooms[0].aside, rooms[1].aside), (49.0, 49.0));
        assert_eq!((rooms[1].down, rooms[2].aside), (102.0, FREE.aside));
    }

    #[test]
    fn of_two_tiles_at_one_place_only_one_has_texts() {
        let rooms = of(&[(0.0, 0.0), (0.0, 0.0)]);
        assert!(rooms[0].down < TILE / 2.0 && rooms[1].down == FREE.down, "{rooms:?}");
        assert!(rooms[0].has_word && !rooms[1].has_word, "{rooms:?}");
    }

    #[test]
    fn texts_keep_off_notes_below_and_beside() {
        let spot = [TileSpot { middle: point(0.0, 0.0), top: TOP_WITH_WORD }];
        let beside = |x: f32, y: f32| rooms(&spot, std::iter::once(Rect::at(point(x, y), 200.0, 100.0)))[0];
        assert_eq!(beside(-50.0, 120.0).down, 118.0);
        assert_eq!(beside(-50.0, 60.0).down, LEAST, "a name and its numbers stay");
        assert_eq!(beside(50.0, 0.0).aside, 48.0);
        assert_eq!(beside(-100.0, -80.0), FREE, "a tile on a note");
    }
}
