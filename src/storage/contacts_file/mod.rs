//! Contacts files: reads CSV and spreadsheets from any program, and writes native CSV.
//!
//! **Owns** finding out what a file is ([`ContactsFile::open`]), reading its rows on several cores
//! ([`ContactsFile::for_each_block`]), the mapping file next to it, and [writing](mod@write) contacts.
//! **Must not know** what a cell means: that is [`crate::contacts`].
//! **Start reading** at [`ContactsFile`], then [`pieces`] and [`blocks`].
//! **Invariants**: encoding, delimiter and mapping are decided before the first row; rows read and rows rejected add
//! up to the rows of the file; memory is bounded for any file, however broken; a spreadsheet is turned into CSV first,
//! and all that is told names its own sheets and rows.

pub mod blocks;
mod cells;
mod choose;
mod delimiter;
pub mod encoding;
pub mod error;
mod ids;
mod lock;
pub mod mapping_file;
pub mod pieces;
mod pipe;
pub mod records;
mod rows;
pub mod sheet;
mod survey;
mod top;
pub mod unread;
pub mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use crate::contacts::consent::looks_like_consent;
use crate::contacts::mapping::content::{self, ColumnContent};
use crate::contacts::mapping::evidence::{FileEvidence, WholeFile};
use crate::contacts::mapping::guess::GuessContext;
use crate::contacts::mapping::{Mapping, Overrides};
use crate::contacts::reading::columns::CellContext;
use crate::contacts::row_kind::RowKind;
use crate::simulate::run::Control;
use crate::storage::aside::aside;
use crate::storage::spreadsheets::{Workbook, plain_name};

use choose::{ChosenMapping, choose};
use encoding::{Detected, Encoding, detect};
use error::{ContactsError, RowPlace};
use pieces::Cut;
use pipe::spooled;
use rows::FileRows;
use sheet::{FileParts, SheetRead, SheetReason, workbook};
use survey::SurveyedFile;
use top::{HeaderNames, Top};

/// A contacts file that was opened: its encoding, delimiter, header and mapping.
#[derive(Clone, Debug)]
pub struct ContactsFile {
    path: PathBuf,
    /// A temporary copy of a pipe's contents, since a pipe can only be read once.
    spooled: Option<Arc<tempfile::TempPath>>,
    /// The sheet of a spreadsheet or zip.
    sheet: Option<Arc<SheetRead>>,
    /// Why the sheet that the mapping next to the file names isn't read.
    lost_sheet: Option<String>,
    detected: Detected,
    cut: Cut,
    top: Arc<Top>,
    chosen: Arc<ChosenMapping>,
    today: NaiveDate,
}

impl ContactsFile {
    /// Rows that are kept to show to the user.
    const SHOWN: usize = 3;

    /// Opens a file and finds its encoding, delimiter, header and mapping. The overrides take precedence, then the
    /// mapping file next to it, then a guess.
    pub fn open(path: &Path, target: CellContext<'_>, overrides: &Overrides) -> Result<Self, ContactsError> {
        Self::open_cut(path, target, overrides, Cut::default())
    }

    /// As [`ContactsFile::open`], for a file that may be large, on a slow disk, or a pipe: it can be cancelled at any
    /// time.
    ///
    /// # Errors
    /// If it can't be read or mapped, or was cancelled.
    pub fn open_with(
        path: &Path,
        target: CellContext<'_>,
        overrides: &Overrides,
        control: &Control,
    ) -> Result<Self, ContactsError> {
        let (path, overrides) = (path.to_owned(), overrides.clone());
        let (layout, directory, zone) = (Arc::clone(target.layout), target.directory.clone(), target.zone.clone());
        let today = target.today;
        let opened = aside(control, move |shared| {
            let target = CellContext { layout: &layout, directory: &directory, zone: &zone, today };
            Self::look(&path, target, &overrides, Cut::default(), &shared.cancel)
        });
        opened.map_err(|_| ContactsError::Interrupted)?
    }

    /// As [`ContactsFile::open`], with pieces of another size.
    pub fn open_cut(
        path: &Path,
        target: CellContext<'_>,
        overrides: &Overrides,
        cut: Cut,
    ) -> Result<Self, ContactsError> {
        Self::look(path, target, overrides, cut, &AtomicBool::new(false))
    }

