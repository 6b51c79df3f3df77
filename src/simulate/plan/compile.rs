//! Items into actions: what an item does with whoever arrives, as far as that can be known beforehand.

use rustc_hash::FxHashMap;

use crate::calendar::delay::DelayPlan;
use crate::calendar::span::FieldDate;
use crate::calendar::timer::FieldTimersRead;
use crate::campaign::configured::is_configured;
use crate::campaign::directory::FieldKind;
use crate::campaign::document::Rules;
use crate::campaign::fields::Field;
use crate::campaign::item::{Assign, Basis, Item, Kind, Recipient, Value};
use crate::campaign::known::Known;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Layout;
use crate::simulate::outcome::Reason;

use super::{Action, DateSource, License, Perform, SetField, Slot, Who, Write};

/// The fields that the items of a sequence set, each with its place among them.
pub(super) fn set_fields(sequence: &Sequence, directory: &Known<'_>) -> FxHashMap<Field, usize> {
    let mut fields = FxHashMap::default();
    for item in &sequence.items {
        if let Kind::SetFieldValue { field: Some(key), .. } = &item.kind
            && let Some(field) = Field::named(key, directory)
        {
            let next = fields.len();
            fields.entry(field).or_insert(next);
        }
    }
    fields
}

/// Turns items into actions.
pub(super) struct Compiler<'a> {
    /// The campaign's directory.
    pub directory: &'a Known<'a>,
    /// The campaign's rules.
    pub rules: Rules,
    /// Where the fields of contacts are kept.
    pub layout: &'a Layout,
    /// The fields that items set, each with its place among them.
    pub set_fields: FxHashMap<Field, usize>,
}

impl Compiler<'_> {
    /// What an item does; checks apply in the order of `rules.md` §6.
    pub fn action(&self, item: &Item) -> Action {
        match &item.kind {
            Kind::Start => Action::Start,
            Kind::DelayTimer { schedule } => match schedule.as_ref().and_then(|schedule| schedule.complete()) {
                Some((timer, zone)) => Action::Delay(Box::new(DelayPlan::new(timer, self.rules.day_count)), zone),
                None => Action::Hold,
            },
            Kind::DateTimer { schedule } => match schedule.as_ref().and_then(|schedule| schedule.complete()) {
                Some((timer, zone)) => Action::Date(timer, zone),
                None => Action::Hold,
            },
            Kind::FieldTimer { schedule } => {
                let complete = schedule.as_ref().and_then(|schedule| schedule.complete(self.directory));
                let source = complete.as_ref().and_then(|(_, field, _)| self.timer_source(*field));
                match (complete, source) {
                    (Some((timer, _, zone)), Some(source)) => Action::Field(timer, source, zone),
                    _ => Action::Hold,
                }
            }
            kind if !is_configured(kind, self.directory) => Action::Skip(Reason::NotConfigured),
            _ if !item.ready => Action::Skip(Reason::Draft),
            kind => match self.perform(kind) {
                Some(perform) => Action::Perform(perform),
                None => Action::Skip(Reason::NotConfigured),
            },
        }
    }

    fn perform(&self, kind: &Kind) -> Option<Perform> {
        Some(match kind {
            Kind::Email { to: Some(Recipient::Contact), .. } => Perform::EmailContact,
            Kind::Fax { .. } => Perform::Fax,
            Kind::Letter { .. } => Perform::Letter,
            Kind::CreateAppointment { basis: Some(Basis::Field(key)), .. } => {
                Perform::Appointment(self.source(Field::named(key, self.directory)?)?)
            }
            Kind::SetFieldValue { field, value, mode } => {
                let field = Field::named(field.as_deref()?, self.directory)?;
                Perform::Set(SetField {
                    field,
                    set: *self.set_fields.get(&field)?,
                    slot: match self.layout.date_slot(field) {
                        Some(slot) => Slot::Date(slot),
                        None => Slot::Text(self.layout.text_slot(field)?),
                    },
                    mode: mode.unwrap_or_default(),
                    write: self.write(value.as_ref()?, field),
                })
            }
            Kind::AssignOwner { assign } => Perform::Own(self.who(assign.as_ref()?)?),
            Kind::CreateTask { assign, .. } | Kind::CreateOpportunity { assign, .. } => {
                Perform::Give(self.who(assign.as_ref()?)?)
            }
            Kind::AddToCustomerHub if self.directory.customer_hub => Perform::CustomerHub(License::Held),
            Kind::AddToCustomerHub => Perform::CustomerHub(License::Missing),
            _ => Perform::Plain,
        })
    }

    /// Where a date field is read as it stands when it is read.
    fn source(&self, field: Field) -> Option<DateSource> {
        let set = self.set_fields.get(&field).copied();
        Some(DateSource { slot: self.layout.date_slot(field)?, set })
    }

    /// Where a field timer reads: at entry nothing has been set yet (`rules.md` §5).
    fn timer_source(&self, field: Field) -> Option<DateSource> {
        let source = self.source(field)?;
        Some(match self.rules.field_timers_read {
            FieldTimersRead::AtEntry => DateSource { set: None, ..source },
            FieldTimersRead::OnArrival => source,
        })
    }

    fn write(&self, value: &Value, field: Field) -> Write {
        match value {
            Value::Text(text) | Value::Number(text) => Write::Text(text.clone()),
            Value::Date(day) => Write::Date(FieldDate { wall: day.at_second(0), has_time: false }),
            Value::DateTime(wall) => Write::Date(FieldDate { wall: *wall, has_time: true }),
            Value::RunDate if field.kind(self.directory) == FieldKind::DateTime => Write::RunMinute,
            Value::RunDate => Write::RunDate,
        }
    }

    fn who(&self, assign: &Assign) -> Option<Who> {
        Some(match assign {
            Assign::User(id) => Who::User(id.clone()),
            Assign::Owner => Who::Owner,
            Assign::RoundRobin(id) => {
                let place = self.directory.round_robin_place(id)?;
                match self.directory.round_robins[place].has_eligible_user() {
                    true => Who::RoundRobin(place),
                    false => Who::Nobody,
                }
            }
        })
    }
}
