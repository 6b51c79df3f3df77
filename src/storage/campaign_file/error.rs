//! What can be wrong with a campaign file, each in one line that says where and what was expected.

use std::fmt;
use std::io;

/// A place in a text; both numbers count from 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Why a campaign file can't be read. The command line answers all of them with status 3.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// There is no such file.
    #[error("{file}: there is no such file")]
    Missing {
        /// The file.
        file: String,
    },
    /// It is a folder.
    #[error("{file}: this is a folder, expected a campaign file")]
    Folder {
        /// The file.
        file: String,
    },
    /// The system refuses to read it.
    #[error("{file}: can't be read: {source}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// It is too large to be a campaign.
    #[error("{file}: has more than {} MB, too large for a campaign file", .limit >> 20)]
    TooLarge {
        /// The file.
        file: String,
        /// The most bytes that are read.
        limit: u64,
    },
    /// It is not UTF-8.
    #[error("{file}:{place}: byte {offset} is not UTF-8, expected a text file in UTF-8 (save it as such)")]
    NotUtf8 {
        /// The file.
        file: String,
        /// Where the first wrong byte stands.
        place: Place,
        /// How many bytes stand before it.
        offset: usize,
    },
    /// There is nothing in it, or only comments.
    #[error("{file}:{place}: there is no campaign in this file, expected `Campaign(..)`")]
    Empty {
        /// The file.
        file: String,
        /// Its end.
        place: Place,
    },
    /// It was written by a newer program.
    #[error(
        "{file}:{place}: the file has format {found} and this program reads format {known} at most: \
         open it with a newer Dripline (it is left as it is)"
    )]
    Newer {
        /// The file.
        file: String,
        /// Where its format stands.
        place: Place,
        /// Its format.
        found: String,
        /// The newest format this program knows.
        known: u64,
    },
    /// Something in it has the wrong form.
    #[error("{file}:{place}: {problem}")]
    Form {
        /// The file.
        file: String,
        /// Where.
        place: Place,
        /// What was expected and what is there.
        problem: String,
    },
    /// The campaign's time zone does not exist.
    #[error("{file}:{place}: there is no time zone {name}, expected an IANA name such as \"America/New_York\"{hint}")]
    UnknownZone {
        /// The file.
        file: String,
        /// Where its name stands.
        place: Place,
        /// The name, quoted.
        name: String,
        /// The nearest name, as a clause, or nothing.
        hint: String,
    },
    /// An id or name that must be unique stands twice.
    #[error("{file}:{place}: {what} {name} stands twice, first at {first}: expected each only once")]
    Duplicate {
        /// The file.
        file: String,
        /// Where it stands again.
        place: Place,
        /// `item id`, `sequence name`, ..
        what: &'static str,
        /// The id or name.
        name: String,
        /// Where it stands first.
        first: Place,
    },
    /// Reading was stopped.
    #[error("{file}: reading was stopped")]
    Cancelled {
        /// The file.
        file: String,
    },
    /// There is not one sequence.
    #[error("{file}:{place}: the campaign has no sequences, expected at least one")]
    NoSequences {
        /// The file.
        file: String,
        /// Where the list stands.
        place: Place,
    },
}

impl CampaignError {
    /// Where in the file it is, for errors of what is in the file.
    pub fn place(&self) -> Option<Place> {
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
