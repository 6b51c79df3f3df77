//! Lists that somebody ships from.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::setting::Setting;
use super::walk::{Need, Writing, walk};
use super::{Description, Family, Kind, KindSettings};

/// The settings of a fulfilment list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FulfillmentList {
    /// Its name.
    #[serde(default, deserialize_with = "or_none")]
    pub name: String,
    /// Where the list goes.
    #[serde(default)]
    pub deliver: Option<Deliver>,
    /// When the list is released; `None`: at once, for each contact.
    #[serde(default)]
    pub queue: Option<Queue>,
    /// The keys of the fields that the list holds.
    #[serde(default, deserialize_with = "or_none")]
    pub columns: Vec<String>,
    /// The name of a file that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<String>,
}

/// Where a fulfilment list goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deliver {
    /// To a user's dashboard.
    Dashboard(String),
    /// To an address.
    Email(String),
}

/// When a fulfilment list is released: at so many people or so long after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// Released when this many people are queued; `None`: however many they are.
    #[serde(default)]
    pub count: Option<u64>,
    /// Released this many times 24 hours after the first; `None`: however long it takes.
    #[serde(default)]
    pub within_days: Option<u64>,
}

pub(super) const DESCRIPTION: Description = Description::of(
    "Fulfilment list",
    Family::Process,
    "package",
    "Puts the contact on a list that somebody ships from",
    || {
        let (name, columns) = (String::new(), Vec::new());
        Kind::FulfillmentList(FulfillmentList { name, deliver: None, queue: None, columns, attachment: None })
    },
);

walk!(FulfillmentList { name, deliver, queue: _, columns, attachment } => |visitor| {
    visitor.text(Setting::ListName, name, Writing::Plain, Need::Required);
    visitor.choice(Setting::DeliverTo, deliver.is_some());
    match deliver {
        Some(Deliver::Dashboard(id)) => visitor.name(Setting::DeliverTo, List::Users, id),
        Some(Deliver::Email(address)) => visitor.text(Setting::DeliverTo, address, Writing::Plain, Need::Required),
        None => {}
    }
    visitor.choice(Setting::Column, !columns.is_empty());
    for column in columns {
        visitor.name(Setting::Column, List::Fields, column);
    }
    if let Some(file) = attachment {
        visitor.text(Setting::Attachment, file, Writing::Plain, Need::Optional);
    }
});

impl KindSettings for FulfillmentList {}
