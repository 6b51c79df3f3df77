//! Owners: assigned to the contact.

use serde::Serialize;

use crate::campaign::kinds::AssignOwner;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An owner who was assigned, and the owner before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct OwnerGiven {
    pub before: String,
    pub user: Option<String>,
}

impl EffectDetail for OwnerGiven {
    const NAME: &'static str = "owner";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("before", "the id of the owner before; empty if there was none"),
        ("user", "the id of the owner afterwards"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Owner before", "Assigned to"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            DetailCell::user(Some(&self.before).filter(|id| !id.is_empty()).map(String::as_str)),
            DetailCell::user(self.user.as_deref()),
        ]
    }

    fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }
}

impl Simulated for AssignOwner {
    type Effect = OwnerGiven;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Own(compiler.who(self.assign.as_ref()?)?)))
    }

    fn change<'a>(
        &self,
        _: &'a Perform,
        record: &mut ContactRecord<'a>,
        _: &Visit,
        user: Option<&str>,
    ) -> Option<RecordChange> {
        Some(record.own(user))
    }

    fn effect(&self, RanItem { user, change, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(OwnerGiven { before: change?.before, user: user.map(str::to_owned) })
    }
}
