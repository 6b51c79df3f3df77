//! The status of an email address.

use serde::{Deserialize, Serialize};

/// Whether and how an address may be written to (files-and-commands.md, *Contacts file*).
///
/// The order is from the best to the worst.
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
    /// All of them.
    pub const ALL: [EmailStatus; 7] = [
        EmailStatus::Confirmed,
        EmailStatus::Unconfirmed,
        EmailStatus::Unengaged,
        EmailStatus::NonMarketable,
        EmailStatus::Unsubscribed,
        EmailStatus::HardBounce,
        EmailStatus::SpamComplaint,
    ];

    /// The word in a contacts file.
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

    /// The status of a word; an empty one is `unconfirmed`.
    pub fn of_word(word: &str) -> Option<Self> {
        if word.is_empty() {
            return Some(EmailStatus::Unconfirmed);
        }
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// Whether marketing email may go there (`rules.md` §6, `email_not_marketable`).
    pub const fn is_marketable(self) -> bool {
        matches!(self, EmailStatus::Confirmed | EmailStatus::Unconfirmed | EmailStatus::Unengaged)
    }
}
