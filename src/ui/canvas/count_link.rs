//! A number on the canvas, as an area that can be clicked.

use eframe::egui::Rect;

use crate::report::people::OutcomeFilter;

/// A number on the canvas that opens the contacts that it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountLink {
    /// The area on the screen.
    pub rect: Rect,
    /// The id of the item.
    pub item: u64,
    /// The outcome that is counted.
    pub outcome: OutcomeFilter,
    /// The number of contacts.
    pub count: u64,
}
