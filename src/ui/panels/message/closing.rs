//! Closing the preview or the large editor.

use eframe::egui::{self, Id};

use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::dialog_focus;

/// Closes the dialog. Focus goes back to the widget that had it `before`, if that is still there, else to the canvas.
pub(super) fn close(ctx: &egui::Context, panel: &mut Panel<'_>, before: Option<Id>) {
    let is_drawn = |widget: &Id| ctx.viewport(|viewport| viewport.this_pass.widgets.contains(*widget));
    match before.filter(is_drawn) {
        Some(widget) => {
            panel.wants(Action::Show(Overlay::None));
            dialog_focus::give_back(ctx, widget);
        }
        None => panel.wants(Action::Close),
    }
}
