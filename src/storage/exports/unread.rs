//! What isn't read of a contacts file, as CSV: a row for each cell and each rejected row.

use std::io::{self, Write};

use super::cells::push_text;
use crate::contacts::reading::unread::UnreadEntry;

/// Writes entries one by one.
pub struct UnreadWriter<W> {
    out: W,
    row: Vec<u8>,
}

impl<W: Write> UnreadWriter<W> {
    /// Writes the header, `line,column,kind,text,reason`.
    ///
    /// # Errors
    /// If `out` can't be written.
    pub fn begin(mut out: W) -> io::Result<Self> {
        out.write_all(b"line,column,kind,text,reason\n")?;
        Ok(Self { out, row: Vec::new() })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn push(&mut self, entry: &UnreadEntry) -> io::Result<()> {
        let Self { out, row } = self;
        row.clear();
        write!(row, "{},", entry.line)?;
        for (place, text) in
            [entry.column.as_deref().unwrap_or(""), entry.kind, &entry.text, &entry.reason].iter().enumerate()
        {
            if place > 0 {
                row.push(b',');
            }
            push_text(row, text);
        }
        row.push(b'\n');
        out.write_all(row)
    }
}
