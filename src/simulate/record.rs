//! The record of one contact during a run: its cells in the list, and what items have set since entry.

use crate::calendar::span::FieldDate;
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::fields::Column;
use crate::contacts::block::Block;
use crate::contacts::status::EmailStatus;

use super::plan::{DateSource, Plan, Rank, SetField, Slot, Write};

/// A contact in a block.
#[derive(Clone, Copy, Debug)]
pub struct Contact<'a> {
    /// The block of the contact.
    pub block: &'a Block,
    /// The row of the contact in the block.
    pub row: usize,
}

impl<'a> Contact<'a> {
    /// Whether the contact has a text in a slot of the layout.
    #[inline]
    pub fn has(&self, slot: usize) -> bool {
        !self.block.text_at(slot, self.row).is_empty()
    }

    /// The name of the contact, else its id.
    pub fn called(&self) -> String {
        let column = |column| self.block.column(column, self.row);
        let name = format!("{} {}", column(Column::FirstName), column(Column::LastName));
        match name.trim() {
            "" => self.block.id(self.row).to_owned(),
            name => name.to_owned(),
        }
    }

    /// The status of the contact's email address.
    pub fn email_status(&self) -> EmailStatus {
        self.block.status(self.row)
    }

    /// The time zone of the contact, if it has one.
    #[inline]
    pub fn zone(&self) -> Option<&'a Zone> {
        self.block.zone(self.row)
    }
}

/// The current value of a field that items set. It has only what later items depend on, so not the text itself.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Now {
    /// No item has written it; the list's own value applies.
    Untouched,
    /// A text or a number.
    Text,
    /// A date, or a date with a time of day.
    Date(FieldDate),
}

/// What items have changed in a record, as far as later items depend on it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The current values, by index in [`Plan::set_fields`].
    fields: Vec<Now>,
    /// The current owner of the contact.
    pub owner: CurrentOwner,
}

/// The current owner of a contact. A round robin chooses only after the run, so the kernel knows just the item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CurrentOwner {
    /// The contact has none.
    #[default]
    Nobody,
    /// The owner in the contacts list.
    Listed,
    /// The owner that the item at this rank assigned.
    Assigned(Rank),
}

impl Changes {
    /// Resets to the list's values.
    pub fn reset(&mut self, plan: &Plan, contact: Contact<'_>) {
        self.fields.clear();
        self.fields.resize(plan.set_fields().len(), Now::Untouched);
        self.owner = if contact.has(plan.slots().owner) { CurrentOwner::Listed } else { CurrentOwner::Nobody };
    }

    /// The current value of a date field.
    pub fn date(&self, source: DateSource, contact: Contact<'_>) -> Option<FieldDate> {
        match source.set.map(|set| self.fields[set]) {
            Some(Now::Date(date)) => Some(date),
            _ => contact.block.date_at(source.slot, contact.row),
        }
    }

    /// Whether a set field currently has a value.
    pub fn is_set(&self, set: &SetField, contact: Contact<'_>) -> bool {
        self.has(set.slot, Some(set.set), contact)
    }

    /// Whether a field currently has a value. `set` is its index among the plan's set fields, if an item sets it.
    pub fn has(&self, slot: Slot, set: Option<usize>, contact: Contact<'_>) -> bool {
        set.is_some_and(|set| self.fields[set] != Now::Untouched)
            || match slot {
                Slot::Date(slot) => contact.block.date_at(slot, contact.row).is_some(),
                Slot::Text(slot) => contact.has(slot),
            }
    }

    /// Sets a field at an instant.
    pub fn write(&mut self, set: &SetField, at: Instant, campaign_zone: &Zone) {
        self.fields[set.set] = date_written(&set.write, at, campaign_zone).map_or(Now::Text, Now::Date);
    }
}

/// The date that is written at an instant (`rules.md` §7, `RunDate`); `None` for texts and numbers.
pub fn date_written(write: &Write, at: Instant, campaign_zone: &Zone) -> Option<FieldDate> {
    match write {
        Write::Text(_) => None,
        Write::Date(date) => Some(*date),
        Write::RunDate => Some(FieldDate { local: campaign_zone.date_at(at).at_second(0), has_time: false }),
        Write::RunMinute => {
            let local = campaign_zone.local_at(at);
            let minute = DateTime::from_secs(local.secs() - i64::from(local.second_of_day() % 60));
            Some(FieldDate { local: minute, has_time: true })
        }
    }
}
