//! Starts let contacts continue immediately.

use std::convert::Infallible;

use crate::campaign::kinds::Start;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::Simulated;

impl Simulated for Start {
    type Effect = Infallible;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Start)
    }

    fn effect(
        &self,
        _: &ContactRecord<'_>,
        _: &Visit,
        _: Option<&str>,
        _: Option<RecordChange>,
    ) -> Option<Self::Effect> {
        None
    }
}
