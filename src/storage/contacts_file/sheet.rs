//! Spreadsheets and zips: which of their sheets is read, and where its rows stand.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use crate::contacts::row_kind::RowKind;
use crate::storage::spreadsheets::{SheetError, SheetInfo, SheetPart, SheetRows, SheetSource, Workbook, plain_name};

use super::encoding::detect;
use super::pieces::Cut;
use super::top::{self, HeaderNames};

/// Sheets that are looked at to find the one with contacts.
const MOST_LOOKED_AT: usize = 50;
/// Rows of each that are looked at.
const ROWS_LOOKED_AT: u32 = 60;
/// Spreadsheets in a zip that are looked at.
const MOST_BOOKS: usize = 8;

/// Why a sheet is the one that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetReason {
    /// The user named it.
    Asked,
    /// The mapping next to the file names it.
    Saved,
    /// It is the only one with data.
    Only,
    /// It is the first with columns of contacts.
    LooksLikeContacts,
    /// The files of the zip are one list.
    OneList,
}

/// The sheet of a spreadsheet, or the file of a zip, that is read.
#[derive(Debug)]
pub struct SheetRead {
    /// Its name; `None` if all lists of a zip are read.
    pub name: Option<String>,
    /// Why it is this one.
    pub reason: SheetReason,
    /// All sheets, or files of the zip.
    pub all: Vec<SheetInfo>,
    /// Whether these are files of a zip.
    pub is_zip: bool,
    /// Its contents as CSV.
    pub(super) csv: tempfile::TempPath,
    /// Where the rows of the CSV stand; nothing for a text that was copied.
    pub(super) rows: SheetRows,
}

impl SheetRead {
    /// What a row is called.
    pub fn row_kind(&self) -> RowKind {
        if self.is_grid() { RowKind::SheetRow } else { RowKind::Line }
    }

    /// Whether it is a sheet with cells rather than a text.
    fn is_grid(&self) -> bool {
        self.is_made() && !self.rows.is_of_zip()
    }

    /// Whether the CSV was made here, so that its form is known.
    pub(super) fn is_made(&self) -> bool {
        self.rows.records() > 0
    }

    /// The names of the sheets that hold data and aren't read.
    pub fn others(&self) -> impl Iterator<Item = &SheetInfo> {
        let is_read = |sheet: &SheetInfo| match &self.name {
            // A sheet of a spreadsheet in a zip.
            Some(name) => {
                *name == sheet.name || name.strip_prefix(&sheet.name).is_some_and(|rest| rest.starts_with('/'))
            }
            None => sheet.is_list,
        };
        self.all.iter().filter(move |sheet| sheet.has_data && !is_read(sheet))
    }

    /// The line or row on which a line of the CSV stands, and its file if there are several.
    pub(super) fn place(&self, line: u64) -> (u64, Option<String>) {
        match self.rows.place_of_line(line) {
            Some(place) => {
                let has_several = self.name.is_none() && !place.source.is_empty();
                (place.row, has_several.then(|| plain_name(place.source)))
            }
            None => (line, None),
        }
    }
}

/// Which part of a file is read, and why.
struct ChosenPart {
    /// The spreadsheet in the zip that has the sheet, with the name of its file.
    inner: Option<(String, Workbook)>,
    part: SheetPart,
    reason: SheetReason,
}

/// What a file is read as.
pub(super) struct FileParts<'a> {
    /// The sheet that the user asked for.
    pub asked: Option<&'a str>,
    /// The columns that contacts are recognised by.
    pub names: HeaderNames<'a>,
    pub cancel: &'a AtomicBool,
}

