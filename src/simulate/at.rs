//! The state of a finished run at an instant of the clock.
//!
//! Nothing is simulated here. A story up to an instant doesn't depend on when the run ends (`rules.md` §3), so the
//! state at an instant follows from the finished run. A test compares it with a run that ends there.

use crate::calendar::Instant;

use super::kernel::{TrackEnds, Visit};
use super::outcome::{Jump, Outcome, Reason, Status};
use super::plan::Plan;

impl Visit {
    /// When the contact continued from the visit; `None` while it waits or is held.
    #[inline]
    pub fn through(&self) -> Option<Instant> {
        match self.outcome {
            Outcome::Ran => Some(self.due.unwrap_or(self.arrived)),
            Outcome::Skipped(_) => Some(self.arrived),
            Outcome::Waiting | Outcome::Held => None,
        }
    }

    /// The visit as of an instant; `None` before the contact arrived.
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

/// The number of tracks in each state, counted while the clock advances.
#[derive(Clone, Copy, Debug, Default)]
struct TrackCounts {
    waiting: u32,
    held: u32,
    fell_out: u32,
    finished: u32,
}

impl TrackCounts {
    fn status(self) -> Status {
        let TrackCounts { waiting, held, fell_out, finished } = self;
        TrackEnds { waiting: waiting > 0, held: held > 0, fell_out: fell_out > 0, finished: finished > 0 }.status()
    }
}

/// Whether a skipped visit made the contact jump (`rules.md` §3.6).
pub(super) fn jumps(plan: &Plan, visit: &Visit, reason: Reason) -> bool {
    match reason.jump() {
        Jump::Always => true,
        // At an appointment with an empty field the contact continues; at a field timer with an empty field it jumps.
        Jump::FromTimers => plan.items()[visit.rank as usize].action.is_timer(),
        Jump::Never => false,
    }
}

/// The status of a contact at an instant, from its visits.
pub fn status_at(plan: &Plan, visits: impl Iterator<Item = Visit>, clock: Instant) -> Status {
    status_of(plan, visits.filter_map(|visit| visit.at(clock)))
}

/// The status of a contact, from its visits as of an instant.
#[inline]
pub fn status_of(plan: &Plan, visits_then: impl Iterator<Item = Visit>) -> Status {
    let mut ends = TrackEnds::default();
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

/// Buffers that [`changes`] reuses from contact to contact.
#[derive(Debug, Default)]
pub struct Sweep {
    steps: Vec<(u32, TrackEvent)>,
}

#[derive(Clone, Copy, Debug)]
enum TrackEvent {
    Enter,
    Wait,
    Through,
    Held,
    FellOut,
    Finished,
}

/// Calls `change` for every change of a contact's status, in order of time. Its arguments are the instant in UTC
/// seconds, the old status and the new status. The first old status is [`Status::NotEntered`].
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
            steps.push((arrived, TrackEvent::Enter));
        }
        let through = visit.through().map(|at| at.utc_secs() as u32);
        match visit.outcome {
            Outcome::Waiting => steps.push((arrived, TrackEvent::Wait)),
            Outcome::Held => steps.push((arrived, TrackEvent::Held)),
            Outcome::Ran | Outcome::Skipped(_) => {}
        }
        let Some(through) = through else { continue };
        if through > arrived {
            steps.push((arrived, TrackEvent::Wait));
            steps.push((through, TrackEvent::Through));
        }
        if plan.next(visit.rank).is_empty() {
            let end = match visit.outcome {
                Outcome::Skipped(reason) if jumps(plan, &visit, reason) => TrackEvent::FellOut,
                _ => TrackEvent::Finished,
            };
            steps.push((through, end));
        }
    }
    steps.sort_by_key(|&(at, _)| at);
    let (mut now, mut ends, mut place) = (Status::NotEntered, TrackCounts::default(), 0);
    while let Some(&(at, _)) = steps.get(place) {
        while let Some(&(_, step)) = steps.get(place).filter(|(then, _)| *then == at) {
            match step {
                TrackEvent::Enter => {}
                TrackEvent::Wait => ends.waiting += 1,
                TrackEvent::Through => ends.waiting -= 1,
                TrackEvent::Held => ends.held += 1,
                TrackEvent::FellOut => ends.fell_out += 1,
                TrackEvent::Finished => ends.finished += 1,
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
