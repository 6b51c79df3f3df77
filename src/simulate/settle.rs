//! Runs a population, and assigns owners, tasks and opportunities, for which contacts compete, after the run in order
//! of time (`rules.md` §3.8, §7).

use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::directory::{Logic, RoundRobin};
use crate::campaign::document::Campaign;
use crate::contacts::block::{Places, Population};

use super::kernel::Visit;
use super::outcome::Outcome;
use super::owners::{GivenOwners, OwnersByContact};
use super::pass::Pass;
use super::plan::{AssignedRecord, Assignee, Plan, Rank};
use super::record::Contact;
use super::run::{Cancelled, Control, Run, Setup, run_once};
use super::user_index::UserIndex;

/// A contact, opportunity or task that was assigned to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The instant of the assignment.
    pub at: Instant,
    /// The contact, by its position in the list of contacts.
    pub place: u64,
    /// The item, by rank.
    pub rank: Rank,
    /// The contact's pass through the item's sequence.
    pub pass: Pass,
    /// The kind of record that was assigned.
    pub record: AssignedRecord,
    /// The user, by its index in [`Assignments::users`].
    pub user: u32,
}

/// All assignments of a run, in the order in which they were made (instant, contact, rank, pass).
#[derive(Clone, Debug, Default)]
pub struct Assignments {
    /// The assignments, in order.
    pub made: Vec<Assignment>,
    /// The ids of the users that occur.
    pub users: Vec<String>,
}

impl Assignments {
    /// The assignments in order of (contact, rank, pass).
    pub fn by_contact(&self) -> Vec<Assignment> {
        let mut by_contact = self.made.clone();
        by_contact.par_sort_unstable_by_key(|made| (made.place, made.rank, made.pass));
        by_contact
    }

    /// The assignments of the contact at a position in the list, in order of (rank, pass).
    pub fn of_contact(&self, place: u64) -> Vec<Assignment> {
        let mut of_contact: Vec<_> = self.made.iter().filter(|made| made.place == place).copied().collect();
        of_contact.sort_unstable_by_key(|made| (made.rank, made.pass));
        of_contact
    }

    /// The owners that were assigned, by contact.
    pub fn owners(&self) -> OwnersByContact {
        let mut owners = OwnersByContact::default();
        for made in self.made.iter().filter(|made| made.record == AssignedRecord::Owner) {
            owners.add(made.place, made.rank, &self.users[made.user as usize]);
        }
        owners
    }

    /// The owners that were assigned to the contact at a position in the list.
    pub fn owners_of(&self, place: u64) -> GivenOwners {
        let mut owners = OwnersByContact::default();
        for made in self.made.iter().filter(|made| made.place == place && made.record == AssignedRecord::Owner) {
            owners.add(place, made.rank, &self.users[made.user as usize]);
        }
        owners.of(place)
    }

    /// The id of the user that a visit's item assigned, for the contact at a position in the list; `None` if it
    /// assigned none.
    pub fn user_of(&self, place: u64, visit: &Visit) -> Option<&str> {
        let key = (visit.arrived, place, visit.rank, visit.pass);
        let found = self.made.binary_search_by_key(&key, |made| (made.at, made.place, made.rank, made.pass)).ok()?;
        self.users.get(self.made[found].user as usize).map(String::as_str)
    }
}

/// What each item of a plan assigns, by rank.
fn records(plan: &Plan) -> Vec<Option<(AssignedRecord, &Assignee)>> {
    plan.items().iter().map(|item| item.action.performs()?.gives()).collect()
}

/// Runs a population and keeps all visits. Uses the rayon pool it is called in; the result is the same for any number of
/// threads. If an email depends on which owners round robins choose, the contacts are moved twice: the choices don't
/// depend on emails, so they are known after the first time.
///
/// # Errors
/// If it was cancelled.
///
/// # Examples
/// ```
/// use std::path::Path;
///
/// use dripline::calendar::Instant;
/// use dripline::campaign::scope::Scope;
/// use dripline::contacts::block::{Layout, Population};
/// use dripline::contacts::generator::Generator;
/// use dripline::simulate::entry::EntryTimes;
/// use dripline::simulate::plan::Plan;
/// use dripline::simulate::run::{Control, Setup};
/// use dripline::simulate::settle::run;
/// use dripline::storage::campaign_file::read;
///
/// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/welcome.ron");
/// let campaign = read(Path::new(file))?.campaign;
/// let layout = Layout::new(&campaign.directory);
/// let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout)?;
/// let contacts = Population::new(Generator::new(1, &layout, &campaign.directory).blocks(100).collect());
///
/// let enter = Instant::parse_with_offset("2026-03-02T09:00:00-05:00").expect("an instant");
/// let setup = Setup { plan: &plan, entries: &EntryTimes::At(enter), until: enter.plus_secs(7 * 24 * 3_600) };
/// let run = run(&setup, &contacts, &Control::default())?;
/// // Every contact visits at least the three Starts and the item after each of them.
/// assert!(run.visits() >= 600);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run(setup: &Setup<'_>, population: &Population, control: &Control) -> Result<Run, Cancelled> {
    let first = run_once(setup, population, None, control)?;
    if !setup.plan.needs_owners() {
        return Ok(first);
    }
    let owners = assign(setup.plan, &first, population, UserIndex::default()).owners();
    drop(first);
    control.done.store(0, Ordering::Relaxed);
    run_once(setup, population, Some(&owners), control)
}

