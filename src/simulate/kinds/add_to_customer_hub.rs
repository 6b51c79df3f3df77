//! CustomerHub: a login for the contact.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::AddToCustomerHub;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, License, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A login that the contact was given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LoginGiven {
    pub login: String,
}

impl EffectDetail for LoginGiven {
    const NAME: &'static str = "customer_hub";
    const KEYS: &'static [(&'static str, &'static str)] = &[("login", "the contact's email address")];
    const CAPTIONS: &'static [&'static str] = &["Login"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.login.as_str().into()]
    }
}

impl Simulated for AddToCustomerHub {
    type Effect = LoginGiven;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        let license = if compiler.directory.customer_hub { License::Held } else { License::Missing };
        Some(ItemAction::Perform(Perform::CustomerHub(license)))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(LoginGiven { login: record.column(Column::Email) })
    }
}
