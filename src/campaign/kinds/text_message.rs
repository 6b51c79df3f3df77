//! Text messages to the contact.

use serde::{Deserialize, Serialize};

use crate::campaign::fields::Column;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings, Reach};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of a text message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextMessage {
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
}

pub(super) const DESCRIPTION: Description<TextMessage> = Description {
    sent: Some("Text messages"),
    format: 2,
    ..Description::of("Text message", Family::Communication, "message-square-text", "An SMS to the contact", || {
        TextMessage { body: String::new() }
    })
};

walk!(TextMessage { body } => |visitor| {
    visitor.text(Setting::Body, body, TextKind::Page, Need::Required);
});

impl KindSettings for TextMessage {
    fn reach(&self) -> Option<Reach> {
        Some(Reach::Columns(&[Column::Phone], "a phone number"))
    }
}
