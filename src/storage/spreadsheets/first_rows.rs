//! Takes only the first rows of a sheet.

use std::io::Write;

use super::error::SheetError;
use super::grid::{CellSink, GridValue, GridWriter};

/// Most bytes of the first rows. A sheet with longer ones isn't the one with contacts.
const MOST_TOP_BYTES: usize = 1 << 20;

/// Writes the first rows of a sheet, and passes over the others.
pub(super) struct FirstRows<W: Write> {
    grid: GridWriter<W>,
    most: u32,
    seen: u32,
    row: Option<u32>,
    bytes: usize,
}

impl<W: Write> FirstRows<W> {
    pub fn new(grid: GridWriter<W>, most: u32) -> Self {
        Self { grid, most, seen: 0, row: None, bytes: 0 }
    }

    /// Writes the last row.
    pub fn finish(self) -> Result<(), SheetError> {
        match self.grid.finish() {
            Ok(_) | Err(SheetError::NoData) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl<W: Write> CellSink for FirstRows<W> {
    fn cell(&mut self, row: u32, column: u32, value: GridValue<'_>) -> Result<bool, SheetError> {
        if self.row != Some(row) {
            self.row = Some(row);
            self.seen = self.seen.saturating_add(1);
        }
        if let GridValue::Text(text) = value {
            self.bytes = self.bytes.saturating_add(text.len());
        }
        if self.seen > self.most || self.bytes > MOST_TOP_BYTES {
            return Ok(false);
        }
        self.grid.cell(row, column, value)
    }
}
