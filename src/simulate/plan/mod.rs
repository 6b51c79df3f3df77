//! A sequence compiled for moving contacts: items by rank, with all that can be known beforehand.

mod compile;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::calendar::Zone;
use crate::calendar::delay::DelayPlan;
use crate::calendar::span::FieldDate;
use crate::calendar::timer::{DateTimer, FieldTimer, ZoneChoice};
use crate::campaign::directory::RoundRobin;
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::fields::{Column, Field};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::item::Mode;
use crate::campaign::known::Known;
use crate::campaign::scope::Scope;
use crate::contacts::block::Layout;

use super::outcome::Reason;

use compile::{Compiler, set_fields};

/// An item's place in the order of ties (`rules.md` §1), and its place in the plan.
pub type Rank = u32;

/// What is run, compiled: so far one sequence.
#[derive(Clone, Debug)]
pub struct Plan {
    scope: Scope,
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
    /// The item.
    pub item: ItemRef,
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
    Date(DateTimer, ZoneChoice),
    /// Lets it through when the date in a field comes.
    Field(FieldTimer, DateSource, ZoneChoice),
    /// Is skipped, whoever arrives.
    Skip(Reason),
    /// Is performed, if the contact fits.
    Perform(Perform),
}

impl Action {
    /// Whether people wait here until a moment that is set.
    #[inline]
    pub fn is_timer(&self) -> bool {
        matches!(self, Action::Delay(..) | Action::Date(..) | Action::Field(..))
    }
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
    /// The campaign has no such sequence.
    #[error("there is no sequence with the id {0}; choose one of the campaign")]
    UnknownSequence(SequenceId),
}

impl Plan {
    /// Compiles what is run of a campaign, for contacts of a layout.
    ///
    /// # Errors
    /// If the campaign's time zone does not exist, or it has no such sequence.
    ///
    /// # Examples
    /// ```
    /// use std::path::Path;
    ///
    /// use dripline::campaign::scope::Scope;
    /// use dripline::contacts::block::Layout;
    /// use dripline::simulate::plan::Plan;
    /// use dripline::storage::campaign_file::read;
    ///
    /// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/welcome.ron");
    /// let campaign = read(Path::new(file))?.campaign;
    /// let layout = Layout::new(&campaign.directory);
    /// let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout)?;
    /// // Three tracks: one for each Start.
    /// assert_eq!(plan.starts().len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(campaign: &Campaign, scope: Scope, layout: &Arc<Layout>) -> Result<Self, PlanError> {
        let Scope::Sequence(id) = scope;
        let sequence = campaign.sequence(id).ok_or(PlanError::UnknownSequence(id))?;
        let zone =
            Zone::named(&campaign.time_zone).ok_or_else(|| PlanError::UnknownZone(campaign.time_zone.clone()))?;
        let forest = sequence.forest();
        let order = forest.preorder();
        let mut rank_of = vec![None; sequence.items.len()];
        for (rank, &place) in order.iter().enumerate() {
            rank_of[place] = Some(rank as Rank);
        }
        let known = Known::new(&campaign.directory);
        let set_fields = set_fields(sequence, &known);
        let compiler = Compiler { directory: &known, rules: campaign.rules, layout, set_fields };
        let (mut items, mut next) = (Vec::with_capacity(order.len()), Vec::new());
        for &place in &order {
            let item = &sequence.items[place];
            let from = next.len() as u32;
            next.extend(forest.next[place].iter().filter_map(|&place| rank_of[place]));
            items.push(PlanItem {
                item: id.item(item.id),
                place,
                action: compiler.action(item),
                next: (from, next.len() as u32),
            });
        }
        let unreachable = rank_of.iter().enumerate().filter(|(_, rank)| rank.is_none());
        Ok(Self {
            scope,
            items,
            next,
            starts: forest.starts.iter().filter_map(|&place| rank_of[place]).collect(),
            zone,
            rules: campaign.rules,
            slots: Slots::of(layout),
            layout: Arc::clone(layout),
            unreachable: unreachable.map(|(place, _)| place).collect(),
            round_robins: campaign.directory.round_robins.clone(),
            set_fields: in_order(compiler.set_fields),
        })
    }

    /// What it was compiled from.
    pub fn scope(&self) -> Scope {
        self.scope
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

/// Fields by their places.
fn in_order(places: FxHashMap<Field, usize>) -> Vec<Field> {
    let mut fields: Vec<_> = places.into_iter().collect();
    fields.sort_unstable_by_key(|&(_, place)| place);
    fields.into_iter().map(|(field, _)| field).collect()
}
