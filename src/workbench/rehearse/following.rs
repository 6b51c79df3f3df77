//! Following the campaign: when a run is asked for, and what becomes of its answer.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::clock::Clock;
use super::finished::{self, FinishedRehearsal};
use super::runner::{self, RunRequest, Runner};
use super::usual::usual;
use super::{RehearsalSubject, Rehearsing};
use crate::calendar::{Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::workbench::failure::Failure;

/// Days after the start at which the clock is set first, so that something has happened and more is to come.
const FIRST_DAYS: i64 = 7;
/// Longest run that is waited for within the frame.
const PATIENCE: Duration = Duration::from_millis(14);

impl Rehearsing {
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
        let chosen = self.choices.of(campaign, sequence);
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
        let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
        let live = self.live.instant(&subject.rehearsal, &zone);
        let question = RunRequest {
            campaign: campaign.clone(),
            rehearsal: subject.rehearsal.clone(),
            folder: subject.folder.clone(),
            now,
            clock: live.or(self.clock.map(|clock| clock.at)),
        };
        let other = self.asked.as_ref().is_none_or(|(_, asked)| {
            let is_named_so = asked.rehearsal.name == subject.rehearsal.name;
            // A new name is still the same rehearsal: its clock stays.
            let is_same = is_named_so || asked.rehearsal.is_same_but_for_name(&subject.rehearsal);
            asked.sequence != subject.sequence || !is_same
        });
        if other {
            (self.begins, self.follows, self.stopped) = (true, None, None);
        }
        // The contact at the same position of another list is another person.
        let has_same_source = |(_, asked): &(u64, RehearsalSubject)| {
            asked.rehearsal.people.is_from_same_source(&subject.rehearsal.people)
        };
        if !self.asked.as_ref().is_some_and(has_same_source) {
            self.follows = None;
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

    pub(super) fn show(&mut self, finished: Arc<FinishedRehearsal>) {
        self.trouble = None;
        self.follows = self.follows.and_then(|place| place_of_same(self.shown.as_deref(), place, &finished));
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
            let begins_at_entry = std::mem::take(&mut self.begins_at_entry);
            clock.set(self.resumes_at.take().unwrap_or(if begins_at_entry { first } else { first_seen }));
        }
        if clock.at < first || clock.at > last {
            clock.set(clock.at.clamp(first, last));
        }
        self.clock = Some(clock);
    }
}

/// The position in a run's list of the contact who is at a position in that of an earlier run; `None` if it has no such
/// contact.
fn place_of_same(before: Option<&FinishedRehearsal>, place: u64, after: &FinishedRehearsal) -> Option<u64> {
    let id_at = |run: &FinishedRehearsal| run.contact(place).map(|contact| contact.block.id(contact.row).to_owned());
    let Some(id) = before.and_then(id_at) else { return Some(place).filter(|place| *place < after.contacts()) };
    match id_at(after) {
        Some(same) if same == id => Some(place),
        Some(_) | None => after.kept.population.find(&id).map(|place| place as u64),
    }
}

/// Why there is no run, and where to fix it in the window, if there is only one place.
fn said_in_window(failure: &Failure) -> String {
    match failure {
        Failure::DateOrder(facts) => format!("{facts}: choose the order in Contacts"),
        Failure::TagSeparator(facts) => format!("{facts}: choose the separator in Contacts"),
        failure => failure.to_string(),
    }
}
