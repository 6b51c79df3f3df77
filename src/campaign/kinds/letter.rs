//! Letters to the contact.

use serde::{Deserialize, Serialize};

use crate::campaign::fields::Column;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings, Reach};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
}

pub(super) const DESCRIPTION: Description<Letter> = Description {
    sent: Some("Letters"),
    may_be_html: true,
    ..Description::of("Letter", Family::Communication, "file-text", "A letter to the contact", || Letter {
        body: String::new(),
    })
};

walk!(Letter { body } => |visitor| {
    visitor.text(Setting::LetterText, body, TextKind::Page, Need::Required);
});

impl KindSettings for Letter {
    fn reach(&self) -> Option<Reach> {
        Some(Reach::Columns(&[Column::Street, Column::City, Column::Country], "a street, a city and a country"))
    }
}
