//! Emails: sent to the contact, a user or a fixed address.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::{Email, Recipient};
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An email that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct EmailSent {
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl EffectDetail for EmailSent {
    const NAME: &'static str = "email";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("body", "the text, merged"),
        ("subject", "the subject, merged"),
        ("to", "the address: the contact's, the user's, or the fixed one, merged"),
    ];
    const CAPTIONS: &'static [&'static str] = &["To", "Subject", "Text"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.to.as_str().into(), self.subject.as_str().into(), self.body.as_str().into()]
    }

    fn notes(&self) -> Vec<(&'static str, String)> {
        vec![("To", self.to.clone()), ("Subject", self.subject.clone())]
    }

    fn address(&self) -> String {
        self.to.clone()
    }
}

impl Simulated for Email {
    type Effect = EmailSent;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(match self.to.as_ref()? {
            Recipient::Contact => ItemAction::Perform(Perform::EmailContact),
            Recipient::User(id) if compiler.directory.user(id)?.email.is_empty() => {
                ItemAction::Skip(Reason::NoEmailAddress)
            }
            Recipient::User(_) => ItemAction::Perform(Perform::Plain),
            Recipient::Address(address) => ItemAction::Perform(compiler.fixed_address(address)?),
        })
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let to = match self.to.as_ref()? {
            Recipient::Contact => record.column(Column::Email),
            Recipient::User(id) => record.directory().user(id).map(|user| user.email.clone()).unwrap_or_default(),
            Recipient::Address(address) => record.merged(address),
        };
        Some(EmailSent { to, subject: record.merged(&self.subject), body: record.merged(&self.body) })
    }
}
