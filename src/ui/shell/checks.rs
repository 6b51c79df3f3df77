//! Keeps the findings up to date: a small campaign is checked immediately, a large one in the background, once edits
//! pause. What the rehearsal says about its contacts is computed in the background, once for each run.

use std::sync::{Arc, Weak};

use eframe::egui;

use crate::calendar::{Date, Instant};
use crate::campaign::choices::RehearsalChoices;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::findings::{AssumedEntry, Finding};
use crate::ui::controls::dates;
use crate::workbench::check::{RunFacts, findings_with};
use crate::workbench::editor::Editor;
use crate::workbench::job::{BrokeOff, Job};
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::beside::BackgroundAnswer;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// Campaigns with at most this many items are checked immediately: it takes a fraction of a frame.
const SMALL: usize = 1_000;
/// Seconds after an edit until a large campaign is checked.
const PAUSE: f64 = 0.15;

/// The findings, and the work that computes them.
#[derive(Default)]
pub struct BackgroundChecks {
    result: CheckResult,
    /// What the result belongs to.
    of: Option<Checked>,
    /// The run that the facts are of, and how many runs there were.
    run: (Weak<FinishedRehearsal>, u64),
    facts: BackgroundAnswer<u64, RunFacts>,
    number: u64,
    /// The newest revision, and since when it exists, in egui's seconds.
    newest: Option<(u64, f64)>,
    /// The running check, and what it checks.
    under_way: Option<(Checked, Job<CheckResult>)>,
    /// The check that panicked, and would again.
    broke_off: Option<Checked>,
}

/// The findings of a campaign.
#[derive(Default)]
struct CheckResult {
    findings: Vec<Finding>,
    /// A sentence on whose contacts one sequence was checked with.
    with: Option<(SequenceId, String)>,
}

impl CheckResult {
    fn of(campaign: &Campaign, facts: Option<&RunFacts>, enters: AssumedEntry<'_>) -> Self {
        let with = facts.and_then(RunFacts::checked_with).map(|(sequence, said)| (sequence, said.to_owned()));
        Self { findings: findings_with(campaign, facts, enters), with }
    }
}

/// What findings depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Checked {
    /// The revision of the campaign.
    revision: u64,
    /// The number of the run whose contacts are known; `None` if nobody is known.
    run: Option<u64>,
    /// The chosen rehearsals.
    choices: RehearsalChoices,
    /// Today, in the campaign's zone.
    today: Date,
}

impl Checked {
    /// When contacts enter a sequence of which no contacts are known.
    fn entry(&self, now: Instant) -> AssumedEntry<'_> {
        AssumedEntry::ByRehearsal { choices: &self.choices, now }
    }
}

impl BackgroundChecks {
    /// The findings of the campaign, which may be slightly out of date.
    pub fn findings(&self) -> &[Finding] {
        &self.result.findings
    }

    /// A sentence on whose contacts a sequence was checked with; `None` if it was checked without any.
    pub fn checked_with(&self, sequence: SequenceId) -> Option<&str> {
        self.result.with.as_ref().filter(|(of, _)| *of == sequence).map(|(_, said)| said.as_str())
    }

    /// A number that changes when the findings may have changed.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Forgets the findings: another campaign is open.
    pub fn forget(&mut self) {
        (self.of, self.newest, self.under_way, self.broke_off) = (None, None, None, None);
        self.run.0 = Weak::new();
        self.facts = BackgroundAnswer::default();
        self.keep(CheckResult::default());
    }

    /// Follows changes of the campaign and of the run that is shown.
    pub fn follow(&mut self, ctx: &egui::Context, editor: &Editor, rehearsing: &Rehearsing) {
        self.collect();
        self.follow_run(ctx, rehearsing);
        let (campaign, now) = (editor.campaign(), dates::now());
        let known = self.run.0.strong_count() > 0;
        let run = self.facts.of().copied().filter(|_| known);
        let choices = rehearsing.choices().clone();
        let of = Checked { revision: editor.revision(), run, choices, today: dates::today(campaign) };
        if self.of.as_ref() == Some(&of) || self.broke_off.as_ref() == Some(&of) {
            return;
        }
        let facts = self.facts.answer().filter(|_| known);
        if campaign.sequences.iter().map(|sequence| sequence.items.len()).sum::<usize>() <= SMALL {
            let result = CheckResult::of(campaign, facts.as_deref(), of.entry(now));
            return self.found(of, result);
        }
        if self.under_way.as_ref().is_some_and(|(way, _)| *way == of) {
            return;
        }
        let pause = self.pause(ctx, of.revision);
        if pause > 0.0 {
            ctx.request_repaint_after_secs(pause as f32);
            return;
        }
        // A running check of an earlier revision is not stopped. When it ends, it wakes the window, and the next check
        // starts.
        if self.under_way.is_none() {
            let (shared, wake, beside, checked) = (editor.shared(), ctx.clone(), facts.clone(), of.clone());
            let work = move |_: &_| CheckResult::of(&shared, beside.as_deref(), checked.entry(now));
            match Job::start("findings", work, move || wake.request_repaint()) {
                Ok(job) => self.under_way = Some((of, job)),
                // No thread could be started.
                Err(_) => {
                    let result = CheckResult::of(campaign, facts.as_deref(), of.entry(now));
                    self.found(of, result);
                }
            }
        }
    }

    /// Computes the facts of the run that is shown. Until they are there, those of the run before are used.
    fn follow_run(&mut self, ctx: &egui::Context, rehearsing: &Rehearsing) {
        if rehearsing.reopened().is_some() {
            // A saved run is of an earlier campaign.
            return;
        }
        let Some(shown) = rehearsing.shown() else {
            self.run.0 = Weak::new();
            return;
        };
        let run = Arc::downgrade(shown);
        if !Weak::ptr_eq(&run, &self.run.0) {
            self.run = (run, self.run.1 + 1);
        }
        let (finished, wake) = (Arc::clone(shown), ctx.clone());
        self.facts.ask(self.run.1, move || RunFacts::of(&finished), move || wake.request_repaint());
    }

    /// The rest of the pause in seconds, so that not every typed letter causes a check.
    fn pause(&mut self, ctx: &egui::Context, revision: u64) -> f64 {
        let time = ctx.input(|input| input.time);
        match self.newest {
            Some((newest, since)) if newest == revision => since + PAUSE - time,
            // A campaign that was just opened is checked without a pause.
            None => {
                self.newest = Some((revision, time - PAUSE));
                0.0
            }
            Some(_) => {
                self.newest = Some((revision, time));
                PAUSE
            }
        }
    }

    /// Takes the findings of a finished check.
    fn collect(&mut self) {
        let Some((of, found)) = self.under_way.as_ref().and_then(|(of, job)| Some((of.clone(), job.poll()?))) else {
            return;
        };
        self.under_way = None;
        match found {
            Ok(result) => self.found(of, result),
            Err(BrokeOff) => self.broke_off = Some(of),
        }
    }

    fn found(&mut self, of: Checked, result: CheckResult) {
        (self.of, self.under_way) = (Some(of), None);
        self.keep(result);
    }

    fn keep(&mut self, result: CheckResult) {
        self.result = result;
        self.number += 1;
    }
}
