//! What is wrong in the open campaign, kept up with it: a small one is checked at once, a large one beside the
//! window, once edits pause.

use eframe::egui;

use crate::findings::{Finding, check};
use crate::workbench::background::{Background, SMALL};
use crate::workbench::editor::Editor;

/// So long after an edit, in seconds, a large campaign is checked.
const PAUSE: f64 = 0.15;

/// The findings, and how they are come by.
#[derive(Default)]
pub struct Checks {
    findings: Vec<Finding>,
    /// The revision they are of.
    of: Option<u64>,
    number: u64,
    /// The newest revision, and since when, in egui's seconds.
    newest: Option<(u64, f64)>,
    /// What is being worked out: the number of the question, and the revision.
    asked: Option<(u64, u64)>,
    questions: u64,
    background: Option<Background>,
}

impl Checks {
    /// The findings of the campaign, or of how it was a moment ago.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A number that differs whenever the findings may.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Lets go of another campaign's findings.
    pub fn forget(&mut self) {
        (self.of, self.newest, self.asked) = (None, None, None);
        self.keep(Vec::new());
    }

    /// Keeps up with the campaign.
    pub fn follow(&mut self, ctx: &egui::Context, editor: &Editor) {
        self.collect();
        let revision = editor.revision();
        if self.of == Some(revision) {
            return;
        }
        let campaign = editor.campaign();
        let is_small = campaign.sequences.iter().map(|sequence| sequence.items.len()).sum::<usize>() <= SMALL;
        if is_small || self.started(ctx).is_none() {
            self.asked = None;
            self.of = Some(revision);
            self.keep(check(campaign, None, None));
            return;
        }
        if self.asked.is_some_and(|(_, asked)| asked == revision) {
            return;
        }
        let pause = self.pause(ctx, revision);
        if pause > 0.0 {
            ctx.request_repaint_after_secs(pause as f32);
            return;
        }
        // While it is busy with an earlier state, its call brings the next attempt.
        let question = self.questions + 1;
        if self.started(ctx).is_some_and(|background| background.ask(question, campaign)) {
            (self.questions, self.asked) = (question, Some((question, revision)));
        }
    }

    /// How long to wait yet, so that not every letter is checked.
    fn pause(&mut self, ctx: &egui::Context, revision: u64) -> f64 {
        let time = ctx.input(|input| input.time);
        match self.newest {
            Some((newest, since)) if newest == revision => since + PAUSE - time,
            // What was just opened is not being edited.
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

    /// Takes what was worked out, unless it is about another campaign.
    fn collect(&mut self) {
        let Some((question, findings)) = self.background.as_ref().and_then(Background::poll) else { return };
        if let Some((_, revision)) = self.asked.filter(|(asked, _)| *asked == question) {
            (self.asked, self.of) = (None, Some(revision));
            self.keep(findings);
        }
    }

    fn keep(&mut self, findings: Vec<Finding>) {
        self.findings = findings;
        self.number += 1;
    }

    /// The thread; `None` if the system gives none.
    fn started(&mut self, ctx: &egui::Context) -> Option<&Background> {
        if self.background.is_none() {
            let ctx = ctx.clone();
            self.background = Background::start(move || ctx.request_repaint()).ok();
        }
        self.background.as_ref()
    }
}
