//! What a workbook says about all of its sheets.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::Encoding;

use crate::storage::spreadsheets::error::{SheetBound, SheetError};
use crate::storage::spreadsheets::formats::NumberKind;
use crate::storage::spreadsheets::limits::{MOST_FORMATS, MOST_SHEETS};
use crate::storage::spreadsheets::numbers::FirstDay;
use crate::storage::spreadsheets::strings::SharedTexts;

use super::records::{XlsBytes, XlsRecords, encoding_of};

/// A sheet of a workbook.
pub(super) struct XlsSheet {
    pub name: String,
    pub hidden: bool,
    /// Its first byte in the stream.
    pub start: usize,
}

/// What a workbook says about all of its sheets.
pub(super) struct XlsBook {
    pub sheets: Vec<XlsSheet>,
    pub texts: SharedTexts,
    /// What numbers mean, by the style of a cell.
    pub kinds: Vec<NumberKind>,
    pub first_day: FirstDay,
    /// Whether texts are as in BIFF8 (Excel 97), or bytes in a code page.
    pub is_biff8: bool,
    pub encoding: &'static Encoding,
}

impl XlsBook {
    pub fn read(stream: &[u8], cancel: &AtomicBool) -> Result<Self, SheetError> {
        let mut book = Self {
            sheets: Vec::new(),
            texts: SharedTexts::default(),
            kinds: Vec::new(),
            first_day: FirstDay::Of1900,
            is_biff8: true,
            encoding: encoding_rs::WINDOWS_1252,
        };
        let mut own = HashMap::new();
        let mut styles = Vec::new();
        let mut records = XlsRecords::at(stream, 0)?;
        loop {
            let record = records.next()?;
            if cancel.load(Ordering::Relaxed) {
                return Err(SheetError::Cancelled);
            }
            let mut bytes = XlsBytes::new(record.data, Vec::new());
            match record.kind {
                // EOF
                0x000A => break,
                // BOF
                0x0809 => book.is_biff8 = bytes.u16()? != 0x0500,
                // The BOFs of Excel 2 to 4.
                0x0009 | 0x0209 | 0x0409 => {
                    let what = "a workbook of an Excel before 1995";
                    return Err(SheetError::NotASheet { what, instead: "Save it as .xlsx in a newer spreadsheet" });
                }
                // FILEPASS
                0x002F => return Err(SheetError::Password),
                // CODEPAGE
                0x0042 => book.encoding = encoding_of(bytes.u16()?),
                // DATEMODE
                0x0022 if bytes.u16()? == 1 => book.first_day = FirstDay::Of1904,
                // BOUNDSHEET
                0x0085 => book.sheet(&mut bytes)?,
                // FORMAT
                0x041E => {
                    let id = bytes.u16()?;
                    let code = match book.is_biff8 {
                        true => bytes.u16().and_then(|size| bytes.unicode(usize::from(size))),
                        false => bytes.byte().and_then(|size| bytes.bytes(usize::from(size), book.encoding)),
                    };
                    own.insert(u32::from(id), NumberKind::of_code(&code?));
                }
                // XF
                0x00E0 => {
                    bytes.u16()?;
                    styles.push(u32::from(bytes.u16()?));
                }
                // SST
                0x00FC => book.shared(record.data, records.continued(), cancel)?,
                _ => {}
            }
            if styles.len() > MOST_FORMATS {
                return Err(SheetError::TooLarge(SheetBound::Formats));
            }
        }
        let kind = |id: &u32| own.get(id).copied().unwrap_or_else(|| NumberKind::of_builtin(*id));
        book.kinds = styles.iter().map(kind).collect();
        Ok(book)
    }

    fn sheet(&mut self, bytes: &mut XlsBytes<'_>) -> Result<(), SheetError> {
        let start = bytes.u32()? as usize;
        let (state, kind, size) = (bytes.byte()?, bytes.byte()?, usize::from(bytes.byte()?));
        let name = if self.is_biff8 { bytes.unicode(size)? } else { bytes.bytes(size, self.encoding)? };
        // Charts and macros have no cells.
        if kind == 0 {
            self.sheets.push(XlsSheet { name, hidden: state & 0x3 != 0, start });
        }
        match self.sheets.len() > MOST_SHEETS {
            true => Err(SheetError::TooLarge(SheetBound::Sheets)),
            false => Ok(()),
        }
    }

    /// Reads the texts that cells share.
    fn shared(&mut self, data: &[u8], continued: Vec<&[u8]>, cancel: &AtomicBool) -> Result<(), SheetError> {
        let mut bytes = XlsBytes::new(data, continued);
        bytes.u32()?;
        for number in 0..bytes.u32()? {
            if number % 4096 == 0 && cancel.load(Ordering::Relaxed) {
                return Err(SheetError::Cancelled);
            }
            let size = usize::from(bytes.u16()?);
            self.texts.push(&bytes.unicode(size)?)?;
        }
        Ok(())
    }
}
