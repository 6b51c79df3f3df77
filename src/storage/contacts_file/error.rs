//! Why a contacts file could not be read or written.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::contacts::mapping::MappingError;
use crate::contacts::row_kind::RowKind;
use crate::storage::spreadsheets::{SheetError, plain_name};

/// A sentence without line ends: cells and names of columns may have some.
fn on_one_line(sentence: &impl fmt::Display) -> String {
    sentence.to_string().replace(['\n', '\r'], " ")
}

/// A row of a contacts file, as people find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlace {
    /// The sheet, or the file of a zip, if the file isn't a text.
    pub part: Option<String>,
    /// What a row is called.
    pub kind: RowKind,
    /// Its number, from 1.
    pub number: u64,
}

impl fmt::Display for RowPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.part, self.kind) {
            (None, _) => {}
            (Some(part), RowKind::SheetRow) => write!(out, "sheet “{}”, ", plain_name(part))?,
            (Some(part), RowKind::Line | RowKind::Contact) => write!(out, "“{}”, ", plain_name(part))?,
        }
        write!(out, "{} {}", self.kind, self.number)
    }
}

/// The errors of a contacts file. Each displays as what is wrong, where, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ContactsError {
    /// The file doesn't exist.
    #[error("{}: there is no such file", path.display())]
    Missing {
        /// The path of the file.
        path: PathBuf,
    },
    /// The path is a folder, not a file.
    #[error("{}: this is a folder. Name the CSV file in it", path.display())]
    Folder {
        /// The path of the folder.
        path: PathBuf,
    },
    /// The system can't read the file.
    #[error("{}: can't be read: {source}", path.display())]
    Unreadable {
        /// The path of the file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// The file is empty.
    #[error("{}: the file is empty. The first line of a contacts file names its columns", path.display())]
    Empty {
        /// The path of the file.
        path: PathBuf,
    },
    /// The file isn't text.
    #[error("{}: this is {what}, not a CSV file. Export the contacts as CSV", path.display())]
    Binary {
        /// The path of the file.
        path: PathBuf,
        /// What the file seems to be.
        what: String,
    },
    /// The file is a spreadsheet or zip that can't be read, or something else that isn't a table.
    #[error("{}: {source}", path.display())]
    Sheet {
        /// The path of the file.
        path: PathBuf,
        /// What is wrong, in words.
        source: SheetError,
    },
    /// The header can't be read.
    #[error("{}: {place}: {what}", path.display())]
    Header {
        /// The path of the file.
        path: PathBuf,
        /// Where the error is.
        place: RowPlace,
        /// What is wrong, in words.
        what: String,
    },
    /// The mapping can't be used with the header.
    #[error("{}: {place}: {}", path.display(), on_one_line(source))]
    Mapping {
        /// The path of the contacts file.
        path: PathBuf,
        /// Where the header is.
        place: RowPlace,
        /// What is wrong, in words.
        source: Box<MappingError>,
    },
    /// A saved mapping can't be used.
    #[error("{}: {what}. Correct it, or delete the file to have the mapping guessed again", path.display())]
    MappingFile {
        /// The path of the mapping file.
        path: PathBuf,
        /// What is wrong, and where.
        what: String,
    },
    /// The file can't be written.
    #[error("{}: can't be written: {source}", path.display())]
    Unwritable {
        /// The path of the file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// The caller cancelled the work before the file was read.
    #[error("interrupted")]
    Interrupted,
}

impl ContactsError {
    /// Whether the user can fix this with an option on the command line, without changing the file.
    pub fn is_usage(&self) -> bool {
        match self {
            Self::Mapping { source, .. } => source.is_usage(),
            Self::Sheet { source, .. } => matches!(source, SheetError::NoSuchSheet { .. }),
            _ => false,
        }
    }

    /// The error of a spreadsheet or zip.
    pub(super) fn of_sheet(path: &Path) -> impl FnOnce(SheetError) -> Self + '_ {
        move |source| match source {
            SheetError::Cancelled => Self::Interrupted,
            SheetError::Unreadable(source) => Self::reading(path)(source),
            source => Self::Sheet { path: path.to_owned(), source },
        }
    }

    /// The same error, with the path that the user knows instead of that of a temporary copy.
    pub(super) fn at(mut self, file: &Path) -> Self {
        if let Self::Empty { path } | Self::Header { path, .. } | Self::Unreadable { path, .. } = &mut self {
            *path = file.to_owned();
        }
        self
    }

    pub(super) fn reading(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| {
            let path = path.to_owned();
            match source.kind() {
                std::io::ErrorKind::NotFound => Self::Missing { path },
                std::io::ErrorKind::IsADirectory => Self::Folder { path },
                // The library retries reads that the system interrupts; this one was interrupted by us.
                std::io::ErrorKind::Interrupted => Self::Interrupted,
                _ => Self::Unreadable { path, source },
            }
        }
    }
}
