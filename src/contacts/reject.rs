//! Why a row of a contacts file could not be read.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a row is left out (files-and-commands.md, *Contacts file*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reject {
    /// The cell of the id is empty.
    EmptyId,
    /// A contact further up has this id.
    IdSeen(String),
    /// A value that its column cannot hold.
    BadValue {
        /// What the column holds.
        wanted: Wanted,
        /// The column's name in the file.
        column: String,
        /// The cell, cut where it is long.
        value: String,
        /// How the column's dates are written, where that is what the cell goes against; runs kept by earlier versions
        /// do not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<String>,
    },
    /// More cells than the header has.
    TooManyCells {
        /// How many the row has.
        cells: usize,
        /// How many the header has.
        columns: usize,
    },
    /// Bytes that are no text.
    NotText,
    /// A quote that was opened and never closed; reading goes on with the next line.
    UnclosedQuote,
    /// More bytes than a row may have.
    TooLong,
}

/// What a column holds that takes not every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Wanted {
    Date,
    DateTime,
    Zone,
    Status,
    Entered,
}

impl Wanted {
    /// What is said of a value that its column cannot hold; whether it goes against the form of the column's dates.
    fn missed(self, has_other_form: bool) -> &'static str {
        match self {
            Wanted::Date => "is no date of the file's form",
            Wanted::DateTime => "is no date and time of the file's form",
            Wanted::Zone => "is no time zone that is known",
            Wanted::Status => "is no email status",
            Wanted::Entered if has_other_form => "is no date and time of the file's form",
            Wanted::Entered => "is no moment from 1970 to 2099 with date and time",
        }
    }
}

impl Reject {
    /// The words of all kinds of reason.
    pub const KINDS: [&'static str; 11] = [
        "empty_id",
        "id_seen",
        "bad_date",
        "bad_date_time",
        "bad_zone",
        "bad_status",
        "bad_entered",
        "too_many_cells",
        "not_text",
        "unclosed_quote",
        "too_long",
    ];

    /// A value that its column cannot hold.
    #[cold]
    pub fn bad_value(wanted: Wanted, column: &str, value: &str) -> Self {
        Self::BadValue { wanted, column: shown(column), value: shown(value), form: None }
    }

    /// A value that is no date, or no date and time, of the form in which its column has them.
    #[cold]
    pub fn misread(wanted: Wanted, column: &str, value: &str, form: String) -> Self {
        Self::BadValue { wanted, column: shown(column), value: shown(value), form: Some(form) }
    }

    /// An id that was seen before.
    #[cold]
    pub fn id_seen(id: &str) -> Self {
        Self::IdSeen(shown(id))
    }

    /// The kind of reason in a word, the same for all rows that share it.
    pub fn kind(&self) -> &'static str {
        match self {
            Reject::EmptyId => "empty_id",
            Reject::IdSeen(_) => "id_seen",
            Reject::BadValue { wanted: Wanted::Date, .. } => "bad_date",
            Reject::BadValue { wanted: Wanted::DateTime, .. } => "bad_date_time",
            Reject::BadValue { wanted: Wanted::Zone, .. } => "bad_zone",
            Reject::BadValue { wanted: Wanted::Status, .. } => "bad_status",
            Reject::BadValue { wanted: Wanted::Entered, .. } => "bad_entered",
            Reject::TooManyCells { .. } => "too_many_cells",
            Reject::NotText => "not_text",
            Reject::UnclosedQuote => "unclosed_quote",
            Reject::TooLong => "too_long",
        }
    }
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reject::EmptyId => f.write_str("the id is empty"),
            Reject::IdSeen(id) => write!(f, "the id `{id}` was seen before"),
            Reject::BadValue { wanted, column, value, form } => {
                write!(f, "column `{column}`: `{value}` {}", wanted.missed(form.is_some()))?;
                form.as_ref().map_or(Ok(()), |form| write!(f, ", {form}"))
            }
            Reject::TooManyCells { cells, columns } => write!(f, "{cells} cells, but the header has {columns} columns"),
            Reject::NotText => f.write_str("bytes that are no text"),
            Reject::UnclosedQuote => f.write_str("a quote is opened here and never closed"),
            Reject::TooLong => f.write_str("the row is longer than 16 MB"),
        }
    }
}

/// A text cut to what fits a message.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
