//! Starts let contacts continue immediately.

use std::convert::Infallible;

use crate::campaign::kinds::Start;
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::{RanItem, Simulated};

impl Simulated for Start {
    type Effect = Infallible;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Start)
    }

    fn effect(&self, _: RanItem<'_>) -> Option<Self::Effect> {
        None
    }
}
