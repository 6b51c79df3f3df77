//! One contact's record while it moves: the list's cells, and what items have set since.

use crate::calendar::moment::FieldDate;
use crate::calendar::{Instant, Wall, Zone};
use crate::contacts::block::Block;

use super::plan::{DateSource, Plan, SetField, Write};

/// A contact in a block.
#[derive(Clone, Copy, Debug)]
pub struct Contact<'a> {
    /// The block.
    pub block: &'a Block,
    /// The row in it.
    pub row: usize,
}

impl<'a> Contact<'a> {
    /// Whether a text slot of the layout holds something.
    #[inline]
    pub fn has(&self, slot: usize) -> bool {
        !self.block.text_at(slot, self.row).is_empty()
    }

    /// The contact's zone, where it has one.
    #[inline]
    pub fn zone(&self) -> Option<&'a Zone> {
        self.block.zone(self.row)
    }
}

/// What an item wrote into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A text or number.
    Text(String),
    /// A date or date-time.
    Date(FieldDate),
}

impl Written {
    /// The value as a contacts file holds it.
    pub fn cell(&self) -> String {
        match self {
            Written::Text(text) => text.clone(),
            Written::Date(date) => date.cell(),
        }
    }
}

/// What items have changed of a record, as far as later items look at it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// By place among the plan's set fields.
    fields: Vec<Option<Written>>,
    /// Whether the contact has an owner by now.
    pub has_owner: bool,
}

impl Changes {
    /// Nothing changed yet.
    pub fn reset(&mut self, plan: &Plan, contact: Contact<'_>) {
        self.fields.clear();
        self.fields.resize(plan.set_fields().len(), None);
        self.has_owner = contact.has(plan.slots().owner);
    }

    /// What was written into the set field at a place, if anything.
    pub fn written(&self, set: usize) -> Option<&Written> {
        self.fields.get(set).and_then(Option::as_ref)
    }

    /// A date field as it stands now.
    pub fn date(&self, source: DateSource, contact: Contact<'_>) -> Option<FieldDate> {
        match source.set.and_then(|set| self.written(set)) {
            Some(Written::Date(date)) => Some(*date),
            _ => contact.block.date_at(source.slot, contact.row),
        }
    }

    /// Whether a set field has a value now.
    pub fn is_set(&self, set: &SetField, contact: Contact<'_>) -> bool {
        let layout = contact.block.layout();
        self.written(set.set).is_some()
            || match layout.date_slot(set.field) {
                Some(slot) => contact.block.date_at(slot, contact.row).is_some(),
                None => !contact.block.text(set.field, contact.row).is_empty(),
            }
    }

    /// Writes a field at an instant.
    pub fn write(&mut self, set: &SetField, at: Instant, campaign_zone: &Zone) {
        self.fields[set.set] = Some(written(&set.write, at, campaign_zone));
    }
}

/// The value that is written at an instant (`rules.md` §7, `RunDate`).
pub fn written(write: &Write, at: Instant, campaign_zone: &Zone) -> Written {
    let wall = campaign_zone.wall_at(at);
    match write {
        Write::Text(text) => Written::Text(text.clone()),
        Write::Date(date) => Written::Date(*date),
        Write::RunDate => Written::Date(FieldDate { wall: wall.day().at_second(0), has_time: false }),
        Write::RunMinute => {
            let minute = Wall::from_secs(wall.secs() - i64::from(wall.second_of_day() % 60));
            Written::Date(FieldDate { wall: minute, has_time: true })
        }
    }
}
