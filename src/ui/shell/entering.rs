//! While the report is shown, the canvas shows all of a sequence; afterwards it is seen as it was before.

use super::app::App;
use crate::ui::context::view_state::Mode;

impl App {
    /// Shows all of a sequence when the report begins, and gives the view back when it ends, whatever ended it.
    pub(super) fn enter_or_leave_report(&mut self) {
        match (self.view.mode == Mode::Report, self.before_report.take()) {
            (true, None) => self.before_report = Some(self.canvas.views.fit_all()),
            (false, Some(seen)) => self.canvas.views.restore(seen),
            (true, before) => self.before_report = before,
            (false, None) => {}
        }
    }
}
