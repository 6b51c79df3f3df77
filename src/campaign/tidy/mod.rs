//! Tidying: arranges everything on the canvas in rows and columns.
//!
//! Tracks run from left to right, one column for each item, and keep their order from top to bottom, so that ranks
//! stay. Long ones take several rows. Items that no Start leads to are placed below everything. Notes move with their nearest item, frames with
//! their contents.

mod boxes;
pub mod grid;
mod rows;
mod surroundings;

pub use grid::{Extent, Page};

use super::item::Position;
use super::sequence::Sequence;

/// The new positions, and the new sizes of frames.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tidied {
    /// New positions of items, notes and frames, by id. Unchanged ones are left out.
    pub places: Vec<(u64, Position)>,
    /// New sizes of frames, by id. Unchanged ones are left out.
    pub sizes: Vec<(u64, Position)>,
}

impl Tidied {
    /// Whether everything keeps its position and size.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.sizes.is_empty()
    }
}

/// Tidies a sequence. Tidying the result again changes nothing. A track that could not be read in the view if it were in
/// one row goes on in the next one.
pub fn tidy(sequence: &Sequence, extent: &dyn Fn(u64) -> Extent, page: Page) -> Tidied {
    let extents: Vec<Extent> = sequence.items.iter().map(|item| extent(item.id).within_reason()).collect();
    let items = rows::places(sequence, &extents, page);
    let others = surroundings::places(sequence, &items, &extents);
    let moved_items = sequence.items.iter().zip(&items).map(|(item, place)| (item.id, item.position, *place));
    let moved_notes = sequence.notes.iter().zip(&others.notes).map(|(note, place)| (note.id, note.position, *place));
    let moved_frames =
        sequence.frames.iter().zip(&others.frames).map(|(frame, (place, _))| (frame.id, frame.position, *place));
    let moved = moved_items.chain(moved_notes).chain(moved_frames).filter(|(_, was, is)| was != is);
    let sized = sequence.frames.iter().zip(&others.frames).filter(|(frame, (_, size))| frame.size != *size);
    Tidied {
        places: moved.map(|(id, _, is)| (id, is)).collect(),
        sizes: sized.map(|(frame, (_, size))| (frame.id, *size)).collect(),
    }
}