/// Makes the assignments that the items of a run need, in order of (instant, position in the list, rank, pass).
pub fn settle(plan: &Plan, campaign: &Campaign, run: &Run, population: &Population) -> Assignments {
    let mut users = UserIndex::default();
    for user in &campaign.directory.users {
        users.intern(&user.id);
    }
    assign(plan, run, population, users)
}

/// The assignments of a run, with these users before those that are found on the way.
fn assign(plan: &Plan, run: &Run, population: &Population, users: UserIndex) -> Assignments {
    let records = records(plan);
    let mut asked: Vec<(u32, u64, Rank, Pass)> = run
        .segments()
        .par_iter()
        .flat_map_iter(|segment| {
            let records = &records;
            segment.contacts().flat_map(move |(row, span)| {
                let place = segment.first_place() + row as u64;
                span.filter_map(move |at| {
                    let visit = segment.visit(at);
                    let given = visit.outcome == Outcome::Ran && records[visit.rank as usize].is_some();
                    given.then_some((visit.arrived.utc_secs() as u32, place, visit.rank, visit.pass))
                })
            })
        })
        .collect();
    asked.par_sort_unstable();
    let mut assigner = Assigner::new(plan, population, users);
    let made = asked
        .into_iter()
        .filter_map(|(at, place, rank, pass)| {
            let (record, who) = records[rank as usize]?;
            let user = assigner.give(record, who, place)?;
            Some(Assignment { at: Instant::from_utc_secs(i64::from(at)), place, rank, pass, record, user })
        })
        .collect();
    Assignments { made, users: assigner.users.into_ids() }
}

/// Assigns records one by one.
struct Assigner<'a> {
    plan: &'a Plan,
    places: Places<'a>,
    robins: Vec<Robin>,
    /// Owners assigned in this run, by the contact's position.
    owners: FxHashMap<u64, u32>,
    users: UserIndex,
}

impl<'a> Assigner<'a> {
    fn new(plan: &'a Plan, population: &'a Population, users: UserIndex) -> Self {
        let mut assigner =
            Self { plan, places: population.places(), robins: Vec::new(), owners: FxHashMap::default(), users };
        assigner.robins =
            plan.round_robins().iter().map(|robin| Robin::new(robin, |id| assigner.users.intern(id))).collect();
        assigner
    }

    fn give(&mut self, record: AssignedRecord, who: &Assignee, place: u64) -> Option<u32> {
        let user = match who {
            Assignee::User(id) => self.users.intern(id),
            Assignee::RoundRobin(robin) => self.robins[*robin].next()?,
            Assignee::Owner => self.owner(place)?,
            Assignee::Nobody => return None,
        };
        if record == AssignedRecord::Owner {
            self.owners.insert(place, user);
        }
        Some(user)
    }

    /// The current owner of a contact: the one assigned last, or the one in the list.
    fn owner(&mut self, place: u64) -> Option<u32> {
        if let Some(&owner) = self.owners.get(&place) {
            return Some(owner);
        }
        let (block, row) = self.places.locate(place)?;
        let contact = Contact { block, row };
        let slot = self.plan.slots().owner;
        contact.has(slot).then(|| self.users.intern(block.text_at(slot, contact.row)))
    }
}

/// The counter of a round robin (`rules.md` §7).
#[derive(Clone, Debug)]
pub struct Robin {
    logic: Logic,
    /// The users with their maximum and their count in this cycle.
    members: Vec<(u32, u64, u64)>,
    /// The index of the next member, for `OnePerRound`.
    turn: usize,
}

impl Robin {
    /// The counter at the start of a run: every count is zero, and the first member is next.
    pub fn new(robin: &RoundRobin, mut intern: impl FnMut(&str) -> u32) -> Self {
        let members = robin.members.iter().map(|(id, maximum)| (intern(id), *maximum, 0)).collect();
        Self { logic: robin.logic, members, turn: 0 }
    }

    /// The user who gets the next record; `None` if no member is eligible.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<u32> {
        if self.members.iter().all(|(_, maximum, count)| count >= maximum) {
            if self.members.iter().all(|(_, maximum, _)| *maximum == 0) {
                return None;
            }
            self.members.iter_mut().for_each(|member| member.2 = 0);
            self.turn = 0;
        }
        let chosen = match self.logic {
            Logic::OnePerRound => {
                let count = self.members.len();
                let has_room = |&place: &usize| self.members[place].2 < self.members[place].1;
                let chosen = (0..count).map(|ahead| (self.turn + ahead) % count).find(has_room)?;
                self.turn = (chosen + 1) % count;
                chosen
            }
            Logic::ByRatio => self.freest()?,
        };
        self.members[chosen].2 += 1;
        Some(self.members[chosen].0)
    }

    /// The member with the largest share of its maximum still free; of equal ones, the first in the list.
    fn freest(&self) -> Option<usize> {
        let mut best: Option<(usize, u64, u64)> = None;
        for (place, &(_, maximum, count)) in self.members.iter().enumerate() {
            let free = maximum.saturating_sub(count);
            if maximum == 0 {
                continue;
            }
            // Compares free / maximum, multiplied out to avoid rounding.
            let is_freer = best.is_none_or(|(_, best_free, best_maximum)| {
                u128::from(free) * u128::from(best_maximum) > u128::from(best_free) * u128::from(maximum)
            });
            if is_freer {
                best = Some((place, free, maximum));
            }
        }
        best.map(|(place, ..)| place)
    }
}
