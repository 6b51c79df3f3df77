//! Workbooks of Excel (.xlsx, .xlsm), as ECMA-376 has them.
//!
//! calamine isn't used to read them: it reserves memory for counts that a file only states, and ends the process at
//! 600 bytes of hostile XML. It reads the same files in tests.

mod cells;
mod styles;
mod texts;
mod workbook;

use std::sync::atomic::AtomicBool;

use super::archive::PackedParts;
use super::error::SheetError;
use super::grid::{CellSink, SheetExtent};
use super::info::SheetInfo;

use cells::{XlsxCells, XlsxContext};
use styles::XlsxStyles;
use workbook::XlsxParts;

/// The sheets of a workbook.
pub(super) fn xlsx_sheets(parts: &mut PackedParts, cancel: &AtomicBool) -> Result<Vec<SheetInfo>, SheetError> {
    let book = XlsxParts::read(parts, cancel)?;
    let mut sheets = Vec::new();
    for sheet in &book.sheets {
        let mut extent = SheetExtent { stop_at_first: true, ..SheetExtent::default() };
        let context = XlsxContext { texts: None, styles: &XlsxStyles::default(), first_day: book.first_day };
        let mut stated = None;
        if let Some(part) = parts.part(&sheet.part, cancel)? {
            let mut cells = XlsxCells::new(part, context);
            cells.read(&mut extent)?;
            stated = cells.stated_size();
        }
        sheets.push(SheetInfo {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            has_data: extent.rows > 0,
            is_list: false,
            size: stated.filter(|_| extent.rows > 0),
        });
    }
    Ok(sheets)
}

/// Passes the cells of sheets on, each with its number.
pub(super) fn xlsx_cells(
    parts: &mut PackedParts,
    sinks: &mut [(usize, impl CellSink)],
    cancel: &AtomicBool,
) -> Result<(), SheetError> {
    let book = XlsxParts::read(parts, cancel)?;
    let texts = texts::read_texts(parts, &book.texts, cancel)?;
    let styles = XlsxStyles::read(parts, &book.styles, cancel)?;
    for (number, sink) in sinks {
        let sheet = book.sheets.get(*number).ok_or_else(|| SheetError::damaged("it changed while it was read"))?;
        let context = XlsxContext { texts: Some(&texts), styles: &styles, first_day: book.first_day };
        match parts.part(&sheet.part, cancel)? {
            Some(part) => XlsxCells::new(part, context).read(sink)?,
            None => return Err(SheetError::damaged("a sheet is missing")),
        }
    }
    Ok(())
}
