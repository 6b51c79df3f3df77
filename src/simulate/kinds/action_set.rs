//! Action sets: run by name.

use serde::Serialize;

use crate::campaign::kinds::ActionSet;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An action set that was run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ActionSetRun {
    pub name: String,
}

impl EffectDetail for ActionSetRun {
    const NAME: &'static str = "action_set";
    const KEYS: &'static [(&'static str, &'static str)] = &[("name", "the name of the action set")];
    const CAPTIONS: &'static [&'static str] = &["Action set"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.name.as_str().into()]
    }
}

impl Simulated for ActionSet {
    type Effect = ActionSetRun;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn effect(&self, _: RanItem<'_>) -> Option<Self::Effect> {
        Some(ActionSetRun { name: self.name.clone() })
    }
}
