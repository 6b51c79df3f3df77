//! What a canvas shows beside the sequence itself: what is selected, pointed at, or under way.

use std::collections::BTreeSet;

use crate::campaign::item::Family;
use crate::picture::counts::Counts;
use crate::picture::geometry::{Point, Rect};
use crate::picture::marks::Marks;
use crate::picture::theme::Theme;

/// All of it. [`Look::new`] gives one in which nothing goes on.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Light or dark.
    pub theme: Theme,
    /// Ids of selected items, notes and frames.
    pub selected: &'a BTreeSet<u64>,
    /// The place of the selected link.
    pub selected_link: Option<usize>,
    /// The item that the keyboard is on; it gets a second outline.
    pub focused: Option<u64>,
    /// What is under the pointer.
    pub hovered: Option<Hover>,
    /// What is being dragged: drawn shifted, and links follow.
    pub moved: Option<Moved<'a>>,
    /// The note or frame being resized, and its size until then.
    pub sized: Option<(u64, Rect)>,
    /// The link that is being drawn.
    pub ghost: Option<GhostLink>,
    /// The item that is on its way from the palette.
    pub ghost_item: Option<GhostItem>,
    /// The link something would be inserted into, by its place.
    pub drop_link: Option<usize>,
    /// The item a link would end at.
    pub drop_item: Option<u64>,
    /// Lines along which things align.
    pub guides: &'a [Guide],
    /// The rubber band.
    pub band: Option<Rect>,
    /// The worst finding of each item.
    pub marks: Option<&'a Marks>,
    /// What became of people at each item.
    pub counts: Option<&'a Counts>,
    /// If there is one: these items alone are drawn in full, with the links between them lit, the rest faded.
    pub lit: Option<&'a BTreeSet<u64>>,
    /// The item, note or frame whose text is being edited in place: its text is not drawn.
    pub editing: Option<u64>,
    /// Whether the paper is dotted.
    pub dots: bool,
}

impl<'a> Look<'a> {
    /// Nothing goes on.
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
        }
    }
}

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hover {
    /// An item: it shows the handle at its right edge from which links are drawn.
    Item(u64),
    /// That handle itself.
    Handle(u64),
    /// A link, by its place.
    Link(usize),
    /// A note.
    Note(u64),
    /// A frame.
    Frame(u64),
}

/// Things on their way elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// Their ids.
    pub ids: &'a BTreeSet<u64>,
    /// How far to the right, in points of the canvas.
    pub dx: f32,
    /// How far down.
    pub dy: f32,
}

/// A link that is being drawn.
#[derive(Clone, Copy, Debug)]
pub struct GhostLink {
    /// Its control points on the canvas; see [`crate::picture::scene::curve_between`].
    pub curve: [Point; 4],
    /// Whether it would be refused where it is.
    pub refused: bool,
}

/// An item that is not there yet.
#[derive(Clone, Copy, Debug)]
pub struct GhostItem {
    /// The middle of its tile on the canvas.
    pub middle: Point,
    /// Its family, for the colour.
    pub family: Family,
    /// Its glyph.
    pub icon: char,
}

/// A line along which things align.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end, on the canvas.
    pub from: Point,
    /// The other.
    pub to: Point,
}
