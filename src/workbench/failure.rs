//! Why something that the user asked for could not be done.

use crate::contacts::mapping::MappingError;
use crate::simulate::run::Cancelled;
use crate::storage::campaign_file::error::CampaignError;
use crate::storage::contacts_file::error::ContactsError;
use crate::storage::output::OutputError;
use crate::storage::run_store::StoreError;
use crate::storage::spreadsheets::SheetError;

/// A failure, by what the user can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request is inconsistent. The sentence says what to change.
    #[error("{0}")]
    Usage(String),
    /// Day and month of a contacts file could be swapped. The sentence gives only the facts; the command line and the
    /// window each add how to choose.
    #[error("{0}")]
    DateOrder(String),
    /// Tags of a contacts file could be separated in several ways. The sentence gives only the facts, too.
    #[error("{0}")]
    TagSeparator(String),
    /// Several sheets of a contacts file hold data, and none looks like contacts. The sentence gives only the facts, too.
    #[error("{0}")]
    SheetChoice(String),
    /// A file can't be read or isn't what it should be.
    #[error("{0}")]
    Unreadable(String),
    /// A file can't be written.
    #[error("{0}")]
    Unwritable(String),
    /// The reader of standard output has closed it. There is nothing to report.
    #[error("the program reading the output has closed it")]
    OutputClosed,
    /// The work was cancelled.
    #[error("stopped; nothing was saved")]
    Cancelled,
}

impl From<CampaignError> for Failure {
    fn from(error: CampaignError) -> Self {
        match error {
            CampaignError::Cancelled { .. } => Failure::Cancelled,
            error => Failure::Unreadable(error.to_string()),
        }
    }
}

impl From<ContactsError> for Failure {
    fn from(error: ContactsError) -> Self {
        match error {
            ContactsError::Interrupted => Failure::Cancelled,
            ContactsError::Unwritable { .. } => Failure::Unwritable(error.to_string()),
            ContactsError::Mapping { ref source, .. } if matches!(**source, MappingError::AmbiguousTags { .. }) => {
                Failure::TagSeparator(error.to_string())
            }
            ContactsError::Mapping { ref source, .. }
                if matches!(**source, MappingError::AmbiguousDates { .. } | MappingError::TwoOrders { .. }) =>
            {
                Failure::DateOrder(error.to_string())
            }
            ContactsError::Sheet { source: SheetError::Choose(_), .. } => Failure::SheetChoice(error.to_string()),
            error if error.is_usage() => Failure::Usage(error.to_string()),
            error => Failure::Unreadable(error.to_string()),
        }
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        match error.source.kind() {
            std::io::ErrorKind::BrokenPipe => Failure::OutputClosed,
            _ => Failure::Unwritable(error.to_string()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled => Failure::Cancelled,
            StoreError::Sql { .. } | StoreError::Unmovable { .. } => Failure::Unwritable(error.to_string()),
            error => Failure::Unreadable(error.to_string()),
        }
    }
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Failure::Cancelled
    }
}
