//! Contacts that wait on a queued fulfilment list.

use crate::calendar::Instant;
use crate::simulate::plan::Rank;

/// A contact on a queued list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// The item of the list, by rank.
    pub rank: Rank,
    /// When the contact was queued.
    pub at: Instant,
    /// The contact, by its position in the list of contacts.
    pub place: u64,
    /// The id of the contact.
    pub id: String,
    /// The contact's cells in the job.
    pub row: Vec<String>,
}