    fn look(
        path: &Path,
        target: CellContext<'_>,
        overrides: &Overrides,
        cut: Cut,
        cancel: &AtomicBool,
    ) -> Result<Self, ContactsError> {
        let meta = std::fs::metadata(path).map_err(ContactsError::reading(path))?;
        if meta.is_dir() {
            return Err(ContactsError::Folder { path: path.to_owned() });
        }
        let spooled = spooled(path, &meta, cancel).map_err(ContactsError::reading(path))?.map(Arc::new);
        let original = spooled.as_deref().map_or(path, |spooled| spooled);
        let names = HeaderNames { directory: target.directory, named: &overrides.columns };
        let book = workbook(original, cancel).map_err(ContactsError::of_sheet(path))?;
        let (sheet, lost_sheet) = match book {
            Some(book) => {
                let (sheet, lost) = read_sheet(path, book, names, overrides, cancel)?;
                (Some(sheet), lost)
            }
            None => (None, None),
        };
        let source = sheet.as_ref().map_or(original, |sheet| &sheet.csv);
        let is_made = sheet.as_ref().is_some_and(SheetRead::is_made);
        let detected = match is_made {
            true => Detected { encoding: Encoding::Utf8, mark: 0 },
            false => detect(source, cancel)
                .map_err(ContactsError::reading(path))?
                .map_err(|what| ContactsError::Binary { path: path.to_owned(), what: what.to_owned() })?,
        };
        let known = is_made.then_some(b',');
        let mut top = top::read(source, known, detected, cut, names, cancel).map_err(|error| error.at(path))?;
        if let Some(sheet) = &sheet {
            top.each_line(|line| *line = sheet.place(*line).0);
        }
        let kind = sheet.as_ref().map_or(RowKind::Line, SheetRead::row_kind);
        let part = sheet.as_ref().and_then(|sheet| sheet.name.clone());
        let place = RowPlace { part, kind, number: top.line };
        let CellContext { directory, today, .. } = target;
        let all = SurveyedFile {
            path: source,
            sheet: sheet.as_ref(),
            detected,
            cut,
            top: &top,
            cancel,
            failure: Mutex::default(),
        };
        let whole = (!top.is_all).then_some(&all as &dyn WholeFile);
        let evidence = FileEvidence { rows: &top.rows, whole };
        let guess = GuessContext { header: &top.header, evidence, row: kind, directory, overrides, today };
        let chosen = choose(path, &place, guess, target);
        if let Some(source) = all.failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(ContactsError::reading(path)(source));
        }
        let mut chosen = chosen?;
        chosen.mapping.sheet = sheet.as_ref().and_then(|sheet| sheet_to_keep(sheet, place.part));
        let (top, chosen, sheet) = (Arc::new(top), Arc::new(chosen), sheet.map(Arc::new));
        Ok(Self { path: path.to_owned(), spooled, sheet, lost_sheet, detected, cut, top, chosen, today })
    }

    /// The sheet, if the file is a spreadsheet or zip.
    pub fn sheet(&self) -> Option<&SheetRead> {
        self.sheet.as_deref()
    }

    /// Whether there are several sheets, or files of a zip, to choose from.
    pub fn has_sheets(&self) -> bool {
        self.sheet().is_some_and(|sheet| sheet.all.iter().filter(|sheet| sheet.has_data).count() > 1)
    }

    /// What a row of the file is called.
    pub fn row_kind(&self) -> RowKind {
        self.sheet().map_or(RowKind::Line, SheetRead::row_kind)
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The encoding of the file.
    pub fn encoding(&self) -> encoding::Encoding {
        self.detected.encoding
    }

    /// The delimiter between cells.
    pub fn delimiter(&self) -> char {
        char::from(self.top.delimiter)
    }

    /// The names of its columns.
    pub fn header(&self) -> &[String] {
        &self.top.header
    }

    /// The line of the header, from 1.
    pub fn header_line(&self) -> u64 {
        self.top.line
    }

    /// The mapping of its columns.
    pub fn mapping(&self) -> &Mapping {
        &self.chosen.mapping
    }

    /// Whether the mapping comes from a mapping file next to the file, rather than from a guess.
    pub fn has_saved_mapping(&self) -> bool {
        self.chosen.is_saved
    }

    /// The first rows, at most three, to show next to the mapping.
    pub fn samples(&self) -> impl Iterator<Item = &[String]> {
        self.top.rows.iter().take(Self::SHOWN).map(|(_, row)| row.as_slice())
    }

    /// The lines above the header, each with its number and its text.
    pub fn above(&self) -> &[(u64, String)] {
        &self.top.above
    }

    /// Whether the mapping is worth saving: it isn't that of a native file, and was decided by the cells or by the user.
    pub fn leaves_to_save(&self, is_said: bool) -> bool {
        let is_decided = self.chosen.doubts.is_empty() && !self.chosen.is_saved && self.chosen.passed_over.is_none();
        let is_asked = self.sheet().is_some_and(|sheet| sheet.reason == SheetReason::Asked);
        (!self.chosen.mapping.exact || is_asked) && (is_said || is_decided)
    }

    /// What the cells leave open about the mapping, a sentence each.
    pub fn doubts(&self) -> &[String] {
        &self.chosen.doubts
    }

    /// Why the mapping next to the file isn't used, if there is one.
    pub fn passed_over_mapping(&self) -> Option<&str> {
        self.lost_sheet.as_deref().or(self.chosen.passed_over.as_deref())
    }

    /// The names of the columns that look as if they say who may be mailed, and aren't read.
    pub fn consent_not_read(&self) -> impl Iterator<Item = &str> {
        let used = |name: &String| self.chosen.mapping.columns.iter().any(|used| used.column == *name);
        let unused = self.top.header.iter().enumerate().filter(move |(_, name)| !used(name));
        unused.filter(|(at, name)| looks_like_consent(name, &self.first_cells(*at))).map(|(_, name)| name.as_str())
    }

    /// The cells of a column in the first rows.
    fn first_cells(&self, column: usize) -> Vec<&str> {
        self.top.rows.iter().filter_map(|(_, row)| Some(row.get(column)?.as_str())).collect()
    }

    /// How its rows are read.
    fn row_format(&self, lists_texts: bool) -> FileRows<'_> {
        let (reader, delimiter, header) = (&self.chosen.reader, self.top.delimiter, self.top.record);
        FileRows { reader, delimiter, header, lists_texts }
    }

    /// What the cells of a column seem to be, judged by the rows that a mapping is guessed from.
    pub fn content_of(&self, column: usize) -> ColumnContent {
        let name = self.top.header.get(column).map_or("", String::as_str);
        content::content_of(name, &self.first_cells(column), self.today)
    }

    /// The names of the columns that aren't used.
    pub fn unknown_columns(&self) -> Vec<String> {
        self.chosen.mapping.unknown_columns(&self.top.header)
    }

    /// The path that the bytes are read from: of the file, of a temporary copy, or of a sheet as CSV.
    fn source(&self) -> &Path {
        match (self.sheet(), self.spooled.as_deref()) {
            (Some(sheet), _) => &sheet.csv,
            (None, Some(spooled)) => spooled,
            (None, None) => &self.path,
        }
    }

    /// The size of the file, in bytes.
    pub fn len_bytes(&self) -> u64 {
        std::fs::metadata(self.source()).map_or(0, |meta| meta.len())
    }
}

