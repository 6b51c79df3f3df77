//! Notes: written on the contact's record.

use serde::Serialize;

use crate::campaign::kinds::ApplyNote;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A note that was written.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct NoteWritten {
    pub title: String,
    pub body: String,
}

impl EffectDetail for NoteWritten {
    const NAME: &'static str = "note";
    const KEYS: &'static [(&'static str, &'static str)] =
        &[("body", "the text, merged"), ("title", "the title, merged")];
    const CAPTIONS: &'static [&'static str] = &["Title", "Text"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.title.as_str().into(), self.body.as_str().into()]
    }
}

impl Simulated for ApplyNote {
    type Effect = NoteWritten;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(NoteWritten { title: record.merged(&self.title), body: record.merged(&self.body) })
    }
}
