//! A finished run as it stood at an instant of the clock.
//!
//! Nothing is moved here: a story is the same whenever the clock stops, as far as it got (`rules.md` §3), so the run
//! up to an instant is read off the finished one. A test holds both equal.

use crate::calendar::Instant;

use super::kernel::{Ends, Visit};
use super::outcome::{Jump, Outcome, Reason, Status};
use super::plan::Plan;

impl Visit {
    /// When the visit let the contact through; none while it waits or is held.
    #[inline]
    pub fn through(&self) -> Option<Instant> {
        match self.outcome {
            Outcome::Ran => Some(self.due.unwrap_or(self.arrived)),
            Outcome::Skipped(_) => Some(self.arrived),
            Outcome::Waiting | Outcome::Held => None,
        }
    }

    /// The visit as it stood at an instant; none before the contact arrived.
    #[inline]
    pub fn at(self, clock: Instant) -> Option<Visit> {
        if self.arrived > clock {
            return None;
        }
        match self.due {
            Some(due) if self.outcome == Outcome::Ran && due > clock => {
                Some(Visit { outcome: Outcome::Waiting, ..self })
            }
            _ => Some(self),
        }
    }
}

/// How many tracks ended so, or are there: they come and go while the clock goes on.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    waiting: u32,
    held: u32,
    fell_out: u32,
    finished: u32,
}

impl Tally {
    fn status(self) -> Status {
        let Tally { waiting, held, fell_out, finished } = self;
        Ends { waiting: waiting > 0, held: held > 0, fell_out: fell_out > 0, finished: finished > 0 }.status()
    }
}

/// Whether a visit that skipped its item made the contact jump on (`rules.md` §3.6).
fn jumps(plan: &Plan, visit: &Visit, reason: Reason) -> bool {
    match reason.jump() {
        Jump::Always => true,
        // An appointment is passed over, a field timer jumped from.
        Jump::FromTimers => plan.items()[visit.rank as usize].action.is_timer(),
        Jump::Never => false,
    }
}

/// The status that a contact's visits give it at an instant.
pub fn status_at(plan: &Plan, visits: impl Iterator<Item = Visit>, clock: Instant) -> Status {
    status_of(plan, visits.filter_map(|visit| visit.at(clock)))
}

/// The status that a contact's visits give it, as they stood at an instant.
#[inline]
pub fn status_of(plan: &Plan, visits_then: impl Iterator<Item = Visit>) -> Status {
    let mut ends = Ends::default();
    let mut has_entered = false;
    for visit in visits_then {
        has_entered = true;
        match visit.outcome {
            Outcome::Waiting => ends.waiting = true,
            Outcome::Held => ends.held = true,
            _ if !plan.next(visit.rank).is_empty() => {}
            Outcome::Skipped(reason) if jumps(plan, &visit, reason) => ends.fell_out = true,
            Outcome::Ran | Outcome::Skipped(_) => ends.finished = true,
        }
    }
    if has_entered { ends.status() } else { Status::NotEntered }
}

/// Memory that [`changes`] uses for one contact after another.
#[derive(Debug, Default)]
pub struct Sweep {
    steps: Vec<(u32, Step)>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Enter,
    Wait,
    Through,
    Held,
    FellOut,
    Finished,
}

/// Tells every change of a contact's status, in order: the instant, in UTC seconds, from what to what. A contact has
/// not entered before the first of them.
pub fn changes(
    plan: &Plan,
    visits: impl Iterator<Item = Visit>,
    sweep: &mut Sweep,
    mut change: impl FnMut(u32, Status, Status),
) {
    let steps = &mut sweep.steps;
    steps.clear();
    for visit in visits {
        let arrived = visit.arrived.utc_secs() as u32;
        if steps.is_empty() {
            steps.push((arrived, Step::Enter));
        }
        let through = visit.through().map(|at| at.utc_secs() as u32);
        match visit.outcome {
            Outcome::Waiting => steps.push((arrived, Step::Wait)),
            Outcome::Held => steps.push((arrived, Step::Held)),
            Outcome::Ran | Outcome::Skipped(_) => {}
        }
        let Some(through) = through else { continue };
        if through > arrived {
            steps.push((arrived, Step::Wait));
            steps.push((through, Step::Through));
        }
        if plan.next(visit.rank).is_empty() {
            let end = match visit.outcome {
                Outcome::Skipped(reason) if jumps(plan, &visit, reason) => Step::FellOut,
                _ => Step::Finished,
            };
            steps.push((through, end));
        }
    }
    steps.sort_by_key(|&(at, _)| at);
    let (mut now, mut ends, mut place) = (Status::NotEntered, Tally::default(), 0);
    while let Some(&(at, _)) = steps.get(place) {
        while let Some(&(_, step)) = steps.get(place).filter(|(then, _)| *then == at) {
            match step {
                Step::Enter => {}
                Step::Wait => ends.waiting += 1,
                Step::Through => ends.waiting -= 1,
                Step::Held => ends.held += 1,
                Step::FellOut => ends.fell_out += 1,
                Step::Finished => ends.finished += 1,
            }
            place += 1;
        }
        let then = ends.status();
        if then != now {
            change(at, now, then);
            now = then;
        }
    }
}
