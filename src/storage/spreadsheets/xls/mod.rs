//! Old workbooks of Excel (.xls): BIFF8, and BIFF5 as some web programs write ([MS-XLS], [MS-CFB]).
//!
//! calamine isn't used: it follows loops and slices by lengths that a file states. The crate `cfb` checks the streams,
//! and the records are read here, each within its own bytes.

mod cells;
mod records;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::error::{SheetBound, SheetError};
use super::grid::{CellSink, SheetExtent};
use super::info::{SheetInfo, SheetSize};
use super::limits::MOST_XLS_BYTES;

use workbook::XlsBook;

/// A workbook in memory.
pub(super) struct XlsFile {
    stream: Vec<u8>,
}

impl XlsFile {
    /// Reads the stream that has the workbook.
    pub fn open(path: &Path, cancel: &AtomicBool) -> Result<Self, SheetError> {
        let file = File::open(path).map_err(SheetError::Unreadable)?;
        let bytes = file.metadata().map_err(SheetError::Unreadable)?.len();
        if bytes > MOST_XLS_BYTES {
            return Err(SheetError::TooLarge(SheetBound::Xls));
        }
        let mut compound = cfb::CompoundFile::open(file).map_err(SheetError::unreadable)?;
        let names: Vec<String> = compound.read_root_storage().map(|entry| entry.name().to_owned()).collect();
        let named = |wanted: &str| names.iter().find(|name| name.eq_ignore_ascii_case(wanted));
        if named("EncryptedPackage").is_some() || named("EncryptionInfo").is_some() {
            return Err(SheetError::Password);
        }
        let Some(name) = named("Workbook").or_else(|| named("Book")) else { return Err(other_document(&names)) };
        let mut stream = compound.open_stream(Path::new("/").join(name)).map_err(SheetError::unreadable)?;
        let mut read = Vec::new();
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(SheetError::Cancelled);
            }
            match stream.by_ref().take(1 << 20).read_to_end(&mut read).map_err(SheetError::unreadable)? {
                0 => return Ok(Self { stream: read }),
                _ if read.len() as u64 > bytes => return Err(SheetError::damaged("its parts overlap")),
                _ => {}
            }
        }
    }

    /// The sheets, with their sizes.
    pub fn sheets(&self, cancel: &AtomicBool) -> Result<Vec<SheetInfo>, SheetError> {
        let book = XlsBook::read(&self.stream, cancel)?;
        let mut sheets = Vec::new();
        for sheet in &book.sheets {
            let mut extent = SheetExtent::default();
            cells::pass_cells(&self.stream, &book, sheet.start, &mut extent, cancel)?;
            let (rows, columns) = (extent.rows, extent.columns);
            let size = (rows > 0).then_some(SheetSize { rows, columns, exact: true });
            let (name, hidden) = (sheet.name.clone(), sheet.hidden);
            sheets.push(SheetInfo { name, hidden, has_data: rows > 0, is_list: false, size });
        }
        Ok(sheets)
    }

    /// Passes the cells of sheets on, each with its number.
    pub fn cells(&self, sinks: &mut [(usize, impl CellSink)], cancel: &AtomicBool) -> Result<(), SheetError> {
        let book = XlsBook::read(&self.stream, cancel)?;
        for (number, sink) in sinks {
            let sheet = book.sheets.get(*number).ok_or_else(|| SheetError::damaged("it changed while it was read"))?;
            cells::pass_cells(&self.stream, &book, sheet.start, sink, cancel)?;
        }
        Ok(())
    }
}

/// What a file with other streams is.
fn other_document(names: &[String]) -> SheetError {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    let what = if has("WordDocument") {
        "a Word document (.doc)"
    } else if has("PowerPoint") {
        "a presentation (.ppt)"
    } else if has("__substg") || has("__nameid") {
        "a message of Outlook (.msg)"
    } else {
        "a file of another program of Microsoft's"
    };
    SheetError::NotASheet { what, instead: "Export the contacts as CSV or .xlsx" }
}
