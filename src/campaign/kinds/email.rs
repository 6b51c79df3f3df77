//! Emails to the contact, a user or a fixed address.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings, Reach};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of an email.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Email {
    /// The recipient of the email.
    #[serde(default)]
    pub to: Option<Recipient>,
    /// The subject line, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub subject: String,
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
}

/// The recipient of an email.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipient {
    /// The contact at the item.
    Contact,
    /// The user with this id.
    User(String),
    /// A fixed address, with merge fields.
    Address(String),
}

pub(super) const DESCRIPTION: Description<Email> = Description {
    sent: Some("Emails"),
    may_be_html: true,
    ..Description::of("Email", Family::Communication, "mail", "An email to the contact, a user or an address", || {
        Email { to: None, subject: String::new(), body: String::new() }
    })
};

walk!(Email { to, subject, body } => |visitor| {
    visitor.choice(Setting::To, to.is_some());
    match to {
        Some(Recipient::User(id)) => visitor.name(Setting::To, List::Users, id),
        Some(Recipient::Address(address)) => visitor.text(Setting::To, address, TextKind::Address, Need::Required),
        Some(Recipient::Contact) | None => {}
    }
    visitor.text(Setting::Subject, subject, TextKind::Line, Need::Required);
    visitor.text(Setting::Body, body, TextKind::Page, Need::Required);
});

impl KindSettings for Email {
    fn reach(&self) -> Option<Reach> {
        (self.to == Some(Recipient::Contact)).then_some(Reach::MarketableEmail)
    }
}
