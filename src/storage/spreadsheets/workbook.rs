//! A contacts file that may be a spreadsheet or zip: what it holds, and its contacts as CSV.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::archive::PackedParts;
use super::error::{SheetError, SheetNames};
use super::first_rows::FirstRows;
use super::grid::GridWriter;
use super::info::{BookForm, SheetInfo, SheetPart};
use super::kind::{FileStart, ZipContent, content_of, start_of};
use super::lists::{self, ZipLists};
use super::ods::{ods_cells, ods_sheets};
use super::rows::SheetRows;
use super::xls::XlsFile;
use super::xlsx::{xlsx_cells, xlsx_sheets};

/// What a contacts file is, by its first bytes (files-and-commands.md, *Contacts file*).
#[derive(Clone, Debug)]
pub enum SheetSource {
    /// Text: read it as CSV, as it is. Also a `.xls` that is CSV in truth.
    Text,
    /// A spreadsheet or a zip: turn it into CSV first.
    Book(Workbook),
}

/// A spreadsheet or zip that was looked at. Its file must stay as it is.
#[derive(Clone, Debug)]
pub struct Workbook {
    path: PathBuf,
    /// A temporary copy, if it was in a zip.
    _unpacked: Option<Arc<tempfile::TempPath>>,
    /// The size of the zip that it was in.
    packed: u64,
    form: BookForm,
    sheets: Vec<SheetInfo>,
}

impl SheetSource {
    /// Looks at a file: what it is, and which sheets it has.
    ///
    /// # Errors
    /// If it can't be read, is something else, is damaged or beyond a bound ([`limits`](super::limits)), or was
    /// cancelled.
    pub fn look(path: &Path, cancel: &AtomicBool) -> Result<Self, SheetError> {
        Self::look_at(path, u64::MAX, cancel)
    }

    fn look_at(path: &Path, packed: u64, cancel: &AtomicBool) -> Result<Self, SheetError> {
        match start_of(path)? {
            FileStart::Text => Ok(SheetSource::Text),
            FileStart::Other(what, instead) => Err(SheetError::NotASheet { what, instead }),
            FileStart::Compound => {
                let sheets = XlsFile::open(path, cancel)?.sheets(cancel)?;
                Ok(SheetSource::Book(Workbook::new(path, packed, BookForm::Xls, sheets)))
            }
            FileStart::Zip => Self::look_into(path, packed, cancel).map(SheetSource::Book),
        }
    }

    fn look_into(path: &Path, packed: u64, cancel: &AtomicBool) -> Result<Workbook, SheetError> {
        let mut parts = PackedParts::open(path, packed)?;
        match content_of(&parts) {
            ZipContent::Xlsx => Ok(Workbook::new(path, packed, BookForm::Xlsx, xlsx_sheets(&mut parts, cancel)?)),
            ZipContent::Ods => Ok(Workbook::new(path, packed, BookForm::Ods, ods_sheets(&mut parts, cancel)?)),
            ZipContent::Other(what, instead) => Err(SheetError::NotASheet { what, instead }),
            ZipContent::Archive => {
                let lists = ZipLists::of(&parts);
                match lists.only_book() {
                    Some(entry) => Workbook::unpacked(&mut parts, entry.number, cancel),
                    None => Ok(Workbook::new(path, packed, BookForm::Zip, lists.infos()?)),
                }
            }
        }
    }
}

impl Workbook {
    fn new(path: &Path, packed: u64, form: BookForm, sheets: Vec<SheetInfo>) -> Self {
        Self { path: path.to_owned(), _unpacked: None, packed, form, sheets }
    }

    /// A spreadsheet in a zip.
    fn unpacked(parts: &mut PackedParts, entry: usize, cancel: &AtomicBool) -> Result<Self, SheetError> {
        let mut file = tempfile::NamedTempFile::new().map_err(SheetError::Unwritable)?;
        lists::copy(parts, entry, &mut file, None, cancel)?;
        let path = Arc::new(file.into_temp_path());
        match SheetSource::look_at(&path, parts.bytes, cancel)? {
            SheetSource::Book(book) if book.form != BookForm::Zip => Ok(Self { _unpacked: Some(path), ..book }),
            SheetSource::Book(_) => Err(SheetError::NotASheet { what: "a zip in a zip", instead: "Unpack it first" }),
            SheetSource::Text => {
                let what = "a text that is called a spreadsheet, in a zip";
                Err(SheetError::NotASheet { what, instead: "Unpack it first" })
            }
        }
    }

    /// Whether it is a zip with files rather than a spreadsheet with sheets.
    pub fn is_zip(&self) -> bool {
        self.form == BookForm::Zip
    }

    /// The sheets, or files of a zip, in the order of the file.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// The numbers of the sheets that can be chosen from: those that are shown and hold data.
    pub fn choices(&self) -> Vec<usize> {
        (0..self.sheets.len()).filter(|&at| self.sheets[at].can_be_chosen()).collect()
    }

