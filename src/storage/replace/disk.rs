//! What replacing a file asks of a file system, and the system's own.
//!
//! It is a trait so that tests can put a file system in its place that fails at any step, or forgets what was not
//! synced.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file system, as far as replacing a file needs one.
pub trait Disk {
    /// A file that was made here and is being written.
    type File;

    /// The file that a path leads to, through links; the path itself where nothing stands there yet.
    ///
    /// # Errors
    /// If a link leads round in a circle, or something on the way can't be looked into.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// The rights of the file at a path; none if there is no file.
    ///
    /// # Errors
    /// If it can't be looked at, or is no file.
    fn permissions(&self, path: &Path) -> io::Result<Option<Permissions>>;

    /// The content of a file; none if there is none.
    ///
    /// # Errors
    /// If it can't be read.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// A new, empty file, with these rights or those that new files have.
    ///
    /// # Errors
    /// If it can't be made, or there is something of that name.
    fn create(&self, path: &Path, rights: Option<&Permissions>) -> io::Result<Self::File>;

    /// Writes all of it to the end of a file.
    ///
    /// # Errors
    /// If the system refuses; how much is written then is unknown.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;

    /// What was written to a file is on the disk once this returns.
    ///
    /// # Errors
    /// If it could not be brought there; to try again would prove nothing.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// A second name for a file.
    ///
    /// # Errors
    /// If the name is taken, or the file system has no second names.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file another name; what had it before is gone.
    ///
    /// # Errors
    /// If the system refuses; both are as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a name away.
    ///
    /// # Errors
    /// If the system refuses.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder are on the disk once this returns.
    ///
    /// # Errors
    /// If they could not be brought there.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The computer's file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

/// Links are followed so often.
const MOST_LINKS: usize = 40;

impl Disk for System {
    type File = File;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            match fs::symlink_metadata(&path) {
                Ok(there) if there.is_symlink() => {
                    let to = fs::read_link(&path)?;
                    path = folder_of(&path).join(to);
                }
                Ok(_) => return Ok(path),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("links lead round in a circle"))
    }

    fn permissions(&self, path: &Path) -> io::Result<Option<Permissions>> {
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
            Ok(there) if !there.is_file() => Err(io::Error::other("this is a device, not a file")),
            Ok(there) => Ok(Some(there.permissions())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn create(&self, path: &Path, rights: Option<&Permissions>) -> io::Result<File> {
        let file = File::options().write(true).create_new(true).open(path)?;
        if let Some(rights) = rights
            && let Err(error) = file.set_permissions(rights.clone())
        {
            let _ = fs::remove_file(path);
            return Err(error);
        }
        Ok(file)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere folders can't be opened, and the file system's journal keeps the order.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// The folder that a path's last part stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
