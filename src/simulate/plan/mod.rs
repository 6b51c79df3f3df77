//! A sequence compiled for simulation: items by rank, with everything that can be computed before the run.

mod action;
mod build;
mod compiler;
mod owners;

use std::sync::Arc;

use crate::calendar::Zone;
use crate::calendar::timer::ZoneChoice;
use crate::campaign::directory::{Directory, RoundRobin};
use crate::campaign::document::Rules;
use crate::campaign::fields::{Column, Field};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::scope::Scope;
use crate::contacts::block::Layout;

pub use action::{
    AddressPart, AssignedRecord, Assignee, DateSource, ItemAction, License, Perform, SetField, Slot, Write,
};
pub(super) use compiler::Compiler;
pub use owners::{OwnerText, OwnerTexts};

/// The rank of an item: its position in the order of ties (`rules.md` §1), and its index in the plan.
pub type Rank = u32;

/// The compiled part of a campaign that is run: one sequence.
#[derive(Clone, Debug)]
pub struct Plan {
    scope: Scope,
    items: Vec<PlanItem>,
    /// The ranks after each item, concatenated; each [`PlanItem`] has its span.
    next: Vec<Rank>,
    starts: Vec<Rank>,
    zone: Zone,
    rules: Rules,
    layout: Arc<Layout>,
    slots: Slots,
    set_fields: Vec<Field>,
    round_robins: Vec<RoundRobin>,
    owners: OwnerTexts,
    needs_owners: bool,
    unreachable: Vec<usize>,
}

/// An item of a plan.
#[derive(Clone, Debug)]
pub struct PlanItem {
    /// The sequence and the id of the item.
    pub item: ItemRef,
    /// The index of the item in the sequence.
    pub place: usize,
    /// What the item does with a contact.
    pub action: ItemAction,
    next: (u32, u32),
}

/// The slots of the layout that the kernel reads.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    /// The slot of the email address.
    pub email: usize,
    /// The slot of the owner.
    pub owner: usize,
}

/// Why a campaign can't be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The campaign's time zone doesn't exist.
    #[error("time zone `{0}` doesn't exist. Use an IANA name such as \"America/New_York\"")]
    UnknownZone(String),
    /// The campaign has no sequence with this id.
    #[error("there is no sequence with the id {0}. Choose one of the campaign")]
    UnknownSequence(SequenceId),
}

impl Plan {
    /// The part of the campaign that the plan was compiled from.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The items of the plan, by rank.
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

    /// The time zone of the campaign.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The rules of the campaign.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The layout of the contacts it was compiled for.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The slots of the columns that the kernel reads.
    pub fn slots(&self) -> &Slots {
        &self.slots
    }

    /// The fields that items set, by index.
    pub fn set_fields(&self) -> &[Field] {
        &self.set_fields
    }

    /// The round robins of the directory.
    pub fn round_robins(&self) -> &[RoundRobin] {
        &self.round_robins
    }

    /// The texts of users, if an email goes to an owner's.
    pub fn owners(&self) -> &OwnerTexts {
        &self.owners
    }

    /// Whether an email depends on which member of a round robin became the owner.
    pub fn needs_owners(&self) -> bool {
        self.needs_owners
    }

    /// Whether the item at a rank may assign an owner who has a text.
    pub fn may_assign(&self, rank: Rank, text: OwnerText) -> bool {
        self.owners_of(rank).any(|user| self.owners.has(user, text))
    }

    /// The users that the item at a rank may assign as owners.
    fn owners_of(&self, rank: Rank) -> impl Iterator<Item = &str> {
        let action = self.items[rank as usize].action.performs();
        let who = if let Some(Perform::Own(who)) = action { Some(who) } else { None };
        let (user, robin) = match who {
            Some(Assignee::User(id)) => (Some(id.as_str()), None),
            Some(Assignee::RoundRobin(place)) => (None, self.round_robins.get(*place)),
            Some(Assignee::Owner | Assignee::Nobody) | None => (None, None),
        };
        let members = robin.into_iter().flat_map(|robin| &robin.members);
        user.into_iter().chain(members.filter(|(_, maximum)| *maximum > 0).map(|(id, _)| id.as_str()))
    }

    /// Fills in what emails to an owner's address need.
    fn with_owners(mut self, directory: &Directory) -> Self {
        let asked = self.items.iter().filter_map(|item| item.action.performs()).flat_map(Perform::address_parts);
        let text = |part: &AddressPart| if let AddressPart::Owner(text) = part { Some(*text) } else { None };
        let texts: Vec<OwnerText> = asked.filter_map(text).collect();
        if !texts.is_empty() {
            self.owners = OwnerTexts::of(directory);
            let differs = |rank, text| {
                self.may_assign(rank, text) && !self.owners_of(rank).all(|user| self.owners.has(user, text))
            };
            let ranks = 0..self.items.len() as Rank;
            self.needs_owners = ranks.into_iter().any(|rank| texts.iter().any(|&text| differs(rank, text)));
        }
        self
    }

    /// The items that no Start leads to, by their index in the sequence.
    pub fn unreachable(&self) -> &[usize] {
        &self.unreachable
    }

    /// The zone that a timer works in (`rules.md` §2).
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
        Self { email: slot(Column::Email), owner: slot(Column::Owner) }
    }
}
