//! A rehearsal as the user watches it: a finished run, a clock that moves forwards and backwards over it, and the
//! contact that is followed.
//!
//! Nothing is simulated while the clock moves: everything shown is the state of the finished run at the clock's time
//! ([`finished`]). An edit makes a new run in the background ([`runner`]); until it is there the old one is shown.

pub mod axis;
pub mod beside;
mod building;
pub mod clock;
pub mod contact;
pub mod dots;
pub mod finished;
mod following;
mod from_store;
pub mod keeping;
pub mod live;
mod reopened;
pub mod runner;
pub mod seek;
pub mod sends;
mod steps;
pub mod stops;
pub mod usual;
pub mod visit_words;

use std::path::PathBuf;
use std::sync::Arc;

use crate::calendar::{Instant, Zone};
use crate::campaign::choices::RehearsalChoices;
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::Rehearsal;
use crate::picture::counts::ItemCounts;
use crate::simulate::run::Control;

use clock::Clock;
use finished::FinishedRehearsal;
use from_store::ShownSavedRun;
use live::LiveMoment;
use runner::Runner;
use stops::Stop;

/// What is rehearsed: a state of the campaign, the open sequence, and one of its rehearsals.
#[derive(Clone, Debug, PartialEq)]
struct RehearsalSubject {
    revision: u64,
    sequence: SequenceId,
    rehearsal: Rehearsal,
    folder: PathBuf,
}

/// What the numbers on the items depend on: the run, the instant, and the contact, if they are of one.
type CountsOf = (u64, Instant, Option<u64>);

/// A rehearsal that is watched.
#[derive(Default)]
pub struct Rehearsing {
    runner: Option<Runner>,
    /// The last question, with its number.
    asked: Option<(u64, RehearsalSubject)>,
    questions: u64,
    /// The number of the last question that was answered.
    answered: u64,
    shown: Option<Arc<FinishedRehearsal>>,
    /// Increases with every run that is shown, and when its indexes are built.
    number: u64,
    was_sorted: bool,
    clock: Option<Clock>,
    /// Whether the clock must be set to its first position once the run is there.
    begins: bool,
    /// Whether that position is the start.
    begins_at_entry: bool,
    /// The first position where the user left the clock, if the campaign was open before.
    resumes_at: Option<Instant>,
    follows: Option<u64>,
    /// Where the numbers stand while building.
    live: LiveMoment,
    /// The zone whose days the clock steps by; `None` for the campaign's.
    days_of: Option<Zone>,
    choices: RehearsalChoices,
    stopped: Option<Stop>,
    /// Whether playing starts at the first instant, which may have a breakpoint.
    starts: bool,
    trouble: Option<String>,
    /// A saved run that is shown instead of the campaign's own.
    reopened: Option<ShownSavedRun>,
    counts: Option<(CountsOf, Arc<ItemCounts>)>,
}

/// The steps of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ClockStep {
    ToStart,
    Back,
    Forward,
    NextDay,
    ToEnd,
}

impl Rehearsing {
    /// The rehearsals chosen for sequences.
    pub fn choices(&self) -> &RehearsalChoices {
        &self.choices
    }

    /// Chooses the rehearsal of a sequence, by name.
    pub fn choose(&mut self, sequence: SequenceId, name: &str) {
        self.choices.choose(sequence, name);
        (self.begins, self.resumes_at) = (true, None);
    }

    /// Keeps the choice of the rehearsal of a sequence that was just renamed. The clock stays.
    pub fn renamed(&mut self, sequence: SequenceId, name: &str) {
        self.choices.choose(sequence, name);
    }

