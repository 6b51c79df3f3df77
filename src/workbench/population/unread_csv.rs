//! Writes everything that isn't read of a contacts file as CSV, while the file is read: nothing of it is kept in memory.

use std::io;
use std::path::Path;
use std::sync::atomic::Ordering;

use crate::simulate::run::Control;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::exports::unread::UnreadWriter;
use crate::storage::output::Output;
use crate::workbench::exports::whole::whole;
use crate::workbench::failure::Failure;

use super::reading::{PreviewRequest, open};

/// Reads a file, and writes all that isn't read of it as CSV to the path, for Excel if wanted. Nothing of the list is
/// kept in memory.
///
/// # Errors
/// If the file can't be read to its end, the CSV can't be written, or it was cancelled.
pub fn save(
    file: &ContactsFile,
    (path, for_excel): (&Path, bool),
    threads: usize,
    control: &Control,
) -> Result<ReadCounts, Failure> {
    let out = Output::create(path)?;
    let out = if for_excel { out.for_excel() } else { out };
    let progress = |bytes| control.done.store(bytes, Ordering::Relaxed);
    let mut read = None;
    let saved = whole(out, control, |out| {
        let mut rows = UnreadWriter::begin(out)?;
        let mut written: io::Result<()> = Ok(());
        let mut push = |entry| {
            if written.is_ok() {
                written = rows.push(&entry);
            }
        };
        read = Some(file.for_each_block_listing(threads, &progress, &control.cancel, &|_| {}, &mut push));
        match &read {
            Some(Err(_)) => Err(io::Error::other("the contacts file can't be read")),
            _ => written,
        }
    });
    // Why the contacts file can't be read says more than that its list can't be written.
    let counts = read.transpose()?;
    saved?;
    Ok(counts.unwrap_or_default())
}

/// Reads the file of a preview again, and writes all that isn't read of it as CSV.
///
/// # Errors
/// Those of [`save`], or if the file can't be opened.
pub fn save_again(question: &PreviewRequest, to: (&Path, bool), control: &Control) -> Result<(), Failure> {
    let file = open(question, control)?;
    control.begin("Writing", file.len_bytes());
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1));
    save(&file, to, threads, control).map(drop)
}
