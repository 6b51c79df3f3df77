//! While the report is shown, the canvas shows all of a sequence; afterwards it is seen as it was before.

use rustc_hash::FxHashMap;

use crate::campaign::ids::SequenceId;
use crate::ui::canvas::fitted::Stance;
use crate::ui::context::camera::Camera;
use crate::ui::context::view_state::Mode;
use crate::ui::shell::app::App;

/// What was seen before the report was shown.
#[derive(Debug, Default)]
pub struct Before {
    seen: Option<(FxHashMap<SequenceId, Camera>, Stance)>,
}

impl App {
    /// Shows all of a sequence when the report begins, and gives the view back when it ends, whatever ended it.
    pub(in crate::ui) fn enter_or_leave_report(&mut self) {
        let is_shown = self.view.mode == Mode::Report;
        if is_shown == self.before_report.seen.is_some() {
            return;
        }
        if is_shown {
            let cameras = std::mem::take(&mut self.view.cameras);
            self.before_report.seen = Some((cameras, self.canvas.stance()));
        } else if let Some((cameras, stance)) = self.before_report.seen.take()
            && !cameras.is_empty()
        {
            self.view.cameras = cameras;
            self.canvas.stand(stance);
        }
    }

    /// Another campaign is open: what was seen of the one before is of no use.
    pub(in crate::ui) fn forget_before_report(&mut self) {
        if let Some(seen) = &mut self.before_report.seen {
            seen.0.clear();
        }
    }
}
