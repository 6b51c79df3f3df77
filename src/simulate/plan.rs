//! A sequence compiled for moving contacts: items by rank, with all that can be known beforehand.

use std::sync::Arc;

use crate::calendar::Zone;
use crate::calendar::delay::DelayPlan;
use crate::calendar::moment::FieldDate;
use crate::calendar::timer::{Dated, FieldTimersRead, Fielded, ZoneChoice};
use crate::campaign::configured::is_configured;
use crate::campaign::directory::{Directory, FieldKind, RoundRobin};
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::fields::{Column, Field};
use crate::campaign::item::{Assign, Basis, Item, Kind, Mode, Recipient, Value};
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Layout;

use super::outcome::Reason;

/// An item's place in the order of ties (`rules.md` §1), and its place in the plan.
pub type Rank = u32;

/// A compiled sequence.
#[derive(Clone, Debug)]
pub struct Plan {
    items: Vec<PlanItem>,
    /// The ranks behind each item, one after another; items know their span.
    next: Vec<Rank>,
    starts: Vec<Rank>,
    zone: Zone,
    rules: Rules,
    layout: Arc<Layout>,
    slots: Slots,
    set_fields: Vec<Field>,
    round_robins: Vec<RoundRobin>,
    unreachable: Vec<usize>,
}

/// An item of a plan.
#[derive(Clone, Debug)]
pub struct PlanItem {
    /// Its id in the sequence.
    pub id: u64,
    /// Its place among the sequence's items.
    pub place: usize,
    /// What it does.
    pub action: Action,
    next: (u32, u32),
}

/// What an item does with a contact that arrives.
#[derive(Clone, Debug)]
pub enum Action {
    /// Lets it through at once.
    Start,
    /// Holds it for good (`rules.md` §3.4).
    Hold,
    /// Lets it through when a delay timer's moment comes.
    Delay(Box<DelayPlan>, ZoneChoice),
    /// Lets it through when a date comes.
    Date(Dated, ZoneChoice),
    /// Lets it through when the date in a field comes.
    Field(Fielded, DateSource, ZoneChoice),
    /// Is skipped, whoever arrives.
    Skip(Reason),
    /// Is performed, if the contact fits.
    Perform(Perform),
}

/// Where a date field is read: its slot in the layout, and its place among the fields that are set.
#[derive(Clone, Copy, Debug)]
pub struct DateSource {
    /// The slot in the layout's dates.
    pub slot: usize,
    /// The place among the plan's set fields.
    pub set: Option<usize>,
}

/// What is performed, as far as it looks at the record or changes what later items see.
#[derive(Clone, Debug)]
pub enum Perform {
    /// Needs nothing, changes nothing that decides.
    Plain,
    /// Needs a marketable address.
    EmailContact,
    /// Needs a fax number.
    Fax,
    /// Needs street, city and country.
    Letter,
    /// Needs a value in a date field.
    Appointment(DateSource),
    /// Writes a field.
    Set(SetField),
    /// Gives the contact an owner.
    Own(Who),
    /// Gives a task or an opportunity to a user.
    Give(Who),
    /// Needs a licence and an address.
    CustomerHub(License),
}

/// Whether the campaign has a CustomerHub licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum License {
    Held,
    Missing,
}

/// Set Field Value, compiled.
#[derive(Clone, Debug)]
pub struct SetField {
    /// The field.
    pub field: Field,
    /// Its place among the plan's set fields.
    pub set: usize,
    /// Where the list's own value is kept.
    pub slot: Slot,
    /// What to do with a value that is there.
    pub mode: Mode,
    /// What is written.
    pub write: Write,
}

/// A slot of the layout.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Slot {
    Text(usize),
    Date(usize),
}

/// What Set Field Value writes.
#[derive(Clone, Debug)]
pub enum Write {
    /// A text or number.
    Text(String),
    /// A date or date-time.
    Date(FieldDate),
    /// The local date of the moment, in the campaign's zone.
    RunDate,
    /// The local date and minute of the moment, in the campaign's zone.
    RunMinute,
}

/// Who is given something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A user's id.
    User(String),
    /// A round robin, by its place in [`Plan::round_robins`].
    RoundRobin(usize),
    /// A round robin that has nobody.
    Nobody,
    /// The contact's owner.
    Owner,
}

/// The layout's slots that the kernel looks at.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    /// Email address.
    pub email: usize,
    /// Fax number.
    pub fax: usize,
    /// Street, city and country.
    pub postal: [usize; 3],
    /// Owner.
    pub owner: usize,
}

/// Why a campaign can't be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The campaign's zone is not in the zone data.
    #[error("time zone `{0}` does not exist; give the IANA name of one, such as \"America/New_York\"")]
    UnknownZone(String),
}

