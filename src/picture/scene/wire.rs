//! Links as they are drawn, from the right edge of one tile to the left edge of another.

use crate::picture::geometry::{Point, Rect};

use super::path::LinkPath;

/// A link as it is drawn: from the right edge of one tile to the left edge of another.
#[derive(Clone, Copy, Debug)]
pub struct Wire {
    /// Its index in the sequence's links.
    pub link: usize,
    /// The index of the face that it leaves.
    pub from: usize,
    /// The index of the face that it enters.
    pub to: usize,
    /// Whether contacts can follow it.
    pub way: LinkPassage,
    /// Its line.
    pub path: LinkPath,
}

/// Whether contacts can follow a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPassage {
    /// Every contact that leaves the item before it.
    Open,
    /// No contact: it leaves a timer that is not set up, or an item after one.
    Blocked,
    /// No contact: the link does not count (`rules.md` §1), such as a second link into an item.
    LeftOut,
}

impl Wire {
    /// The distance from a point to the link.
    pub fn distance(&self, at: Point) -> f32 {
        self.path.distance(at)
    }

    /// Whether the link's line crosses an area.
    pub fn crosses(&self, area: &Rect) -> bool {
        self.path.crosses(area)
    }

    /// A rectangle around the link and its arrowhead.
    pub fn extent(&self) -> Rect {
        self.path.extent()
    }
}
