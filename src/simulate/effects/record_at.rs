//! The record of a contact as of an instant, with the last change of each field.

use crate::calendar::Instant;
use crate::campaign::fields::{Column, Field};
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{Perform, Rank};
use crate::simulate::record::Contact;

use super::EffectContext;
use super::record::{ContactRecord, RecordChange};

/// The last change of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The value before, as written to a contacts file.
    pub before: String,
    /// The instant of the change.
    pub at: Instant,
    /// The item that changed it, by rank.
    pub rank: Rank,
}

/// A field of a record as of an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldAtInstant {
    /// The field. Owner and tags are columns too: the value is a user's id, or tags separated by `;`.
    pub field: Field,
    /// The value, as written to a contacts file; empty if an item emptied it.
    pub value: String,
    /// The last change, if an item has changed it.
    pub changed: Option<Changed>,
}

/// A record as of an instant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordAtInstant {
    /// The fields that had a value or were changed: the columns, then the custom fields.
    pub fields: Vec<FieldAtInstant>,
}

impl RecordAtInstant {
    /// A field, if it had a value or was changed.
    pub fn field(&self, field: Field) -> Option<&FieldAtInstant> {
        self.fields.iter().find(|known| known.field == field)
    }

    /// When the record was last changed.
    pub fn last_change(&self) -> Option<Instant> {
        self.fields.iter().filter_map(|field| field.changed.as_ref()).map(|changed| changed.at).max()
    }
}

impl<'a> EffectContext<'a> {
    /// The record of a contact after these visits, which must be in the order of the run. `given` returns the owner
    /// that a visit's item assigned. Writing the value that a field already has isn't a change.
    pub fn record_at<'u>(
        &self,
        contact: Contact<'_>,
        visits: impl Iterator<Item = Visit>,
        given: impl Fn(&Visit) -> Option<&'u str>,
    ) -> RecordAtInstant {
        let mut changes: Vec<(Field, Changed)> = Vec::new();
        let record = self.record_after(contact, visits, given, |record, visit, RecordChange { field, before }| {
            if record.value(field) != before {
                changes.retain(|(changed, _)| *changed != field);
                changes.push((field, Changed { before, at: visit.arrived, rank: visit.rank }));
            }
        });
        let columns = Column::ALL.iter().copied().map(Field::Column);
        let custom = (0..contact.block.layout().custom_fields().len()).map(Field::Custom);
        let mut fields = Vec::new();
        for field in columns.chain(custom) {
            let value = record.value(field);
            let changed = changes.iter().find(|(of, _)| *of == field).map(|(_, changed)| changed.clone());
            if !value.is_empty() || changed.is_some() {
                fields.push(FieldAtInstant { field, value, changed });
            }
        }
        RecordAtInstant { fields }
    }

    /// The whole record of a contact after these visits, which must be in the order of the run. `changed` is called
    /// after each item that changes the record.
    pub(super) fn record_after<'c, 'u>(
        &self,
        contact: Contact<'c>,
        visits: impl Iterator<Item = Visit>,
        given: impl Fn(&Visit) -> Option<&'u str>,
        mut changed: impl FnMut(&ContactRecord<'c>, &Visit, RecordChange),
    ) -> ContactRecord<'c>
    where
        'a: 'c,
    {
        // Before the contact enters, only the list's values are needed, so any instant will do.
        let mut record = ContactRecord::new(self.plan, self.campaign, contact, Instant::FIRST);
        for visit in visits.filter(|visit| visit.outcome == Outcome::Ran) {
            let Some(perform) = self.plan.items()[visit.rank as usize].action.performs() else { continue };
            let user = if matches!(perform, Perform::Own(_)) { given(&visit) } else { None };
            if let Some(change) = self.kind(visit.rank).change(perform, &mut record, &visit, user) {
                changed(&record, &visit, change);
            }
        }
        record
    }
}
