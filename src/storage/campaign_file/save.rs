//! Replacing a campaign file on disk: whole or not at all.

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
    /// Something else is in the file than was expected.
    #[error("{file}: not saved, as somebody else has changed this file since it was opened or saved here")]
    ChangedOutside {
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

impl SaveError {
    /// Whether it was not saved because somebody else has changed the file.
    pub fn is_changed_outside(&self) -> bool {
        matches!(self, SaveError::ChangedOutside { .. })
    }
}

/// What may be replaced by a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever is there: the person has agreed to it.
    Anything,
    /// This, or nothing.
    Only(Fingerprint),
    /// Nothing.
    Nothing,
}

/// Writes a campaign to a file, whatever is there.
///
/// # Errors
/// If it can't be written, or not without loss.
pub fn save(path: &Path, campaign: &Campaign) -> Result<Fingerprint, SaveError> {
    save_over(path, campaign, Expected::Anything)
}

/// Writes a campaign to a file, whole or not at all; the versions before stay beside it as backups. Returns what is in
/// the file now.
///
/// # Errors
/// If something else is there than was expected, or it can't be written, or not without loss.
pub fn save_over(path: &Path, campaign: &Campaign, expected: Expected) -> Result<Fingerprint, SaveError> {
    let text = to_ron(campaign);
    check_read_back(path, &text, campaign)?;
    let failed = |doing| move |source| SaveError::Io { file: path.display().to_string(), doing, source };
    // Until the end nobody else who asks replaces it, so that what is compared is what is replaced.
    let _held = Held::take(path).map_err(failed("it can't be looked at"))?;
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
        doing: "it can't be looked at",
        source,
    })?;
    if found.is_none_or(|found| expected == Expected::Only(found)) {
        return Ok(());
    }
    Err(SaveError::ChangedOutside { file: path.display().to_string() })
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

/// A Ready mark means nothing on a Start or timer and is not written there.
fn normalise(campaign: &mut Campaign) {
    for item in campaign.sequences.iter_mut().flat_map(|sequence| &mut sequence.items) {
        item.ready &= item.kind.has_ready_mark();
    }
}
