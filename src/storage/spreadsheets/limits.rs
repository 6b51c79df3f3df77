//! The bounds of a spreadsheet. A file beyond one of them ends in a sentence, before memory or time are spent on it.
//!
//! Unpacked bytes are counted while unpacking, never taken from a header.

/// Most rows of a sheet: those of Excel.
pub const MOST_SHEET_ROWS: u32 = 1_048_576;
/// Most columns of a sheet: those of a contacts file.
pub const MOST_SHEET_COLUMNS: u32 = 10_000;
/// Most cells with a value in a sheet.
pub const MOST_SHEET_CELLS: u64 = 100_000_000;
/// Most bytes of the text of a cell. Excel has at most 32,767 characters.
pub const MOST_CELL_BYTES: usize = 1 << 20;
/// Most bytes of the text of a row, since the reader of contacts takes lines of up to 16 MB.
pub const MOST_ROW_BYTES: usize = 7 << 20;
/// Most bytes of one token of XML: a tag with its attributes, or a text.
pub const MOST_TOKEN_BYTES: u64 = 2 << 20;
/// Most levels of nested XML.
pub const MOST_XML_DEPTH: usize = 256;
/// Most bytes of the sheet, and of any other part, once unpacked.
pub const MOST_UNPACKED_BYTES: u64 = 2 << 30;
/// Most bytes of the texts that the cells of a workbook share.
pub const MOST_STRING_BYTES: usize = 256 << 20;
/// Most texts that the cells of a workbook share.
pub const MOST_STRINGS: usize = 16 << 20;
/// Most sheets of a workbook.
pub const MOST_SHEETS: usize = 10_000;
/// Most formats of cells.
pub const MOST_FORMATS: usize = 100_000;
/// Most bytes of a zip's table of contents.
pub const MOST_DIRECTORY_BYTES: u64 = 16 << 20;
/// Most bytes of an old workbook (.xls), which is read into memory.
pub const MOST_XLS_BYTES: u64 = 128 << 20;
/// Bytes that any file may unpack to; beyond it, [`MOST_RATIO`] counts.
pub const FREE_BYTES: u64 = 16 << 20;
/// Most bytes that a byte of the file may unpack to: a real sheet unpacks to 5 to 30 times its size, a zip bomb to 1000
/// times. So the time that a file can take is in proportion to its size.
pub const MOST_RATIO: u64 = 100;
/// Bytes of CSV that any file may become; beyond it, [`MOST_CSV_RATIO`] counts.
pub const FREE_CSV_BYTES: u64 = 256 << 20;
/// Most bytes of CSV that a byte of the file may become: cells can share one long text.
pub const MOST_CSV_RATIO: u64 = 200;

/// Whether an entry of `packed` bytes unpacks to suspiciously many.
pub(super) fn is_bomb(packed: u64, unpacked: u64) -> bool {
    unpacked > FREE_BYTES && unpacked > packed.saturating_mul(MOST_RATIO)
}

/// Whether a file of `packed` bytes becomes suspiciously much CSV.
pub(super) fn is_csv_bomb(packed: u64, written: u64) -> bool {
    written > FREE_CSV_BYTES && written > packed.saturating_mul(MOST_CSV_RATIO)
}
