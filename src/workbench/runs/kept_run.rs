//! A saved run in a list.

use std::ops::Deref;

use crate::calendar::Instant;
use crate::storage::run_store::list::Listed;

/// A saved run: everything that is known without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRun {
    listed: Listed,
    /// When the run was saved; the store's text if that isn't a valid instant.
    pub kept: Result<Instant, String>,
}

impl KeptRun {
    /// The start of a hash of the campaign's canonical text.
    pub fn fingerprint(&self) -> &str {
        let text = &self.campaign_fingerprint;
        text.char_indices().nth(12).map_or(text, |(end, _)| &text[..end])
    }
}

impl Deref for KeptRun {
    type Target = Listed;

    fn deref(&self) -> &Listed {
        &self.listed
    }
}

impl From<Listed> for KeptRun {
    fn from(listed: Listed) -> Self {
        let kept = Instant::parse_with_offset(&listed.stored_at);
        Self { kept: kept.ok_or_else(|| listed.stored_at.clone()), listed }
    }
}
