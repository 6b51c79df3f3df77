//! The cells of a sheet, one after the other.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use crate::storage::spreadsheets::error::{SheetBound, SheetError};
use crate::storage::spreadsheets::grid::{CellSink, GridValue, within_bounds};
use crate::storage::spreadsheets::info::SheetSize;
use crate::storage::spreadsheets::limits::{MOST_SHEET_COLUMNS, MOST_SHEET_ROWS};
use crate::storage::spreadsheets::numbers::{FirstDay, formatted_text, iso_text};
use crate::storage::spreadsheets::strings::SharedTexts;
use crate::storage::spreadsheets::xml::{XmlPart, append, append_reference, attribute, cut_off};

use super::styles::XlsxStyles;
use super::texts::unescaped;

/// What a workbook says about the cells of all sheets.
pub(super) struct XlsxContext<'a> {
    /// The shared texts; `None` if only the places of cells are of interest.
    pub texts: Option<&'a SharedTexts>,
    pub styles: &'a XlsxStyles,
    pub first_day: FirstDay,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum XlsxType {
    #[default]
    Number,
    SharedText,
    Text,
    Boolean,
    Error,
    Date,
}

impl XlsxType {
    fn of(name: &str) -> Self {
        match name {
            "s" => XlsxType::SharedText,
            "b" => XlsxType::Boolean,
            "e" => XlsxType::Error,
            "d" => XlsxType::Date,
            "str" | "inlineStr" => XlsxType::Text,
            _ => XlsxType::Number,
        }
    }
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct XlsxCell {
    column: u32,
    kind: XlsxType,
    style: usize,
    has_formula: bool,
    text: String,
}

/// The cells of a sheet.
pub(super) struct XlsxCells<'c, 'a, R: Read> {
    part: XmlPart<'c, R>,
    context: XlsxContext<'a>,
    row: u32,
    next_column: u32,
    cell: XlsxCell,
    stated: Option<SheetSize>,
}

impl<'c, 'a, R: Read> XlsxCells<'c, 'a, R> {
    pub fn new(part: XmlPart<'c, R>, context: XlsxContext<'a>) -> Self {
        Self { part, context, row: 0, next_column: 0, cell: XlsxCell::default(), stated: None }
    }

    /// The size that the sheet states, once a cell was read.
    pub fn stated_size(&self) -> Option<SheetSize> {
        self.stated
    }

    /// Passes all cells on.
    pub fn read(&mut self, sink: &mut impl CellSink) -> Result<(), SheetError> {
        let (mut in_value, mut in_guide, mut in_data) = (false, false, false);
        while let Some(event) = self.part.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "c" if in_data => begin_cell(&mut self.cell, &mut self.row, &mut self.next_column, &element)?,
                    "v" => in_value = true,
                    "t" => in_value = !in_guide,
                    "rPh" => in_guide = true,
                    "f" => self.cell.has_formula = true,
                    "row" if in_data => {
                        if let Some(number) = attribute(&element, "r")? {
                            self.row = number
                                .parse::<u32>()
                                .ok()
                                .and_then(|number| number.checked_sub(1))
                                .ok_or_else(bad_place)?;
                        }
                        self.next_column = 0;
                    }
                    "dimension" => self.stated = attribute(&element, "ref")?.and_then(|range| size_of(&range)),
                    "sheetData" => in_data = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "c" if in_data && !pass_on(&self.cell, self.row, &self.context, sink)? => return Ok(()),
                    "v" | "t" => in_value = false,
                    "rPh" => in_guide = false,
                    "row" => self.row = self.row.saturating_add(1),
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                Event::Text(more) if in_value => append(&mut self.cell.text, &more.xml10_content())?,
                Event::CData(more) if in_value => append(&mut self.cell.text, &more.xml10_content())?,
                Event::GeneralRef(reference) if in_value => append_reference(&mut self.cell.text, &reference)?,
                _ => {}
            }
        }
        Err(cut_off())
    }
}

fn begin_cell(
    cell: &mut XlsxCell,
    row: &mut u32,
    next_column: &mut u32,
    element: &BytesStart<'_>,
) -> Result<(), SheetError> {
    cell.text.clear();
    (cell.kind, cell.style, cell.has_formula, cell.column) = (XlsxType::Number, 0, false, *next_column);
    for found in element.attributes().with_checks(false) {
        let found = found.map_err(SheetError::damaged)?;
        match found.key.as_ref() {
            "r" => (*row, cell.column) = place_of(&found.value).ok_or_else(bad_place)?,
            "s" => cell.style = found.value.parse().unwrap_or(0),
            "t" => cell.kind = XlsxType::of(&found.value),
            _ => {}
        }
    }
    *next_column = cell.column.saturating_add(1);
    if *row >= MOST_SHEET_ROWS {
        return Err(SheetError::TooLarge(SheetBound::Rows));
    }
    Ok(())
}

fn pass_on(cell: &XlsxCell, row: u32, context: &XlsxContext<'_>, sink: &mut impl CellSink) -> Result<bool, SheetError> {
    let text = cell.text.as_str();
    if text.is_empty() {
        // A formula may well give an empty text, which has a type.
        let unknown = cell.has_formula && cell.kind == XlsxType::Number;
        return if unknown { sink.cell(row, cell.column, GridValue::Unknown) } else { Ok(true) };
    }
    within_bounds(row, cell.column)?;
    let mut pass = |value| sink.cell(row, cell.column, value);
    match (cell.kind, context.texts) {
        (XlsxType::SharedText, None) => pass(GridValue::Text(text)),
        (XlsxType::SharedText, Some(texts)) => {
            let found = text.trim().parse().ok().and_then(|number| texts.get(number));
            pass(GridValue::Text(found.ok_or_else(|| SheetError::damaged("it lacks the text of a cell"))?))
        }
        (XlsxType::Text, _) => pass(GridValue::Text(&unescaped(text))),
        (XlsxType::Error, _) => pass(GridValue::Error(text)),
        (XlsxType::Boolean, _) => match text.trim() {
            "1" => pass(GridValue::Text("true")),
            "0" => pass(GridValue::Text("false")),
            other => pass(GridValue::Text(other)),
        },
        (XlsxType::Date, _) => pass(GridValue::Text(&iso_text(text, false))),
        (XlsxType::Number, _) => {
            let number = text.trim().parse::<f64>().ok();
            let kind = context.styles.kind(cell.style);
            match number.map(|number| formatted_text(number, kind, context.first_day)) {
                Some(Some(number)) => pass(GridValue::Text(&number)),
                Some(None) => pass(GridValue::Error("#NUM!")),
                // Some programs write texts without saying so.
                None => pass(GridValue::Text(text)),
            }
        }
    }
}

fn bad_place() -> SheetError {
    SheetError::damaged("a cell has a place that there isn't")
}

/// The row and column of a place such as `B12`, from 0.
fn place_of(place: &str) -> Option<(u32, u32)> {
    let digits = place.bytes().position(|byte| byte.is_ascii_digit())?;
    let (letters, digits) = place.split_at(digits);
    if letters.is_empty() || letters.len() > 5 || digits.len() > 9 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase();
        column = column * 26 + u32::from(letter.checked_sub(b'A').filter(|&place| place < 26)?) + 1;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// The size of a range such as `A1:D100`; `None` if it is beyond what a sheet can have.
fn size_of(range: &str) -> Option<SheetSize> {
    let (row, column) = place_of(range.rsplit(':').next()?)?;
    let within = row < MOST_SHEET_ROWS && column < MOST_SHEET_COLUMNS;
    within.then_some(SheetSize { rows: row + 1, columns: column + 1, exact: false })
}
