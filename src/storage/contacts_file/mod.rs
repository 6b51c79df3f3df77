//! Contacts files: reads CSV from any program, and writes native CSV.
//!
//! **Owns** finding out what a file is ([`ContactsFile::open`]), reading its rows on several cores
//! ([`ContactsFile::for_each_block`]), the mapping file next to it, and [writing](mod@write) contacts.
//! **Must not know** what a cell means: that is [`crate::contacts`].
//! **Start reading** at [`ContactsFile`], then [`pieces`] and [`blocks`].
//! **Invariants**: encoding, delimiter and mapping are decided before the first row; rows read and rows rejected add
//! up to the rows of the file; memory is bounded for any file, however broken.

pub mod blocks;
mod delimiter;
pub mod encoding;
pub mod error;
mod ids;
pub mod mapping_file;
pub mod pieces;
mod pipe;
pub mod records;
mod rows;
pub mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::contacts::block::Layout;
use crate::contacts::cells::CellReader;
use crate::contacts::guard::unguarded;
use crate::contacts::mapping::content::{self, ColumnContent};
use crate::contacts::mapping::guess::guess;
use crate::contacts::mapping::{Mapping, MappingError, Overrides};
use crate::simulate::run::Control;
use crate::storage::aside::aside;

use delimiter::find_delimiter;
use encoding::{Detected, detect};
use error::ContactsError;
use pieces::{Cut, Piece, Pieces, RecordBounds, RecordShape};
use pipe::spooled;

/// A contacts file that was opened: its encoding, delimiter, header and mapping.
#[derive(Clone, Debug)]
pub struct ContactsFile {
    path: PathBuf,
    /// A temporary copy of a pipe's contents, since a pipe can only be read once.
    spooled: Option<Arc<tempfile::TempPath>>,
    detected: Detected,
    delimiter: u8,
    cut: Cut,
    header: Vec<String>,
    header_line: u64,
    mapping: Mapping,
    saved_mapping: bool,
    /// The rows that a mapping is guessed from.
    first_rows: Arc<[Vec<String>]>,
    reader: CellReader,
}

/// The data of a campaign that the cells of contacts are checked against.
#[derive(Clone, Copy, Debug)]
pub struct CellContext<'a> {
    /// The slot of each contact field.
    pub layout: &'a Arc<Layout>,
    /// The directory with the users and custom fields.
    pub directory: &'a Directory,
    /// The time zone of the campaign, in which local times are read.
    pub zone: &'a Zone,
}

