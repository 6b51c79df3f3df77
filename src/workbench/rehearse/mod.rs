//! A rehearsal as a person watches it: a finished run, a clock that goes forward and back over it, and who is followed.
//!
//! Nothing is simulated while the clock moves: whatever is shown is read off the finished run at the clock's instant
//! ([`finished`]). An edit makes a new run beside the window ([`runner`]); until it is there the old one is shown.

pub mod axis;
pub mod beside;
pub mod clock;
pub mod contact;
pub mod dots;
pub mod finished;
mod from_store;
pub mod keeping;
mod reopened;
pub mod runner;
pub mod seek;
mod steps;
pub mod stops;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{Enter, People, Rehearsal, Rehearsed};
use crate::campaign::text;
use crate::picture::counts::Counts;
use crate::simulate::run::Control;

use clock::Clock;
use finished::Finished;
use from_store::Reopened;
use runner::{Question, Runner};
use stops::Stop;

use super::failure::Failure;

/// So many people take part in a rehearsal that nobody has set up.
const USUAL_COUNT: u64 = 1_000;
/// Fewer of them where a sequence is so large that they would make more visits than this.
const USUAL_VISITS: u64 = 300_000;
/// After so many days the clock stands when a rehearsal is first seen: something has happened, and something is to come.
const FIRST_DAYS: i64 = 7;
/// A run that took no longer than this is waited for within the frame.
const PATIENCE: Duration = Duration::from_millis(14);

/// What is rehearsed: the state of a campaign, its open sequence, and one of that sequence's rehearsals.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    revision: u64,
    sequence: SequenceId,
    rehearsal: Rehearsal,
    folder: PathBuf,
}

/// A rehearsal as it is watched.
#[derive(Default)]
pub struct Rehearsing {
    runner: Option<Runner>,
    /// What was last asked for, with the number of the question.
    asked: Option<(u64, Subject)>,
    questions: u64,
    /// The number of the last question that was answered.
    answered: u64,
    shown: Option<Arc<Finished>>,
    /// Counts up with every run that is shown, and when it is sorted.
    number: u64,
    was_sorted: bool,
    clock: Option<Clock>,
    /// The clock is put to where a rehearsal is first seen once its run is there.
    begins: bool,
    follows: Option<u64>,
    /// Sequences with the names of rehearsals that were chosen for them, the newest first.
    chosen: Vec<(SequenceId, String)>,
    stopped: Option<Stop>,
    /// It begins to play at the very first instant, which may have a breakpoint of its own.
    starts: bool,
    trouble: Option<String>,
    /// A run from the store, which is shown in the place of the campaign's own.
    reopened: Option<Reopened>,
    counts: Option<((u64, Instant), Arc<Counts>)>,
}

/// Steps a person takes with the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Step {
    ToStart,
    Back,
    Forward,
    NextDay,
    ToEnd,
}

/// The rehearsal that a sequence has while none is saved for it: people who all enter next Monday morning.
pub fn usual(campaign: &Campaign, sequence: SequenceId, today: Date) -> Rehearsal {
    let monday = today.plus_days(7 - i64::from(today.weekday() as u8));
    let items = campaign.sequence(sequence).map_or(0, |sequence| sequence.items.len() as u64);
    let count = (USUAL_VISITS / items.max(1)).clamp(10, USUAL_COUNT);
    Rehearsal {
        name: free_name(campaign, "Rehearsal"),
        of: Rehearsed::sequence(sequence),
        people: People::Generated { count, seed: 1 },
        enter: Enter::At(monday.at_second(9 * 3_600)),
        until: monday.plus_months(12).at_second(9 * 3_600),
        breakpoints: Vec::new(),
    }
}

/// A name that no rehearsal of the campaign has, made of this one.
pub fn free_name(campaign: &Campaign, wanted: &str) -> String {
    text::free_name(wanted, " ", |name| campaign.rehearsal(name).is_some())
}

