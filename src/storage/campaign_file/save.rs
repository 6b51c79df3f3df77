//! Replacing a campaign file on disk: whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::campaign::document::Campaign;

use super::error::CampaignError;
use super::read::{normalise, parse};
use super::write::to_ron;

/// Why a campaign can't be saved; the file that was there is as it was. The command line answers
/// with status 4.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// What would be written could not be opened again.
    #[error("not saved, as the file could not be opened again: {0}")]
    NotReadable(CampaignError),
    /// What would be written reads back as something else.
    #[error(
        "{file}: not saved, as something in the campaign can't be written without loss (this is a defect of Dripline)"
    )]
    Lossy {
        /// The file.
        file: String,
    },
    /// The system refuses.
    #[error("{file}: not saved: {doing}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What was being done.
        doing: &'static str,
        /// What the system says.
        source: io::Error,
    },
}

/// Writes a campaign to a file: first whole beside it, then in its place.
pub fn save(path: &Path, campaign: &Campaign) -> Result<(), SaveError> {
    let text = to_ron(campaign);
    check_read_back(path, &text, campaign)?;
    let failed = |doing| move |source| SaveError::Io { file: path.display().to_string(), doing, source };
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&target);
    let mut temporary = new_file(&folder).map_err(failed("no file can be made in its folder"))?;
    if let Ok(old) = fs::metadata(&target) {
        if old.is_dir() {
            return Err(failed("this is a folder")(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        temporary.as_file().set_permissions(old.permissions()).map_err(failed("its permissions can't be kept"))?;
    }
    temporary.write_all(text.as_bytes()).map_err(failed("it can't be written"))?;
    temporary.as_file().sync_all().map_err(failed("it can't be written to the disk"))?;
    temporary.persist(&target).map_err(|error| failed("the old file can't be replaced")(error.error))?;
    sync_folder(&folder).map_err(failed("its folder can't be written to the disk"))
}

/// Nothing is replaced by a text that would not give the same campaign again.
fn check_read_back(path: &Path, text: &str, campaign: &Campaign) -> Result<(), SaveError> {
    let read = parse(text, path).map_err(SaveError::NotReadable)?.campaign;
    if read == *campaign {
        return Ok(());
    }
    let mut expected = campaign.clone();
    normalise(&mut expected);
    if read == expected { Ok(()) } else { Err(SaveError::Lossy { file: path.display().to_string() }) }
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dripline-").suffix(".tmp");
    #[cfg(unix)]
    {
        // As any other new file: readable for whom the user's mask lets it be.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A rename is on the disk only once its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
