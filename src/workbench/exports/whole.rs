//! A result that is there whole, or not at all.

use std::io::{self, Write};

use crate::simulate::run::Control;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

/// Puts a result in its place, unless writing it failed or was stopped.
///
/// # Errors
/// If it can't be written, or was stopped.
pub fn whole(
    mut out: Output,
    control: &Control,
    write: impl FnOnce(&mut Watched<'_>) -> io::Result<()>,
) -> Result<(), Failure> {
    let written = write(&mut Watched { out: &mut out, control });
    control.check()?;
    written.map_err(|error| out.error(error))?;
    Ok(out.finish()?)
}

/// A result that takes nothing more once it shall stop.
pub struct Watched<'a> {
    out: &'a mut Output,
    control: &'a Control,
}

/// So many bytes are written at a stretch.
const PART: usize = 1 << 20;

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Not as interrupted: that would be tried again.
        self.control.check().map_err(io::Error::other)?;
        self.out.write(&bytes[..bytes.len().min(PART)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
