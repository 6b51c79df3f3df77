//! Tables for people as CSV.

use std::io::{self, Write};

use crate::storage::exports::cells::{push_instant, push_text};

use super::table::{PushRow, TableCell, TableCuts, TableHead, local_text};

/// Tells spreadsheets that the file is UTF-8: without it, some read names as if they were in an older encoding.
const UTF_8: &[u8] = "\u{FEFF}".as_bytes();

/// Writes a table as CSV.
pub(super) fn write_csv(
    out: &mut impl Write,
    head: &TableHead<'_>,
    rows: impl FnOnce(&mut PushRow<'_>) -> io::Result<()>,
) -> io::Result<TableCuts> {
    out.write_all(UTF_8)?;
    let mut line = Vec::new();
    let mut write = |cells: &[TableCell<'_>]| {
        line.clear();
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                line.push(b',');
            }
            push_cell(&mut line, cell)?;
        }
        line.push(b'\n');
        out.write_all(&line)
    };
    write(&head.columns.iter().map(|column| column.caption.into()).collect::<Vec<_>>())?;
    rows(&mut write)?;
    Ok(TableCuts::default())
}

fn push_cell(line: &mut Vec<u8>, cell: &TableCell<'_>) -> io::Result<()> {
    match cell {
        TableCell::Empty => Ok(()),
        TableCell::Text(text) => {
            push_text(line, text);
            Ok(())
        }
        TableCell::Local(local) => write!(line, "{}", local_text(*local)),
        TableCell::Date(day) => write!(line, "{day}"),
        TableCell::Count(number) | TableCell::Id(number) => write!(line, "{number}"),
        TableCell::Instant(at) => {
            push_instant(line, *at);
            Ok(())
        }
    }
}
