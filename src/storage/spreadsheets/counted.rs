//! Counts what is written.

use std::io::{self, Write};

/// A writer that counts its bytes.
pub(super) struct CountedWriter<W> {
    out: W,
    pub bytes: u64,
}

impl<W> CountedWriter<W> {
    pub fn new(out: W) -> Self {
        Self { out, bytes: 0 }
    }
}

impl<W: Write> Write for CountedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Line ends within cells: LF, CR, or both.
pub(super) fn line_ends<'t>(cells: impl Iterator<Item = &'t [u8]>) -> u64 {
    let in_cell = |cell: &[u8]| {
        let ends = |(at, &byte): (usize, &u8)| byte == b'\n' || (byte == b'\r' && cell.get(at + 1) != Some(&b'\n'));
        cell.iter().enumerate().filter(|&byte| ends(byte)).count() as u64
    };
    cells.map(in_cell).sum()
}
