//! The cells of a sheet of an old workbook.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::storage::spreadsheets::error::SheetError;
use crate::storage::spreadsheets::grid::{CellSink, GridValue};
use crate::storage::spreadsheets::numbers::formatted_text;
use crate::storage::spreadsheets::xml::cut_off;

use super::records::{XlsBytes, XlsRecord, XlsRecords};
use super::workbook::XlsBook;

/// A cell. Its text is in the stream or the workbook, so that a million take little memory.
#[derive(Clone, Copy, Debug)]
struct XlsCell<'s> {
    row: u16,
    column: u16,
    value: XlsValue<'s>,
}

#[derive(Clone, Copy, Debug)]
enum XlsValue<'s> {
    Shared(u32),
    /// The text of a record, from its length on.
    Text(&'s [u8]),
    Number(f64, u16),
    Boolean(bool),
    Error(u8),
}

/// Passes the cells of the sheet that starts at a byte of the stream on.
pub(super) fn pass_cells(
    stream: &[u8],
    book: &XlsBook,
    start: usize,
    sink: &mut impl CellSink,
    cancel: &AtomicBool,
) -> Result<(), SheetError> {
    let mut cells = collect(stream, start, cancel)?;
    // Some programs write cells in the order in which they were set.
    if !cells.is_sorted_by_key(|cell| cell.row) {
        cells.sort_by_key(|cell| cell.row);
    }
    for (at, cell) in cells.iter().enumerate() {
        if at % 1024 == 0 && cancel.load(Ordering::Relaxed) {
            return Err(SheetError::Cancelled);
        }
        let (row, column) = (u32::from(cell.row), u32::from(cell.column));
        let go_on = match cell.value {
            XlsValue::Shared(number) => {
                let text = book.texts.get(number as usize);
                sink.cell(
                    row,
                    column,
                    GridValue::Text(text.ok_or_else(|| SheetError::damaged("it lacks the text of a cell"))?),
                )
            }
            XlsValue::Text(data) => {
                let mut bytes = XlsBytes::new(data, Vec::new());
                let size = usize::from(bytes.u16()?);
                let text = if book.is_biff8 { bytes.unicode(size) } else { bytes.bytes(size, book.encoding) };
                // The long text of a formula goes on in records that aren't kept.
                sink.cell(row, column, text.as_deref().map_or(GridValue::Unknown, GridValue::Text))
            }
            XlsValue::Number(number, style) => {
                let kind = book.kinds.get(usize::from(style)).copied().unwrap_or_default();
                match formatted_text(number, kind, book.first_day) {
                    Some(text) => sink.cell(row, column, GridValue::Text(&text)),
                    None => sink.cell(row, column, GridValue::Error("#NUM!")),
                }
            }
            XlsValue::Boolean(yes) => sink.cell(row, column, GridValue::Text(if yes { "true" } else { "false" })),
            XlsValue::Error(code) => sink.cell(row, column, GridValue::Error(error_text(code))),
        }?;
        if !go_on {
            break;
        }
    }
    Ok(())
}

fn collect<'s>(stream: &'s [u8], start: usize, cancel: &AtomicBool) -> Result<Vec<XlsCell<'s>>, SheetError> {
    let mut records = XlsRecords::at(stream, start)?;
    let mut cells = Vec::new();
    // Charts within a sheet have records of their own, between a start and an end.
    let mut depth = 0usize;
    // The cell of a formula whose text follows.
    let mut awaited = None;
    for number in 0u64.. {
        if number % 1024 == 0 && cancel.load(Ordering::Relaxed) {
            return Err(SheetError::Cancelled);
        }
        let record = records.next()?;
        match (record.kind, depth) {
            (0x0809, _) => depth += 1,
            (0x000A, 0 | 1) => break,
            (0x000A, _) => depth -= 1,
            // STRING
            (0x0207 | 0x0007, 0 | 1) => {
                if let Some((row, column)) = awaited.take() {
                    cells.push(XlsCell { row, column, value: XlsValue::Text(record.data) });
                }
            }
            (_, 0 | 1) => add(record, &mut cells, &mut awaited)?,
            (_, _) => {}
        }
    }
    Ok(cells)
}

/// Adds the cells of a record, if it has any.
fn add<'s>(
    record: XlsRecord<'s>,
    cells: &mut Vec<XlsCell<'s>>,
    awaited: &mut Option<(u16, u16)>,
) -> Result<(), SheetError> {
    // LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK, BOOLERR, FORMULA
    if !matches!(record.kind, 0x00FD | 0x0204 | 0x00D6 | 0x0203 | 0x027E | 0x00BD | 0x0205 | 0x0006 | 0x0206 | 0x0406) {
        return Ok(());
    }
    let mut bytes = XlsBytes::new(record.data, Vec::new());
    let (row, column) = (bytes.u16()?, bytes.u16()?);
    let rest = record.data.get(6..);
    let mut push = |column, value| cells.push(XlsCell { row, column, value });
    match record.kind {
        0x00BD => {
            // Style and number of each column, and at the end the last column.
            for at in 0..record.data.len().saturating_sub(6) / 6 {
                let (style, number) = (bytes.u16()?, bytes.u32()?);
                push(column.saturating_add(at as u16), XlsValue::Number(rk(number), style));
            }
        }
        0x00FD => {
            bytes.u16()?;
            push(column, XlsValue::Shared(bytes.u32()?));
        }
        0x0204 | 0x00D6 => push(column, XlsValue::Text(rest.ok_or_else(cut_off)?)),
        0x0203 => {
            let style = bytes.u16()?;
            push(column, XlsValue::Number(f64::from_bits(u64::from_le_bytes(eight(rest)?)), style));
        }
        0x027E => {
            let style = bytes.u16()?;
            push(column, XlsValue::Number(rk(bytes.u32()?), style));
        }
        0x0205 => {
            bytes.u16()?;
            let (value, is_error) = (bytes.byte()?, bytes.byte()? != 0);
            push(column, if is_error { XlsValue::Error(value) } else { XlsValue::Boolean(value != 0) });
        }
        _ => {
            let style = bytes.u16()?;
            let result = eight(rest)?;
            match (result[6] == 0xFF && result[7] == 0xFF, result[0]) {
                (false, _) => push(column, XlsValue::Number(f64::from_bits(u64::from_le_bytes(result)), style)),
                (true, 0) => *awaited = Some((row, column)),
                (true, 1) => push(column, XlsValue::Boolean(result[2] != 0)),
                (true, 2) => push(column, XlsValue::Error(result[2])),
                (true, _) => {}
            }
        }
    }
    Ok(())
}

fn eight(bytes: Option<&[u8]>) -> Result<[u8; 8], SheetError> {
    bytes.and_then(|bytes| bytes.first_chunk::<8>()).copied().ok_or_else(cut_off)
}

/// A number in 30 bits: an integer or the upper half of a float, perhaps a hundredth of it.
fn rk(number: u32) -> f64 {
    let value = match number & 0x02 {
        0 => f64::from_bits(u64::from(number & 0xFFFF_FFFC) << 32),
        _ => f64::from(number as i32 >> 2),
    };
    if number & 0x01 != 0 { value / 100.0 } else { value }
}

fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    }
}
