//! Notes: written on the contact's record.

use serde::Serialize;

use crate::campaign::kinds::ApplyNote;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, Simulated};

/// A note that was written.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct NoteWritten {
    pub title: String,
    pub body: String,
}

impl EffectDetail for NoteWritten {
    const NAME: &'static str = "note";
    const KEYS: &'static str = "body, title";
}

impl Simulated for ApplyNote {
    type Effect = NoteWritten;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn effect(
        &self,
        record: &ContactRecord<'_>,
        _: &Visit,
        _: Option<&str>,
        _: Option<RecordChange>,
    ) -> Option<Self::Effect> {
        Some(NoteWritten { title: record.merged(&self.title), body: record.merged(&self.body) })
    }
}
