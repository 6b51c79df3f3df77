//! A rehearsal as the user watches it: a finished run, a clock that moves forwards and backwards over it, and the
//! contact that is followed.
//!
//! Nothing is simulated while the clock moves: everything shown is the state of the finished run at the clock's time
//! ([`finished`]). An edit makes a new run in the background ([`runner`]); until it is there the old one is shown.

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
use crate::campaign::rehearsal::{Enter, People, Rehearsal, RehearsedScope};
use crate::campaign::text;
use crate::picture::counts::ItemCounts;
use crate::simulate::run::Control;

use clock::Clock;
use finished::FinishedRehearsal;
use from_store::ShownSavedRun;
use runner::{RunRequest, Runner};
use stops::Stop;

use super::failure::Failure;

/// Contacts of the default rehearsal.
const USUAL_COUNT: u64 = 1_000;
/// Most visits of the default rehearsal: large sequences get fewer contacts.
const USUAL_VISITS: u64 = 300_000;
/// Days after the start at which the clock is set first, so that something has happened and more is to come.
const FIRST_DAYS: i64 = 7;
/// Longest run that is waited for within the frame.
const PATIENCE: Duration = Duration::from_millis(14);

/// What is rehearsed: a state of the campaign, the open sequence, and one of its rehearsals.
#[derive(Clone, Debug, PartialEq)]
struct RehearsalSubject {
    revision: u64,
    sequence: SequenceId,
    rehearsal: Rehearsal,
    folder: PathBuf,
}

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
    follows: Option<u64>,
    /// The rehearsals chosen for sequences, by name, newest first.
    chosen: Vec<(SequenceId, String)>,
    stopped: Option<Stop>,
    /// Whether playing starts at the first instant, which may have a breakpoint.
    starts: bool,
    trouble: Option<String>,
    /// A saved run that is shown instead of the campaign's own.
    reopened: Option<ShownSavedRun>,
    counts: Option<((u64, Instant), Arc<ItemCounts>)>,
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

/// The default rehearsal of a sequence: generated contacts who all enter next Monday morning.
pub fn usual(campaign: &Campaign, sequence: SequenceId, today: Date) -> Rehearsal {
    let monday = today.plus_days(7 - i64::from(today.weekday() as u8));
    let items = campaign.sequence(sequence).map_or(0, |sequence| sequence.items.len() as u64);
    let count = (USUAL_VISITS / items.max(1)).clamp(10, USUAL_COUNT);
    Rehearsal {
        name: free_name(campaign, "Rehearsal"),
        of: RehearsedScope::sequence(sequence),
        people: People::Generated { count, seed: 1 },
        enter: Enter::At(monday.at_second(9 * 3_600)),
        until: monday.plus_months(12).at_second(9 * 3_600),
        breakpoints: Vec::new(),
    }
}

/// A name like `wanted` that no rehearsal of the campaign has.
pub fn free_name(campaign: &Campaign, wanted: &str) -> String {
    text::free_name(wanted, " ", |name| campaign.rehearsal(name).is_some())
}

impl Rehearsing {
    /// The rehearsal of a sequence: the chosen one, else its first; `None` if it has none.
    pub fn chosen<'a>(&self, campaign: &'a Campaign, sequence: SequenceId) -> Option<&'a Rehearsal> {
        let of = |rehearsal: &&Rehearsal| rehearsal.sequence() == Some(sequence);
        let names = self.chosen.iter().filter(|(of, _)| *of == sequence).map(|(_, name)| name);
        let named = names.filter_map(|name| campaign.rehearsal(name)).find(of);
        named.or_else(|| campaign.rehearsals.iter().find(of))
    }

    /// Chooses the rehearsal of a sequence, by name.
    pub fn choose(&mut self, sequence: SequenceId, name: &str) {
        // Earlier choices stay, since a renaming may be undone.
        self.chosen.retain(|(of, known)| *of != sequence || known != name);
        self.chosen.insert(0, (sequence, name.to_owned()));
        self.begins = true;
    }

    /// Follows the campaign: starts a run if something has changed, and takes the newest result. Returns whether
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
        let is_same = |asked: &RehearsalSubject| asked.revision == revision && asked.sequence == sequence;
        let chosen = self.chosen(campaign, sequence);
        let is_asked = self
            .asked
            .as_ref()
            .is_some_and(|(_, asked)| is_same(asked) && chosen.is_none_or(|rehearsal| *rehearsal == asked.rehearsal));
        if !is_asked && self.reopened.is_none() {
            let rehearsal = chosen.cloned().unwrap_or_else(|| {
                let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
                // The default rehearsal stays as it first was, also on a later day.
                let kept = self.asked.as_ref().map(|(_, asked)| &asked.rehearsal);
                let kept =
                    kept.filter(|kept| kept.sequence() == Some(sequence) && campaign.rehearsal(&kept.name).is_none());
                kept.cloned().unwrap_or_else(|| usual(campaign, sequence, zone.date_at(now)))
            });
            let folder = path.and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
            self.ask(RehearsalSubject { revision, sequence, rehearsal, folder }, campaign, now, wake);
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

    fn ask(&mut self, subject: RehearsalSubject, campaign: &Campaign, now: Instant, wake: impl Fn() + Send + 'static) {
        let question = RunRequest {
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
            // With a small run, the badges follow an edit in the same frame.
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

    fn take(&mut self, answer: runner::RunAnswer) {
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

    fn show(&mut self, finished: Arc<FinishedRehearsal>) {
        self.trouble = None;
        self.follows = self.follows.filter(|place| *place < finished.contacts());
        self.was_sorted = finished.index().is_some();
        self.shown = Some(finished);
        self.number += 1;
        self.begin();
    }

    /// Sets the clock to its first position if needed, and keeps it within the rehearsal.
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

    /// The time that the clock shows.
    pub fn at(&self) -> Option<Instant> {
        self.clock().map(|clock| clock.at)
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

    /// Why playing stopped, until the clock is moved again.
    pub fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    /// The numbers on the items at the clock's time; `None` if a saved run of another sequence is shown.
    pub fn counts(&mut self) -> Option<Arc<ItemCounts>> {
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

    /// The contact that is followed, by its position in the list.
    pub fn follows(&self) -> Option<u64> {
        self.follows
    }

    /// Follows a contact, or none.
    pub fn follow_contact(&mut self, place: Option<u64>) {
        self.follows = place.filter(|place| self.shown.as_ref().is_some_and(|shown| *place < shown.contacts()));
    }
}

/// Why there is no run, and where to fix it in the window, if there is only one place.
fn said_in_window(failure: &Failure) -> String {
    match failure {
        Failure::DateOrder(facts) => format!("{facts}: choose the order in Population"),
        failure => failure.to_string(),
    }
}
