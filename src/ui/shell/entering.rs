//! While the report is shown, the canvas fits the sequence; afterwards the view is restored.

use super::app::App;
use crate::ui::context::view_state::WindowMode;

impl App {
    /// Fits the sequence when the report opens, and restores the view when it closes.
    pub(super) fn enter_or_leave_report(&mut self) {
        match (self.view.mode == WindowMode::Report, self.before_report.take()) {
            (true, None) => self.before_report = Some(self.canvas.views.fit_all()),
            // The presentation began with the report: that view is for a window with panels.
            (false, Some(seen)) if self.view.presenting && self.seen_before.is_none() => {
                self.canvas.views.fit_all();
                self.seen_before = Some(seen);
            }
            (false, Some(seen)) => self.canvas.views.restore(seen),
            (true, before) => self.before_report = before,
            (false, None) => {}
        }
    }
}
