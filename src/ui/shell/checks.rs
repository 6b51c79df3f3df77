//! Keeps the findings up to date: a small campaign is checked immediately, a large one in the background, once edits
//! pause.

use eframe::egui;

use crate::findings::{Finding, check};
use crate::workbench::editor::Editor;
use crate::workbench::job::{BrokeOff, Job};

/// Campaigns with at most this many items are checked immediately: it takes a fraction of a frame.
const SMALL: usize = 1_000;
/// Seconds after an edit until a large campaign is checked.
const PAUSE: f64 = 0.15;

/// The findings, and the work that computes them.
#[derive(Default)]
pub struct BackgroundChecks {
    findings: Vec<Finding>,
    /// The revision that the findings belong to.
    of: Option<u64>,
    number: u64,
    /// The newest revision, and since when it exists, in egui's seconds.
    newest: Option<(u64, f64)>,
    /// The running check, and the revision that it checks.
    under_way: Option<(u64, Job<Vec<Finding>>)>,
    /// The revision whose check panicked, and would again.
    broke_off: Option<u64>,
}

impl BackgroundChecks {
    /// The findings of the campaign, which may be slightly out of date.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A number that changes when the findings may have changed.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Forgets the findings: another campaign is open.
    pub fn forget(&mut self) {
        (self.of, self.newest, self.under_way, self.broke_off) = (None, None, None, None);
        self.keep(Vec::new());
    }

    /// Follows changes of the campaign.
    pub fn follow(&mut self, ctx: &egui::Context, editor: &Editor) {
        self.collect();
        let revision = editor.revision();
        if self.of == Some(revision) || self.broke_off == Some(revision) {
            return;
        }
        let campaign = editor.campaign();
        if campaign.sequences.iter().map(|sequence| sequence.items.len()).sum::<usize>() <= SMALL {
            return self.found(revision, check(campaign, None, None));
        }
        if self.under_way.as_ref().is_some_and(|(of, _)| *of == revision) {
            return;
        }
        let pause = self.pause(ctx, revision);
        if pause > 0.0 {
            ctx.request_repaint_after_secs(pause as f32);
            return;
        }
        // A running check of an earlier revision is not stopped. When it ends, it wakes the window, and the next check
        // starts.
        if self.under_way.is_none() {
            let (shared, wake) = (editor.shared(), ctx.clone());
            let work = move |_: &_| check(&shared, None, None);
            match Job::start("findings", work, move || wake.request_repaint()) {
                Ok(job) => self.under_way = Some((revision, job)),
                // No thread could be started.
                Err(_) => self.found(revision, check(campaign, None, None)),
            }
        }
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
        let Some((revision, found)) = self.under_way.as_ref().and_then(|(of, job)| Some((*of, job.poll()?))) else {
            return;
        };
        self.under_way = None;
        match found {
            Ok(findings) => self.found(revision, findings),
            Err(BrokeOff) => self.broke_off = Some(revision),
        }
    }

    fn found(&mut self, revision: u64, findings: Vec<Finding>) {
        (self.of, self.under_way) = (Some(revision), None);
        self.keep(findings);
    }

    fn keep(&mut self, findings: Vec<Finding>) {
        self.findings = findings;
        self.number += 1;
    }
}
