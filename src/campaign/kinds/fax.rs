//! Faxes to the contact.

use serde::{Deserialize, Serialize};

use crate::campaign::fields::Column;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings, Reach};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of a fax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fax {
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
}

pub(super) const DESCRIPTION: Description<Fax> = Description {
    sent: Some("Faxes"),
    may_be_html: true,
    ..Description::of("Fax", Family::Communication, "printer", "A fax to the contact", || Fax { body: String::new() })
};

walk!(Fax { body } => |visitor| {
    visitor.text(Setting::FaxText, body, TextKind::Page, Need::Required);
});

impl KindSettings for Fax {
    fn reach(&self) -> Option<Reach> {
        Some(Reach::Columns(&[Column::Fax], "a fax number"))
    }
}
