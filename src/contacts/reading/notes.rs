//! What a file's cells said: which could not be read, and which were read in a way that the user should know.
//!
//! Each thread keeps notes of its part of the file; they are added up in the order of the file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::contacts::reject::{CellKind, shortened};

use super::status_words::StatusWords;

/// A cell that could not be read; it counts as empty, a status as `non_marketable`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellNotRead {
    /// The line of its row, from 1.
    pub line: u64,
    /// The name of its column in the file.
    pub column: String,
    /// The kind of value that the column has.
    pub kind: CellKind,
    /// The cell, shortened if it is long.
    pub text: String,
    /// What is wrong with it: the end of a sentence that begins with the cell.
    pub why: String,
}

impl CellNotRead {
    /// What is wrong with an `entered` before 1970 or after 2099.
    pub(super) const OUTSIDE_TIME: &str = "isn't a date and time from 1970 to 2099";

    /// Whether it is an instant, but outside simulated time.
    pub fn is_outside_time(&self) -> bool {
        self.why == Self::OUTSIDE_TIME
    }
}

/// What is told about cells that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CellRemark {
    /// A year of two digits, to which the century was added.
    TwoDigitYear,
    /// A date without a year: next occurrence works with it.
    NoYear,
    /// A number was read as Excel's count of days, or as seconds since 1970.
    NumberAsDate,
    /// A date and time with an offset was brought to the campaign's time zone.
    WithOffset,
    /// A zone was chosen for a word that could mean more than one, or less than a zone.
    ZoneByWord,
    /// The cell has several addresses; the first is used.
    SeveralAddresses,
    /// The text isn't an email address.
    NotAnAddress,
    /// An address in one cell was taken apart.
    AddressTakenApart,
    /// Several columns say different things about consent; the worst counts.
    WorstConsent,
    /// The text is a word for no address, such as `n/a`.
    WordForNone,
}

/// How often something is told about a column's cells, and the first cell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkCount {
    /// The number of cells.
    pub count: u64,
    /// The line of the first of them, from 1.
    pub line: u64,
    /// The text of the first of them, shortened if it is long.
    pub text: String,
}

/// The cells of one column: together all cells of the rows that were taken apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellCounts {
    /// Cells with a value.
    pub read: u64,
    /// Cells without a value, or with a word for none.
    pub empty: u64,
    /// Cells that could not be read.
    pub not_read: u64,
}

impl CellCounts {
    /// All cells.
    pub fn total(self) -> u64 {
        self.read + self.empty + self.not_read
    }
}

/// The notes of a part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellNotes {
    /// The cells that could not be read, at most [`CellNotes::MOST_LISTED`], in the order of the file.
    pub not_read: Vec<CellNotRead>,
    /// The cells of each column of the file, by its index; of columns that aren't used, nothing.
    pub columns: Vec<CellCounts>,
    /// What is told of a column's cells: by the index of the column, the remark, and what the cells were read as, where
    /// that is told apart (the name of a time zone).
    pub remarks: BTreeMap<(usize, CellRemark, String), RemarkCount>,
    /// The words for a status, and how they are read.
    pub status_words: StatusWords,
}

impl CellNotes {
    /// Most cells that are listed; all are counted.
    pub const MOST_LISTED: usize = 1000;

    /// Notes of a cell that could not be read.
    #[cold]
    pub fn add_not_read(&mut self, index: usize, cell: CellNotRead) {
        if let Some(counts) = self.columns.get_mut(index) {
            counts.not_read += 1;
        }
        if self.not_read.len() < Self::MOST_LISTED {
            self.not_read.push(cell);
        }
    }

    /// Notes something about a cell that was read. `meaning` is what it was read as, where that is told apart: one of a
    /// few hundred words.
    pub fn remark(&mut self, (index, line): (usize, u64), remark: CellRemark, text: &str, meaning: &str) {
        let told = self.remarks.entry((index, remark, meaning.to_owned()));
        told.or_insert_with(|| RemarkCount { count: 0, line, text: shortened(text) }).count += 1;
    }

    /// How many cells could not be read.
    pub fn total_not_read(&self) -> u64 {
        self.columns.iter().map(|counts| counts.not_read).sum()
    }

    /// Adds the notes of the part of the file that follows.
    pub fn append(&mut self, next: CellNotes) {
        if self.columns.len() < next.columns.len() {
            self.columns.resize(next.columns.len(), CellCounts::default());
        }
        for (sum, counts) in self.columns.iter_mut().zip(&next.columns) {
            sum.read += counts.read;
            sum.empty += counts.empty;
            sum.not_read += counts.not_read;
        }
        let room = Self::MOST_LISTED.saturating_sub(self.not_read.len());
        self.not_read.extend(next.not_read.into_iter().take(room));
        self.status_words.append(next.status_words);
        for (key, told) in next.remarks {
            match self.remarks.get_mut(&key) {
                Some(sum) => sum.count += told.count,
                None => _ = self.remarks.insert(key, told),
            }
        }
    }

    /// The cells of all columns.
    pub fn total(&self) -> CellCounts {
        self.columns.iter().fold(CellCounts::default(), |sum, counts| CellCounts {
            read: sum.read + counts.read,
            empty: sum.empty + counts.empty,
            not_read: sum.not_read + counts.not_read,
        })
    }
}
