//! The memory of one thread while it reads rows.

use rustc_hash::FxHashMap;

use crate::calendar::Zone;
use crate::contacts::reject::Reject;

use super::notes::CellNotes;

/// Buffers for reading a row, the zones seen so far, and the notes of the rows read since they were taken. One per
/// thread.
#[derive(Debug, Default)]
pub struct RowBuffers {
    /// The id of a row without one.
    pub(super) id: String,
    /// The tags of a row, in native form.
    pub(super) tags: String,
    /// Numbers without signs of thousands and currency, one after the other.
    pub(super) number: String,
    /// The parts of an address in one cell.
    pub(super) address: Vec<String>,
    /// What zones were read from cells.
    pub(super) zones: FxHashMap<String, Option<SeenZone>>,
    /// The first cell of the row that can't be read, as a reason to reject the row.
    pub(super) refused: Option<Reject>,
    /// Whether every cell that can't be read is listed, rather than the first ones.
    pub(super) lists_all: bool,
    /// The rows taken apart, and the notes on them.
    pub(super) taken: u64,
    pub(super) notes: CellNotes,
}

impl RowBuffers {
    /// Buffers that list every cell that can't be read if `lists_all`, else the first ones.
    pub fn listing(lists_all: bool) -> Self {
        Self { lists_all, ..Self::default() }
    }
}

/// What a zone's cell was read as.
#[derive(Clone, Debug)]
pub(super) struct SeenZone {
    /// The zone; `None` for a word for none.
    pub zone: Option<Zone>,
    /// What the user should know.
    pub note: Option<String>,
}
