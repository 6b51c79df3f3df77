//! A finished run, and what is read off it at an instant of the clock.

use std::sync::OnceLock;

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::picture::counts::Counts;
use crate::report::moves::{Moves, Moving};
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::report::timeline::Timeline;
use crate::report::tracks::{Track, tracks};
use crate::simulate::effects::then::RecordThen;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::Rank;
use crate::simulate::record::Contact;
use crate::simulate::run::{Cancelled, Control};
use crate::simulate::story::{Explained, explain};
use crate::workbench::scene::Scene;
use crate::workbench::simulate::Kept;

/// A run with fewer visits than this is counted at once where its timeline is not there yet.
pub const SMALL: usize = 2_000_000;

/// What is sorted by time once a run is finished.
#[derive(Debug)]
pub struct Index {
    /// The counts at every instant.
    pub timeline: Timeline,
    /// What moves when.
    pub moves: Moves,
}

/// A finished run.
pub struct Finished {
    /// What was run: the campaign as it was, the plan, the rehearsal.
    pub scene: Scene,
    /// The people, their visits, and who was given what.
    pub kept: Kept,
    index: OnceLock<Index>,
    /// The numbers at the instant at which it is shown first.
    first: OnceLock<(Instant, Counts)>,
}

impl Finished {
    /// A run that was just made, or opened from a store.
    pub fn new(scene: Scene, kept: Kept) -> Self {
        Self { scene, kept, index: OnceLock::new(), first: OnceLock::new() }
    }

    /// Counts the numbers at the instant at which it is going to be shown first, while nothing else needs the cores.
    pub fn count_first(&self, clock: Instant) {
        self.first.get_or_init(|| (clock, self.counts(clock)));
    }

    /// Sorts the run by time; until then only counts are known, and those of a small run alone are quick.
    ///
    /// # Errors
    /// If it was cancelled; it can be asked for again.
    pub fn sort(&self, control: &Control) -> Result<(), Cancelled> {
        if self.index.get().is_none() {
            control.begin("Sorting", self.contacts());
            let timeline = Timeline::new(&self.scene.plan, &self.kept.run, control)?;
            let moves = Moves::new(&self.scene.plan, &self.kept.run, control)?;
            // Who opens a record or the load next has not to wait for it.
            self.kept.assignments(&self.scene);
            // Somebody else may have been quicker, with the same result.
            let _ = self.index.set(Index { timeline, moves });
        }
        Ok(())
    }

    /// What is sorted by time, once it is.
    pub fn index(&self) -> Option<&Index> {
        self.index.get()
    }

    /// How many contacts take part.
    pub fn contacts(&self) -> u64 {
        self.kept.population.len() as u64
    }

    /// From the first instant at which something happens to the last; none if nothing ever does, or while that is not
    /// sorted.
    pub fn span(&self) -> Option<(Instant, Instant)> {
        let timeline = &self.index()?.timeline;
        timeline.first().zip(timeline.last())
    }

    /// The report at an instant. Its days are left out unless asked for: they take longer than all the rest.
    pub fn report(&self, clock: Instant, with_days: bool) -> Report {
        let (plan, sequence) = (&self.scene.plan, self.scene.sequence());
        match self.index() {
            Some(index) => index.timeline.report(plan, sequence, clock, with_days),
            None => Report::new(plan, sequence, &Tally::at(plan, &self.kept.run, clock, with_days)),
        }
    }

    /// The report's rows by Start.
    pub fn tracks(&self) -> Vec<Track> {
        let scene = &self.scene;
        let ends = self.report(scene.until, false);
        tracks(&scene.plan, &scene.campaign, scene.sequence(), |rank| ends.items[rank as usize].reached > 0)
    }

    /// The numbers on the items at an instant.
    pub fn counts(&self, clock: Instant) -> Counts {
        match self.first.get() {
            Some((first, counts)) if *first == clock => counts.clone(),
            _ => Counts::of(&self.report(clock, false)),
        }
    }

    /// What moves after `from` up to `to`, as so many moves at most; nothing while the run is not sorted.
    pub fn moving(&self, from: Instant, to: Instant, most: usize) -> Moving {
        self.index().map(|index| index.moves.between(from, to, most)).unwrap_or_default()
    }

    /// The contact at a place in the list.
    pub fn contact(&self, place: u64) -> Option<Contact<'_>> {
        let (block, row) = self.kept.population.places().locate(place)?;
        Some(Contact { block, row })
    }

    /// The visits of the contact at a place in the list, in order.
    pub fn visits(&self, place: u64) -> impl Iterator<Item = Visit> + '_ {
        let found = self.kept.run.locate(place);
        found.into_iter().flat_map(|(segment, row)| segment.span(row).map(|at| segment.visit(at)))
    }

    /// How the contact at a place in the list stands at an instant.
    pub fn status(&self, place: u64, clock: Instant) -> Status {
        crate::simulate::at::status_at(&self.scene.plan, self.visits(place), clock)
    }

    /// The whole story of the contact at a place in the list, up to where the clock stops; empty if it never enters.
    pub fn story(&self, place: u64) -> Vec<Explained> {
        let entry = self.visits(place).next().map(|visit| visit.arrived);
        match self.contact(place).zip(entry) {
            Some((contact, entry)) => explain(&self.scene.plan, contact, entry, self.scene.until).0,
            None => Vec::new(),
        }
    }

    /// The record of the contact at a place in the list as it stood at an instant; none without such a contact.
    pub fn record(&self, place: u64, clock: Instant) -> Option<RecordThen> {
        let visits = self.visits(place).filter_map(|visit| visit.at(clock));
        let given = |visit: &Visit| self.kept.assignments(&self.scene).user_of(place, visit);
        Some(self.kept.teller(&self.scene).record_at(self.contact(place)?, visits, given))
    }

    /// The first contact of the list that waits or is held at an item at an instant.
    pub fn first_waiting(&self, rank: Rank, clock: Instant) -> Option<u64> {
        let waits = |visit: Visit| matches!(visit.outcome, Outcome::Waiting | Outcome::Held);
        let here = |visit: Visit| visit.rank == rank && visit.at(clock).is_some_and(waits);
        (0..self.contacts()).find(|place| self.visits(*place).any(here))
    }

    /// The rank of an item; none if no Start leads to it.
    pub fn rank(&self, item: ItemRef) -> Option<Rank> {
        self.scene.plan.items().iter().position(|planned| planned.item == item).map(|rank| rank as Rank)
    }

    /// The item of a rank.
    pub fn item(&self, rank: Rank) -> ItemRef {
        self.scene.plan.items()[rank as usize].item
    }
}
