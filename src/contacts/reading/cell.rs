//! Where a cell is, and the texts that were made from it.

use std::ops::Range;

use super::buffers::RowBuffers;

/// Where a cell is.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellAt<'c> {
    /// The index of its column.
    pub place: usize,
    /// The line of its row.
    pub line: u64,
    /// All cells of the row.
    pub row: &'c [&'c str],
}

/// A text that was made from a cell, in the buffers.
#[derive(Clone, Debug)]
pub(super) enum MadeText {
    Tags,
    Number(Range<usize>),
    Address(usize),
}

impl MadeText {
    pub(super) fn text(self, buffers: &RowBuffers) -> &str {
        match self {
            MadeText::Tags => &buffers.tags,
            MadeText::Number(range) => buffers.number.get(range).unwrap_or_default(),
            MadeText::Address(part) => buffers.address.get(part).map_or("", String::as_str),
        }
    }
}

/// The number of a cell.
pub(super) enum NumberText {
    /// The cell itself.
    Cell,
    /// A part of [`RowBuffers::number`].
    Made(Range<usize>),
    /// None.
    None,
}
