//! Recovery copies: unsaved work of a program that ended unexpectedly.
//!
//! **Owns** where a copy is, what is stored with it, and which program it belongs to.
//! **Must not know** when a copy is made, or what is done with one.
//! **Start reading** at [`RecoverySlot`].
//! **Invariants**: each running program has at most one copy, and holds the copy's lock. A copy whose lock no program
//! holds was left behind, and stays until the user decides about it. A copy is written completely or not at all. It is
//! a campaign file with a comment line before it, so that it can also be opened by hand. Nothing here changes the
//! campaign's own file.

mod note;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::campaign::document::Campaign;
use crate::storage::campaign_file::{Loaded, parse, to_ron};
use crate::storage::endings;
use crate::storage::replace::disk::System;
use crate::storage::replace::swap;

pub use note::RecoveryNote;

/// Largest recovery copy, in bytes: a little more than the largest campaign file.
const LARGEST: u64 = 300 << 20;

/// The recovery copy of a running program.
#[derive(Debug)]
pub struct RecoverySlot {
    copy: PathBuf,
    lock: PathBuf,
    /// The lock, held until the program ends.
    _held: File,
}

impl RecoverySlot {
    /// Creates the recovery copy's files in a folder, and the folder if it doesn't exist.
    ///
    /// # Errors
    /// If the folder can't be written to.
    pub fn take(folder: &Path) -> io::Result<Self> {
        make_private(folder)?;
        for number in 0..1_000 {
            let name = format!("{}-{number}", std::process::id());
            let (copy, lock) = (
                folder.join(format!("{name}.{}", endings::CAMPAIGN)),
                folder.join(format!("{name}.{}", endings::LOCK)),
            );
            // A program with the same process id left a copy of that name.
            if endings::CAMPAIGNS.iter().any(|ending| copy.with_extension(ending).exists()) {
                continue;
            }
            let held = File::options().write(true).create(true).truncate(false).open(&lock)?;
            if held.try_lock().is_ok() {
                return Ok(Self { copy, lock, _held: held });
            }
        }
        Err(io::Error::other("there are too many recovery copies in this folder"))
    }

    /// Writes a new copy.
    ///
    /// # Errors
    /// If it can't be written. The previous copy is unchanged.
    pub fn write(&self, note: &RecoveryNote, campaign: &Campaign) -> io::Result<()> {
        let text = format!("{}\n{}", note.to_comment(), to_ron(campaign));
        swap(&System, &self.copy, text.as_bytes()).map_err(|error| io::Error::new(error.source.kind(), error))
    }

    /// Removes the copy: everything in it is saved, or discarded.
    ///
    /// # Errors
    /// If the system reports an error.
    pub fn clear(&self) -> io::Result<()> {
        remove(&self.copy)
    }
}

impl Drop for RecoverySlot {
    fn drop(&mut self) {
        // The lock file isn't needed even if there is a copy: a copy without a lock counts as left behind.
        let _ = remove(&self.lock);
    }
}

/// A copy that was left behind.
#[derive(Debug)]
pub struct LeftBehind {
    /// The path of the copy.
    pub file: PathBuf,
    /// The contents of the copy, or why it can't be read.
    pub content: Result<(RecoveryNote, Campaign), String>,
}

impl LeftBehind {
    /// Removes the copy and its lock file.
    ///
    /// # Errors
    /// If the system reports an error.
    pub fn remove(&self) -> io::Result<()> {
        remove(&self.file)?;
        // The lock file of a program that has ended.
        remove(&self.file.with_extension(endings::LOCK))
    }
}

/// The copies in a folder that no running program holds, sorted by name.
pub fn left_behind(folder: &Path) -> Vec<LeftBehind> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let copies = entries.filter(|path| endings::is_of_campaign(path));
    let mut left: Vec<LeftBehind> = copies.filter(|copy| !is_held(copy)).map(|copy| read(&copy)).collect();
    left.sort_by(|a, b| a.file.cmp(&b.file));
    left
}

/// Whether a running program holds the copy's lock.
fn is_held(copy: &Path) -> bool {
    match File::open(copy.with_extension(endings::LOCK)) {
        Ok(lock) => matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)),
        Err(_) => false,
    }
}

fn read(copy: &Path) -> LeftBehind {
    let content = match fs::metadata(copy) {
        Ok(there) if there.len() > LARGEST => {
            Err(format!("{}: this isn't a recovery copy: it is too large", copy.display()))
        }
        Ok(_) => content(copy),
        Err(error) => Err(format!("{}: {error}", copy.display())),
    };
    LeftBehind { file: copy.to_owned(), content }
}

fn content(copy: &Path) -> Result<(RecoveryNote, Campaign), String> {
    let text = fs::read_to_string(copy).map_err(|error| format!("{}: {error}", copy.display()))?;
    let first = text.lines().next().unwrap_or_default();
    let note =
        RecoveryNote::of_comment(first).ok_or_else(|| format!("{}: this isn't a recovery copy", copy.display()))?;
    let Loaded { campaign, .. } = parse(&text, copy).map_err(|error| error.to_string())?;
    Ok((note, campaign))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes a folder that only its owner can read, since copies may be private.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
