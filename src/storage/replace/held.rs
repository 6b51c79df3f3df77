//! A file that one program at a time looks at and replaces: two windows never save at the same moment.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// So often another program's save is waited for,
const TIMES: u32 = 600;
/// each time so long.
const PAUSE: Duration = Duration::from_millis(5);

/// A file that is held until this is dropped. Whoever does not ask is not kept out: it is an agreement among those who do.
#[derive(Debug)]
pub struct Held(#[allow(dead_code)] Option<File>);

impl Held {
    /// Holds the file at a path, if there is one.
    ///
    /// # Errors
    /// If another program holds it for long, or it can't be opened.
    pub fn take(path: &Path) -> io::Result<Self> {
        // A pipe would keep whoever opens it waiting; nothing but a file is replaced anyway.
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
                // It was replaced between opening and locking: what stands there now is meant.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // Not every file system can; then what is there is looked at without holding it.
                Err(TryLockError::Error(_)) => return Ok(Self(None)),
            }
        }
        let busy = "another program keeps it locked; try again when that is done";
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
        // There an open file can't be replaced.
        let _ = (file, fs::metadata(path));
        true
    }
}