impl Rehearsing {
    /// The rehearsal of a sequence: the one that was chosen, else its first; none if none is saved for it.
    pub fn chosen<'a>(&self, campaign: &'a Campaign, sequence: SequenceId) -> Option<&'a Rehearsal> {
        let of = |rehearsal: &&Rehearsal| rehearsal.sequence() == Some(sequence);
        let names = self.chosen.iter().filter(|(of, _)| *of == sequence).map(|(_, name)| name);
        let named = names.filter_map(|name| campaign.rehearsal(name)).find(of);
        named.or_else(|| campaign.rehearsals.iter().find(of))
    }

    /// From now on a sequence is rehearsed with the rehearsal of this name.
    pub fn choose(&mut self, sequence: SequenceId, name: &str) {
        // An earlier name counts again when a later one is gone: a new name may be taken back.
        self.chosen.retain(|(of, known)| *of != sequence || known != name);
        self.chosen.insert(0, (sequence, name.to_owned()));
        self.begins = true;
    }

    /// Keeps up with the campaign: asks for a run when something has changed, takes the newest one. Returns whether
    /// another run is shown than before.
    pub fn follow(
        &mut self,
        (campaign, revision, path): (&Campaign, u64, Option<&Path>),
        sequence: SequenceId,
        now: Instant,
        wake: impl Fn() + Send + 'static,
    ) -> bool {
        let before = self.number;
        self.leave_reopened((campaign, revision), sequence);
        let is_same = |asked: &Subject| asked.revision == revision && asked.sequence == sequence;
        let chosen = self.chosen(campaign, sequence);
        let is_asked = self
            .asked
            .as_ref()
            .is_some_and(|(_, asked)| is_same(asked) && chosen.is_none_or(|rehearsal| *rehearsal == asked.rehearsal));
        if !is_asked && self.reopened.is_none() {
            let rehearsal = chosen.cloned().unwrap_or_else(|| {
                let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
                // Until it is saved it stays as it first was, whatever day it is by now.
                let kept = self.asked.as_ref().map(|(_, asked)| &asked.rehearsal);
                let kept =
                    kept.filter(|kept| kept.sequence() == Some(sequence) && campaign.rehearsal(&kept.name).is_none());
                kept.cloned().unwrap_or_else(|| usual(campaign, sequence, zone.date_at(now)))
            });
            let folder = path.and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
            self.ask(Subject { revision, sequence, rehearsal, folder }, campaign, now, wake);
        }
        self.collect();
        let is_sorted = self.shown.as_ref().is_some_and(|shown| shown.index().is_some());
        if is_sorted && !self.was_sorted {
            self.number += 1;
            self.begin();
        }
        self.was_sorted = is_sorted;
        self.number != before
    }

    fn ask(&mut self, subject: Subject, campaign: &Campaign, now: Instant, wake: impl Fn() + Send + 'static) {
        let question = Question {
            campaign: campaign.clone(),
            rehearsal: subject.rehearsal.clone(),
            folder: subject.folder.clone(),
            now,
            clock: self.clock.map(|clock| clock.at),
        };
        let other = self.asked.as_ref().is_none_or(|(_, asked)| {
            asked.sequence != subject.sequence || asked.rehearsal.name != subject.rehearsal.name
        });
        if other {
            (self.begins, self.follows, self.stopped) = (true, None, None);
        }
        self.questions += 1;
        self.asked = Some((self.questions, subject));
        if self.runner.as_ref().is_none_or(Runner::is_over) {
            match Runner::start(wake) {
                Ok(runner) => self.runner = Some(runner),
                Err(error) => return self.trouble = Some(format!("no rehearsal can be run: {error}")),
            }
        }
        let small = self.shown.as_ref().is_some_and(|shown| shown.kept.run.visits() < finished::SMALL / 4);
        if let Some(runner) = &mut self.runner {
            runner.ask(self.questions, question);
            // The badges follow an edit within its frame.
            if small && let Some(answer) = runner.wait(PATIENCE) {
                self.take(answer);
            }
        }
    }

    fn collect(&mut self) {
        if let Some(answer) = self.runner.as_mut().and_then(Runner::poll) {
            self.take(answer);
        }
    }

    fn take(&mut self, answer: runner::Answer) {
        if self.asked.as_ref().is_none_or(|(number, _)| *number != answer.number) {
            return;
        }
        self.answered = answer.number;
        match answer.outcome {
            Ok(finished) => self.show(finished),
            Err(failure) => {
                self.trouble = Some(said_in_window(&failure));
                self.shown = None;
                self.number += 1;
            }
        }
    }

    fn show(&mut self, finished: Arc<Finished>) {
        self.trouble = None;
        self.follows = self.follows.filter(|place| *place < finished.contacts());
        self.was_sorted = finished.index().is_some();
        self.shown = Some(finished);
        self.number += 1;
        self.begin();
    }

    /// Puts the clock where a rehearsal is first seen, if that is due, and within its span in any case.
    fn begin(&mut self) {
        let Some((first, last)) = self.shown.as_ref().and_then(|shown| shown.span()) else {
            if self.is_empty() {
                self.clock = self.clock.map(Clock::still);
            }
            return;
        };
        let first_seen = first.plus_secs(FIRST_DAYS * 86_400).min(last);
        let mut clock = self.clock.unwrap_or(Clock::new(first_seen));
        if std::mem::take(&mut self.begins) {
            clock.set(first_seen);
        }
        if clock.at < first || clock.at > last {
            clock.set(clock.at.clamp(first, last));
        }
        self.clock = Some(clock);
    }

    /// The run that is shown.
    pub fn shown(&self) -> Option<&Arc<Finished>> {
        self.shown.as_ref()
    }

    /// A number that differs whenever another run is shown, or the same one is sorted.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// What is rehearsed, saved or not.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        match &self.reopened {
            Some(reopened) => reopened.run.scene.rehearsal(),
            None => self.asked.as_ref().map(|(_, asked)| &asked.rehearsal),
        }
    }

    /// Whether the run that is shown is of the campaign as it is now.
    pub fn is_current(&self) -> bool {
        let is_answered = self.asked.as_ref().is_some_and(|(number, _)| *number == self.answered);
        self.reopened.is_none() && is_answered && self.trouble.is_none()
    }

    /// How far the run is that is under way, if it is.
    pub fn progress(&self) -> Option<Arc<Control>> {
        self.runner.as_ref().and_then(Runner::progress)
    }

    /// Why there is no run.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Lets go of the run that is under way.
    pub fn cancel(&mut self) {
        if let Some(runner) = &mut self.runner {
            runner.stop();
        }
        if self.shown.is_none() {
            self.trouble = Some("The run was stopped.".to_owned());
        }
    }

    /// Runs again, with people read anew.
    pub fn again(&mut self) {
        if let Some(runner) = &self.runner {
            runner.forget_people();
        }
        if let Some((_, asked)) = &mut self.asked {
            asked.revision = u64::MAX;
        }
    }

    /// Lets go of another campaign's rehearsals.
    pub fn forget(&mut self) {
        let (mut runner, questions, number) = (self.runner.take(), self.questions, self.number + 1);
        let clock = self.clock.map(Clock::still);
        if let Some(runner) = &mut runner {
            runner.stop();
            runner.forget_people();
        }
        *self = Self { runner, questions, number, clock, ..Self::default() };
    }

    /// The clock; none before the first run is there.
    pub fn clock(&self) -> Option<&Clock> {
        self.clock.as_ref().filter(|_| self.shown.is_some())
    }

    /// Where the clock stands.
    pub fn at(&self) -> Option<Instant> {
        self.clock().map(|clock| clock.at)
    }

    /// From the first instant at which something happens to the last.
    pub fn span(&self) -> Option<(Instant, Instant)> {
        self.shown.as_ref()?.span()
    }

    /// Whether the run that is shown is known to have nothing in it: nobody enters.
    pub fn is_empty(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.index().is_some() && shown.span().is_none())
    }

    /// The campaign's zone.
    pub fn zone(&self) -> Option<&Zone> {
        Some(self.shown.as_ref()?.scene.plan.zone())
    }

    /// Why playing stopped by itself, until the clock is moved again.
    pub fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    /// The numbers on the items at the clock's instant; none where a kept run of another sequence is shown.
    pub fn counts(&mut self) -> Option<Arc<Counts>> {
        let (shown, clock) = (self.shown.as_ref()?, self.clock?.at);
        if !self.is_drawn() {
            return None;
        }
        let of = (self.number, clock);
        if self.counts.as_ref().is_none_or(|(counted, _)| *counted != of) {
            self.counts = Some((of, Arc::new(shown.counts(clock))));
        }
        self.counts.as_ref().map(|(_, counts)| Arc::clone(counts))
    }

    /// The contact that is followed, by place in the list.
    pub fn follows(&self) -> Option<u64> {
        self.follows
    }

    /// Follows a contact, or nobody.
    pub fn follow_contact(&mut self, place: Option<u64>) {
        self.follows = place.filter(|place| self.shown.as_ref().is_some_and(|shown| *place < shown.contacts()));
    }
}

/// Why there is no run, and where in the window that is mended, if only one place does it.
fn said_in_window(failure: &Failure) -> String {
    match failure {
        Failure::DateOrder(facts) => format!("{facts}: choose the order in Population"),
        failure => failure.to_string(),
    }
}
