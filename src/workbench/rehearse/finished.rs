//! A finished run, and its state at an instant of the clock.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::ids::ItemRef;
use crate::contacts::block::Block;
use crate::picture::counts::{Count, ItemCounts};
use crate::report::mailable::MailableCounts;
use crate::report::moves::{Moves, MovesInPeriod};
use crate::report::table::{DayCell, Report};
use crate::report::tally::Tally;
use crate::report::timeline::Timeline;
use crate::report::tracks::{Track, tracks};
use crate::simulate::effects::record_at::RecordAtInstant;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::Rank;
use crate::simulate::record::Contact;
use crate::simulate::run::{Cancelled, Control};
use crate::simulate::story::{Explained, explain};
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::RunWithVisits;

/// Runs with fewer visits than this are counted directly while their timeline isn't ready.
pub const SMALL: usize = 2_000_000;

/// The indexes by time, built once a run is finished.
#[derive(Debug)]
pub struct TimeIndexes {
    /// The counts at any instant.
    pub timeline: Timeline,
    /// The moves, in order of time.
    pub moves: Moves,
}

/// A finished run with its scene.
pub struct FinishedRehearsal {
    /// What was run: the campaign at that time, the plan, the rehearsal.
    pub scene: RunScene,
    /// The contacts, their visits, and the assignments.
    pub kept: RunWithVisits,
    index: OnceLock<TimeIndexes>,
    /// The numbers at the instant at which it is shown first.
    first: OnceLock<(Instant, ItemCounts)>,
    /// Whether a contact has another zone than the campaign.
    has_other_zones: OnceLock<bool>,
    /// The rank of each item that a Start leads to.
    ranks: OnceLock<FxHashMap<ItemRef, Rank>>,
    mailable: OnceLock<MailableCounts>,
}

impl FinishedRehearsal {
    /// A finished run that was just made, or opened from a store.
    pub fn new(scene: RunScene, kept: RunWithVisits) -> Self {
        let (index, first, has_other_zones, ranks, mailable) = Default::default();
        Self { scene, kept, index, first, has_other_zones, ranks, mailable }
    }

    /// Counts the numbers at the instant at which it is going to be shown first, while nothing else needs the cores.
    pub fn count_first(&self, clock: Instant) {
        self.first.get_or_init(|| (clock, self.counts(clock)));
    }

    /// Builds the indexes by time. Until then only counts are available, and only for a small run are they fast.
    ///
    /// # Errors
    /// If it was cancelled. It can be called again.
    pub fn sort(&self, control: &Control) -> Result<(), Cancelled> {
        if self.index.get().is_none() {
            control.begin("Sorting", self.contacts());
            let timeline = Timeline::new(&self.scene.plan, &self.kept.run, control)?;
            let moves = Moves::new(&self.scene.plan, &self.kept.run, control)?;
            // Computed now, so that opening a record or the load doesn't wait for it.
            self.kept.assignments(&self.scene);
            self.mailable();
            // Another thread may have been faster, with the same result.
            let _ = self.index.set(TimeIndexes { timeline, moves });
        }
        Ok(())
    }

    /// The indexes by time, once they are built.
    pub fn index(&self) -> Option<&TimeIndexes> {
        self.index.get()
    }

    /// The number of contacts of the run.
    pub fn contacts(&self) -> u64 {
        self.kept.population.len() as u64
    }

    /// The first and last instant at which something happens; `None` if nothing does, or before
    /// [`FinishedRehearsal::sort`].
    pub fn span(&self) -> Option<(Instant, Instant)> {
        let timeline = &self.index()?.timeline;
        timeline.first().zip(timeline.last())
    }

    /// The report at an instant, with days if `with_days`: they take longer than everything else.
    pub fn report(&self, clock: Instant, with_days: bool) -> Report {
        let (plan, sequence) = (&self.scene.plan, self.scene.sequence());
        match self.index() {
            Some(index) => index.timeline.report(plan, sequence, clock, with_days),
            None => Report::new(plan, sequence, &Tally::at(plan, &self.kept.run, clock, with_days)),
        }
    }

    /// The counts of each day in a zone, up to an instant; none before [`FinishedRehearsal::sort`].
    pub fn days(&self, clock: Instant, zone: &Zone) -> BTreeMap<Date, Vec<DayCell>> {
        self.index().map(|index| index.timeline.days(&self.scene.plan, zone, clock)).unwrap_or_default()
    }

