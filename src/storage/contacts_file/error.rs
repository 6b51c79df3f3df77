//! Why a contacts file could not be read or written.

use std::path::{Path, PathBuf};

use crate::contacts::mapping::MappingError;

/// What is wrong with a contacts file, where, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ContactsError {
    /// There is no such file.
    #[error("{}: there is no such file", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{}: this is a folder; name the CSV file in it", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// The system refuses to read it.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Nothing is in it.
    #[error("{}: the file is empty; a contacts file begins with a line that names its columns", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// It is no text.
    #[error("{}: this is {what}, not a CSV file; export the contacts as CSV", path.display())]
    Binary {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        what: String,
    },
    /// The header cannot be read.
    #[error("{}: line {line}: {what}", path.display())]
    Header {
        /// The file.
        path: PathBuf,
        /// The line of the trouble.
        line: u64,
        /// What is wrong.
        what: String,
    },
    /// Header and mapping do not go together.
    #[error("{}: line {line}: {source}", path.display())]
    Mapping {
        /// The contacts file.
        path: PathBuf,
        /// The header's line.
        line: u64,
        /// What is wrong.
        source: MappingError,
    },
    /// A saved mapping cannot be used.
    #[error("{}: {what}; correct it, or remove the file to have the mapping guessed again", path.display())]
    MappingFile {
        /// The mapping file.
        path: PathBuf,
        /// What is wrong and where.
        what: String,
    },
    /// It cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Reading was interrupted.
    #[error("interrupted")]
    Interrupted,
}

impl ContactsError {
    /// Whether an option on the command line is missing or wrong, rather than the file.
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::Mapping { source, .. } if source.is_usage())
    }

    /// The same error of a file that was read from another place.
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
                // A read that the system broke off is tried again; this one is our own.
                std::io::ErrorKind::Interrupted => Self::Interrupted,
                _ => Self::Unreadable { path, source },
            }
        }
    }
}
