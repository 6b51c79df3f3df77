//! Why a row of a contacts file was rejected.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::row_kind::RowKind;

/// Why a row is rejected (files-and-commands.md, *Contacts file*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reject {
    /// The id cell is empty.
    EmptyId,
    /// An earlier contact has this id: of contacts typed by hand, and in runs that earlier versions saved.
    IdSeen(String),
    /// An earlier row has the same id, or the same email address where that is the identity.
    Repeats {
        /// The id, shortened if it is long.
        id: String,
        /// The line or row of the earlier one, from 1.
        first: u64,
        /// The file in which it stands, if the contacts come from several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
    /// A cell can't be read as a value of its column's kind.
    BadValue {
        /// The kind of value that the column has.
        wanted: CellKind,
        /// The column's name in the file.
        column: String,
        /// The cell, shortened if it is long.
        value: String,
        /// The column's date format, if the cell doesn't match it. Runs saved by earlier versions don't have it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<String>,
    },
    /// A cell can't be read, and the user wants such rows rejected (`--strict`).
    NotRead {
        /// The kind of value that the column has.
        wanted: CellKind,
        /// The column's name in the file.
        column: String,
        /// The cell, shortened if it is long.
        value: String,
        /// What is wrong with it: the end of a sentence that begins with the cell.
        why: String,
    },
    /// The row has more cells than the header.
    TooManyCells {
        /// The number of cells of the row.
        cells: usize,
        /// The number of columns of the header.
        columns: usize,
    },
    /// The row's bytes aren't text: in runs that earlier versions saved.
    NotText,
    /// A quote is opened and never closed. Reading continues with the next line.
    UnclosedQuote,
    /// The row has more than 16 MB.
    TooLong,
}

/// The kinds of values that can fail to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum CellKind {
    Date,
    DateTime,
    Zone,
    Status,
    Entered,
    Number,
    Text,
}

impl CellKind {
    /// The word for a row that is rejected for such a cell.
    fn word(self) -> &'static str {
        match self {
            CellKind::Date => "bad_date",
            CellKind::DateTime => "bad_date_time",
            CellKind::Zone => "bad_zone",
            CellKind::Status => "bad_status",
            CellKind::Entered => "bad_entered",
            CellKind::Number => "bad_number",
            CellKind::Text => "bad_text",
        }
    }

    /// The kind of column, in words.
    pub fn label(self) -> &'static str {
        match self {
            CellKind::Date => "Date",
            CellKind::DateTime => "Date and time",
            CellKind::Zone => "Time zone",
            CellKind::Status => "Consent",
            CellKind::Entered => "Entry time",
            CellKind::Number => "Number",
            CellKind::Text => "Text",
        }
    }

    /// The end of the error sentence; `has_other_form` if the cell doesn't match the column's date format.
    fn missed(self, has_other_form: bool) -> &'static str {
        match self {
            CellKind::Date => "isn't a date in the file's format",
            CellKind::DateTime => "isn't a date and time in the file's format",
            CellKind::Zone => "isn't a known time zone",
            CellKind::Status => "isn't an email status",
            CellKind::Entered if has_other_form => "isn't a date and time in the file's format",
            CellKind::Entered => "isn't a date and time from 1970 to 2099",
            CellKind::Number => "isn't a number",
            CellKind::Text => "isn't a text",
        }
    }
}

impl Reject {
    /// The words that [`Reject::kind`] can return.
    pub const KINDS: [&'static str; 13] = [
        "empty_id",
        "id_seen",
        "bad_date",
        "bad_date_time",
        "bad_zone",
        "bad_status",
        "bad_entered",
        "bad_number",
        "bad_text",
        "too_many_cells",
        "not_text",
        "unclosed_quote",
        "too_long",
    ];

    /// The reason for a cell that can't be read, where such rows are rejected.
    #[cold]
    pub fn not_read(wanted: CellKind, column: &str, value: &str, why: &str) -> Self {
        Self::NotRead { wanted, column: shortened(column), value: shortened(value), why: why.to_owned() }
    }

    /// The reason for an id that an earlier contact has.
    #[cold]
    pub fn id_seen(id: &str) -> Self {
        Self::IdSeen(shortened(id))
    }

    /// The reason for an id that the row on the line `first` has.
    #[cold]
    pub fn repeats(id: &str, first: u64) -> Self {
        Self::Repeats { id: shortened(id), first, file: None }
    }

    /// The reason in words, with what a row is called.
    pub fn words(&self, row: RowKind) -> String {
        match self {
            Reject::Repeats { id, first, file: None } => format!("{row} {first} is the same contact, `{id}`"),
            Reject::Repeats { id, first, file: Some(file) } => {
                format!("{row} {first} of “{file}” is the same contact, `{id}`")
            }
            other => other.to_string(),
        }
    }

    /// A word for the kind of reason, for grouping rows.
    pub fn kind(&self) -> &'static str {
        match self {
            Reject::EmptyId => "empty_id",
            Reject::IdSeen(_) | Reject::Repeats { .. } => "id_seen",
            Reject::BadValue { wanted, .. } | Reject::NotRead { wanted, .. } => wanted.word(),
            Reject::TooManyCells { .. } => "too_many_cells",
            Reject::NotText => "not_text",
            Reject::UnclosedQuote => "unclosed_quote",
            Reject::TooLong => "too_long",
        }
    }

    /// The kind of reason, in words.
    pub fn label(&self) -> &'static str {
        match self {
            Reject::EmptyId => "Row without an id",
            Reject::IdSeen(_) | Reject::Repeats { .. } => "Repeated row",
            Reject::BadValue { .. } | Reject::NotRead { .. } => "Row with a cell not read",
            Reject::TooManyCells { .. } => "Row with too many cells",
            Reject::NotText => "Row that isn't text",
            Reject::UnclosedQuote => "Row with an open quote",
            Reject::TooLong => "Row that is too long",
        }
    }
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reject::EmptyId => f.write_str("the id is empty"),
            Reject::IdSeen(id) => write!(f, "an earlier row has the id `{id}`"),
            Reject::Repeats { .. } => f.write_str(&self.words(RowKind::Line)),
            Reject::NotRead { column, value, why, .. } => write!(f, "column `{column}`: `{value}` {why}"),
            Reject::BadValue { wanted, column, value, form } => {
                write!(f, "column `{column}`: `{value}` {}", wanted.missed(form.is_some()))?;
                form.as_ref().map_or(Ok(()), |form| write!(f, ", {form}"))
            }
            Reject::TooManyCells { cells, columns } => write!(f, "{cells} cells, but the header has {columns} columns"),
            Reject::NotText => f.write_str("bytes that aren't text"),
            Reject::UnclosedQuote => f.write_str("a quote is opened here and never closed"),
            Reject::TooLong => f.write_str("the row is longer than 16 MB"),
        }
    }
}

/// A text, shortened for a message.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
