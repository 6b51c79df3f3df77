//! Writes a table for people in any of its formats.

use std::io::{self, Write};

use super::csv::write_csv;
use super::spreadsheet::{Spreadsheet, write_spreadsheet};
use super::table::{PushRow, TableCuts, TableFormat, TableHead};

/// Writes a table, row by row. `watch` is called now and then; its error ends the table.
///
/// # Errors
/// If `out` can't be written, or `watch` or `rows` returned an error.
pub fn write_table(
    out: &mut (impl Write + Send),
    format: TableFormat,
    head: &TableHead<'_>,
    watch: &dyn Fn() -> io::Result<()>,
    rows: impl FnOnce(&mut PushRow<'_>) -> io::Result<()>,
) -> io::Result<TableCuts> {
    match format {
        TableFormat::Csv => write_csv(out, head, rows),
        TableFormat::Spreadsheet => {
            let mut spreadsheet = Spreadsheet::new(head.title, head.now);
            write_spreadsheet(&mut spreadsheet, head, watch, rows)?;
            spreadsheet.save(out)
        }
    }
}
