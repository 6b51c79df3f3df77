//! OpenDocument spreadsheets (.ods), token by token, since a few bytes can stand for a million rows of a thousand cells.

mod cells;

use std::collections::HashSet;
use std::sync::atomic::AtomicBool;

use quick_xml::events::Event;

use super::archive::PackedParts;
use super::error::{SheetBound, SheetError};
use super::grid::{CellSink, SheetExtent};
use super::info::{SheetInfo, SheetSize};
use super::limits::{MOST_FORMATS, MOST_SHEETS};
use super::xml::{attribute, attribute_text, cut_off};

use cells::OdsTable;

/// The part with all sheets.
const CONTENT: &str = "content.xml";

/// The sheets of a workbook, with their sizes.
pub(super) fn ods_sheets(parts: &mut PackedParts, cancel: &AtomicBool) -> Result<Vec<SheetInfo>, SheetError> {
    refuse_password(parts, cancel)?;
    let mut sheets = Vec::new();
    for_each_table(parts, cancel, |name, hidden, table| {
        let mut extent = SheetExtent::default();
        table.read(&mut extent)?;
        let size = SheetSize { rows: extent.rows, columns: extent.columns, exact: true };
        let has_data = extent.rows > 0;
        sheets.push(SheetInfo { name, hidden, has_data, is_list: false, size: has_data.then_some(size) });
        match sheets.len() > MOST_SHEETS {
            true => Err(SheetError::TooLarge(SheetBound::Sheets)),
            false => Ok(true),
        }
    })?;
    Ok(sheets)
}

/// Passes the cells of sheets on, each with its number.
pub(super) fn ods_cells(
    parts: &mut PackedParts,
    sinks: &mut [(usize, impl CellSink)],
    cancel: &AtomicBool,
) -> Result<(), SheetError> {
    let (mut at, mut left) = (0, sinks.len());
    for_each_table(parts, cancel, |_, _, table| {
        match sinks.iter_mut().find(|(number, _)| *number == at) {
            Some((_, sink)) => {
                table.read(sink)?;
                left -= 1;
            }
            None => table.read(&mut SheetExtent::default())?,
        }
        at += 1;
        Ok(left > 0)
    })
}

/// Calls `read` with the name of each sheet, whether it is hidden, and its cells; until it returns `false`.
fn for_each_table(
    parts: &mut PackedParts,
    cancel: &AtomicBool,
    mut read: impl FnMut(String, bool, &mut OdsTable<'_, '_, super::archive::ZipBytes<'_>>) -> Result<bool, SheetError>,
) -> Result<(), SheetError> {
    let Some(mut part) = parts.part(CONTENT, cancel)? else {
        return Err(SheetError::damaged("it has no content"));
    };
    let mut hidden_styles: HashSet<String> = HashSet::new();
    let (mut style, mut ended) = (String::new(), false);
    loop {
        let (name, hidden) = match part.next()? {
            None if ended => return Ok(()),
            None => return Err(cut_off()),
            Some(Event::Start(element)) => match element.name().as_ref() {
                "style:style" => {
                    style = attribute_text(&element, "name")?;
                    continue;
                }
                "style:table-properties" => {
                    if attribute(&element, "display")?.is_some_and(|display| display == "false") {
                        hidden_styles.insert(style.clone());
                    }
                    if hidden_styles.len() > MOST_FORMATS {
                        return Err(SheetError::TooLarge(SheetBound::Formats));
                    }
                    continue;
                }
                "table:table" => (
                    attribute_text(&element, "name")?,
                    hidden_styles.contains(&attribute_text(&element, "style-name")?),
                ),
                _ => continue,
            },
            Some(Event::End(element)) => {
                ended |= element.name().as_ref() == "office:document-content";
                continue;
            }
            Some(_) => continue,
        };
        if !read(name, hidden, &mut OdsTable::new(&mut part))? {
            return Ok(());
        }
    }
}

/// An error if the list of parts says that the content is encrypted.
fn refuse_password(parts: &mut PackedParts, cancel: &AtomicBool) -> Result<(), SheetError> {
    let Some(mut part) = parts.part("META-INF/manifest.xml", cancel)? else { return Ok(()) };
    while let Some(event) = part.next()? {
        if let Event::Start(element) = event
            && matches!(element.local_name().as_ref(), "encryption-data" | "encrypted-key")
        {
            return Err(SheetError::Password);
        }
    }
    Ok(())
}