    /// Goes on where the user left a campaign that is opened again: with these rehearsals of its sequences, and the
    /// clock at this time once there is a run.
    pub fn resume<'a>(&mut self, chosen: impl Iterator<Item = (SequenceId, &'a str)>, clock: Option<Instant>) {
        chosen.for_each(|(sequence, name)| self.choices.choose(sequence, name));
        self.resumes_at = clock;
    }

    /// Chooses a rehearsal that was just created. Its clock starts where its contacts enter.
    pub fn choose_new(&mut self, sequence: SequenceId, name: &str) {
        self.choose(sequence, name);
        self.begins_at_entry = true;
    }

    /// The run that is shown, if there is one.
    pub fn shown(&self) -> Option<&Arc<FinishedRehearsal>> {
        self.shown.as_ref()
    }

    /// A number that changes when another run is shown, or the indexes of the same one are built.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The current rehearsal, saved or default.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        match &self.reopened {
            Some(reopened) => reopened.run.scene.rehearsal(),
            None => self.asked.as_ref().map(|(_, asked)| &asked.rehearsal),
        }
    }

    /// Whether the run that is shown is of the campaign's current state.
    pub fn is_current(&self) -> bool {
        let is_answered = self.asked.as_ref().is_some_and(|(number, _)| *number == self.answered);
        self.reopened.is_none() && is_answered && self.trouble.is_none()
    }

    /// The progress of the current run, if there is one.
    pub fn progress(&self) -> Option<Arc<Control>> {
        self.runner.as_ref().and_then(Runner::progress)
    }

    /// Why there is no run, in words.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Cancels the current run.
    pub fn cancel(&mut self) {
        if let Some(runner) = &mut self.runner {
            runner.stop();
        }
        if self.shown.is_none() {
            self.trouble = Some("The run was stopped.".to_owned());
        }
    }

    /// Runs again, and reads the contacts again.
    pub fn again(&mut self) {
        if let Some(runner) = &self.runner {
            runner.forget_people();
        }
        if let Some((_, asked)) = &mut self.asked {
            asked.revision = u64::MAX;
        }
    }

    /// Forgets everything: another campaign is open.
    pub fn forget(&mut self) {
        let (mut runner, questions, number) = (self.runner.take(), self.questions, self.number + 1);
        let clock = self.clock.map(Clock::still);
        if let Some(runner) = &mut runner {
            runner.stop();
            runner.forget_people();
        }
        *self = Self { runner, questions, number, clock, ..Self::default() };
    }

    /// The clock; `None` before the first run.
    pub fn clock(&self) -> Option<&Clock> {
        self.clock.as_ref().filter(|_| self.shown.is_some())
    }

    /// The instant that everything is shown at: the clock's, or while building, that of the live numbers.
    pub fn at(&self) -> Option<Instant> {
        let clock = self.clock()?;
        Some(self.live_at().unwrap_or(clock.at))
    }

    /// The first and last instant at which something happens.
    pub fn span(&self) -> Option<(Instant, Instant)> {
        self.shown.as_ref()?.span()
    }

    /// Whether nothing happens in the run that is shown: no contact enters.
    pub fn is_empty(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.index().is_some() && shown.span().is_none())
    }

    /// The time zone of the campaign.
    pub fn zone(&self) -> Option<&Zone> {
        Some(self.shown.as_ref()?.scene.plan.zone())
    }

    /// Steps by the days of a zone.
    pub fn step_by_days_of(&mut self, zone: Zone) {
        self.days_of = Some(zone);
    }

    /// Why playing stopped, until the clock is moved again.
    pub fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    /// The numbers on the items at the clock's time: of all contacts, or of the one at a position in the list. `None` if
    /// a saved run of another sequence is shown.
    pub fn counts(&mut self, of_contact: Option<u64>) -> Option<Arc<ItemCounts>> {
        let (shown, clock) = (self.shown.as_ref()?, self.at()?);
        if !self.is_drawn() {
            return None;
        }
        let of = (self.number, clock, of_contact);
        if self.counts.as_ref().is_none_or(|(counted, _)| *counted != of) {
            let counts = match of_contact {
                None => shown.counts(clock),
                Some(place) => shown.counts_of(place, clock),
            };
            self.counts = Some((of, Arc::new(counts)));
        }
        self.counts.as_ref().map(|(_, counts)| Arc::clone(counts))
    }

    /// The contact that is followed, by its position in the list.
    pub fn follows(&self) -> Option<u64> {
        self.follows
    }

    /// Follows a contact, or none.
    pub fn follow_contact(&mut self, place: Option<u64>) {
        self.follows = place.filter(|place| self.shown.as_ref().is_some_and(|shown| *place < shown.contacts()));
    }
}
