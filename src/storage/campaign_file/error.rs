//! The errors of a campaign file. Each displays as one line that says where, what is wrong, and what to do.

use std::fmt;
use std::io;

/// A place in a text. Line and column count from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPosition {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl fmt::Display for TextPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Why a campaign file can't be read. On the command line, the exit status is 3.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// The file doesn't exist.
    #[error("{file}: there is no such file")]
    Missing {
        /// The path of the file.
        file: String,
    },
    /// The path is a folder, not a file.
    #[error("{file}: this is a folder. Name a campaign file in it")]
    Folder {
        /// The path of the file.
        file: String,
    },
    /// The system can't read the file.
    #[error("{file}: can't be read: {source}")]
    Unreadable {
        /// The path of the file.
        file: String,
        /// The error of the system.
        source: io::Error,
    },
    /// The file is too large for a campaign.
    #[error("{file}: larger than {} MB, too large for a campaign file", .limit >> 20)]
    TooLarge {
        /// The path of the file.
        file: String,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// The file isn't UTF-8.
    #[error("{file}:{place}: byte {offset} isn't UTF-8. Save the file as UTF-8 text")]
    NotUtf8 {
        /// The path of the file.
        file: String,
        /// The place of the first wrong byte.
        place: TextPosition,
        /// The number of bytes before it.
        offset: usize,
    },
    /// The file is empty, or has only comments.
    #[error("{file}:{place}: this isn't a campaign file. It should start with `Campaign(`")]
    Empty {
        /// The path of the file.
        file: String,
        /// The end of the file.
        place: TextPosition,
    },
    /// The file was written by a newer version of the program.
    #[error(
        "{file}:{place}: the file has format {found}, but this program reads formats up to {known}. \
         Open it with a newer Dripline; the file is unchanged"
    )]
    Newer {
        /// The path of the file.
        file: String,
        /// The place of the format number.
        place: TextPosition,
        /// The format number of the file.
        found: String,
        /// The newest format that this version reads.
        known: u64,
    },
    /// A value has the wrong form.
    #[error("{file}:{place}: {problem}")]
    Form {
        /// The path of the file.
        file: String,
        /// The place of the error.
        place: TextPosition,
        /// What was expected, and what was found.
        problem: String,
    },
    /// The campaign's time zone does not exist.
    #[error("{file}:{place}: {name} isn't a known time zone. Use an IANA name such as \"America/New_York\"{hint}")]
    UnknownZone {
        /// The path of the file.
        file: String,
        /// The place of the zone's name.
        place: TextPosition,
        /// The name, in quotes.
        name: String,
        /// A hint with the nearest known name, or empty.
        hint: String,
    },
    /// An id or name that must be unique occurs twice.
    #[error("{file}:{place}: {what} {name} is already used at {first}. Change one of them")]
    Duplicate {
        /// The path of the file.
        file: String,
        /// The place of the second one.
        place: TextPosition,
        /// The kind of id or name: `item id`, `sequence name`, …
        what: &'static str,
        /// The id or name.
        name: String,
        /// The place of the first one.
        first: TextPosition,
    },
    /// The caller cancelled the work before the file was read.
    #[error("{file}: reading was stopped")]
    Cancelled {
        /// The path of the file.
        file: String,
    },
    /// The campaign has no sequence.
    #[error("{file}:{place}: the campaign has no sequences. It needs at least one")]
    NoSequences {
        /// The path of the file.
        file: String,
        /// The place of the list of sequences.
        place: TextPosition,
    },
}

impl CampaignError {
    /// The place in the file, for errors in its contents.
    pub fn place(&self) -> Option<TextPosition> {
        use CampaignError::*;
        match self {
            Missing { .. } | Folder { .. } | Unreadable { .. } | TooLarge { .. } | Cancelled { .. } => None,
            NotUtf8 { place, .. }
            | Empty { place, .. }
            | Newer { place, .. }
            | Form { place, .. }
            | UnknownZone { place, .. }
            | Duplicate { place, .. }
            | NoSequences { place, .. } => Some(*place),
        }
    }
}
