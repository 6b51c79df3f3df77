//! A lock on a file, so that only one program at a time compares and replaces it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// Most attempts to take a lock that another program holds.
const TIMES: u32 = 600;
/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(5);

/// A lock on a file, held until this is dropped. It is advisory: programs that don't ask for it can still write.
#[derive(Debug)]
pub struct Held(#[allow(dead_code)] Option<File>);

impl Held {
    /// Locks the file at a path, if there is one.
    ///
    /// # Errors
    /// If another program holds the lock for too long, or the file can't be opened.
    pub fn take(path: &Path) -> io::Result<Self> {
        // Opening a pipe would block, and only regular files are replaced.
        if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Ok(Self(None));
        }
        for _ in 0..TIMES {
            let file = match File::open(path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self(None)),
                Err(error) => return Err(error),
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, path) => return Ok(Self(Some(file))),
                // The file was replaced between opening and locking: try the new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // Not every file system has locks; then the file is used without one.
                Err(TryLockError::Error(_)) => return Ok(Self(None)),
            }
        }
        let busy = "another program has locked it. Try again when that program is done";
        Err(io::Error::new(io::ErrorKind::ResourceBusy, busy))
    }
}

/// Whether an open file is still the one at a path.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
        (open.dev(), open.ino()) == (there.dev(), there.ino())
    }
    #[cfg(not(unix))]
    {
        // On other systems, an open file can't be replaced.
        let _ = (file, fs::metadata(path));
        true
    }
}
