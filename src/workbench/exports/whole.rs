//! Writes a file completely, or not at all.

use std::io::{self, Write};

use crate::simulate::run::Control;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

/// Finishes a result, unless writing it failed or was cancelled.
///
/// # Errors
/// If it can't be written, or was cancelled.
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

/// A writer that fails once the work is cancelled.
pub struct Watched<'a> {
    out: &'a mut Output,
    control: &'a Control,
}

/// Most bytes written between two checks for cancellation.
const PART: usize = 1 << 20;

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Not `Interrupted`, since that would be retried.
        self.control.check().map_err(io::Error::other)?;
        self.out.write(&bytes[..bytes.len().min(PART)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
