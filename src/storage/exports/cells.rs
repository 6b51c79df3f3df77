//! Cells of the files that results are written to: CSV and JSON.

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

/// What kind of file rows go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A header, then a row a line.
    #[default]
    Csv,
    /// One array of objects, one of them a line; the CSV's columns are their keys, in the same order.
    Json,
}

/// An array of objects that is being written, one of them a line.
pub struct Array<'a, W> {
    out: &'a mut W,
    has_some: bool,
}

impl<'a, W: Write> Array<'a, W> {
    /// Opens it.
    ///
    /// # Errors
    /// If `out` can't be written.
    pub fn open(out: &'a mut W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, has_some: false })
    }

    /// Adds objects that stand one a line, each behind its line break and with a comma behind it but for the last.
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

    /// Closes it.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn close(self) -> io::Result<()> {
        self.out.write_all(b"\n]\n")
    }
}
