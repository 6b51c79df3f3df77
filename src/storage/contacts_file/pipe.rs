//! Pipes, which can be read only once.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::encoding::go_on;

/// Copies the contents of a pipe to a temporary file, since encoding, mapping and rows need several passes. `None` for
/// a regular file.
pub(super) fn spooled(
    path: &Path,
    meta: &std::fs::Metadata,
    cancel: &AtomicBool,
) -> std::io::Result<Option<tempfile::TempPath>> {
    #[cfg(unix)]
    if std::os::unix::fs::FileTypeExt::is_fifo(&meta.file_type()) {
        let mut file = tempfile::NamedTempFile::new()?;
        let mut pipe = std::fs::File::open(path)?;
        let mut part = vec![0; 256 * 1024];
        loop {
            go_on(cancel)?;
            match pipe.read(&mut part) {
                Ok(0) => break,
                Ok(read) => file.write_all(&part[..read])?,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        return Ok(Some(file.into_temp_path()));
    }
    let _ = (path, meta, cancel);
    Ok(None)
}
