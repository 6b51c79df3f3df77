//! What the readers of each kind of workbook pass cells to: the writer of the CSV, or one that only measures.

use std::io::{self, Write};

use super::counted::{CountedWriter, line_ends};
use super::error::{SheetBound, SheetError};
use super::limits::{MOST_ROW_BYTES, MOST_SHEET_CELLS, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, is_csv_bomb};
use super::rows::SheetRows;

/// What a cell with another error has in the CSV, such as LibreOffice's `Err:502`.
const OTHER_ERROR: &str = "#ERROR!";
/// What the cell of a formula that no spreadsheet has worked out yet has in the CSV.
const NO_RESULT: &str = "#RESULT!";

/// A cell with a value.
#[derive(Clone, Copy, Debug)]
pub(super) enum GridValue<'t> {
    Text(&'t str),
    /// An error such as `#N/A`.
    Error(&'t str),
    /// A formula that wasn't worked out.
    Unknown,
}

/// Takes the cells of a sheet, row by row from the top; in a row, in any order.
pub(super) trait CellSink {
    /// Takes a cell. Rows and columns count from 0. Returns whether to go on.
    fn cell(&mut self, row: u32, column: u32, value: GridValue<'_>) -> Result<bool, SheetError>;
}

/// Checks the place of a cell against the bounds.
pub(super) fn within_bounds(row: u32, column: u32) -> Result<(), SheetError> {
    if row >= MOST_SHEET_ROWS {
        Err(SheetError::TooLarge(SheetBound::Rows))
    } else if column >= MOST_SHEET_COLUMNS {
        Err(SheetError::TooLarge(SheetBound::Columns))
    } else {
        Ok(())
    }
}

/// The size of the part of a sheet that has values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SheetExtent {
    pub rows: u32,
    pub columns: u32,
    /// Whether the first cell is enough.
    pub stop_at_first: bool,
}

impl CellSink for SheetExtent {
    fn cell(&mut self, row: u32, column: u32, _: GridValue<'_>) -> Result<bool, SheetError> {
        within_bounds(row, column)?;
        self.rows = self.rows.max(row + 1);
        self.columns = self.columns.max(column + 1);
        Ok(!self.stop_at_first)
    }
}

/// Writes the cells of a sheet as CSV.
pub(super) struct GridWriter<W: Write> {
    csv: csv::Writer<CountedWriter<W>>,
    rows: SheetRows,
    /// The row that is being filled.
    row: Option<u32>,
    /// Its texts, one after the other, and for each cell its column and where its text is.
    text: String,
    cells: Vec<(u32, usize, usize)>,
    in_order: bool,
    count: u64,
    /// The size of the file that is read, since a small one must not become a huge one.
    packed: u64,
    written: u64,
}

impl<W: Write> GridWriter<W> {
    pub fn new(out: W, source: &str, packed: u64) -> Self {
        let mut rows = SheetRows::new(false);
        rows.begin_source(source);
        let csv = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .flexible(true)
            .buffer_capacity(256 << 10)
            .from_writer(CountedWriter::new(out));
        let (text, cells) = (String::new(), Vec::new());
        Self { csv, rows, row: None, text, cells, in_order: true, count: 0, packed, written: 0 }
    }

    /// Writes the last row.
    pub fn finish(mut self) -> Result<SheetRows, SheetError> {
        self.end_row()?;
        self.csv.flush().map_err(SheetError::Unwritable)?;
        if self.rows.records() == 0 {
            return Err(SheetError::NoData);
        }
        Ok(self.rows)
    }

    fn begin_row(&mut self, row: u32) -> Result<(), SheetError> {
        match self.row {
            Some(before) if before == row => return Ok(()),
            Some(before) if before > row => return Err(SheetError::damaged("its rows are out of order")),
            Some(_) | None => {}
        }
        self.end_row()?;
        self.row = Some(row);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), SheetError> {
        let Some(row) = self.row.filter(|_| !self.cells.is_empty()) else { return Ok(()) };
        if !self.in_order {
            self.cells.sort_by_key(|&(column, ..)| column);
            self.in_order = true;
        }
        let written = self.write_row();
        let lines = written.map_err(|error| SheetError::Unwritable(io::Error::other(error)))?;
        self.rows.push(u64::from(row) + 1, lines);
        self.written = self.csv.get_ref().bytes;
        self.text.clear();
        self.cells.clear();
        match is_csv_bomb(self.packed, self.written) {
            true => Err(SheetError::TooLarge(SheetBound::CsvRatio)),
            false => Ok(()),
        }
    }

    /// Writes the cells of a row up to its last value, and returns how many lines it took.
    fn write_row(&mut self) -> csv::Result<u64> {
        let mut column = 0;
        let mut cells = self.cells.iter().peekable();
        while let Some(&(at, start, end)) = cells.next() {
            // A cell that is there twice: the last counts, as in spreadsheets.
            if cells.peek().is_some_and(|next| next.0 == at) {
                continue;
            }
            for _ in column..at {
                self.csv.write_field(b"")?;
            }
            self.csv.write_field(&self.text.as_bytes()[start..end])?;
            column = at + 1;
        }
        self.csv.write_record(None::<&[u8]>)?;
        Ok(1 + line_ends(std::iter::once(self.text.as_bytes())))
    }

    fn push(&mut self, column: u32, text: &str) -> Result<(), SheetError> {
        // A column of many empty cells takes a byte each.
        let room = self.text.len() + text.len() + column as usize;
        if room > MOST_ROW_BYTES {
            return Err(SheetError::TooLarge(SheetBound::Row));
        }
        self.in_order &= self.cells.last().is_none_or(|&(last, ..)| last <= column);
        let start = self.text.len();
        // The reader of contacts takes a leading `'` away where it guards a formula.
        if text.starts_with('\'') {
            self.text.push('\'');
        }
        self.text.push_str(text);
        self.cells.push((column, start, self.text.len()));
        self.count += 1;
        if self.count > MOST_SHEET_CELLS {
            return Err(SheetError::TooLarge(SheetBound::Cells));
        }
        // Cells may be there twice, but not without end.
        match self.cells.len() > 2 * MOST_SHEET_COLUMNS as usize {
            true => Err(SheetError::TooLarge(SheetBound::Columns)),
            false => Ok(()),
        }
    }
}

impl<W: Write> CellSink for GridWriter<W> {
    fn cell(&mut self, row: u32, column: u32, value: GridValue<'_>) -> Result<bool, SheetError> {
        within_bounds(row, column)?;
        match value {
            GridValue::Text("") => {}
            GridValue::Text(text) => {
                self.begin_row(row)?;
                self.push(column, text)?;
            }
            GridValue::Error(text) => {
                self.begin_row(row)?;
                self.push(column, if text.starts_with('#') { text } else { OTHER_ERROR })?;
            }
            GridValue::Unknown => {
                self.begin_row(row)?;
                self.push(column, NO_RESULT)?;
            }
        }
        Ok(true)
    }
}
