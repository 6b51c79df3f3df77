//! A table for people: its columns and cells.

use std::borrow::Cow;
use std::io;

use crate::calendar::words::clock;
use crate::calendar::{Date, DateTime, Instant};

/// A cell of a table for people.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell<'a> {
    /// Nothing.
    Empty,
    /// A text, as it is.
    Text(Cow<'a, str>),
    /// A local time. The zone is named in another column.
    Local(DateTime),
    /// A date.
    Date(Date),
    /// A number of things.
    Count(u64),
    /// A number that names something.
    Id(u64),
    /// An instant, in UTC.
    Instant(Instant),
}

impl<'a> From<&'a str> for TableCell<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { TableCell::Empty } else { TableCell::Text(Cow::Borrowed(text)) }
    }
}

impl From<String> for TableCell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { TableCell::Empty } else { TableCell::Text(Cow::Owned(text)) }
    }
}

/// A column of a table for people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableColumn {
    /// The caption.
    pub caption: &'static str,
    /// The width in a spreadsheet, in characters.
    pub width: f64,
}

/// The usual width of a column, in characters.
pub const USUAL_WIDTH: f64 = 26.0;

impl TableColumn {
    /// A column with this caption and width.
    pub const fn new(caption: &'static str, width: f64) -> Self {
        Self { caption, width }
    }
}

/// The columns of a table for people, and what it is about.
#[derive(Clone, Debug)]
pub struct TableHead<'a> {
    /// The name of the sheet in a spreadsheet.
    pub name: &'static str,
    /// The title of the file.
    pub title: &'a str,
    /// The current time, which is written to a spreadsheet.
    pub now: Instant,
    /// The columns.
    pub columns: Vec<TableColumn>,
}

/// The format of a table for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// CSV that spreadsheets open as UTF-8.
    Csv,
    /// A spreadsheet (.xlsx).
    Spreadsheet,
}

/// Passes on each row of a table. An error ends the table.
pub type PushRow<'a> = dyn FnMut(&[TableCell<'_>]) -> io::Result<()> + 'a;

/// What a written table leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableCuts {
    /// Texts that were cut, since they are longer than a cell can hold.
    pub texts: u64,
    /// Sheets that the table was split into; 0 for a format without sheets.
    pub sheets: usize,
}

/// `2026-03-06 17:30`, which spreadsheets read as a date.
pub(super) fn local_text(local: DateTime) -> String {
    format!("{} {}", local.date(), clock(local))
}
