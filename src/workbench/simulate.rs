//! Runs a scene: keeps all visits or, if only the report is needed, streams them.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, OnceLock};

use crate::contacts::block::Population;
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::simulate::effects::EffectContext;
use crate::simulate::entry::EntryTimes;
use crate::simulate::owners::GivenOwners;
use crate::simulate::run::{Control, Run, Setup, fold};
use crate::simulate::settle::{Assignments, run, settle};
use crate::storage::contacts_file::blocks::{BlockAt, ReadCounts};
use crate::storage::finished::FinishedRun;
use crate::storage::run_store::about::StoredContacts;

use super::failure::Failure;
use super::people::RunContacts;
use super::scene::RunScene;

/// A run with all its visits.
pub struct RunWithVisits {
    /// The contacts of the run.
    pub population: Population,
    /// The visits of the contacts.
    pub run: Run,
    /// How many rows of the contacts were read and rejected.
    pub counts: ReadCounts,
    /// Where the contacts come from.
    pub origin: ContactsOrigin,
    assignments: OnceLock<Assignments>,
}

/// Where the contacts of a run come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsOrigin {
    /// The origin, in words.
    pub words: String,
    /// How the contacts are stored with a saved run.
    pub kept: StoredContacts,
}

impl ContactsOrigin {
    /// The origin of these contacts.
    pub fn of(people: &RunContacts) -> Self {
        Self { words: people.words(), kept: people.kept() }
    }
}

impl RunWithVisits {
    /// A new run, or a saved run with its assignments.
    pub fn new(
        (population, run): (Population, Run),
        counts: ReadCounts,
        origin: ContactsOrigin,
        assignments: Option<Assignments>,
    ) -> Self {
        let assignments = assignments.map_or_else(OnceLock::new, OnceLock::from);
        Self { population, run, counts, origin, assignments }
    }

    /// The assignments, computed on first use, since the numbers on the items don't need them.
    pub fn assignments(&self, scene: &RunScene) -> &Assignments {
        let settle = || settle(&scene.plan, &scene.campaign, &self.run, &self.population);
        self.assignments.get_or_init(settle)
    }

    /// The report of the run.
    pub fn report(&self, scene: &RunScene) -> Report {
        Report::new(&scene.plan, scene.sequence(), &Tally::of_run(&scene.plan, &self.run))
    }

    /// The run with everything that its result files need.
    pub fn finished<'a>(&'a self, scene: &'a RunScene) -> FinishedRun<'a> {
        FinishedRun {
            effect_context: self.effect_context(scene),
            run: &self.run,
            population: &self.population,
            assignments: self.assignments(scene),
            until: scene.until,
        }
    }

    /// What computes the run's effects.
    pub fn effect_context<'a>(&'a self, scene: &'a RunScene) -> EffectContext<'a> {
        EffectContext::new(&scene.plan, &scene.campaign, scene.sequence(), self.assignments(scene))
    }
}

/// Runs a scene and keeps all visits.
///
/// # Errors
/// If the contacts can't be read, or it was cancelled.
pub fn keep(
    scene: &RunScene,
    people: &RunContacts,
    threads: usize,
    control: &Control,
) -> Result<RunWithVisits, Failure> {
    control.begin(people.doing(), people.size());
    let (population, counts) = people.read_all(threads, control)?;
    let origin = ContactsOrigin::of(people);
    keep_population(scene, population, counts, origin, control)
}

/// Runs a scene with contacts that were read already, and keeps all visits.
///
/// # Errors
/// If it was cancelled.
pub fn keep_population(
    scene: &RunScene,
    population: Population,
    counts: ReadCounts,
    origin: ContactsOrigin,
    control: &Control,
) -> Result<RunWithVisits, Failure> {
    let entries = scene.entries(|| Ok(population.len() as u64))?;
    control.begin("Simulating", population.len() as u64);
    let run = run(&Setup { plan: &scene.plan, entries: &entries, until: scene.until }, &population, control)?;
    Ok(RunWithVisits::new((population, run), counts, origin, None))
}

/// Runs a scene for its report alone: contacts are dropped block by block, and no visit is kept.
///
/// # Errors
/// If the contacts can't be read, or it was cancelled.
pub fn report_only(
    scene: &RunScene,
    people: &RunContacts,
    threads: usize,
    control: &Control,
) -> Result<(Report, ReadCounts), Failure> {
    if scene.plan.needs_owners() {
        let kept = keep(scene, people, threads, control)?;
        return Ok((kept.report(scene), kept.counts));
    }
    let entries = scene.entries(|| count(people, threads, control))?;
    control.begin("Simulating", people.size());
    let spare: Mutex<Vec<Tally>> = Mutex::default();
    let counts = people.each_block(threads, control, &|at| {
        // Tallies are reused from block to block, so there are only as many as threads.
        let mine = spare.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).pop();
        let mut mine = mine.unwrap_or_else(|| Tally::new(&scene.plan));
        fold_block(scene, &entries, &at, &mut mine);
        spare.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(mine);
    })?;
    let mut tally = Tally::new(&scene.plan);
    for mine in spare.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()) {
        tally.add(&mine);
    }
    Ok((Report::new(&scene.plan, scene.sequence(), &tally), counts))
}

/// The owners that round robins give the contact at a position in the list. Only if an email depends on them, all
/// contacts are run.
///
/// # Errors
/// If it was cancelled.
pub fn given_owners(
    scene: &RunScene,
    population: &Population,
    place: u64,
    control: &Control,
) -> Result<GivenOwners, Failure> {
    if !scene.plan.needs_owners() {
        return Ok(GivenOwners::default());
    }
    let entries = scene.entries(|| Ok(population.len() as u64))?;
    control.begin("Simulating", population.len() as u64);
    let run = run(&Setup { plan: &scene.plan, entries: &entries, until: scene.until }, population, control)?;
    Ok(settle(&scene.plan, &scene.campaign, &run, population).owners_of(place))
}

fn fold_block(scene: &RunScene, entries: &EntryTimes, at: &BlockAt, tally: &mut Tally) {
    let setup = Setup { plan: &scene.plan, entries, until: scene.until };
    fold(&setup, &at.block, at.first_place as u64, tally, |tally, status| tally.count_contact(status));
}

/// The number of contacts, if it must be known beforehand.
fn count(people: &RunContacts, threads: usize, control: &Control) -> Result<u64, Failure> {
    if let RunContacts::Generated(_, count) = people {
        return Ok(*count);
    }
    control.begin("Counting", people.size());
    let counts = people.each_block(threads, control, &|_| {})?;
    control.done.store(0, Ordering::Relaxed);
    Ok(counts.read)
}