    /// Whether a contact has another time zone than the campaign.
    pub fn has_other_zones(&self) -> bool {
        let campaign = self.scene.plan.zone();
        let differs = || self.kept.population.blocks().iter().flat_map(Block::zones).any(|zone| zone != campaign);
        *self.has_other_zones.get_or_init(differs)
    }

    /// How many of the contacts can be mailed, by the status of their addresses.
    pub fn mailable(&self) -> &MailableCounts {
        self.mailable.get_or_init(|| MailableCounts::of(&self.kept.population))
    }

    /// The rows of the report by Start.
    pub fn tracks(&self) -> Vec<Track> {
        let scene = &self.scene;
        let ends = self.report(scene.until, false);
        tracks(&scene.plan, &scene.campaign, scene.sequence(), |rank| ends.items[rank as usize].reached > 0)
    }

    /// The numbers on the items at an instant of the clock.
    pub fn counts(&self, clock: Instant) -> ItemCounts {
        match self.first.get() {
            Some((first, counts)) if *first == clock => counts.clone(),
            _ => ItemCounts::of(&self.report(clock, false)),
        }
    }

    /// The numbers that one contact makes on the items, at an instant of the clock.
    pub fn counts_of(&self, place: u64, clock: Instant) -> ItemCounts {
        let items = self.scene.plan.items();
        let mut counts: Vec<(ItemRef, Count)> = items.iter().map(|planned| (planned.item, Count::default())).collect();
        for visit in self.visits(place).filter_map(|visit| visit.at(clock)) {
            let count = &mut counts[visit.rank as usize].1;
            match visit.outcome {
                Outcome::Ran => count.ran += 1,
                Outcome::Waiting => count.waiting += 1,
                Outcome::Held => count.held += 1,
                Outcome::Skipped(_) => count.skipped += 1,
            }
        }
        counts.into_iter().collect()
    }

    /// The moves after `from` up to `to`, at most `most`; none before [`FinishedRehearsal::sort`].
    pub fn moving(&self, from: Instant, to: Instant, most: usize) -> MovesInPeriod {
        self.index().map(|index| index.moves.between(from, to, most)).unwrap_or_default()
    }

    /// The contact at a position in the list.
    pub fn contact(&self, place: u64) -> Option<Contact<'_>> {
        let (block, row) = self.kept.population.places().locate(place)?;
        Some(Contact { block, row })
    }

    /// The visits of the contact at a position in the list, in order.
    pub fn visits(&self, place: u64) -> impl Iterator<Item = Visit> + '_ {
        let found = self.kept.run.locate(place);
        found.into_iter().flat_map(|(segment, row)| segment.span(row).map(|at| segment.visit(at)))
    }

    /// The status of the contact at a position in the list, at an instant.
    pub fn status(&self, place: u64, clock: Instant) -> Status {
        crate::simulate::at::status_at(&self.scene.plan, self.visits(place), clock)
    }

    /// The whole story of the contact at a position in the list, up to the end of the run; empty if it doesn't enter.
    pub fn story(&self, place: u64) -> Vec<Explained> {
        let entry = self.visits(place).next().map(|visit| visit.arrived);
        match self.contact(place).zip(entry) {
            Some((contact, entry)) => explain(&self.scene.plan, contact, entry, self.scene.until).0,
            None => Vec::new(),
        }
    }

    /// The record of the contact at a position in the list, as of an instant; `None` if there is no such contact.
    pub fn record(&self, place: u64, clock: Instant) -> Option<RecordAtInstant> {
        let visits = self.visits(place).filter_map(|visit| visit.at(clock));
        let given = |visit: &Visit| self.kept.assignments(&self.scene).user_of(place, visit);
        Some(self.kept.effect_context(&self.scene).record_at(self.contact(place)?, visits, given))
    }

    /// The rank of an item; `None` if no Start leads to it.
    pub fn rank(&self, item: ItemRef) -> Option<Rank> {
        let ranks = || (0..).zip(self.scene.plan.items()).map(|(rank, planned)| (planned.item, rank)).collect();
        self.ranks.get_or_init(ranks).get(&item).copied()
    }

    /// The item of a rank.
    pub fn item(&self, rank: Rank) -> ItemRef {
        self.scene.plan.items()[rank as usize].item
    }
}
