//! A sequence compiled for moving contacts: items by rank, with all that can be known beforehand.

mod action;
mod build;
mod compiler;

use std::sync::Arc;

use crate::calendar::Zone;
use crate::calendar::timer::ZoneChoice;
use crate::campaign::directory::RoundRobin;
use crate::campaign::document::Rules;
use crate::campaign::fields::{Column, Field};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::scope::Scope;
use crate::contacts::block::Layout;

pub use action::{Action, DateSource, Gift, License, Perform, SetField, Slot, Who, Write};
pub(super) use compiler::Compiler;

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

/// The layout's slots that the kernel looks at.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    /// Email address.
    pub email: usize,
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
        Self { email: slot(Column::Email), owner: slot(Column::Owner) }
    }
}
