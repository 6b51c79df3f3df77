//! Doing what is asked of kept runs, and saying what came of it.

use eframe::egui;

use super::app::App;
use crate::ui::context::action::KeptRuns;
use crate::ui::context::view_state::{Mode, Overlay};
use crate::ui::controls::dates;
use crate::ui::panels::report::state::Tab;
use crate::ui::panels::runs::state::State;
use crate::workbench::failure::Failure;
use crate::workbench::rehearse::keeping::{Done, Work};

impl App {
    pub(super) fn act_on_runs(&mut self, ctx: &egui::Context, wish: KeptRuns) {
        let shown = self.rehearsing.shown().cloned();
        let work = match (wish, shown) {
            (KeptRuns::Cancel, _) => return self.keeping.cancel(),
            (KeptRuns::List, _) => Work::List(dates::now()),
            (KeptRuns::Keep(name), Some(shown)) => Work::Keep(shown, name, dates::now()),
            (KeptRuns::Compare(run), Some(shown)) => Work::Compare(run, shown),
            (KeptRuns::Keep(_) | KeptRuns::Compare(_), None) => return,
            (KeptRuns::Open(run), _) => Work::Open(run),
            (KeptRuns::Rename(run, name), _) => Work::Rename(run, name),
            (KeptRuns::Delete(run), _) => Work::Delete(run),
        };
        let wake = ctx.clone();
        if let Err(failure) = self.keeping.begin(work, move || wake.request_repaint()) {
            self.toasts.warn(failure.to_string());
        }
    }

    /// Takes what the work with the store came to.
    pub(super) fn follow_runs(&mut self) {
        while let Some(done) = self.keeping.poll() {
            match done {
                Err(Failure::Cancelled) => {}
                Err(failure) => self.toasts.warn(failure.to_string()),
                Ok(done) => self.done_with_runs(done),
            }
        }
        if let Some(repaired) = self.keeping.news() {
            // It stays until it is closed: whoever has kept runs wants to know where they are.
            self.view.trouble = Some(repaired.to_string());
        }
    }

    fn done_with_runs(&mut self, done: Done) {
        match done {
            Done::Listed | Done::Renamed => {}
            Done::Kept(name) => {
                self.panels.runs = State::default();
                self.toasts.tell(format!("Kept “{name}”"));
            }
            Done::Deleted => self.toasts.tell("The run was deleted".to_owned()),
            Done::Opened(finished) => {
                self.rehearsing.reopen(finished);
                self.close();
                if self.view.mode == Mode::Build {
                    self.view.mode = Mode::Rehearse;
                }
            }
            Done::Compared(compared) => {
                self.compared = Some(*compared);
                self.view.overlay = Overlay::None;
                self.view.mode = Mode::Report;
                self.panels.report.tab = Tab::Compare;
            }
        }
    }
}
