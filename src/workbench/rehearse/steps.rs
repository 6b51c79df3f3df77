//! Moving the clock: playing, stepping, jumping, running to a date or an item.

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::simulate::kernel::Visit;

use super::clock::Speed;
use super::stops::{arrival, next_stop};
use super::{ClockStep, Rehearsing};

impl Rehearsing {
    /// Sets the clock to an instant of the rehearsal.
    pub fn jump(&mut self, to: Instant) {
        let span = self.span();
        if let (Some(clock), Some((first, last))) = (&mut self.clock, span) {
            clock.set(to.clamp(first, last));
            self.stopped = None;
        }
    }

    /// Plays or pauses. At the end, it plays from the start.
    pub fn play(&mut self, plays: bool) {
        let span = self.span();
        if let (Some(clock), Some((first, last))) = (&mut self.clock, span) {
            clock.plays = plays;
            if plays && clock.at >= last {
                clock.set(first);
            }
            // At the first instant, its events have already happened: playing stops there once.
            let has_stopped = self.stopped.is_some_and(|stop| stop.at == clock.at);
            self.starts = plays && clock.at == first && !has_stopped;
            self.stopped = None;
        }
    }

    /// Sets the speed of the clock.
    pub fn set_speed(&mut self, speed: Speed) {
        if let Some(clock) = &mut self.clock {
            clock.speed = speed;
        }
    }

    /// Moves a playing clock by `secs` seconds of real time, at most to the next breakpoint or the end.
    pub fn pass(&mut self, secs: f64) {
        let (Some(shown), Some(mut clock)) = (self.shown.clone(), self.clock) else { return };
        let Some((_, last)) = shown.span().filter(|_| clock.plays) else { return };
        let to = clock.after(secs);
        let from = if std::mem::take(&mut self.starts) { clock.at.plus_secs(-1) } else { clock.at };
        let breakpoints = self.rehearsal().map(|rehearsal| rehearsal.breakpoints.as_slice()).unwrap_or_default();
        match next_stop(&shown, breakpoints, self.follows, from, to.at.min(last)) {
            Some(stop) => {
                clock.set(stop.at);
                clock.plays = false;
                self.stopped = Some(stop);
            }
            None if to.at >= last => {
                clock.set(last);
                clock.plays = false;
            }
            None => clock = to,
        }
        self.clock = Some(clock);
    }

    /// Takes a step, and pauses the clock.
    pub fn step(&mut self, step: ClockStep) {
        let Some(to) = self.target(step) else { return };
        self.play(false);
        self.jump(to);
    }

    /// The instant that a step leads to; `None` if nothing happens in that direction.
    pub fn target(&self, step: ClockStep) -> Option<Instant> {
        let (shown, clock) = (self.shown.as_ref()?, self.clock?.at);
        let (first, last) = shown.span()?;
        let timeline = &shown.index()?.timeline;
        let to = match (step, self.follows) {
            (ClockStep::ToStart, _) => first,
            (ClockStep::ToEnd, _) => last,
            (ClockStep::NextDay, _) => {
                let zone = self.days_of.as_ref().unwrap_or(shown.scene.plan.zone());
                zone.start_of(zone.date_at(clock).plus_days(1)).min(last)
            }
            (ClockStep::Forward, Some(place)) => instants(shown.visits(place)).filter(|at| *at > clock).min()?,
            (ClockStep::Back, Some(place)) => instants(shown.visits(place)).filter(|at| *at < clock).max()?,
            (ClockStep::Forward, None) => timeline.next(clock)?,
            (ClockStep::Back, None) => timeline.previous(clock)?,
        };
        (to != clock).then_some(to)
    }

    /// Moves the clock to the next arrival at an item, of the followed contact if there is one. Returns whether there
    /// is such an arrival.
    pub fn run_to_item(&mut self, item: ItemRef) -> bool {
        let (Some(shown), Some(clock)) = (self.shown.as_ref(), self.clock) else { return false };
        match arrival(shown, item, self.follows, Some(clock.at)) {
            Some(at) => {
                self.play(false);
                self.jump(at);
                true
            }
            None => false,
        }
    }

    /// Pauses the clock, and sets it to an instant.
    pub fn run_to(&mut self, at: Instant) {
        self.play(false);
        self.jump(at);
    }
}

/// The instants of the events of these visits.
fn instants(visits: impl Iterator<Item = Visit>) -> impl Iterator<Item = Instant> {
    visits.flat_map(|visit| [Some(visit.arrived), visit.through()]).flatten()
}