    /// The number of a sheet by its name, also if it is hidden; of a file in a zip, also without its folder. What
    /// follows after a `/` is the name of a sheet in that file.
    ///
    /// # Errors
    /// If there is none.
    pub fn named<'n>(&self, name: &'n str) -> Result<(usize, Option<&'n str>), SheetError> {
        let plain = |name: &str| name.trim().to_lowercase();
        let at = |same: &dyn Fn(&str) -> bool| self.sheets.iter().position(|sheet| same(&sheet.name));
        let whole = at(&|sheet| sheet == name).or_else(|| at(&|sheet| plain(sheet) == plain(name)));
        if let Some(number) = whole {
            return Ok((number, None));
        }
        if self.is_zip() {
            let short = at(&|file| file.rsplit(['/', '\\']).next().is_some_and(|file| plain(file) == plain(name)));
            if let Some(number) = short {
                return Ok((number, None));
            }
            for (number, file) in self.sheets.iter().enumerate() {
                if let Some(sheet) = name.strip_prefix(&file.name).and_then(|rest| rest.strip_prefix('/')) {
                    return Ok((number, Some(sheet)));
                }
            }
        }
        let names = self.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        Err(SheetError::NoSuchSheet {
            asked: super::error::plain_name(name),
            names: SheetNames::of(names, self.is_zip()),
        })
    }

    /// The question which sheet to read.
    pub fn question(&self) -> SheetError {
        let names = self.sheets.iter().filter(|sheet| sheet.can_be_chosen()).map(|sheet| sheet.name.clone());
        SheetError::Choose(SheetNames::of(names.collect(), self.is_zip()))
    }

    /// The spreadsheet that a file of the zip is; `None` for a text, or a sheet.
    ///
    /// # Errors
    /// As of [`SheetSource::look`].
    pub fn inner(&self, number: usize, cancel: &AtomicBool) -> Result<Option<Self>, SheetError> {
        if !self.is_zip() {
            return Ok(None);
        }
        let mut parts = PackedParts::open(&self.path, self.packed)?;
        match ZipLists::of(&parts).entries.get(number) {
            Some(entry) if entry.is_book => Self::unpacked(&mut parts, entry.number, cancel).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    /// The first rows of some sheets as CSV, or the beginnings of some files of a zip; nothing for a spreadsheet in a
    /// zip.
    ///
    /// # Errors
    /// As of [`SheetSource::look`].
    pub fn tops(&self, numbers: &[usize], rows: u32, cancel: &AtomicBool) -> Result<Vec<Vec<u8>>, SheetError> {
        /// More than the rows of a usual file.
        const TOP_BYTES: u64 = 64 << 10;
        let mut tops = vec![Vec::new(); numbers.len()];
        match self.form {
            BookForm::Zip => {
                let mut parts = PackedParts::open(&self.path, self.packed)?;
                let lists = ZipLists::of(&parts);
                for (number, top) in numbers.iter().zip(&mut tops) {
                    if let Some(entry) = lists.entries.get(*number).filter(|entry| !entry.is_book) {
                        lists::copy(&mut parts, entry.number, top, Some(TOP_BYTES), cancel)?;
                    }
                }
            }
            BookForm::Xlsx | BookForm::Ods | BookForm::Xls => {
                let outs = tops.iter_mut().map(|top| GridWriter::new(top, "", u64::MAX));
                let mut sinks: Vec<_> =
                    numbers.iter().copied().zip(outs.map(|out| FirstRows::new(out, rows))).collect();
                self.pass(&mut sinks, cancel)?;
                sinks.into_iter().try_for_each(|(_, sink)| sink.finish())?;
            }
        }
        Ok(tops)
    }

    /// Writes a sheet as CSV: UTF-8, LF, `,`; a record for each row that has a value. A single text of a zip is copied
    /// as it is, in its own encoding, and has no [`SheetRows::records`].
    ///
    /// # Errors
    /// As of [`SheetSource::look`]. A spreadsheet in a zip has to be [unpacked](Self::inner) first.
    pub fn to_csv(&self, part: SheetPart, out: &mut impl Write, cancel: &AtomicBool) -> Result<SheetRows, SheetError> {
        match (self.form, part) {
            (BookForm::Zip, _) => self.list_to_csv(part, out, cancel),
            (BookForm::Xlsx | BookForm::Ods | BookForm::Xls, SheetPart::One(number)) => {
                let name = self.sheets.get(number).ok_or(SheetError::NoData)?.name.as_str();
                let bytes = std::fs::metadata(&self.path).map_err(SheetError::Unreadable)?.len();
                let bytes = bytes.min(self.packed);
                let mut sinks = [(number, GridWriter::new(out, name, bytes))];
                self.pass(&mut sinks, cancel)?;
                let [(_, grid)] = sinks;
                grid.finish()
            }
            (BookForm::Xlsx | BookForm::Ods | BookForm::Xls, SheetPart::AllLists) => Err(SheetError::NoData),
        }
    }

    /// Passes the cells of sheets on, each with its number.
    fn pass(&self, sinks: &mut [(usize, impl super::grid::CellSink)], cancel: &AtomicBool) -> Result<(), SheetError> {
        match self.form {
            BookForm::Xlsx => xlsx_cells(&mut PackedParts::open(&self.path, self.packed)?, sinks, cancel),
            BookForm::Ods => ods_cells(&mut PackedParts::open(&self.path, self.packed)?, sinks, cancel),
            BookForm::Xls => XlsFile::open(&self.path, cancel)?.cells(sinks, cancel),
            BookForm::Zip => Ok(()),
        }
    }

    fn list_to_csv(&self, part: SheetPart, out: &mut impl Write, cancel: &AtomicBool) -> Result<SheetRows, SheetError> {
        let mut parts = PackedParts::open(&self.path, self.packed)?;
        let lists = ZipLists::of(&parts);
        match part {
            SheetPart::AllLists => lists.join(&mut parts, out, cancel),
            SheetPart::One(number) => {
                let entry = lists.entries.get(number).ok_or(SheetError::NoData)?;
                if entry.is_list() {
                    return lists.join_only(entry, &mut parts, out, cancel);
                }
                lists::copy(&mut parts, entry.number, out, None, cancel)?;
                Ok(SheetRows::default())
            }
        }
    }
}
