//! A field of the contact: set to a value.

use serde::Serialize;

use crate::campaign::kinds::{KindSettings, SetFieldValue};
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform, SetField};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A field that was set, and its value before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct FieldSet {
    pub field: String,
    pub before: String,
    pub value: String,
}

impl EffectDetail for FieldSet {
    const NAME: &'static str = "field";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("before", "the value before, as in a contacts file; may be empty"),
        ("field", "the key of the field"),
        ("value", "the value afterwards, as in a contacts file"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Field", "Before", "Value"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![DetailCell::Field(self.field.clone()), self.before.as_str().into(), self.value.as_str().into()]
    }
}

impl Simulated for SetFieldValue {
    type Effect = FieldSet;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        let field = self.sets(compiler.directory)?;
        Some(ItemAction::Perform(Perform::Set(SetField {
            field,
            set: *compiler.set_fields.get(&field)?,
            slot: compiler.slot(field)?,
            mode: self.mode.unwrap_or_default(),
            write: compiler.write(self.value.as_ref()?, field),
        })))
    }

    fn change<'a>(
        &self,
        perform: &'a Perform,
        record: &mut ContactRecord<'a>,
        visit: &Visit,
        _: Option<&str>,
    ) -> Option<RecordChange> {
        let Perform::Set(set) = perform else { return None };
        Some(record.set(set, visit.arrived))
    }

    fn effect(&self, RanItem { record, change, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let RecordChange { field, before } = change?;
        let key = field.key(record.directory()).to_owned();
        Some(FieldSet { field: key, before, value: record.value(field) })
    }
}
