//! Notes written on the contact's record.

use serde::{Deserialize, Serialize};

use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of Apply Note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplyNote {
    /// The title, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub title: String,
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
}

pub(super) const DESCRIPTION: Description<ApplyNote> =
    Description::of("Apply note", Family::Process, "sticky-note", "Writes a note on the contact's record", || {
        ApplyNote { title: String::new(), body: String::new() }
    });

walk!(ApplyNote { title, body } => |visitor| {
    visitor.text(Setting::Title, title, TextKind::Line, Need::Required);
    visitor.text(Setting::NoteText, body, TextKind::Page, Need::Optional);
});

impl KindSettings for ApplyNote {}
