//! Why a spreadsheet or zip can't be read.

use std::fmt;
use std::io;

/// The errors of a spreadsheet or zip. Each displays as what is wrong and what to do, without the path of the file.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The system can't read the file.
    #[error("can't be read: {0}")]
    Unreadable(io::Error),
    /// The temporary file with the CSV can't be written.
    #[error("can't be unpacked to a temporary file: {0}")]
    Unwritable(io::Error),
    /// The file is something else.
    #[error("this is {what}. {instead}")]
    NotASheet {
        /// What it is, with its article.
        what: &'static str,
        /// What to do.
        instead: &'static str,
    },
    /// The file has a password.
    #[error("this file has a password. Save a copy without one")]
    Password,
    /// The file isn't what its kind should be, or ends early.
    #[error("the file is damaged ({0}). Open it in a spreadsheet and save it again")]
    Damaged(String),
    /// The file is beyond a bound.
    #[error("{0}. Save only the contacts as a CSV file")]
    TooLarge(SheetBound),
    /// Several sheets, or entries of a zip, hold data, and none looks like contacts. The command line and the window say
    /// how to choose.
    #[error("{}, and none looks like contacts. {}", several(.0), .0)]
    Choose(SheetNames),
    /// No sheet, or entry of a zip, has that name.
    #[error("there is no {} \"{asked}\". {}", names.noun(), names)]
    NoSuchSheet {
        /// The name asked for.
        asked: String,
        /// The names there are.
        names: SheetNames,
    },
    /// No sheet that is shown holds data.
    #[error("no sheet holds data. Hidden sheets are passed over: show the one with the contacts in the spreadsheet")]
    NoData,
    /// The caller cancelled the work.
    #[error("interrupted")]
    Cancelled,
}

/// The bounds that a file can be beyond ([`limits`](crate::storage::spreadsheets::limits)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetBound {
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of a sheet.
    Cells,
    /// The text of a cell.
    Cell,
    /// The text of a row.
    Row,
    /// A token of XML.
    Token,
    /// Levels of XML.
    Depth,
    /// Bytes of a part once unpacked.
    Unpacked,
    /// Bytes that a byte of the file unpacks to.
    Ratio,
    /// Bytes of CSV that a byte of the file becomes.
    CsvRatio,
    /// Texts that cells share.
    Strings,
    /// Sheets of a workbook.
    Sheets,
    /// Formats of cells.
    Formats,
    /// Entries of a zip.
    Entries,
    /// Bytes of an .xls file.
    Xls,
}

impl fmt::Display for SheetBound {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            SheetBound::Rows => "a sheet has more than 1,048,576 rows",
            SheetBound::Columns => "a sheet has more than 10,000 columns",
            SheetBound::Cells => "a sheet has more than 100 million cells",
            SheetBound::Cell => "a cell has more than 1 MB of text",
            SheetBound::Row => "a row has more than 7 MB of text",
            SheetBound::Token => "a part of the file has a name or text of more than 2 MB",
            SheetBound::Depth => "a part of the file is nested too deeply",
            SheetBound::Unpacked => "a part of the file unpacks to more than 2 GB",
            SheetBound::Ratio => "the file unpacks to more than 100 times its size, as files made to do harm do",
            SheetBound::CsvRatio => {
                "the contacts would be more than 200 times the size of the file, as in files made to do harm"
            }
            SheetBound::Strings => "the file has more than 256 MB of text",
            SheetBound::Sheets => "the file has more than 10,000 sheets",
            SheetBound::Formats => "the file has more than 100,000 formats of cells",
            SheetBound::Entries => "the zip has too many entries",
            SheetBound::Xls => "the file is larger than 128 MB, too large for an .xls",
        })
    }
}

/// Names to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNames {
    /// The names, in the order of the file.
    pub names: Vec<String>,
    /// Whether they are entries of a zip rather than sheets.
    pub in_zip: bool,
}

impl SheetNames {
    /// Names in a message; the window shows all of them.
    const SHOWN: usize = 12;

    pub(super) fn of(names: Vec<String>, in_zip: bool) -> Self {
        Self { names, in_zip }
    }

    fn noun(&self) -> &'static str {
        if self.in_zip { "file in this zip called" } else { "sheet" }
    }
}

impl fmt::Display for SheetNames {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: Vec<String> =
            self.names.iter().take(Self::SHOWN).map(|name| format!("\"{}\"", plain_name(name))).collect();
        write!(out, "{}: {}", if self.in_zip { "Files" } else { "Sheets" }, shown.join(", "))?;
        match self.names.len().saturating_sub(shown.len()) {
            0 => Ok(()),
            more => write!(out, " and {more} more"),
        }
    }
}

fn several(names: &SheetNames) -> &'static str {
    if names.in_zip { "this zip has several files" } else { "several sheets hold data" }
}

/// A name in a message: on one line, and not too long.
pub fn plain_name(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(100).collect()
}

impl SheetError {
    pub(super) fn damaged(what: impl fmt::Display) -> Self {
        SheetError::Damaged(plain_name(&what.to_string()))
    }

    pub(super) fn unreadable(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::damaged("it ends early"),
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Self::damaged(error),
            io::ErrorKind::Interrupted => SheetError::Cancelled,
            _ => SheetError::Unreadable(error),
        }
    }
}
