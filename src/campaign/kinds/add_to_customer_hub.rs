//! CustomerHub logins.

use crate::campaign::fields::Column;

use super::description::{Description, Family, KindSettings, Reach};
use super::walk::walk;

/// The settings of Add to CustomerHub: none. The licence is in the directory.
pub struct AddToCustomerHub;

pub(super) const DESCRIPTION: Description<AddToCustomerHub> = Description::of(
    "Add to CustomerHub",
    Family::Process,
    "key-round",
    "Gives the contact a CustomerHub login",
    || AddToCustomerHub,
);

walk!(AddToCustomerHub);

impl KindSettings for AddToCustomerHub {
    fn reach(&self) -> Option<Reach> {
        Some(Reach::Columns(&[Column::Email], "an email address for a user name"))
    }
}
