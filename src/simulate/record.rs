//! One contact's record while it moves: the list's cells, and what items have set since.

use crate::calendar::span::FieldDate;
use crate::calendar::{Instant, Wall, Zone};
use crate::contacts::block::Block;

use super::plan::{DateSource, Plan, SetField, Slot, Write};

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

/// What a set field holds by now, as far as later items look at it: a text's words decide nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Now {
    /// Nothing was written; the list's own value holds.
    Untouched,
    /// A text or number.
    Text,
    /// A date or date-time.
    Date(FieldDate),
}

/// What items have changed of a record, as far as later items look at it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// By place among the plan's set fields.
    fields: Vec<Now>,
    /// Whether the contact has an owner by now.
    pub has_owner: bool,
}

impl Changes {
    /// Nothing changed yet.
    pub fn reset(&mut self, plan: &Plan, contact: Contact<'_>) {
        self.fields.clear();
        self.fields.resize(plan.set_fields().len(), Now::Untouched);
        self.has_owner = contact.has(plan.slots().owner);
    }

    /// A date field as it stands now.
    pub fn date(&self, source: DateSource, contact: Contact<'_>) -> Option<FieldDate> {
        match source.set.map(|set| self.fields[set]) {
            Some(Now::Date(date)) => Some(date),
            _ => contact.block.date_at(source.slot, contact.row),
        }
    }

    /// Whether a set field has a value now.
    pub fn is_set(&self, set: &SetField, contact: Contact<'_>) -> bool {
        self.fields[set.set] != Now::Untouched
            || match set.slot {
                Slot::Date(slot) => contact.block.date_at(slot, contact.row).is_some(),
                Slot::Text(slot) => contact.has(slot),
            }
    }

    /// Writes a field at an instant.
    pub fn write(&mut self, set: &SetField, at: Instant, campaign_zone: &Zone) {
        self.fields[set.set] = date_written(&set.write, at, campaign_zone).map_or(Now::Text, Now::Date);
    }
}

/// The date that is written at an instant (`rules.md` §7, `RunDate`); none for texts and numbers.
pub fn date_written(write: &Write, at: Instant, campaign_zone: &Zone) -> Option<FieldDate> {
    match write {
        Write::Text(_) => None,
        Write::Date(date) => Some(*date),
        Write::RunDate => Some(FieldDate { wall: campaign_zone.day_at(at).at_second(0), has_time: false }),
        Write::RunMinute => {
            let wall = campaign_zone.wall_at(at);
            let minute = Wall::from_secs(wall.secs() - i64::from(wall.second_of_day() % 60));
            Some(FieldDate { wall: minute, has_time: true })
        }
    }
}
