//! The status of an email address.

use serde::{Deserialize, Serialize};

/// The status of an email address, which decides whether marketing email may be sent (files-and-commands.md, *Contacts
/// file*).
///
/// Ordered from best to worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[repr(u8)]
pub enum EmailStatus {
    Confirmed,
    #[default]
    Unconfirmed,
    Unengaged,
    NonMarketable,
    Unsubscribed,
    HardBounce,
    SpamComplaint,
}

impl EmailStatus {
    /// All statuses, from best to worst.
    pub const ALL: [EmailStatus; 7] = [
        EmailStatus::Confirmed,
        EmailStatus::Unconfirmed,
        EmailStatus::Unengaged,
        EmailStatus::NonMarketable,
        EmailStatus::Unsubscribed,
        EmailStatus::HardBounce,
        EmailStatus::SpamComplaint,
    ];

    /// The word for the status in a contacts file.
    pub const fn word(self) -> &'static str {
        match self {
            EmailStatus::Confirmed => "confirmed",
            EmailStatus::Unconfirmed => "unconfirmed",
            EmailStatus::Unengaged => "unengaged",
            EmailStatus::NonMarketable => "non_marketable",
            EmailStatus::Unsubscribed => "unsubscribed",
            EmailStatus::HardBounce => "hard_bounce",
            EmailStatus::SpamComplaint => "spam_complaint",
        }
    }

    /// The status as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            EmailStatus::Confirmed => "confirmed",
            EmailStatus::Unconfirmed => "unconfirmed",
            EmailStatus::Unengaged => "unengaged",
            EmailStatus::NonMarketable => "non-marketable",
            EmailStatus::Unsubscribed => "unsubscribed",
            EmailStatus::HardBounce => "hard bounce",
            EmailStatus::SpamComplaint => "spam complaint",
        }
    }

    /// The status for a word; `None` if the word isn't a status. An empty word means `unconfirmed`.
    pub fn of_word(word: &str) -> Option<Self> {
        if word.is_empty() {
            return Some(EmailStatus::Unconfirmed);
        }
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// Whether marketing email may be sent to the address (`rules.md` §6, `email_not_marketable`).
    pub const fn is_marketable(self) -> bool {
        matches!(self, EmailStatus::Confirmed | EmailStatus::Unconfirmed | EmailStatus::Unengaged)
    }
}
