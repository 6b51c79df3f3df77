//! What isn't read of a contacts file, an entry each: cells without a value of their column's kind, and rejected rows.

use crate::contacts::reject::Reject;

use super::notes::CellNotRead;

/// A cell that isn't read, or a rejected row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadEntry {
    /// The line in the file, from 1.
    pub line: u64,
    /// The name of the column; `None` for a row.
    pub column: Option<String>,
    /// The kind of entry, in words: `Date`, `Repeated row`.
    pub kind: &'static str,
    /// The cell, or the beginning of the row, shortened if it is long.
    pub text: String,
    /// What is wrong: the end of a sentence that begins with the text, or a sentence about the row.
    pub reason: String,
}

impl UnreadEntry {
    /// The entry of a cell.
    pub fn cell(cell: &CellNotRead) -> Self {
        Self {
            line: cell.line,
            column: Some(cell.column.clone()),
            kind: cell.kind.label(),
            text: cell.text.clone(),
            reason: cell.why.clone(),
        }
    }

    /// The entry of a rejected row, with its text.
    pub fn row(line: u64, reason: &Reject, text: String) -> Self {
        Self { line, column: None, kind: reason.label(), text, reason: reason.to_string() }
    }
}
