//! What the parts of the panel are told of the rehearsal that is shown.

use std::path::Path;

use crate::campaign::rehearsal::Rehearsal;

/// The rehearsal that is shown, and what it is a part of.
pub struct Shown<'a> {
    /// The rehearsal.
    pub rehearsal: &'a Rehearsal,
    /// Differs whenever the document may.
    pub revision: u64,
    /// The campaign's file, from which the paths of its people count.
    pub file: Option<&'a Path>,
}
