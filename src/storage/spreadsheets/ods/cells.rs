//! The cells of a sheet of an OpenDocument spreadsheet.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use crate::storage::spreadsheets::error::{SheetBound, SheetError};
use crate::storage::spreadsheets::grid::{CellSink, GridValue, within_bounds};
use crate::storage::spreadsheets::limits::{MOST_ROW_BYTES, MOST_SHEET_CELLS};
use crate::storage::spreadsheets::numbers::{duration_text, iso_text, number_text};
use crate::storage::spreadsheets::xml::{XmlPart, append, append_reference, attribute, cut_off};

/// A cell of the row that is being read.
struct OdsCell {
    column: u32,
    /// How many times it is there, side by side.
    times: u32,
    text: String,
    is_error: bool,
}

/// What the attributes of a cell say.
#[derive(Default)]
struct OdsOpenCell {
    times: u32,
    /// The value, where it isn't the text.
    value: Option<String>,
    text: String,
    is_error: bool,
    /// A cell that a merged one covers: what it has isn't seen.
    is_covered: bool,
    paragraphs: u32,
}

/// The cells of a sheet, from its first token to its last.
pub(super) struct OdsTable<'p, 'c, R: Read> {
    part: &'p mut XmlPart<'c, R>,
    row: u32,
    column: u32,
    times: u32,
    cells: Vec<OdsCell>,
    cell: OdsOpenCell,
    bytes: usize,
    /// Cells passed on so far.
    passed: u64,
}

impl<'p, 'c, R: Read> OdsTable<'p, 'c, R> {
    /// `part` has just passed the start of the table.
    pub fn new(part: &'p mut XmlPart<'c, R>) -> Self {
        Self { part, row: 0, column: 0, times: 1, cells: Vec::new(), cell: OdsOpenCell::default(), bytes: 0, passed: 0 }
    }

    /// Passes all cells on.
    pub fn read(&mut self, sink: &mut impl CellSink) -> Result<(), SheetError> {
        // Levels of tables within cells and drawings, and of comments: none of their texts are the cell's.
        let (mut aside, mut in_paragraph, mut goes_on) = (0usize, false, true);
        while let Some(event) = self.part.next()? {
            match event {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table" | "office:annotation" | "draw:frame" | "table:shapes" => aside += 1,
                    _ if aside > 0 => {}
                    "table:table-row" => {
                        self.times = times(&element, "number-rows-repeated")?;
                        self.column = 0;
                    }
                    "table:table-cell" => self.cell = opened(&element, false)?,
                    "table:covered-table-cell" => self.cell = opened(&element, true)?,
                    "text:p" => {
                        in_paragraph = true;
                        self.cell.paragraphs = self.cell.paragraphs.saturating_add(1);
                        if self.cell.paragraphs > 1 {
                            append(&mut self.cell.text, "\n")?;
                        }
                    }
                    "text:s" => {
                        let count = attribute(&element, "c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                        append(&mut self.cell.text, &" ".repeat(count.min(1000)))?;
                    }
                    "text:tab" => append(&mut self.cell.text, "\t")?,
                    "text:line-break" => append(&mut self.cell.text, "\n")?,
                    _ => {}
                },
                Event::End(element) => match element.name().as_ref() {
                    "table:table" if aside == 0 => return Ok(()),
                    "table:table" | "office:annotation" | "draw:frame" | "table:shapes" => {
                        aside = aside.saturating_sub(1)
                    }
                    _ if aside > 0 => {}
                    "text:p" => in_paragraph = false,
                    "table:table-cell" | "table:covered-table-cell" => {
                        end_cell(&mut self.cell, &mut self.cells, &mut self.column, &mut self.bytes)?;
                    }
                    "table:table-row" => {
                        // What has had enough is only passed over, up to the end of the table.
                        goes_on = goes_on && pass_row(&mut self.cells, self.row, self.times, &mut self.passed, sink)?;
                        self.cells.clear();
                        self.bytes = 0;
                        self.row = self.row.saturating_add(self.times);
                    }
                    _ => {}
                },
                Event::Text(more) if in_paragraph && aside == 0 => append(&mut self.cell.text, &more.xml10_content())?,
                Event::CData(more) if in_paragraph && aside == 0 => append(&mut self.cell.text, &more.xml10_content())?,
                Event::GeneralRef(more) if in_paragraph && aside == 0 => append_reference(&mut self.cell.text, &more)?,
                _ => {}
            }
        }
        Err(cut_off())
    }
}

