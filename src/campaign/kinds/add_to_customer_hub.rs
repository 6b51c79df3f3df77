//! CustomerHub logins.

use crate::campaign::fields::Column;

use super::walk::walk;
use super::{Description, Family, Kind, KindSettings, Reach};

/// It has no settings: the licence stands in the directory.
pub struct AddToCustomerHub;

pub(super) const DESCRIPTION: Description = Description::of(
    "Add to CustomerHub",
    Family::Process,
    "key-round",
    "Gives the contact a CustomerHub login",
    || Kind::AddToCustomerHub,
);

walk!(AddToCustomerHub);

impl KindSettings for AddToCustomerHub {
    fn reach(&self) -> Option<Reach> {
        Some(Reach::Columns(&[Column::Email], "an email address for a user name"))
    }
}
