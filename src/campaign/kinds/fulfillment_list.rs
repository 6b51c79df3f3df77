//! Lists of contacts to ship something to.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of a fulfilment list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FulfillmentList {
    /// The name of the list.
    #[serde(default, deserialize_with = "or_none")]
    pub name: String,
    /// The recipient of the list.
    #[serde(default)]
    pub deliver: Option<Deliver>,
    /// When the list is released; `None`: immediately, for each contact.
    #[serde(default)]
    pub queue: Option<Queue>,
    /// The keys of the list's columns.
    #[serde(default, deserialize_with = "or_none")]
    pub columns: Vec<String>,
    /// The name of an attached file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<String>,
}

/// The recipient of a fulfilment list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deliver {
    /// The dashboard of the user with this id.
    Dashboard(String),
    /// The email address that the list is sent to.
    Email(String),
}

/// When a fulfilment list is released: at a number of contacts, or some time after the first contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// The number of queued contacts at which it is released; `None`: no limit.
    #[serde(default)]
    pub count: Option<u64>,
    /// The wait from the first contact to the release, in units of 24 hours; `None`: no limit.
    #[serde(default)]
    pub within_days: Option<u64>,
}

pub(super) const DESCRIPTION: Description<FulfillmentList> =
    Description::of("Fulfilment list", Family::Process, "package", "Puts the contact on a list for shipping", || {
        let (name, columns) = (String::new(), Vec::new());
        FulfillmentList { name, deliver: None, queue: None, columns, attachment: None }
    });

walk!(FulfillmentList { name, deliver, queue: _, columns, attachment } => |visitor| {
    visitor.text(Setting::ListName, name, TextKind::Plain, Need::Required);
    visitor.choice(Setting::DeliverTo, deliver.is_some());
    match deliver {
        Some(Deliver::Dashboard(id)) => visitor.name(Setting::DeliverTo, List::Users, id),
        Some(Deliver::Email(address)) => visitor.text(Setting::DeliverTo, address, TextKind::Plain, Need::Required),
        None => {}
    }
    visitor.choice(Setting::Column, !columns.is_empty());
    for column in columns {
        visitor.name(Setting::Column, List::Fields, column);
    }
    if let Some(file) = attachment {
        visitor.text(Setting::Attachment, file, TextKind::Plain, Need::Optional);
    }
});

impl KindSettings for FulfillmentList {}
