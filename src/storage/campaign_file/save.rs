//! Saves a campaign file: all or nothing.

use std::io;
use std::path::Path;

use crate::campaign::document::Campaign;
use crate::storage::replace::disk::System;
use crate::storage::replace::held::Held;
use crate::storage::replace::{ReplaceError, replace};

use super::error::CampaignError;
use super::fingerprint::Fingerprint;
use super::read::parse;
use super::write::to_ron;

/// Why a campaign can't be saved. The file is unchanged. On the command line, the exit status is 4.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The text to be written could not be read again.
    #[error("not saved, because the file could not be opened again: {0}")]
    NotReadable(CampaignError),
    /// The text to be written reads back as a different campaign.
    #[error("{file}: not saved, because the file would differ from the campaign (this is a defect of Dripline)")]
    Lossy {
        /// The path of the file.
        file: String,
    },
    /// The file has changed since it was last read or written.
    #[error("{file}: not saved, because the file was changed elsewhere since it was opened or saved here")]
    ChangedOutside {
        /// The path of the file.
        file: String,
    },
    /// The system reports an error.
    #[error("{file}: not saved: {doing}: {source}")]
    Io {
        /// The path of the file.
        file: String,
        /// The step that failed, in words for the message.
        doing: &'static str,
        /// The error of the system.
        source: io::Error,
    },
}

impl SaveError {
    /// Whether the campaign was not saved because the file was changed elsewhere.
    pub fn is_changed_outside(&self) -> bool {
        matches!(self, SaveError::ChangedOutside { .. })
    }
}

/// The content that a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any content: the user has agreed to it.
    Anything,
    /// A file with this fingerprint, or no file.
    Only(Fingerprint),
    /// Nothing: there must be no file at the path.
    Nothing,
}

/// Writes a campaign to a file, and replaces any content.
///
/// # Errors
/// If the file can't be written, or the campaign would not read back equal.
pub fn save(path: &Path, campaign: &Campaign) -> Result<Fingerprint, SaveError> {
    save_over(path, campaign, Expected::Anything)
}

/// Writes a campaign to a file, all or nothing. Previous versions stay next to it as backups. Returns the fingerprint
/// of the new content.
///
/// # Errors
/// If the file isn't as `expected`, can't be written, or the campaign would not read back equal.
pub fn save_over(path: &Path, campaign: &Campaign, expected: Expected) -> Result<Fingerprint, SaveError> {
    let text = to_ron(campaign);
    check_read_back(path, &text, campaign)?;
    let failed = |doing| move |source| SaveError::Io { file: path.display().to_string(), doing, source };
    // The lock lasts until the end, so that the content that is compared is the content that is replaced.
    let _held = Held::take(path).map_err(failed("it can't be examined"))?;
    check_expected(path, expected)?;
    replace(&System, path, text.as_bytes()).map_err(|ReplaceError { doing, source, .. }| failed(doing)(source))?;
    Ok(Fingerprint::of(text.as_bytes()))
}

fn check_expected(path: &Path, expected: Expected) -> Result<(), SaveError> {
    if expected == Expected::Anything {
        return Ok(());
    }
    let found = Fingerprint::of_file(path).map_err(|source| SaveError::Io {
        file: path.display().to_string(),
        doing: "it can't be examined",
        source,
    })?;
    if found.is_none_or(|found| expected == Expected::Only(found)) {
        return Ok(());
    }
    Err(SaveError::ChangedOutside { file: path.display().to_string() })
}

/// Checks that the text reads back as the same campaign.
fn check_read_back(path: &Path, text: &str, campaign: &Campaign) -> Result<(), SaveError> {
    let read = parse(text, path).map_err(SaveError::NotReadable)?.campaign;
    if read == *campaign {
        return Ok(());
    }
    let mut expected = campaign.clone();
    normalise(&mut expected);
    if read == expected { Ok(()) } else { Err(SaveError::Lossy { file: path.display().to_string() }) }
}

/// Removes Ready marks from Starts and timers, where they mean nothing and aren't written.
fn normalise(campaign: &mut Campaign) {
    for item in campaign.sequences.iter_mut().flat_map(|sequence| &mut sequence.items) {
        item.ready &= item.kind.has_ready_mark();
    }
}
