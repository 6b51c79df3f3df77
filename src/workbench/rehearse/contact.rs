//! One contact at an instant of the clock: its path, its story so far, its status.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finished::FinishedRehearsal;
use crate::calendar::{Instant, Zone};
use crate::campaign::fields::Column;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::contacts::status::EmailStatus;
use crate::simulate::effects::record_at::RecordAtInstant;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Reason, Status};
use crate::simulate::story::Explained;
use crate::workbench::explain::sentences_at;
use crate::workbench::explain::{reasons, story_context::StoryContext};

/// The items that the contact at a position in the list has reached by an instant.
pub fn path_of(finished: &FinishedRehearsal, place: u64, clock: Instant) -> BTreeSet<ItemRef> {
    let reached = finished.visits(place).filter(|visit| visit.arrived <= clock);
    reached.map(|visit| finished.item(visit.rank)).collect()
}

/// The name and email address of a contact, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactName {
    /// First and last name; the id if it has none.
    pub name: String,
    /// The email address; may be empty.
    pub email: String,
}

/// The name of the contact at a position in the list; `None` if there is no such contact.
pub fn who(finished: &FinishedRehearsal, place: u64) -> Option<ContactName> {
    let contact = finished.contact(place)?;
    let column = |column| contact.block.column(column, contact.row);
    let name = format!("{} {}", column(Column::FirstName), column(Column::LastName));
    let name = match name.trim() {
        "" => contact.block.id(contact.row),
        name => name,
    };
    Some(ContactName { name: name.to_owned(), email: column(Column::Email).to_owned() })
}

/// Where a contact is: the item it waits at or is held by; the latest of them if there are several tracks.
pub fn whereabouts(finished: &FinishedRehearsal, place: u64, clock: Instant) -> Option<Visit> {
    let visits = finished.visits(place).filter_map(|visit| visit.at(clock));
    let here = |visit: &Visit| matches!(visit.outcome, Outcome::Waiting | Outcome::Held);
    // Waiting comes before held.
    visits.filter(here).min_by_key(|visit| (visit.outcome == Outcome::Held, visit.due.unwrap_or(Instant::LAST)))
}

/// The timer at which a contact that dropped out left the sequence: the last one that was skipped.
pub fn left_at(finished: &FinishedRehearsal, place: u64, clock: Instant) -> Option<Visit> {
    let sequence = finished.scene.sequence();
    let is_timer = |visit: &Visit| {
        let planned = &finished.scene.plan.items()[visit.rank as usize];
        sequence.items[planned.place].kind.family() == Family::Timer
    };
    let visits = finished.visits(place).filter_map(|visit| visit.at(clock));
    visits.filter(|visit| matches!(visit.outcome, Outcome::Skipped(_)) && is_timer(visit)).max_by_key(|at| at.arrived)
}

/// What would release a contact that waits or is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// It continues at this instant.
    At(Instant),
    /// It would continue at this instant, after the rehearsal's end.
    AfterEnd(Instant),
    /// It would continue after simulated time, which ends with 2099.
    BeyondTime,
    /// The timer must be set up.
    SetUp,
}

/// An item of a contact's story, as of an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// The index of the visit in the story.
    pub at: usize,
    /// The visit, as of the instant.
    pub visit: Visit,
    /// What would release the contact, if it is still there.
    pub release: Option<Release>,
}

/// A contact that is followed, with its whole story, which can be read at any instant.
pub struct Followed {
    /// The run of the contact.
    pub finished: Arc<FinishedRehearsal>,
    /// The position of the contact in the list.
    pub place: u64,
    /// The name of the contact.
    pub who: ContactName,
    /// The time zone of the contact; `None` if it has none.
    pub zone: Option<Zone>,
    /// The status of the contact's email address.
    pub email_status: EmailStatus,
    visits: Vec<Explained>,
}

impl Followed {
    /// Follows the contact at a position in the list; `None` if there is no such contact.
    pub fn of(finished: &Arc<FinishedRehearsal>, place: u64) -> Option<Self> {
        let contact = finished.contact(place)?;
        Some(Self {
            who: who(finished, place)?,
            zone: contact.zone().cloned(),
            email_status: contact.block.status(contact.row),
            visits: finished.story(place),
            finished: Arc::clone(finished),
            place,
        })
    }

    /// When the contact enters; `None` if it doesn't before the rehearsal ends.
    pub fn enters(&self) -> Option<Instant> {
        self.visits.first().map(|explained| explained.visit.arrived)
    }

    /// The status of the contact at an instant.
    pub fn status(&self, clock: Instant) -> Status {
        self.finished.status(self.place, clock)
    }

    /// The record of the contact at an instant.
    pub fn record(&self, clock: Instant) -> RecordAtInstant {
        self.finished.record(self.place, clock).unwrap_or_default()
    }

    /// The items that the contact has reached by an instant, on all tracks, in order of time.
    pub fn rows(&self, clock: Instant) -> Vec<StoryRow> {
        let until = self.finished.scene.until;
        let row = |(at, explained): (usize, &Explained)| {
            let visit = explained.visit.at(clock)?;
            let release = match (visit.outcome, visit.due) {
                (Outcome::Waiting, Some(due)) if due > until => Some(Release::AfterEnd(due)),
                (Outcome::Waiting, Some(due)) => Some(Release::At(due)),
                (Outcome::Waiting, None) => Some(Release::BeyondTime),
                (Outcome::Held, _) => Some(Release::SetUp),
                _ => None,
            };
            Some(StoryRow { at, visit, release })
        };
        self.visits.iter().enumerate().filter_map(row).collect()
    }

    /// The item that a row is about.
    pub fn item(&self, row: &StoryRow) -> &Item {
        let scene = &self.finished.scene;
        &scene.sequence().items[scene.plan.items()[row.visit.rank as usize].place]
    }

    /// The time zone of a row: that of the timer, else that of the contact.
    pub fn zone_of(&self, row: &StoryRow) -> &Zone {
        match self.item(row).kind.family() {
            Family::Timer => self.visits.get(row.at).map_or(self.own_zone(), |explained| &explained.zone),
            _ => self.own_zone(),
        }
    }

    /// The time zone of the contact; that of the campaign if it has none.
    pub fn own_zone(&self) -> &Zone {
        self.zone.as_ref().unwrap_or(self.finished.scene.plan.zone())
    }

    /// Why a row has its outcome, in the sentences of `dripline explain`.
    pub fn sentences(&self, row: &StoryRow) -> Vec<String> {
        let Some(explained) = self.visits.get(row.at) else { return Vec::new() };
        let (item, outcome, zone) = (self.item(row), row.visit.outcome, self.zone_of(row));
        sentences_at(&StoryContext::of(&self.finished.scene), item, explained, outcome, (self.email_status, zone))
    }

    /// Why a row was skipped, in the few words of `dripline explain`.
    pub fn why_skipped(&self, row: &StoryRow, reason: Reason) -> String {
        match self.visits.get(row.at) {
            Some(visit) => reasons::brief(&StoryContext::of(&self.finished.scene), visit, reason, self.email_status),
            None => reason.brief_for(self.email_status),
        }
    }

    /// Whether there is more to say about a row than when the contact arrived.
    pub fn is_derived(&self, row: &StoryRow) -> bool {
        self.visits.get(row.at).is_some_and(|explained| !explained.steps.is_empty())
            || matches!(row.visit.outcome, Outcome::Skipped(_) | Outcome::Held)
            || reasons::has_answer(self.item(row))
    }
}
