//! Actions with saved runs, and their results.

use eframe::egui;

use super::app::App;
use crate::ui::context::action::KeptRuns;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::controls::dates;
use crate::ui::panels::report::state::ReportTab;
use crate::ui::panels::runs::state::RunsState;
use crate::workbench::failure::Failure;
use crate::workbench::rehearse::keeping::{StoreOutcome, StoreTask};

impl App {
    pub(super) fn act_on_runs(&mut self, ctx: &egui::Context, wish: KeptRuns) {
        let shown = self.rehearsing.shown().cloned();
        let work = match (wish, shown) {
            (KeptRuns::Cancel, _) => return self.keeping.cancel(),
            (KeptRuns::List, _) => StoreTask::List(dates::now()),
            (KeptRuns::Keep(name), Some(shown)) => StoreTask::Keep(shown, name, dates::now()),
            (KeptRuns::Compare(run), Some(shown)) => StoreTask::Compare(run, shown),
            (KeptRuns::Keep(_) | KeptRuns::Compare(_), None) => return,
            (KeptRuns::Open(run), _) => StoreTask::Open(run),
            (KeptRuns::Rename(run, name), _) => StoreTask::Rename(run, name),
            (KeptRuns::Delete(run), _) => StoreTask::Delete(run),
        };
        let wake = ctx.clone();
        if let Err(failure) = self.keeping.begin(work, move || wake.request_repaint()) {
            self.toasts.warn(failure.to_string());
        }
    }

    /// Takes the result of a task with the run store.
    pub(super) fn follow_runs(&mut self) {
        while let Some(done) = self.keeping.poll() {
            match done {
                Err(Failure::Cancelled) => {}
                Err(failure) => self.toasts.warn(failure.to_string()),
                Ok(done) => self.done_with_runs(done),
            }
        }
        if let Some(repaired) = self.keeping.news() {
            // Shown until closed: the user must know where the saved runs are.
            self.view.trouble = Some(repaired.to_string());
        }
    }

    fn done_with_runs(&mut self, done: StoreOutcome) {
        match done {
            StoreOutcome::Listed | StoreOutcome::Renamed => {}
            StoreOutcome::Kept(name) => {
                self.panels.runs = RunsState::default();
                self.toasts.tell(format!("Saved “{name}”"));
            }
            StoreOutcome::Deleted => self.toasts.tell("The run was deleted".to_owned()),
            StoreOutcome::Opened(finished) => {
                self.rehearsing.reopen(finished);
                self.close();
                if self.view.mode == WindowMode::Build {
                    self.view.mode = WindowMode::Rehearse;
                }
            }
            StoreOutcome::Compared(compared) => {
                self.compared = Some(*compared);
                self.view.overlay = Overlay::None;
                self.view.mode = WindowMode::Report;
                self.panels.report.tab = ReportTab::Compare;
            }
        }
    }
}
