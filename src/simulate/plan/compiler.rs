//! What kinds of items need to compile their settings into actions.

use rustc_hash::FxHashMap;

use crate::calendar::span::FieldDate;
use crate::calendar::timer::FieldTimersRead;
use crate::campaign::directory::FieldKind;
use crate::campaign::document::Rules;
use crate::campaign::fields::{Column, Field};
use crate::campaign::kinds::{Assign, Kind, SetFieldValue, Value};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::{MergeField, TextPiece, pieces};
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Layout;
use crate::simulate::outcome::Reason;

use super::action::{AddressPart, Assignee, DateSource, Perform, Slot, Write};
use super::owners::OwnerText;

/// The fields that the items of a sequence set, each with its index.
pub fn set_fields(sequence: &Sequence, directory: &IndexedDirectory<'_>) -> FxHashMap<Field, usize> {
    let mut fields = FxHashMap::default();
    for item in &sequence.items {
        if let Kind::SetFieldValue(SetFieldValue { field: Some(key), .. }) = &item.kind
            && let Some(field) = Field::named(key, directory)
        {
            let next = fields.len();
            fields.entry(field).or_insert(next);
        }
    }
    fields
}

/// What is needed to turn items into actions.
pub(crate) struct Compiler<'a> {
    /// The directory of the campaign.
    pub directory: &'a IndexedDirectory<'a>,
    /// The rules of the campaign.
    pub rules: Rules,
    /// The slots of the contacts' fields.
    pub layout: &'a Layout,
    /// The fields that items set, each with its index.
    pub set_fields: FxHashMap<Field, usize>,
}

impl Compiler<'_> {
    /// A [`Perform`] that needs a value in each of these columns; `None` if the layout has no slot for one of them.
    pub fn reach(&self, columns: &[Column], reason: Reason) -> Option<Perform> {
        let slot = |column: &Column| self.layout.text_slot(Field::Column(*column));
        Some(Perform::Reach(columns.iter().map(slot).collect::<Option<_>>()?, reason))
    }

    /// What an email to a fixed address needs, so that the address isn't empty once it is merged (`rules.md` §6). `None`
    /// if the layout has no slot for one of its fields.
    pub fn fixed_address(&self, address: &str) -> Option<Perform> {
        let mut parts = Vec::new();
        for piece in pieces(address, self.directory) {
            parts.push(match piece {
                // Any text is enough.
                TextPiece::Text(_) | TextPiece::Unknown(_) => return Some(Perform::Plain),
                TextPiece::Field(MergeField::Contact(field)) => {
                    AddressPart::Field(self.slot(field)?, self.set_fields.get(&field).copied())
                }
                TextPiece::Field(MergeField::OwnerName) => AddressPart::Owner(OwnerText::Name),
                TextPiece::Field(MergeField::OwnerEmail) => AddressPart::Owner(OwnerText::Email),
            });
        }
        Some(Perform::EmailAddress(parts.into()))
    }

    /// The slot of a field's value from the contacts list; `None` if the layout has none for it.
    pub fn slot(&self, field: Field) -> Option<Slot> {
        match self.layout.date_slot(field) {
            Some(slot) => Some(Slot::Date(slot)),
            None => self.layout.text_slot(field).map(Slot::Text),
        }
    }

    /// Where to read the current value of a date field; `None` if the layout has no date slot for it.
    pub fn source(&self, field: Field) -> Option<DateSource> {
        let set = self.set_fields.get(&field).copied();
        Some(DateSource { slot: self.layout.date_slot(field)?, set })
    }

    /// Where a field timer reads its field. A value as of entry can't have been set by an item (`rules.md` §5).
    pub fn timer_source(&self, field: Field) -> Option<DateSource> {
        let source = self.source(field)?;
        Some(match self.rules.field_timers_read {
            FieldTimersRead::AtEntry => DateSource { set: None, ..source },
            FieldTimersRead::OnArrival => source,
        })
    }

    /// The value to write into a field.
    pub fn write(&self, value: &Value, field: Field) -> Write {
        match value {
            Value::Text(text) | Value::Number(text) => Write::Text(text.clone()),
            Value::Date(day) => Write::Date(FieldDate { local: day.at_second(0), has_time: false }),
            Value::DateTime(local) => Write::Date(FieldDate { local: *local, has_time: true }),
            Value::RunDate if field.kind(self.directory) == FieldKind::DateTime => Write::RunMinute,
            Value::RunDate => Write::RunDate,
        }
    }

    /// The user to assign to; `None` if the round robin doesn't exist.
    pub fn who(&self, assign: &Assign) -> Option<Assignee> {
        Some(match assign {
            Assign::User(id) => Assignee::User(id.clone()),
            Assign::Owner => Assignee::Owner,
            Assign::RoundRobin(id) => {
                let place = self.directory.round_robin_place(id)?;
                match self.directory.round_robins[place].has_eligible_user() {
                    true => Assignee::RoundRobin(place),
                    false => Assignee::Nobody,
                }
            }
        })
    }
}