impl ContactsFile {
    /// Rows that a mapping is guessed from.
    const GUESSED_FROM: usize = 1000;
    /// Bytes that a mapping is guessed from, if rows are long.
    const GUESSED_FROM_BYTES: usize = 4 << 20;
    /// Most columns of a contacts file.
    const MOST_COLUMNS: usize = 10_000;
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
        let opened = aside(control, move |shared| {
            let target = CellContext { layout: &layout, directory: &directory, zone: &zone };
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
        let source = spooled.as_deref().map_or(path, |spooled| spooled);
        let detected = detect(source, cancel)
            .map_err(ContactsError::reading(path))?
            .map_err(|what| ContactsError::Binary { path: path.to_owned(), what: what.to_owned() })?;
        let delimiter = find_delimiter(source, detected).map_err(ContactsError::reading(path))?;
        let top = FirstRows::read(source, detected, delimiter, cut, cancel).map_err(|error| error.at(path))?;
        let header: Vec<String> = top.header.iter().map(|name| unguarded(name).to_owned()).collect();
        let wrong = |source| ContactsError::Mapping { path: path.to_owned(), line: top.line, source };
        let guessed = || guess(&header, &top.rows, target.directory, overrides);
        // A native file needs no mapping. A mapping that was saved for another header under this file name is ignored.
        let is_past = |saved: &Mapping| !saved.names_only(&header) && guessed().is_ok_and(|guess| guess.exact);
        let saved = mapping_file::load(path)?.filter(|saved| !is_past(saved));
        let saved_mapping = saved.is_some();
        let mapping = match saved {
            Some(mapping) => mapping.with_columns(overrides),
            None => guessed().map_err(wrong)?,
        };
        let feeds = mapping.resolve(&header, target.directory).map_err(|source| match source {
            // Report the path of the mapping file for errors in it.
            MappingError::UnknownField(_) | MappingError::UnknownColumn(_) | MappingError::UnknownZone(_)
                if saved_mapping && overrides.columns.is_empty() =>
            {
                ContactsError::MappingFile { path: mapping_file::path_beside(path), what: source.to_string() }
            }
            source => wrong(source),
        })?;
        let reader = CellReader::new(target.layout, target.directory, &mapping, &feeds, header.len(), target.zone);
        let first_rows = top.rows.into();
        Ok(Self {
            path: path.to_owned(),
            spooled,
            detected,
            delimiter,
            cut,
            header,
            header_line: top.line,
            mapping,
            saved_mapping,
            first_rows,
            reader,
        })
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
        char::from(self.delimiter)
    }

    /// The names of its columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the header, from 1.
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// The mapping of its columns.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Whether the mapping comes from a mapping file next to the file, rather than from a guess.
    pub fn has_saved_mapping(&self) -> bool {
        self.saved_mapping
    }

    /// The first rows, at most three, to show next to the mapping.
    pub fn samples(&self) -> &[Vec<String>] {
        &self.first_rows[..self.first_rows.len().min(Self::SHOWN)]
    }

    /// What the cells of a column seem to be, judged by the rows that a mapping is guessed from.
    pub fn content_of(&self, column: usize) -> ColumnContent {
        let cells: Vec<&str> = self.first_rows.iter().filter_map(|row| Some(row.get(column)?.as_str())).collect();
        content::content_of(self.header.get(column).map_or("", String::as_str), &cells)
    }

    /// The names of the columns that aren't used.
    pub fn unknown_columns(&self) -> Vec<String> {
        self.mapping.unknown_columns(&self.header)
    }

    /// The path that the bytes are read from: of the file, or of a temporary copy.
    fn source(&self) -> &Path {
        self.spooled.as_deref().map_or(&self.path, |spooled| spooled)
    }

    /// The size of the file, in bytes.
    pub fn len_bytes(&self) -> u64 {
        std::fs::metadata(self.source()).map_or(0, |meta| meta.len())
    }
}

/// The header and the first rows of a file.
struct FirstRows {
    line: u64,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl FirstRows {
    fn read(
        path: &Path,
        detected: Detected,
        delimiter: u8,
        cut: Cut,
        cancel: &AtomicBool,
    ) -> Result<Self, ContactsError> {
        let failed = || ContactsError::reading(path);
        let mut pieces = Pieces::open(path, detected, delimiter, cut).map_err(failed())?;
        let mut top: Option<FirstRows> = None;
        let mut bytes = 0;
        while let Some(piece) = pieces.next_piece(cancel).map_err(failed())? {
            for record in &piece.records {
                let line = piece.first_line + u64::from(record.line);
                let most = top.as_ref().map_or(ContactsFile::MOST_COLUMNS + 1, |top| top.header.len());
                let cells = cells_of(&piece, record, delimiter, most);
                bytes += (record.end - record.start) as usize;
                match (&mut top, cells) {
                    (None, Ok(header)) if header.len() == most => {
                        let what = "more than 10,000 columns. Is this a CSV file?".to_owned();
                        return Err(ContactsError::Header { path: path.to_owned(), line, what });
                    }
                    (None, Ok(header)) => top = Some(FirstRows { line, header, rows: Vec::new() }),
                    (None, Err(what)) => {
                        return Err(ContactsError::Header { path: path.to_owned(), line, what: what.to_owned() });
                    }
                    (Some(top), Ok(row)) => top.rows.push(row),
                    (Some(_), Err(_)) => {}
                }
                if let Some(top) = top.take_if(|top| {
                    top.rows.len() >= ContactsFile::GUESSED_FROM
                        || (!top.rows.is_empty() && bytes >= ContactsFile::GUESSED_FROM_BYTES)
                }) {
                    return Ok(top);
                }
            }
        }
        top.ok_or_else(|| ContactsError::Empty { path: path.to_owned() })
    }
}

/// The first cells of one record, or why they can't be read.
fn cells_of(piece: &Piece, record: &RecordBounds, delimiter: u8, most: usize) -> Result<Vec<String>, &'static str> {
    match record.shape {
        RecordShape::Unclosed => return Err("a quote is opened here and never closed. Close it"),
        RecordShape::TooLong => return Err("the line is longer than 16 MB. Is this a CSV file?"),
        RecordShape::Plain | RecordShape::Quoted => {}
    }
    let bytes = &piece.bytes[record.start as usize..record.end as usize];
    let text = std::str::from_utf8(bytes).map_err(|_| "bytes that aren't text")?;
    let (mut cells, mut ends) = (String::new(), Vec::new());
    records::quoted_cells(text, delimiter, most, &mut cells, &mut ends);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    Ok(starts.zip(&ends).map(|(start, &end)| cells[start..end].to_owned()).collect())
}
