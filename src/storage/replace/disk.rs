//! The file system operations for replacing a file, as a trait, and the implementation of the system.
//!
//! It is a trait so that tests can use a file system that fails at any step, or loses unsynced data.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file system operations that replacing a file needs.
pub trait Disk {
    /// A new file that is being written.
    type File;

    /// The file that a path leads to, through links; the path itself if there is no file yet.
    ///
    /// # Errors
    /// If links form a circle, or a folder on the way can't be read.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// The permissions of the file at a path; `None` if there is no file.
    ///
    /// # Errors
    /// If they can't be read, or the path isn't a file.
    fn permissions(&self, path: &Path) -> io::Result<Option<Permissions>>;

    /// The content of a file; `None` if there is no file.
    ///
    /// # Errors
    /// If it can't be read.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// Creates an empty file, with these permissions or those of new files.
    ///
    /// # Errors
    /// If it can't be created, or the name is taken.
    fn create(&self, path: &Path, rights: Option<&Permissions>) -> io::Result<Self::File>;

    /// Appends all bytes to a file.
    ///
    /// # Errors
    /// If the system reports an error. Any part may have been written.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;

    /// Writes a file's data to disk. When this returns, the data is there.
    ///
    /// # Errors
    /// If it couldn't be written to disk. A second sync that succeeds wouldn't prove that the data is there.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// Creates a second name (hard link) for a file.
    ///
    /// # Errors
    /// If the name is taken, or the file system has no hard links.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Renames a file, and replaces a file of that name.
    ///
    /// # Errors
    /// If the system reports an error. Both files are unchanged.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file name.
    ///
    /// # Errors
    /// If the system reports an error.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Writes the names in a folder to disk. When this returns, they are there.
    ///
    /// # Errors
    /// If they couldn't be written to disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The file system of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

/// Most links that are followed.
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
        Err(io::Error::other("its links lead back to themselves"))
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
        // On other systems folders can't be opened, and the file system's journal keeps the order.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// The folder of a path.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
