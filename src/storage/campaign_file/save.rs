//! Replacing a campaign file on disk: whole or not at all.

use std::io;
use std::path::Path;

use crate::campaign::document::Campaign;
use crate::storage::replace::disk::System;
use crate::storage::replace::{ReplaceError, replace};

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

/// Writes a campaign to a file, whole or not at all; the versions before stay beside it as backups.
///
/// # Errors
/// If it can't be written, or not without loss.
pub fn save(path: &Path, campaign: &Campaign) -> Result<(), SaveError> {
    let text = to_ron(campaign);
    check_read_back(path, &text, campaign)?;
    replace(&System, path, text.as_bytes()).map_err(|ReplaceError { doing, source, .. }| SaveError::Io {
        file: path.display().to_string(),
        doing,
        source,
    })
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