impl Plan {
    /// Compiles a sequence of a campaign for contacts of a layout.
    ///
    /// # Errors
    /// If the campaign's time zone does not exist.
    pub fn new(campaign: &Campaign, sequence: &Sequence, layout: &Arc<Layout>) -> Result<Self, PlanError> {
        let zone =
            Zone::named(&campaign.time_zone).ok_or_else(|| PlanError::UnknownZone(campaign.time_zone.clone()))?;
        let forest = sequence.forest();
        let order = forest.preorder();
        let mut rank_of = vec![None; sequence.items.len()];
        for (rank, &place) in order.iter().enumerate() {
            rank_of[place] = Some(rank as Rank);
        }
        let compiler = Compiler {
            directory: &campaign.directory,
            rules: campaign.rules,
            layout,
            set_fields: set_fields(sequence, &campaign.directory),
        };
        let (mut items, mut next) = (Vec::with_capacity(order.len()), Vec::new());
        for &place in &order {
            let item = &sequence.items[place];
            let from = next.len() as u32;
            next.extend(forest.next[place].iter().filter_map(|&place| rank_of[place]));
            items.push(PlanItem { id: item.id, place, action: compiler.action(item), next: (from, next.len() as u32) });
        }
        let unreachable = rank_of.iter().enumerate().filter(|(_, rank)| rank.is_none());
        Ok(Self {
            items,
            next,
            starts: forest.starts.iter().filter_map(|&place| rank_of[place]).collect(),
            zone,
            rules: campaign.rules,
            slots: Slots::of(layout),
            layout: Arc::clone(layout),
            unreachable: unreachable.map(|(place, _)| place).collect(),
            round_robins: campaign.directory.round_robins.clone(),
            set_fields: compiler.set_fields,
        })
    }

    /// The items, by rank.
    pub fn items(&self) -> &[PlanItem] {
        &self.items
    }

    /// The ranks that follow an item.
    #[inline]
    pub fn next(&self, rank: Rank) -> &[Rank] {
        let (from, to) = self.items[rank as usize].next;
        &self.next[from as usize..to as usize]
    }

    /// The ranks of the Starts.
    pub fn starts(&self) -> &[Rank] {
        &self.starts
    }

    /// The campaign's zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The campaign's rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The layout of the contacts it was compiled for.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The slots of the columns that items look at.
    pub fn slots(&self) -> &Slots {
        &self.slots
    }

    /// The fields that items set.
    pub fn set_fields(&self) -> &[Field] {
        &self.set_fields
    }

    /// The directory's round robins.
    pub fn round_robins(&self) -> &[RoundRobin] {
        &self.round_robins
    }

    /// The items that no Start leads to, by place among the sequence's items.
    pub fn unreachable(&self) -> &[usize] {
        &self.unreachable
    }

    /// Which zone a timer goes by.
    #[inline]
    pub fn timer_zone<'a>(&'a self, choice: ZoneChoice, contact: Option<&'a Zone>) -> &'a Zone {
        match choice {
            ZoneChoice::Contact => contact.unwrap_or(&self.zone),
            ZoneChoice::Campaign => &self.zone,
        }
    }
}

impl Slots {
    fn of(layout: &Layout) -> Self {
        let slot = |column| layout.text_slot(Field::Column(column)).unwrap_or(0);
        Self {
            email: slot(Column::Email),
            fax: slot(Column::Fax),
            postal: [slot(Column::Street), slot(Column::City), slot(Column::Country)],
            owner: slot(Column::Owner),
        }
    }
}

/// The fields that the items of a sequence set, each once.
fn set_fields(sequence: &Sequence, directory: &Directory) -> Vec<Field> {
    let mut fields = Vec::new();
    for item in &sequence.items {
        if let Kind::SetFieldValue { field: Some(key), .. } = &item.kind
            && let Some(field) = Field::named(key, directory)
            && !fields.contains(&field)
        {
            fields.push(field);
        }
    }
    fields
}

struct Compiler<'a> {
    directory: &'a Directory,
    rules: Rules,
    layout: &'a Layout,
    set_fields: Vec<Field>,
}

impl Compiler<'_> {
    /// What an item does; checks apply in the order of `rules.md` §6.
    fn action(&self, item: &Item) -> Action {
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
                    set: self.set_fields.iter().position(|set| *set == field)?,
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
        let set = self.set_fields.iter().position(|set| *set == field);
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
                let place = self.directory.round_robins.iter().position(|robin| robin.id == *id)?;
                match self.directory.round_robins[place].has_eligible_user() {
                    true => Who::RoundRobin(place),
                    false => Who::Nobody,
                }
            }
        })
    }
}