/// The sheet of a spreadsheet or zip that is read, and why another one, which the saved mapping names, isn't.
fn read_sheet(
    path: &Path,
    book: Workbook,
    names: HeaderNames<'_>,
    overrides: &Overrides,
    cancel: &AtomicBool,
) -> Result<(SheetRead, Option<String>), ContactsError> {
    let saved = match overrides.sheet {
        Some(_) => None,
        None => mapping_file::load(path)?.and_then(|saved| saved.sheet),
    };
    let lost = saved.as_deref().filter(|name| book.named(name).is_err()).map(|name| {
        let file = mapping_file::path_beside(path);
        let file = file.file_name().unwrap_or_default().to_string_lossy();
        format!("{file} isn't used: it reads “{}”, which this file doesn't have", plain_name(name))
    });
    let saved = saved.filter(|_| lost.is_none());
    let asked = overrides.sheet.as_deref().filter(|name| !name.is_empty()).or(saved.as_deref());
    let parts = FileParts { asked, names, cancel };
    let mut sheet = parts.read(book).map_err(ContactsError::of_sheet(path))?;
    if saved.is_some() && sheet.reason == SheetReason::Asked {
        sheet.reason = SheetReason::Saved;
    }
    Ok((sheet, lost))
}

/// The sheet that a mapping says: none where there is nothing to choose from.
fn sheet_to_keep(sheet: &SheetRead, name: Option<String>) -> Option<String> {
    match sheet.reason {
        SheetReason::Asked | SheetReason::Saved | SheetReason::LooksLikeContacts => name,
        SheetReason::Only | SheetReason::OneList => None,
    }
}
