//! Replaces a file, all or nothing, and keeps previous versions next to it.
//!
//! **Owns** the order of steps that leaves the old or the new content in place after an error, a kill at any time, or
//! a power failure; and how many versions are kept.
//! **Must not know** what is in the file.
//! **Start reading** at [`replace`].
//! **Invariants**: until [`replace`] returns `Ok`, the file has the old content or the new, never a mixture. After that
//! it has the new content, even after a power failure. An error before the new content is in place leaves the old
//! content, and no other file. The old content is saved as a backup before it is replaced.

pub mod disk;
pub mod held;

use std::ffi::OsString;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use disk::{Disk, folder_of};

/// Previous versions that are kept.
pub const BACKUPS: usize = 3;
/// Longest file name of common file systems, in bytes.
const LONGEST_NAME: usize = 255;

/// A file that could not be replaced.
#[derive(Debug, thiserror::Error)]
#[error("{doing}: {source}")]
pub struct ReplaceError {
    /// The step that failed, in words for the message.
    pub doing: &'static str,
    /// The error of the system.
    #[source]
    pub source: io::Error,
    /// Whether the file has the new content anyway, but may lose it in a power failure.
    pub is_in_place: bool,
}

fn failed(doing: &'static str) -> impl Fn(io::Error) -> ReplaceError {
    move |source| ReplaceError { doing, source, is_in_place: false }
}

/// Replaces the content of a file, which need not exist yet. If the path is a link, the file it leads to is replaced.
/// The file keeps its permissions.
///
/// # Errors
/// If a step fails. The old content is then in place, unless the error says otherwise.
pub fn replace<D: Disk>(disk: &D, path: &Path, content: &[u8]) -> Result<(), ReplaceError> {
    put(disk, path, content, true)
}

/// As [`replace`], without backups.
///
/// # Errors
/// As for [`replace`].
pub fn swap<D: Disk>(disk: &D, path: &Path, content: &[u8]) -> Result<(), ReplaceError> {
    put(disk, path, content, false)
}

fn put<D: Disk>(disk: &D, path: &Path, content: &[u8], keeps: bool) -> Result<(), ReplaceError> {
    let target = disk.resolve(path).map_err(failed("the file it leads to can't be found"))?;
    let folder = folder_of(&target).to_owned();
    let rights = disk.permissions(&target).map_err(failed("it can't be replaced"))?;
    if rights.as_ref().is_some_and(Permissions::readonly) {
        return Err(failed("the file is read-only")(io::Error::from(io::ErrorKind::PermissionDenied)));
    }
    let (temporary, mut file) =
        temporary(disk, &folder, rights.as_ref()).map_err(failed("no file can be created in its folder"))?;
    let prepared = disk
        .write(&mut file, content)
        .map_err(failed("it can't be written"))
        // After a failed sync, a retry could succeed falsely, so the file is removed.
        .and_then(|()| disk.sync(&file).map_err(failed("it couldn't be written to disk")))
        .and_then(|()| if keeps && rights.is_some() { keep_backup(disk, &target, content) } else { Ok(()) })
        .and_then(|()| put_in_place(disk, &temporary, &target, rights.is_some()));
    drop(file);
    if let Err(error) = prepared {
        // If this fails too, the temporary file stays; the old file is unchanged.
        let _ = disk.remove(&temporary);
        return Err(error);
    }
    disk.sync_folder(&folder).map_err(|source| ReplaceError {
        doing: "it is written, but its folder couldn't be updated on disk",
        source,
        is_in_place: true,
    })
}

/// The one visible step: before it, the file has the old content, after it the new.
fn put_in_place<D: Disk>(disk: &D, temporary: &Path, target: &Path, is_there: bool) -> Result<(), ReplaceError> {
    if !is_there {
        match disk.link(temporary, target) {
            Ok(()) => {
                // The file has its final name. If the temporary name stays, it does no harm.
                let _ = disk.remove(temporary);
                return Ok(());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(failed("another program has just created a file of that name")(error));
            }
            // Not every file system has hard links.
            Err(_) => {}
        }
    }
    disk.rename(temporary, target).map_err(failed("the old file can't be replaced"))
}

/// Keeps the current content as the newest backup, on disk, before it is replaced.
fn keep_backup<D: Disk>(disk: &D, target: &Path, new: &[u8]) -> Result<(), ReplaceError> {
    let doing = "the previous version can't be saved as a backup";
    let Some(old) = disk.read(target).map_err(failed(doing))? else { return Ok(()) };
    // A save that changes nothing doesn't push an older version out. Neither does a save after one that was
    // interrupted here.
    if old == new || disk.read(&backup(target, 1)).map_err(failed(doing))?.is_some_and(|newest| newest == old) {
        return Ok(());
    }
    make_room(disk, target).map_err(failed(doing))?;
    let newest = backup(target, 1);
    if disk.link(target, &newest).is_err() {
        // Not every file system has hard links.
        copy(disk, target, &newest, &old).map_err(failed(doing))?;
    }
    disk.sync_folder(folder_of(target)).map_err(failed(doing))
}

/// Renumbers backups until the first number is free. The oldest is removed only if all numbers are taken.
fn make_room<D: Disk>(disk: &D, target: &Path) -> io::Result<()> {
    let mut free = 1;
    while free < BACKUPS && disk.permissions(&backup(target, free))?.is_some() {
        free += 1;
    }
    for place in (1..free).rev() {
        disk.rename(&backup(target, place), &backup(target, place + 1))?;
    }
    Ok(())
}

fn copy<D: Disk>(disk: &D, target: &Path, to: &Path, content: &[u8]) -> io::Result<()> {
    let rights = disk.permissions(target)?;
    let (temporary, mut file) = temporary(disk, folder_of(to), rights.as_ref())?;
    let done =
        disk.write(&mut file, content).and_then(|()| disk.sync(&file)).and_then(|()| disk.rename(&temporary, to));
    if done.is_err() {
        let _ = disk.remove(&temporary);
    }
    done
}

/// The path of a previous version of a file: 1 is the newest.
pub fn backup(path: &Path, number: usize) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let ending = format!(".bak{number}");
    let mut short = OsString::from(name);
    if name.len() + ending.len() > LONGEST_NAME {
        // Names that are shortened could become equal, so the new name has a hash of the old one.
        let text = name.to_string_lossy();
        let kept: String = text.char_indices().take_while(|(at, _)| *at < 200).map(|(_, letter)| letter).collect();
        let sum: String =
            Sha256::digest(name.as_encoded_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        short = OsString::from(format!("{kept}-{sum}"));
    }
    short.push(ending);
    path.with_file_name(short)
}

/// Creates a temporary file in a folder, with a unique name.
fn temporary<D: Disk>(disk: &D, folder: &Path, rights: Option<&Permissions>) -> io::Result<(PathBuf, D::File)> {
    // The name has the process id and a counter. Names left by a killed process with the same id are skipped.
    static SAVES: AtomicU64 = AtomicU64::new(0);
    loop {
        let save = SAVES.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".dripline-{}-{save}.tmp", std::process::id()));
        match disk.create(&path, rights) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && save < u64::from(u16::MAX) => {}
            Err(error) => return Err(error),
        }
    }
}