fn times(element: &BytesStart<'_>, name: &str) -> Result<u32, SheetError> {
    match attribute(element, name)? {
        Some(count) => {
            count.parse().map_err(|_| SheetError::damaged("a cell is repeated a number of times that is none"))
        }
        None => Ok(1),
    }
}

fn opened(element: &BytesStart<'_>, is_covered: bool) -> Result<OdsOpenCell, SheetError> {
    let text = |name| Ok::<_, SheetError>(attribute(element, name)?.map(std::borrow::Cow::into_owned));
    let mut cell = OdsOpenCell { is_covered, times: times(element, "number-columns-repeated")?, ..Default::default() };
    // `office:value-type`, and LibreOffice's own `calcext:value-type`, which alone tells errors.
    for found in element.attributes().with_checks(false) {
        let found = found.map_err(SheetError::damaged)?;
        match (found.key.as_ref(), found.value.as_ref()) {
            ("calcext:value-type", "error") => cell.is_error = true,
            ("office:value-type", "float" | "percentage" | "currency") => {
                let number = text("value")?.unwrap_or_default();
                let plain = number.trim().parse().ok().and_then(number_text);
                cell.value = Some(plain.unwrap_or(number));
            }
            ("office:value-type", "date") => {
                let date = text("date-value")?.unwrap_or_default();
                cell.value = Some(iso_text(&date, true));
            }
            ("office:value-type", "time") => cell.value = text("time-value")?.map(|time| duration_text(&time)),
            ("office:value-type", "boolean") => cell.value = text("boolean-value")?,
            ("office:string-value", _) => cell.value = text("string-value")?,
            _ => {}
        }
    }
    Ok(cell)
}

fn end_cell(
    cell: &mut OdsOpenCell,
    cells: &mut Vec<OdsCell>,
    column: &mut u32,
    bytes: &mut usize,
) -> Result<(), SheetError> {
    let cell = std::mem::take(cell);
    let at = *column;
    *column = column.saturating_add(cell.times);
    let text = cell.value.filter(|value| !value.is_empty() && !cell.is_error).unwrap_or(cell.text);
    if cell.is_covered || (text.is_empty() && !cell.is_error) {
        return Ok(());
    }
    within_bounds(0, column.saturating_sub(1))?;
    *bytes = bytes.saturating_add(text.len());
    if *bytes > MOST_ROW_BYTES {
        return Err(SheetError::TooLarge(SheetBound::Row));
    }
    cells.push(OdsCell { column: at, times: cell.times, text, is_error: cell.is_error });
    Ok(())
}

/// Passes a row on as many times as it is there.
fn pass_row(
    cells: &mut Vec<OdsCell>,
    row: u32,
    times: u32,
    passed: &mut u64,
    sink: &mut impl CellSink,
) -> Result<bool, SheetError> {
    if cells.is_empty() {
        return Ok(true);
    }
    // Before any of them is passed on, since a few bytes can stand for ten billion cells.
    within_bounds(row.saturating_add(times.saturating_sub(1)), 0)?;
    *passed += cells.iter().map(|cell| u64::from(cell.times)).sum::<u64>().saturating_mul(u64::from(times));
    if *passed > MOST_SHEET_CELLS {
        return Err(SheetError::TooLarge(SheetBound::Cells));
    }
    for row in row..row.saturating_add(times) {
        for cell in cells.iter() {
            for column in cell.column..cell.column.saturating_add(cell.times) {
                let value = if cell.is_error { GridValue::Error(&cell.text) } else { GridValue::Text(&cell.text) };
                if !sink.cell(row, column, value)? {
                    return Ok(false);
                }
            }
        }
    }
    cells.clear();
    Ok(true)
}
