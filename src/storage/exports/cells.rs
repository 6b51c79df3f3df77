//! Cells of result files, as CSV and JSON.

use std::io::{self, Write};

use crate::calendar::Instant;
use crate::calendar::instant::write_instant;
use crate::contacts::guard::guarded;

/// Adds a text cell: guarded against formulas, quoted where needed.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    let text = guarded(text);
    if text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Adds an instant as `YYYY-MM-DDTHH:MM:SSZ`.
#[inline]
pub fn push_instant(out: &mut Vec<u8>, at: Instant) {
    let mut text = [0; 20];
    write_instant(at, &mut text);
    out.extend_from_slice(&text);
}

/// Adds a text as JSON, in quotes.
pub fn push_json(out: &mut Vec<u8>, text: &str) {
    // Writing to memory can't fail.
    let _ = serde_json::to_writer(out, text);
}

/// Adds an instant as JSON, `"YYYY-MM-DDTHH:MM:SSZ"`.
#[inline]
pub fn push_json_instant(out: &mut Vec<u8>, at: Instant) {
    out.push(b'"');
    push_instant(out, at);
    out.push(b'"');
}

/// The format of a file with rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowFormat {
    /// CSV: a header, then one row a line.
    #[default]
    Csv,
    /// JSON: one array with an object a line. The keys are the columns of the CSV, in the same order.
    Json,
}

/// A JSON array that is being written, with an object a line.
pub struct Array<'a, W> {
    out: &'a mut W,
    has_some: bool,
}

impl<'a, W: Write> Array<'a, W> {
    /// Opens the array.
    ///
    /// # Errors
    /// If `out` can't be written.
    pub fn open(out: &'a mut W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, has_some: false })
    }

    /// Adds objects, one a line: each after a line break, with commas between them.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn push(&mut self, objects: &[u8]) -> io::Result<()> {
        if objects.is_empty() {
            return Ok(());
        }
        if std::mem::replace(&mut self.has_some, true) {
            self.out.write_all(b",")?;
        }
        self.out.write_all(objects)
    }

    /// Closes the array.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn close(self) -> io::Result<()> {
        self.out.write_all(b"\n]\n")
    }
}
