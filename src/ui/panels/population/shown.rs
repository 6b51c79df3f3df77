//! The shown rehearsal, for the parts of the panel.

use std::path::Path;

use crate::campaign::rehearsal::Rehearsal;
use crate::report::mailable::MailableCounts;

/// The shown rehearsal, and what it belongs to.
pub struct ShownRehearsal<'a> {
    /// The rehearsal that is shown.
    pub rehearsal: &'a Rehearsal,
    /// A number that changes when the document may have changed.
    pub revision: u64,
    /// The campaign's file, for relative paths.
    pub file: Option<&'a Path>,
    /// How many of its contacts can be mailed, in the run that is shown; `None` until a run has them.
    pub mailable: Option<MailableCounts>,
}
