//! Effects: what items would have done. Every communication and process that ran has one.
//!
//! Effects are computed from a finished run, contact by contact, in the order of the contact's visits. Changes of
//! fields, tags and owner are tracked, so merge fields show the values at the time of the effect. Nothing is sent, and
//! no code here is able to send.
//!
//! The content of each effect ([`Detail`]) is defined in the file of its kind of item.
//! [`EFFECTS`](super::kinds::EFFECTS) lists all effects.

pub mod detail_cell;
pub mod fulfilment;
pub mod message;
pub mod queued;
pub(super) mod record;
pub mod record_at;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::sequence::Sequence;

use super::kernel::Visit;
use super::kinds::fulfillment_list::ListEntry;
use super::kinds::simulated::RanItem;
use super::kinds::{self, AnySimulated, Detail};
use super::outcome::Outcome;
use super::pass::Pass;
use super::plan::{Plan, Rank};
use super::record::Contact;
use super::settle::{Assignment, Assignments};

use queued::Queued;
use record::ContactRecord;

/// What an item would have done.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The item, by rank.
    pub rank: Rank,
    /// The contact's pass through the item's sequence; `None` for a release, which has no contact.
    pub pass: Option<Pass>,
    /// The instant of the visit or the release that has this effect.
    pub at: Instant,
    /// What the item would have done, with merge fields filled.
    pub detail: Detail,
}

/// What is needed to compute effects.
#[derive(Clone, Copy, Debug)]
pub struct EffectContext<'a> {
    /// The plan that the sequence was compiled to.
    pub plan: &'a Plan,
    /// The campaign of the run.
    pub campaign: &'a Campaign,
    /// The sequence that was compiled.
    pub sequence: &'a Sequence,
    /// The ids of the users in the run's assignments.
    pub users: &'a [String],
}

impl<'a> EffectContext<'a> {
    /// The context for the effects of a run with these assignments.
    pub fn new(plan: &'a Plan, campaign: &'a Campaign, sequence: &'a Sequence, made: &'a Assignments) -> Self {
        Self { plan, campaign, sequence, users: &made.users }
    }

    /// The effects of one contact's visits, which must be in the order of the run. `given` has this contact's
    /// assignments, in order of (rank, pass). Entries of queued lists are also added to `queued`.
    pub fn effects(
        &self,
        contact: Contact<'_>,
        place: u64,
        visits: impl Iterator<Item = Visit>,
        given: &[Assignment],
        queued: &mut Vec<Queued>,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut record: Option<ContactRecord<'_>> = None;
        for visit in visits {
            let record =
                record.get_or_insert_with(|| ContactRecord::new(self.plan, self.campaign, contact, visit.arrived));
            if visit.outcome != Outcome::Ran {
                continue;
            }
            let user = given
                .binary_search_by_key(&(visit.rank, visit.pass), |made| (made.rank, made.pass))
                .ok()
                .map(|found| self.users[given[found].user as usize].as_str());
            let Some(perform) = self.plan.items()[visit.rank as usize].action.performs() else { continue };
            let kind = self.kind(visit.rank);
            let change = kind.change(perform, record, &visit, user);
            let Some(detail) = kind.effect(RanItem { record, visit: &visit, user, change }) else { continue };
            if let Detail::Fulfillment(ListEntry { queued: true, row, .. }) = &detail {
                let id = contact.block.id(contact.row).to_owned();
                queued.push(Queued { rank: visit.rank, at: visit.arrived, place, id, row: row.clone() });
            }
            effects.push(Effect { rank: visit.rank, pass: Some(visit.pass), at: visit.arrived, detail });
        }
        effects
    }

    /// The captions of the details that the effects of the item at a rank have in tables for people.
    pub fn captions(&self, rank: Rank) -> &'static [&'static str] {
        self.kind(rank).captions()
    }

    /// What the kind of the item at a rank does.
    fn kind(&self, rank: Rank) -> &'a dyn AnySimulated {
        let place = self.plan.items()[rank as usize].place;
        kinds::of(&self.sequence.items[place].kind)
    }
}
