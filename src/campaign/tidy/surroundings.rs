//! Positions of notes and frames, computed after those of the items.

use super::boxes::{Box2, Boxes};
use super::grid::{Extent, GRID, up_to_grid};
use crate::campaign::item::Position;
use crate::campaign::sequence::Sequence;

/// The gap between a frame's contents and its border, in points; above, there is room for the title.
const BORDER: f64 = 20.0;
const TITLE: f64 = 40.0;
/// Largest distance, in grid steps, to search for a free position.
const STEPS: i32 = 40;
/// Most positions tried for all notes together; the remaining notes go below everything.
const MOST_TRIES: usize = 400_000;
/// Most rounds of widening a frame that grows over further items.
const MOST_ROUNDS: usize = 100;

pub(super) struct Others {
    pub notes: Vec<Position>,
    /// The positions and sizes of frames.
    pub frames: Vec<(Position, Position)>,
}

pub(super) fn places(sequence: &Sequence, items: &[Position], extents: &[Extent]) -> Others {
    let mut taken = Boxes::default();
    let around = |place: usize| {
        let (at, extent) = (items[place], extents[place]);
        Box2 {
            from: Position(at.0 - extent.left, at.1 - extent.up),
            to: Position(at.0 + extent.right, at.1 + extent.down),
        }
    };
    (0..items.len()).for_each(|place| taken.add(around(place)));
    let mut room = Room { sequence, items, taken, tries: MOST_TRIES };
    let notes: Vec<Position> =
        sequence.notes.iter().map(|note| room.place(Box2::of_size(note.position, note.size))).collect();
    let moved = |number: usize| Box2::of_size(notes[number], sequence.notes[number].size);
    let mut frames = Vec::with_capacity(sequence.frames.len());
    for frame in &sequence.frames {
        let was = Box2::of_size(frame.position, frame.size);
        let held_items = sequence.items.iter().enumerate().filter(|(_, item)| was.holds(item.position));
        let notes_before = sequence.notes.iter().enumerate();
        let held_notes = notes_before.filter(|(_, note)| was.holds(Box2::of_size(note.position, note.size).middle()));
        let held = held_items.map(|(place, _)| around(place)).chain(held_notes.map(|(number, _)| moved(number)));
        match held.reduce(Box2::with) {
            // An empty frame moves with its neighbour, as a note does.
            None => frames.push((room.place(was), frame.size)),
            Some(held) => frames.push(closed(held, items.len(), &around, sequence.notes.len(), &moved, items)),
        }
    }
    Others { notes, frames }
}

/// The position and size of a frame around a box. A box whose centre is in the frame is wholly in it.
fn closed(
    held: Box2,
    items: usize,
    around: &impl Fn(usize) -> Box2,
    notes: usize,
    note: &impl Fn(usize) -> Box2,
    places: &[Position],
) -> (Position, Position) {
    let mut held = held;
    let bordered = |held: Box2| {
        let corner = |length: f64| (length / GRID).floor() * GRID;
        let from = Position(corner(held.from.0 - BORDER), corner(held.from.1 - TITLE)).within_canvas();
        let size = Position(up_to_grid(held.to.0 + BORDER - from.0), up_to_grid(held.to.1 + BORDER - from.1));
        (from, size.within_canvas())
    };
    for _ in 0..MOST_ROUNDS {
        let (from, size) = bordered(held);
        let frame = Box2::of_size(from, size);
        let within_items = (0..items).filter(|&place| frame.holds(places[place])).map(around);
        let within_notes = (0..notes).map(note).filter(|note| frame.holds(note.middle()));
        let wider = within_items.chain(within_notes).fold(held, Box2::with);
        if wider == held {
            break;
        }
        held = wider;
    }
    bordered(held)
}

/// The occupied parts of the canvas.
struct Room<'a> {
    sequence: &'a Sequence,
    items: &'a [Position],
    taken: Boxes,
    tries: usize,
}

impl Room<'_> {
    /// The new position of a box: moved with its nearest item, or to the nearest free position.
    fn place(&mut self, was: Box2) -> Position {
        let size = Position(was.to.0 - was.from.0, was.to.1 - was.from.1);
        let (right, down) = self.shift(was.middle());
        let best = Position(was.from.0 + right, was.from.1 + down).within_canvas();
        let at = self.free_near(best, size);
        self.taken.add(Box2::of_size(at, size));
        at
    }

    /// How far the item nearest to a point moves.
    fn shift(&self, point: Position) -> (f64, f64) {
        let apart = |at: Position| (at.0 - point.0).powi(2) + (at.1 - point.1).powi(2);
        let before = self.sequence.items.iter().map(|item| item.position);
        let nearest = before.zip(self.items).min_by(|a, b| apart(a.0).total_cmp(&apart(b.0)));
        nearest.map_or((0.0, 0.0), |(was, is)| (is.0 - was.0, is.1 - was.1))
    }

    fn free_near(&mut self, best: Position, size: Position) -> Position {
        let is_free = |at: Position| self.taken.is_free(Box2::of_size(at, size));
        if is_free(best) {
            return best;
        }
        for ring in 1..=STEPS {
            let edge = (-ring..=ring).flat_map(|step| [(step, -ring), (step, ring), (-ring, step), (ring, step)]);
            let mut nearest: Option<(i32, Position)> = None;
            for (x, y) in edge {
                let Some(left) = self.tries.checked_sub(1) else { break };
                self.tries = left;
                let at = Position(best.0 + f64::from(x) * GRID, best.1 + f64::from(y) * GRID).within_canvas();
                let apart = x * x + y * y;
                if nearest.is_none_or(|(least, _)| apart < least) && is_free(at) {
                    nearest = Some((apart, at));
                }
            }
            if let Some((_, at)) = nearest {
                return at;
            }
        }
        let below = self.taken.bottom().unwrap_or(0.0) + GRID;
        Position(best.0, up_to_grid(below)).within_canvas()
    }
}
