//! What a canvas shows in addition to the sequence: what is selected, hovered or dragged.

use std::collections::BTreeSet;

use crate::campaign::kinds::Family;
use crate::picture::counts::ItemCounts;
use crate::picture::geometry::{Point, Rect};
use crate::picture::marks::Marks;
use crate::picture::scene::LinkPath;
use crate::picture::theme::Theme;

/// The state to show. [`CanvasLook::new`] gives one without anything.
#[derive(Clone, Copy)]
pub struct CanvasLook<'a> {
    /// The theme: light or dark.
    pub theme: Theme,
    /// The ids of selected items, notes and frames.
    pub selected: &'a BTreeSet<u64>,
    /// The index of the selected link.
    pub selected_link: Option<usize>,
    /// The item with keyboard focus, which gets a second outline.
    pub focused: Option<u64>,
    /// The thing under the pointer.
    pub hovered: Option<Hover>,
    /// The dragged things, which are drawn shifted; links follow.
    pub moved: Option<Moved<'a>>,
    /// The note or frame being resized, and its current rectangle.
    pub sized: Option<(u64, Rect)>,
    /// The link that is being drawn.
    pub ghost: Option<GhostLink>,
    /// The item dragged from the palette.
    pub ghost_item: Option<GhostItem>,
    /// The link that something would be inserted into, by its index.
    pub drop_link: Option<usize>,
    /// The item that a link would end at.
    pub drop_item: Option<u64>,
    /// The alignment guides to draw.
    pub guides: &'a [Guide],
    /// The selection rectangle, while it is drawn.
    pub band: Option<Rect>,
    /// The worst finding of each item.
    pub marks: Option<&'a Marks>,
    /// The numbers of each item.
    pub counts: Option<&'a ItemCounts>,
    /// If set, only these items are drawn in full, with the links between them highlighted; the rest is faded.
    pub lit: Option<&'a BTreeSet<u64>>,
    /// The item, note or frame whose text is edited in place, so it isn't drawn.
    pub editing: Option<u64>,
    /// Whether the background has dots.
    pub dots: bool,
    /// Whether what is only for building is shown: handles, and the hint in an empty note.
    pub handles: bool,
}

impl<'a> CanvasLook<'a> {
    /// A look without hover, drags or numbers.
    pub fn new(theme: Theme, selected: &'a BTreeSet<u64>) -> Self {
        Self {
            theme,
            selected,
            selected_link: None,
            focused: None,
            hovered: None,
            moved: None,
            sized: None,
            ghost: None,
            ghost_item: None,
            drop_link: None,
            drop_item: None,
            guides: &[],
            band: None,
            marks: None,
            counts: None,
            lit: None,
            editing: None,
            dots: true,
            handles: true,
        }
    }
}

/// The thing under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hover {
    /// An item, which shows the handle for drawing links.
    Item(u64),
    /// The handle of an item.
    Handle(u64),
    /// A link, by its index in the sequence.
    Link(usize),
    /// The note with this id.
    Note(u64),
    /// The frame with this id.
    Frame(u64),
}

/// Things that are being dragged.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// The ids of the things.
    pub ids: &'a BTreeSet<u64>,
    /// The offset to the right, in points of the canvas.
    pub dx: f32,
    /// The offset downwards, in points of the canvas.
    pub dy: f32,
}

/// A link that is being drawn.
#[derive(Clone, Copy, Debug)]
pub struct GhostLink {
    /// The link's line on the canvas.
    pub path: LinkPath,
    /// Whether the link can't end where it is.
    pub refused: bool,
}

/// The preview of a new item.
#[derive(Clone, Copy, Debug)]
pub struct GhostItem {
    /// The centre of its tile on the canvas.
    pub middle: Point,
    /// The family, for the colour.
    pub family: Family,
    /// The glyph on the tile.
    pub icon: char,
}

/// A guide along which things align.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end of the guide, on the canvas.
    pub from: Point,
    /// The other end of the guide.
    pub to: Point,
}
