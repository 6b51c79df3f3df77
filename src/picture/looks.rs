//! What an item looks like: its tile, and whether it works.

use crate::campaign::kinds::Family;

/// The width and height of an item's tile.
pub const TILE: f32 = 64.0;

/// Whether an item works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemState {
    /// Set up, and marked ready if its kind has a ready mark.
    Solid,
    /// Set up, not marked ready.
    Draft,
    /// Not set up: a timer holds its contacts, any other item is skipped.
    NotSetUp,
}

/// The look of a tile. Items with the same look share one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// The family, for the colour.
    pub family: Family,
    /// The character of the kind's glyph in the icon font.
    pub icon: char,
    /// Whether the item works.
    pub state: ItemState,
    /// Whether a timer before it holds all contacts.
    pub blocked: bool,
    /// The room for the word on its upper edge.
    pub word: WordRoom,
}

/// The room for the word on a tile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordRoom {
    /// How far it may reach to either side of the tile's middle, in points; 0 if another tile covers the place.
    pub aside: u8,
}
