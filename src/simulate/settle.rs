//! What contacts compete for, settled after the run in one pass in time order (`rules.md` §3.8, §7).

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::directory::{Logic, RoundRobin};
use crate::campaign::document::Campaign;
use crate::contacts::block::{Places, Population};

use super::kernel::Visit;
use super::outcome::Outcome;
use super::plan::{Plan, Rank, Who};
use super::record::Contact;
use super::run::Run;

pub use super::plan::Gift;

/// A contact, opportunity or task that was given to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// When.
    pub at: Instant,
    /// The contact, by place in the list.
    pub place: u64,
    /// The item, by rank.
    pub rank: Rank,
    /// What was given.
    pub gift: Gift,
    /// To whom: a place in [`Assignments::users`].
    pub user: u32,
}

/// All assignments of a run, in the order in which they were made (instant, contact, rank).
#[derive(Clone, Debug, Default)]
pub struct Assignments {
    /// The assignments.
    pub made: Vec<Assignment>,
    /// The ids of the users.
    pub users: Vec<String>,
}

impl Assignments {
    /// The users given, by contact's place and rank: for whoever goes through the contacts in order.
    pub fn by_contact(&self) -> Vec<(u64, Rank, u32)> {
        let mut by_contact: Vec<_> = self.made.iter().map(|made| (made.place, made.rank, made.user)).collect();
        by_contact.par_sort_unstable();
        by_contact
    }

    /// The user that the item of a visit was given, for the contact at a place in the list.
    pub fn user_of(&self, place: u64, visit: &Visit) -> Option<&str> {
        let key = (visit.arrived, place, visit.rank);
        let found = self.made.binary_search_by_key(&key, |made| (made.at, made.place, made.rank)).ok()?;
        self.users.get(self.made[found].user as usize).map(String::as_str)
    }
}

/// What each item of a plan gives, by rank.
fn gifts(plan: &Plan) -> Vec<Option<(Gift, &Who)>> {
    plan.items().iter().map(|item| item.action.performs()?.gives()).collect()
}

/// Gives out what the items of a run have asked for, in order of (instant, place in the list, rank).
pub fn settle(plan: &Plan, campaign: &Campaign, run: &Run, population: &Population) -> Assignments {
    let gifts = gifts(plan);
    let mut asked: Vec<(u32, u64, Rank)> = run
        .segments()
        .par_iter()
        .flat_map_iter(|segment| {
            let gifts = &gifts;
            segment.contacts().flat_map(move |(row, span)| {
                let place = segment.first_place() + row as u64;
                span.filter_map(move |at| {
                    let visit = segment.visit(at);
                    let given = visit.outcome == Outcome::Ran && gifts[visit.rank as usize].is_some();
                    given.then_some((visit.arrived.utc_secs() as u32, place, visit.rank))
                })
            })
        })
        .collect();
    asked.par_sort_unstable();
    let mut desk = Desk::new(plan, campaign, population);
    let made = asked
        .into_iter()
        .filter_map(|(at, place, rank)| {
            let (gift, who) = gifts[rank as usize]?;
            let user = desk.give(gift, who, place)?;
            Some(Assignment { at: Instant::from_utc_secs(i64::from(at)), place, rank, gift, user })
        })
        .collect();
    Assignments { made, users: desk.users }
}

/// Hands records out one by one.
struct Desk<'a> {
    plan: &'a Plan,
    places: Places<'a>,
    robins: Vec<Robin>,
    /// Owners given in this run, by the contact's place.
    owners: FxHashMap<u64, u32>,
    users: Vec<String>,
    user_places: FxHashMap<String, u32>,
}

impl<'a> Desk<'a> {
    fn new(plan: &'a Plan, campaign: &Campaign, population: &'a Population) -> Self {
        let mut desk = Self {
            plan,
            places: population.places(),
            robins: Vec::new(),
            owners: FxHashMap::default(),
            users: Vec::new(),
            user_places: FxHashMap::default(),
        };
        for user in &campaign.directory.users {
            desk.intern(&user.id);
        }
        desk.robins = plan.round_robins().iter().map(|robin| Robin::new(robin, |id| desk.intern(id))).collect();
        desk
    }

    fn intern(&mut self, id: &str) -> u32 {
        if let Some(&place) = self.user_places.get(id) {
            return place;
        }
        let place = self.users.len() as u32;
        self.users.push(id.to_owned());
        self.user_places.insert(id.to_owned(), place);
        place
    }

    fn give(&mut self, gift: Gift, who: &Who, place: u64) -> Option<u32> {
        let user = match who {
            Who::User(id) => self.intern(id),
            Who::RoundRobin(robin) => self.robins[*robin].next()?,
            Who::Owner => self.owner(place)?,
            Who::Nobody => return None,
        };
        if gift == Gift::Owner {
            self.owners.insert(place, user);
        }
        Some(user)
    }

    /// The contact's owner by now: the one given last, or the one in the list.
    fn owner(&mut self, place: u64) -> Option<u32> {
        if let Some(&owner) = self.owners.get(&place) {
            return Some(owner);
        }
        let (block, row) = self.places.locate(place)?;
        let contact = Contact { block, row };
        let slot = self.plan.slots().owner;
        contact.has(slot).then(|| self.intern(block.text_at(slot, contact.row)))
    }
}

/// A round robin's counter (`rules.md` §7).
#[derive(Clone, Debug)]
pub struct Robin {
    logic: Logic,
    /// Users with their maximum and their count in this cycle.
    members: Vec<(u32, u64, u64)>,
    /// Whose turn it is, for `OnePerRound`.
    turn: usize,
}

impl Robin {
    /// A round robin at the start of a run: every count at zero, at its first member.
    pub fn new(robin: &RoundRobin, mut intern: impl FnMut(&str) -> u32) -> Self {
        let members = robin.members.iter().map(|(id, maximum)| (intern(id), *maximum, 0)).collect();
        Self { logic: robin.logic, members, turn: 0 }
    }

    /// The user who gets the next record; none if nobody is eligible.
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

    /// The member with the largest share of its maximum still free, ties by list order.
    fn freest(&self) -> Option<usize> {
        let mut best: Option<(usize, u64, u64)> = None;
        for (place, &(_, maximum, count)) in self.members.iter().enumerate() {
            let free = maximum.saturating_sub(count);
            if maximum == 0 {
                continue;
            }
            // free / maximum > best's: multiplied out, so that no share is rounded.
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
