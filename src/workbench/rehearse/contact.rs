//! One contact at an instant of the clock: the way it has come, its story so far, how it stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finished::Finished;
use crate::calendar::{Instant, Zone};
use crate::campaign::fields::Column;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::{Family, Item};
use crate::contacts::status::EmailStatus;
use crate::simulate::effects::then::RecordThen;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::story::Explained;
use crate::workbench::explain::{consequences, derivation};

/// The items that the contact at a place in the list has reached by an instant.
pub fn path_of(finished: &Finished, place: u64, clock: Instant) -> BTreeSet<ItemRef> {
    let reached = finished.visits(place).filter(|visit| visit.arrived <= clock);
    reached.map(|visit| finished.item(visit.rank)).collect()
}

/// Who a contact is, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// First and last name; the id where it has none.
    pub name: String,
    /// The email address; may be empty.
    pub email: String,
}

/// Who the contact at a place in the list is; none without such a contact.
pub fn who(finished: &Finished, place: u64) -> Option<Who> {
    let contact = finished.contact(place)?;
    let column = |column| contact.block.column(column, contact.row);
    let name = format!("{} {}", column(Column::FirstName), column(Column::LastName));
    let name = match name.trim() {
        "" => contact.block.id(contact.row),
        name => name,
    };
    Some(Who { name: name.to_owned(), email: column(Column::Email).to_owned() })
}

/// Where a contact is: what it waits for or is held by, the latest of them where there are several tracks.
pub fn whereabouts(finished: &Finished, place: u64, clock: Instant) -> Option<Visit> {
    let visits = finished.visits(place).filter_map(|visit| visit.at(clock));
    let here = |visit: &Visit| matches!(visit.outcome, Outcome::Waiting | Outcome::Held);
    // Whoever waits goes on before anybody who is held.
    visits.filter(here).min_by_key(|visit| (visit.outcome == Outcome::Held, visit.due.unwrap_or(Instant::LAST)))
}

/// What lets a contact go on that waits or is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// It goes on by itself then.
    At(Instant),
    /// It would go on then, after the rehearsal's end.
    AfterEnd(Instant),
    /// Its moment lies beyond simulated time, which ends with 2099.
    BeyondTime,
    /// The timer has to be set up.
    SetUp,
}

/// An item of a contact's story, as it stood at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which of the story's visits it is.
    pub at: usize,
    /// The visit as it stood.
    pub visit: Visit,
    /// What would let the contact go on, if it has not.
    pub release: Option<Release>,
}

/// A contact that is followed: its whole story, to be read at any instant.
pub struct Followed {
    /// The run that it takes part in.
    pub finished: Arc<Finished>,
    /// Its place in the list.
    pub place: u64,
    /// Who it is.
    pub who: Who,
    /// Its zone; none if it goes by the campaign's.
    pub zone: Option<Zone>,
    /// The status of its email address.
    pub email_status: EmailStatus,
    visits: Vec<Explained>,
}

impl Followed {
    /// The contact at a place in the list; none without such a contact.
    pub fn of(finished: &Arc<Finished>, place: u64) -> Option<Self> {
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

    /// When it enters; none if it does not before the rehearsal's end.
    pub fn enters(&self) -> Option<Instant> {
        self.visits.first().map(|explained| explained.visit.arrived)
    }

    /// How it stands at an instant.
    pub fn status(&self, clock: Instant) -> Status {
        self.finished.status(self.place, clock)
    }

    /// Its record at an instant.
    pub fn record(&self, clock: Instant) -> RecordThen {
        self.finished.record(self.place, clock).unwrap_or_default()
    }

    /// What it has reached by an instant, on all tracks, in order of time.
    pub fn rows(&self, clock: Instant) -> Vec<Row> {
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
            Some(Row { at, visit, release })
        };
        self.visits.iter().enumerate().filter_map(row).collect()
    }

    /// The item of a row.
    pub fn item(&self, row: &Row) -> &Item {
        let scene = &self.finished.scene;
        &scene.sequence().items[scene.plan.items()[row.visit.rank as usize].place]
    }

    /// Whose wall clock a row goes by: the timer's zone, else the contact's.
    pub fn zone_of(&self, row: &Row) -> &Zone {
        match self.item(row).kind.family() {
            Family::Timer => self.visits.get(row.at).map_or(self.own_zone(), |explained| &explained.zone),
            _ => self.own_zone(),
        }
    }

    /// The contact's zone, the campaign's where it has none.
    pub fn own_zone(&self) -> &Zone {
        self.zone.as_ref().unwrap_or(self.finished.scene.plan.zone())
    }

    /// How a row came to its outcome, a sentence each: those of `dripline explain`.
    pub fn sentences(&self, row: &Row) -> Vec<String> {
        let Some(explained) = self.visits.get(row.at) else { return Vec::new() };
        let mut sentences = derivation(explained, self.zone_of(row));
        sentences.extend(consequences(self.item(row), row.visit.outcome).map(str::to_owned));
        sentences
    }

    /// Whether there is more to tell of a row than when the contact came.
    pub fn is_derived(&self, row: &Row) -> bool {
        self.visits.get(row.at).is_some_and(|explained| !explained.steps.is_empty())
            || matches!(row.visit.outcome, Outcome::Skipped(_) | Outcome::Held)
    }
}