impl FileParts<'_> {
    /// The sheet of a spreadsheet or zip, as CSV in a temporary file.
    ///
    /// # Errors
    /// If the sheet asked for doesn't exist, none looks like contacts, or the file can't be read.
    pub fn read(&self, book: Workbook) -> Result<SheetRead, SheetError> {
        let (all, is_zip) = (book.sheets().to_vec(), book.is_zip());
        let ChosenPart { inner, part, reason } = self.choose(&book, self.asked)?;
        let (file, book) = match inner {
            Some((file, inner)) => (Some(file), inner),
            None => (None, book),
        };
        let sheet = match part {
            SheetPart::One(number) => book.sheets().get(number).map(|sheet| sheet.name.clone()),
            SheetPart::AllLists => None,
        };
        let name = match (file, sheet) {
            (Some(file), Some(sheet)) if book.sheets().len() > 1 => Some(format!("{file}/{sheet}")),
            (Some(file), _) => Some(file),
            (None, sheet) => sheet,
        };
        let mut out = BufWriter::with_capacity(256 << 10, temporary()?);
        let rows = book.to_csv(part, &mut out, self.cancel)?;
        let csv = out.into_inner().map_err(|error| SheetError::Unwritable(error.into_error()))?.into_temp_path();
        Ok(SheetRead { name, reason, all, is_zip, csv, rows })
    }

    fn choose(&self, book: &Workbook, asked: Option<&str>) -> Result<ChosenPart, SheetError> {
        if let Some(name) = asked {
            let (number, within) = book.named(name)?;
            return self.chosen(book, number, within, SheetReason::Asked);
        }
        if book.sheets().iter().any(|sheet| sheet.is_list) {
            return Ok(ChosenPart { inner: None, part: SheetPart::AllLists, reason: SheetReason::OneList });
        }
        match book.choices()[..] {
            [] => Err(SheetError::NoData),
            [only] => self.chosen(book, only, None, SheetReason::Only),
            [..] => self.first_of_contacts(book),
        }
    }

    /// A sheet; of a spreadsheet in a zip, the sheet in it.
    fn chosen(
        &self,
        book: &Workbook,
        number: usize,
        within: Option<&str>,
        reason: SheetReason,
    ) -> Result<ChosenPart, SheetError> {
        let Some(inner) = book.inner(number, self.cancel)? else {
            return Ok(ChosenPart { inner: None, part: SheetPart::One(number), reason });
        };
        let ChosenPart { part, reason: of_inner, .. } = self.choose(&inner, within)?;
        let reason = if reason == SheetReason::Only { of_inner } else { reason };
        let file = book.sheets().get(number).map(|file| file.name.clone()).unwrap_or_default();
        Ok(ChosenPart { inner: Some((file, inner)), part, reason })
    }

    /// The first sheet with names of columns that are known and rows below them: one with two names goes before one with
    /// one, and one with addresses before any other, such as a table of numbers by state and country.
    fn first_of_contacts(&self, book: &Workbook) -> Result<ChosenPart, SheetError> {
        let mut numbers = book.choices();
        numbers.truncate(MOST_LOOKED_AT);
        let tops = book.tops(&numbers, ROWS_LOOKED_AT, self.cancel)?;
        let mut known = Vec::new();
        for (number, top) in numbers.iter().zip(&tops) {
            known.push((*number, self.known_names(top)?));
        }
        let first = |least: usize, needs_address: bool| {
            let fits = |(_, (known, has_address)): &&(usize, (usize, bool))| {
                *known >= least && (*has_address || !needs_address)
            };
            known.iter().find(fits).map(|(number, _)| *number)
        };
        let orders = [(2, true), (1, true), (2, false), (1, false)];
        if let Some(number) = orders.into_iter().find_map(|(least, needs_address)| first(least, needs_address)) {
            return self.chosen(book, number, None, SheetReason::LooksLikeContacts);
        }
        // A spreadsheet in a zip has no top of its own.
        let books = numbers.iter().zip(&tops).filter(|(_, top)| book.is_zip() && top.is_empty());
        for (number, _) in books.take(MOST_BOOKS) {
            match self.chosen(book, *number, None, SheetReason::LooksLikeContacts) {
                Ok(chosen) if chosen.inner.is_some() => return Ok(chosen),
                Ok(_) | Err(SheetError::Choose(_) | SheetError::NoData) => {}
                Err(error) => return Err(error),
            }
        }
        Err(book.question())
    }

    /// How many columns of contacts the first rows of a text name, if there are rows below them, and whether one of
    /// these has an address.
    fn known_names(&self, text: &[u8]) -> Result<(usize, bool), SheetError> {
        if text.is_empty() {
            return Ok((0, false));
        }
        let mut file = temporary()?;
        file.write_all(text).map_err(SheetError::Unwritable)?;
        let Ok(detected) = detect(file.path(), self.cancel).map_err(SheetError::Unreadable)? else {
            return Ok((0, false));
        };
        // What can't be read there isn't a table of contacts.
        Ok(top::known_names_in(file.path(), detected, Cut::default(), self.names, self.cancel).unwrap_or_default())
    }
}

fn temporary() -> Result<tempfile::NamedTempFile, SheetError> {
    tempfile::NamedTempFile::new().map_err(SheetError::Unwritable)
}

/// Whether a file is a spreadsheet or zip; `None` if it is a text.
pub(super) fn workbook(source: &Path, cancel: &AtomicBool) -> Result<Option<Workbook>, SheetError> {
    match SheetSource::look(source, cancel)? {
        SheetSource::Text => Ok(None),
        SheetSource::Book(book) => Ok(Some(book)),
    }
}
