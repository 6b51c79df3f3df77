//! One contact's story, explained: the kernel's visits with the derivation of every due instant, and for every jump
//! where it began and where it ends (`rules.md` §3.6).

use rustc_hash::FxHashMap;

use crate::calendar::derivation::DerivationStep;
use crate::calendar::{Instant, Zone};

use super::at::jumps;
use super::kernel::{Observer, StoryBuffers, Visit, story};
use super::outcome::{Outcome, Reason, Status};
use super::plan::{Plan, Rank};
use super::record::Contact;

/// A visit with its derivation.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The visit that is explained.
    pub visit: Visit,
    /// The derivation of the due instant; empty if the item isn't a timer.
    pub steps: Vec<DerivationStep>,
    /// The zone that the timer worked in.
    pub zone: Zone,
    /// The timer that made the contact jump over this communication or process; `None` for all others.
    pub missed: Option<MissedTimer>,
    /// Where the jump over this item ends; `None` if the contact doesn't jump over it.
    pub ahead: Option<JumpEnd>,
}

/// A timer that a contact missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedTimer {
    /// The timer, by rank.
    pub rank: Rank,
    /// Why it was missed.
    pub reason: Reason,
    /// Whether its field has a date, but without the year that the timer needs.
    pub lacks_year: bool,
}

/// Where a jump ends, on all tracks after an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JumpEnd {
    /// The first timers that take the contact, at most [`JumpEnd::MOST`], in the order of their tracks.
    pub timers: Vec<Rank>,
    /// The number of other timers that take it.
    pub more: usize,
    /// Whether a track ends without such a timer.
    pub falls_out: bool,
    /// Whether the jump goes over other timers.
    pub skips_timers: bool,
}

impl JumpEnd {
    /// Most timers that are listed.
    pub const MOST: usize = 3;

    fn taken_by(&mut self, timer: Rank) {
        if self.timers.len() < Self::MOST { self.timers.push(timer) } else { self.more += 1 }
    }

    fn add(&mut self, next: &JumpEnd) {
        next.timers.iter().for_each(|timer| self.taken_by(*timer));
        self.more += next.more;
        self.falls_out |= next.falls_out;
        self.skips_timers |= next.skips_timers;
    }
}

#[derive(Default)]
struct Explainer {
    steps: Vec<DerivationStep>,
    visits: Vec<Explained>,
}

impl Observer for Explainer {
    type Steps = Vec<DerivationStep>;

    fn steps(&mut self) -> &mut Vec<DerivationStep> {
        &mut self.steps
    }

    fn visit(&mut self, visit: Visit, zone: &Zone) {
        let steps = std::mem::take(&mut self.steps);
        self.visits.push(Explained { visit, steps, zone: zone.clone(), missed: None, ahead: None });
    }
}

/// The story of one contact, with every visit explained.
pub fn explain(plan: &Plan, contact: Contact<'_>, entry: Instant, until: Instant) -> (Vec<Explained>, Status) {
    let mut explainer = Explainer::default();
    let status = story(plan, contact, entry, until, &mut StoryBuffers::default(), &mut explainer);
    let mut visits = explainer.visits;
    explain_jumps(plan, &mut visits);
    (visits, status)
}

/// Whether the contact jumps from a visit to the next ones.
fn is_jump(plan: &Plan, visit: &Visit) -> bool {
    matches!(visit.outcome, Outcome::Skipped(reason) if jumps(plan, visit, reason))
}

/// Adds to every visit of a jump where it began and where it ends.
fn explain_jumps(plan: &Plan, visits: &mut [Explained]) {
    if !visits.iter().any(|explained| is_jump(plan, &explained.visit)) {
        return;
    }
    let places = visits.iter().enumerate().map(|(place, explained)| (explained.visit.rank, place));
    let place_of: FxHashMap<Rank, usize> = places.collect();
    let next_of = |visit: &Visit| plan.next(visit.rank).iter().filter_map(|rank| place_of.get(rank).copied());
    let is_timer = |visit: &Visit| plan.items()[visit.rank as usize].action.is_timer();
    // The items of a jump are visited at one instant, each after the one before it on its track.
    for place in 0..visits.len() {
        let Explained { visit, steps, missed, .. } = &visits[place];
        let Outcome::Skipped(reason) = visit.outcome else { continue };
        if !is_jump(plan, visit) {
            continue;
        }
        let lacks_year = steps.iter().any(|step| matches!(step, DerivationStep::YearMissing { .. }));
        let timer = if is_timer(visit) { Some(MissedTimer { rank: visit.rank, reason, lacks_year }) } else { *missed };
        let next: Vec<usize> = next_of(visit).collect();
        for next in next {
            if visits[next].visit.outcome == Outcome::Skipped(Reason::BehindPassedTimer) {
                visits[next].missed = timer;
            }
        }
    }
    for place in (0..visits.len()).rev() {
        let visit = visits[place].visit;
        if !is_jump(plan, &visit) {
            continue;
        }
        let mut end = JumpEnd { falls_out: plan.next(visit.rank).is_empty(), ..JumpEnd::default() };
        for next in next_of(&visit) {
            let Explained { visit, ahead, .. } = &visits[next];
            match ahead {
                Some(ahead) => {
                    end.add(ahead);
                    end.skips_timers |= is_timer(visit);
                }
                None => end.taken_by(visit.rank),
            }
        }
        visits[place].ahead = Some(end);
    }
}
